"""A channel's yes: the notice, a day under it, the pause, the gates of production."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from cogs.consent.rules.channels import (
    AgeRestricted,
    Mode,
    NotNow,
    State,
    TooPowerful,
    WatchNotAllowed,
)
from cogs.consent.rules.facts import Shown, WatchChanged
from cogs.consent.rules.scopes import Age, Scope, TooNew
from cogs.consent.service.channels import WATCH_BEGIN, Room
from cogs.consent.tables import channels, consents
from core.errors import NotAllowed
from core.people import Handle, Platform, Role, Venue
from core.timers import Timer
from storage.outbox import outbox
from tests.consent.conftest import HERE, Stage, staged

SHOWN = Shown("text", "fr", HERE)
BOTH = (Scope.WATCH, Scope.DM)


async def state_of(stage: Stage) -> State:
    return (await stage.channels.state(await stage.person(1, Role.OWNER), HERE)).state


async def notice_of(stage: Stage) -> str:
    async with stage.house.db.read() as tx:
        return str(await tx.scalar(select(channels.c.message)))


async def test_nothing_is_read_until_the_notice_stands(stage: Stage) -> None:
    owner = await stage.person(1, Role.OWNER)
    assert stage.consents.mode(HERE) is Mode.OFF
    await stage.channels.open(owner, Room(HERE))
    assert stage.consents.mode(HERE) is Mode.OFF
    await stage.post()
    assert stage.consents.mode(HERE) is Mode.ADDRESSED


async def test_the_watch_begins_a_day_after_it_was_announced(stage: Stage) -> None:
    owner = await stage.open()
    await stage.says_yes(2)
    await stage.channels.watch(owner, HERE)
    assert stage.consents.mode(HERE) is Mode.ADDRESSED
    stage.clock.forward(hours=23, minutes=59)
    await stage.ring()
    assert (stage.hears(2), stage.consents.watching()) == (None, False)
    stage.clock.forward(minutes=1)
    await stage.ring()
    assert stage.hears(2) == "je vais pas bien"
    assert stage.consents.watching()
    assert WatchChanged(watching=True) in stage.told


async def test_a3_without_its_notice_a_channel_is_paused_at_once(stage: Stage) -> None:
    await stage.watch()
    await stage.says_yes(2)
    await stage.notices.gone(HERE, "1234")  # some other message
    assert stage.hears(2) is not None
    await stage.notices.gone(HERE, await notice_of(stage))
    assert stage.hears(2) is None
    assert await state_of(stage) is State.PAUSED
    assert WatchChanged(watching=False) in stage.told
    async with stage.house.db.read() as tx:
        keys = list(await tx.scalars(select(outbox.c.text_key).order_by(outbox.c.id)))
    assert keys == ["consent-watch-announced", "consent-watch-paused"]


async def test_a_notice_that_was_pinned_and_is_no_more_counts_as_gone(stage: Stage) -> None:
    await stage.open()
    notice = await notice_of(stage)
    await stage.notices.pinned(HERE, notice, pinned=False)  # our own edit, where we may not pin
    assert await state_of(stage) is State.ADDRESSED
    await stage.notices.pinned(HERE, notice, pinned=True)
    await stage.notices.pinned(HERE, "1234", pinned=False)
    assert await state_of(stage) is State.ADDRESSED
    await stage.notices.pinned(HERE, notice, pinned=False)
    assert await state_of(stage) is State.PAUSED


@pytest.mark.parametrize("pinned", [True, False])
async def test_what_happens_to_a_notice_before_it_is_written_down_counts(
    stage: Stage, pinned: bool
) -> None:
    await stage.channels.open(await stage.person(1, Role.OWNER), Room(HERE))
    message = str(stage.messages + 1)
    await stage.notices.pinned(HERE, message, pinned=True)
    if not pinned:
        await stage.notices.gone(HERE, message)
    await stage.post()
    assert await state_of(stage) is (State.ADDRESSED if pinned else State.PAUSED)
    if pinned:
        await stage.notices.pinned(HERE, message, pinned=False)
        assert await state_of(stage) is State.PAUSED


async def test_from_a_pause_the_way_back_is_the_whole_way(stage: Stage) -> None:
    owner = await stage.watch()
    await stage.says_yes(2)
    first = await notice_of(stage)
    await stage.channels.pause(owner, HERE)
    with pytest.raises(NotNow):
        await stage.channels.watch(owner, HERE)
    await stage.channels.open(owner, Room(HERE))
    await stage.post()
    assert await notice_of(stage) != first  # a new notice, not the deleted one again
    assert stage.hears(2) is None
    await stage.channels.watch(owner, HERE)
    stage.clock.forward(hours=24)
    await stage.ring()
    assert stage.hears(2) is not None  # their yes was never withdrawn


async def test_a_watch_announced_and_paused_does_not_begin(stage: Stage) -> None:
    owner = await stage.open()
    await stage.channels.watch(owner, HERE)
    await stage.channels.pause(owner, HERE)
    stage.clock.forward(hours=48)
    await stage.ring()
    async with stage.house.db.write() as tx:  # and a bell that was already on its way
        (row,) = (await tx.execute(select(channels))).all()
        timer = Timer(WATCH_BEGIN, str(row.id), stage.clock.now())
        assert list(await stage.notices.begin_watch(tx, timer)) == []
    assert await state_of(stage) is State.PAUSED


async def test_closing_a_channel_ends_the_yeses_said_for_it_and_forgets_it_a_day_later(
    stage: Stage,
) -> None:
    owner = await stage.watch()
    actor = await stage.says_yes(2)
    await stage.channels.close(owner, HERE)
    assert stage.hears(2) is None
    held = await stage.consents.choices(actor.person, HERE)
    assert held.scopes == {Scope.DM}
    stage.clock.forward(hours=24)
    await stage.ring()
    assert await state_of(stage) is State.ABSENT
    async with stage.house.db.read() as tx:
        assert len((await tx.execute(select(consents))).all()) == 2  # the proof stays


async def test_a_channel_that_vanishes_is_closed(stage: Stage) -> None:
    await stage.watch()
    await stage.says_yes(2)
    await stage.channels.vanished(HERE)
    await stage.channels.vanished(HERE)
    await stage.channels.vanished("601")
    assert stage.hears(2) is None
    assert await state_of(stage) is State.CLOSED


async def test_only_those_who_run_the_place_move_its_channels(stage: Stage) -> None:
    await stage.open()
    someone = await stage.person(2)
    for act in (
        stage.channels.watch,
        stage.channels.pause,
        stage.channels.close,
        stage.channels.state,
    ):
        with pytest.raises(NotAllowed):
            await act(someone, HERE)
    with pytest.raises(NotAllowed):
        await stage.channels.open(someone, Room("601"))


async def test_the_owner_of_another_place_moves_nothing_here(stage: Stage) -> None:
    await stage.open()
    stranger = await stage.people.recognise(
        Handle(Platform.DISCORD, "5"),
        Venue(Platform.DISCORD, "501"),
        roles=frozenset({Role.OWNER}),
    )
    for act in (stage.channels.watch, stage.channels.pause, stage.channels.close):
        with pytest.raises(NotAllowed):
            await act(stranger, HERE)
    with pytest.raises(NotAllowed):
        await stage.channels.open(stranger, Room(HERE))


async def test_some_channels_are_not_opened(stage: Stage) -> None:
    owner = await stage.person(1, Role.OWNER)
    with pytest.raises(AgeRestricted):
        await stage.channels.open(owner, Room(HERE, age_restricted=True))
    with pytest.raises(TooPowerful):
        await stage.channels.open(owner, Room(HERE, all_powerful=True))


async def test_how_many_said_yes_is_told_from_ten_on(stage: Stage) -> None:
    owner = await stage.open()
    for number in range(2, 11):
        await stage.says_yes(number)
    assert (await stage.channels.state(owner, HERE)).watchers is None
    await stage.says_yes(11)
    assert (await stage.channels.state(owner, HERE)).watchers == 10


async def production(stage: Stage, **sections: dict[str, str]) -> Stage:
    house = stage.house
    settings = house.settings.model_copy(
        update={
            name: getattr(house.settings, name).model_copy(update=values)
            for name, values in sections.items()
        }
    )
    return await staged(house.db, stage.clock, house.seal, house.texts, settings, production=True)


async def test_l18_in_production_nothing_is_watched_before_the_gates_are_met(
    stage: Stage,
) -> None:
    await stage.watch()
    await stage.says_yes(2)
    real = await production(stage)
    assert real.hears(2) is None
    assert await state_of(real) is State.PAUSED
    owner = await real.open()
    with pytest.raises(WatchNotAllowed):
        await real.channels.watch(owner, HERE)
    ready = await production(
        stage,
        dpia={"ref": "DPIA-7", "date": "2026-10-01"},
        dpo={"contact": "dpo@asso"},
        discord={"permission_ref": "D-12"},
    )
    assert (await ready.channels.watch(owner, HERE)).state is State.WATCH_PENDING


async def test_t07_in_production_a_newcomer_s_account_is_not_read(stage: Stage) -> None:
    await stage.open()
    real = await production(stage)
    actor = await real.person(2)
    await real.consents.say_age(actor, Age.FROM_18)
    new = Shown("text", "fr", HERE, account=timedelta(days=1), membership=timedelta(days=1))
    with pytest.raises(TooNew):
        await real.consents.give(actor, [Scope.DM], new)
    await real.consents.give(actor, [Scope.STATS], new)  # help and figures stay open
