"""One transaction on one tournament: what is logged in it, and what will be told after it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from cogs.tournaments.rules import events
from cogs.tournaments.rules.hosting import NotRunning
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.rules.state import State
from cogs.tournaments.service.live import Live, Pen
from cogs.tournaments.service.squads import taking_part
from cogs.tournaments.store import announced, history
from core.people import PersonId
from storage import appointments, cards, timers
from storage.database import Tx

EVENT_CARD = "tournaments.event"
MATCH_CARD = "tournaments.match"
PODIUM_CARD = "tournaments.podium"
CHAT_LINE = "tournaments.chat_line"
TEAM_CARD = "tournaments.team"


class Turn:
    """Keeps the log and what is known of the tournament in step while something is done to it."""

    def __init__(self, tx: Tx, live: Live, now: datetime, by: PersonId | None = None) -> None:
        self.tx = tx
        self.live = live
        self.now = now
        self.by = by
        self.facts: list[object] = []  # news, to be told once the transaction is kept

    @property
    def event(self) -> announced.Event:
        return self.live.event

    @property
    def subject(self) -> str:
        """What cards and timers call this tournament."""
        return str(self.event.id)

    @property
    def state(self) -> State:
        """Raises `NotRunning` before the draw, and once it is over."""
        if self.live.state is None or self.event.phase not in {Phase.CLOSED, Phase.RUNNING}:
            raise NotRunning
        return self.live.state

    async def log(
        self, kind: str, payload: Mapping[str, Any] | None = None, reason: str | None = None
    ) -> None:
        """Log one line that the rules of play know nothing of."""
        await self._write([(kind, payload or {}, None)], reason)

    async def record(self, steps: Iterable[events.Event], reason: str | None = None) -> None:
        """Log what the rules have decided, and make it so."""
        lines = [(events.kind_of(step), events.pack(step), self._undone(step)) for step in steps]
        await self._write(lines, reason)

    async def change(self, **values: object) -> None:
        """Change the tournament's own row."""
        kept = {name: list(v) if isinstance(v, tuple) else v for name, v in values.items()}
        await announced.change(self.tx, self.event.id, **kept)
        await appointments.again(self.tx, EVENT_CARD, self.subject)
        self.live = replace(self.live, event=replace(self.event, **values))  # type: ignore[arg-type]  # names of its own fields

    async def move_to(self, phase: Phase) -> None:
        """Go over to another phase of the tournament."""
        await announced.change(self.tx, self.event.id, phase=phase.value)
        await appointments.again(self.tx, EVENT_CARD, self.subject)
        self.live = replace(self.live, event=replace(self.event, phase=phase))

    async def look_again(self) -> None:
        """Read the entrants anew after they were changed."""
        entrants, teams = await taking_part(self.tx, self.event)
        self.live = replace(self.live, entrants=entrants, teams=teams)

    async def show(self) -> None:
        """Have the card of the whole event drawn anew."""
        await cards.again(self.tx, EVENT_CARD, self.subject)

    def tell(self, fact: object) -> None:
        """Once, however often it happened in this turn."""
        if fact not in self.facts:
            self.facts.append(fact)

    async def _write(
        self, lines: Sequence[tuple[str, Mapping[str, Any], int | None]], reason: str | None
    ) -> None:
        pen, seq, written = Pen(self.live), self.live.seq, []
        for kind, payload, undoes in lines:
            seq += 1
            logged = history.Logged(seq, self.now, self.by, kind, payload, reason)
            pen.read(logged)
            written.append(
                {
                    "seq": seq,
                    "at": self.now,
                    "actor": self.by,
                    "kind": kind,
                    "payload": payload,
                    "reason": reason,
                    "undoes": undoes,
                }
            )
        await history.write_log(self.tx, self.event.id, written)
        self.live = pen.live()

    def _undone(self, step: events.Event) -> int | None:
        undone = isinstance(step, events.Undone)
        return self.live.seqs[step.positions[0]] if undone else None  # type: ignore[union-attr]


async def keep_still(turn: Turn) -> None:
    """While the event is paused, clocks that were set in this turn stand still as well."""
    if turn.event.paused_at is not None:
        await timers.stop(turn.tx, "tournaments", turn.subject, turn.now, but=(CHAT_LINE,))
