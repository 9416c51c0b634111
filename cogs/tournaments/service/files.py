"""Files out and in: what a host takes away, and what becomes of a file that they bring."""

import asyncio
import hashlib
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import Any, Final

from cogs.people.service import People
from cogs.tournaments.rules import entering
from cogs.tournaments.rules.board import Match
from cogs.tournaments.rules.crew import Act, Reach, must_reach, reach
from cogs.tournaments.rules.hosting import NoneHere, NotRunning
from cogs.tournaments.rules.interchange import brackets_out, event_out, tables_csv
from cogs.tournaments.rules.interchange.reasons import BadFile, Cause, Reason
from cogs.tournaments.rules.interchange.told import Told
from cogs.tournaments.rules.roster import JOINABLE
from cogs.tournaments.service import filing, looking
from cogs.tournaments.service.book import Book
from cogs.tournaments.service.crew import Crew
from cogs.tournaments.service.facts import Opened
from cogs.tournaments.service.importing import MOST, Brought, brought, entered, written
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.presets import Presets
from cogs.tournaments.service.turn import Turn
from cogs.tournaments.service.turns import Turns
from cogs.tournaments.store import files, history, ratings
from core.people import Actor
from core.timers import Bell, Timer
from storage import timers

KEPT: Final = timedelta(hours=1)  # how long a file waits for a yes
GONE: Final = "tournaments.import_gone"


class Kind(StrEnum):
    EVENT = "event.json"
    BRACKETS = "brackets.json"
    ENTRANTS = "entrants.csv"
    MATCHES = "matches.csv"
    STANDINGS = "standings.csv"


@dataclass(frozen=True, slots=True)
class Out:
    """An answer: a file. `shown_only` where no other engine could play it on."""

    live: Live = field(repr=False)
    name: str
    data: bytes = field(repr=False)
    shown_only: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """An answer: what is in a file, and the number to say yes to. Nothing has happened yet."""

    number: int
    brought: Brought


class Files:
    def __init__(
        self,
        turns: Turns,
        crew: Crew,
        people: People,
        presets: Presets,
        luck: Callable[[], str] = lambda: secrets.token_hex(16),
    ) -> None:
        self._turns = turns
        self._crew = crew
        self._people = people
        self._presets = presets
        self._luck = luck

    def bells(self) -> dict[str, Bell]:
        return {GONE: self.gone}

    async def export(self, actor: Actor, kind: Kind, tournament: int | None = None) -> Out:
        """A file of a tournament: for its hosts all of them, for its players their own matches.

        Raises `NotAllowed`, `NoneHere`, `NotRunning` before the draw, `NoSuchModel`.
        """
        async with self._turns.db.read() as tx:
            event = await looking.meant(tx, actor, tournament, looking.at_desk)
            live = await self._turns.book.live(tx, event)
            duties = await self._crew.duties(actor, live, tx=tx)
            wanted = Reach.OWN if kind is Kind.MATCHES else Reach.ALL
            must_reach(duties, Act.EXPORT, wanted)
            whole = reach(duties, Act.EXPORT) is Reach.ALL
            log = await history.log_of(tx, event.id)
            labels = await ratings.labels(tx, event.id)
        mine = None if whole else live.seed_of(actor.person)
        if mine is None and not whole:
            raise NoneHere
        told = filing.told_of(live, log, labels)
        text, plays = await asyncio.to_thread(_text, kind, live, told, labels, mine)
        name = kind.value if plays else f"for-display-only-{kind}"
        return Out(live, name, text.encode(), not plays)

    async def look(
        self, actor: Actor, content: bytes, channel: str, tournament: int | None = None
    ) -> Asked:
        """Read a file and keep it for an hour, until its host says yes.

        With a tournament, it is a list of entrants for it; without, a tournament of its own.
        Raises `NotAllowed`, `NoneHere`, `NotRunning` once it is drawn, `BadFile`.
        """
        async with self._turns.db.read() as tx:
            live = await self._target(tx, actor, tournament)
        read = await self._read(content, live)
        now = self._turns.clock.now()
        async with self._turns.db.write() as tx:
            values = {
                "place": actor.place,
                "person": actor.person,
                "channel": channel,
                "tournament": tournament,
                "data": content,
            }
            number = await files.keep(tx, values)
            await timers.arm(tx, Timer(GONE, str(number), now + KEPT))
        return Asked(number, read)

    async def accept(self, actor: Actor, number: int) -> Live:
        """Make it so: a tournament anew, or more entrants. Only who has sent it can.

        Raises `NotAllowed`, `NoneHere` once the hour is over, `NotRunning`, `BadFile`.
        """
        async with self._turns.db.read() as tx:
            file = await _own(tx, actor, number)
            live = await self._target(tx, actor, file.tournament)
        read = await self._read(file.data, live)
        more = await self._row(actor) if file.tournament is None else {}
        async with self._turns.db.write() as tx:
            await _own(tx, actor, number)  # twice is once: it is gone after the first
            await files.drop(tx, number)
            await timers.cancel(tx, GONE, str(number))
            if file.tournament is not None:
                turn = await self._turns.taken(tx, file.tournament, actor)
                if turn.event.phase not in JOINABLE:
                    raise NotRunning
                await entered(turn, read.rows)
            else:
                now, told = self._turns.clock.now(), read.told
                if told is None:
                    raise NoneHere
                row = more | {"channel": file.channel, "game": self._game(told.settings.game)}
                made = await written(tx, told, row, now, actor.person)
                turn = Turn(tx, await Book().open(tx, made), now, actor.person)
                turn.tell(Opened(made, actor.place))
        await self._turns.tell(turn)
        async with self._turns.db.read() as tx:
            return await self._turns.book.open(tx, turn.event.id)

    async def decline(self, actor: Actor, number: int) -> None:
        """Leave it. Twice is once."""
        async with self._turns.db.write() as tx:
            await _own(tx, actor, number)
            await files.drop(tx, number)
            await timers.cancel(tx, GONE, str(number))

    async def gone(self, tx: Any, timer: Timer) -> Iterable[object]:  # noqa: ANN401 - a Bell
        """Nobody has said yes for an hour."""
        await files.drop(tx, int(timer.key))
        return ()

    async def _target(self, tx: Any, actor: Actor, tournament: int | None) -> Live | None:  # noqa: ANN401 - a Tx
        """The tournament that a list is for, if it is for one."""
        live = None
        if tournament is not None:
            event = await looking.meant(tx, actor, tournament, looking.to_start)
            live = await self._turns.book.live(tx, event)
        await self._crew.may(actor, Act.RUN, live, tx=tx)
        if live is not None and live.event.phase not in JOINABLE:
            raise NotRunning
        return live

    async def _read(self, content: bytes, live: Live | None) -> Brought:
        if len(content) > MOST:
            raise BadFile([Reason("", Cause.TOO_BIG)])
        taken = [each.name for each in live.entrants] if live is not None else None
        now = self._turns.clock.now()
        return await asyncio.to_thread(brought, content, taken, now)

    def _game(self, name: str) -> str:
        """Nothing for a game that is not there: another server has its own."""
        return name if self._presets.find(name) is not None else ""

    async def _row(self, actor: Actor) -> dict[str, object]:
        """What the file cannot say of a tournament that is played here."""
        token = secrets.token_urlsafe(24)  # told to nobody: a new one is asked for
        return {
            "place": actor.place,
            "language": await self._people.language_of(actor.place),
            "streams": await self._people.streams_of(actor.place),
            "secret": self._luck(),
            "page": secrets.token_urlsafe(9),
            "overlay": hashlib.sha256(token.encode()).hexdigest(),
        }


async def _own(tx: Any, actor: Actor, number: int) -> files.Waiting:  # noqa: ANN401 - a Tx
    """Raises `NoneHere`, also for somebody else's."""
    file = await files.waiting(tx, number)
    if file.person != actor.person or file.place != actor.place:
        raise NoneHere
    return file


def _text(
    kind: Kind, live: Live, told: Told, labels: filing.Labels, mine: int | None
) -> tuple[str, bool]:
    """The file, and whether another engine could play on with it. Takes a while: in a thread."""
    if kind is Kind.EVENT:
        return event_out.exported(told), True
    if kind is Kind.ENTRANTS:
        return entering.written(filing.listed(live, labels)), True
    if live.state is None:
        raise NotRunning
    match kind:
        case Kind.BRACKETS:
            brackets = brackets_out.exported(live.state, live.names, live.event.name)
            return brackets.text, brackets.playable
        case Kind.STANDINGS:
            return tables_csv.standings(live.state, live.names), True
        case _:
            return tables_csv.matches(live.state, live.names, _of(mine)), True


def _of(seat: int | None) -> Callable[[Match], bool]:
    return lambda match: seat is None or match.has(seat)
