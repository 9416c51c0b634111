"""The clocks of a called or reported match: when they ring next, and when they stop."""

from datetime import datetime, timedelta
from typing import Final

from cogs.tournaments.rules import patience
from cogs.tournaments.rules.board import Match, Stage
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.planning import ANY, ANY_LOBBY
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.rules.veto import SHORTEST
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.turn import Turn
from core.timers import Timer
from storage import timers

NO_SHOW: Final = "tournaments.no_show"
CONFIRM: Final = "tournaments.confirm"
VETO: Final = "tournaments.veto"
HOLD: Final = "tournaments.hold"
FIRST_CHOICE: Final = timedelta(seconds=SHORTEST)  # a game may give more: its bell looks again


def key_of(turn: Turn, match: Match) -> str:
    return f"{turn.subject}:{match.id}"


def call(live: Live) -> timedelta:
    """How long a call lasts."""
    return timedelta(minutes=live.event.call_minutes)


async def wind(turn: Turn, match: Match) -> None:
    """Set the clock of a called match to its next step; one kept for the stream has none.

    Once the last step was set it stays as it is: after a time without us, staff still has its
    minutes, whoever comes meanwhile.
    """
    if match.held:
        await stop(turn, match)
        await keep(turn, match)
        return
    for kind in (CONFIRM, VETO):  # of a report that was undone
        await timers.cancel(turn.tx, kind, key_of(turn, match))
    ends = turn.live.call_ends(match.id) or turn.now
    step = patience.upcoming(ends, call(turn.live), turn.now)
    if step is not None:
        await step_at(turn, match, step, patience.moment(ends, call(turn.live), step))


async def keep(turn: Turn, match: Match) -> None:
    """Both are known, and wait for the stream: not for longer than the event says."""
    if match.known:
        span = timedelta(minutes=turn.event.hold_minutes)
        begun = turn.event.phase is Phase.RUNNING
        since = turn.now if begun else max(turn.now, turn.event.starts_at)
        await timers.arm(turn.tx, Timer(HOLD, key_of(turn, match), since + span))


async def let_choose(turn: Turn, match: Match) -> None:
    """Both are there: where their game has maps to choose, the first choice has its clock."""
    if turn.event.game not in {"", ANY, ANY_LOBBY} and not match.lobby:
        due = turn.now + FIRST_CHOICE
        await timers.arm(turn.tx, Timer(VETO, key_of(turn, match), due))


async def step_at(turn: Turn, match: Match, step: int, due: datetime) -> None:
    """Where staff is always there, nobody is out by the clock alone."""
    if step == patience.OVER and not turn.event.auto_forfeit:
        return
    await timers.arm(turn.tx, Timer(NO_SHOW, key_of(turn, match), due, {"step": step}))


async def stop(turn: Turn, match: Match) -> None:
    await timers.cancel(turn.tx, NO_SHOW, key_of(turn, match))
    await timers.cancel(turn.tx, CONFIRM, key_of(turn, match))
    await timers.cancel(turn.tx, VETO, key_of(turn, match))


def waited_for(live: Live, match: MatchId) -> Match | None:
    """The match, if somebody is still missing in it; None once it has gone on."""
    if live.event.phase is not Phase.RUNNING or live.state is None:
        return None
    place = live.state.graph.places.get(match)
    found = None if place is None else live.state.board[place]
    return found if found and found.stage is Stage.CALLED and not found.held else None


def late(live: Live, now: datetime) -> tuple[Match, ...]:
    """Called matches whose call is over, whoever is missing in them; the oldest call first.

    While the event is paused nobody is late.
    """
    paused = live.event.paused_at is not None
    if live.event.phase is not Phase.RUNNING or live.state is None or paused:
        return ()
    called = (match for match in live.state.open if waited_for(live, match.id))
    over = [match for match in called if (live.call_ends(match.id) or now) <= now]
    return tuple(sorted(over, key=lambda match: live.called[match.id]))
