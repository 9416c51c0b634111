"""Our own Twitch, met by the unmodified TwitchIO, which knows nothing of Maraude."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest
import pytest_asyncio
import twitchio
import twitchio.eventsub.websockets
import twitchio.http
from twitchio import eventsub
from twitchio.ext import commands

from sandbox.twitch_world.state import Stream, Viewer
from sandbox.twitch_world.world import TwitchWorld
from tests.patience import until


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


class Stranger(twitchio.Client):
    """A bot like any other: a user token, a plain websocket, one answer."""

    def __init__(self, world: TwitchWorld, stream: Stream) -> None:
        super().__init__(
            client_id=world.client_id, client_secret=world.client_secret, bot_id=world.bot_id
        )
        self._world = world
        self._stream = stream
        self.heard: list[str] = []
        self.revoked: list[str] = []

    async def setup_hook(self) -> None:
        await self.add_token(self._world.bot_token, self._world.bot_refresh)
        chat = eventsub.ChatMessageSubscription(
            broadcaster_user_id=self._stream.id, user_id=self._world.bot_id
        )
        await self.subscribe_websocket(chat, as_bot=True)

    async def event_message(self, payload: twitchio.ChatMessage) -> None:
        if payload.chatter.id == self.bot_id:
            return
        self.heard.append(payload.text)
        if payload.text.startswith("salut"):
            await payload.respond(f"salut {payload.chatter.display_name}")

    async def event_subscription_revoked(self, payload: twitchio.SubscriptionRevoked) -> None:
        self.revoked.append(payload.reason.value)


class Pipe(commands.AutoBot):
    """A bot on a conduit, with nothing but the app's own token."""

    def __init__(self, world: TwitchWorld, stream: Stream) -> None:
        super().__init__(
            client_id=world.client_id,
            client_secret=world.client_secret,
            bot_id=world.bot_id,
            prefix="?",
            shard_ids=[0],
            subscriptions=[
                eventsub.ChatMessageSubscription(
                    broadcaster_user_id=stream.id, user_id=world.bot_id
                )
            ],
        )
        self.heard: list[str] = []

    async def event_message(self, payload: twitchio.ChatMessage) -> None:
        if payload.chatter.id != self.bot_id:
            self.heard.append(payload.text)
            await payload.respond(f"reçu : {payload.text}")


class running:  # noqa: N801 - reads as a verb in `async with running(client)`
    """Start a client, and close it however the test ends."""

    def __init__(self, client: twitchio.Client) -> None:
        self._client = client

    async def __aenter__(self) -> None:
        await self._client.login(load_tokens=False, save_tokens=False)

    async def __aexit__(self, *_: object) -> None:
        await self._client.close(save_tokens=False)
        # TwitchIO closes what it owns in tasks of its own: let them end before the loop does.
        await asyncio.sleep(0.05)


async def test_a_plain_client_logs_in_hears_a_line_and_answers_it(
    world: TwitchWorld, stream: Stream, viewer: Viewer
) -> None:
    client = Stranger(world, stream)
    async with running(client):
        assert isinstance(client.user, twitchio.User)
        assert client.user.display_name == "Maraude"
        await world.chat(viewer, stream, "salut à tous")
        line = await world.wait_for_line(stream, lambda line: line.text == "salut Zoé")
    assert line.by_bot
    assert client.heard == ["salut à tous"]


async def test_a_bot_on_a_conduit_hears_and_answers_with_the_apps_own_token(
    world: TwitchWorld, stream: Stream, viewer: Viewer
) -> None:
    bot = Pipe(world, stream)
    async with running(bot):
        await world.chat(viewer, stream, "bonjour")
        await world.wait_for_line(stream, lambda line: line.text == "reçu : bonjour")
    assert world.ledger.rest("POST helix/chat/messages")[0].client == "app"


async def test_a_conduit_hears_again_after_the_wire_was_cut(
    world: TwitchWorld, stream: Stream, viewer: Viewer
) -> None:
    bot = Pipe(world, stream)
    async with running(bot):
        assert world.abort() == 1
        patches = "PATCH helix/eventsub/conduits/shards"
        await until(lambda: len(world.ledger.rest(patches, 202)) == 2, "the shard is back")
        await world.chat(viewer, stream, "encore là ?")
        await world.wait_for_line(stream, lambda line: line.text == "reçu : encore là ?")


async def test_a_reconnect_order_carries_the_subscriptions_over(
    world: TwitchWorld, stream: Stream, viewer: Viewer
) -> None:
    client = Stranger(world, stream)
    async with running(client):
        assert await world.order_reconnect() == 1
        closed = lambda: [e for e in world.ledger if e.kind == "close"]  # noqa: E731
        await until(closed, "the old socket is closed")
        await world.chat(viewer, stream, "salut encore")
        await world.wait_for_line(stream, lambda line: line.text == "salut Zoé")
    assert len(world.ledger.rest("POST helix/eventsub/subscriptions")) == 1


async def test_a_line_can_be_delivered_twice_under_one_id(
    world: TwitchWorld, stream: Stream, viewer: Viewer
) -> None:
    client = Stranger(world, stream)
    async with running(client):
        world.deliver_twice()
        await world.chat(viewer, stream, "une fois")
        await until(lambda: len(client.heard) == 2, "TwitchIO hears both, for it does not look")
        await world.chat(viewer, stream, "deux fois")
        await until(lambda: len(client.heard) == 3, "the next one comes once")
    assert client.heard == ["une fois", "une fois", "deux fois"]
    ids = [
        entry.body["event"]["message_id"]
        for entry in world.ledger.frames("notification")
        if entry.body["event"]["message"]["text"] == "une fois"
    ]
    assert len(ids) == 2
    assert len(set(ids)) == 1


async def test_a_streamer_who_takes_it_all_back_is_heard_no_more(
    world: TwitchWorld, stream: Stream, viewer: Viewer
) -> None:
    client = Stranger(world, stream)
    async with running(client):
        await world.revoke(stream)
        await until(lambda: client.revoked, "the client is told")
        await world.chat(viewer, stream, "salut")
    assert client.revoked == ["authorization_revoked"]
    assert client.heard == []


async def test_a_conduit_is_refused_where_the_streamer_never_agreed(world: TwitchWorld) -> None:
    closed = world.add_stream("ferme", "Fermé", authorised=False)
    bot = Pipe(world, closed)
    async with running(bot):
        refused = world.ledger.rest("POST helix/eventsub/subscriptions", 403)
        assert len(refused) == 1
        with pytest.raises(twitchio.HTTPException) as error:
            await bot.create_partialuser(closed.id).send_message("là ?", sender=world.bot_id)
    assert error.value.status == 403


async def test_a_line_is_dropped_on_demand_with_the_reason(
    world: TwitchWorld, stream: Stream
) -> None:
    client = Stranger(world, stream)
    async with running(client):
        world.drop_next_line("automod_held")
        with pytest.raises(twitchio.MessageRejectedError) as error:
            await client.create_partialuser(stream.id).send_message("bof", sender=world.bot_id)
        await client.create_partialuser(stream.id).send_message("bien", sender=world.bot_id)
    assert error.value.code == "automod_held"
    assert [line.text for line in stream.lines] == ["bien"]


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


async def test_an_expired_user_token_is_renewed_by_the_client_itself(
    world: TwitchWorld, stream: Stream, viewer: Viewer
) -> None:
    client = Stranger(world, stream)
    async with running(client):
        world.expire_tokens()
        sent = await client.create_partialuser(stream.id).send_message(
            "toujours là", sender=world.bot_id, token_for=world.bot_id
        )
    assert sent.sent
    grants = [e.body["grant_type"] for e in world.ledger.rest("POST id/oauth2/token", 200)]
    assert grants == ["client_credentials", "refresh_token"]


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
