"""One match as it stands, and all of them on a board that never changes, only gives the next."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, Self

from cogs.tournaments.rules.bracket import Graph, MatchId
from cogs.tournaments.rules.elimination import NOBODY

# A seat: a number is an entrant, NOBODY an empty seat for good, None not known yet.
Seat = int | None
Sides = tuple[int, ...]  # two, or as many as a lobby holds
Score = tuple[int, int]  # games of the side listed first, games of the other

DUEL: Final = 2  # sides
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
BUSY: Final = IN_PLAY - {Stage.OPEN}  # its players are wanted there, and nowhere else


class Ending(StrEnum):
    """How a match came to its end. Only the first two were played, and count as such."""

    PLAYED = "played"
    RULED = "ruled"  # staff said so
    FORFEIT = "forfeit"  # somebody did not come
    WALKOVER = "walkover"  # somebody had left, or the seat was empty
    DOUBLE_FORFEIT = "double_forfeit"  # both sides gone: nobody advances
    ANNULLED = "annulled"  # the bell rang before it was over


@dataclass(frozen=True, slots=True)
class Claim:
    """What one side said happened."""

    by: int
    winner: int  # NOBODY for a draw
    score: Score | None = None
    order: tuple[int, ...] = ()  # of a lobby: everybody, the best first


@dataclass(frozen=True, slots=True)
class Result:
    winner: int  # NOBODY where both sides were gone, and where nobody won
    loser: int  # NOBODY where there was none to lose
    ending: Ending
    score: Score | None = None
    order: tuple[int, ...] = ()

    @property
    def played(self) -> bool:
        return self.ending in {Ending.PLAYED, Ending.RULED}

    @property
    def drawn(self) -> bool:
        return self.played and self.winner == NOBODY


@dataclass(frozen=True, slots=True)
class Match:
    id: MatchId
    sides: tuple[Seat, ...] = (None, None)
    stage: Stage = Stage.WAITING
    here: frozenset[int] = frozenset()  # who said that they are there
    claim: Claim | None = None
    result: Result | None = None
    held: bool = False  # it waits for the stream
    gone: frozenset[int] = frozenset()  # of a lobby: who did not come, or left

    @property
    def in_play(self) -> bool:
        return self.stage in IN_PLAY

    @property
    def lobby(self) -> bool:
        return len(self.sides) > DUEL

    @property
    def known(self) -> bool:
        """Whether it is known who sits on every side."""
        return None not in self.sides

    @property
    def absent(self) -> tuple[int, ...]:
        """Who has been called and has not come, in the order of the sides."""
        missing = (side for side in self.playing if side not in self.here)
        return tuple(missing) if self.stage is Stage.CALLED else ()

    @property
    def playing(self) -> tuple[int, ...]:
        """Who is known to play it, without those of a lobby who have gone."""
        return tuple(side for side in self.sides if side and side not in self.gone)

    def opponent_of(self, entrant: int) -> Seat:
        """The other side; None while it is not known."""
        one, other = self.sides[:DUEL]
        return other if one == entrant else one

    def has(self, entrant: int) -> bool:
        return entrant != NOBODY and entrant in self.sides


Row = tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """The matches by their place in the graph. Two boards share every row that is the same.

    A row that nobody has touched is None and is written only when it is: thousands of matches
    are drawn at once, and most of an evening goes by before the last of them is looked at.
    """

    graph: Graph = field(repr=False, compare=False)
    rows: tuple[Row | None, ...]

    @classmethod
    def blank(cls, graph: Graph) -> Self:
        """Nothing has happened yet."""
        return cls(graph, (None,) * (-(-len(graph.ids) // WIDTH)))

    def __len__(self) -> int:
        return len(self.graph.ids)

    def __eq__(self, other: object) -> bool:
        """A row that was written and is blank again is the same as one never written."""
        if not isinstance(other, Board):
            return NotImplemented
        return len(self) == len(other) and not any(self.changed_from(other))

    def __hash__(self) -> int:
        return hash(len(self))

    def __getitem__(self, place: int) -> Match:
        row = self.rows[place // WIDTH]
        return self._blank(place) if row is None else row[place % WIDTH]

    def __iter__(self) -> Iterator[Match]:
        for number in range(len(self.rows)):
            yield from self._row(number)

    def with_match(self, place: int, match: Match) -> "Board":
        number, spot = divmod(place, WIDTH)
        row = self._row(number)
        row = (*row[:spot], match, *row[spot + 1 :])
        return Board(self.graph, (*self.rows[:number], row, *self.rows[number + 1 :]))

    def grown(self, graph: Graph) -> "Board":
        """The same matches, and those that `graph` has besides."""
        more = -(-len(graph.ids) // WIDTH) - len(self.rows)
        board = Board(graph, (*self.rows, *((None,) * more)))
        last = len(self.rows) - 1
        if last < 0 or board.rows[last] is None:
            return board
        row = tuple(
            self[place] if place < len(self) else board._blank(place)
            for place in _places(board, last)
        )
        return Board(graph, (*board.rows[:last], row, *board.rows[last + 1 :]))

    def changed_from(self, before: "Board") -> Iterator[Match]:
        """The matches that are not what they were, new ones included."""
        for number, row in enumerate(self.rows):
            old = before.rows[number] if number < len(before.rows) else None
            if row is old and len(self) == len(before):
                continue
            for place in _places(self, number):
                now = self[place]
                if place >= len(before) or (now is not before[place] and now != before[place]):
                    yield now

    def _row(self, number: int) -> Row:
        row = self.rows[number]
        return tuple(map(self._blank, _places(self, number))) if row is None else row

    def _blank(self, place: int) -> Match:
        sides = tuple(code if code > 0 else None for code in self.graph.codes[place])
        stage = Stage.WAITING if None in sides else Stage.OPEN
        return Match(self.graph.ids[place], sides, stage)


def _places(board: Board, row: int) -> range:
    return range(row * WIDTH, min((row + 1) * WIDTH, len(board)))
