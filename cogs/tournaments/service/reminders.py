"""Before the draw: whoever has not said that they are there is reminded, once; who moves up, told.

Everybody is called where they signed up: on Discord in the channel of the event's card, in
messages that Discord takes and not faster than it takes them, on Twitch by their name in a line.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from cogs.tournaments.rules.hosting import NoneHere
from cogs.tournaments.rules.roster import Phase, Standing
from cogs.tournaments.service import telling
from cogs.tournaments.service.facts import Joined
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.turn import EVENT_CARD, Turn
from cogs.tournaments.service.turns import Turns
from cogs.tournaments.store import evenings, tickets
from cogs.tournaments.store.announced import Event
from cogs.tournaments.store.tickets import Entrant
from core.courier import Letter
from core.people import Platform
from core.timers import Bell, Timer
from storage import cards, outbox, timers

REMIND: Final = "tournaments-remind"
CALLED_UP: Final = "tournaments-called-up"
LAST_CALL: Final = "tournaments.last_call"
BEFORE: Final = timedelta(minutes=15)  # the end of the check-in
BETWEEN: Final = timedelta(seconds=5)  # two messages in one channel
MENTIONS: Final = 70  # of 23 characters in a message of 2,000, with room for the sentence
EVENINGS: Final = 10  # that an average is made of
FEWEST: Final = 3  # with fewer nothing is promised


class Reminders:
    def __init__(self, turns: Turns) -> None:
        self._turns = turns

    def bells(self) -> dict[str, Bell]:
        return {LAST_CALL: self.last_call}

    async def last_call(self, tx: Any, timer: Timer) -> Iterable[object]:  # noqa: ANN401 - a Bell
        """Call who is missing, if the check-in is open; later, if it has got more time."""
        try:
            turn = await self._turns.taken(tx, int(timer.key))
        except NoneHere:
            return ()
        if turn.event.phase is Phase.CHECK_IN:
            at = last_call_at(turn.event)
            if turn.now < at:
                await timers.arm(tx, Timer(LAST_CALL, turn.subject, at))
            else:
                await _remind(turn)
        return turn.facts


def last_call_at(event: Event) -> datetime:
    """Fifteen minutes before the check-in closes; half way through one that is short."""
    half = (event.check_in_closes - event.check_in_opens) / 2
    return max(event.check_in_closes - BEFORE, event.check_in_opens + half)


async def arm(turn: Turn) -> None:
    """The check-in is open: it will be told once more before it closes."""
    await timers.arm(turn.tx, Timer(LAST_CALL, turn.subject, last_call_at(turn.event)))


async def moved_up(turn: Turn, up: Sequence[int]) -> None:
    """Tell those who waited that a seat is theirs."""
    there = of_tickets(turn.live, up)
    await _call(turn, CALLED_UP, [e.ticket for e in there if e.platform is Platform.DISCORD])
    await telling.soon(turn)


async def with_hope(turn: Turn, joined: Joined) -> Joined:
    """How many seats the check-in frees here on average; no promise without a history."""
    if not joined.waiting:
        return joined
    found = await evenings.missed(turn.tx, turn.event.place, EVENINGS)
    return replace(joined, frees=round(sum(found) / len(found)) if len(found) >= FEWEST else 0)


def missing(live: Live) -> list[Entrant]:
    """Whoever has a seat and has not said that they are there; of a team, everybody."""
    if live.event.phase is not Phase.CHECK_IN:
        return []
    absent = {
        each.ticket
        for each in live.entrants
        if each.standing in {Standing.ENTERED, tickets.ALONE} and not each.here
    }
    return of_tickets(live, absent)


def of_tickets(live: Live, some: Iterable[int]) -> list[Entrant]:
    """The people who hold these tickets; of a team's, everybody in it."""
    wanted = set(some)
    people = (each for each in live.entrants if each.person is not None)
    return [each for each in people if each.ticket in wanted or each.team in wanted]


async def _remind(turn: Turn) -> None:
    absent = missing(turn.live)
    await turn.log("reminded", {"count": len(absent)})
    await turn.show()
    on_discord = [each.ticket for each in absent if each.platform is Platform.DISCORD]
    until = str(int(turn.event.check_in_closes.timestamp()))
    await _call(turn, REMIND, on_discord, until=until)
    minutes = max(1, round((turn.event.check_in_closes - turn.now) / timedelta(minutes=1)))
    await telling.now(turn, "last", "tournaments-chat-last-call", minutes=minutes)
    names = [f"@{e.name}" for e in absent if e.platform is Platform.TWITCH and e.name]
    for number, line in enumerate(telling.in_lines(names)):
        at = turn.now + BETWEEN * (number + 1)
        await telling.later(turn, at, f"last{number}", "tournaments-chat-not-here", names=line)


async def _call(turn: Turn, key: str, called: Sequence[int], **slots: str) -> None:
    """Mention people in the event's channel, some in each message, nobody twice."""
    channel: str | None = turn.event.channel
    if turn.event.rehearsal:  # in its private thread, or nowhere
        channel = await cards.where(turn.tx, EVENT_CARD, turn.subject)
    starts = range(0, len(called), MENTIONS) if channel else ()
    for number, start in enumerate(starts):
        listed = " ".join(map(str, called[start : start + MENTIONS]))
        named = hashlib.sha256(f"{key}|{turn.subject}|{listed}".encode()).hexdigest()[:23]
        letter = Letter(
            nonce=f"r{named}",
            platform=Platform.DISCORD,
            target=f"channel:{channel}",
            key=key,
            language=turn.event.language,
            slots={"tournament": turn.subject, "tickets": listed, **slots},
            not_before=turn.now + BETWEEN * number,
        )
        await outbox.post(turn.tx, letter)
