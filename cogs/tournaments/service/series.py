"""What repeats: the same weekday and hour, announced some days before, until nobody comes."""

import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from cogs.people.service import People
from cogs.tournaments.rules import hosting
from cogs.tournaments.rules.crew import Act
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.rules.setup import Format
from cogs.tournaments.rules.templates import Template, template
from cogs.tournaments.rules.weekly import TOO_FEW_IN_A_ROW, Weekly, in_a_row
from cogs.tournaments.service import gathering
from cogs.tournaments.service.announcing import hash_of
from cogs.tournaments.service.columns import COPIED
from cogs.tournaments.service.crew import Crew
from cogs.tournaments.service.facts import Opened
from cogs.tournaments.service.live import DRAWN, STALLED, Live
from cogs.tournaments.service.turn import Turn
from cogs.tournaments.service.turns import Turns
from cogs.tournaments.store import announced, history, series
from cogs.tournaments.store.series import SeriesId, SeriesRow
from core.courier import Letter
from core.people import Actor, PersonId, Platform
from core.timers import Bell, Timer
from storage import outbox, timers
from storage.database import Tx

SERIES: Final = "tournaments.series"
OVER: Final = "series-over"


@dataclass(frozen=True, slots=True)
class Repeating:
    """An answer: what repeats, when the next one starts, and when that one is announced."""

    live: Live
    starts: datetime
    announced: datetime
    anew: bool  # False where it did already


class Series:
    """The only writer of the series."""

    def __init__(
        self,
        turns: Turns,
        people: People,
        zone: str,
        days: int,
        luck: Callable[[], str] = lambda: secrets.token_hex(16),
    ) -> None:
        """`zone`: whose clocks are meant; `days`: how long before its start one is announced."""
        self._turns = turns
        self._crew = Crew(turns.db)
        self._people = people
        self._zone = zone
        self._ahead = timedelta(days=days)
        self._luck = luck

    def bells(self) -> dict[str, Bell]:
        return {SERIES: self.ring}

    async def repeat(self, actor: Actor, tournament: int | None = None) -> Repeating:
        """Have a tournament come back every week. Twice is once.

        Raises `NotAllowed`, `NoneHere`.
        """
        await self._crew.may(actor, Act.RUN)
        async with self._turns.on(actor, tournament) as turn:
            event = turn.event
            known = await series.of(turn.tx, event.id)
            if known is not None:
                return self._repeating(turn.live, known.next_at, anew=False)
            weekly = Weekly.of(event.starts_at, self._zone)
            starts = weekly.after(max(event.starts_at, turn.now))
            values = {
                "place": event.place,
                "host": actor.person,
                "channel": event.channel,
                "zone": weekly.zone,
                "weekday": weekly.weekday,
                "hour": weekly.hour,
                "minute": weekly.minute,
                "settings": {name: getattr(event, name) for name in COPIED},
                "next_at": starts,
            }
            made = await series.add(turn.tx, event.id, values)
            await self._arm(turn.tx, made, starts)
            return self._repeating(turn.live, starts, anew=True)

    async def stop(self, actor: Actor, tournament: int) -> Live:
        """Let nothing come back; what is announced stays. Twice is once.

        Raises `NotAllowed`, `NoneHere`.
        """
        await self._crew.may(actor, Act.RUN)
        async with self._turns.on(actor, tournament) as turn:
            known = await series.of(turn.tx, turn.event.id)
            if known is not None:
                await self._end(turn.tx, known.id)
            return turn.live

    async def ring(self, tx: Any, timer: Timer) -> Iterable[object]:  # noqa: ANN401 - a Bell
        """Announce the next one, in the transaction that says when the one after it is due.

        What was missed while nobody was up is announced late, as long as there is time to come;
        what has passed is left out.
        """
        row = await series.one(tx, SeriesId(int(timer.key)))
        if row is None:
            return ()
        facts = list(await self._look_back(tx, row))
        row = await series.one(tx, row.id)
        if row is None:
            return facts
        now = self._turns.clock.now()
        weekly = Weekly(row.zone, row.weekday, row.hour, row.minute)
        starts = weekly.still_ahead(row.next_at, now)
        if starts - self._ahead <= now:
            facts += await self._announce(tx, row, starts, now)
            starts = weekly.after(starts)
        await series.change(tx, row.id, next_at=starts)
        await self._arm(tx, row.id, starts)
        return facts

    async def merge(self, tx: Tx, leaving: PersonId, staying: PersonId) -> None:
        """Two accounts were two people and are one."""
        await series.merge(tx, leaving, staying)

    async def _look_back(self, tx: Tx, row: SeriesRow) -> Iterable[object]:
        """What has become of the last one: too few three times in a row, and it is over."""
        last = await series.newest(tx, row.id)
        if last is None:
            return ()
        turn = Turn(tx, await self._turns.book.open(tx, last), self._turns.clock.now())
        told = {line.kind for line in await history.log_of(tx, last, kinds=(DRAWN, STALLED))}
        stalled = STALLED in told and DRAWN not in told
        if stalled and turn.event.live:  # its hour is over, and nobody has started it
            await gathering.call_off(turn)
        many = in_a_row(row.too_few, drawn=DRAWN in told, stalled=stalled)
        await series.change(tx, row.id, too_few=many)
        if many >= TOO_FEW_IN_A_ROW:
            await self._end(tx, row.id)
            await outbox.post(tx, _farewell(row, turn.event))
        return turn.facts

    async def _announce(
        self, tx: Tx, row: SeriesRow, starts: datetime, now: datetime
    ) -> list[object]:
        window = hosting.hours(_evening(row), now, starts)
        values = {
            **row.settings,
            "place": row.place,
            "channel": row.channel,
            "series": row.id,
            "phase": Phase.REGISTRATION.value,
            "opened_at": now,
            "check_in_opens": window.opens,
            "check_in_closes": window.closes,
            "starts_at": window.starts,
            "secret": self._luck(),
            "page": secrets.token_urlsafe(9),
            # Nobody was told this one: a host who streams asks for the address of the overlays.
            "overlay": hash_of(secrets.token_urlsafe(24)),
            "language": await self._people.language_of(row.place),
            "streams": await self._people.streams_of(row.place),
        }
        made = await announced.add(tx, values)
        turn = Turn(tx, await self._turns.book.open(tx, made), now, row.host)
        await gathering.announce(turn)
        turn.tell(Opened(made, row.place))
        return turn.facts

    async def _arm(self, tx: Tx, row: SeriesId, starts: datetime) -> None:
        due = max(starts - self._ahead, self._turns.clock.now())
        await timers.arm(tx, Timer(SERIES, str(row), due))

    async def _end(self, tx: Tx, row: SeriesId) -> None:
        await series.end(tx, row)
        await timers.cancel(tx, SERIES, str(row))

    def _repeating(self, live: Live, starts: datetime, *, anew: bool) -> Repeating:
        due = max(starts - self._ahead, self._turns.clock.now())
        return Repeating(live, starts, due, anew)


def _evening(row: SeriesRow) -> Template:
    """When its check-in opens and closes."""
    known = row.settings["template"]
    if known:
        return template(known)
    return Template("", "", row.settings["size"], Format(row.settings["format"]))


def _farewell(row: SeriesRow, event: announced.Event) -> Letter:
    return Letter(
        nonce=f"series:{row.id}:over",
        platform=Platform.DISCORD,
        target=f"channel:{row.channel}",
        key=OVER,
        language=event.language,
        slots={"event": event.name, "count": TOO_FEW_IN_A_ROW},
    )
