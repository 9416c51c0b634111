"""What `event.json` holds, as values: the one file that loses nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.rules.seeding import Seeding
from cogs.tournaments.rules.separation import Label
from cogs.tournaments.rules.setup import Format
from cogs.tournaments.rules.state import State

FORMAT: Final = "maraude.event"
VERSION: Final = 1
HOURS: Final = ("opened_at", "check_in_opens", "check_in_closes", "starts_at")
MINUTES: Final = (
    "match_minutes",
    "clock_minutes",
    "call_minutes",
    "confirm_minutes",
    "hold_minutes",
)
LATER: Final = {"hold_minutes": 15.0}  # what files of before do not have
COUNTS: Final = ("team_size", "team_most", "substitutes")
FLAGS: Final = ("auto_forfeit", "apart_recent", "rated")


@dataclass(frozen=True, slots=True)
class Settings:
    name: str
    template: str
    game: str
    format: Format
    options: Mapping[str, object]
    size: int
    best_of: int
    third_place: bool
    phase: Phase
    hours: Mapping[str, datetime]  # UTC
    minutes: Mapping[str, float]
    counts: Mapping[str, int]
    flags: Mapping[str, bool]
    seeding: Seeding = Seeding.LOT
    paused_at: datetime | None = None
    secret: str = ""  # the luck of the draw; empty until it is drawn and may be known


@dataclass(frozen=True, slots=True)
class Entered:
    number: int  # the one that the log calls them by
    name: str  # as it is shown; empty for somebody whose name is gone
    standing: str
    here: bool
    labels: tuple[Label, ...] = ()  # a club, a class, a city
    hidden: bool = False  # from the overlays
    wish: int | None = None  # the seed that a host gave them by hand
    team: int | None = None  # the number of their team, and their place in it
    place: int | None = None
    captain: int | None = None  # of a team: the number of somebody in it
    open: bool = False  # of a team: whether anybody may join


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the log. Entrants are numbers, and nobody's name or account is in it."""

    at: datetime
    kind: str
    payload: Mapping[str, Any]
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    settings: Settings
    entrants: tuple[Entered, ...]
    log: tuple[Line, ...]
    state: State | None = field(default=None, repr=False)  # where the log leads; None until drawn
    seats: Mapping[int, int] = field(default_factory=dict)  # of the entrants, once drawn
    differs: bool = False  # the standings written in the file are not what the log leads to
