"""Threads begin, are joined and left, and end."""

from sandbox.discord_world.problems import Problem
from sandbox.discord_world.realm import Realm
from sandbox.discord_world.shapes import thread_member
from sandbox.discord_world.state import PRIVATE_THREAD, Channel, Json, Message, Person


def start(
    realm: Realm,
    home: Channel,
    by: Person,
    name: str,
    kind: int,
    *,
    under: Message | None = None,
) -> Channel:
    """A new thread; under a message it takes that message's id."""
    make_room(home)
    number = under.id if under else realm.ids.next()
    thread = Channel(number, kind, name, home.guild, parent=home, owner=by)
    thread.created = realm.clock.now()
    thread.joined[by.id] = thread.created
    realm.channels[thread.id] = thread
    if home.guild is not None:
        home.guild.channels.append(thread)
    if under is not None:
        under.thread = thread
    if kind != PRIVATE_THREAD or realm.bot.id in thread.joined:
        shape = realm.channel_shape(thread)
        realm.tell("THREAD_CREATE", shape | {"newly_created": True}, home.guild)
    realm.tell_screens("thread_create", realm.channel_shape(thread), thread)
    return thread


def make_room(home: Channel) -> None:
    """Refuse one more active thread than a guild may have."""
    if home.guild is None:
        return
    active = sum(each.is_thread and each.archived is None for each in home.guild.channels)
    if active >= home.guild.most_threads:
        raise Problem(400, 160006, "Maximum number of active threads reached")


def wake(realm: Realm, thread: Channel) -> None:
    """Writing in an archived thread opens it again."""
    if thread.archived is not None:
        make_room(thread)
        thread.archived = None
        realm.tell("THREAD_UPDATE", realm.channel_shape(thread), thread.guild)
        realm.tell_screens("thread_update", realm.channel_shape(thread), thread)


def bring(realm: Realm, message: Message) -> None:
    """Whoever a new message in a thread calls by name is in it from then on."""
    thread = message.channel
    if not thread.is_thread or thread.guild is None:
        return
    for person in message.mentions:
        if person.id in thread.guild.members:
            join(realm, thread, person)


def join(realm: Realm, thread: Channel, person: Person) -> None:
    if person.id in thread.joined:
        return
    thread.joined[person.id] = realm.clock.now()
    if person is realm.bot:
        realm.tell("THREAD_CREATE", realm.channel_shape(thread), thread.guild)
    added = [thread_member(thread, person.id)]
    _tell_members(realm, thread, {"added_members": added})
    realm.tell_screens("thread_create", realm.channel_shape(thread), thread)


def leave(realm: Realm, thread: Channel, person: Person) -> None:
    if thread.joined.pop(person.id, None) is not None:
        _tell_members(realm, thread, {"removed_member_ids": [person.id]})


def remove(realm: Realm, channel: Channel) -> None:
    """A channel or thread is gone, with what was said in it."""
    shape = realm.channel_shape(channel)
    realm.tell_screens("channel_delete", shape, channel)
    del realm.channels[channel.id]
    for post in channel.posts:
        post.deleted = True
    if channel.guild is not None:
        channel.guild.channels.remove(channel)
    if channel.is_thread and channel.parent is not None:
        told: Json = {key: shape[key] for key in ("id", "guild_id", "parent_id", "type")}
        realm.tell("THREAD_DELETE", told, channel.guild)
    else:
        realm.tell("CHANNEL_DELETE", shape, channel.guild)


def _tell_members(realm: Realm, thread: Channel, change: Json) -> None:
    if thread.guild is None or (
        thread.kind == PRIVATE_THREAD and realm.bot.id not in thread.joined
    ):
        realm.pulse.beat()
        return
    base: Json = {"id": thread.id, "guild_id": thread.guild.id, "member_count": len(thread.joined)}
    realm.tell("THREAD_MEMBERS_UPDATE", base | change, thread.guild)
