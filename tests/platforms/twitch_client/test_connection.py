"""The connection to Twitch: it comes up or says why, and comes back whatever happens."""

import asyncio
from typing import Any, cast

import pytest

from core.courier import Sent
from core.errors import CannotStart
from core.people import Platform, Venue
from platforms.twitch_client import port as port_module
from sandbox.twitch_world.world import TwitchWorld
from storage.marks import Marks
from tests.patience import until
from tests.platforms.twitch_client.evening import Evening

SHARDS = "PATCH helix/eventsub/conduits/shards"


async def test_a_reconnect_order_loses_nothing_and_leaves_one_socket(evening: Evening) -> None:
    def closed() -> int:
        return len([entry for entry in evening.world.ledger if entry.kind == "close"])

    async with evening.running():
        for round_ in range(1, 4):
            evening.world.ledger.clear()
            assert await evening.world.order_reconnect() == 1
            # Said while the client is on its way: nothing of it may be lost.
            await asyncio.gather(
                *(evening.hears(f"!tournoi {round_}{part}", f"{round_}{part}") for part in "abc")
            )
            await until(lambda: closed() == 1, "the old socket is closed")
            assert len(evening.world._sockets.sessions) == 1
    assert len(evening.said) == 9


async def test_a_cut_wire_is_mended(evening: Evening) -> None:
    async with evening.running():
        await evening.hears()
        evening.world.abort()
        await until(
            lambda: len(evening.world.ledger.rest(SHARDS, 202)) == 2, "the shard is carried again"
        )
        await evening.hears("!tournoi encore", "encore")


async def test_an_expired_token_is_renewed_once_for_all_who_wait(evening: Evening) -> None:
    async with evening.running() as port:
        evening.world.expire_tokens()
        before = len(evening.world.ledger.rest("POST id/oauth2/token"))
        assert port._pipe is not None
        sent = await asyncio.gather(
            *(port._speak(evening.stream.id, str(n), "") for n in range(5))
        )
    assert sent == [Sent.DELIVERED] * 5
    assert len(evening.world.ledger.rest("POST id/oauth2/token")) == before + 1


async def test_tokens_that_are_refused_for_good_cause_no_storm(evening: Evening) -> None:
    async with evening.running() as port:
        evening.world.ledger.clear()
        evening.world.refuse_tokens()
        outcomes = [await port.say(evening.stream.id, str(number)) for number in range(12)]
        assert set(outcomes) == {Sent.LATER}
        assert len(evening.world.ledger.rest("POST id/oauth2/token")) == 3
        assert len(evening.world.ledger.rest("POST helix/chat/messages", 401)) == 6


async def test_a_busy_twitch_is_asked_again_when_it_said_and_not_before(evening: Evening) -> None:
    async with evening.running() as port:
        evening.world.answer_429("chat/messages", 0.3)
        assert await port.say(evening.stream.id, "patience") is Sent.DELIVERED
    tries = evening.world.ledger.rest("POST helix/chat/messages")
    assert [entry.status for entry in tries] == [429, 200]


async def test_a_streamer_who_takes_it_back_is_left_at_once(evening: Evening) -> None:
    left: list[str] = []

    async def leave(stream_id: str) -> None:
        left.append(stream_id)

    async with evening.running() as port:
        port.closed.append(leave)
        await evening.world.revoke(evening.stream)
        await until(lambda: left, "the house is told")
        assert not port.follows(evening.stream.id)
        assert await port.say(evening.stream.id, "là ?") is Sent.CLOSED
    assert left == [evening.stream.id]


async def test_a_stream_that_never_agreed_says_so_and_is_tried_again(evening: Evening) -> None:
    shy = evening.world.add_stream("timide", "Timide", authorised=False)
    async with evening.running() as port:
        assert not await port.follow(shy.id)
        evening.world.authorise(shy)
        assert port._subscribed is not None
        assert await port._subscribed.reconcile([evening.stream.id, shy.id]) == set()
        await evening.world.chat(evening.viewer, shy, "!tournoi")
        await evening.world.wait_for_line(shy, lambda line: line.by_bot)


async def test_what_is_subscribed_is_made_what_it_should_be(evening: Evening) -> None:
    other = evening.world.add_stream("ami", "L'ami")
    async with evening.running() as port:
        assert await port.follow(other.id)
        sockets = evening.world._sockets

        def chats() -> list[str]:
            return sorted(
                one.condition["broadcaster_user_id"]
                for one in sockets.subscriptions.values()
                if one.type == "channel.chat.message"
            )

        assert chats() == sorted([evening.stream.id, other.id])
        sockets.subscriptions.clear()
        assert port._subscribed is not None
        await port._subscribed.reconcile([other.id])
        assert chats() == [other.id]
        await port._subscribed.reconcile([evening.stream.id])
        assert chats() == [evening.stream.id]


async def test_what_is_subscribed_is_looked_at_again_and_again(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(port_module, "LOOK", 0.05)
    monkeypatch.setattr(port_module, "RECONCILE", 0.1)
    async with evening.running():
        sockets = evening.world._sockets
        sockets.subscriptions.clear()
        await until(lambda: len(sockets.subscriptions) == 2, "chat and authorisations again")
        await evening.hears()


async def test_a_twitch_that_goes_away_and_has_forgotten_us_is_met_again(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(port_module, "LOOK", 0.1)
    monkeypatch.setattr(port_module, "QUICKEST", 0.1)
    old = evening.world
    async with evening.running():
        await evening.hears()
        await old.close()
        evening.world = new = await TwitchWorld.start(old.port)
        new.state.client_secret = old.client_secret
        evening.stream = new.add_stream("lea_joue", "Léa joue")
        evening.viewer = new.add_viewer("Zoé")
        await until(lambda: len(new._sockets.subscriptions) == 2, "everything is subscribed")
        await evening.hears("!tournoi encore", "encore")
    await new.close()


async def test_one_conduit_serves_every_start(evening: Evening) -> None:
    for _ in range(3):
        async with evening.running():
            await evening.hears()
    assert len(evening.world._sockets.conduits) == 1


async def test_a_conduit_made_just_before_a_crash_is_found_again(evening: Evening) -> None:
    async with evening.running():
        pass
    [key] = evening.world._sockets.conduits
    await Marks(evening.db).put("twitch.conduit", "making:")
    async with evening.running():
        await evening.hears()
    assert list(evening.world._sockets.conduits) == [key]


async def test_somebody_elses_conduit_is_left_alone(evening: Evening) -> None:
    evening.world._sockets.conduits["theirs"] = []
    async with evening.running():
        await evening.hears()
    assert len(evening.world._sockets.conduits) == 2


async def test_a_stream_is_found_by_the_name_in_its_address(evening: Evening) -> None:
    async with evening.running() as port:
        found = await port.stream_named("@Lea_Joue")
        assert found == Venue(Platform.TWITCH, evening.stream.id, "Léa joue")
        assert await port.stream_named("personne_ici") is None


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ({"client_secret": "no"}, "start-twitch-credentials"),
        ({"client_id": "no"}, "start-twitch-credentials"),
        ({"bot_id": "404"}, "start-twitch-credentials"),
        ({"id_url": "http://127.0.0.1:9/"}, "start-unreachable"),
        ({"helix_url": "http://127.0.0.1:9/"}, "start-unreachable"),
    ],
)
async def test_what_can_never_work_stops_the_start_with_a_reason(
    evening: Evening, wrong: dict[str, str], key: str
) -> None:
    port = evening.port(**wrong)
    with pytest.raises(CannotStart) as error:
        async with asyncio.timeout(5):
            await port.run()
    assert error.value.key == key


async def test_a_socket_that_never_comes_up_stops_the_first_start(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(port_module, "LOG_IN", 0.3)
    port = evening.port(eventsub_url="ws://127.0.0.1:9/ws")
    with pytest.raises(CannotStart) as error:
        await port.run()
    assert error.value.slots == {"url": "ws://127.0.0.1:9/ws"}
    for task in asyncio.all_tasks() - {cast("asyncio.Task[Any]", asyncio.current_task())}:
        task.cancel()  # TwitchIO would knock for ever; a process that cannot start simply ends
