"""Matches and standings as tables for a spreadsheet: names as shown, headers in English."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from cogs.tournaments.rules import sheets
from cogs.tournaments.rules.board import DUEL, Match
from cogs.tournaments.rules.bracket import NOBODY
from cogs.tournaments.rules.setup import Format
from cogs.tournaments.rules.standings import placements
from cogs.tournaments.rules.state import State
from cogs.tournaments.rules.tiebreaks import IN_HALF_WINS, Tiebreak

MATCHES: Final = ("match", "state", "ending", "winner", "score_1", "score_2")
STANDINGS: Final = ("rank", "last", "name", "seed", "group", "points", "wins", "withdrawn")
_TABLED: Final = frozenset((Format.ROUND_ROBIN, Format.SWISS))  # points there are half-wins

Names = Mapping[int, str]


def matches(state: State, names: Names, wanted: Callable[[Match], bool] = bool) -> str:
    """One line for each match; of a lobby that is over, its players the best first."""
    board = [match for match in state.matches.values() if wanted(match)]
    widest = max((len(match.sides) for match in board), default=DUEL)
    header = (*MATCHES, *(f"side_{number}" for number in range(1, max(widest, DUEL) + 1)))
    return sheets.written(header, (_padded(_match(each, names), len(header)) for each in board))


def standings(state: State, names: Names) -> str:
    """Everybody once, the best first; `rank` to `last` are shared places."""
    placed = placements(state)
    keys = list(dict.fromkeys(key for one in placed for key in one.values))
    halved = state.setup.format in _TABLED
    rows = (
        (
            one.rank,
            one.last,
            _name(names, one.entrant),
            one.entrant,
            one.group or None,
            _half(one.points) if halved else one.points,
            one.wins,
            "yes" if one.withdrawn else "no",
            *(_shown(key, one.values[key]) if key in one.values else None for key in keys),
        )
        for one in placed
    )
    return sheets.written((*STANDINGS, *(key.value for key in keys)), rows)


def _match(match: Match, names: Names) -> Iterator[object]:
    result = match.result
    score = result.score if result and result.score else (None, None)
    sides = list(result.order) if result and result.order else list(match.sides)
    yield from (match.id, match.stage.value, result.ending.value if result else None)
    yield _name(names, result.winner) if result and result.winner else None
    yield from score
    yield from (_name(names, side) if side else None for side in sides)


def _padded(cells: Iterator[object], width: int) -> list[object]:
    row = list(cells)
    return row + [None] * (width - len(row))


def _name(names: Names, entrant: int) -> str:
    """Somebody whose name is gone is called by their number."""
    return names.get(entrant) or (f"#{entrant}" if entrant != NOBODY else "")


def _shown(key: Tiebreak, value: int) -> float:
    if key is Tiebreak.SONNEBORN_BERGER:  # half a draw of half-wins: quarters
        return value / 4
    return _half(value) if key in IN_HALF_WINS else value


def _half(points: int) -> float:
    return points / 2 if points % 2 else points // 2
