"""Our own Twitch, met by the unmodified TwitchIO, which knows nothing of Maraude."""

import asyncio

import pytest
import twitchio
from twitchio import eventsub
from twitchio.ext import commands

from sandbox.twitch_world.state import Stream, Viewer
from sandbox.twitch_world.world import TwitchWorld
from tests.patience import until


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
