"""The one place that knows everything that is, and tells whoever listens when it changes."""

import secrets
from dataclasses import dataclass, field

from core.clock import Clock
from sandbox.discord_world import intents, message_shapes, shapes
from sandbox.discord_world.faults import Faults
from sandbox.discord_world.feed import Feed
from sandbox.discord_world.ids import Snowflakes
from sandbox.discord_world.interaction import Interaction
from sandbox.discord_world.ledger import Ledger
from sandbox.discord_world.limits import Limits
from sandbox.discord_world.permissions import ALL, BITS, IN_A_DM
from sandbox.discord_world.sessions import Sessions
from sandbox.discord_world.state import (
    DM,
    PRIVATE_THREAD,
    Attachment,
    Channel,
    Guild,
    Json,
    Message,
    Person,
)
from sandbox.discord_world.waiting import Pulse


@dataclass(slots=True)
class Secrets:
    """What only the bot's operator knows."""

    bot_token: str = field(default_factory=lambda: f"sandbox.{secrets.token_urlsafe(24)}")
    client_secret: str = field(default_factory=lambda: secrets.token_urlsafe(24))


class Realm:
    """Everything that is: people, guilds, channels, messages, interactions, commands."""

    def __init__(self, clock: Clock, granted: int) -> None:
        self.clock = clock
        self.granted = granted
        self.ids = Snowflakes(clock, worker=1)
        self.live_ids = Snowflakes(Clock(), worker=2)
        self.host = ""
        self.secrets = Secrets()
        self.pulse = Pulse()
        self.ledger = Ledger()
        self.limits = Limits()
        self.faults = Faults()
        self.feed = Feed()
        self.sessions = Sessions(self.ledger)
        self.bot = Person(self.ids.next(), "Maraude", bot=True)
        self.owner = Person(self.ids.next(), "Opératrice")
        self.people = {each.id: each for each in (self.bot, self.owner)}
        self.guilds: dict[str, Guild] = {}
        self.channels: dict[str, Channel] = {}
        self.messages: dict[str, Message] = {}
        self.nonces: dict[tuple[str, str], tuple[Message, float]] = {}
        self.dms: dict[str, Channel] = {}
        self.opened_dms: set[str] = set()
        self.interactions: dict[str, Interaction] = {}
        self.commands: dict[str | None, list[Json]] = {}
        self.uploads: dict[str, Attachment] = {}
        self.codes: dict[str, Json] = {}
        self.bearers: dict[str, tuple[Person, str]] = {}
        self.deadline = 3.0

    @property
    def http(self) -> str:
        return f"http://{self.host}"

    def bot_in(self, guild: Guild) -> bool:
        return self.bot.id in guild.members

    def share_a_guild(self, person: Person) -> bool:
        return any(
            person.id in guild.members and self.bot_in(guild) for guild in self.guilds.values()
        )

    def bot_may(self, channel: Channel) -> int:
        """The bot's permissions in a channel."""
        if channel.guild is None:
            return IN_A_DM
        home = channel.parent or channel
        return channel.guild.bot_permissions & ALL & ~home.bot_lacks & ~channel.bot_lacks

    def dm_with(self, person: Person) -> Channel:
        """The private conversation of a person with the bot; there is at most one."""
        if person.id not in self.dms:
            channel = Channel(self.ids.next(), DM, "", recipient=person, created=self.clock.now())
            self.dms[person.id] = self.channels[channel.id] = channel
        return self.dms[person.id]

    def readers(self, channel: Channel) -> set[str]:
        """The ids of those who can read a channel."""
        if channel.recipient is not None:
            return {channel.recipient.id, self.bot.id}
        if channel.guild is None:
            return set()
        if channel.kind == PRIVATE_THREAD:
            return set(channel.joined) | self._moderators(channel.guild)
        return set(channel.guild.members)

    def _moderators(self, guild: Guild) -> set[str]:
        """People who look after threads, and so see all of them."""
        members = (each for each in guild.members.values() if not each.person.bot)
        return {
            each.person.id
            for each in members
            if shapes.permissions_of(each, guild.owner) & BITS["manage_threads"]
        }

    def message_shape(self, message: Message) -> Json:
        """A message as a REST call answers it."""
        content = bool(self.granted & intents.MESSAGE_CONTENT)
        return message_shapes.message(
            message, self.bot, lambda each: intents.readable(each, self.bot, content)
        )

    def whole_message(self, message: Message) -> Json:
        """A message with all it says, for those who see it on their screen."""
        return message_shapes.message(message, self.bot, lambda _: True)

    def channel_shape(self, channel: Channel) -> Json:
        return shapes.channel(channel, self.bot)

    def tell(self, event: str, data: Json, guild: Guild | None) -> None:
        """An event to the bot's sessions."""
        if guild is None or self.bot_in(guild):
            self.sessions.tell(event, lambda _: dict(data), guild.id if guild else None)
        self.pulse.beat()

    def tell_message(self, event: str, message: Message) -> None:
        """A message to the bot's sessions (unless it is ephemeral) and to the screens."""
        guild = message.channel.guild
        self.feed.tell(event.lower(), self.whole_message(message), self._screens(message))
        self.pulse.beat()
        if message.only_for is not None or (guild is not None and not self.bot_in(guild)):
            return
        if guild is not None and not self.bot_may(message.channel) & BITS["view_channel"]:
            return

        def make(content: bool) -> Json:
            return message_shapes.event(
                message, self.bot, lambda each: intents.readable(each, self.bot, content)
            )

        self.sessions.tell(event, make, guild.id if guild else None)

    def tell_screens(self, kind: str, data: Json, channel: Channel) -> None:
        """Something that people see and that is not a message."""
        self.feed.tell(kind, data, self.readers(channel))
        self.pulse.beat()

    def _screens(self, message: Message) -> set[str]:
        if message.only_for is not None:
            return {message.only_for.id}
        return self.readers(message.channel)
