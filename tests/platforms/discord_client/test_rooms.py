"""Cards that stand in a thread of their own: made once, for those it concerns, and put away."""

import asyncio
from collections.abc import AsyncIterator

import discord
import pytest

from cogs.house import House
from config.settings import Settings
from core.news import News
from prompts import Texts
from storage import cards as rows
from storage.cards import Cards
from storage.database import Database
from storage.outbox import Outbox
from storage.seal import Seal
from tests.doubles import Hands
from tests.platforms.discord_client.scene import (
    LAST_WORDS,
    PAUSE,
    Dying,
    DyingLater,
    Killed,
    Scene,
    opened,
)

THREADS = "/channels/{channel_id}/threads"


@pytest.fixture
async def scene(
    db: Database, clock: Hands, texts: Texts, seal: Seal, settings: Settings
) -> AsyncIterator[Scene]:
    async with opened(House(settings, db, clock, News(), texts, seal, production=False)) as scene:
        yield scene


async def test_a_match_has_a_private_thread_that_its_players_alone_see(scene: Scene) -> None:
    ana, ben, zoe, _ = scene.people
    await scene.call("1:W1.1", ana, ben)
    await scene.carry()
    (thread,) = scene.private
    (card,) = scene.said(thread)
    assert scene.world.realm.readers(thread) == {
        *(scene.world.bot.id, ana.id, ben.id),
        scene.world.owner.id,  # who owns the server sees every thread
    }
    assert zoe not in card.mentions
    assert thread.invitable is False
    assert await scene.where("1:W1.1") == thread.id
    added = scene.world.ledger.requests("PUT", "/channels/{channel_id}/thread-members/{user_id}")
    assert added == [], "to be called by name is to be let in: no request is spent on it"


async def test_a_wave_of_matches_has_as_many_threads_and_no_429(scene: Scene) -> None:
    ana, ben, *_ = scene.people
    for number in range(24):
        await scene.call(f"1:W1.{number}", ana, ben)
    await scene.carry()
    await asyncio.sleep(1)  # the bot looks once a second, and sends twenty cards at a look
    await scene.carry()
    assert len({each.name for each in scene.private}) == len(scene.private) == 24
    assert [len(scene.said(each)) for each in scene.private] == [1] * 24
    assert {call.status for call in scene.world.ledger.calls} <= {200, 201}


async def test_beyond_what_discord_allows_the_matches_share_a_thread(scene: Scene) -> None:
    """Nobody waits minutes for a thread, and Discord is asked once too often at most."""
    ana, ben, *_ = scene.people
    scene.world.limit(f"POST {THREADS}", 3, 300)
    for number in range(6):
        await scene.call(f"1:W1.{number}", ana, ben)
    await scene.carry()
    assert len(scene.private) == 3
    shared = scene.said(scene.hall)[0].thread
    assert shared is not None
    assert len(scene.said(shared)) == 3
    assert await scene.refused() == 429
    assert sum(call.status == 429 for call in scene.world.ledger.calls) <= 1


@pytest.mark.parametrize("process", [Dying, DyingLater], ids=["before", "after"])
async def test_killed_between_the_thread_and_its_card_nothing_is_lost_or_doubled(
    scene: Scene, process: type[Cards]
) -> None:
    """Before the thread was written down, and after its card was posted."""
    ana, ben, *_ = scene.people
    await scene.call("1:W1.1", ana, ben)
    with pytest.raises(Killed):
        await scene.courier.carry(Outbox(scene.house.db), Cards(scene.house.db), PAUSE)
        await scene.courier.carry(Outbox(scene.house.db), process(scene.house.db), PAUSE)
    assert len(scene.private) == 1
    scene.restart()
    await scene.call("1:W1.2", ana, ben)
    for _ in range(2):
        await scene.carry()
    assert sorted(each.name for each in scene.private) == ["Finale 1:W1.1", "Finale 1:W1.2"]
    assert [len(scene.said(each)) for each in scene.private] == [1, 1]


async def test_a_request_whose_answer_was_lost_leaves_one_thread_in_use(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """discord.py asks again by itself after a second, and Discord makes a second thread."""
    real, ana, ben = asyncio.sleep, scene.people[0], scene.people[1]
    monkeypatch.setattr("discord.http.asyncio.sleep", lambda _: real(1.1))
    scene.world.fault(f"/channels/{scene.hall.id}/threads", 502, after=True, method="POST")
    await scene.call("1:W1.1", ana, ben)
    await scene.carry()
    assert len(scene.private) == 2
    used, spare = sorted(scene.private, key=lambda each: len(each.messages), reverse=True)
    assert (len(scene.said(used)), used.archived) == (1, None)
    assert (len(scene.said(spare)), spare.archived is None) == (0, False)


@pytest.mark.parametrize(
    ("lacking", "code"),
    [("create_private_threads", 50013), ("", 160006)],
    ids=["permission", "limit"],
)
async def test_where_no_thread_may_be_made_the_matches_share_one(
    scene: Scene, lacking: str, code: int
) -> None:
    ana, ben, *_ = scene.people
    if lacking:
        scene.world.deny_bot(scene.hall, lacking)
    else:
        for number in range(3):
            await scene.call(f"1:W1.{number}", ana, ben)
        await scene.carry()
        assert scene.hall.guild is not None
        scene.hall.guild.most_threads = 4
    await scene.call("1:W2.1", ana, ben)
    await scene.call("1:W2.2", ana, ben)
    if not lacking:  # the shared one stands, the fifth is refused
        event = scene.said(scene.hall)[0]
        path = f"/channels/{scene.hall.id}/messages/{event.id}/threads"
        route = discord.http.Route("POST", path)
        await scene.client.http.request(route, json={"name": "Matchs"})
    await scene.carry()
    event = scene.said(scene.hall)[0]
    assert event.thread is not None
    assert len(scene.said(event.thread)) == 2
    assert await scene.where("1:W2.1") == event.thread.id
    assert await scene.refused() == code
    asked = scene.world.ledger.requests("POST", THREADS)
    assert sum(call.status >= 400 for call in asked) == 1, "it is not asked for again at once"


async def test_once_it_is_allowed_the_next_match_has_its_thread(
    scene: Scene, clock: Hands
) -> None:
    ana, ben, *_ = scene.people
    scene.world.deny_bot(scene.hall, "create_private_threads")
    await scene.call("1:W1.1", ana, ben)
    await scene.carry()
    scene.world.deny_bot(scene.hall)
    clock.forward(minutes=2)
    await scene.call("1:W2.1", ana, ben)
    await scene.carry()
    assert [each.name for each in scene.private] == ["Finale 1:W2.1"]
    assert await scene.refused() is None
    shared = scene.said(scene.hall)[0].thread
    assert shared is not None
    assert await scene.where("1:W1.1") == shared.id, "what was called there stays there"


async def test_where_nothing_can_be_said_in_threads_it_is_said_in_the_channel(
    scene: Scene,
) -> None:
    ana, ben, *_ = scene.people
    scene.world.deny_bot(scene.hall, "send_messages_in_threads")
    await scene.call("1:W1.1", ana, ben)
    await scene.carry()
    assert [each.text for each in scene.said(scene.hall)] == [
        "Coupe 1",
        f"{ana.mention} contre {ben.mention}",
    ]
    assert await scene.where("1:W1.1") == scene.hall.id
    assert await scene.refused() == 50013


async def test_a_card_is_edited_once_in_five_seconds_at_most(scene: Scene, clock: Hands) -> None:
    ana, ben, *_ = scene.people
    await scene.call("1:W1.1", ana, ben)
    await scene.carry()
    for _ in range(10):
        clock.forward(seconds=1)
        async with scene.house.db.write() as tx:
            await rows.again(tx, "match", "1:W1.1")
        await scene.carry()
    (thread,) = scene.private
    assert len(scene.said(thread)) == 1
    assert len(scene.said(thread)[0].edits) == 2


async def test_when_it_is_over_the_thread_stays_a_while_and_is_archived(
    scene: Scene, clock: Hands
) -> None:
    ana, ben, *_ = scene.people
    await scene.call("1:W1.1", ana, ben)
    await scene.carry()
    (thread,) = scene.private
    await scene.call("1:W1.1", ana, ben, over=True)
    scene.texts["1:W1.1"] = "Ana gagne"
    clock.forward(seconds=6)
    await scene.carry()
    clock.forward(minutes=9)
    await scene.carry()
    assert thread.archived is None
    clock.forward(minutes=1)
    await scene.carry()
    assert thread.archived is not None
    assert not thread.locked
    assert scene.said(thread)[0].text == "Ana gagne"
    await scene.carry()
    archived = scene.world.ledger.requests("PATCH", "/channels/{channel_id}")
    assert len(archived) == 1, "once"


async def test_the_last_edit_comes_before_the_archive(scene: Scene, clock: Hands) -> None:
    ana, ben, *_ = scene.people
    await scene.call("1:W1.1", ana, ben, over=True)
    await scene.carry()
    (thread,) = scene.private
    clock.forward(minutes=11)
    async with scene.house.db.write() as tx:
        await rows.again(tx, "match", "1:W1.1")
    scene.texts["1:W1.1"] = "Corrigé"
    await scene.courier.carry(Outbox(scene.house.db), Cards(scene.house.db), PAUSE, LAST_WORDS)
    assert (scene.said(thread)[0].text, thread.archived) == ("Corrigé", None)


async def test_a_match_that_is_played_again_opens_its_thread_and_lets_others_in(
    scene: Scene, clock: Hands
) -> None:
    ana, ben, zoe, camille = scene.people
    await scene.call("1:W1.1", ana, ben, over=True)
    await scene.carry()
    clock.forward(minutes=11)
    await scene.carry()
    (thread,) = scene.private
    assert thread.archived is not None
    await scene.call("1:W1.1", ana, zoe, members=(ana.id, zoe.id, camille.id))
    await scene.carry()
    assert thread.archived is None
    assert {zoe.id, camille.id} <= thread.joined.keys()
    assert len(scene.said(thread)) == 1
    clock.forward(minutes=30)
    await scene.carry()
    assert thread.archived is None, "it is not over any more"


async def test_public_where_the_operator_wants_it(scene: Scene) -> None:
    ana, ben, zoe, _ = scene.people
    await scene.call("1:W1.1", ana, ben, private=False)
    await scene.carry()
    assert scene.private == []
    thread = scene.world.realm.channels[await scene.where("1:W1.1") or ""]
    assert zoe.id in scene.world.realm.readers(thread)
