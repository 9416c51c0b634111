"""Reactions: a small picture under a message, by a person or by the bot."""

from sandbox.discord_world import message_shapes, shapes
from sandbox.discord_world.realm import Realm
from sandbox.discord_world.state import Json, Message, Person


def react(realm: Realm, message: Message, person: Person, emoji: str) -> None:
    who = message.reactions.setdefault(emoji, [])
    if person not in who:
        who.append(person)
        shape = _shape(message, person, emoji) | {"message_author_id": message.author.id}
        guild = message.channel.guild
        if guild is not None:
            shape["member"] = shapes.member(guild.members[person.id])
        _tell(realm, "MESSAGE_REACTION_ADD", message, shape)


def take_back(realm: Realm, message: Message, person: Person, emoji: str) -> None:
    who = message.reactions.get(emoji, [])
    if person in who:
        who.remove(person)
        if not who:
            del message.reactions[emoji]
        _tell(realm, "MESSAGE_REACTION_REMOVE", message, _shape(message, person, emoji))


def _tell(realm: Realm, event: str, message: Message, shape: Json) -> None:
    realm.tell(event, shape, message.channel.guild)
    realm.tell_screens(event.lower(), shape, message.channel)


def _shape(message: Message, person: Person, emoji: str) -> Json:
    shape: Json = {
        "user_id": person.id,
        "channel_id": message.channel.id,
        "message_id": message.id,
        "emoji": message_shapes.emoji(emoji),
        "burst": False,
        "type": 0,
    }
    if message.channel.guild is not None:
        shape["guild_id"] = message.channel.guild.id
    return shape
