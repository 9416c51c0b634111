"""Steps that make new matches: a round, a pair of an arena, the play-offs; and its breaks."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from cogs.tournaments.rules import events
from cogs.tournaments.rules.board import Ending, Match, Stage
from cogs.tournaments.rules.bracket import FEWEST, NOBODY, bracket_of, match_id, number_of
from cogs.tournaments.rules.flow import Turn, settled
from cogs.tournaments.rules.setup import LETTERS, PAIRED, Format
from cogs.tournaments.rules.state import Round, State

SAID: Final = frozenset((Stage.REPORTED, Stage.DISPUTED))  # somebody has given a result


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
                match = state.board[place]
                if match.stage not in SAID:  # what has been reported is still to be answered
                    turn.take(place, settled(match, NOBODY, Ending.ANNULLED))
            return turn.then(step, over=True)


def free_in_arena(state: State) -> tuple[int, ...]:
    """Who could meet somebody now: here, not on a break, and in no match."""
    away = state.withdrawn | state.idle
    wanted = {side for place in state.playable for side in state.board[place].sides}
    return tuple(each for each in state.entrants if each not in away and each not in wanted)


def next_meeting(state: State) -> int:
    """The number of the next match of an arena. No number comes twice, whatever is undone."""
    return number_of(state.graph.ids[-1]) + 1 if state.graph.ids else 1


def seat_for(state: State) -> bool:
    """Whether a stage without a bracket takes one more now."""
    match state.setup.format:
        case Format.ARENA:
            return not state.over
        case Format.ROUND_ROBIN:  # the table is made anew, so nobody may have begun
            return all(_untouched(match) for match in state.board)
        case _:
            return 2 * len(state.rounds) < state.setup.planned and not state.stage_done


def _untouched(match: Match) -> bool:
    """Nobody has been told of it, or only those who left before it was called."""
    left = match.result is not None and match.result.ending is Ending.WALKOVER
    return left or (match.stage is Stage.OPEN and not match.held)


def _round_fits(state: State, step: events.RoundPaired) -> bool:
    seated = [entrant for pair in step.pairs for entrant in pair] + [step.bye] * bool(step.bye)
    return (
        state.setup.format in PAIRED
        and not state.in_playoffs
        and step.round == len(state.rounds) + 1
        and bool(step.pairs)
        and all(len(pair) > 1 for pair in step.pairs)
        and _there(state, seated)
    )


def _there(state: State, seated: Sequence[int]) -> bool:
    """Entrants who have not left, each of them once."""
    return (
        len(set(seated)) == len(seated)
        and state.withdrawn.isdisjoint(seated)
        and all(entrant in state.entrants for entrant in seated)
    )


def _stage_fits(state: State, step: events.StageDrawn) -> bool:
    order = step.order
    return (
        state.setup.cut is not None
        and not state.in_playoffs
        and len(order) >= FEWEST
        and _there(state, order)
    )


def _pair_fits(state: State, step: events.Paired) -> bool:
    # Whether they are free is asked when they are paired: a result that is undone later leaves
    # alone whom they met since, and each of them is called to one match at a time.
    return (
        _in_arena(state)
        and bracket_of(step.match) == LETTERS[Format.ARENA]
        and number_of(step.match) >= next_meeting(state)
        and _there(state, step.sides)
    )


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
