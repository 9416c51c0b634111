"""A person's yeses: each for itself, over by themselves, and a no that works at once."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from cogs.consent.rules.facts import Shown, Stopped, WatchChanged, Withdrew
from cogs.consent.rules.scopes import Age, AgeStands, Scope, TooYoung
from cogs.consent.tables import consents, person_ages, suppressions
from cogs.people.tables import accounts, people
from core.people import Handle, Platform, Venue
from tests.consent.conftest import HERE, Stage, staged

SHOWN = Shown("text", "fr", HERE)
BOTH = (Scope.WATCH, Scope.DM)


async def test_both_must_have_said_yes(stage: Stage) -> None:
    await stage.watch()
    await stage.says_yes(2)
    await stage.says_yes(3, scopes=(Scope.DM, Scope.STATS))
    assert stage.hears(2) is not None
    assert stage.hears(3) is None  # they did not ask to be read
    assert stage.hears(4) is None  # a stranger
    assert stage.hears(2, channel="601") is None  # another channel


async def test_a_yes_for_one_channel_is_not_a_yes_for_the_next(stage: Stage) -> None:
    await stage.watch()
    await stage.watch("601")
    await stage.says_yes(2)
    assert (stage.hears(2), stage.hears(2, channel="601")) == ("je vais pas bien", None)


async def test_to_be_read_without_being_written_to_leads_nowhere_so_nothing_is_read(
    stage: Stage,
) -> None:
    await stage.watch()
    actor = await stage.says_yes(2, scopes=[Scope.WATCH])
    assert stage.hears(2) is None
    await stage.consents.give(actor, [Scope.DM], SHOWN)
    assert stage.hears(2) is not None


async def test_words_are_not_asked_for_before_both_yeses(stage: Stage) -> None:
    await stage.watch()
    await stage.says_yes(2)

    def look() -> str:
        raise AssertionError("these words were nobody's to look at")

    assert stage.consents.admit("3", HERE, "1", look) is None
    assert stage.consents.admit("2", "601", "1", look) is None
    with pytest.raises(AssertionError):
        stage.consents.admit("2", HERE, "1", look)


@pytest.mark.parametrize("age", [Age.FROM_13, Age.UNDISCLOSED])
@pytest.mark.parametrize("scope", [Scope.WATCH, Scope.DM, Scope.STATS, Scope.FOLLOW_UP])
async def test_under_fifteen_nothing_is_read_and_nobody_is_written_to(
    stage: Stage, age: Age, scope: Scope
) -> None:
    await stage.watch()
    actor = await stage.person(2)
    await stage.consents.say_age(actor, age)
    with pytest.raises(TooYoung):
        await stage.consents.give(actor, [scope], SHOWN)


async def test_i4_somebody_who_was_never_asked_is_as_young_as_can_be(stage: Stage) -> None:
    await stage.open()
    with pytest.raises(TooYoung):
        await stage.consents.give(await stage.person(2), BOTH, SHOWN)


async def test_under_thirteen_not_even_the_age_is_kept(stage: Stage) -> None:
    await stage.watch()
    actor = await stage.says_yes(2)
    await stage.consents.say_age(actor, Age.UNDER_13)
    assert stage.hears(2) is None
    async with stage.house.db.read() as tx:
        assert (await tx.execute(select(person_ages))).all() == []
        assert not await stage.consents.may_write_first(tx, actor.person)


async def test_a_younger_age_ends_what_it_does_not_allow(stage: Stage) -> None:
    await stage.watch()
    actor = await stage.says_yes(2)
    before = (await stage.consents.choices(actor.person, HERE)).ends
    await stage.consents.say_age(actor, Age.FROM_15)
    after = (await stage.consents.choices(actor.person, HERE)).ends
    assert before is not None
    assert after is not None
    assert after < before  # three months now, not six
    await stage.consents.say_age(actor, Age.FROM_13)
    assert stage.hears(2) is None
    with pytest.raises(AgeStands):
        await stage.consents.say_age(actor, Age.FROM_18)


async def test_a_raised_floor_ends_what_it_does_not_allow_at_the_next_start(
    stage: Stage,
) -> None:
    await stage.watch()
    actor = await stage.says_yes(2, age=Age.FROM_15)
    settings = stage.house.settings
    higher = settings.model_copy(
        update={"consent": settings.consent.model_copy(update={"age_floor": 16})}
    )
    house = stage.house
    again = await staged(house.db, stage.clock, house.seal, house.texts, higher)
    assert again.hears(2) is None
    async with house.db.read() as tx:
        assert not await again.consents.may_write_first(tx, actor.person)


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


async def test_i7_taking_one_box_back_leaves_the_others_as_they_were(stage: Stage) -> None:
    await stage.open()
    actor = await stage.says_yes(2, scopes=(*BOTH, Scope.STATS))
    before = await stage.consents.choices(actor.person, HERE)
    after = await stage.consents.choose(actor, {Scope.DM, Scope.WATCH}, SHOWN)
    assert after.scopes == before.scopes - {Scope.STATS}
    assert after.ends == before.ends
    assert stage.told == [Withdrew(actor.person, frozenset({Scope.STATS}))]


async def test_a_yes_is_over_by_itself(stage: Stage) -> None:
    await stage.watch()
    actor = await stage.says_yes(2, age=Age.FROM_15)
    ends = (await stage.consents.choices(actor.person, HERE)).ends
    assert ends is not None
    stage.clock.set(ends - timedelta(seconds=1))
    assert stage.hears(2) is not None
    stage.clock.set(ends)
    assert stage.hears(2) is None  # whether or not a timer has rung
    async with stage.house.db.read() as tx:
        assert not await stage.consents.may_write_first(tx, actor.person)
    await stage.ring()
    assert Withdrew(actor.person, frozenset({Scope.DM})) in stage.told


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
    await stage.consents.erase(await stage.says_yes(2))
    stage.clock.forward(days=300)
    await stage.says_yes(3)  # SQLite gives the same numbers out again
    stage.clock.forward(days=100)
    await stage.ring()
    async with stage.house.db.read() as tx:
        assert len((await tx.execute(select(consents))).all()) == 2


async def test_l05_the_record_says_what_was_shown_and_nothing_more(stage: Stage) -> None:
    await stage.open()
    await stage.says_yes(2, scopes=[Scope.STATS])
    async with stage.house.db.read() as tx:
        (row,) = (await tx.execute(select(consents))).all()
    assert (row.scope, row.version, row.language) == ("stats", "text", "fr")
    assert (row.age, row.surface, row.given_at) == ("age_18_25", "discord", stage.clock.now())
    assert row.channel is None  # where they asked is not written down


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


async def test_i10_a_restart_remembers_exactly_the_same(stage: Stage) -> None:
    await stage.watch()
    await stage.says_yes(2)
    stopped = await stage.says_yes(3)
    await stage.consents.stop(stopped.person)
    again = await stage.restart()
    assert (again.hears(2), again.hears(3), again.hears(4)) == ("je vais pas bien", None, None)
    assert again.told == [WatchChanged(watching=True)]


async def test_two_people_who_become_one_keep_their_yeses_and_the_younger_age(
    stage: Stage,
) -> None:
    await stage.watch()
    ana = await stage.says_yes(2)
    viewer = await stage.people.recognise(Handle(Platform.TWITCH, "9"))
    code = await stage.people.start_link(ana)
    await stage.people.redeem(viewer, Venue(Platform.TWITCH, "8"), code)
    assert stage.hears(2) is not None


async def test_i6_the_permission_to_write_is_read_from_the_tables_not_remembered(
    stage: Stage,
) -> None:
    await stage.open()
    actor = await stage.says_yes(2)
    async with stage.house.db.write() as tx:
        assert await stage.consents.may_write_first(tx, actor.person)
        await tx.execute(update(consents).values(withdrawn_at=stage.clock.now()))
        assert not await stage.consents.may_write_first(tx, actor.person)
