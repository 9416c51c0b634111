"""A rehearsal and a scheduled event through the real bot: seen where they should be, then gone."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from sandbox.discord_world.state import PRIVATE_THREAD, Channel
from sandbox.people import buttons, insist
from tests.journeys.test_discord_alone import CARD, Server, running

pytestmark = pytest.mark.long


def private(server: Server) -> list[Channel]:
    return [each for each in server.hall.threads if each.kind == PRIVATE_THREAD]


async def until(look: Callable[[], object]) -> None:
    async with asyncio.timeout(CARD):
        while not look():
            await asyncio.sleep(0.1)


async def test_a_rehearsal_is_seen_by_its_host_alone_and_leaves_nothing(tmp_path: Path) -> None:
    async with running(tmp_path, {}) as server:
        world, host = server.world, server.host
        answer = await insist(lambda: world.slash(host, server.hall, "tournament rehearse"))
        assert answer is not None
        assert answer.ephemeral
        await until(lambda: private(server))
        (thread,) = private(server)
        card = await world.wait_for_message(thread, lambda post: "Essai" in post.text, CARD)
        first = card.text
        await until(lambda: card.text != first)  # the robots come
        assert set(thread.joined) == {host.id, world.bot.id}
        assert server.hall.messages == []
        assert server.hall.guild is not None
        assert server.hall.guild.scheduled == {}
        delete = buttons(card, "tournaments.rehearsal_delete")[0]
        assert await insist(lambda: world.click(host, card, delete)) is not None
        await until(lambda: not private(server))


async def test_an_event_stands_once_in_the_list_of_the_server(tmp_path: Path) -> None:
    async with running(tmp_path, {}) as server:
        world, host, guild = server.world, server.host, server.hall.guild
        assert guild is not None
        made = await insist(
            lambda: world.slash(
                host, server.hall, "tournament create", template="cup-16", name="Coupe", start="90"
            )
        )
        assert made is not None
        publish = buttons(made, "tournaments.publish")[0]
        assert await insist(lambda: world.click(host, made, publish)) is not None
        await until(lambda: guild.scheduled)
        (event,) = guild.scheduled.values()
        assert (event.name, event.status) == ("Coupe", 1)
        off = await insist(lambda: world.slash(host, server.hall, "tournament cancel"))
        assert off is not None
        await until(lambda: event.status == 4)
        assert len(guild.scheduled) == 1
