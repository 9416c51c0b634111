"""What has happened in a tournament: the log of these is the truth, all else follows from it.

An event names its match and both entrants by number, never by name, so that it can be replayed
and the names forgotten. Who did it, when and why stand beside it in the log, not in it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Any, Final

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
    winner: int  # NOBODY for a draw
    score: Score | None = None
    order: tuple[int, ...] = ()  # of a lobby: everybody, the best first


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
    order: tuple[int, ...] = ()


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
class Reinstated:
    """They play again from the next round on; what was given away in between stays so."""

    entrant: int


@dataclass(frozen=True, slots=True)
class JoinedLate:
    entrant: int
    against: int  # whose bye became a match; NOBODY where no bye is needed


@dataclass(frozen=True, slots=True)
class Replaced:
    """Another ticket has the seat, with its seed, its results and its future."""

    seat: int
    ticket: int


@dataclass(frozen=True, slots=True)
class SeedsSwapped:
    one: int
    other: int
    tickets: Sides  # who sits on `one` and on `other` from now on


@dataclass(frozen=True, slots=True)
class Held:
    """The match waits for the stream, its clocks stand still."""

    match: MatchId


@dataclass(frozen=True, slots=True)
class Released:
    match: MatchId


@dataclass(frozen=True, slots=True)
class RoundPaired:
    """A round of a Swiss stage or of lobbies, as it was worked out, or made by hand."""

    round: int  # from 1
    pairs: tuple[Sides, ...]
    bye: int  # NOBODY for none
    cost: tuple[int, ...] = ()  # of a Swiss pairing; `bound` is the least that could be hoped for
    bound: tuple[int, ...] = ()
    proof: str = ""


@dataclass(frozen=True, slots=True)
class StageDrawn:
    """The play-offs, their entrants in the order of their seeds there."""

    order: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Paired:
    """Two of an arena meet."""

    match: MatchId
    sides: Sides


@dataclass(frozen=True, slots=True)
class Paused:
    """Somebody in an arena takes a break."""

    entrant: int


@dataclass(frozen=True, slots=True)
class Resumed:
    entrant: int


@dataclass(frozen=True, slots=True)
class Closed:
    """The arena is over: what is not reported by now does not count."""


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
OfSeats = Withdrawn | Reinstated | JoinedLate | Replaced | SeedsSwapped
OfStages = RoundPaired | StageDrawn | Paired | Paused | Resumed | Closed
Step = OfMatch | OfSeats | OfStages | Held | Released  # what a log of surviving events is made of
Event = Step | Undone

_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")
KINDS: Final[Mapping[str, type[Event]]] = MappingProxyType(
    {
        _CAPITAL.sub("_", kind.__name__).lower(): kind
        for kind in (
            *(Called, Arrived, Reported, Confirmed, AutoConfirmed, Disputed, Ruled, Forfeited),
            *(
                DoubleForfeited,
                Withdrawn,
                Reinstated,
                JoinedLate,
                Replaced,
                SeedsSwapped,
                Held,
                Released,
            ),
            *(RoundPaired, StageDrawn, Paired, Paused, Resumed, Closed, Undone),
        )
    }
)
_NAMES: Final = MappingProxyType({kind: name for name, kind in KINDS.items()})

Plain = int | str | list[Any] | None


def kind_of(event: Event) -> str:
    """The word that the log keeps: "reported", "double_forfeited"."""
    return _NAMES[type(event)]


def pack(event: Event) -> dict[str, Plain]:
    """The payload that the log keeps, in the plain values of JSON; what is empty is left out."""
    values = {field.name: getattr(event, field.name) for field in fields(event)}
    return {name: _plain(value) for name, value in values.items() if value != ()}


def unpack(kind: str, payload: Mapping[str, Plain]) -> Event:
    """The event that was packed. A kind or a field that is not known is our fault, and raises."""
    shape = KINDS[kind]
    names = {field.name for field in fields(shape)}
    if payload.keys() - names:
        raise ValueError(f"{kind} does not have {sorted(payload.keys() - names)}")
    return shape(**{name: _value(value) for name, value in payload.items()})


def _plain(value: Any) -> Plain:  # noqa: ANN401 - any value of an event
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


def _value(value: Any) -> Any:  # noqa: ANN401
    return tuple(_value(each) for each in value) if isinstance(value, list) else value
