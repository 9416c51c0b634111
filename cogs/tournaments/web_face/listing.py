"""What a page lists: rounds, tables and one's own path, with every word in its place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cogs.tournaments.picture.grids import GridView
from cogs.tournaments.picture.outline import side_name, state_of
from cogs.tournaments.picture.overview import Overview
from cogs.tournaments.picture.path import PathView
from cogs.tournaments.picture.view import MatchView, RoundView, SideView
from cogs.tournaments.picture.words import Words
from cogs.tournaments.rules.board import IN_PLAY, Stage
from cogs.tournaments.rules.standings import Placement

KINDS = {
    Stage.OPEN: "ready",
    Stage.CALLED: "ready",
    Stage.LIVE: "live",
    Stage.REPORTED: "live",
    Stage.DISPUTED: "dispute",
}
PLAYED_NOW = 12  # matches in play that stand above the rounds


@dataclass(frozen=True, slots=True)
class Row:
    """One side of a match, as a line."""

    side: SideView
    name: str
    tally: str  # games won, or the place in a lobby


@dataclass(frozen=True, slots=True)
class Shown:
    """One match as a page lists it."""

    rows: tuple[Row, ...]
    chip: str  # its state in a word; empty where there is nothing to say
    kind: str  # of the chip: what colour and sign it has
    head: str = ""  # which lobby it is, or when one plays it

    def names(self, wanted: str) -> bool:
        return any(wanted in row.name.casefold() for row in self.rows)


@dataclass(frozen=True, slots=True)
class Round:
    id: str
    name: str
    matches: tuple[Shown, ...]
    resting: tuple[str, ...]
    current: bool
    over: int
    note: str


@dataclass(frozen=True, slots=True)
class Table:
    name: str
    heads: tuple[str, ...]  # what parts those level on points, in words
    grid: GridView


@dataclass(frozen=True, slots=True)
class Path:
    entrant: int
    name: str
    place: str
    playing: bool
    withdrawn: bool
    steps: tuple[Shown, ...]


def rounds_of(overview: Overview, words: Words, wanted: str = "") -> tuple[Round, ...]:
    """Every round that has somebody of that name, or all of them."""
    sought, now = wanted.casefold(), overview.current
    twice = overview.bracket is not None and overview.bracket.twice
    rounds = (
        _round(
            round_,
            words,
            sought,
            current=round_ is now or _is_played(round_),
            note=words.twice if twice and round_.letter == "G" and round_.number == 1 else "",
        )
        for round_ in overview.rounds
    )
    return tuple(round_ for round_ in rounds if round_.matches or round_.resting)


def playing_of(overview: Overview, words: Words) -> tuple[Shown, ...]:
    """What is being played or about to be, the first to watch first."""
    order = (Stage.LIVE, Stage.REPORTED, Stage.DISPUTED, Stage.CALLED, Stage.OPEN)
    found = [
        (round_, match)
        for round_ in overview.rounds
        for match in round_.matches
        if match.stage in IN_PLAY
    ]
    found.sort(key=lambda each: order.index(each[1].stage))
    return tuple(shown(match, words, words.round(round_)) for round_, match in found[:PLAYED_NOW])


def tables_of(overview: Overview, words: Words) -> tuple[Table, ...]:
    return tuple(
        Table(words.group(grid.group), tuple(map(words.tiebreak, grid.keys)), grid)
        for grid in overview.grids
    )


def path_shown(path: PathView, words: Words) -> Path:
    steps = tuple(shown(step.match, words, words.step(step)) for step in path.steps)
    placed = path.placement
    return Path(path.entrant, path.name, place_of(placed), placed.playing, placed.withdrawn, steps)


def place_of(placed: Placement) -> str:
    if placed.rank == placed.last:
        return str(placed.rank)
    return f"{placed.rank}–{placed.last}"


def shown(match: MatchView, words: Words, head: str = "") -> Shown:
    if match.lobby:
        number = words.lobby(match.number)
        head = f"{head} · {number}" if head else number
    chip, kind = state_of(match, words), KINDS.get(match.stage, "")
    if match.bye:
        chip, kind = words.bye, "bye"
    elif match.stage is Stage.SETTLED and not match.played:
        chip, kind = words.forfeit, "bye"
    sides: Iterable[SideView] = match.sides
    if match.lobby and match.stage is Stage.SETTLED:
        sides = sorted(sides, key=lambda side: side.place or len(match.sides) + 1)
    rows = (Row(side, side_name(side, words), _tally(side, match)) for side in sides)
    return Shown(tuple(row for row in rows if row.name), chip, kind, head)


def _round(round_: RoundView, words: Words, sought: str, *, current: bool, note: str) -> Round:
    matches: Sequence[Shown] = [shown(match, words) for match in round_.matches]
    resting = tuple(side.name for side in round_.resting)
    if sought:
        matches = [one for one in matches if one.names(sought)]
        resting = tuple(name for name in resting if sought in name.casefold())
    over = sum(match.over for match in round_.matches)
    return Round(round_.id, words.round(round_), tuple(matches), resting, current, over, note)


def _is_played(round_: RoundView) -> bool:
    return any(match.stage in IN_PLAY for match in round_.matches)


def _tally(side: SideView, match: MatchView) -> str:
    if match.lobby:
        return str(side.place) if side.place else ""
    if side.score is not None:
        return str(side.score)
    return "=" if match.drawn else ""
