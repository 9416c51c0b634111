"""What people do that needs no button: come, talk, react, leave."""

from collections.abc import Iterable

from sandbox.discord_world import posting, reacting, shapes, threads
from sandbox.discord_world.permissions import BOT, EVERYONE, bits
from sandbox.discord_world.realm import Realm
from sandbox.discord_world.state import (
    TEXT,
    Channel,
    Guild,
    Member,
    Message,
    Person,
    Role,
)
from sandbox.discord_world.waiting import CannotDo


class People:
    """Guilds are founded, people come, talk and go."""

    def __init__(self, realm: Realm) -> None:
        self._realm = realm

    def add_guild(self, name: str, locale: str = "fr", *, bot: bool = True) -> Guild:
        """A guild, owned by `world.owner`; the bot is in it unless told otherwise."""
        realm = self._realm
        number = realm.ids.apart()
        everyone = Role(number, "@everyone", EVERYONE, position=0)
        guild = Guild(number, name, locale, realm.owner, everyone, [everyone])
        realm.guilds[guild.id] = guild
        guild.members[realm.owner.id] = Member(realm.owner, realm.clock.now(), EVERYONE)
        if bot:
            self.invite_bot(guild)
        return guild

    def invite_bot(self, guild: Guild, permissions: Iterable[str] | int = BOT) -> None:
        """The bot joins, with these permissions."""
        realm = self._realm
        guild.bot_permissions = bits(permissions)
        guild.members[realm.bot.id] = Member(realm.bot, realm.clock.now(), guild.bot_permissions)
        realm.tell("GUILD_CREATE", shapes.whole_guild(guild, realm.bot), guild)

    def expel_bot(self, guild: Guild) -> None:
        """Somebody threw the bot out."""
        self._realm.tell("GUILD_DELETE", {"id": guild.id}, guild)
        del guild.members[self._realm.bot.id]

    def add_channel(self, guild: Guild, name: str, *, nsfw: bool = False) -> Channel:
        realm = self._realm
        channel = Channel(realm.ids.next(), TEXT, name, guild, nsfw)
        channel.position = len(guild.channels)
        guild.channels.append(channel)
        realm.channels[channel.id] = channel
        realm.tell("CHANNEL_CREATE", realm.channel_shape(channel), guild)
        return channel

    def delete_channel(self, channel: Channel) -> None:
        threads.remove(self._realm, channel)

    def deny_bot(self, channel: Channel, *names: str) -> None:
        """From now on the bot lacks exactly these permissions in this channel."""
        channel.bot_lacks = bits(names)
        shape = self._realm.channel_shape(channel)
        self._realm.tell("CHANNEL_UPDATE", shape, channel.guild)

    def add_role(self, guild: Guild, name: str, permissions: Iterable[str] | int = 0) -> Role:
        role = Role(self._realm.ids.next(), name, bits(permissions), len(guild.roles))
        guild.roles.append(role)
        told = {"guild_id": guild.id, "role": shapes.role(role)}
        self._realm.tell("GUILD_ROLE_CREATE", told, guild)
        return role

    def add_person(
        self,
        name: str,
        *guilds: Guild,
        locale: str = "fr",
        permissions: Iterable[str] | int = (),
        roles: Iterable[Role] = (),
    ) -> Person:
        """Somebody with an account, in these guilds; `permissions` come on top of everybody's."""
        person = Person(self._realm.ids.next(), name, locale)
        self._realm.people[person.id] = person
        given = list(roles)
        for guild in guilds:
            mine = [role for role in given if role in guild.roles]
            self.join(person, guild, permissions=permissions, roles=mine)
        return person

    def join(
        self,
        person: Person,
        guild: Guild,
        *,
        permissions: Iterable[str] | int = (),
        roles: Iterable[Role] = (),
    ) -> None:
        realm = self._realm
        here = Member(person, realm.clock.now(), EVERYONE | bits(permissions), list(roles))
        guild.members[person.id] = here
        realm.tell("GUILD_MEMBER_ADD", shapes.member(here) | {"guild_id": guild.id}, guild)

    def leave(self, person: Person, guild: Guild) -> None:
        del guild.members[person.id]
        told = {"guild_id": guild.id, "user": shapes.user(person)}
        self._realm.tell("GUILD_MEMBER_REMOVE", told, guild)

    def give_role(self, person: Person, guild: Guild, role: Role) -> None:
        here = guild.members[person.id]
        here.roles.append(role)
        told = shapes.member(here) | {"guild_id": guild.id}
        self._realm.tell("GUILD_MEMBER_UPDATE", told, guild)

    def say(
        self,
        person: Person,
        channel: Channel,
        text: str,
        *,
        mentions_bot: bool = False,
        reply_to: Message | None = None,
    ) -> Message:
        """Write in a channel or thread; in a thread, that is also to join it."""
        if person.id not in self._realm.readers(channel) or person.bot:
            raise CannotDo(f"{person.name} is not in #{channel.name}")
        if channel.locked:
            raise CannotDo(f"#{channel.name} is locked")
        if channel.is_thread:
            threads.wake(self._realm, channel)
            threads.join(self._realm, channel, person)
        words = f"{self._realm.bot.mention} {text}" if mentions_bot else text
        said = posting.say(self._realm, channel, person, words, reply_to)
        if channel.invitable:
            threads.bring(self._realm, said)
        return said

    def edit(self, person: Person, message: Message, text: str) -> None:
        self._own(person, message)
        message.content = text
        posting.find_mentions(self._realm, message)
        posting.changed(self._realm, message)

    def delete(self, person: Person, message: Message) -> None:
        """Delete one's own message."""
        self._own(person, message)
        posting.delete(self._realm, message)

    def delete_message(self, message: Message) -> None:
        """A moderator deletes a message, whoever wrote it."""
        posting.delete(self._realm, message)

    def pin(self, message: Message) -> None:
        """A moderator pins a message."""
        posting.pin(self._realm, message, pinned=True)

    def unpin(self, message: Message) -> None:
        posting.pin(self._realm, message, pinned=False)

    def react(self, person: Person, message: Message, emoji: str) -> None:
        reacting.react(self._realm, message, person, emoji)

    def dm(self, person: Person, text: str) -> Message:
        """Write to the bot in private; that takes a guild which both are in."""
        if not self._realm.share_a_guild(person):
            raise CannotDo(f"{person.name} shares no guild with the bot")
        return posting.say(self._realm, self._realm.dm_with(person), person, text)

    def close_dms(self, person: Person) -> None:
        """From now on the bot's private messages are refused (50007)."""
        person.dms_open = False

    def open_dms(self, person: Person) -> None:
        person.dms_open = True

    def dm_messages(self, person: Person) -> list[Message]:
        """The private conversation of this person with the bot, both ways."""
        return self._realm.dm_with(person).messages

    def seen_by(self, person: Person) -> list[Message]:
        """Everything this person can read at this moment, oldest first."""
        seen = [
            post
            for channel in self._realm.channels.values()
            if person.id in self._realm.readers(channel)
            for post in channel.posts
            if not post.deleted and post.only_for in {None, person}
        ]
        return sorted(seen, key=lambda post: int(post.id))

    def _own(self, person: Person, message: Message) -> None:
        if message.author is not person:
            raise CannotDo(f"{person.name} did not write that message")
