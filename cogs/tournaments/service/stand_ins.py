"""Somebody is missing before a match: a person without a team steps in, if both sides agree."""

from dataclasses import dataclass

from cogs.tournaments.rules.board import Match, Stage
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.refusals import Begun, NotPlaying, PlayRefusal
from cogs.tournaments.rules.teams import CaptainOnly, NotAgreed, NotInTeam
from cogs.tournaments.service import teaming
from cogs.tournaments.service.crew import Crew
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.marks import meant
from cogs.tournaments.service.playing import show_match
from cogs.tournaments.service.teaming import Change
from cogs.tournaments.service.teams import NoTeamsHere, is_staff
from cogs.tournaments.service.turn import Turn
from cogs.tournaments.service.turns import Turns
from cogs.tournaments.store import history
from core.people import Actor
from storage.database import Tx

ASKED = "stand_in_asked"
CHANGED = "roster_changed"


class NobodyFree(PlayRefusal):
    """Nobody is there without a team."""

    key = "teams-nobody-free"
    code = "nobody_free"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A side has asked for somebody to step in."""

    match: MatchId
    team: int
    out: int  # the ticket of who is missing; 0 where the place is free
    seat: int  # of the side that asks


@dataclass(frozen=True, slots=True)
class SteppedIn:
    """An answer: whether somebody has stepped in, or the other side is asked."""

    live: Live
    team: int
    done: bool


class StandIns:
    def __init__(self, turns: Turns) -> None:
        self._turns = turns
        self._crew = Crew(turns.db)

    async def ask(self, actor: Actor, tournament: int, match: str, out: int = 0) -> SteppedIn:
        """A captain asks the other side; staff need not ask. `out` is the ticket of the missing.

        Raises `NoTeamsHere`, `NotPlaying`, `CaptainOnly`, `Begun`, `NobodyFree`, `NotInTeam`.
        """
        async with self._turns.on(actor, tournament, self._turns.entered) as turn:
            called = _called(turn, match)
            number, seat = _side(turn, actor, called, out)
            wanted = Wanted(called.id, number, out, seat)
            _must_be_missing(turn.live, wanted)
            if not teaming.spare(turn):
                raise NobodyFree
            own = turn.live.ticket_of(actor.person)
            others = own is None or own.team != number
            if others and await is_staff(turn.tx, self._crew, turn.live, actor):
                await _step_in(turn, wanted, called)
                return SteppedIn(turn.live, number, done=True)
            team = turn.live.squads.team(number)
            if own is None or own.ticket != team.captain:
                raise CaptainOnly
            asked = {"match": called.id, "team": number, "out": out, "seat": seat}
            await turn.log(ASKED, asked)
            await show_match(turn, called)
            return SteppedIn(turn.live, number, done=False)

    async def agree(self, actor: Actor, tournament: int, match: str) -> SteppedIn:
        """The other side's captain, or staff, says yes: whoever waits longest steps in.

        Raises `NotAgreed` where nothing was asked, `CaptainOnly`, `Begun`, `NobodyFree`.
        """
        async with self._turns.on(actor, tournament, self._turns.entered) as turn:
            called = _called(turn, match)
            wanted = await _wanted(turn.tx, turn.live, called)
            if wanted is None:
                raise NotAgreed
            other = turn.live.seeded.get(called.opponent_of(wanted.seat) or 0)
            own = turn.live.ticket_of(actor.person)
            captain = turn.live.squads.team(other.ticket).captain if other else None
            others = own is None or own.team != wanted.team
            staff = others and await is_staff(turn.tx, self._crew, turn.live, actor)
            if not staff and (own is None or own.ticket != captain):
                raise CaptainOnly
            await _step_in(turn, wanted, called)
            return SteppedIn(turn.live, wanted.team, done=True)

    async def wanted(self, live: Live, match: Match) -> Wanted | None:
        """What a side of this match has asked for, and nobody has answered yet."""
        if not live.event.in_teams or match.stage is not Stage.CALLED:
            return None
        async with self._turns.db.read() as tx:
            return await _wanted(tx, live, match)


async def _step_in(turn: Turn, wanted: Wanted, match: Match) -> None:
    free = teaming.spare(turn)
    if not free:
        raise NobodyFree
    _must_be_missing(turn.live, wanted)
    squads = turn.live.squads
    if wanted.out:
        after = squads.step_in(wanted.out, free[0], agreed=True)
    else:
        invited = squads.invite(squads.team(wanted.team).captain or 0, wanted.team, free[0])
        after = invited.join(wanted.team, free[0])
    await teaming.keep(turn, after, Change.STOOD_IN)
    await show_match(turn, match)


async def _wanted(tx: Tx, live: Live, match: Match) -> Wanted | None:
    """The last that was asked in this match since it was called, unless somebody stepped in."""
    since = live.called.get(match.id)
    asked = None
    for line in await history.log_of(tx, live.id, since=since, kinds=(ASKED, CHANGED)):
        if line.kind == ASKED and line.payload["match"] == match.id:
            asked = Wanted(match.id, *(line.payload[name] for name in ("team", "out", "seat")))
        elif asked and line.payload.get("team") == asked.team and line.reason == Change.STOOD_IN:
            asked = None
    return asked


def _called(turn: Turn, given: str) -> Match:
    if not turn.event.in_teams:
        raise NoTeamsHere
    match = meant(turn.live, turn.state, given)
    if match.stage is not Stage.CALLED:
        raise Begun
    return match


def _side(turn: Turn, actor: Actor, match: Match, out: int) -> tuple[int, int]:
    """The team that lacks somebody, and its seat: that of who is missing, else one's own."""
    team = turn.live.squads.team_of(out) if out else turn.live.team_of(actor.person)
    seat = turn.live.seats.get(team.number) if team else None
    if team is None or seat is None or not match.has(seat):
        raise NotPlaying
    return team.number, seat


def _must_be_missing(live: Live, wanted: Wanted) -> None:
    """Raises `NotInTeam` for somebody else's player, or for a place that is not free."""
    team = live.squads.team(wanted.team)
    if wanted.out and wanted.out not in team.members:
        raise NotInTeam
    if not wanted.out and len(team.players) >= live.squads.shape.most:
        raise NotInTeam
