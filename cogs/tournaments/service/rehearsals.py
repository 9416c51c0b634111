"""A rehearsal: an event with robots, in a thread of its host and crew, that leaves no trace."""

import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from cogs.tournaments.rules import hosting, robots
from cogs.tournaments.rules.crew import Act
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.rules.setup import Format
from cogs.tournaments.rules.templates import template
from cogs.tournaments.service import looking
from cogs.tournaments.service.announcing import NOWHERE, hash_of
from cogs.tournaments.service.columns import COPIED, settings_of, teams_of
from cogs.tournaments.service.crew import Crew
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.robots import BREATH, OVER, ROBOTS
from cogs.tournaments.service.turn import EVENT_CARD, Turn
from cogs.tournaments.service.turns import Turns
from cogs.tournaments.store import announced, crew, rehearsing
from cogs.tournaments.store.announced import TournamentId
from core.people import Actor, PersonId
from core.timers import Bell, Timer
from storage import cards, timers
from storage.database import Tx

# Long enough for a host to press everything, quick enough to be through in a few minutes.
OPENS: Final = timedelta(seconds=45)
CLOSES: Final = timedelta(seconds=105)
STARTS: Final = timedelta(seconds=120)
LONGEST: Final = timedelta(hours=3)  # then it goes, however far it has come
ARENA_MINUTES: Final = 5.0


@dataclass(frozen=True, slots=True)
class Script:
    """What is rehearsed: an event of this place, or what is ready-made."""

    channel: str
    language: str
    name: str  # where it is no event's
    template: str = ""
    tournament: int | None = None


class Rehearsals:
    """The only writer of rehearsals; what is played in them is a tournament like any other."""

    def __init__(
        self, turns: Turns, luck: Callable[[], str] = lambda: secrets.token_hex(16)
    ) -> None:
        self._turns = turns
        self._crew = Crew(turns.db)
        self._luck = luck

    def bells(self) -> dict[str, Bell]:
        return {OVER: self.ring}

    async def rehearse(self, actor: Actor, script: Script) -> Live:
        """Begin one.

        Raises `NotAllowed`, `NotInAPlace`, `NoneHere`, `UnknownTemplate`, `AlreadyRehearsing`.
        """
        await self._crew.may(actor, Act.RUN)
        if actor.place == NOWHERE:
            raise hosting.NotInAPlace
        async with self._turns.db.write() as tx:
            if await rehearsing.at(tx, actor.place) is not None:
                raise hosting.AlreadyRehearsing
            source = await self._source(tx, actor, script)
            row = self._row(actor, script, source)
            made = await announced.add(tx, row)
            for person, duty in await crew.people(tx, source.id) if source else ():
                await crew.give(tx, made, person, duty)
            turn = await self._turns.taken(tx, made, actor)
            await self._begin(turn)
            return turn.live

    async def delete(self, actor: Actor, tournament: int) -> None:
        """Nothing of it is left. Twice is once. Raises `NotAllowed`, `NoneHere`."""
        await self._crew.may(actor, Act.RUN)
        async with self._turns.db.write() as tx:
            event = await looking.meant(tx, actor, tournament, looking.drafted)
            if not event.rehearsal:
                raise hosting.NoneHere
            await self._clear(tx, event.id)

    async def ring(self, tx: Any, timer: Timer) -> Iterable[object]:  # noqa: ANN401 - a Bell
        """Its time is over."""
        await self._clear(tx, TournamentId(int(timer.key)))
        return ()

    async def organisers(self, live: Live) -> tuple[PersonId, ...]:
        """Who sees it: whoever began it, and the crew."""
        async with self._turns.db.read() as tx:
            began = await rehearsing.begun_by(tx, live.id)
            people = [person for person, _ in await crew.people(tx, live.id)]
        return tuple(dict.fromkeys([*([began] if began else []), *people]))

    async def _source(self, tx: Tx, actor: Actor, script: Script) -> announced.Event | None:
        if script.tournament is None:
            return None
        return await looking.meant(tx, actor, script.tournament, looking.soonest)

    def _row(
        self, actor: Actor, script: Script, source: announced.Event | None
    ) -> dict[str, object]:
        if source is not None:
            settings = {name: getattr(source, name) for name in COPIED}
        else:
            ready = template(script.template)
            settings = settings_of(ready) | {"name": script.name}
            settings |= teams_of(ready.team_size, ready.team_size, ready.substitutes)
        now = self._turns.clock.now()
        return {
            **settings,
            **_quick(settings),
            "place": actor.place,
            "channel": script.channel,
            "language": script.language,
            "streams": [],
            "rehearsal": True,
            "phase": Phase.REGISTRATION.value,
            "opened_at": now,
            "check_in_opens": now + OPENS,
            "check_in_closes": now + CLOSES,
            "starts_at": now + STARTS,
            "secret": self._luck(),
            # Nobody is told these, and neither leads anywhere.
            "page": secrets.token_urlsafe(9),
            "overlay": hash_of(secrets.token_urlsafe(24)),
        }

    async def _begin(self, turn: Turn) -> None:
        tx, event = turn.tx, turn.event
        await turn.log("created", {"template": event.template, "size": event.size})
        await cards.want(tx, EVENT_CARD, turn.subject, event.channel)
        opens = Timer("tournaments.checkin_open", turn.subject, event.check_in_opens)
        await timers.arm(tx, opens)
        await timers.arm(tx, Timer(ROBOTS, turn.subject, turn.now + BREATH))
        await timers.arm(tx, Timer(OVER, turn.subject, turn.now + LONGEST))

    async def _clear(self, tx: Tx, tournament: TournamentId) -> None:
        subject = str(tournament)
        for family in ("tournaments", "rehearsals"):
            await timers.clear(tx, family, subject)
        await cards.discard(tx, EVENT_CARD, subject, self._turns.clock.now())
        await rehearsing.drop(tx, tournament)


def _quick(settings: Mapping[str, object]) -> dict[str, object]:
    """A minute for everything, and a field of a size that fits a rehearsal."""
    size, players = int(str(settings["size"])), int(str(settings["team_size"]))
    arena = settings["format"] == Format.ARENA
    return {
        "size": robots.seats(size, players),
        "call_minutes": 1.0,
        "confirm_minutes": 1.0,
        "hold_minutes": 2.0,
        "auto_forfeit": True,
        "rated": False,
        **({"clock_minutes": ARENA_MINUTES, "match_minutes": 1.0} if arena else {}),
    }
