"""A server with a channel in it, its people, and Discord as far as the house can tell."""

from collections.abc import AsyncIterator, Collection
from dataclasses import dataclass, field

import pytest_asyncio

from cogs.consent.rules.facts import Shown, Stopped, WatchChanged, Withdrew
from cogs.consent.rules.scopes import Age, Scope
from cogs.consent.rules.words import ConsentedText
from cogs.consent.service.channels import Channels, Room
from cogs.consent.service.consents import Consents
from cogs.consent.service.notices import Notices
from cogs.consent.wiring import wire as wire_consent
from cogs.house import House
from cogs.people.service import People
from cogs.people.wiring import wire as wire_people
from config.settings import Settings
from core.news import News
from core.people import Actor, Handle, Platform, Role, Venue
from prompts import Texts
from storage.cards import Cards
from storage.database import Database
from storage.seal import Seal
from storage.timers import Sweeper
from tests.discord_desk import CHANNEL, GUILD
from tests.doubles import Hands

SERVER = Venue(Platform.DISCORD, str(GUILD), "Le serveur")
HERE = str(CHANNEL)


@dataclass
class Stage:
    house: House
    clock: Hands
    told: list[object] = field(default_factory=list)
    messages: int = 9000  # ids of the notices that "Discord" has posted

    @property
    def people(self) -> People:
        return self.house.ask(People)

    @property
    def consents(self) -> Consents:
        return self.house.ask(Consents)

    @property
    def channels(self) -> Channels:
        return self.house.ask(Channels)

    @property
    def notices(self) -> Notices:
        return self.house.ask(Notices)

    async def person(self, number: int, *roles: Role) -> Actor:
        handle = Handle(Platform.DISCORD, str(number), f"player{number}")
        return await self.people.recognise(handle, SERVER, language="fr", roles=frozenset(roles))

    async def post(self) -> None:
        """Discord shows every notice that waits, and the house hears of it."""
        cards = Cards(self.house.db, self.house.confirmed)
        for row in await cards.behind(self.clock.now()):
            if await self.house.cards[row.kind](row.subject) is None:
                await cards.given_up(row)
                continue
            if row.message is None:
                self.messages += 1
            message = row.message or str(self.messages)
            await cards.shown(row, message, self.clock.now())
        for tick in self.house.ticks:
            await tick(self.clock.now())

    async def ring(self) -> None:
        sweeper = Sweeper(self.house.db, self.house.news, self.house.bells)
        while await sweeper.ring_one(self.clock.now()):
            pass

    async def open(self, channel: str = HERE) -> Actor:
        owner = await self.person(1, Role.OWNER)
        await self.channels.open(owner, Room(channel))
        await self.post()
        return owner

    async def watch(self, channel: str = HERE) -> Actor:
        owner = await self.open(channel)
        await self.channels.watch(owner, channel)
        self.clock.forward(hours=24)
        await self.ring()
        await self.post()
        return owner

    async def says_yes(
        self,
        number: int,
        *,
        age: Age = Age.FROM_18,
        scopes: Collection[Scope] = (Scope.WATCH, Scope.DM),
        channel: str = HERE,
    ) -> Actor:
        actor = await self.person(number)
        await self.consents.say_age(actor, age)
        await self.consents.give(actor, scopes, Shown("text", "fr", channel))
        return actor

    def hears(
        self, number: int, words: str = "je vais pas bien", channel: str = HERE
    ) -> str | None:
        """What of somebody's message passes both yeses."""
        found: ConsentedText | None = self.consents.admit(
            str(number), channel, "77", lambda: words
        )
        return found.words if found else None

    async def restart(self) -> "Stage":
        """The same database, and nothing remembered."""
        old = self.house
        return await staged(old.db, self.clock, old.seal, old.texts, old.settings)


async def staged(
    db: Database,
    clock: Hands,
    seal: Seal,
    texts: Texts,
    settings: Settings,
    *,
    production: bool = False,
) -> Stage:
    house = House(settings, db, clock, News(), texts, seal, production=production)
    stage = Stage(house, clock)

    async def hear(fact: object) -> None:
        stage.told.append(fact)

    for kind in (Stopped, Withdrew, WatchChanged):
        house.news.on(kind, hear)
    wire_people(house)
    wire_consent(house)
    for start in house.starts:
        await start()
    return stage


@pytest_asyncio.fixture
async def stage(
    db: Database, clock: Hands, seal: Seal, texts: Texts, settings: Settings
) -> AsyncIterator[Stage]:
    yield await staged(db, clock, seal, texts, settings)
