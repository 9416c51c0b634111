"""More time: for one match, for all of them, or for everybody at once while nothing runs."""

from datetime import timedelta

from cogs.tournaments.rules.board import Match, Stage
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.crew import Act
from cogs.tournaments.rules.hosting import NoClock, NotRunning, Reason, Standstill
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.service import telling
from cogs.tournaments.service.crew import Crew
from cogs.tournaments.service.facts import BracketMoved
from cogs.tournaments.service.hours import CALL, EXTENDED, REPORT, more_time
from cogs.tournaments.service.live import PAUSED, RESUMED, Live
from cogs.tournaments.service.playing import attend, call_all, show_match
from cogs.tournaments.service.turn import Turn
from cogs.tournaments.service.turns import Turns
from core.people import Actor
from storage import timers

WAITS = {Stage.CALLED: CALL, Stage.REPORTED: REPORT}  # the clock that runs in a stage


class Pauses:
    def __init__(self, turns: Turns, crew: Crew) -> None:
        self._turns = turns
        self._crew = crew

    async def extend(
        self,
        actor: Actor,
        tournament: int,
        minutes: int,
        reason: Reason,
        match: MatchId | None = None,
    ) -> tuple[Live, tuple[MatchId, ...]]:
        """More time to come or to answer, in one match or in all that are waited for.

        Raises `NotAllowed`, `NotRunning`, `NoClock`, `Standstill`.
        """
        async with self._turns.on(actor, tournament) as turn:
            await self._judging(turn, actor)
            if turn.event.paused_at is not None:
                raise Standstill
            some = [turn.state.match(match)] if match else turn.state.open
            waited = [each for each in some if each.stage in WAITS]
            if not waited:
                raise NoClock
            for each in waited:
                await _extended(turn, each, timedelta(minutes=minutes), reason)
            await turn.show()
            return turn.live, tuple(each.id for each in waited)

    async def pause(self, actor: Actor, tournament: int, reason: Reason) -> Live:
        """Every clock stands still, and nobody new is called. Twice is once.

        Raises `NotAllowed`, `NotRunning`.
        """
        async with self._turns.on(actor, tournament) as turn:
            await self._judging(turn, actor)
            if turn.event.paused_at is None:
                await turn.log(PAUSED, reason=reason.value)
                await turn.change(paused_at=turn.now)
                await telling.now(turn, f"pause{turn.live.seq}", "repairs-chat-paused")
                await _told(turn)
            return turn.live

    async def resume(self, actor: Actor, tournament: int) -> Live:
        """Every clock goes on with what it had left, and whoever is free is called.

        Raises `NotAllowed`, `NotRunning`.
        """
        async with self._turns.on(actor, tournament) as turn:
            await self._judging(turn, actor)
            since = turn.event.paused_at
            if since is not None:
                await turn.log(RESUMED, {"since": since.timestamp()})
                await turn.change(paused_at=None)
                await timers.go_on(turn.tx, "tournaments", turn.subject, turn.now)
                await telling.now(turn, f"resume{turn.live.seq}", "repairs-chat-resumed")
                await call_all(turn)
                await _told(turn)
            return turn.live

    async def _judging(self, turn: Turn, actor: Actor) -> None:
        await self._crew.may(actor, Act.JUDGE, turn.live, tx=turn.tx)
        if turn.event.phase is not Phase.RUNNING:
            raise NotRunning


async def _extended(turn: Turn, match: Match, span: timedelta, reason: Reason) -> None:
    clock, live = WAITS[match.stage], turn.live
    ends = live.call_ends(match.id) if clock == CALL else live.report_stands(match.id)
    until = max(ends or turn.now, turn.now) + span
    await turn.log(EXTENDED, more_time(match.id, clock, until), reason.value)
    await attend(turn, match)


async def _told(turn: Turn) -> None:
    """One line on the card, and none of the matches shows an hour that is not true."""
    for match in turn.state.open:
        if match.stage in WAITS or match.stage is Stage.LIVE:  # where maps may be being chosen
            await show_match(turn, match)
    await turn.show()
    turn.tell(BracketMoved(turn.event.id))
