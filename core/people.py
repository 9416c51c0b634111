"""Who is asking, and where, without a platform in the type."""

from dataclasses import dataclass, field
from enum import Enum, StrEnum, auto
from typing import NewType, Protocol

from core.errors import NotAllowed

PersonId = NewType("PersonId", int)
PlaceId = NewType("PlaceId", int)


class Platform(StrEnum):
    DISCORD = "discord"
    TWITCH = "twitch"


class Role(Enum):
    HOST = auto()  # may run what is played in this place
    OWNER = auto()  # may set the bot up in this place
    MEDIATOR = auto()


@dataclass(frozen=True, slots=True)
class Voice:
    """How somebody wishes to be spoken to."""

    language: str = "fr"
    gender: str = "other"  # in grammar; "feminine" or "masculine" once they have said so


@dataclass(frozen=True, slots=True)
class Handle:
    """An account as its platform shows it. The id never reaches a table or a log as it is."""

    platform: Platform
    id: str = field(repr=False)
    name: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Venue:
    """A server or a stream as its platform shows it."""

    platform: Platform
    id: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """A person as they act in one place, with the roles they hold there.

    `place` is the community: a stream that has a home server acts as that server.
    """

    person: PersonId
    place: PlaceId
    voice: Voice = field(default_factory=Voice)
    roles: frozenset[Role] = frozenset()
    name: str = field(default="", repr=False)
    platform: Platform = Platform.DISCORD
    # What the platform's own people have given them there: ids of roles, "moderator" on Twitch.
    badges: frozenset[str] = frozenset()

    def must_be(self, role: Role) -> None:
        if role not in self.roles:
            raise NotAllowed


class Doorkeeper(Protocol):
    """The port through which a platform asks whose account this is. `people` is behind it."""

    async def recognise(
        self,
        handle: Handle,
        venue: Venue | None = None,
        *,
        language: str | None = None,
        roles: frozenset[Role] = frozenset(),
    ) -> Actor:
        """The person behind an account, in a server, in a stream or in private (no venue).

        `language` is what the platform says of them; their own choice wins. Somebody new is
        made known on the way, with nothing but a keyed hash and a sealed address.
        """

    async def account_of(self, person: PersonId, platform: Platform) -> str | None:
        """The platform's id of this person, to mention or to reach them; None if there is none."""

    async def private_channel_of(self, person: PersonId) -> str | None:
        """The Discord DM channel they opened by an act of their own; None if they have not."""
