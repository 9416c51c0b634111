"""One evening for every test."""

from collections.abc import AsyncIterator

import pytest_asyncio

from config.settings import Settings
from prompts import Texts
from sandbox.twitch_world.world import TwitchWorld
from storage.database import Database
from tests.platforms.twitch_client.evening import Evening


@pytest_asyncio.fixture
async def evening(settings: Settings, texts: Texts, db: Database) -> AsyncIterator[Evening]:
    world = await TwitchWorld.start()
    pointed = settings.twitch.model_copy(
        update={
            "client_id": world.client_id,
            "client_secret": world.client_secret,
            "bot_id": world.bot_id,
            "helix_url": world.helix_url,
            "id_url": world.id_url,
            "eventsub_url": world.eventsub_url,
            "cooldown_seconds": 0.0,
        }
    )
    yield Evening(
        world,
        world.add_stream("lea_joue", "Léa joue"),
        world.add_viewer("Zoé"),
        settings.model_copy(update={"twitch": pointed}),
        texts,
        db,
    )
    await world.close()
