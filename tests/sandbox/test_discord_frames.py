"""The gateway refuses what it cannot read, in Discord's own numbers."""

import asyncio
import json
from typing import Any

import aiohttp
import pytest

from sandbox.discord_world.world import DiscordWorld


def _identify(world: DiscordWorld, **other: object) -> dict[str, Any]:
    return {"op": 2, "d": {"token": world.bot_token, "intents": 4609, "shard": [0, 1]} | other}


async def _closed(world: DiscordWorld, *frames: str, query: str = "?v=10") -> int | None:
    async with (
        aiohttp.ClientSession() as script,
        script.ws_connect(world.gateway_url + query) as socket,
    ):
        for frame in frames:
            await socket.send_str(frame)
        async for _ in socket:
            pass
        return socket.close_code


@pytest.mark.parametrize(
    ("frames", "code"),
    [
        (["not json"], 4002),
        (['{"op": "2"}'], 4002),
        (['{"op": 99}'], 4001),
        (['{"op": 8, "d": {}}'], 4003),
        (['{"op": 2, "d": {"token": "wrong", "intents": 1}}'], 4004),
        (['{"op": 1, "d": null}'] * 121, 4008),
    ],
)
async def test_a_frame_out_of_place_ends_the_connection(
    world: DiscordWorld, frames: list[str], code: int
) -> None:
    assert await _closed(world, *frames) == code


@pytest.mark.parametrize(
    ("other", "code"),
    [
        ({"shard": [2, 2]}, 4010),
        ({"intents": 1 << 40}, 4013),
        ({"intents": "all"}, 4013),
        ({"intents": 1 << 8}, 4014),
    ],
)
async def test_an_identify_that_is_not_allowed_ends_the_connection(
    world: DiscordWorld, other: dict[str, Any], code: int
) -> None:
    assert await _closed(world, json.dumps(_identify(world, **other))) == code


async def test_one_identifies_once(world: DiscordWorld) -> None:
    frame = json.dumps(_identify(world))
    assert await _closed(world, frame, frame) == 4005


async def test_an_old_protocol_is_refused(world: DiscordWorld) -> None:
    assert await _closed(world, query="?v=6") == 4012


async def test_what_a_session_missed_is_replayed_once(world: DiscordWorld) -> None:
    guild = world.add_guild("Salle")
    hall = world.add_channel(guild, "hall")
    ana = world.add_person("Ana", guild)
    async with aiohttp.ClientSession() as script:
        async with script.ws_connect(world.gateway_url) as socket:
            await socket.send_json(_identify(world))
            ready = await _event(socket, "READY")
            last = (await _event(socket, "GUILD_CREATE"))["s"]
            await socket.close(code=4000)
        await world.gone()
        world.say(ana, hall, "raté", mentions_bot=True)
        resume = {"token": world.bot_token, "session_id": ready["d"]["session_id"], "seq": last}
        async with script.ws_connect(ready["d"]["resume_gateway_url"]) as socket:
            await socket.send_json({"op": 6, "d": resume})
            missed = await _event(socket, "MESSAGE_CREATE")
            assert missed["s"] == last + 1
            assert missed["d"]["content"].endswith("raté")
            assert (await _event(socket, "RESUMED"))["s"] == last + 2
        async with script.ws_connect(world.gateway_url) as socket:
            await socket.send_json({"op": 6, "d": resume | {"session_id": "another"}})
            assert (await socket.receive_json())["op"] == 10
            assert await socket.receive_json() == {"op": 9, "t": None, "s": None, "d": False}


async def test_a_session_that_said_goodbye_is_over(world: DiscordWorld) -> None:
    async with aiohttp.ClientSession() as script:
        async with script.ws_connect(world.gateway_url) as socket:
            await socket.send_json(_identify(world))
            ready = await _event(socket, "READY")
            await socket.close(code=1000)
        await world.gone()
        async with script.ws_connect(world.gateway_url) as socket:
            resume = {"token": world.bot_token, "session_id": ready["d"]["session_id"], "seq": 1}
            await socket.send_json({"op": 6, "d": resume})
            assert (await socket.receive_json())["op"] == 10
            assert (await socket.receive_json())["op"] == 9


async def test_members_are_found_by_id_and_by_name(world: DiscordWorld) -> None:
    guild = world.add_guild("Salle")
    ana, _ = world.add_person("Ana", guild), world.add_person("Ben", guild)
    async with (
        aiohttp.ClientSession() as script,
        script.ws_connect(world.gateway_url) as socket,
    ):
        await socket.send_json(_identify(world))
        for question, names in (
            ({"user_ids": [ana.id]}, ["Ana"]),
            ({"user_ids": ana.id, "nonce": "a"}, ["Ana"]),
            ({"query": "be", "limit": 1}, ["Ben"]),
            ({"query": "", "limit": 0}, []),
        ):
            await socket.send_json({"op": 8, "d": {"guild_id": guild.id} | question})
            chunk = (await _event(socket, "GUILD_MEMBERS_CHUNK"))["d"]
            assert [each["user"]["global_name"] for each in chunk["members"]] == names
            assert chunk.get("nonce") == question.get("nonce")


async def _event(socket: aiohttp.ClientWebSocketResponse, name: str) -> dict[str, Any]:
    async with asyncio.timeout(2):
        while True:
            frame: dict[str, Any] = await socket.receive_json()
            if frame["t"] == name:
                return frame
