"""The heart: `decide` says what a command leads to or why not, `apply` makes it so.

    events = decide(state, command)
    for event in events: state = apply(state, event)

Both are pure: same state and command, same events; same events, same state.
"""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from types import MappingProxyType
from typing import Final

from cogs.tournaments.rules import commands, events, refusals
from cogs.tournaments.rules.board import Claim, Ending, Match, Score, Sides, Stage
from cogs.tournaments.rules.moves import TAKES, after, begin, free_byes
from cogs.tournaments.rules.repair import Preview, preview, without
from cogs.tournaments.rules.state import Setup, State

SECOND_THOUGHTS: Final = timedelta(minutes=10)  # how long one may take back one's own report
NO_FACTS: Final = commands.Facts()

_RESULTS: Final = (
    *(events.Reported, events.Confirmed, events.AutoConfirmed, events.Disputed),
    *(events.Ruled, events.Forfeited, events.DoubleForfeited),
)
_WHY_NOT: Final[Mapping[Stage, type[refusals.PlayRefusal]]] = MappingProxyType(
    {
        Stage.WAITING: refusals.NotOpen,
        Stage.OPEN: refusals.NothingReported,
        Stage.CALLED: refusals.NothingReported,
        Stage.LIVE: refusals.NothingReported,
        Stage.REPORTED: refusals.AlreadyReported,
        Stage.DISPUTED: refusals.InDispute,
        Stage.SETTLED: refusals.AlreadySettled,
    }
)


def decide(
    state: State, command: commands.Command, facts: commands.Facts = NO_FACTS
) -> tuple[events.Event, ...]:
    """What happens if `command` is done now: most often one event, none if it is so already.

    Raises a `PlayRefusal` where the rules do not allow it.
    """
    match command:
        case commands.Withdraw(entrant):
            if state.match_of(entrant) is None:
                raise refusals.AlreadyOut(f"{entrant} is out already")
            return (events.Withdrawn(entrant),)
        case commands.JoinLate(entrant):
            return (_late(state, entrant),)
        case commands.Undo() | commands.Reopen() | commands.TakeBack() | commands.Reinstate():
            return (events.Undone(foresee(state, command, facts).positions),)
        case commands.Confirm() | commands.Dispute() | commands.AutoConfirm():
            return (_answered(state, command),)
        case commands.Rule() | commands.Forfeit() | commands.DoubleForfeit():
            return (_declared(state, command),)
        case _:
            return _played(state, command)


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
        case commands.Undo(position):
            wanted = len(state.log) - 1 if position is None else position
            if not 0 <= wanted < len(state.log):
                raise refusals.NothingToUndo("there is no such step to undo")
            return preview(state, (wanted,))
        case commands.Reopen(at):
            steps = _results_of(state, state.match(at))
            result = state.match(at).result
            if not steps or result is None or result.ending is Ending.WALKOVER:
                raise refusals.NothingReported(f"{at} has no result of its own")
            return preview(state, steps)
        case commands.TakeBack():
            return _taken_back(state, command, facts)
        case commands.Reinstate(entrant):
            return _reinstated(state, entrant)


def _played(
    state: State, command: commands.Call | commands.Arrive | commands.Report
) -> tuple[events.Event, ...]:
    match_ = state.match(command.match)
    if isinstance(command, commands.Call):
        if match_.stage in {Stage.CALLED, Stage.LIVE}:
            raise refusals.AlreadyCalled(f"{match_.id} has been called")
        return (events.Called(match_.id, _ready(match_, events.Called)),)
    if isinstance(command, commands.Arrive):
        _must_play(match_, command.by)
        if command.by in match_.here:
            return ()
        if match_.stage is Stage.OPEN:
            raise refusals.NotOpen(f"{match_.id} has not been called")
        return (events.Arrived(match_.id, _ready(match_, events.Arrived), command.by),)
    _must_play(match_, command.by, command.winner)
    score = _scored(state, match_, command.winner, command.score)
    claim = match_.claim
    if match_.stage is Stage.REPORTED and claim and claim.by != command.by:
        return (_seconded(match_, claim, command),)
    sides = _ready(match_, events.Reported)
    return (events.Reported(match_.id, sides, command.by, command.winner, score),)


def _seconded(match: Match, claim: Claim, command: commands.Report) -> events.Event:
    """Both sides have reported: they agree, or staff must look."""
    sides = _ready(match, events.Confirmed)
    if command.winner == claim.winner:
        return events.Confirmed(match.id, sides, command.by)
    return events.Disputed(match.id, sides, command.by)


def _answered(
    state: State, command: commands.Confirm | commands.Dispute | commands.AutoConfirm
) -> events.Event:
    match_ = state.match(command.match)
    if isinstance(command, commands.AutoConfirm):
        return events.AutoConfirmed(match_.id, _ready(match_, events.AutoConfirmed))
    _must_play(match_, command.by)
    sides = _ready(match_, events.Confirmed)
    if match_.claim and match_.claim.by == command.by:
        raise refusals.OwnReport(f"{command.by} reported {match_.id}, the other side answers")
    if isinstance(command, commands.Confirm):
        return events.Confirmed(match_.id, sides, command.by)
    return events.Disputed(match_.id, sides, command.by)


def _declared(
    state: State, command: commands.Rule | commands.Forfeit | commands.DoubleForfeit
) -> events.Event:
    match_ = state.match(command.match)
    if isinstance(command, commands.Rule):
        _must_play(match_, command.winner)
        score = _scored(state, match_, command.winner, command.score)
        result = match_.result
        if result and (not result.played or result.winner != command.winner):
            raise refusals.AlreadySettled(f"{match_.id} has another winner: reopen it first")
        sides = _ready(match_, events.Ruled)
        return events.Ruled(match_.id, sides, command.winner, score)
    sides = _ready(match_, events.Forfeited)
    if isinstance(command, commands.DoubleForfeit):
        return events.DoubleForfeited(match_.id, sides)
    _must_play(match_, command.entrant)
    return events.Forfeited(match_.id, sides, command.entrant)


def _late(state: State, entrant: int) -> events.Event:
    byes = free_byes(state)
    if not byes:
        raise refusals.NoSeat("no bye is left that has not begun")
    if entrant != state.graph.entrants + 1:
        raise refusals.NotNext(f"the next entrant is {state.graph.entrants + 1}")
    return events.JoinedLate(entrant, byes[0])


def _taken_back(state: State, command: commands.TakeBack, facts: commands.Facts) -> Preview:
    match_ = state.match(command.match)
    _must_play(match_, command.by)
    steps = [p for p in _results_of(state, match_) if isinstance(state.log[p], events.Reported)]
    if not steps or match_.claim is None:
        raise refusals.NothingReported(f"nothing has been reported of {match_.id}")
    if match_.claim.by != command.by:
        raise refusals.OwnReport(f"{command.by} has not reported {match_.id}")
    seen = preview(state, steps)
    if match_.stage is Stage.SETTLED:
        ahead = (state.match(cleared) for cleared in seen.cleared if cleared != match_.id)
        late = facts.since_report is None or facts.since_report > SECOND_THOUGHTS
        if late or any(state.begun(next_) for next_ in ahead):
            raise refusals.TooLate(f"{match_.id} is settled, and play has gone on")
    return seen


def _reinstated(state: State, entrant: int) -> Preview:
    if entrant not in state.withdrawn:
        raise refusals.NotWithdrawn(f"{entrant!r:.40} has not withdrawn")
    seen = preview(state, (state.log.index(events.Withdrawn(entrant)),))
    if len(seen.positions) > 1:
        raise refusals.TooLate("play has gone on: undo it instead")
    return seen


def _results_of(state: State, match: Match) -> tuple[int, ...]:
    """Where the log speaks of this match's result, in the order of the log."""
    return tuple(
        position
        for position, step in enumerate(state.log)
        if isinstance(step, _RESULTS) and step.match == match.id
    )


def _ready(match: Match, step: type[events.Event]) -> Sides:
    """Both sides of a match that can take such a step now; the refusal says why it cannot."""
    if match.stage not in TAKES[step]:
        raise _WHY_NOT[match.stage](f"{match.id} is {match.stage}")
    one, other = match.sides
    if one is None or other is None:
        raise refusals.NotOpen(f"{match.id} is waiting")
    return one, other


def _must_play(match: Match, *entrants: int) -> None:
    for entrant in entrants:
        if None in match.sides and match.stage is Stage.WAITING and not match.has(entrant):
            raise refusals.NotOpen(f"{match.id} is waiting")
        if not match.has(entrant):
            raise refusals.NotPlaying(f"{entrant!r:.40} does not play {match.id}")


def _scored(state: State, match: Match, winner: int, score: Score | None) -> Score | None:
    """The score, in the order of the sides, if it is one with which `winner` can have won."""
    if score is None:
        return None
    won, lost = score if match.sides[0] == winner else score[::-1]
    enough = state.setup.best_of // 2 + 1
    whole = state.setup.best_of == 1 or won == enough
    if lost < 0 or lost >= won or not whole:
        raise refusals.BadScore(f"{winner} cannot have won {match.id} with {score}")
    return score
