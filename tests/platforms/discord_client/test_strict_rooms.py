"""A card that stands in a private thread or nowhere, what stands beside it, and its end."""

from collections.abc import AsyncIterator

import pytest_asyncio

from cogs.house import House
from config.settings import Settings
from core.courier import Card, Room
from core.news import News
from platforms.discord_client.carrying import DiscordCourier, Drawn
from prompts import Texts
from sandbox.discord_world.permissions import BITS, SPARE
from storage import cards as rows
from storage.database import Database
from storage.seal import Seal
from tests.doubles import Hands
from tests.platforms.discord_client.scene import EVENT, Scene, opened

ESSAY = Room("Essai", members=(), strict=True)


class Rehearsal(Scene):
    """Its event's card has a thread of its own, and matches have none."""

    def restart(self) -> None:
        async def event(subject: str) -> Card:
            return Card(f"Coupe {subject}", room=ESSAY)

        async def match(subject: str) -> Card:
            return Card(self.texts[subject])

        house, drawn = self.house, Drawn({"event": event, "match": match}, {})
        self.courier = DiscordCourier(
            lambda: self.client, house.door, house.texts, house.clock, drawn
        )

    async def discard(self) -> None:
        async with self.house.db.write() as tx:
            await rows.discard(tx, *EVENT, self.house.clock.now())


@pytest_asyncio.fixture
async def scene(
    db: Database, clock: Hands, texts: Texts, seal: Seal, settings: Settings
) -> AsyncIterator[Rehearsal]:
    house = House(settings, db, clock, News(), texts, seal, production=False)
    async with opened(house) as scene:
        yield Rehearsal(scene.world, house, scene.client, scene.hall, scene.people)


async def test_what_hangs_below_it_stands_beside_it(scene: Rehearsal) -> None:
    await scene.call("W1.1", *scene.people[:2])
    await scene.carry()
    (thread,) = scene.private
    assert [post.text for post in scene.said(thread)] == ["Coupe 1", scene.texts["W1.1"]]
    assert scene.said(scene.hall) == []
    assert await scene.where("W1.1") == thread.id
    scene.texts["W1.1"] = "Fini"
    async with scene.house.db.write() as tx:
        await rows.again(tx, "match", "W1.1")
    scene.house.clock.forward(seconds=10)  # type: ignore[attr-defined]  # it is Hands
    await scene.carry()
    assert scene.said(thread)[-1].text == "Fini"


async def test_without_a_thread_it_is_not_shown_at_all(scene: Rehearsal) -> None:
    guild = scene.hall.guild
    assert guild is not None
    guild.bot_permissions = SPARE & ~BITS["create_private_threads"]
    await scene.call("W1.1", *scene.people[:2])
    await scene.carry()
    assert scene.private == []
    assert scene.said(scene.hall) == []


async def test_discarded_its_thread_is_put_away_where_it_may_not_be_deleted(
    scene: Rehearsal,
) -> None:
    await scene.call("W1.1", *scene.people[:2])
    await scene.carry()
    (thread,) = scene.private
    await scene.discard()
    await scene.carry()
    assert thread.archived is not None
    assert await scene.where("W1.1") is None


async def test_discarded_its_thread_is_deleted_where_we_may(scene: Rehearsal) -> None:
    guild = scene.hall.guild
    assert guild is not None
    guild.bot_permissions = SPARE | BITS["manage_threads"]
    await scene.call("W1.1", *scene.people[:2])
    await scene.carry()
    await scene.discard()
    await scene.carry()
    assert scene.private == []
    scene.house.clock.forward(hours=1)  # type: ignore[attr-defined]  # it is Hands
    await scene.carry()
    assert await rows.Cards(scene.house.db).over(scene.house.clock.now()) == []


async def test_what_was_never_shown_is_gone_at_once(scene: Rehearsal) -> None:
    await scene.call("W1.1", *scene.people[:2])
    await scene.discard()
    await scene.carry()
    assert scene.private == []
    assert await rows.Cards(scene.house.db).behind(scene.house.clock.now()) == []
