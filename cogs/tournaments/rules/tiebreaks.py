"""Who stands before whom in a table: an ordered list of tie-breaks, and what each one counts.

The systems are those of FIDE's tie-break regulations (Handbook C.07), reduced to one rule for
rounds without play. Scores are whole numbers of half-wins, so that nothing is ever rounded.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from cogs.tournaments.rules.bracket import NOBODY
from cogs.tournaments.rules.refusals import BadTiebreaks
from cogs.tournaments.rules.roster import drawn_by_lot


class Tiebreak(StrEnum):
    POINTS = "points"
    HEAD_TO_HEAD = "head_to_head"
    BUCHHOLZ = "buchholz"
    BUCHHOLZ_CUT1 = "buchholz_cut1"
    MEDIAN_BUCHHOLZ = "median_buchholz"
    SONNEBORN_BERGER = "sonneborn_berger"
    WINS = "wins"
    GAME_DIFF = "game_diff"
    GAME_FOR = "game_for"
    SEED = "seed"
    LOT = "lot"


LAST_WORDS: Final = (Tiebreak.SEED, Tiebreak.LOT)  # nobody is level on these
SWISS: Final = (
    Tiebreak.POINTS,
    Tiebreak.BUCHHOLZ_CUT1,
    Tiebreak.BUCHHOLZ,
    Tiebreak.WINS,
    Tiebreak.HEAD_TO_HEAD,
    Tiebreak.SEED,
)
ROBIN: Final = (
    Tiebreak.POINTS,
    Tiebreak.HEAD_TO_HEAD,
    Tiebreak.GAME_DIFF,
    Tiebreak.GAME_FOR,
    Tiebreak.WINS,
    Tiebreak.SEED,
)
IN_HALF_WINS: Final = frozenset(
    (
        *(Tiebreak.POINTS, Tiebreak.HEAD_TO_HEAD, Tiebreak.BUCHHOLZ, Tiebreak.BUCHHOLZ_CUT1),
        Tiebreak.MEDIAN_BUCHHOLZ,
    )
)
NOTHING: Final[Mapping[int, int]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Game:
    """One round of two entrants, or of one who had it alone (`other` is NOBODY).

    A missed round that is to count as one without play is a game against NOBODY as well.
    """

    one: int
    other: int
    points: tuple[int, int]  # half-wins: a win is 2, a draw 1
    games: tuple[int, int] | None = None  # games won by each, where the match had several
    played: bool = True  # a walkover is a win, never played


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. Places `rank` to `last` are shared by those level but for the lot.

    `values` has every tie-break of the list; `head_to_head` only where it could be asked.
    """

    entrant: int
    rank: int
    last: int
    points: int  # half-wins, those credited for missed rounds included
    values: Mapping[Tiebreak, int]


@dataclass(slots=True)
class _Record:
    """What the games of one entrant come to."""

    points: int
    unplayed: int = 0
    wins: int = 0
    games_for: int = 0
    games_against: int = 0
    met: list[tuple[int, int]] = field(default_factory=list)  # per game played: 2 won, 1 drawn
    against: list[tuple[int, int]] = field(default_factory=list)  # walkovers too: points made

    def add(self, game: Game, side: int) -> None:
        mine, theirs = game.points[side], game.points[1 - side]
        opponent = game.one if side else game.other
        self.points += mine
        if opponent != NOBODY:
            self.against.append((opponent, mine))
        if opponent == NOBODY or not game.played:
            self.unplayed += 1
            return
        self.wins += mine > theirs
        self.met.append((opponent, (mine >= theirs) + (mine > theirs)))
        if game.games:
            self.games_for += game.games[side]
            self.games_against += game.games[1 - side]


Records = Mapping[int, _Record]
Column = Mapping[int, int]


def check(order: Sequence[Tiebreak]) -> None:
    """Raises `BadTiebreaks` unless each stands there once and the last is `seed` or `lot`."""
    if not order or order[-1] not in LAST_WORDS or len(set(order)) < len(order):
        raise BadTiebreaks(f"not an order of tie-breaks: {', '.join(order)}")


def table(
    entrants: Sequence[int],
    games: Iterable[Game],
    order: Sequence[Tiebreak],
    *,
    extra: Mapping[int, int] = NOTHING,
    secret: str = "",
) -> tuple[Row, ...]:
    """Everybody once, best first. `entrants` stand in the order of the seeds.

    `extra` are half-wins credited for missed rounds; `secret` is what the lot is drawn from. What
    stands behind the first `seed` or `lot` is shown and decides nothing. Raises `BadTiebreaks`.
    """
    check(order)
    records = _records(entrants, games, extra)
    levels = [list(entrants)]  # who is level so far, best first
    columns: dict[Tiebreak, Column] = {}
    last_word: Column | None = None
    for key in order:
        columns[key] = _column(key, levels, records, secret)
        if last_word is None and key in LAST_WORDS:
            last_word = columns[key]
        elif last_word is None:
            levels = [part for level in levels for part in _parted(level, columns[key])]
    rows: list[Row] = []
    for level in levels:
        rank, last = len(rows) + 1, len(rows) + len(level)
        for entrant in sorted(level, key=(last_word or {}).__getitem__):
            values = {key: column[entrant] for key, column in columns.items() if entrant in column}
            rows.append(Row(entrant, rank, last, records[entrant].points, values))
    return tuple(rows)


def _records(entrants: Sequence[int], games: Iterable[Game], extra: Mapping[int, int]) -> Records:
    records = {entrant: _Record(points=extra.get(entrant, 0)) for entrant in entrants}
    for game in games:
        records[game.one].add(game, 0)
        if game.other != NOBODY:
            records[game.other].add(game, 1)
    return records


def _parted(level: Sequence[int], column: Column) -> list[list[int]]:
    """Those of one level, most first; who has no value here has it in common with all of them."""
    parts: dict[int, list[int]] = {}
    for entrant in level:
        parts.setdefault(column.get(entrant, 0), []).append(entrant)
    return [parts[value] for value in sorted(parts, reverse=True)]


def _column(
    key: Tiebreak, levels: Sequence[Sequence[int]], records: Records, secret: str
) -> Column:
    """One tie-break of everybody who has it; of `seed` and `lot` a small one is good."""
    if key is Tiebreak.HEAD_TO_HEAD:
        among = (_head_to_head(level, records) for level in levels)
        return {entrant: value for level in among for entrant, value in level.items()}
    if key in LAST_WORDS:
        lined_up = records if key is Tiebreak.SEED else drawn_by_lot(records, secret)
        return {entrant: place for place, entrant in enumerate(lined_up, start=1)}
    count = _COUNTS[key]
    return {entrant: count(record, records) for entrant, record in records.items()}


def _head_to_head(level: Sequence[int], records: Records) -> dict[int, int]:
    """FIDE's direct encounter: the score of the games among those who are level.

    It speaks only where each of them has met each other one in play; then every game among them
    counts, a walkover in a second leg too. Otherwise it says nothing.
    """
    inside = set(level)
    for entrant in level:
        if len({other for other, _ in records[entrant].met} & inside) < len(level) - 1:
            return {}
    if len(level) == 1:
        return {}
    return {
        entrant: sum(made for other, made in records[entrant].against if other in inside)
        for entrant in level
    }


def _opponents(record: _Record, records: Records) -> list[int]:
    """The final scores of those met, as often as they were met.

    For a round without play FIDE puts a virtual opponent in the place of the missing one. Ours
    ended with one's own points: a bye neither helps nor hurts, whoever had it.
    """
    return [records[other].points for other, _ in record.met] + [record.points] * record.unplayed


def _buchholz(record: _Record, records: Records) -> int:
    """Bruno Buchholz's sum, made for Swiss: those who met the stronger opponents come first."""
    return sum(_opponents(record, records))


def _buchholz_cut1(record: _Record, records: Records) -> int:
    """FIDE's Cut-1: the weakest opponent is left out, since one weak first round is bad luck."""
    return sum(sorted(_opponents(record, records))[1:])


def _median_buchholz(record: _Record, records: Records) -> int:
    """FIDE's Median-1, Harkness's idea: without the weakest and without the strongest."""
    return sum(sorted(_opponents(record, records))[1:-1])


def _sonneborn_berger(record: _Record, records: Records) -> int:
    """Neustadtl's sum, called after Sonneborn and Berger: points of those beaten, half if drawn.

    Half of a half-win: this one is in quarters of a win. A walkover has beaten nobody.
    """
    return sum(records[other].points * worth for other, worth in record.met)


_COUNTS: Final[Mapping[Tiebreak, Callable[[_Record, Records], int]]] = MappingProxyType(
    {
        Tiebreak.POINTS: lambda record, _: record.points,
        Tiebreak.BUCHHOLZ: _buchholz,
        Tiebreak.BUCHHOLZ_CUT1: _buchholz_cut1,
        Tiebreak.MEDIAN_BUCHHOLZ: _median_buchholz,
        Tiebreak.SONNEBORN_BERGER: _sonneborn_berger,
        Tiebreak.WINS: lambda record, _: record.wins,  # FIDE's games won: over the board only
        Tiebreak.GAME_DIFF: lambda record, _: record.games_for - record.games_against,
        Tiebreak.GAME_FOR: lambda record, _: record.games_for,
    }
)
