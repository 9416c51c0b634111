"""A person's yeses: each for itself, over by themselves, and a no that works at once."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from cogs.consent.rules.facts import Shown, WatchChanged, Withdrew
from cogs.consent.rules.scopes import Age, AgeStands, Scope, TooYoung
from cogs.consent.tables import consents, person_ages
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


async def test_l05_the_record_says_what_was_shown_and_nothing_more(stage: Stage) -> None:
    await stage.open()
    await stage.says_yes(2, scopes=[Scope.STATS])
    async with stage.house.db.read() as tx:
        (row,) = (await tx.execute(select(consents))).all()
    assert (row.scope, row.version, row.language) == ("stats", "text", "fr")
    assert (row.age, row.surface, row.given_at) == ("age_18_25", "discord", stage.clock.now())
    assert row.channel is None  # where they asked is not written down


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


async def test_being_read_ends_with_being_written_to(stage: Stage) -> None:
    await stage.watch()
    actor = await stage.says_yes(2, scopes=[Scope.DM])
    dm_ends = (await stage.consents.choices(actor.person, HERE)).ends
    assert dm_ends is not None
    stage.clock.forward(days=60)
    await stage.consents.give(actor, [Scope.WATCH], SHOWN)
    assert stage.hears(2) is not None
    stage.clock.set(dm_ends)
    assert stage.hears(2) is None  # though `watch` itself has two months to go


async def test_taking_back_the_figures_does_not_touch_the_rest(stage: Stage) -> None:
    await stage.watch()
    actor = await stage.says_yes(2, scopes=(*BOTH, Scope.STATS))
    await stage.consents.withdraw(actor.person, [Scope.STATS])
    assert stage.hears(2) is not None
