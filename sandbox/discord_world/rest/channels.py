"""Channels and threads: read, changed, closed; who takes part."""

from sandbox.discord_world import shapes, threads
from sandbox.discord_world.asking import Ask, Reply, Route, done
from sandbox.discord_world.checks import length
from sandbox.discord_world.permissions import BITS
from sandbox.discord_world.problems import (
    Problem,
    archived,
    invalid,
    missing_permissions,
    unknown,
)
from sandbox.discord_world.state import DM, PRIVATE_THREAD, PUBLIC_THREAD, Channel

SLOWEST = 21_600
ARCHIVE_AFTER = {60, 1440, 4320, 10080}


def channel(ask: Ask) -> Reply:
    return done(ask.realm.channel_shape(ask.channel()))


def change(ask: Ask) -> Reply:
    """Rename, slow down, archive or lock."""
    found = ask.channel()
    _check(ask)
    if found.is_thread:
        _change_thread(ask, found)
    else:
        _needs(ask, found, "manage_channels")
        found.topic = ask.form.get("topic", found.topic)
        found.nsfw = ask.form.get("nsfw", found.nsfw)
    found.name = ask.form.get("name", found.name)
    found.slowmode = ask.form.get("rate_limit_per_user", found.slowmode) or 0
    shape = ask.realm.channel_shape(found)
    event = "THREAD_UPDATE" if found.is_thread else "CHANNEL_UPDATE"
    ask.realm.tell(event, shape, found.guild)
    ask.realm.tell_screens(event.lower(), shape, found)
    return done(shape)


def _change_thread(ask: Ask, thread: Channel) -> None:
    """Who began a thread may rename and archive it; to lock it takes more."""
    form, mine = ask.form, thread.owner is ask.realm.bot
    opening = "archived" in form and not form["archived"]
    only_opening = opening and form.keys() <= {"archived"} and not thread.locked
    stricter = form.keys() & {"locked", "rate_limit_per_user"} or (opening and thread.locked)
    if stricter or not (mine or only_opening):
        _needs(ask, thread, "manage_threads")
    if opening:
        threads.wake(ask.realm, thread)
    elif thread.archived is not None:
        raise archived()
    elif "archived" in form:
        thread.archived = ask.realm.clock.now()
    thread.locked = form.get("locked", thread.locked)
    thread.invitable = form.get("invitable", thread.invitable)
    thread.archive_after = form.get("auto_archive_duration", thread.archive_after)


def _check(ask: Ask) -> None:
    form = ask.form
    if "name" in form:
        length("name", form["name"], 100, 1)
    if not 0 <= (form.get("rate_limit_per_user") or 0) <= SLOWEST:
        raise invalid("rate_limit_per_user", f"Must be between 0 and {SLOWEST}.")
    if form.get("auto_archive_duration", 60) not in ARCHIVE_AFTER:
        raise invalid("auto_archive_duration", f"Must be one of {sorted(ARCHIVE_AFTER)}.")


def _needs(ask: Ask, where: Channel, need: str) -> None:
    if not ask.realm.bot_may(where) & BITS[need]:
        raise missing_permissions()


def close(ask: Ask) -> Reply:
    """Delete a channel or thread; a private conversation is only put away."""
    found = ask.channel()
    shape = ask.realm.channel_shape(found)
    if found.kind != DM:
        _needs(ask, found, "manage_threads" if found.is_thread else "manage_channels")
        threads.remove(ask.realm, found)
    return done(shape)


def start_from_message(ask: Ask) -> Reply:
    """A thread under a message; it has the id of that message, so there is only one."""
    message = ask.message("create_public_threads", "read_message_history")
    _check(ask)
    if message.thread is not None:
        why = "A thread has already been created for this message"
        raise Problem(400, 160004, why)
    thread = threads.start(
        ask.realm, message.channel, ask.realm.bot, ask.form["name"], PUBLIC_THREAD, under=message
    )
    return _started(ask, thread)


def start(ask: Ask) -> Reply:
    """A thread of its own; private unless told otherwise, as on Discord."""
    kind = int(ask.form.get("type") or PRIVATE_THREAD)
    private = kind == PRIVATE_THREAD
    home = ask.channel("create_private_threads" if private else "create_public_threads")
    _check(ask)
    if home.guild is None or home.is_thread:
        raise Problem(400, 50024, "Cannot execute action on this channel type")
    return _started(ask, threads.start(ask.realm, home, ask.realm.bot, ask.form["name"], kind))


def _started(ask: Ask, thread: Channel) -> Reply:
    thread.archive_after = ask.form.get("auto_archive_duration") or thread.archive_after
    if thread.kind == PRIVATE_THREAD:
        thread.invitable = ask.form.get("invitable") is not False
    thread.slowmode = ask.form.get("rate_limit_per_user") or 0
    return Reply(201, ask.realm.channel_shape(thread))


def thread_members(ask: Ask) -> Reply:
    thread = ask.channel()
    return done([shapes.thread_member(thread, each) for each in thread.joined])


def thread_member(ask: Ask) -> Reply:
    thread = ask.channel()
    if ask.match["user_id"] not in thread.joined:
        raise unknown("Member")
    return done(shapes.thread_member(thread, ask.match["user_id"]))


def join(ask: Ask) -> Reply:
    found = ask.realm.channels.get(ask.match["channel_id"])
    if found is None:
        raise unknown("Channel")
    if found.kind == PRIVATE_THREAD:
        ask.channel()
    if found.archived is not None:
        raise archived()
    threads.join(ask.realm, found, ask.realm.bot)
    return done()


def leave(ask: Ask) -> Reply:
    threads.leave(ask.realm, ask.active(), ask.realm.bot)
    return done()


def add_member(ask: Ask) -> Reply:
    thread = ask.active("send_messages_in_threads")
    if not thread.invitable and thread.owner is not ask.realm.bot:
        _needs(ask, thread, "manage_threads")
    person = ask.realm.people.get(ask.match["user_id"])
    if person is None or thread.guild is None or person.id not in thread.guild.members:
        raise unknown("Member")
    threads.join(ask.realm, thread, person)
    return done()


def remove_member(ask: Ask) -> Reply:
    thread = ask.active()
    if thread.owner is not ask.realm.bot:
        _needs(ask, thread, "manage_threads")
    person = ask.realm.people.get(ask.match["user_id"])
    if person is None or person.id not in thread.joined:
        raise unknown("Member")
    threads.leave(ask.realm, thread, person)
    return done()


def active(ask: Ask) -> Reply:
    here = [each for each in ask.guild().channels if each.is_thread and each.archived is None]
    here = [each for each in here if each.kind == PUBLIC_THREAD or ask.realm.bot.id in each.joined]
    mine = [each for each in here if ask.realm.bot.id in each.joined]
    members = [shapes.thread_member(each, ask.realm.bot.id) for each in mine]
    shown = [ask.realm.channel_shape(each) for each in here]
    return done({"threads": shown, "members": members, "has_more": False})


_ONE = "/channels/{channel_id}"
ROUTES: tuple[Route, ...] = (
    ("GET", _ONE, channel),
    ("PATCH", _ONE, change),
    ("DELETE", _ONE, close),
    ("POST", f"{_ONE}/messages/{{message_id}}/threads", start_from_message),
    ("POST", f"{_ONE}/threads", start),
    ("GET", f"{_ONE}/thread-members", thread_members),
    ("PUT", f"{_ONE}/thread-members/@me", join),
    ("DELETE", f"{_ONE}/thread-members/@me", leave),
    ("GET", f"{_ONE}/thread-members/{{user_id}}", thread_member),
    ("PUT", f"{_ONE}/thread-members/{{user_id}}", add_member),
    ("DELETE", f"{_ONE}/thread-members/{{user_id}}", remove_member),
    ("GET", "/guilds/{guild_id}/threads/active", active),
)
