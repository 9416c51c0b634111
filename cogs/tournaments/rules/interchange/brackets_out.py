"""A bracket or a table as `brackets.json`, in the data model of brackets-manager.

Only the model is theirs: their engine is no part of this one. They keep the matches that a bye
decides and a second final that nobody needs; we make both anew for them, and drop them again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from cogs.tournaments.rules.board import Ending, Match, Result, Seat, Stage
from cogs.tournaments.rules.bracket import NOBODY, MatchId, bracket_of, round_of, rounds_of
from cogs.tournaments.rules.drops import named
from cogs.tournaments.rules.elimination import GrandFinal, Shape
from cogs.tournaments.rules.interchange.padded import Spot, address, spots
from cogs.tournaments.rules.interchange.plain import compact
from cogs.tournaments.rules.refusals import PlayRefusal
from cogs.tournaments.rules.setup import Format
from cogs.tournaments.rules.state import State

TABLES: Final = ("participant", "stage", "group", "round", "match", "match_game")
LOCKED, WAITING, READY, RUNNING, COMPLETED, ARCHIVED, CANCELLED = range(7)  # their statuses
FINALS: Final[Mapping[GrandFinal, str]] = {
    GrandFinal.RESET: "double",
    GrandFinal.SINGLE: "simple",
    GrandFinal.NONE: "none",
}
MODES: Final[Mapping[int, str]] = {1: "simple", 2: "double"}  # by the legs of a round robin
_SEEDED: Final = "inner_outer"  # their name for the order of our first round
_SNAKE: Final = "groups.seed_optimized"  # and for our way to deal groups
_PLAYED: Final = frozenset((Stage.LIVE, Stage.REPORTED, Stage.DISPUTED))
_GIVEN: Final = frozenset((Ending.FORFEIT, Ending.WALKOVER, Ending.DOUBLE_FORFEIT))

Row = dict[str, Any]


class NoSuchModel(PlayRefusal):
    """Nothing of this event has a type in that model: rounds, lobbies and arenas have none."""

    key = "files-no-such-model"
    code = "no_such_model"


@dataclass(frozen=True, slots=True)
class Brackets:
    text: str = field(repr=False)
    playable: bool  # whether their engine can play on; else it is for display only


@dataclass(slots=True)
class _Book:
    """The tables as they are written, with the numbers of their rows."""

    ids: Mapping[int, int]  # of the participants, by entrant
    tables: dict[str, list[Row]] = field(default_factory=lambda: {name: [] for name in TABLES})
    busy: set[int] = field(default_factory=set)

    def add(self, table: str, **values: object) -> int:
        rows = self.tables[table]
        rows.append({"id": len(rows), **values})
        return len(rows) - 1

    def side(self, seat: Seat, position: int | None) -> Row | None:
        if seat == NOBODY:
            return None
        row: Row = {"id": None if seat is None else self.ids[seat]}
        return row if position is None else row | {"position": position}


def exported(state: State, names: Mapping[int, str], title: str) -> Brackets:
    """Every stage that the model knows. Raises `NoSuchModel` where it knows none of them."""
    tabled = state.setup.format is Format.ROUND_ROBIN and state.setup.legs in MODES
    if not (tabled or state.in_playoffs):
        raise NoSuchModel(f"a {state.setup.format} has no type there")
    entrants = list(state.entrants if tabled else _in_bracket(state))
    book = _Book({entrant: number for number, entrant in enumerate(entrants)})
    for entrant in entrants:
        book.add("participant", tournament_id=0, name=names.get(entrant) or f"#{entrant}")
    if tabled:
        _table(book, state, title)
    if state.in_playoffs:
        _bracket(book, state, title)
    return Brackets(compact(book.tables), _playable(state))


def _in_bracket(state: State) -> Iterable[int]:
    """Those in the bracket, in the order of its seeds; of a single stage, of their own."""
    return state.playoff_order or state.entrants


def _playable(state: State) -> bool:
    """Whether their engine would send every loser where ours does."""
    shape = state.graph.shape
    return state.done or shape is None or None not in _crossings(shape)


def _crossings(shape: Shape) -> list[str | None]:
    """The names of how losers drop, from the first winners' round on."""
    width = rounds_of(len(shape.seats))
    return [named(mask, width - at) for at, mask in enumerate(shape.masks or (), 1)]


def _bracket(book: _Book, state: State, title: str) -> None:
    shape = state.graph.shape
    if shape is None:
        return
    stage = _stage(book, title, "double" if shape.double else "single", _settings(state, shape))
    there = spots(state)
    groups: dict[int, int] = {}
    rounds: dict[tuple[int, int], int] = {}
    for spot in there.values():
        group, round_, number = address(spot.id)
        if group not in groups:
            groups[group] = book.add("group", stage_id=stage, number=group)
        if (group, round_) not in rounds:
            rounds[group, round_] = book.add(
                "round", number=round_, stage_id=stage, group_id=groups[group]
            )
        ours = {
            "number": number,
            "stage_id": stage,
            "group_id": groups[group],
            "round_id": rounds[group, round_],
        }
        sides = [book.side(*each) for each in zip(spot.sides, spot.positions, strict=True)]
        games = state.best_of(spot.id)
        _match(book, ours, (_status(book, spot, there), games), sides, spot)


def _stage(book: _Book, title: str, kind: str, settings: Row) -> int:
    number = len(book.tables["stage"]) + 1
    type_ = kind if kind == "round_robin" else f"{kind}_elimination"
    return book.add(
        "stage", tournament_id=0, name=title, type=type_, number=number, settings=settings
    )


def _settings(state: State, shape: Shape) -> Row:
    settings: Row = {
        "size": len(shape.seats),
        "seedOrdering": [_SEEDED],
        "matchesChildCount": _games(state.setup.best_of),
    }
    if not shape.double:
        third = shape.third_place and len(shape.seats) > 2  # noqa: PLR2004 - one match
        return settings | {"consolationFinal": third}
    if len(shape.seats) > 2:  # noqa: PLR2004
        crossings = _crossings(shape)
        settings["seedOrdering"] += [] if None in crossings else crossings
    return settings | {"grandFinal": FINALS[shape.grand_final]}


def _games(best_of: int) -> int:
    return best_of if best_of > 1 else 0


def _status(book: _Book, spot: Spot, there: Mapping[MatchId, Spot]) -> int:
    known = sum(bool(seat) for seat in spot.sides)
    gone_on = any(there[after].fought for after in spot.after)
    if spot.bye:
        if not known:
            return LOCKED
        if gone_on:
            return ARCHIVED
        return LOCKED if bracket_of(spot.id) == "W" and round_of(spot.id) == 1 else COMPLETED
    if spot.match is None or spot.match.result is None:
        return _waits(book, spot.match, known)
    return ARCHIVED if gone_on else COMPLETED


def _waits(book: _Book, match: Match | None, known: int) -> int:
    if match is None or known < len(match.sides):
        return (LOCKED, WAITING)[known]
    # One plays one match at a time: a score that waits for its answer is not being played.
    if match.stage in _PLAYED and book.busy.isdisjoint(match.playing):
        book.busy.update(match.playing)
        return RUNNING
    return READY


def _match(
    book: _Book, ours: Row, how: tuple[int, int], sides: list[Row | None], spot: Spot
) -> None:
    status, games = how
    result = spot.match.result if spot.match else None
    if result is not None and not spot.bye:
        _told(sides, spot.sides, result)
    elif spot.bye and any(sides):
        (there,) = (side for side in sides if side)
        lost = result is not None and not result.winner
        there |= {"forfeit": True} if lost else {"result": "win"}
    parent = book.add(
        "match",
        **ours,
        child_count=_games(games),
        status=status,
        opponent1=sides[0],
        opponent2=sides[1],
    )
    if games > 1:
        _children(book, ours["stage_id"], parent, games)


def _told(sides: list[Row | None], seats: tuple[Seat, ...], result: Result) -> None:
    for at, (side, seat) in enumerate(zip(sides, seats, strict=True)):
        if side is None:
            continue
        if result.ending in _GIVEN:
            side.update({"result": "win"} if seat == result.winner else {"forfeit": True})
            continue
        if result.score is not None:
            side["score"] = result.score[at]
        won = "win" if seat == result.winner else "loss"
        side["result"] = "draw" if result.drawn else won


def _children(book: _Book, stage: int, parent: int, games: int) -> None:
    """Its games. Who won which is not ours to know: those of the other side are written first."""
    match = book.tables["match"][parent]
    sides = match["opponent1"], match["opponent2"]
    over = match["status"] in {COMPLETED, ARCHIVED} and all(sides)
    winners = _in_turn(sides) if over else []
    for number in range(1, games + 1):
        winner = winners[number - 1] if number <= len(winners) else None
        status = COMPLETED if winner is not None else CANCELLED
        if not over:
            status = min(match["status"], READY)
        rows = [
            None if side is None else {"id": side["id"]} | _game(at, winner, bye=not all(sides))
            for at, side in enumerate(sides)
        ]
        book.add(
            "match_game",
            number=number,
            stage_id=stage,
            parent_id=parent,
            status=status,
            opponent1=rows[0],
            opponent2=rows[1],
        )


def _game(at: int, winner: int | None, *, bye: bool) -> Row:
    if bye:
        return {"result": "win"}
    return {} if winner is None else {"result": "win" if at == winner else "loss"}


def _in_turn(sides: Iterable[Row]) -> list[int]:
    """Which side won each game, as far as a score tells."""
    scores = [side.get("score", 0) for side in sides]
    loser, winner = (0, 1) if scores[0] <= scores[1] else (1, 0)
    return [loser] * scores[loser] + [winner] * scores[winner]


def _table(book: _Book, state: State, title: str) -> None:
    setup = state.setup
    settings = {
        "size": state.count,
        "seedOrdering": [_SNAKE],
        "groupCount": setup.groups,
        "roundRobinMode": MODES[setup.legs],
        "matchesChildCount": _games(setup.best_of),
    }
    stage = _stage(book, title, "round_robin", settings)
    matches = [match for match in state.board if bracket_of(match.id) == "R"]
    for number, entrants in enumerate(state.grouped, 1):
        group = book.add("group", stage_id=stage, number=number)
        mine = [match for match in matches if match.sides[0] in entrants]
        for round_ in sorted({round_of(match.id) for match in mine}):
            at = book.add("round", number=round_, stage_id=stage, group_id=group)
            played = (match for match in mine if round_of(match.id) == round_)
            for place, match in enumerate(played, 1):
                ours = {"number": place, "stage_id": stage, "group_id": group, "round_id": at}
                one, other = match.sides
                seats = one, other
                sides = [book.side(seat, seat) for seat in seats]
                spot = Spot(match.id, seats, (one, other), (), match)
                how = _status(book, spot, {}), setup.best_of
                _match(book, ours, how, sides, spot)
