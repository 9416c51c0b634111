"""How long an evening waits, and what follows: for who does not come, and for the stream."""

from dataclasses import dataclass
from typing import Final

from cogs.tournaments.rules import patience
from cogs.tournaments.rules.board import Match
from cogs.tournaments.rules.crew import Act
from cogs.tournaments.rules.hosting import BadHold, NotRunning
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.service import clocks, looking
from cogs.tournaments.service.crew import Crew
from cogs.tournaments.service.facts import BracketMoved
from cogs.tournaments.service.hours import CALL, EXTENDED, more_time
from cogs.tournaments.service.live import CHANGED, Live
from cogs.tournaments.service.playing import show_match
from cogs.tournaments.service.turn import Turn
from cogs.tournaments.service.turns import Turns
from core.people import Actor
from storage import timers

SHORTEST_HOLD: Final = 5  # minutes
LONGEST_HOLD: Final = 60


@dataclass(frozen=True, slots=True)
class Patience:
    """What a host wants otherwise; None stays as it is."""

    auto_forfeit: bool | None = None  # whether it goes on by itself without who is missing
    hold_minutes: int | None = None  # as long as a match may be kept for the stream


class Waits:
    def __init__(self, turns: Turns, crew: Crew) -> None:
        self._turns = turns
        self._crew = crew

    async def change(self, actor: Actor, wanted: Patience, tournament: int | None = None) -> Live:
        """Say how long is waited, at any moment until it is over. Twice is once.

        What is late then has its last minutes anew, and so has what is kept for the stream.
        Raises `NotAllowed`, `NoneHere`, `NotRunning` once it is over, `BadHold`.
        """
        async with self._turns.on(actor, tournament, looking.drafted) as turn:
            await self._crew.may(actor, Act.RUN, turn.live, tx=turn.tx)
            if not turn.event.live and turn.event.phase is not Phase.DRAFT:
                raise NotRunning
            changes = _changes(turn, wanted)
            if changes:
                await turn.change(**changes)
                if turn.event.phase is not Phase.DRAFT:
                    await turn.log(CHANGED, changes)
                await _follow(turn, changes)
            return turn.live


def _changes(turn: Turn, wanted: Patience) -> dict[str, object]:
    """The columns that become others."""
    values: dict[str, object] = {}
    if wanted.auto_forfeit not in {None, turn.event.auto_forfeit}:
        values["auto_forfeit"] = wanted.auto_forfeit
    if wanted.hold_minutes is None:
        return values
    if not SHORTEST_HOLD <= wanted.hold_minutes <= LONGEST_HOLD:
        raise BadHold
    if wanted.hold_minutes != turn.event.hold_minutes:
        values["hold_minutes"] = float(wanted.hold_minutes)
    return values


async def _follow(turn: Turn, changes: dict[str, object]) -> None:
    """Clocks that run already are set anew, and every card says what is true now."""
    for match in turn.live.state.open if turn.live.state else ():
        if match.held and "hold_minutes" in changes:
            await clocks.keep(turn, match)
            await show_match(turn, match)
        elif "auto_forfeit" in changes and clocks.waited_for(turn.live, match.id):
            await _of_late(turn, match)
    if turn.event.phase is not Phase.DRAFT:
        await turn.show()
        turn.tell(BracketMoved(turn.event.id))


async def _of_late(turn: Turn, match: Match) -> None:
    """Its last step comes with all its time, or comes no more; earlier ones come anyway."""
    now = turn.event.paused_at or turn.now
    ends, call = turn.live.call_ends(match.id) or now, clocks.call(turn.live)
    if (patience.reached(ends, call, now) or 0) < patience.LATE:
        return
    if turn.event.auto_forfeit:
        gap = call * (patience.LADDER[patience.OVER] - patience.LADDER[patience.LATE])
        await turn.log(EXTENDED, more_time(match.id, CALL, now))  # it is late from now on
        await clocks.step_at(turn, match, patience.OVER, turn.now + gap)
    else:
        await timers.cancel(turn.tx, clocks.NO_SHOW, clocks.key_of(turn, match))
    await show_match(turn, match)
