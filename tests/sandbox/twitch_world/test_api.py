"""What our own Twitch answers, refuses and shows, asked without any client library."""

import asyncio
from typing import Any
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest

from sandbox.twitch_world.state import Stream, Viewer
from sandbox.twitch_world.world import TwitchWorld


async def test_a_path_is_busy_on_demand_and_says_until_when(world: TwitchWorld) -> None:
    token = await app_token(world)
    headers = {"Client-ID": world.client_id, "Authorization": f"Bearer {token}"}
    world.answer_429("users", 0.2)
    async with aiohttp.ClientSession(headers=headers) as http:
        async with http.get(f"{world.helix_url}users?login=maraude") as busy:
            assert busy.status == 429
            assert float(busy.headers["Ratelimit-Reset"]) >= world.state.wall()
        await asyncio.sleep(0.25)
        async with http.get(f"{world.helix_url}users?login=maraude") as free:
            assert free.status == 200
            assert free.headers["Ratelimit-Limit"] == "800"
            assert int(free.headers["Ratelimit-Remaining"]) == 799


async def test_a_refresh_token_works_once(world: TwitchWorld) -> None:
    fields = {
        "client_id": world.client_id,
        "client_secret": world.client_secret,
        "grant_type": "refresh_token",
        "refresh_token": world.bot_refresh,
    }
    async with aiohttp.ClientSession() as http:
        async with http.post(f"{world.id_url}oauth2/token", params=fields) as first:
            assert first.status == 200
            assert (await first.json())["refresh_token"] != world.bot_refresh
        async with http.post(f"{world.id_url}oauth2/token", params=fields) as second:
            assert second.status == 400
            assert (await second.json())["message"] == "Invalid refresh token"


async def test_authorising_in_a_browser_gives_a_code_that_works_once(
    world: TwitchWorld, stream: Stream
) -> None:
    world.sign_in(stream)
    asked = {
        "client_id": world.client_id,
        "redirect_uri": "http://127.0.0.1:1/back",
        "response_type": "code",
        "scope": "channel:bot channel:manage:polls",
        "state": "s3",
    }
    exchange = {
        "client_id": world.client_id,
        "client_secret": world.client_secret,
        "grant_type": "authorization_code",
        "redirect_uri": "http://127.0.0.1:1/back",
    }
    async with aiohttp.ClientSession() as http:
        page = http.get(f"{world.id_url}oauth2/authorize", params=asked, allow_redirects=False)
        async with page as away:
            assert away.status == 302
            back = parse_qs(urlsplit(away.headers["Location"]).query)
        assert back["state"] == ["s3"]
        exchange["code"] = back["code"][0]
        async with http.post(f"{world.id_url}oauth2/token", params=exchange) as answer:
            token = (await answer.json())["access_token"]
        async with http.post(f"{world.id_url}oauth2/token", params=exchange) as again:
            assert again.status == 400
        for kind in ("OAuth", "Bearer"):
            shown = {"Authorization": f"{kind} {token}"}
            async with http.get(f"{world.id_url}oauth2/validate", headers=shown) as valid:
                assert (await valid.json())["login"] == stream.login


@pytest.mark.parametrize(
    ("method", "path", "body", "message"),
    [
        ("POST", "polls", {}, "Missing User OAUTH Token"),
        ("POST", "whispers", {}, "Missing User OAUTH Token"),
        ("GET", "channels", {}, "Missing required parameter: broadcaster_id"),
    ],
)
async def test_the_apps_own_token_is_not_enough_for_everything(
    world: TwitchWorld, method: str, path: str, body: dict[str, Any], message: str
) -> None:
    headers = {
        "Client-ID": world.client_id,
        "Authorization": f"Bearer {await app_token(world)}",
    }
    async with aiohttp.ClientSession(headers=headers) as http:
        async with http.request(method, f"{world.helix_url}{path}", json=body) as answer:
            assert (await answer.json())["message"] == message
        http.headers["Client-ID"] = "somebody-else"
        async with http.request(method, f"{world.helix_url}{path}", json=body) as foreign:
            assert foreign.status == 401


async def test_polls_are_for_affiliates_and_whispers_never_tell(
    world: TwitchWorld, stream: Stream
) -> None:
    token, _ = world.user_token(stream, "channel:manage:polls", "user:manage:whispers")
    headers = {"Client-ID": world.client_id, "Authorization": f"Bearer {token}"}
    body = {"broadcaster_id": stream.id}
    async with aiohttp.ClientSession(headers=headers) as http:
        async with http.post(f"{world.helix_url}polls", json=body) as poll:
            assert poll.status == 403
        async with http.post(f"{world.helix_url}whispers", json={}) as whisper:
            assert whisper.status == 204


async def test_a_socket_that_nobody_uses_or_that_speaks_is_closed(world: TwitchWorld) -> None:
    world.faults.unused_after = 0.1
    async with aiohttp.ClientSession() as http:
        async with http.ws_connect(world.eventsub_url) as idle:
            assert (await idle.receive_json())["metadata"]["message_type"] == "session_welcome"
            await idle.receive()
            assert idle.close_code == 4003
        async with http.ws_connect(world.eventsub_url) as talker:
            await talker.receive_json()
            await talker.send_str("bonjour")
            await talker.receive()
            assert talker.close_code == 4001


async def test_a_page_sees_every_line_as_it_is_said(world: TwitchWorld, stream: Stream) -> None:
    base = f"http://127.0.0.1:{world.port}/_world"
    async with aiohttp.ClientSession() as http, http.get(f"{base}/events") as events:
        assert await events.content.readline() == b": hello\n"
        said = {"stream": "lea_joue", "viewer": "Noé", "text": "c'est quand ?"}
        async with http.post(f"{base}/chat", json=said) as answer:
            line = await answer.json()
        told = b"".join([await events.content.readline() for _ in range(4)]).decode()
    assert "event: line" in told
    assert line["id"] in told
    assert [line.author.name for line in stream.lines] == ["Noé"]


async def test_a_wait_that_fails_says_what_was_awaited(
    world: TwitchWorld, stream: Stream, viewer: Viewer
) -> None:
    await world.chat(viewer, stream, "autre chose")
    with pytest.raises(TimeoutError, match=r"lea_joue.*jamais dit[\s\S]*Zoé: autre chose"):
        await world.wait_for_line(stream, lambda line: line.text == "jamais dit", 0.05)


async def app_token(world: TwitchWorld) -> str:
    fields = {
        "client_id": world.client_id,
        "client_secret": world.client_secret,
        "grant_type": "client_credentials",
    }
    async with (
        aiohttp.ClientSession() as http,
        http.post(f"{world.id_url}oauth2/token", params=fields) as answer,
    ):
        return str((await answer.json())["access_token"])
