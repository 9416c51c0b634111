"""Steps that make new matches: a round, a pair of an arena, the play-offs; and its breaks."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from cogs.tournaments.rules import events
from cogs.tournaments.rules.board import Ending, Stage
from cogs.tournaments.rules.bracket import FEWEST, NOBODY, match_id
from cogs.tournaments.rules.flow import Turn, settled
from cogs.tournaments.rules.setup import LETTERS, PAIRED, Format
from cogs.tournaments.rules.state import Round, State


def grown(state: State, step: events.OfStages) -> State:
    """The state once such a step has happened; it fits."""
    turn = Turn(state)
    match step:
        case events.RoundPaired(round_, pairs, bye):
            letter, start = LETTERS[state.setup.format], len(state.graph.ids)
            ids = [match_id(letter, round_, number) for number in range(1, len(pairs) + 1)]
            turn.grow(state.graph.with_matches(ids, pairs))
            paired = Round(start, start + len(pairs), bye)
            return turn.then(step, rounds=(*state.rounds, paired))
        case events.StageDrawn(order):
            if state.setup.cut is None:
                raise ValueError("nothing follows this stage")
            turn.grow(state.graph.with_bracket(state.setup.cut.shape(order)))
            return turn.then(step)
        case events.Paired(at, sides):
            turn.grow(state.graph.with_matches([at], [sides]))
            return turn.then(step)
        case _:
            return _in_the_arena(state, step, turn)


def _in_the_arena(
    state: State, step: events.Paused | events.Resumed | events.Closed, turn: Turn
) -> State:
    match step:
        case events.Paused(entrant):
            return turn.then(step, idle=state.idle | {entrant})
        case events.Resumed(entrant):
            return turn.then(step, idle=state.idle - {entrant})
        case events.Closed():
            for place in state.playable:
                turn.take(place, settled(state.board[place], NOBODY, Ending.ANNULLED))
            return turn.then(step, over=True)


def free_in_arena(state: State) -> tuple[int, ...]:
    """Who could meet somebody now: here, not on a break, and in no match."""
    away = state.withdrawn | state.idle
    wanted = {side for place in state.playable for side in state.board[place].sides}
    return tuple(each for each in state.entrants if each not in away and each not in wanted)


def seat_for(state: State) -> bool:
    """Whether a stage without a bracket takes one more now."""
    match state.setup.format:
        case Format.ARENA:
            return not state.over
        case Format.ROUND_ROBIN:  # the table is made anew, so nobody may have begun
            return all(match.stage is Stage.OPEN and not match.held for match in state.board)
        case _:
            return 2 * len(state.rounds) <= state.setup.planned and not state.stage_done


def _round_fits(state: State, step: events.RoundPaired) -> bool:
    seated = [entrant for pair in step.pairs for entrant in pair] + [step.bye] * bool(step.bye)
    return (
        state.setup.format in PAIRED
        and not state.in_playoffs
        and step.round == len(state.rounds) + 1
        and bool(step.pairs)
        and len(set(seated)) == len(seated)
        and state.withdrawn.isdisjoint(seated)
        and all(entrant in state.entrants for entrant in seated)
    )


def _stage_fits(state: State, step: events.StageDrawn) -> bool:
    order = step.order
    return (
        state.setup.cut is not None
        and not state.in_playoffs
        and len(order) >= FEWEST
        and len(set(order)) == len(order)
        and all(entrant in state.entrants for entrant in order)
    )


def _pair_fits(state: State, step: events.Paired) -> bool:
    next_ = match_id(LETTERS[Format.ARENA], 1, len(state.graph.ids) + 1)
    free = free_in_arena(state)
    return _in_arena(state) and step.match == next_ and all(side in free for side in step.sides)


def _in_arena(state: State) -> bool:
    return state.setup.format is Format.ARENA and not state.over


def _here(state: State, entrant: int) -> bool:
    return _in_arena(state) and entrant in state.entrants and entrant not in state.withdrawn


FITS_STAGES: Final[Mapping[type[events.OfStages], Callable[[State, Any], bool]]] = (
    MappingProxyType(
        {
            events.RoundPaired: _round_fits,
            events.StageDrawn: _stage_fits,
            events.Paired: _pair_fits,
            events.Paused: lambda state, step: (
                _here(state, step.entrant) and step.entrant not in state.idle
            ),
            events.Resumed: lambda state, step: (
                _here(state, step.entrant) and step.entrant in state.idle
            ),
            events.Closed: lambda state, _: _in_arena(state),
        }
    )
)
