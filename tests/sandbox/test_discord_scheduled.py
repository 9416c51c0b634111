"""Scheduled events, as Discord keeps them: who may, what may follow on what, who is told."""

from datetime import timedelta
from typing import Any

import discord
import pytest

from core.clock import Clock
from sandbox.discord_world import intents
from sandbox.discord_world.permissions import SPARE
from sandbox.discord_world.state import Guild
from sandbox.discord_world.world import DiscordWorld
from tests.sandbox.callers import caller
from tests.sandbox.conftest import Evening
from tests.sandbox.contract import described, gateway_violations, violations

SOON = Clock().now() + timedelta(hours=2)
PLACE = "https://discord.com/channels/1/2"


def asked(**rest: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    return {
        "name": "Coupe",
        "privacy_level": 2,
        "entity_type": 3,
        "scheduled_start_time": SOON.isoformat(),
        "scheduled_end_time": (SOON + timedelta(hours=2)).isoformat(),
        "entity_metadata": {"location": PLACE},
        **rest,
    }


async def _ask(world: DiscordWorld, method: str, path: str, body: Any = None) -> Any:  # noqa: ANN401
    """The JSON of the answer; for a refusal its status and code."""
    async with (
        caller(world) as script,
        script.request(method, world.api_base + path, json=body) as answer,
    ):
        told: Any = await answer.json() if answer.content_type == "application/json" else None
        return (answer.status, told["code"]) if answer.status >= 400 else told


@described
async def test_one_is_made_begun_and_ended_as_discord_describes_it(evening: Evening) -> None:
    guild = evening.bot.get_guild(int(evening.guild.id))
    assert guild is not None
    made = await guild.create_scheduled_event(
        name="Coupe",
        start_time=SOON,
        end_time=SOON + timedelta(hours=2),
        privacy_level=discord.PrivacyLevel.guild_only,
        entity_type=discord.EntityType.external,
        location=PLACE,
        description="Ici",
    )
    await made.edit(name="Coupe du soir")
    (found,) = await guild.fetch_scheduled_events(with_counts=False)
    assert (found.name, found.location, found.creator_id) == (
        "Coupe du soir",
        PLACE,
        int(evening.world.bot.id),
    )
    made = await made.start()
    await made.end()
    assert await guild.fetch_scheduled_events(with_counts=False) == []
    await (await guild.fetch_scheduled_event(made.id, with_counts=False)).delete()
    assert violations(evening.world.ledger) == []
    assert gateway_violations(evening.world.ledger) == []


@pytest.fixture
async def guild(world: DiscordWorld) -> Guild:
    return world.add_guild("Salle")


@pytest.mark.parametrize(
    ("may", "answer"), [(SPARE, (403, 50013)), (SPARE | 1 << 33, (403, 50013))]
)
async def test_the_right_over_all_of_them_does_not_make_one(
    world: DiscordWorld, guild: Guild, may: int, answer: tuple[int, int]
) -> None:
    guild.bot_permissions = may
    assert await _ask(world, "POST", f"/guilds/{guild.id}/scheduled-events", asked()) == answer


async def test_what_is_asked_wrongly_is_refused(world: DiscordWorld, guild: Guild) -> None:
    past = (Clock().now() - timedelta(hours=1)).isoformat()
    wrong = [
        asked(scheduled_start_time=past),
        asked(scheduled_end_time=past),
        asked(scheduled_end_time=None),
        asked(entity_metadata={}),
        asked(name="a" * 101),
        asked(colour="red"),
    ]
    path = f"/guilds/{guild.id}/scheduled-events"
    assert [await _ask(world, "POST", path, body) for body in wrong] == [(400, 50035)] * 6
    assert await _ask(world, "GET", path) == []


async def test_what_is_over_is_over(world: DiscordWorld, guild: Guild) -> None:
    path = f"/guilds/{guild.id}/scheduled-events"
    made = await _ask(world, "POST", path, asked())
    one = f"{path}/{made['id']}"
    assert await _ask(world, "PATCH", one, {"status": 3}) == (400, 50035), "not begun yet"
    assert (await _ask(world, "PATCH", one, {"status": 4}))["status"] == 4
    assert await _ask(world, "PATCH", one, {"name": "Autre"}) == (400, 180000)
    assert await _ask(world, "DELETE", one) is None
    assert await _ask(world, "GET", one) == (404, 10070)


async def test_only_whoever_asked_for_them_hears_of_events(evening: Evening) -> None:
    path = f"/guilds/{evening.guild.id}/scheduled-events"
    await _ask(evening.world, "POST", path, asked())
    assert evening.world.ledger.received("GUILD_SCHEDULED_EVENT_CREATE") == []
    assert intents.needed("GUILD_SCHEDULED_EVENT_CREATE", in_guild=True) == 1 << 16
