"""An evening of tournaments on a real database: its people, its clock, and what time does."""

import itertools
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import pytest

from cogs.house import House
from cogs.people.service import People
from cogs.tournaments.rules.board import Stage
from cogs.tournaments.rules.templates import TEMPLATES
from cogs.tournaments.service.announcing import Announcing, Plan
from cogs.tournaments.service.bells import Bells
from cogs.tournaments.service.book import Book
from cogs.tournaments.service.cast import Cast
from cogs.tournaments.service.crew import Crew
from cogs.tournaments.service.ladder import Ladder
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.pauses import Pauses
from cogs.tournaments.service.presets import Presets
from cogs.tournaments.service.rating import plackett_luce
from cogs.tournaments.service.rehearsals import Rehearsals
from cogs.tournaments.service.reminders import Reminders
from cogs.tournaments.service.repairs import Repairs
from cogs.tournaments.service.robots import Robots
from cogs.tournaments.service.series import Series
from cogs.tournaments.service.tournaments import Tournaments
from cogs.tournaments.service.turns import Turns
from cogs.tournaments.service.vetoes import Vetoes
from cogs.tournaments.service.waiting import Waiting
from cogs.tournaments.service.waits import Waits
from config.settings import Settings
from core.news import News
from core.people import Actor, Handle, Platform, Role, Venue
from prompts import Texts
from storage.database import Database
from storage.seal import Seal
from storage.timers import Sweeper
from tests.doubles import Hands
from tests.tournaments.server import Server

SERVER = Venue(Platform.DISCORD, "900", "Le Foyer")
STREAM = Venue(Platform.TWITCH, "77", "nova")
CHANNEL = "901"
OURS = Presets.load()


@dataclass
class Evening:
    """One server with its bot; `restart` is a new process on the same rows."""

    db: Database
    clock: Hands
    settings: Settings
    seal: Seal
    told: list[object] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        self.news = News()
        self.people = People(self.db, self.clock, self.news, self.seal)
        book, luck = Book(), itertools.count()
        self.turns = Turns(self.db, self.clock, self.news, book)
        self.tournaments = Tournaments(self.turns, self.people)
        knobs, games = self.settings.tournaments, OURS
        self.announcing = Announcing(
            self.turns, self.people, knobs, games, lambda: f"luck {next(luck)}"
        )
        self.crew = Crew(self.db)
        self.cast = Cast(self.turns, self.crew)
        self.waits = Waits(self.turns, self.crew)
        self.repairs = Repairs(self.turns, self.crew)
        self.pauses = Pauses(self.turns, self.crew)
        self.series = Series(self.turns, self.people, knobs.zone, knobs.series_days)
        self.people.merges += [self.tournaments.merge, self.crew.merge, self.series.merge]
        self.bells = Bells(book, self.clock).all() | Waiting(self.turns, self.people).bells()
        self.bells |= Reminders(self.turns).bells() | self.cast.bells()
        self.vetoes = Vetoes(self.turns, OURS)
        self.bells |= self.vetoes.bells()
        self.ladder = Ladder(self.turns, plackett_luce())
        self.bells |= self.series.bells() | self.ladder.bells()
        self.rehearsals = Rehearsals(self.turns, lambda: f"luck {next(luck)}")
        self.bells |= self.rehearsals.bells() | Robots(self.turns).bells()
        self.sweeper = Sweeper(self.db, self.news, self.bells)

    async def somebody(self, name: str, platform: Platform = Platform.DISCORD) -> Actor:
        venue = SERVER if platform is Platform.DISCORD else STREAM
        return await self.people.recognise(Handle(platform, f"{platform}:{name}", name), venue)

    async def host(self) -> Actor:
        actor = await self.somebody("Orga")
        return replace(actor, roles=frozenset({Role.HOST}))

    async def announced(
        self, *, minutes: float = 60, template: str = "friday-8", size: int | None = None
    ) -> Live:
        starts = self.clock.now() + timedelta(minutes=minutes)
        plan = Plan(template, "Coupe du vendredi", CHANNEL, starts, size)
        return (await self.announcing.create(await self.host(), plan)).live

    async def players(self, many: int, *, size: int | None = None) -> list[Actor]:
        """A tournament that `many` have joined."""
        template = "open-64" if many > TEMPLATES["friday-8"].size else "friday-8"
        await self.announced(template=template, size=size)
        people = [await self.somebody(f"Joueuse {number}") for number in range(1, many + 1)]
        for person in people:
            await self.tournaments.join(person)
        return people

    async def running(self, many: int) -> list[Actor]:
        """A tournament that has started, its players in the order of the seeds."""
        people = await self.players(many)
        live = await self.tournaments.start(await self.host())
        return sorted(people, key=lambda actor: live.seed_of(actor.person) or 0)

    async def ring(self, until: datetime | None = None) -> None:
        """Ring everything that falls due, in its order, up to a moment."""
        until = until or self.clock.now()
        while (due := await self.sweeper.next_due()) is not None and due <= until:
            self.clock.set(max(self.clock.now(), due))
            await self.sweeper.ring_one(self.clock.now())
        self.clock.set(until)

    async def wait(self, **span: float) -> None:
        await self.ring(self.clock.now() + timedelta(**span))

    async def live(self) -> Live:
        return (await self.tournaments.here((await self.host()).place))[0]

    async def play_out(self, people: list[Actor], *, restarts: bool = False) -> Live:
        """Everybody comes, the better seed wins, the other side agrees, to the end."""
        while (live := await self.live()).event.live and live.state:
            match = next(match for match in live.state.open if match.stage is not Stage.WAITING)
            one, other = (people[side - 1] for side in sorted(filter(None, match.sides)))
            for step in ("arrive", "report", "confirm"):
                if restarts:
                    self.restart()
                if step == "report":
                    await self.tournaments.report(one, won=True)
                else:
                    for actor in (one, other) if step == "arrive" else (other,):
                        await getattr(self.tournaments, step)(actor)
        return live


@pytest.fixture
def evening(db: Database, clock: Hands, settings: Settings, seal: Seal) -> Evening:
    return Evening(db, clock, settings, seal)


@pytest.fixture
async def server(
    db: Database, clock: Hands, settings: Settings, seal: Seal, texts: Texts
) -> Server:
    return await Server.open(House(settings, db, clock, News(), texts, seal), clock)
