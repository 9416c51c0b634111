"""The heart: `decide` says what a command leads to or why not, `apply` makes it so.

    events = decide(state, command)
    for event in events: state = apply(state, event)

Both are pure: same state and command, same events; same events, same state.
"""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Final

from cogs.tournaments.rules import commands, events, refusals
from cogs.tournaments.rules.board import Ending, Match, Stage
from cogs.tournaments.rules.bracket import NOBODY
from cogs.tournaments.rules.claims import must_play, said
from cogs.tournaments.rules.moves import after, begin, fits, free_byes, may_join
from cogs.tournaments.rules.repair import (
    Preview,
    has_begun,
    made_since,
    preview,
    welcomed,
    without,
)
from cogs.tournaments.rules.rounds import staged
from cogs.tournaments.rules.setup import ELIMINATIONS, Setup
from cogs.tournaments.rules.state import State

SECOND_THOUGHTS: Final = timedelta(minutes=10)  # how long one may take back one's own report
NO_FACTS: Final = commands.Facts()

_RESULTS: Final = (
    *(events.Reported, events.Confirmed, events.AutoConfirmed, events.Disputed),
    *(events.Ruled, events.Forfeited, events.DoubleForfeited),
)
_MET: Final = events.RoundPaired | events.Paired  # others have gone on


def decide(
    state: State, command: commands.Command, facts: commands.Facts = NO_FACTS
) -> tuple[events.Event, ...]:
    """What happens if `command` is done now: most often one event, none if it is so already.

    Raises a `PlayRefusal` where the rules do not allow it.
    """
    if isinstance(command, commands.Repair):
        seen = foresee(state, command, facts)
        if isinstance(command, commands.Reinstate) and not seen.positions:
            return (events.Reinstated(command.entrant),)
        return (events.Undone(seen.positions),)
    if isinstance(command, commands.OfSeats):
        return (_seated(state, command),)
    if isinstance(command, commands.OfStages):
        return staged(state, command, facts)
    return said(state, command)


def apply(state: State, event: events.Event) -> State:
    """The state after `event`. One that does not fit the state is our fault: `ValueError`."""
    return without(state, event) if isinstance(event, events.Undone) else after(state, event)


def replay(setup: Setup, log: Iterable[events.Event]) -> State:
    """The state that a stored log leads to, undone events and all."""
    state = begin(setup)
    for event in log:
        state = apply(state, event)
    return state


def foresee(state: State, command: commands.Repair, facts: commands.Facts = NO_FACTS) -> Preview:
    """What a repair will do, before it is done. Raises the refusals `decide` would."""
    match command:
        case commands.Undo(position, again):
            wanted = len(state.log) - 1 if position is None else position
            if not 0 <= wanted < len(state.log):
                raise refusals.NothingToUndo("there is no such step to undo")
            return preview(state, (wanted, *(made_since(state, wanted) if again else ())))
        case commands.Reopen(at, again):
            steps = _results_of(state, state.match(at))
            result = state.match(at).result
            if not steps or result is None or result.ending is Ending.WALKOVER:
                raise refusals.NothingReported(f"{at} has no result of its own")
            return preview(state, (*steps, *(made_since(state, steps[0]) if again else ())))
        case commands.TakeBack():
            return _taken_back(state, command, facts)
        case commands.Reinstate(entrant):
            return _reinstated(state, entrant)


def _seated(state: State, command: commands.OfSeats) -> events.Event:
    match command:
        case commands.Withdraw(entrant):
            _must_be_in(state, entrant)
            return events.Withdrawn(entrant)
        case commands.JoinLate(entrant):
            return _late(state, entrant)
        case commands.Replace(seat, ticket):
            _must_be_in(state, seat)
            step: events.OfSeats = events.Replaced(seat, ticket)
            why: refusals.PlayRefusal = refusals.Begun(f"the match of {seat} has begun")
        case commands.SwapSeeds(one, other, tickets):
            _must_be_in(state, one)
            _must_be_in(state, other)
            step = events.SeedsSwapped(one, other, tickets)
            why = refusals.NotEarly("a match has been called already")
    if not fits(state, step):
        raise why
    return step


def _must_be_in(state: State, entrant: int) -> None:
    if not state.still_in(entrant) or entrant in state.withdrawn:
        raise refusals.AlreadyOut(f"{entrant} is out already")


def _late(state: State, entrant: int) -> events.Event:
    bracket = state.setup.format in ELIMINATIONS
    against = next(free_byes(state), NOBODY) if bracket else NOBODY
    if not may_join(state, against):
        raise refusals.NoSeat("no seat is left that has not begun")
    if entrant != state.count + 1:
        raise refusals.NotNext(f"the next entrant is {state.count + 1}")
    return events.JoinedLate(entrant, against)


def _taken_back(state: State, command: commands.TakeBack, facts: commands.Facts) -> Preview:
    match_ = state.match(command.match)
    must_play(match_, command.by)
    steps = [p for p in _results_of(state, match_) if isinstance(state.log[p], events.Reported)]
    if not steps or match_.claim is None:
        raise refusals.NothingReported(f"nothing has been reported of {match_.id}")
    if match_.claim.by == NOBODY:
        raise refusals.AlreadySettled(f"staff has decided {match_.id}")
    if match_.claim.by != command.by:
        raise refusals.OthersReport(f"{command.by} has not reported {match_.id}")
    if match_.stage is not Stage.SETTLED:
        return preview(state, steps)
    made = made_since(state, steps[0])  # with a result that never was: it is made again
    seen = preview(state, (*steps, *made))
    ahead = (state.match(cleared) for cleared in seen.cleared if cleared != match_.id)
    late = facts.since_report is None or facts.since_report > SECOND_THOUGHTS
    if late or has_begun(state, made) or any(state.begun(next_) for next_ in ahead):
        raise refusals.TooLate(f"{match_.id} is settled, and play has gone on")
    return seen


def _reinstated(state: State, entrant: int) -> Preview:
    if entrant not in state.withdrawn:
        raise refusals.NotWithdrawn(f"{entrant!r:.40} has not withdrawn")
    left = _last(state.log, events.Withdrawn(entrant))
    since = state.log[left + 1 :]
    if state.comes_and_goes and any(isinstance(step, _MET) for step in since):
        return welcomed(state, events.Reinstated(entrant))
    seen = preview(state, (left,))
    if len(seen.positions) > 1 or any(isinstance(step, events.StageDrawn) for step in since):
        raise refusals.TooLate("play has gone on: undo it instead")
    return seen


def _last(log: Sequence[events.Step], step: events.Step) -> int:
    return len(log) - 1 - log[::-1].index(step)


def _results_of(state: State, match: Match) -> tuple[int, ...]:
    """Where the log speaks of this match's result, in the order of the log.

    Who did not come to a lobby is no part of its result: the others played without them.
    """
    return tuple(
        position
        for position, step in enumerate(state.log)
        if isinstance(step, _RESULTS)
        and step.match == match.id
        and not (match.lobby and isinstance(step, events.Forfeited))
    )
