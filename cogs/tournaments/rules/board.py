"""One match as it stands, and all of them on a board that never changes, only gives the next."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Self

from cogs.tournaments.rules.bracket import NOBODY, MatchId

# A seat: a number is an entrant, NOBODY an empty seat for good, None not known yet.
Seat = int | None
Sides = tuple[int, int]
Score = tuple[int, int]  # games of the side listed first, games of the other

WIDTH: Final = 32  # 1,024 matches are 32 rows of 32: a change copies two short rows


class Stage(StrEnum):
    WAITING = "waiting"  # a side is not known yet
    OPEN = "open"
    CALLED = "called"  # both were told, each says "I'm here"
    LIVE = "live"
    REPORTED = "reported"  # one side gave a result, the other is asked
    DISPUTED = "disputed"  # only staff can say
    SETTLED = "settled"


IN_PLAY: Final = frozenset(Stage) - {Stage.WAITING, Stage.SETTLED}


class Ending(StrEnum):
    """How a match came to its end. Only the first two were played, and count as such."""

    PLAYED = "played"
    RULED = "ruled"  # staff said so
    FORFEIT = "forfeit"  # somebody did not come
    WALKOVER = "walkover"  # somebody had left, or the seat was empty
    DOUBLE_FORFEIT = "double_forfeit"  # both sides gone: nobody advances


@dataclass(frozen=True, slots=True)
class Claim:
    """What one side said happened."""

    by: int
    winner: int
    score: Score | None = None


@dataclass(frozen=True, slots=True)
class Result:
    winner: int  # NOBODY where both sides were gone
    loser: int  # NOBODY where there was none to lose
    ending: Ending
    score: Score | None = None

    @property
    def played(self) -> bool:
        return self.ending in {Ending.PLAYED, Ending.RULED}


@dataclass(frozen=True, slots=True)
class Match:
    id: MatchId
    sides: tuple[Seat, Seat] = (None, None)
    stage: Stage = Stage.WAITING
    here: frozenset[int] = frozenset()  # who said that they are there
    claim: Claim | None = None
    result: Result | None = None

    @property
    def in_play(self) -> bool:
        return self.stage in IN_PLAY

    @property
    def absent(self) -> tuple[int, ...]:
        """Who has been called and has not come, in the order of the sides."""
        missing = (side for side in self.sides if side and side not in self.here)
        return tuple(missing) if self.stage is Stage.CALLED else ()

    def opponent_of(self, entrant: int) -> Seat:
        """The other side; None while it is not known."""
        one, other = self.sides
        return other if one == entrant else one

    def has(self, entrant: int) -> bool:
        return entrant != NOBODY and entrant in self.sides


@dataclass(frozen=True, slots=True)
class Board:
    """The matches by their place in the graph. Two boards share every row that is the same."""

    rows: tuple[tuple[Match, ...], ...]

    @classmethod
    def of(cls, matches: Iterable[Match]) -> Self:
        flat = tuple(matches)
        return cls(tuple(flat[start : start + WIDTH] for start in range(0, len(flat), WIDTH)))

    def __getitem__(self, place: int) -> Match:
        return self.rows[place // WIDTH][place % WIDTH]

    def __iter__(self) -> Iterator[Match]:
        return (match for row in self.rows for match in row)

    def with_match(self, place: int, match: Match) -> "Board":
        number, spot = divmod(place, WIDTH)
        row = self.rows[number]
        row = (*row[:spot], match, *row[spot + 1 :])
        return Board((*self.rows[:number], row, *self.rows[number + 1 :]))
