"""An arena's evening: a clock, a tick every ten seconds that pairs whoever is free, and a bell."""

from datetime import datetime, timedelta
from typing import Final

from cogs.tournaments.rules import arena, commands
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.rules.setup import Format
from cogs.tournaments.service.playing import play
from cogs.tournaments.service.turn import Turn
from core.timers import Timer
from storage import timers

TICK: Final = timedelta(seconds=10)


async def wind_up(turn: Turn) -> None:
    """Set the clock of an arena that begins; nothing for any other format."""
    if turn.event.format is not Format.ARENA:
        return
    rings = arena.bell(turn.now, _clock(turn))
    closes = arena.counts_until(rings)
    await timers.arm(turn.tx, Timer("tournaments.arena_close", turn.subject, closes))
    await _tick_at(turn, turn.now)


async def tick(turn: Turn) -> None:
    """Pair whoever is free, and come back; near the bell nobody is sent into a match any more."""
    began = turn.live.began or turn.now
    if turn.now > arena.pairs_until(began, _clock(turn), _expected(turn)):
        return
    await play(turn, commands.PairUp(), _facts(turn))
    if turn.event.phase is Phase.RUNNING:
        await _tick_at(turn, turn.now + TICK)


async def close(turn: Turn) -> None:
    """The bell has rung ten minutes ago: what is not told by now does not count."""
    await timers.cancel(turn.tx, "tournaments.arena_tick", turn.subject)
    await play(turn, commands.Close())


def _facts(turn: Turn) -> commands.Facts:
    began = turn.live.began or turn.now
    free = {seat: turn.live.freed.get(seat, began) for seat in turn.state.entrants}
    since = {seat: int(at.timestamp()) for seat, at in free.items()}
    return commands.Facts(since=since, now=int(turn.now.timestamp()))


def _clock(turn: Turn) -> timedelta:
    return timedelta(minutes=turn.event.clock_minutes)


def _expected(turn: Turn) -> timedelta:
    return timedelta(minutes=turn.event.match_minutes)


async def _tick_at(turn: Turn, due: datetime) -> None:
    await timers.arm(turn.tx, Timer("tournaments.arena_tick", turn.subject, due))
