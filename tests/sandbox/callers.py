"""A bot's own HTTP calls, without a library between."""

from typing import Any

import aiohttp

from sandbox.discord_world.state import Channel
from sandbox.discord_world.world import DiscordWorld


def caller(world: DiscordWorld) -> aiohttp.ClientSession:
    return aiohttp.ClientSession(headers={"Authorization": f"Bot {world.bot_token}"})


async def post(
    script: aiohttp.ClientSession, world: DiscordWorld, channel: Channel, body: dict[str, Any]
) -> tuple[int, Any, Any]:
    answer = await script.post(f"{world.api_base}/channels/{channel.id}/messages", json=body)
    return answer.status, answer.headers, await answer.json()
