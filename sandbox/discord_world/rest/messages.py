"""Messages: written, read, changed, deleted."""

from sandbox.discord_world import posting, threads
from sandbox.discord_world.asking import Ask, Reply, Route, done
from sandbox.discord_world.checks import EDIT_KEYS, MESSAGE_KEYS, check_message, check_not_empty
from sandbox.discord_world.permissions import BITS
from sandbox.discord_world.problems import (
    Problem,
    archived,
    invalid,
    missing_permissions,
    unknown,
)
from sandbox.discord_world.state import Channel, Message

READ = "read_message_history"
PAGE = 100
NONCE_SECONDS = 300.0  # "the past few minutes": it protects a retry, not a replay the next day


def create(ask: Ask) -> Reply:
    """Post a message; the same enforced nonce in the same channel answers the first one again."""
    channel = ask.channel()
    may_post(ask, channel)
    check_message(ask.form, ask.files, MESSAGE_KEYS)
    check_not_empty(ask.form, ask.files)
    reachable(ask, channel)
    key = (channel.id, str(ask.form.get("nonce")))
    if ask.form.get("enforce_nonce") and ask.form.get("nonce") is not None:
        first, at = ask.realm.nonces.get(key, (None, 0.0))
        if first is not None and ask.now - at < NONCE_SECONDS:
            return done(ask.realm.message_shape(first))
    message = posting.build(ask.realm, channel, ask.form, ask.files)
    _refer(ask, message)
    if message.nonce is not None:
        ask.realm.nonces[key] = (message, ask.now)
    threads.wake(ask.realm, channel)
    threads.bring(ask.realm, message)
    posting.publish(ask.realm, message)
    return done(ask.realm.message_shape(message))


def may_post(ask: Ask, channel: Channel) -> None:
    """Everything the bot needs to say this here."""
    may = ask.realm.bot_may(channel)
    needs = {"send_messages_in_threads" if channel.is_thread else "send_messages"}
    if ask.form.get("embeds"):
        needs.add("embed_links")
    if ask.files:
        needs.add("attach_files")
    if any(not may & BITS[need] for need in needs):
        raise missing_permissions()
    if channel.locked and not may & BITS["manage_threads"]:
        raise archived()


def reachable(ask: Ask, channel: Channel) -> None:
    """Whether the person at the other end of a private conversation can be written to."""
    person = channel.recipient
    if person is None:
        return
    if not ask.realm.share_a_guild(person):
        why = "Cannot send messages to this user due to having no mutual guilds"
        raise Problem(403, 50278, why)
    if not person.dms_open:
        raise Problem(403, 50007, "Cannot send messages to this user")


def _refer(ask: Ask, message: Message) -> None:
    """Make it the reply that it says it is."""
    pointer = ask.form.get("message_reference")
    if pointer is None:
        return
    told = ask.realm.messages.get(str(pointer.get("message_id")))
    if told is None or told.deleted or told.channel is not message.channel:
        if pointer.get("fail_if_not_exists", True):
            raise invalid("message_reference", "Unknown message", "REPLIES_UNKNOWN_MESSAGE")
        return
    message.kind, message.reference = 19, told
    allowed = ask.form.get("allowed_mentions")
    pings = allowed is None or allowed.get("replied_user")
    if pings and told.author not in message.mentions:
        message.mentions.append(told.author)


def one(ask: Ask) -> Reply:
    return done(ask.realm.message_shape(ask.message(READ)))


def several(ask: Ask) -> Reply:
    """The latest messages, newest first; `before`, `after` and `around` are understood."""
    channel = ask.channel()
    if not ask.realm.bot_may(channel) & BITS[READ]:
        return done([])
    limit = int(ask.query.get("limit", 50))
    if not 1 <= limit <= PAGE:
        raise invalid("limit", "int value should be between 1 and 100.", "NUMBER_TYPE_MAX")
    found = _window(channel.messages, ask.query, limit)
    return done([ask.realm.message_shape(each) for each in reversed(found)])


def _window(posts: list[Message], query: dict[str, str], limit: int) -> list[Message]:
    if "after" in query:
        return [each for each in posts if int(each.id) > int(query["after"])][:limit]
    if "around" in query:
        before = sum(int(each.id) < int(query["around"]) for each in posts)
        start = max(before - limit // 2, 0)
        return posts[start : start + limit]
    if "before" in query:
        posts = [each for each in posts if int(each.id) < int(query["before"])]
    return posts[-limit:]


def edit(ask: Ask) -> Reply:
    message = ask.message()
    if message.author is not ask.realm.bot:
        raise Problem(403, 50005, "Cannot edit a message authored by another user")
    ask.active()
    change(ask, message)
    return done(ask.realm.message_shape(message))


def change(ask: Ask, message: Message) -> None:
    """Fill a message anew, and refuse to leave it empty."""
    check_message(ask.form, ask.files, EDIT_KEYS)
    empty = {"content": message.content, "embeds": message.embeds, "components": message.rows}
    kept = ask.files or (message.attachments and ask.form.get("attachments") != [])
    if not kept:
        check_not_empty(empty | ask.form, {})
    posting.fill(ask.realm, message, ask.form, ask.files)
    posting.changed(ask.realm, message)


def delete(ask: Ask) -> Reply:
    message = ask.message()
    may = ask.realm.bot_may(message.channel)
    if message.author is not ask.realm.bot and not may & BITS["manage_messages"]:
        raise missing_permissions()
    posting.delete(ask.realm, message)
    return done()


def delete_several(ask: Ask) -> Reply:
    channel = ask.channel("manage_messages")
    for number in ask.form.get("messages") or []:
        message = ask.realm.messages.get(str(number))
        if message is None or message.channel is not channel:
            raise unknown("Message")
        posting.delete(ask.realm, message)
    return done()


def typing(ask: Ask) -> Reply:
    ask.channel("send_messages")
    return done()


_ONE = "/channels/{channel_id}/messages/{message_id}"
ROUTES: tuple[Route, ...] = (
    ("GET", "/channels/{channel_id}/messages", several),
    ("POST", "/channels/{channel_id}/messages", create),
    ("POST", "/channels/{channel_id}/messages/bulk-delete", delete_several),
    ("GET", _ONE, one),
    ("PATCH", _ONE, edit),
    ("DELETE", _ONE, delete),
    ("POST", "/channels/{channel_id}/typing", typing),
)
