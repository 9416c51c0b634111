"""A Twitch with one stream and one viewer in it, that TwitchIO takes for the real one."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
import twitchio
import twitchio.eventsub.websockets
import twitchio.http

from sandbox.twitch_world.state import Stream, Viewer
from sandbox.twitch_world.world import TwitchWorld


@pytest_asyncio.fixture
async def world(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[TwitchWorld]:
    world = await TwitchWorld.start()
    monkeypatch.setattr(twitchio.http.Route, "BASE", world.helix_url)
    monkeypatch.setattr(twitchio.http.Route, "ID_BASE", world.id_url)
    monkeypatch.setattr(twitchio.eventsub.websockets, "WSS", world.eventsub_url)
    yield world
    await world.close()


@pytest.fixture
def stream(world: TwitchWorld) -> Stream:
    return world.add_stream("lea_joue", "Léa joue")


@pytest.fixture
def viewer(world: TwitchWorld) -> Viewer:
    return world.add_viewer("Zoé")
