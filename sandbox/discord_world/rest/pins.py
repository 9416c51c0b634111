"""Pinned messages, by the old address and by the new one; and reactions."""

from sandbox.discord_world import posting, reacting, shapes
from sandbox.discord_world.asking import Ask, Reply, Route, done
from sandbox.discord_world.permissions import BITS
from sandbox.discord_world.problems import Problem, missing_permissions, unknown
from sandbox.discord_world.state import Message

PINS = 250
ADD = BITS["add_reactions"]


def pinned(ask: Ask) -> Reply:
    found = _pinned(ask)
    items = [{"pinned_at": at, "message": ask.realm.message_shape(each)} for at, each in found]
    return done({"items": items, "has_more": False})


def pinned_as_before(ask: Ask) -> Reply:
    return done([ask.realm.message_shape(each) for _, each in _pinned(ask)])


def _pinned(ask: Ask) -> list[tuple[str, Message]]:
    channel = ask.channel("read_message_history")
    found = [(each.pinned, each) for each in channel.messages if each.pinned]
    found.sort(key=lambda pair: pair[0], reverse=True)
    return [(at.isoformat(), each) for at, each in found]


def pin(ask: Ask) -> Reply:
    message = ask.message("pin_messages")
    if sum(each.pinned is not None for each in message.channel.messages) >= PINS:
        raise Problem(400, 30003, f"Maximum number of pins reached for this channel ({PINS})")
    if message.pinned is None:
        posting.pin(ask.realm, message, pinned=True)
    return done()


def unpin(ask: Ask) -> Reply:
    message = ask.message("pin_messages")
    if message.pinned is not None:
        posting.pin(ask.realm, message, pinned=False)
    return done()


def react(ask: Ask) -> Reply:
    message = ask.message("read_message_history")
    emoji = ask.match["emoji_name"]
    if emoji not in message.reactions and not ask.realm.bot_may(message.channel) & ADD:
        raise missing_permissions()
    reacting.react(ask.realm, message, ask.realm.bot, emoji)
    return done()


def unreact(ask: Ask) -> Reply:
    reacting.take_back(ask.realm, ask.message(), ask.realm.bot, ask.match["emoji_name"])
    return done()


def reacted(ask: Ask) -> Reply:
    who = ask.message("read_message_history").reactions.get(ask.match["emoji_name"])
    if who is None:
        raise unknown("Emoji")
    return done([shapes.user(each) for each in who])


_NEW = "/channels/{channel_id}/messages/pins"
_OLD = "/channels/{channel_id}/pins"
_EMOJI = "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}"
ROUTES: tuple[Route, ...] = (
    ("GET", _NEW, pinned),
    ("PUT", f"{_NEW}/{{message_id}}", pin),
    ("DELETE", f"{_NEW}/{{message_id}}", unpin),
    ("GET", _OLD, pinned_as_before),
    ("PUT", f"{_OLD}/{{message_id}}", pin),
    ("DELETE", f"{_OLD}/{{message_id}}", unpin),
    ("PUT", f"{_EMOJI}/@me", react),
    ("DELETE", f"{_EMOJI}/@me", unreact),
    ("GET", _EMOJI, reacted),
)
