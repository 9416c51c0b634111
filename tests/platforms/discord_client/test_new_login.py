"""When the bot logs in anew, for other intents, nobody who was being answered is left standing."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

import discord
import pytest

from cogs.house import House
from config.settings import Settings
from core.courier import Card, Choice
from core.news import News
from core.people import Doorkeeper
from platforms.discord_client.client import DiscordClient, DiscordConnection
from platforms.discord_client.pressing import Nameless, view_of
from platforms.discord_client.reading import Reads
from prompts import Texts
from sandbox.discord_world.answer import Answer
from sandbox.discord_world.state import Person
from sandbox.discord_world.world import DiscordWorld
from storage.database import Database
from storage.marks import Marks
from storage.seal import Seal
from tests.doubles import Hands
from tests.sandbox.stranger import pointed_at

BUTTON = Card("?", rows=((Choice("test.press", "Moi"),),))
Reply = Callable[[discord.Interaction], Awaitable[None]]


@dataclass
class Scene:
    world: DiscordWorld
    person: Person
    connection: DiscordConnection
    press: Callable[[], Answer]


@pytest.fixture
def house(db: Database, clock: Hands, texts: Texts, seal: Seal, settings: Settings) -> House:
    return House(settings, db, clock, News(), texts, seal, production=False)


@asynccontextmanager
async def standing(house: House, reply: Reply) -> AsyncIterator[Scene]:
    """The bot is in a server, on a Discord of our own, and has put up one button."""
    world = await DiscordWorld.start()
    try:
        with pointed_at(world):
            guild = world.add_guild("Salle d’arcade")
            hall, person = world.add_channel(guild, "général"), world.add_person("Ana", guild)
            connection = DiscordConnection(_at(house.settings, world), _building(house, reply))
            running = asyncio.create_task(connection.run())
            await world.ready(commands=False)
            channel = connection.client.get_partial_messageable(int(hall.id))
            await channel.send("?", view=view_of(BUTTON) or discord.utils.MISSING)
            shown = await world.wait_for_message(hall, lambda message: True)
            yield Scene(world, person, connection, lambda: world.click(person, shown, "Moi"))
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
    finally:
        await world.close()


def _at(settings: Settings, world: DiscordWorld) -> Settings:
    there = {
        "token": world.bot_token,
        "api_base": world.api_base,
        "gateway_url": world.gateway_url,
    }
    return settings.model_copy(update={"discord": settings.discord.model_copy(update=there)})


def _building(house: House, reply: Reply) -> Callable[[bool], DiscordClient]:
    def door() -> Doorkeeper:
        raise LookupError("nobody is recognised here")

    def build(watching: bool) -> DiscordClient:
        return DiscordClient(
            texts=house.texts,
            door=door,
            presses={"test.press": Nameless(reply)},
            reads=Reads(),
            cogs=(),
            marks=Marks(house.db),
            settings=house.settings,
            watching=watching,
        )

    return build


async def test_whoever_is_being_answered_has_their_answer_first(house: House) -> None:
    begun, go = asyncio.Event(), asyncio.Event()

    async def reply(interaction: discord.Interaction) -> None:
        begun.set()
        await go.wait()
        await interaction.response.send_message("voilà")

    async with standing(house, reply) as scene:
        answer = scene.press()
        await begun.wait()
        leaving = asyncio.create_task(scene.connection.want_words(True))
        await asyncio.sleep(0.2)
        go.set()
        assert (await answer).text == "voilà"
        await leaving
        await scene.world.ready(commands=False)
        assert (await scene.press()).text == "voilà", "the new login answers too"


async def test_an_answer_that_comes_too_late_is_no_incident(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    begun, go = asyncio.Event(), asyncio.Event()

    async def reply(interaction: discord.Interaction) -> None:
        begun.set()
        await go.wait()
        await interaction.response.send_message("voilà")

    async with standing(house, reply) as scene:
        scene.world.deadline(0.05)
        scene.press()
        await begun.wait()
        await asyncio.sleep(0.1)
        go.set()
        async with asyncio.timeout(5):
            while not caplog.messages:
                await asyncio.sleep(0.01)
    assert caplog.messages == ["discord.too_late"]
