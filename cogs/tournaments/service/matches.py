"""What a player does to the one match they are in."""

from dataclasses import dataclass

from cogs.tournaments.rules import commands, events
from cogs.tournaments.rules.board import Ending, Match, Stage
from cogs.tournaments.rules.bracket import NOBODY
from cogs.tournaments.rules.hosting import Reason, Trouble
from cogs.tournaments.rules.refusals import (
    AlreadySettled,
    BadOrder,
    BadScore,
    NothingReported,
    NotOpen,
    NotPlaying,
    PlayRefusal,
)
from cogs.tournaments.service.facts import Moved
from cogs.tournaments.service.marks import meant
from cogs.tournaments.service.playing import play, show_match
from cogs.tournaments.service.rooms import FLAGGED, troubles
from cogs.tournaments.service.turn import Turn
from core.people import Actor

Games = tuple[int, int]  # one's own first, where a player tells them


class SayHere(PlayRefusal):
    """A typed score is for a match that has begun: typed twice, it must not claim the next one."""

    key = "tournaments-say-here"
    code = "say_here"


@dataclass(frozen=True, slots=True)
class Told:
    """What a player says of a match: the one on the button pressed, or the one they are in."""

    won: bool | None
    score: Games | None
    match: str | None  # an id, or what `marks.marked` has written
    order: tuple[int, ...] = ()  # of a lobby: seats, the best first


@dataclass(frozen=True, slots=True)
class Verdict:
    match: str  # an id, or what `marks.marked` has written
    winner: int  # a seed
    reason: Reason
    score: Games | None = None  # in the order of the sides
    order: tuple[int, ...] = ()  # of a lobby: seats, the best first


async def arrive(turn: Turn, actor: Actor, given: str | None) -> Moved:
    me, match = mine(turn, actor, given)
    if match.stage is not Stage.LIVE:
        await play(turn, commands.Arrive(match.id, me))
    return _moved(turn, match, me)


async def report(turn: Turn, actor: Actor, told: Told) -> Moved:
    me, match = mine(turn, actor, told.match)
    if told.match is None and match.stage is Stage.CALLED and me not in match.here:
        raise SayHere
    if not match.known:  # the match before it was reopened in this very moment
        raise NotOpen
    if match.lobby:
        return await _placed(turn, match, me, told.order)
    if told.score and told.score[0] == told.score[1]:
        return await _drawn(turn, match, me, told.score)
    won = told.score[0] > told.score[1] if told.won is None and told.score else bool(told.won)
    if told.score and (told.score[0] > told.score[1]) is not won:
        raise BadScore
    other = match.opponent_of(me) or NOBODY
    winner = me if won else other
    score = told.score if match.sides[0] == me or told.score is None else told.score[::-1]
    if not _said_already(match, me, winner):
        await play(turn, commands.Report(match.id, me, winner, score))
    return _moved(turn, match, me)


async def _placed(turn: Turn, match: Match, me: int, order: tuple[int, ...]) -> Moved:
    """How a lobby ended, told by anybody who was in it."""
    if sorted(order) != sorted(match.playing):
        raise BadOrder
    if match.claim is None or match.claim.order != order:
        await play(turn, commands.Report(match.id, me, order[0], order=order))
    return _moved(turn, match, me)


async def _drawn(turn: Turn, match: Match, me: int, score: Games) -> Moved:
    if not _said_already(match, me, NOBODY):
        told = score if any(score) else None  # a draw of which nobody counted the games
        await play(turn, commands.Report(match.id, me, NOBODY, told))
    return _moved(turn, match, me)


async def confirm(turn: Turn, actor: Actor, given: str | None) -> Moved:
    me, match = mine(turn, actor, given)
    if match.result is None:
        await play(turn, commands.Confirm(match.id, me))
    elif match.result.ending is not Ending.PLAYED:  # nobody is thanked for what did not count
        raise AlreadySettled
    return _moved(turn, match, me)


async def dispute(turn: Turn, actor: Actor, given: str | None) -> Moved:
    me, match = mine(turn, actor, given)
    if match.stage is not Stage.DISPUTED:
        await play(turn, commands.Dispute(match.id, me))
    return _moved(turn, match, me)


async def take_back(turn: Turn, actor: Actor, given: str | None) -> Moved:
    me, match = _told(turn, actor) if given is None else mine(turn, actor, given)
    at, now = turn.live.reported.get(match.id), turn.event.paused_at or turn.now
    facts = commands.Facts(since_report=now - at if at else None)
    await play(turn, commands.TakeBack(match.id, me), facts)
    return _moved(turn, match, me)


async def flag(turn: Turn, actor: Actor, given: str | None, trouble: Trouble) -> Moved:
    me, match = mine(turn, actor, given)
    if match.stage is Stage.SETTLED:
        raise AlreadySettled
    known = await troubles(turn.tx, turn.live)
    if known.get(match.id) is not trouble:
        await turn.log(FLAGGED, {"match": match.id, "by": me, "trouble": trouble.value})
        await show_match(turn, match)
        await turn.show()
    return _moved(turn, match, me)


def mine(turn: Turn, actor: Actor, given: str | None) -> tuple[int, Match]:
    """Who they are in the bracket, and the match they mean.

    Raises `NotPlaying`, `NotRunning`, and `OthersNow` for a button of another pairing.
    """
    me = turn.live.seed_of(actor.person)
    if given is not None and turn.live.state is not None:  # a late press on a match long settled
        match: Match | None = meant(turn.live, turn.live.state, given)
    else:
        match = turn.state.match_of(me) if me is not None else None
    if me is None or match is None or (given is not None and not match.has(me)):
        raise NotPlaying
    return me, match


def _told(turn: Turn, actor: Actor) -> tuple[int, Match]:
    """The match that they are in once it had a score: typed twice, no other loses its own.

    Else the last whose score they gave. Raises `NotPlaying`, `NothingReported`.
    """
    me, state = turn.live.seed_of(actor.person), turn.state
    if me is None:
        raise NotPlaying
    now = state.match_of(me)
    if now is not None and now.id in turn.live.reported:
        return me, now
    for step in reversed(state.log):
        if isinstance(step, events.Reported) and step.by == me:
            return me, state.match(step.match)
    raise NothingReported("they gave no score")


def _said_already(match: Match, me: int, winner: int) -> bool:
    """A button pressed twice, or a word repeated, changes nothing."""
    if match.stage is Stage.REPORTED and match.claim:
        return match.claim.by == me and match.claim.winner == winner
    return match.result is not None and match.result.winner == winner


def _moved(turn: Turn, match: Match, me: int) -> Moved:
    state = turn.live.state
    return Moved(turn.live, state.match(match.id) if state else match, me)
