"""Whoever does not come to their match: called again, alone, three times; then staff is asked.

With nobody of the staff there to act, the match goes on without them; that can be undone.
"""

import hashlib
from collections.abc import Iterable
from typing import Any, Final

from cogs.tournaments.rules import patience
from cogs.tournaments.rules.board import Match
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.hosting import NoneHere
from cogs.tournaments.rules.setup import Format
from cogs.tournaments.service import clocks, telling
from cogs.tournaments.service.absences import not_there
from cogs.tournaments.service.clocks import late
from cogs.tournaments.service.facts import BracketMoved
from cogs.tournaments.service.playing import show_match
from cogs.tournaments.service.turn import MATCH_CARD, Turn
from cogs.tournaments.service.turns import Turns
from cogs.tournaments.store.tickets import Entrant
from core.courier import Letter
from core.people import Doorkeeper, Platform
from core.timers import Bell, Timer
from storage import cards, outbox

__all__ = ("PING", "PINGED", "Waiting", "late")

PING: Final = "tournaments-ping"
PINGED: Final = "pinged"


class Waiting:
    def __init__(self, turns: Turns, door: Doorkeeper) -> None:
        self._turns = turns
        self._door = door

    def bells(self) -> dict[str, Bell]:
        return {clocks.NO_SHOW: self.no_show}

    async def no_show(self, tx: Any, timer: Timer) -> Iterable[object]:  # noqa: ANN401 - a Bell
        """One step up the ladder; the clock is looked at again, for more time may be given."""
        number, _, match_id = timer.key.partition(":")
        try:
            turn = await self._turns.taken(tx, int(number))
        except NoneHere:
            return ()
        match = clocks.waited_for(turn.live, MatchId(match_id))
        if match is not None:
            await self._climb(turn, match, int(timer.payload.get("step", patience.LATE)))
        return turn.facts

    async def _climb(self, turn: Turn, match: Match, step: int) -> None:
        ends, call = turn.live.call_ends(match.id) or turn.now, clocks.call(turn.live)
        come = patience.reached(ends, call, turn.now)
        if come is None or come < step:
            await clocks.wind(turn, match)
            return
        if step == patience.OVER or (come >= patience.LATE and _alone(turn)):
            await not_there(turn, match)
            return
        # After a night without us, nobody is out before they were called and staff had its time.
        at = min(come, patience.LATE)
        if step <= patience.LAST_PING:
            await self._ping(turn, match, min(at, patience.LAST_PING))
        if at == patience.LATE:
            await show_match(turn, match)
            await turn.show()
            turn.tell(BracketMoved(turn.event.id))
        gap = call * (patience.LADDER[at + 1] - patience.LADDER[at])
        due = patience.moment(ends, call, at + 1)
        await clocks.step_at(
            turn, match, at + 1, max(due, turn.now + gap) if at == patience.LATE else due
        )

    async def _ping(self, turn: Turn, match: Match, step: int) -> None:
        """Call those who are missing, and nobody else: in their thread, or else in the chat."""
        missing = [each for seat in match.absent for each in _in(turn, seat)]
        in_chat = [each.ticket for each in missing if await self._on_twitch_alone(each)]
        thread = await cards.where(turn.tx, MATCH_CARD, clocks.key_of(turn, match))
        ends = turn.live.call_ends(match.id) or turn.now
        if thread is not None and len(in_chat) < len(missing):
            slots = {"tournament": turn.subject, "match": match.id}
            letter = Letter(
                nonce=_nonce(turn.subject, match.id, turn.live.called[match.id], step),
                platform=Platform.DISCORD,
                target=f"channel:{thread}",
                key=PING,
                language=turn.event.language,
                slots=slots | {"until": str(int(ends.timestamp()))},
            )
            await outbox.post(turn.tx, letter)
        await turn.log(PINGED, {"match": match.id, "step": step, "tickets": in_chat})
        if in_chat:
            await telling.soon(turn)

    async def _on_twitch_alone(self, entrant: Entrant) -> bool:
        if entrant.person is None or entrant.platform is not Platform.TWITCH:
            return False
        return await self._door.account_of(entrant.person, Platform.DISCORD) is None


def _in(turn: Turn, seat: int) -> list[Entrant]:
    """Who plays in a seat: one person, or a whole team."""
    people = set(turn.live.people_of(seat))
    return [each for each in turn.live.entrants if each.person in people]


def _alone(turn: Turn) -> bool:
    """In an arena nothing is decided by staff: who is missing takes a break, the other goes on."""
    return turn.event.format is Format.ARENA


def _nonce(*parts: object) -> str:
    """The same ping has the same name, however often it is posted."""
    return "p" + hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()[:23]
