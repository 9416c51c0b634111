"""The cast: a queue with reasons, matches kept for the stream, and names kept off it.

Players are told that their match waits, and may refuse: then it is played at once.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Final

from cogs.tournaments.rules import commands
from cogs.tournaments.rules.board import IN_PLAY, Match, Stage
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.casting import Declined, Waited, Worth, queue
from cogs.tournaments.rules.crew import Act
from cogs.tournaments.rules.hosting import NoneHere
from cogs.tournaments.rules.refusals import AlreadySettled, PlayRefusal, UnknownEntrant
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.service import clocks, looking
from cogs.tournaments.service.crew import Crew
from cogs.tournaments.service.facts import BracketMoved, Moved
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.matches import mine
from cogs.tournaments.service.playing import play, show_match
from cogs.tournaments.service.turn import MATCH_CARD, Turn
from cogs.tournaments.service.turns import Turns
from cogs.tournaments.store import announced, history, tickets
from core.courier import Letter
from core.people import Actor, Platform
from core.timers import Bell, Timer
from storage import cards, outbox, timers
from storage.database import Tx

KEPT: Final = "tournaments-kept"
FREED: Final = "tournaments-freed"
ASKED, DECLINED, WAITED = "stream_asked", "stream_declined", "stream_waited"
HIDDEN, SHOWN = "name_hidden", "name_shown"

_REFUSALS: Final[Mapping[str, type[PlayRefusal]]] = MappingProxyType(
    {DECLINED: Declined, WAITED: Waited}
)


@dataclass(frozen=True, slots=True)
class Queue:
    """An answer: what could be on the stream, the most wanted first."""

    live: Live = field(repr=False)
    matches: tuple[Worth, ...]


class Cast:
    def __init__(self, turns: Turns, crew: Crew) -> None:
        self._turns = turns
        self._crew = crew

    def bells(self) -> dict[str, Bell]:
        return {clocks.HOLD: self.waited}

    async def queue(self, actor: Actor, tournament: int | None = None) -> Queue:
        """What could be shown, with the reasons. Raises `NotAllowed`, `NoneHere`."""
        async with self._turns.db.read() as tx:
            event = await looking.meant(tx, actor, tournament, on_now)
            live = await self._turns.book.live(tx, event)
            await self._crew.may(actor, Act.CAST, live, tx=tx)
            wishes = await _wishes(tx, live)
        asked = {match for match, kind in wishes.items() if kind == ASKED}
        return Queue(live, queue(live.state, asked) if live.state else ())

    async def hold(self, actor: Actor, match: str, tournament: int | None = None) -> Queue:
        """Keep a match for the stream, or mark it while its sides are not known yet.

        Its clock stops, and its players are told that they may refuse; after the minutes that
        the event gives it is played. Twice is once. Raises `NotAllowed`, `Declined`, `Waited`,
        and what the rules refuse.
        """
        async with self._turns.on(actor, tournament, on_now) as turn:
            await self._crew.may(actor, Act.CAST, turn.live, tx=turn.tx)
            found = turn.state.match(MatchId(match))
            refusal = _REFUSALS.get((await _wishes(turn.tx, turn.live)).get(found.id, ""))
            if refusal is not None and not found.held:
                raise refusal
            if not found.held:
                await play(turn, commands.Hold(found.id))
                await _tell(turn, found.id, KEPT)
        return await self.queue(actor, turn.event.id)

    async def release(self, actor: Actor, match: str, tournament: int | None = None) -> Queue:
        """Let a match be played: it is called. Twice is once. Raises `NotAllowed`."""
        async with self._turns.on(actor, tournament, on_now) as turn:
            await self._crew.may(actor, Act.CAST, turn.live, tx=turn.tx)
            await _let_go(turn, turn.state.match(MatchId(match)))
        return await self.queue(actor, turn.event.id)

    async def decline(
        self, actor: Actor, tournament: int | None = None, match: str | None = None
    ) -> Moved:
        """Its own players would rather play without the stream. Twice is once.

        Raises `NotPlaying`, `AlreadySettled` once it is over.
        """
        async with self._turns.on(actor, tournament, self._turns.entered) as turn:
            me, found = mine(turn, actor, match)
            if found.stage is Stage.SETTLED:
                raise AlreadySettled
            if found.held:
                await turn.log(DECLINED, {"match": found.id, "by": me})
                await _let_go(turn, found)
            return Moved(turn.live, turn.state.match(found.id), me)

    async def ask(self, actor: Actor, tournament: int | None = None) -> Moved:
        """One's next match would like to be on the stream. Twice is once. Raises `NotPlaying`."""
        async with self._turns.on(actor, tournament, self._turns.entered) as turn:
            me, found = mine(turn, actor, None)
            if (await _wishes(turn.tx, turn.live)).get(found.id) != ASKED:
                await turn.log(ASKED, {"match": found.id, "by": me})
            return Moved(turn.live, found, me)

    async def hide(
        self, actor: Actor, ticket: int, tournament: int | None = None, *, hidden: bool = True
    ) -> Live:
        """Keep a name off the overlays: a number stands there; or show it again. Twice is once.

        Raises `NotAllowed`, `UnknownEntrant`.
        """
        async with self._turns.on(actor, tournament, on_now) as turn:
            await self._crew.may(actor, Act.CAST, turn.live, tx=turn.tx)
            known = {each.ticket: each for each in turn.live.entrants}
            if ticket not in known:
                raise UnknownEntrant(f"there is no ticket {ticket}")
            if known[ticket].hidden is not hidden:
                await tickets.change(turn.tx, turn.event.id, [ticket], hidden=hidden)
                await turn.log(HIDDEN if hidden else SHOWN, {"ticket": ticket})
                await turn.look_again()
                turn.tell(BracketMoved(turn.event.id))
            return turn.live

    async def waited(self, tx: Any, timer: Timer) -> Iterable[object]:  # noqa: ANN401 - a Bell
        """A match has waited for the stream as long as it may: it is called."""
        number, _, match = timer.key.partition(":")
        try:
            turn = await self._turns.taken(tx, int(number))
        except NoneHere:
            return ()
        kept = _kept(turn, MatchId(match))
        if kept is not None and turn.event.phase is Phase.RUNNING:
            await turn.log(WAITED, {"match": kept.id})
            await _let_go(turn, kept)
        elif kept is not None:  # play has not begun yet
            await clocks.keep(turn, kept)
        return turn.facts


def on_stage(live: Live) -> Live:
    """A tournament as overlays show it: without the names that are kept off them."""
    shown = (replace(each, name="") if each.hidden else each for each in live.entrants)
    return replace(live, entrants=tuple(shown))


async def on_now(tx: Tx, actor: Actor) -> announced.Event | None:
    """What is being played here; else what comes next."""
    around = await announced.live_at(tx, actor.place)
    playing = (event for event in around if event.phase is Phase.RUNNING)
    return next(playing, next(iter(around), None))


def _kept(turn: Turn, match: MatchId) -> Match | None:
    """The match, if it is still there and still waits for the stream."""
    if turn.live.state is None or not turn.event.live:
        return None
    place = turn.live.state.graph.places.get(match)
    found = None if place is None else turn.live.state.board[place]
    return found if found is not None and found.held and found.known else None


async def _let_go(turn: Turn, match: Match) -> None:
    if match.held:
        await timers.cancel(turn.tx, clocks.HOLD, clocks.key_of(turn, match))
        await play(turn, commands.Release(match.id))
        if turn.state.match(match.id).stage is Stage.CALLED:
            await _tell(turn, match.id, FREED)


async def _tell(turn: Turn, match_id: MatchId, key: str) -> None:
    """Call its players in their thread; a card that is new there calls them by itself."""
    match = turn.state.match(match_id)
    if match.stage not in IN_PLAY:
        return
    subject = clocks.key_of(turn, match)
    await show_match(turn, match)
    thread = await cards.where(turn.tx, MATCH_CARD, subject)
    if thread is not None:
        named = hashlib.sha256(f"{key}|{subject}|{turn.live.seq}".encode()).hexdigest()[:23]
        minutes = str(round(turn.event.hold_minutes))
        slots = {"tournament": turn.subject, "match": match.id, "minutes": minutes}
        language, target = turn.event.language, f"channel:{thread}"
        letter = Letter(f"s{named}", Platform.DISCORD, target, key, language, slots)
        await outbox.post(turn.tx, letter)


async def _wishes(tx: Tx, live: Live) -> dict[MatchId, str]:
    """What players have last said of the stream, by match."""
    lines = await history.log_of(tx, live.id, kinds=(ASKED, DECLINED, WAITED))
    return {MatchId(line.payload["match"]): line.kind for line in lines}
