"""What consent tells the features above once it is written down, and what comes with a yes."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from cogs.consent.rules.channels import State
from cogs.consent.rules.scopes import Scope
from core.people import PersonId


@dataclass(frozen=True, slots=True)
class Stopped:
    """News: everything is off for this person; what waits to be sent to them is dropped."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class Withdrew:
    """News: these yeses of this person hold no more."""

    person: PersonId
    scopes: frozenset[Scope]


@dataclass(frozen=True, slots=True)
class ChannelMoved:
    """News: a channel is read in another way, or not at all, from now on."""

    channel: str


@dataclass(frozen=True, slots=True)
class WatchChanged:
    """News: there is a first channel to watch, or none any more."""

    watching: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """What somebody had before their eyes when they said yes, and where."""

    version: str  # hash of the text, as it was shown
    language: str
    channel: str = ""  # Discord's id of the channel that `watch` is about
    surface: str = "discord"
    account: timedelta = timedelta.max  # how old their account is
    membership: timedelta = timedelta.max  # since when they are a member here


@dataclass(frozen=True, slots=True)
class Choices:
    """What somebody has said yes to, as far as one channel shows it."""

    scopes: frozenset[Scope] = frozenset()
    ends: datetime | None = None  # of `watch` and `dm`, the sooner


@dataclass(frozen=True, slots=True)
class Status:
    """All that those who run a place may learn of a channel."""

    state: State
    watch_from: datetime | None = None
    watchers: int | None = field(default=None)  # None: fewer than ten
