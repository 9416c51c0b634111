"""Who stands where, in every format: a bracket by how far one came, a table by its tie-breaks."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from cogs.tournaments.rules import arena, crossing, lobbies, tables
from cogs.tournaments.rules.reached import gone, reached
from cogs.tournaments.rules.setup import ELIMINATIONS, Format
from cogs.tournaments.rules.state import State
from cogs.tournaments.rules.tables import arena_points, half_wins
from cogs.tournaments.rules.tiebreaks import Tiebreak

__all__ = (
    "Placement",
    "arena_points",
    "champion",
    "half_wins",
    "placement_of",
    "placements",
    "through",
)


@dataclass(frozen=True, slots=True)
class Placement:
    """Places `rank` to `last` are shared, 5th to 8th. Those still playing share the first ones."""

    entrant: int
    rank: int
    last: int
    wins: int  # walkovers are wins, though never played
    playing: bool  # still has a match to come
    withdrawn: bool
    points: int = 0  # half-wins of a table, points of lobbies and arenas, wins of a bracket
    values: Mapping[Tiebreak, int] = field(default_factory=dict)
    group: int = 0  # from 1, where there are several


def placements(state: State) -> tuple[Placement, ...]:
    """Everybody exactly once, best first; among equals, by seed."""
    if state.setup.format in ELIMINATIONS:
        return _of_bracket(state, state.entrants)
    first = _of_first_stage(state)
    if not state.in_playoffs:
        return first
    seats = set(state.graph.seats)
    there = [entrant for entrant in _order(state) if entrant in seats]
    finals = _of_bracket(state, there)
    rest = [one for one in first if one.entrant not in set(there)]
    shared = _shifted([one.rank for one in rest], len(finals))
    # Whoever did not go on comes after everybody who did, in the order of the first stage.
    return finals + tuple(
        replace(one, rank=rank, last=last) for one, (rank, last) in zip(rest, shared, strict=True)
    )


def placement_of(state: State, entrant: int) -> Placement:
    """Raises `UnknownEntrant`."""
    next(state.places_of(entrant), None)
    return next(one for one in placements(state) if one.entrant == entrant)


def champion(state: State) -> int | None:
    """Who won it, the best of those who stayed; None before the end, and if everybody had left."""
    if state.setup.format in ELIMINATIONS or state.in_playoffs:
        return state.champion
    if not state.done:
        return None
    there = (one.entrant for one in placements(state) if not one.withdrawn)
    return next(there, None)


def through(state: State) -> tuple[int, ...]:
    """Who goes on to the play-offs, in the order of their seeds there."""
    cut = state.setup.cut
    if cut is None:
        return ()
    ranked = [one for one in _of_first_stage(state) if one.entrant not in state.withdrawn]
    if state.setup.format is Format.ROUND_ROBIN and state.setup.groups > 1:
        groups = sorted({one.group for one in ranked})
        best = [[one.entrant for one in ranked if one.group == group] for group in groups]
        return crossing.playoff_order([group[: cut.take] for group in best])
    met = [match.sides for match in state.board if match.result and match.result.played]
    pairs = [(one, other) for one, other, *_ in met if one and other]
    return crossing.swiss_cut_order([one.entrant for one in ranked], cut.take, pairs)


def _of_first_stage(state: State) -> tuple[Placement, ...]:
    match state.setup.format:
        case Format.ARENA:
            return _of_arena(state)
        case Format.LOBBIES:
            return _of_lobbies(state)
        case _:
            return _of_tables(state)


def _of_tables(state: State) -> tuple[Placement, ...]:
    """One table, or one for each group: then the winners of the groups share the first places."""
    groups = state.grouped
    rows = [tables.table_of(state, group) for group in groups]
    if len(groups) == 1:
        return tuple(_row(state, row, 0) for row in rows[0])
    ranked = [(row, number) for number, table in enumerate(rows, 1) for row in table]
    ranked.sort(key=lambda each: (each[0].rank, each[1]))
    places: list[Placement] = []
    shared = _shifted([row.rank for row, _ in ranked], 0)
    for (row, number), (rank, last) in zip(ranked, shared, strict=True):
        places.append(replace(_row(state, row, number), rank=rank, last=last))
    return tuple(places)


def _row(state: State, row: tables.Row, group: int) -> Placement:
    return Placement(
        row.entrant,
        row.rank,
        row.last,
        wins=row.values.get(Tiebreak.WINS, row.points // 2),
        playing=_plays_on(state, row.entrant),
        withdrawn=row.entrant in state.withdrawn,
        points=row.points,
        values=row.values,
        group=group,
    )


def _of_lobbies(state: State) -> tuple[Placement, ...]:
    rows = lobbies.ranking(list(state.entrants), tables.lobby_rounds(state), tables.points(state))
    return tuple(
        Placement(
            row.entrant,
            row.rank,
            row.last,
            wins=row.places[0] if row.places else 0,
            playing=_plays_on(state, row.entrant),
            withdrawn=row.entrant in state.withdrawn,
            points=row.points,
        )
        for row in rows
    )


def _of_arena(state: State) -> tuple[Placement, ...]:
    return tuple(
        Placement(
            place.entrant,
            place.rank,
            place.rank,
            wins=place.wins,
            playing=not state.over and place.entrant not in state.withdrawn,
            withdrawn=place.entrant in state.withdrawn,
            points=place.points,
        )
        for place in arena.ranking(tables.arena_games(state))
    )


def _of_bracket(state: State, entrants: Iterable[int]) -> tuple[Placement, ...]:
    far, wins = reached(state)
    left = gone(state)
    order = sorted(entrants, key=lambda entrant: far[entrant], reverse=True)  # stable: by seed
    ranks: dict[tuple[int, ...], tuple[int, int]] = {}
    for place, entrant in enumerate(order, start=1):
        rank, _ = ranks.get(far[entrant], (place, place))
        ranks[far[entrant]] = rank, place
    return tuple(
        Placement(
            entrant,
            *ranks[far[entrant]],
            wins=wins[entrant],
            playing=state.match_of(entrant) is not None,
            withdrawn=entrant in state.withdrawn or entrant in left,
            points=wins[entrant],
        )
        for entrant in order
    )


def _plays_on(state: State, entrant: int) -> bool:
    if entrant in state.withdrawn or state.done:
        return False
    return state.match_of(entrant) is not None or (
        not state.stage_done and entrant in state.active
    )


def _order(state: State) -> Sequence[int]:
    """Of the seeds of the play-offs: seats name entrants, in the order of a bracket."""
    order = state.playoff_order
    return order or tuple(state.entrants)


def _shifted(ranks: Sequence[int], by: int) -> list[tuple[int, int]]:
    """Places among those that are left, best first, shared where they were."""
    return [(by + bisect_left(ranks, rank) + 1, by + bisect_right(ranks, rank)) for rank in ranks]
