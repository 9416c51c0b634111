"""What may be said of one match: called, there, reported, confirmed, disputed, declared."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from cogs.tournaments.rules import commands, events, refusals
from cogs.tournaments.rules.board import BUSY, Claim, Match, Score, Sides, Stage
from cogs.tournaments.rules.bracket import IN_BRACKETS, NOBODY, bracket_of
from cogs.tournaments.rules.moves import TAKES
from cogs.tournaments.rules.state import State

OfMatch = commands.OfMatch | commands.Hold | commands.Release
_Answer = commands.Confirm | commands.Dispute | commands.AutoConfirm
_Told = (
    commands.Call
    | commands.Report
    | commands.Rule
    | _Answer
    | commands.Forfeit
    | commands.DoubleForfeit
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


def said(state: State, command: OfMatch) -> tuple[events.Event, ...]:
    """What such a command leads to; nothing if it is so already. Raises what the rules refuse."""
    if isinstance(command, commands.Arrive):
        return _arrived(state, command)
    if isinstance(command, commands.Hold | commands.Release):
        return _kept(state, command)
    return (_told(state, command),)


def _told(state: State, command: _Told) -> events.Event:
    match command:
        case commands.Call():
            return _called(state, command)
        case commands.Report():
            return _reported(state, command)
        case commands.Confirm() | commands.Dispute() | commands.AutoConfirm():
            return _answered(state, command)
        case commands.Rule():
            return _ruled(state, command)
        case commands.Forfeit() | commands.DoubleForfeit():
            return _declared(state, command)


def must_play(match: Match, *entrants: int) -> None:
    """Raises `NotOpen` while it is not known, `NotPlaying` for somebody else."""
    for entrant in entrants:
        if not match.known and match.stage is Stage.WAITING and not match.has(entrant):
            raise refusals.NotOpen(f"{match.id} is waiting")
        if not match.has(entrant) or entrant in match.gone:
            raise refusals.NotPlaying(f"{entrant!r:.40} does not play {match.id}")


def _called(state: State, command: commands.Call) -> events.Event:
    match_ = state.match(command.match)
    if match_.stage in {Stage.CALLED, Stage.LIVE}:
        raise refusals.AlreadyCalled(f"{match_.id} has been called")
    sides = _ready(match_, events.Called)
    if match_.held:
        raise refusals.OnHold(f"{match_.id} waits for the stream")
    for side in sides:
        if state.busy(side, match_.id):
            raise refusals.Busy(f"{side} is in another match")
    return events.Called(match_.id, sides)


def _arrived(state: State, command: commands.Arrive) -> tuple[events.Event, ...]:
    match_ = state.match(command.match)
    must_play(match_, command.by)
    if command.by in match_.here:
        return ()
    if match_.stage is Stage.OPEN:
        raise refusals.NotOpen(f"{match_.id} has not been called")
    return (events.Arrived(match_.id, _ready(match_, events.Arrived), command.by),)


def _reported(state: State, command: commands.Report) -> events.Event:
    match_ = state.match(command.match)
    must_play(match_, command.by)
    must_play(match_, *_winner(state, match_, command.winner))
    score = _scored(state, match_, command.winner, command.score)
    order = _ordered(match_, command.winner, command.order)
    claim = match_.claim
    if match_.stage is Stage.REPORTED and claim and claim.by != command.by:
        return _seconded(match_, claim, command, order)
    sides = _ready(match_, events.Reported)
    return events.Reported(match_.id, sides, command.by, command.winner, score, order)


def _seconded(
    match: Match, claim: Claim, command: commands.Report, order: tuple[int, ...]
) -> events.Event:
    """Both sides have reported: they agree, or staff must look."""
    sides = _ready(match, events.Confirmed)
    if command.winner == claim.winner and order == claim.order:
        return events.Confirmed(match.id, sides, command.by)
    return events.Disputed(match.id, sides, command.by)


def _answered(state: State, command: _Answer) -> events.Event:
    match_ = state.match(command.match)
    if isinstance(command, commands.AutoConfirm):
        return events.AutoConfirmed(match_.id, _ready(match_, events.AutoConfirmed))
    must_play(match_, command.by)
    sides = _ready(match_, events.Confirmed)
    if match_.claim and match_.claim.by == command.by:
        raise refusals.OwnReport(f"{command.by} reported {match_.id}, the other side answers")
    if isinstance(command, commands.Confirm):
        return events.Confirmed(match_.id, sides, command.by)
    return events.Disputed(match_.id, sides, command.by)


def _ruled(state: State, command: commands.Rule) -> events.Event:
    match_ = state.match(command.match)
    must_play(match_, *_winner(state, match_, command.winner))
    score = _scored(state, match_, command.winner, command.score)
    order = _ordered(match_, command.winner, command.order)
    result = match_.result
    if result and (not result.played or result.winner != command.winner):
        raise refusals.AlreadySettled(f"{match_.id} has another winner: reopen it first")
    sides = _ready(match_, events.Ruled)
    return events.Ruled(match_.id, sides, command.winner, score, order)


def _declared(state: State, command: commands.Forfeit | commands.DoubleForfeit) -> events.Event:
    match_ = state.match(command.match)
    sides = _ready(match_, events.Forfeited)
    if isinstance(command, commands.DoubleForfeit):
        return events.DoubleForfeited(match_.id, sides)
    must_play(match_, command.entrant)
    return events.Forfeited(match_.id, sides, command.entrant)


def _kept(state: State, command: commands.Hold | commands.Release) -> tuple[events.Event, ...]:
    match_ = state.match(command.match)
    if isinstance(command, commands.Release):
        return (events.Released(match_.id),) if match_.held else ()
    if match_.held:
        return ()
    if match_.stage in BUSY - {Stage.CALLED} or match_.result:
        raise refusals.Begun(f"{match_.id} has begun")
    return (events.Held(match_.id),)


def _ready(match: Match, step: type[events.OfMatch]) -> Sides:
    """All sides of a match that can take such a step now; the refusal says why it cannot."""
    if match.stage not in TAKES[step]:
        raise _WHY_NOT[match.stage](f"{match.id} is {match.stage}")
    sides = tuple(side for side in match.sides if side is not None)
    if len(sides) < len(match.sides):
        raise refusals.NotOpen(f"{match.id} is waiting")
    return sides


def _winner(state: State, match: Match, winner: int) -> tuple[int, ...]:
    """Who has to be in the match for this: nobody, where it may end in a draw."""
    if winner != NOBODY:
        return (winner,)
    if not state.setup.draws or bracket_of(match.id) in IN_BRACKETS or match.lobby:
        raise refusals.NoDraws(f"{match.id} needs a winner")
    return ()


def _scored(state: State, match: Match, winner: int, score: Score | None) -> Score | None:
    """The score, in the order of the sides, if it is one with which `winner` can have won."""
    if score is None or match.lobby:
        return None
    if winner == NOBODY:
        if min(score) < 0 or score[0] != score[1]:
            raise refusals.BadScore(f"{score} is no draw")
        return score
    won, lost = score if match.sides[0] == winner else score[::-1]
    best_of = state.best_of(match.id)
    whole = best_of == 1 or won == best_of // 2 + 1
    if lost < 0 or lost >= won or not whole:
        raise refusals.BadScore(f"{winner} cannot have won {match.id} with {score}")
    return score


def _ordered(match: Match, winner: int, order: tuple[int, ...]) -> tuple[int, ...]:
    """Of a lobby, everybody who plays, once, the winner first."""
    if not match.lobby:
        return ()
    if sorted(order) != sorted(match.playing) or order[0] != winner:
        raise refusals.BadOrder(f"{match.id} is played by {sorted(match.playing)}")
    return order
