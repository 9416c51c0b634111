"""What has happened in a tournament: the log of these is the truth, all else follows from it.

An event names its match and both entrants by number, never by name, so that it can be replayed
and the names forgotten. Who did it, when and why stand beside it in the log, not in it.
"""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from types import MappingProxyType
from typing import Final

from cogs.tournaments.rules.board import Score, Sides
from cogs.tournaments.rules.bracket import MatchId


@dataclass(frozen=True, slots=True)
class Called:
    match: MatchId
    sides: Sides


@dataclass(frozen=True, slots=True)
class Arrived:
    match: MatchId
    sides: Sides
    by: int


@dataclass(frozen=True, slots=True)
class Reported:
    match: MatchId
    sides: Sides
    by: int
    winner: int
    score: Score | None = None


@dataclass(frozen=True, slots=True)
class Confirmed:
    match: MatchId
    sides: Sides
    by: int


@dataclass(frozen=True, slots=True)
class AutoConfirmed:
    match: MatchId
    sides: Sides


@dataclass(frozen=True, slots=True)
class Disputed:
    match: MatchId
    sides: Sides
    by: int


@dataclass(frozen=True, slots=True)
class Ruled:
    match: MatchId
    sides: Sides
    winner: int
    score: Score | None = None


@dataclass(frozen=True, slots=True)
class Forfeited:
    match: MatchId
    sides: Sides
    entrant: int


@dataclass(frozen=True, slots=True)
class DoubleForfeited:
    match: MatchId
    sides: Sides


@dataclass(frozen=True, slots=True)
class Withdrawn:
    entrant: int


@dataclass(frozen=True, slots=True)
class JoinedLate:
    entrant: int
    against: int  # whose bye became a match


@dataclass(frozen=True, slots=True)
class Undone:
    """These events never happened: positions in `State.log` as it was, the first one lowest."""

    positions: tuple[int, ...]


OfMatch = (
    Called
    | Arrived
    | Reported
    | Confirmed
    | AutoConfirmed
    | Disputed
    | Ruled
    | Forfeited
    | DoubleForfeited
)
Step = OfMatch | Withdrawn | JoinedLate  # what a log of surviving events is made of
Event = Step | Undone

_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")
KINDS: Final[Mapping[str, type[Event]]] = MappingProxyType(
    {
        _CAPITAL.sub("_", kind.__name__).lower(): kind
        for kind in (
            *(Called, Arrived, Reported, Confirmed, AutoConfirmed, Disputed, Ruled, Forfeited),
            *(DoubleForfeited, Withdrawn, JoinedLate, Undone),
        )
    }
)
_NAMES: Final = MappingProxyType({kind: name for name, kind in KINDS.items()})

Plain = int | str | list[int] | None


def kind_of(event: Event) -> str:
    """The word that the log keeps: "reported", "double_forfeited"."""
    return _NAMES[type(event)]


def pack(event: Event) -> dict[str, Plain]:
    """The payload that the log keeps, in the plain values of JSON."""
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in asdict(event).items()
    }


def unpack(kind: str, payload: Mapping[str, Plain]) -> Event:
    """The event that was packed. A kind or a field that is not known is our fault, and raises."""
    shape = KINDS[kind]
    names = {field.name for field in fields(shape)}
    if payload.keys() - names:
        raise ValueError(f"{kind} does not have {sorted(payload.keys() - names)}")
    values = {
        name: tuple(value) if isinstance(value, list) else value for name, value in payload.items()
    }
    return shape(**values)  # type: ignore[arg-type]  # what pack wrote, in the shape it came from
