"""Our Discord and our Twitch alone, for any client: `bot.py sandbox`."""

import asyncio
import errno
import json
import signal
import sys
from contextlib import AsyncExitStack
from typing import Any

from core.errors import CannotStart
from sandbox.discord_world.world import DiscordWorld
from sandbox.twitch_world.state import Stream, Viewer
from sandbox.twitch_world.world import TwitchWorld

CHANNELS = ("général", "tournois", "médiation")


async def serve(discord_port: int = 0, twitch_port: int = 0) -> None:
    """Both worlds with a few people in them, until SIGINT or SIGTERM.

    The first line on stdout is one JSON object with every address and test token. Raises
    `CannotStart` when a port is in use.
    """
    enough = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, enough.set)
    async with AsyncExitStack() as opened:
        discord = await DiscordWorld.start(discord_port)
        opened.push_async_callback(discord.close)
        twitch = await _twitch(twitch_port)
        opened.push_async_callback(twitch.close)
        line = {"discord": _discord_side(discord), "twitch": _twitch_side(twitch)}
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
        sys.stdout.flush()
        await enough.wait()


async def _twitch(port: int) -> TwitchWorld:
    try:
        return await TwitchWorld.start(port)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise CannotStart("start-port-in-use", port=str(port)) from None
        raise


def _discord_side(world: DiscordWorld) -> dict[str, Any]:
    guild = world.add_guild("La Salle d’arcade")
    channels = [world.add_channel(guild, name) for name in CHANNELS]
    people = [world.add_person("Ana", guild), world.add_person("Ben", guild, locale="en")]
    return {
        "api_base": world.api_base,
        "gateway_url": world.gateway_url,
        "oauth_url": world.oauth_url,
        "cdn_url": world.cdn_url,
        "control_url": f"{world.base_url}/_world/",
        "bot_token": world.bot_token,
        "application_id": world.application_id,
        "client_secret": world.client_secret,
        "guild": {"id": guild.id, "name": guild.name},
        "channels": {each.name: each.id for each in channels},
        "people": {each.name: each.id for each in [*people, world.owner]},
    }


def _twitch_side(world: TwitchWorld) -> dict[str, Any]:
    stream: Stream = world.add_stream("arcade", "Arcade")
    people: list[Viewer] = [world.add_viewer("Cleo"), world.add_viewer("Dan")]
    return {
        "helix_url": world.helix_url,
        "id_url": world.id_url,
        "eventsub_url": world.eventsub_url,
        "control_url": f"http://127.0.0.1:{world.port}/_world/",
        "client_id": world.client_id,
        "client_secret": world.client_secret,
        "bot_id": world.bot_id,
        "bot_token": world.bot_token,
        "bot_refresh_token": world.bot_refresh,
        "streams": {stream.login: stream.id},
        "people": {each.login: each.id for each in people},
    }
