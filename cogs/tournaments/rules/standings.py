"""Who ended where: places are shared by the round in which one went out."""

from dataclasses import dataclass

from cogs.tournaments.rules.board import Ending, Match
from cogs.tournaments.rules.bracket import round_of
from cogs.tournaments.rules.state import State


@dataclass(frozen=True, slots=True)
class Placement:
    """Places `rank` to `last` are shared, 5th to 8th. Those still playing share the first ones."""

    entrant: int
    rank: int
    last: int
    wins: int  # walkovers are wins, though never played
    playing: bool  # still has a match to come
    withdrawn: bool


def placements(state: State) -> tuple[Placement, ...]:
    """Everybody exactly once, best first; among equals, by seed."""
    reached, wins, gone = _reached(state)
    order = sorted(state.entrants, key=lambda entrant: (reached[entrant], -entrant), reverse=True)
    ranks: dict[tuple[int, int], tuple[int, int]] = {}
    for place, entrant in enumerate(order, start=1):
        rank, _ = ranks.get(reached[entrant], (place, place))
        ranks[reached[entrant]] = rank, place
    return tuple(
        Placement(
            entrant,
            *ranks[reached[entrant]],
            wins=wins[entrant],
            playing=state.match_of(entrant) is not None,
            withdrawn=entrant in state.withdrawn or entrant in gone,
        )
        for entrant in order
    )


def placement_of(state: State, entrant: int) -> Placement:
    """Raises `UnknownEntrant`."""
    state.place_of(entrant)
    return next(one for one in placements(state) if one.entrant == entrant)


def _reached(state: State) -> tuple[dict[int, tuple[int, int]], dict[int, int], set[int]]:
    """For each entrant: how far they came, how often they won, and who left by a double forfeit.

    How far is the round in which they went out (one more than the last while they are not), then
    1 with third place won, -1 with it lost.
    """
    still_in = state.graph.rounds + 1
    reached = dict.fromkeys(state.entrants, (still_in, 0))
    wins = dict.fromkeys(state.entrants, 0)
    gone: set[int] = set()
    for match in state.board:
        if match.result is None:
            continue
        if match.result.winner:
            wins[match.result.winner] += 1
        if match.result.ending is Ending.DOUBLE_FORFEIT:
            gone |= {side for side in match.sides if side}
        for side, how_far in _went_out(match, reached):
            reached[side] = how_far
    return reached, wins, gone


def _went_out(
    match: Match, reached: dict[int, tuple[int, int]]
) -> list[tuple[int, tuple[int, int]]]:
    winner = match.result.winner if match.result else 0
    sides = [side for side in match.sides if side]
    if match.id.startswith("P"):
        return [(side, (reached[side][0], 1 if side == winner else -1)) for side in sides]
    return [(side, (round_of(match.id), 0)) for side in sides if side != winner]
