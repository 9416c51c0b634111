"""Stopping at once, being forgotten, and what outlives it."""

import asyncio

import pytest
from sqlalchemy import select

from cogs.consent.rules.channels import Mode
from cogs.consent.rules.facts import ChannelMoved, Shown, Stopped, Withdrew
from cogs.consent.rules.scopes import Scope
from cogs.consent.tables import consents, person_ages, suppressions
from cogs.people.tables import accounts, people
from tests.consent.conftest import HERE, Stage

SHOWN = Shown("text", "fr", HERE)
BOTH = (Scope.WATCH, Scope.DM)


async def test_a4_stop_is_at_once_and_ten_waiting_offers_hear_of_it(stage: Stage) -> None:
    await stage.watch()
    actors = [await stage.says_yes(number) for number in range(2, 12)]
    waiting = {actor.person for actor in actors}

    async def drop(fact: Stopped) -> None:
        waiting.discard(fact.person)

    stage.house.news.on(Stopped, drop)
    async with asyncio.timeout(5):
        await asyncio.gather(*(stage.consents.stop(actor.person) for actor in actors))
    assert waiting == set()
    assert [stage.hears(number) for number in range(2, 12)] == [None] * 10
    async with stage.house.db.read() as tx:
        writes = [await stage.consents.may_write_first(tx, each.person) for each in actors]
    assert writes == [False] * 10


async def test_a_record_outlives_its_yes_by_a_year_and_no_longer(stage: Stage) -> None:
    await stage.open()
    actor = await stage.says_yes(2)
    await stage.consents.stop(actor.person)

    async def kept() -> int:
        async with stage.house.db.read() as tx:
            return len((await tx.execute(select(consents))).all())

    stage.clock.forward(days=364)
    await stage.ring()
    assert await kept() == 2
    stage.clock.forward(days=1)
    await stage.ring()
    assert await kept() == 0


async def test_a_timer_of_somebody_forgotten_ends_no_one_else_s_yes(stage: Stage) -> None:
    await stage.open()
    await stage.people.forget((await stage.says_yes(2)).person)
    stage.clock.forward(days=300)
    await stage.says_yes(3)  # SQLite gives the same numbers out again
    stage.clock.forward(days=100)
    await stage.ring()
    async with stage.house.db.read() as tx:
        assert len((await tx.execute(select(consents))).all()) == 2
    assert not [fact for fact in stage.told if isinstance(fact, Withdrew)]


async def test_i9_who_is_erased_comes_back_as_a_stranger(stage: Stage) -> None:
    await stage.watch()
    actor = await stage.says_yes(2)
    await stage.consents.erase(actor)
    assert stage.hears(2) is None
    async with stage.house.db.read() as tx:
        rows = [
            row
            for table in (accounts, consents, person_ages)
            for row in await tx.execute(select(table).where(table.c.person == actor.person))
        ]
        assert rows == []
        assert len((await tx.execute(select(suppressions))).all()) == 1
        assert len((await tx.execute(select(people))).all()) == 1  # the owner
    back = await stage.person(2)
    assert await stage.consents.age_of(back.person) is None
    assert Stopped(actor.person) in stage.told


async def test_a_new_yes_lifts_do_not_write_to_me(stage: Stage) -> None:
    await stage.open()
    await stage.consents.erase(await stage.says_yes(2))
    again = await stage.says_yes(2)
    async with stage.house.db.read() as tx:
        assert await stage.consents.may_write_first(tx, again.person)
        assert (await tx.execute(select(suppressions))).all() == []


async def test_forgetting_is_one_delete(stage: Stage) -> None:
    await stage.open()
    actor = await stage.says_yes(2)
    async with stage.house.db.write() as tx:
        await tx.execute(people.delete().where(people.c.id == actor.person))
        assert (await tx.execute(select(consents))).all() == []
        assert (await tx.execute(select(person_ages))).all() == []


async def test_reading_stops_before_the_stop_is_even_written(stage: Stage) -> None:
    await stage.watch()
    actor = await stage.says_yes(2)
    async with stage.house.db.write():  # the one writer is busy
        stopping = asyncio.create_task(stage.consents.stop(actor.person))
        await asyncio.sleep(0)
        assert stage.hears(2) is None
    await stopping
    assert stage.hears(2) is None


async def test_do_not_write_to_me_wins_over_a_yes(stage: Stage) -> None:
    await stage.open()
    actor = await stage.says_yes(2)
    account = stage.house.seal.hash("discord", "2")
    async with stage.house.db.write() as tx:
        await tx.execute(suppressions.insert().values(hash=account, since=stage.clock.now()))
        assert not await stage.consents.may_write_first(tx, actor.person)


async def test_never_again_is_off_at_once_kept_as_a_hash_and_outlives_being_forgotten(
    stage: Stage,
) -> None:
    await stage.watch()
    scopes = (Scope.WATCH, Scope.DM, Scope.FOLLOW_UP, Scope.STATS)
    actor = await stage.says_yes(2, scopes=scopes)
    await stage.consents.never_again(actor.person)
    assert stage.hears(2) is None
    assert (await stage.consents.choices(actor.person, HERE)).scopes == {Scope.STATS}
    assert Stopped(actor.person) in stage.told
    await stage.people.forget(actor.person)
    async with stage.house.db.read() as tx:
        (kept,) = (await tx.execute(select(suppressions.c.hash))).scalars()
    assert kept == stage.house.seal.hash("discord", "2")


async def test_only_a_yes_to_being_written_to_lifts_never_again(stage: Stage) -> None:
    await stage.open()
    actor = await stage.says_yes(2)
    await stage.consents.never_again(actor.person)
    await stage.consents.give(actor, [Scope.STATS], SHOWN)
    async with stage.house.db.read() as tx:
        assert len((await tx.execute(select(suppressions))).all()) == 1
    await stage.consents.give(actor, [Scope.DM], SHOWN)
    async with stage.house.db.read() as tx:
        assert await stage.consents.may_write_first(tx, actor.person)


@pytest.mark.parametrize("closed_by", ["its owner", "Discord"])
async def test_a_channel_opened_again_has_nobody_s_yes(stage: Stage, closed_by: str) -> None:
    owner = await stage.watch()
    actor = await stage.says_yes(2)
    if closed_by == "its owner":
        await stage.channels.close(owner, HERE)
    else:
        await stage.channels.vanished(HERE)
    assert Withdrew(actor.person, frozenset({Scope.WATCH})) in stage.told
    await stage.watch()
    assert stage.hears(2) is None
    await stage.consents.give(actor, [Scope.WATCH], SHOWN)
    assert stage.hears(2)


async def test_a_record_of_a_closed_channel_is_kept_a_year_from_its_closing(stage: Stage) -> None:
    owner = await stage.watch()
    await stage.says_yes(2, scopes=[Scope.WATCH])
    await stage.channels.close(owner, HERE)
    stage.clock.forward(days=366)
    await stage.ring()
    async with stage.house.db.read() as tx:
        assert (await tx.execute(select(consents))).all() == []


@pytest.mark.parametrize("act", ["pause", "close"])
async def test_those_who_hold_words_of_a_channel_hear_that_it_is_read_no_more(
    stage: Stage, act: str
) -> None:
    owner = await stage.watch()
    modes: list[Mode] = []

    async def hear(fact: ChannelMoved) -> None:
        modes.append(stage.consents.mode(fact.channel))

    stage.house.news.on(ChannelMoved, hear)
    await (stage.channels.pause if act == "pause" else stage.channels.close)(owner, HERE)
    assert modes == [Mode.OFF]
