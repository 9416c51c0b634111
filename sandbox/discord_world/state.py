"""What exists in the world: people, guilds, channels, and what was said in them."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sandbox.discord_world.components import Component, flatten, texts

Json = dict[str, Any]

TEXT, DM, PUBLIC_THREAD, PRIVATE_THREAD = 0, 1, 11, 12
SCHEDULED, ACTIVE, COMPLETED, CANCELED = 1, 2, 3, 4  # of a scheduled event
EPHEMERAL, LOADING, SILENT, COMPONENTS_V2 = 1 << 6, 1 << 7, 1 << 12, 1 << 15


@dataclass(eq=False, slots=True)
class Person:
    """Somebody with an account; the bot is one too."""

    id: str
    name: str
    locale: str = "fr"
    bot: bool = False
    dms_open: bool = True

    @property
    def mention(self) -> str:
        return f"<@{self.id}>"


@dataclass(eq=False, slots=True)
class Role:
    id: str
    name: str
    permissions: int = 0
    position: int = 1

    @property
    def mention(self) -> str:
        return f"<@&{self.id}>"


@dataclass(eq=False, slots=True)
class Member:
    """A person in one guild."""

    person: Person
    joined: datetime
    permissions: int
    roles: list[Role] = field(default_factory=list)
    nick: str | None = None


@dataclass(eq=False, slots=True)
class ScheduledEvent:
    """Something that a guild announces in its list of events, held outside of Discord."""

    id: str
    creator: Person
    name: str
    description: str
    starts: datetime
    ends: datetime
    location: str
    status: int = SCHEDULED


@dataclass(eq=False, slots=True)
class Guild:
    id: str
    name: str
    locale: str
    owner: Person
    everyone: Role
    roles: list[Role] = field(default_factory=list)
    channels: list["Channel"] = field(default_factory=list)
    members: dict[str, Member] = field(default_factory=dict)
    bot_permissions: int = 0
    most_threads: int = 1000  # active at once
    scheduled: dict[str, ScheduledEvent] = field(default_factory=dict)


@dataclass(eq=False, slots=True)
class Attachment:
    """A file somebody sent; its bytes are served by the CDN."""

    id: str
    filename: str
    content_type: str
    data: bytes
    url: str
    description: str | None = None
    ephemeral: bool = False


@dataclass(frozen=True, slots=True)
class Version:
    """What a message said after an edit."""

    at: datetime
    content: str
    embeds: list[Json]
    components: list[Json]

    @property
    def text(self) -> str:
        return texts(self.content, self.embeds, self.components)


@dataclass(eq=False, slots=True)
class Message:
    id: str
    channel: "Channel"
    author: Person
    at: datetime
    content: str = ""
    kind: int = 0
    flags: int = 0
    embeds: list[Json] = field(default_factory=list)
    rows: list[Json] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    mentions: list[Person] = field(default_factory=list)
    mention_roles: list[Role] = field(default_factory=list)
    reactions: dict[str, list[Person]] = field(default_factory=dict)
    edits: list[Version] = field(default_factory=list)
    only_for: Person | None = None
    reference: "Message | None" = None
    thread: "Channel | None" = None
    metadata: Json | None = None
    nonce: str | int | None = None
    edited: datetime | None = None
    pinned: datetime | None = None
    deleted: bool = False
    _flat: tuple[list[Json], list[Component]] | None = field(default=None, repr=False)

    @property
    def text(self) -> str:
        """Everything there is to read: the words, the embeds, the text displays."""
        return texts(self.content, self.embeds, self.rows)

    @property
    def components(self) -> list[Component]:
        """Every button and menu, whatever rows they stand in."""
        # Five hundred people look at it again and again; an edit brings other rows.
        if self._flat is None or self._flat[0] is not self.rows:
            self._flat = self.rows, flatten(self.rows)
        return self._flat[1]

    @property
    def ephemeral(self) -> bool:
        return bool(self.flags & EPHEMERAL)

    @property
    def silent(self) -> bool:
        return bool(self.flags & SILENT)


@dataclass(eq=False, slots=True)
class Channel:
    """A text channel, a thread, or the private conversation of one person with the bot."""

    id: str
    kind: int
    name: str
    guild: Guild | None = None
    nsfw: bool = False
    position: int = 0
    topic: str | None = None
    slowmode: int = 0
    bot_lacks: int = 0
    posts: list[Message] = field(default_factory=list)
    recipient: Person | None = None
    parent: "Channel | None" = None
    owner: Person | None = None
    created: datetime | None = None
    archived: datetime | None = None
    locked: bool = False
    invitable: bool = True
    archive_after: int = 1440
    joined: dict[str, datetime] = field(default_factory=dict)

    @property
    def messages(self) -> list[Message]:
        """What everybody here can read, oldest first: neither deleted nor ephemeral."""
        return [post for post in self.posts if not post.deleted and post.only_for is None]

    @property
    def threads(self) -> list["Channel"]:
        """The threads that belong to this channel, archived ones too, oldest first."""
        here = self.guild.channels if self.guild else []
        return [each for each in here if each.parent is self]

    @property
    def is_thread(self) -> bool:
        return self.kind in {PUBLIC_THREAD, PRIVATE_THREAD}
