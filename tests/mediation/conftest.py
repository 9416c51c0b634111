"""The house with the four features that help is made of; only Discord's own side is played."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any, cast

import discord
import pytest
import pytest_asyncio
from discord.http import Route

import cogs.consent.wiring
import cogs.mediation.wiring
import cogs.people.wiring
import cogs.signals.wiring
from cogs.consent.rules.facts import Shown
from cogs.consent.rules.scopes import Age, Scope
from cogs.consent.service.channels import Channels, Room
from cogs.consent.service.consents import Consents
from cogs.house import House
from cogs.mediation.rules.case import Entry
from cogs.mediation.rules.hours import Staff
from cogs.mediation.rules.queue import Urgency
from cogs.mediation.service.cases import Cases, Opened
from cogs.mediation.service.desks import Desks
from cogs.mediation.service.means import Means
from cogs.mediation.store import desk as desk_store
from config.settings import Settings
from core.courier import Card, Sent
from core.news import News
from core.people import Actor, Handle, PersonId, Platform, Role, Venue, Voice
from prompts import Texts
from storage.cards import Cards
from storage.database import Database
from storage.seal import Seal
from tests.discord_desk import ME, Answer, Desk
from tests.doubles import Hands

MEMBER: dict[str, Any] = {"roles": [], "joined_at": None, "deaf": False, "mute": False, "flags": 0}
HERE = Venue(Platform.DISCORD, "500", "Les Loutres")


@dataclass
class Post:
    """Stands where Discord would carry a whisper."""

    answers: list[Sent] = field(default_factory=list)
    carried: list[tuple[PersonId, Card, str]] = field(default_factory=list)

    async def whisper(self, person: PersonId, voice: Voice, card: Card, nonce: str) -> Sent:
        del voice
        self.carried.append((person, card, nonce))
        return self.answers.pop(0) if self.answers else Sent.DELIVERED


@pytest.fixture
def post() -> Post:
    return Post()


@pytest.fixture
def discord_home() -> str:
    """Where the sign-in finds Discord; `test_web` has one of its own."""
    return "http://127.0.0.1:1"


@pytest.fixture
def means(
    db: Database, clock: Hands, texts: Texts, seal: Seal, settings: Settings, discord_home: str
) -> Means:
    mediation = settings.mediation.model_copy(
        update={"hub_guild": "500", "mediator_role": "77", "talks_per_mediator": 3}
    )
    discord_ = settings.discord.model_copy(
        update={
            "token": "t",
            "client_secret": "s",
            "api_base": discord_home,
            "oauth_url": f"{discord_home}/authorize",
        }
    )
    settings = settings.model_copy(update={"mediation": mediation, "discord": discord_})
    return Means(db, clock, News(), texts, seal, settings, production=False)


@pytest.fixture
def house(means: Means, post: Post) -> House:
    """Wired as at a start, with a courier of ours."""
    house = House(
        means.settings,
        means.db,
        means.clock,
        means.news,
        means.texts,
        means.seal,
        production=False,
    )
    house.courier = post
    for wiring in (
        cogs.people.wiring,
        cogs.consent.wiring,
        cogs.mediation.wiring,
        cogs.signals.wiring,
    ):
        wiring.wire(house)
    return house


@dataclass
class Cast:
    """People whom the doorkeeper knows."""

    house: House

    async def somebody(self, number: int, name: str = "Zoé") -> Actor:
        handle = Handle(Platform.DISCORD, str(number), name)
        return await self.house.door().recognise(handle, HERE, language="fr")

    async def says_yes(self, number: int, *scopes: Scope, age: Age = Age.FROM_18) -> Actor:
        actor = await self.somebody(number)
        consents = self.house.ask(Consents)
        await consents.say_age(actor, age)
        await consents.give(actor, scopes, Shown("v" * 64, "fr", "600"))
        return actor


@pytest.fixture
def cast_(house: House) -> Cast:
    return Cast(house)


@pytest_asyncio.fixture
async def open_channel(house: House) -> House:
    """The house with channel 600 open: its notice stands there."""
    handle = Handle(Platform.DISCORD, "99", "Owner")
    owner = await house.door().recognise(handle, HERE, roles=frozenset({Role.OWNER}))
    await house.ask(Channels).open(owner, Room("600"))
    shown = Cards(house.db, house.confirmed)
    for row in await shown.behind(house.clock.now()):
        await shown.shown(row, "9000", house.clock.now())
    for tick in house.ticks:
        await tick(house.clock.now())
    return house


@dataclass
class Rota:
    """Mediators who sit at the desk."""

    means: Means
    desks: Desks

    async def on_duty(self, account: str = "9001", name: str = "Léa") -> Staff:
        token = await self.desks.sit_down(account, name)
        seat = await self.desks.seat(token)
        assert seat is not None
        await self.desks.set_available(seat, available=True)
        async with self.means.db.read() as tx:
            found = await desk_store.one(tx, seat.mediator.id)
        assert found is not None
        return found


@pytest.fixture
def rota(means: Means) -> Rota:
    return Rota(means, Desks(means))


async def asks(
    house: House, actor: Actor, urgency: Urgency = Urgency.TODAY, *, bracket: str = "age_18_25"
) -> Opened:
    """Somebody presses yes, and says how soon."""
    return await house.ask(Cases).open(actor, urgency, Entry.TALK, bracket)


class Mail(Desk):
    """A Discord where the bot can also be written to, in private and in public."""

    async def _request(self, route: Route, **given: object) -> dict[str, object]:
        answer = await super()._request(route, **given)
        if route.method == "POST" and route.path.endswith("/messages"):
            said = cast("dict[str, Any]", given.get("json") or {})
            return self.message(ME, str(said.get("content")))
        return answer

    async def write(
        self, author: int, words: str, *, public: bool = False, known: bool = True
    ) -> dict[str, Any]:
        """A message to the bot; what the bot sent back to that channel."""
        message = self.message(author, words)
        if public:
            message |= {
                "guild_id": "500",
                "member": MEMBER,
                "mentions": [{**self._me(), "member": MEMBER}],
            }
            if known:
                self._server()
        before = len(self.sent())
        self.client._connection.parsers["MESSAGE_CREATE"](message)
        for _ in range(500):
            if len(self.sent()) > before:
                break
            await asyncio.sleep(0.002)
        return self.sent()[-1] if len(self.sent()) > before else {}

    async def menu(self, person: int, name: str, message: dict[str, Any]) -> Answer:
        """Choose an entry of a message's own menu."""
        data: dict[str, Any] = {"id": "1", "type": 3, "name": name, "target_id": message["id"]}
        data["resolved"] = {"messages": {message["id"]: message}}
        return await self._interact(person, 2, data, "fr", "0")

    def sent(self) -> list[dict[str, Any]]:
        return [
            cast("dict[str, Any]", body)
            for method, path, body in self.requests
            if method == "POST" and path.endswith("/messages")
        ]

    def _me(self) -> dict[str, Any]:
        return {"id": str(ME), "username": "maraude", "discriminator": "0", "avatar": None}

    def _server(self) -> None:
        connection = self.client._connection
        if connection._get_guild(500) is None:
            channel = {"id": "600", "type": 0, "name": "général", "position": 0}
            channel |= {"permission_overwrites": [], "nsfw": False}
            data = {"id": "500", "name": "Les Loutres", "channels": [channel], "members": []}
            data |= {"roles": [], "emojis": [], "features": [], "preferred_locale": "fr"}
            guild = discord.Guild(data=cast("Any", data), state=connection)
            connection._add_guild(guild)


@pytest_asyncio.fixture
async def mail(house: House) -> AsyncIterator[Mail]:
    desk = Mail(house, house.settings)
    await desk.open()
    yield desk
