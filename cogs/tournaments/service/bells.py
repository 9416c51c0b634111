"""What time does to a tournament by itself. Every bell looks at the world again before it acts."""

from collections.abc import Iterable
from typing import Any

from cogs.tournaments.rules import commands
from cogs.tournaments.rules.board import Match, Stage
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.hosting import NoneHere
from cogs.tournaments.rules.refusals import TooFew
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.service import arena, gathering, telling
from cogs.tournaments.service.book import Book
from cogs.tournaments.service.live import STALLED
from cogs.tournaments.service.playing import play
from cogs.tournaments.service.turn import Turn
from cogs.tournaments.store import announced, history
from core.clock import Clock
from core.timers import Bell, Timer
from storage import timers


class Bells:
    def __init__(self, book: Book, clock: Clock) -> None:
        self._book = book
        self._clock = clock

    def all(self) -> dict[str, Bell]:
        return {
            "tournaments.draft": self.draft,
            "tournaments.checkin_open": self.checkin_open,
            "tournaments.checkin_close": self.checkin_close,
            "tournaments.start": self.start,
            "tournaments.confirm": self.confirm,
            "tournaments.chat_line": self.chat_line,
            "tournaments.arena_tick": self.arena_tick,
            "tournaments.arena_close": self.arena_close,
        }

    async def draft(self, tx: Any, timer: Timer) -> Iterable[object]:  # noqa: ANN401 - a Bell
        """A draft that nobody has published by its hour is gone."""
        await announced.drop(tx, announced.TournamentId(int(timer.key)))
        return ()

    async def checkin_open(self, tx: Any, timer: Timer) -> Iterable[object]:  # noqa: ANN401 - a Bell
        """Open the check-in, if registration still runs."""
        turn = await self._turn(tx, timer)
        if turn is None or turn.event.phase is not Phase.REGISTRATION:
            return ()
        await gathering.open_check_in(turn)
        return turn.facts

    async def checkin_close(self, tx: Any, timer: Timer) -> Iterable[object]:  # noqa: ANN401
        """Draw. With fewer than two the check-in stays open until the start, in case some come."""
        turn = await self._turn(tx, timer)
        if turn is None or turn.event.phase is not Phase.CHECK_IN:
            return ()
        try:
            await gathering.draw(turn)
        except TooFew:
            at = turn.event.starts_at
            await timers.arm(tx, Timer("tournaments.start", turn.subject, at))
        return turn.facts

    async def start(self, tx: Any, timer: Timer) -> Iterable[object]:  # noqa: ANN401
        """Play. With fewer than two it waits for a host, who starts it later or calls it off."""
        turn = await self._turn(tx, timer)
        if turn is None or turn.event.phase not in {Phase.CHECK_IN, Phase.CLOSED}:
            return ()
        try:
            await gathering.start(turn)
        except TooFew:
            await turn.log(STALLED)
            await turn.show()
        return turn.facts

    async def confirm(self, tx: Any, timer: Timer) -> Iterable[object]:  # noqa: ANN401
        """A report that nobody has answered stands."""
        turn = await self._turn(tx, timer)
        match = _match(turn, timer)
        if turn is None or match is None or match.stage is not Stage.REPORTED:
            return ()
        await play(turn, commands.AutoConfirm(match.id))
        return turn.facts

    async def arena_tick(self, tx: Any, timer: Timer) -> Iterable[object]:  # noqa: ANN401
        """Pair whoever is free in an arena."""
        turn = await self._turn(tx, timer)
        if turn is None or turn.event.phase is not Phase.RUNNING:
            return ()
        await arena.tick(turn)
        return turn.facts

    async def arena_close(self, tx: Any, timer: Timer) -> Iterable[object]:  # noqa: ANN401
        """The last results of an arena are in."""
        turn = await self._turn(tx, timer)
        if turn is None or turn.event.phase is not Phase.RUNNING:
            return ()
        await arena.close(turn)
        return turn.facts

    async def chat_line(self, tx: Any, timer: Timer) -> Iterable[object]:  # noqa: ANN401
        """Tell the chats together who came since the last line."""
        turn = await self._turn(tx, timer)
        if turn is not None:
            window = int(timer.payload["window"])
            since, until = telling.span(window)
            log = await history.log_of(tx, turn.event.id, since=since)
            await telling.gathered(turn, window, (line for line in log if line.at < until))
        return ()

    async def _turn(self, tx: Any, timer: Timer) -> Turn | None:  # noqa: ANN401
        """None where the tournament is no more."""
        tournament = announced.TournamentId(int(timer.key.partition(":")[0]))
        try:
            live = await self._book.open(tx, tournament)
        except NoneHere:
            return None
        return Turn(tx, live, self._clock.now())


def _match(turn: Turn | None, timer: Timer) -> Match | None:
    """The match that a timer is about; None once the tournament is not running any more."""
    if turn is None or turn.event.phase is not Phase.RUNNING:
        return None
    return turn.state.match(MatchId(timer.key.partition(":")[2]))
