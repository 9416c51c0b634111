"""The underground bracket: an event of its own below another, for those who are out of that one.

It is announced in one act while the other is played, entered by one tap, and from its draw on it
is a tournament like any other.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any, Final

from cogs.tournaments.rules.crew import Act
from cogs.tournaments.rules.hosting import LONGEST_NAME, NotRunning
from cogs.tournaments.rules.names import clusters
from cogs.tournaments.rules.roster import JOINABLE, Phase
from cogs.tournaments.rules.seeding import Seeding
from cogs.tournaments.rules.setup import ELIMINATIONS, Format
from cogs.tournaments.rules.underground import (
    NO_WIN,
    AlreadyBelow,
    NoSuchRound,
    NothingBelow,
    may_come,
    may_have_one,
    rounds,
    still_playing,
)
from cogs.tournaments.service import looking, seating, teaming, telling
from cogs.tournaments.service.announcing import Announcing, Changes
from cogs.tournaments.service.below import any_seat, doubled
from cogs.tournaments.service.crew import Crew
from cogs.tournaments.service.facts import Opened
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.playing import BELOW
from cogs.tournaments.service.turn import EVENT_CARD, Turn
from cogs.tournaments.service.turns import Turns
from cogs.tournaments.store import underground
from cogs.tournaments.store.announced import Event
from cogs.tournaments.store.tickets import Entrant
from cogs.tournaments.store.underground import Below
from config.settings import Tournaments as Knobs
from core.courier import Letter
from core.people import Actor, Platform, Voice
from core.timers import Bell, Timer
from prompts import Texts
from storage import cards, outbox, timers
from storage.database import Tx

BACK: Final = "underground-back"


@dataclass(frozen=True, slots=True)
class Offer:
    """An answer: what a host may announce, or has announced."""

    live: Live = field(repr=False)
    rounds: tuple[int, ...]  # before which one may have gone out
    welcome: int  # how many sides could come down at once


class Underground:
    """The only writer of what hangs below what."""

    def __init__(self, turns: Turns, announcing: Announcing, texts: Texts, knobs: Knobs) -> None:
        self._turns = turns
        self._announcing = announcing
        self._texts = texts
        self._crew = Crew(turns.db)
        self._ahead = timedelta(minutes=knobs.underground_minutes)

    def bells(self) -> dict[str, Bell]:
        return {BELOW: self.ring}

    async def offer(self, actor: Actor, tournament: int) -> Offer:
        """For whom one could be. Nothing happens.

        Raises `NotAllowed`, `NoneHere`, `NotRunning`, `NothingBelow`, `AlreadyBelow`.
        """
        await self._crew.may(actor, Act.RUN)
        async with self._turns.db.read() as tx:
            turn = await self._of(tx, actor, tournament)
            await _possible(turn)
            return Offer(turn.live, rounds(turn.state), len(may_come(turn.state)))

    async def announce(self, actor: Actor, tournament: int, before: int = NO_WIN) -> Offer:
        """Announce one for those with no win; with a round, for who went out before it too.

        Raises `NoSuchRound`, and what `offer` raises.
        """
        offered = await self.offer(actor, tournament)
        if before != NO_WIN and before not in offered.rounds:
            raise NoSuchRound
        above = offered.live
        draft = await self._announcing.copy(
            actor,
            self._below(above),
            above.event.channel,
            Changes(starts_at=self._turns.clock.now() + self._ahead),
        )
        async with self._turns.on(actor, draft.id, looking.drafted) as turn:
            main = await self._of(turn.tx, actor, above.id)
            await _possible(main)
            await underground.add(turn.tx, Below(turn.event.id, above.id, before))
            await _open(turn, above.event)
            return Offer(turn.live, offered.rounds, len(may_come(main.state, before)))

    async def ring(self, tx: Any, timer: Timer) -> Iterable[object]:  # noqa: ANN401 - a Bell
        """Somebody who was out plays on above: before the draw they are taken out below."""
        above = await self._turns.book.open(tx, looking.tournament_id(int(timer.key)))
        below = await underground.under(tx, above.id)
        if below is None or above.state is None:
            return ()
        turn = await self._turns.taken(tx, below.tournament)
        if turn.event.phase in JOINABLE:
            playing = still_playing(above.state)
            for entry in turn.live.roster.entries:
                side = next(each for each in turn.live.entrants if each.ticket == entry.ticket)
                if any_seat(above, turn.live, side) & playing:
                    await _take_out(turn, side.ticket)
        elif back := await doubled(tx, self._turns.book, above):
            await _tell_host(turn, above, back)
        return turn.facts

    async def _of(self, tx: Tx, actor: Actor, tournament: int) -> Turn:
        event = await looking.meant(tx, actor, tournament, looking.soonest)
        return await self._turns.taken(tx, event.id, actor)

    def _below(self, above: Live) -> Event:
        """The settings of the one above, as a single elimination with a seat for everybody."""
        event = above.event
        name = self._texts.say(Voice(event.language), "underground-name", event=event.name)
        own = event.format in ELIMINATIONS
        finals = {key: value for key, value in event.options.items() if key == "finals"}
        return replace(
            event,
            name="".join(clusters(name)[:LONGEST_NAME])[:LONGEST_NAME],
            template="",
            format=Format.SINGLE_ELIMINATION,
            options=finals if own else {},
            size=len(above.seeded),
            seeding=Seeding.ABOVE.value,
        )


async def _possible(turn: Turn) -> None:
    """Raises `NotRunning`, `NothingBelow`, `AlreadyBelow`."""
    if turn.event.phase is not Phase.RUNNING or turn.event.rehearsal:
        raise NotRunning
    itself = await underground.of(turn.tx, turn.event.id)
    if itself is not None or not may_have_one(turn.state):
        raise NothingBelow
    if await underground.under(turn.tx, turn.event.id) is not None:
        raise AlreadyBelow


async def _open(turn: Turn, above: Event) -> None:
    """Announce it: whoever comes is there, so the check-in is open from the first moment."""
    starts = turn.event.starts_at
    await turn.change(
        opened_at=turn.now,
        check_in_opens=turn.now,
        check_in_closes=starts,
        streams=above.streams,
        language=above.language,
    )
    await timers.cancel(turn.tx, "tournaments.draft", turn.subject)
    await turn.log("created", {"template": "", "size": turn.event.size, "above": above.id})
    await turn.move_to(Phase.CHECK_IN)
    await cards.want(turn.tx, EVENT_CARD, turn.subject, turn.event.channel)
    await timers.arm(turn.tx, Timer("tournaments.checkin_close", turn.subject, starts))
    minutes = max(1, round((starts - turn.now) / timedelta(minutes=1)))
    await telling.now(
        turn, "open", "underground-chat-open", event=turn.event.name, minutes=minutes
    )
    turn.tell(Opened(turn.event.id, turn.event.place))


async def _take_out(turn: Turn, side: int) -> None:
    if turn.event.in_teams:
        await teaming.end(turn, side)
        return
    await seating.give_back(turn, side)
    await seating.moved(turn)


async def _tell_host(turn: Turn, above: Live, back: tuple[Entrant, ...]) -> None:
    """Who is drawn below and plays on above: they and whoever announced it are called, once."""
    sides = {each.ticket for each in back}
    people = [e.ticket for e in turn.live.entrants if e.person and {e.ticket, e.team} & sides]
    slots: dict[str, str | int] = {
        "tournament": turn.subject,
        "tickets": " ".join(map(str, people)),
        "event": turn.event.name,
    }
    target, language = f"channel:{turn.event.channel}", turn.event.language
    nonce = f"u{turn.subject}:{above.seq}"
    await outbox.post(turn.tx, Letter(nonce, Platform.DISCORD, target, BACK, language, slots))
