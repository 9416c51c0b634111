"""A Discord with one server, two people, and a bot that knows nothing of Maraude."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from sandbox.discord_world.state import Channel, Guild, Person
from sandbox.discord_world.world import DiscordWorld
from tests.sandbox.stranger import Stranger, meeting, pointed_at


@dataclass(frozen=True, slots=True)
class Evening:
    """The world, a server with one channel, two people, and the bot."""

    world: DiscordWorld
    guild: Guild
    hall: Channel
    ana: Person
    ben: Person
    bot: Stranger


@pytest.fixture
async def world() -> AsyncIterator[DiscordWorld]:
    world = await DiscordWorld.start()
    with pointed_at(world):
        yield world
    await world.close()


@pytest.fixture
async def evening(world: DiscordWorld) -> AsyncIterator[Evening]:
    guild = world.add_guild("Salle d’arcade")
    hall = world.add_channel(guild, "général")
    ana, ben = world.add_person("Ana", guild), world.add_person("Ben", guild, locale="en")
    bot = Stranger()
    async with meeting(world, bot):
        yield Evening(world, guild, hall, ana, ben, bot)
    assert bot.trouble == []
