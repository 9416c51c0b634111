"""Standings as a table: who stands where, what each round brought, and who goes on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from typing import Final

from cogs.tournaments.picture.view import Cast, SideView, player
from cogs.tournaments.rules.board import Match
from cogs.tournaments.rules.bracket import bracket_of
from cogs.tournaments.rules.setup import ELIMINATIONS, Format
from cogs.tournaments.rules.standings import Placement, placements, through
from cogs.tournaments.rules.state import State
from cogs.tournaments.rules.tables import Row, lobby_rounds, points, table_of
from cogs.tournaments.rules.tiebreaks import IN_HALF_WINS, LAST_WORDS, Tiebreak

CROSSED: Final = 16  # in a group whose cross table can be read
TABLES: Final = frozenset((Format.ROUND_ROBIN, Format.SWISS))
HALF: Final = 2  # half-wins in a win
_PARTS: Final = {Fraction(1, 4): "¼", Fraction(1, 2): "½", Fraction(3, 4): "¾"}


class Tone(StrEnum):
    """What a cell says; each has a sign of its own, so the colour only repeats it."""

    WON = "won"
    LOST = "lost"
    DRAWN = "drawn"
    BYE = "bye"
    AHEAD = "ahead"  # is being played, or will be
    SELF = "self"  # oneself against oneself
    PLAIN = "plain"


SIGNS: Final[Mapping[Tone, str]] = {
    Tone.WON: "✓",
    Tone.LOST: "–",
    Tone.DRAWN: "=",
    Tone.BYE: "→",
    Tone.AHEAD: "…",
}


@dataclass(frozen=True, slots=True)
class Cell:
    text: str = ""
    tone: Tone = Tone.PLAIN


Met = Mapping[tuple[int, int], Sequence[Cell]]  # the results of a pair, as the first sees them


@dataclass(frozen=True, slots=True)
class GridRow:
    rank: int
    last: int
    side: SideView
    points: str
    wins: int
    values: tuple[str, ...]  # one for each tie-break of the grid
    cells: tuple[Cell, ...]
    withdrawn: bool
    through: bool

    @property
    def place(self) -> str:
        return str(self.rank) if self.rank == self.last else f"{self.rank}–{self.last}"


@dataclass(frozen=True, slots=True)
class GridView:
    """One table, of everybody or of one group."""

    format: Format
    group: int  # from 1; 0 where there is one table only
    heads: tuple[int, ...]  # of the cells: numbers of rounds, or places in a cross table
    crossed: bool
    keys: tuple[Tiebreak, ...]  # what parts those level on points, as far as it is counted
    order: tuple[Tiebreak, ...]  # the whole list, with its last word
    rows: tuple[GridRow, ...]

    @property
    def any_through(self) -> bool:
        return any(row.through for row in self.rows)


def grids_of(state: State, cast: Cast) -> tuple[GridView, ...]:
    """The tables of the first stage; none for an elimination."""
    if state.setup.format in ELIMINATIONS:
        return ()
    grids = _Grids(state, cast)
    return tuple(grids.grid(group, lines) for group, lines in _lines(state))


def amount(value: int, parts: int) -> str:
    """A number of wins from its parts: 3 halves are 1½."""
    whole, rest = divmod(Fraction(value, parts), 1)
    part = _PARTS.get(rest, "")
    return f"{whole}{part}" if whole or not part else part


def tiebreak_value(key: Tiebreak, value: int | None) -> str:
    """As it is shown; a dot where it cannot be asked."""
    if value is None:
        return "·"
    if key is Tiebreak.SONNEBORN_BERGER:
        return amount(value, 2 * HALF)
    if key is Tiebreak.GAME_DIFF:
        return f"+{value}" if value > 0 else str(value).replace("-", "−")
    return amount(value, HALF) if key in IN_HALF_WINS else str(value)


@dataclass(frozen=True, slots=True)
class _Line:
    """What a row of any of the tables has in common."""

    entrant: int
    rank: int
    last: int
    points: int
    wins: int
    values: Mapping[Tiebreak, int]


def _lines(state: State) -> list[tuple[int, list[_Line]]]:
    """The lines of each table, with the number of its group."""
    setup = state.setup
    if setup.format in TABLES:
        groups = state.grouped
        return [
            (number if len(groups) > 1 else 0, list(map(_of_row, table_of(state, group))))
            for number, group in enumerate(groups, start=1)
        ]
    # The rules look at a bracket first, where there is one: here we look behind it.
    first = replace(state, graph=replace(state.graph, shape=None))
    return [(0, [_of_placement(one) for one in placements(first)])]


def _of_row(row: Row) -> _Line:
    wins = row.values.get(Tiebreak.WINS, row.points // HALF)
    return _Line(row.entrant, row.rank, row.last, row.points, wins, row.values)


def _of_placement(one: Placement) -> _Line:
    return _Line(one.entrant, one.rank, one.last, one.points, one.wins, one.values)


def _going_on(state: State) -> frozenset[int]:
    """Who is in the play-offs, or will be now that the tables are closed."""
    if state.in_playoffs:
        return frozenset(state.playoff_order)
    return frozenset(through(state) if state.setup.cut and state.stage_done else ())


class _Grids:
    """The tables of one stage: what they share is looked up once."""

    def __init__(self, state: State, cast: Cast) -> None:
        self._state, self._cast = state, cast
        self._on, self._met = _going_on(state), _met(state)
        tables = state.setup.format in TABLES
        self._order = state.setup.order if tables else ()
        self._keys = tuple(
            key for key in self._order if key not in LAST_WORDS and key is not Tiebreak.POINTS
        )

    def grid(self, group: int, lines: Sequence[_Line]) -> GridView:
        state, crossed = self._state, bool(self._met) and len(lines) <= CROSSED
        cells = _crossed(self._met, lines) if crossed else _by_round(state, lines)
        heads = range(1, 1 + (len(lines) if crossed else len(state.rounds)))
        rows = tuple(self._row(line, cells[line.entrant]) for line in lines)
        format_ = state.setup.format
        return GridView(format_, group, tuple(heads), crossed, self._keys, self._order, rows)

    def _row(self, line: _Line, cells: tuple[Cell, ...]) -> GridRow:
        values = line.values
        return GridRow(
            line.rank,
            line.last,
            player(line.entrant, self._cast),
            amount(line.points, HALF) if self._order else str(line.points),
            line.wins,
            tuple(
                tiebreak_value(key, values[key]) if key in values else "·" for key in self._keys
            ),
            cells,
            line.entrant in self._state.withdrawn,
            line.entrant in self._on,
        )


def _met(state: State) -> Met:
    """What became of every pair of a round robin, as each of them sees it."""
    met: dict[tuple[int, int], list[Cell]] = {}
    for match in state.board:
        if bracket_of(match.id) == "R":
            one, other = match.playing
            met.setdefault((one, other), []).append(_outcome(match, one))
            met.setdefault((other, one), []).append(_outcome(match, other))
    return met


def _crossed(met: Met, lines: Sequence[_Line]) -> Mapping[int, tuple[Cell, ...]]:
    """Everybody against everybody, in the order of the table."""
    own = Cell(tone=Tone.SELF)
    return {
        row.entrant: tuple(
            own if row is column else _joined(met.get((row.entrant, column.entrant), []))
            for column in lines
        )
        for row in lines
    }


def _by_round(state: State, lines: Sequence[_Line]) -> Mapping[int, tuple[Cell, ...]]:
    if state.setup.format is Format.LOBBIES:
        return _lobbies(state, lines)
    ranks = {line.entrant: str(at) for at, line in enumerate(lines, start=1)}
    cells: dict[int, list[Cell]] = {entrant: [] for entrant in ranks}
    for number, round_ in enumerate(state.rounds, start=1):
        if round_.bye:
            cells[round_.bye].append(Cell(SIGNS[Tone.BYE], Tone.BYE))
        for place in range(round_.first, round_.stop):
            match = state.board[place]
            for side in match.playing:
                outcome = _outcome(match, side)
                against = match.opponent_of(side) or 0
                text = f"{SIGNS[outcome.tone]}{ranks.get(against, '')}"
                cells[side].append(Cell(text, outcome.tone))
        _fill(cells, number)
    return {entrant: tuple(row) for entrant, row in cells.items()}


def _lobbies(state: State, lines: Sequence[_Line]) -> Mapping[int, tuple[Cell, ...]]:
    """The points of each round."""
    worth, cells = points(state), {line.entrant: list[Cell]() for line in lines}
    for number, results in enumerate(lobby_rounds(state), start=1):
        for result in results:
            for entrant, place in result.places.items():
                tone = Tone.WON if place == 1 else Tone.PLAIN
                sign = SIGNS[Tone.WON] if place == 1 else ""
                cells[entrant].append(Cell(f"{sign}{worth.at(place)}", tone))
        _fill(cells, number)
    return {entrant: tuple(row) for entrant, row in cells.items()}


def _fill(cells: Mapping[int, list[Cell]], rounds: int) -> None:
    """Whoever was not there in a round has nothing to show for it."""
    for row in cells.values():
        row.extend([Cell("·")] * (rounds - len(row)))


def _outcome(match: Match, me: int) -> Cell:
    result = match.result
    if result is None:
        return Cell(SIGNS[Tone.AHEAD], Tone.AHEAD)
    tone = Tone.WON if result.winner == me else Tone.DRAWN if result.drawn else Tone.LOST
    if result.score is None:
        return Cell(SIGNS[tone], tone)
    mine, theirs = result.score if match.sides[0] == me else result.score[::-1]
    return Cell(f"{SIGNS[tone]} {mine}:{theirs}", tone)


def _joined(legs: Sequence[Cell]) -> Cell:
    """Two legs in one cell: its colour is that of both, or none."""
    tones = {leg.tone for leg in legs}
    text = " / ".join(leg.text for leg in legs)
    return Cell(text, tones.pop() if len(tones) == 1 else Tone.PLAIN)
