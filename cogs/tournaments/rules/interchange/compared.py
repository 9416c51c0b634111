"""What our rules made of a file, beside the file itself: whatever differs is a reason."""

from collections.abc import Iterator, Mapping

from cogs.tournaments.rules.board import Ending, Seat
from cogs.tournaments.rules.bracket import NOBODY, MatchId
from cogs.tournaments.rules.interchange.filling import score_of
from cogs.tournaments.rules.interchange.padded import SECOND_FINAL, Spot, spots
from cogs.tournaments.rules.interchange.reasons import Cause, Reason
from cogs.tournaments.rules.interchange.rows import Id, Played, Side
from cogs.tournaments.rules.state import State


def compared(
    state: State, matches: Mapping[MatchId, Played], people: Mapping[Id, int]
) -> Iterator[Reason]:
    """Match by match: who sits there, where they come from, and how it ended."""
    for at, spot in spots(state).items():
        row = matches[at]
        if at == SECOND_FINAL and _needless(state, spot):
            if row.decided:
                yield Reason(row.where, Cause.SECOND_FINAL)
            continue
        there = tuple(_seat(side, people) for side in row.sides)
        if there != spot.sides:
            yield Reason(row.where, Cause.SIDES)
        elif _positions_differ(row, spot):
            yield Reason(f"{row.where}.position", Cause.DROPS)
        elif (not spot.bye and _ended(spot) != _written(row)) or (
            spot.bye and _lost(spot) != any(side and side.forfeit for side in row.sides)
        ):
            yield Reason(row.where, Cause.RESULT)


def _needless(state: State, spot: Spot) -> bool:
    """The winners' side has won the first final: theirs is left standing, ours was never made."""
    result = state.board[state.graph.final].result
    return spot.match is None and result is not None


def _seat(side: Side | None, people: Mapping[Id, int]) -> Seat:
    if side is None:
        return NOBODY
    return None if side.who is None else people.get(side.who, -1)


def _positions_differ(row: Played, spot: Spot) -> bool:
    return any(
        side is not None and side.position not in (None, ours)
        for side, ours in zip(row.sides, spot.positions, strict=True)
        if ours is not None
    )


def _results_differ(row: Played, spot: Spot) -> bool:
    if spot.bye:
        return _lost(spot) != any(side is not None and side.forfeit for side in row.sides)
    return _ended(spot) != _written(row)


def _ended(spot: Spot) -> tuple[object, ...]:
    result = spot.match.result if spot.match else None
    if result is None:
        return ()
    gone = result.ending in {Ending.FORFEIT, Ending.WALKOVER, Ending.DOUBLE_FORFEIT}
    words = ["win" if side == result.winner else "forfeit" for side in spot.sides]
    if not gone:
        lost = "draw" if result.drawn else "loss"
        words = [word if word == "win" else lost for word in words]
    return (*words, None if gone else result.score)


def _written(row: Played) -> tuple[object, ...]:
    if not row.decided:
        return ()
    words = ["forfeit" if side.forfeit else side.result or "loss" for side in row.sides if side]
    return (*words, None if "forfeit" in words else score_of(row))


def _lost(spot: Spot) -> bool:
    """Whether somebody met an empty side and had left, too."""
    result = spot.match.result if spot.match else None
    return any(spot.sides) and result is not None and not result.winner
