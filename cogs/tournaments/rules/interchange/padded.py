"""A bracket with the matches that its byes have left out: others keep them, and so do their files.

`Spot.sides` are entrants, NOBODY for a bye, None for not known yet.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from cogs.tournaments.rules.board import Match, Seat
from cogs.tournaments.rules.bracket import (
    NOBODY,
    Graph,
    MatchId,
    bracket_of,
    number_of,
    round_of,
    seats_of,
)
from cogs.tournaments.rules.elimination import Shape
from cogs.tournaments.rules.state import State

SECOND_FINAL: Final = MatchId("G2.1")


@dataclass(frozen=True)
class Spot:
    """One match of the padded bracket."""

    id: MatchId
    sides: tuple[Seat, Seat]
    positions: tuple[int | None, int | None]  # where each side comes from, as others number it
    after: tuple[MatchId, ...]  # where its two sides go on
    match: Match | None = None  # None where a bye has decided it

    @property
    def bye(self) -> bool:
        return NOBODY in self.sides

    @property
    def fought(self) -> bool:
        """Two came to it, and it is over."""
        return self.match is not None and self.match.result is not None and not self.bye

    @cached_property
    def outcome(self) -> tuple[Seat, Seat]:
        """Its winner and its loser."""
        if self.match is not None:
            result = self.match.result
            return (result.winner, result.loser) if result else (None, None)
        one, other = self.sides
        if not self.bye:
            return None, None
        return (one if other == NOBODY else other), NOBODY


def full(shape: Shape) -> Graph:
    """The bracket of this shape with nobody missing."""
    return Graph().with_bracket(replace(shape, seats=seats_of(len(shape.seats))))


def spots(state: State) -> dict[MatchId, Spot]:
    """Every match of the bracket in `state`, in the order of play; none where there is none."""
    shape = state.graph.shape
    if shape is None:
        return {}
    graph = full(shape)
    slots = dict(zip(seats_of(len(shape.seats)), shape.seats, strict=True))
    found: dict[MatchId, Spot] = {}
    for place, at in enumerate(graph.ids):
        match = _contested(state, at)
        codes = graph.codes[place]
        sides = _sides(graph, codes, slots, found) if match is None else _two(match.sides)
        if at == SECOND_FINAL and match is None:
            sides = None, None
        leads = graph.winner_to[place], graph.loser_to[place]
        after = [graph.ids[slot >> 1] for slot in leads if slot >= 0]
        if at == "G1.1" and SECOND_FINAL in graph.places:
            after.append(SECOND_FINAL)
        positions = _position(graph, at, codes[0], 0), _position(graph, at, codes[1], 1)
        found[at] = Spot(at, sides, positions, tuple(after), match)
    return found


def _contested(state: State, at: MatchId) -> Match | None:
    place = state.graph.places.get(at)
    if place is None or (place == state.graph.reset and not state.board[place].known):
        return None
    return state.board[place]


def _sides(
    graph: Graph, codes: Sequence[int], slots: dict[int, int], found: dict[MatchId, Spot]
) -> tuple[Seat, Seat]:
    seats: list[Seat] = []
    for code in codes:
        if code > 0:
            seats.append(slots[code])
        else:
            place, lost = divmod(~code, 2)
            seats.append(found[graph.ids[place]].outcome[lost])
    return _two(seats)


def _two(seats: Sequence[Seat]) -> tuple[Seat, Seat]:
    one, other = seats
    return one, other


def _position(graph: Graph, at: MatchId, code: int, side: int) -> int | None:
    """Winners' round 1: the seed; who comes down: the number of the match that they have lost."""
    if code > 0:
        return code
    place, lost = divmod(~code, 2)
    origin = graph.ids[place]
    if lost and bracket_of(at) in "LP":
        return number_of(origin)
    # Whoever comes from the losers' final to the grand final is numbered there, too.
    return number_of(origin) if at == "G1.1" and side else None


def address(at: MatchId) -> tuple[int, int, int]:
    """The group, the round and the number that others give a match."""
    group = {"W": 1, "L": 2, "G": 3, "P": 2}[bracket_of(at)]
    return group, round_of(at), number_of(at)


def named(group: int, round_: int, number: int, *, double: bool) -> MatchId | None:
    """Our id of the match at such an address; None for a group that there is not."""
    letter = {1: "W", 2: "L" if double else "P", 3: "G" if double else ""}.get(group, "")
    return MatchId(f"{letter}{round_}.{number}") if letter else None
