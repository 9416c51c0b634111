"""A round from its first question to its last, on a real database."""

from datetime import timedelta

import pytest

from cogs.challenges.rules.chance import keeps
from cogs.challenges.rules.quiz import QUESTIONS, State
from cogs.challenges.rules.refusals import AlreadyOnStage, NoneOnStage, TooFewQuestions
from cogs.challenges.service.hosting import CARD
from cogs.challenges.service.pace import Pace
from cogs.challenges.store.rounds import round_of, windows_of
from cogs.people.rules import NOWHERE, NotHere
from core.courier import Sent
from core.errors import NotAllowed
from core.people import Actor, Platform, Role
from storage.cards import again
from storage.database import Database
from storage.seal import Seal
from tests.challenges.evening import CHANNEL, STREAM, Evening, open_evening
from tests.doubles import Hands


async def state(evening: Evening, which: int) -> State:
    scene = await evening.showing.scene(which)
    assert scene is not None
    return scene.life.state


async def test_a_round_goes_from_planned_to_archived(evening: Evening) -> None:
    host = await evening.host()
    started = await evening.hosting.start(host, CHANNEL)
    assert await state(evening, started.round) is State.PLANNED
    await evening.confirm()
    assert await state(evening, started.round) is State.OPEN
    await evening.wait(240)
    assert await state(evening, started.round) is State.JUDGED
    await evening.wait(timedelta(days=30).total_seconds())
    assert await evening.showing.scene(started.round) is None
    assert await evening.sweeper.next_due() is None  # nothing is left behind


async def test_five_questions_take_less_than_four_minutes_even_behind_a_delay(
    evening: Evening,
) -> None:
    await evening.has_a_stream()
    host = await evening.host()
    started = await evening.hosting.start(host, CHANNEL)
    began = evening.clock.now()
    await evening.confirm()
    while await state(evening, started.round) is not State.CLOSED:
        await evening.wait(1)
    assert evening.clock.now() - began < timedelta(minutes=4, seconds=5)


async def test_only_a_host_starts_or_ends_a_round(evening: Evening) -> None:
    player = await evening.member(2)
    with pytest.raises(NotAllowed):
        await evening.hosting.start(player, CHANNEL)
    await evening.hosting.start(await evening.host(), CHANNEL)
    with pytest.raises(NotAllowed):
        await evening.hosting.skip(player)
    lost = Actor(player.person, place=NOWHERE, roles=frozenset({Role.HOST}))
    with pytest.raises(NotHere):
        await evening.hosting.start(lost, CHANNEL)


async def test_one_round_at_a_time_in_one_place(evening: Evening) -> None:
    host = await evening.host()
    await evening.hosting.start(host, CHANNEL)
    with pytest.raises(AlreadyOnStage):
        await evening.hosting.start(host, "4343")
    await evening.confirm()
    await evening.wait(240)
    await evening.hosting.start(host, CHANNEL)


async def test_the_window_opens_with_the_confirmed_post_and_not_before(evening: Evening) -> None:
    host = await evening.host()
    started = await evening.hosting.start(host, CHANNEL)
    await evening.wait(40)  # Discord is slow tonight: nobody loses a second by it
    assert await state(evening, started.round) is State.PLANNED
    await evening.confirm()
    await evening.wait(26)
    assert (scene := await evening.showing.scene(started.round))
    assert not scene.told
    await evening.wait(2)
    assert (scene := await evening.showing.scene(started.round))
    assert scene.told


async def test_a_question_nobody_ever_saw_is_shown_again_and_in_the_end_given_up(
    evening: Evening,
) -> None:
    host = await evening.host()
    started = await evening.hosting.start(host, CHANNEL)
    (before,) = await evening.cards.behind(evening.clock.now())
    await evening.cards.given_up(before)  # the channel is closed to us
    for _ in range(2):
        evening.clock.forward(seconds=60)
        await evening.ring()
        (card,) = await evening.cards.behind(evening.clock.now())
        await evening.cards.given_up(card)
    evening.clock.forward(seconds=60)
    await evening.ring()
    assert await state(evening, started.round) is State.JUDGED
    await evening.hosting.start(host, CHANNEL)  # the place is free again


async def test_a_restart_in_every_phase_loses_nothing(
    db: Database, clock: Hands, seal: Seal
) -> None:
    evening = open_evening(db, clock, seal)
    await evening.has_a_stream()
    host, player, viewer = await evening.host(), await evening.member(2), await evening.viewer(3)
    started = await evening.hosting.start(host, CHANNEL)
    for _ in range(QUESTIONS):
        evening = open_evening(db, clock, seal)  # asked, not confirmed
        await evening.confirm()
        evening = open_evening(db, clock, seal)  # open
        await evening.answers(player)
        await evening.answers(viewer, stream=STREAM.id)
        evening = open_evening(db, clock, seal)  # answered, not closed
        clock.forward(seconds=39)
        await evening.ring()
        evening = open_evening(db, clock, seal)  # told
        await evening.confirm()
        clock.forward(seconds=12)
        await evening.ring()
    evening = open_evening(db, clock, seal)
    assert await state(evening, started.round) is State.JUDGED
    for person in (player, viewer):
        assert (await evening.playing.score(person, started.round)).points == 60
        assert (await evening.playing.score(person)).xp == 60


async def test_what_was_promised_is_what_was_asked(evening: Evening) -> None:
    host = await evening.host()
    started = await evening.hosting.start(host, CHANNEL)
    asked = []
    for _ in range(QUESTIONS):
        await evening.confirm()
        scene = await evening.showing.scene(started.round)
        assert scene is not None
        assert scene.seed == ""
        assert scene.promise == started.promise
        asked.append(scene.question.id)
        await evening.wait(39)
    await evening.wait(12)
    scene = await evening.showing.scene(started.round)
    assert scene is not None
    assert len(set(asked)) == QUESTIONS
    assert keeps(started.promise, scene.seed, asked)


async def test_no_question_comes_back_within_thirty_days(evening: Evening) -> None:
    host = await evening.host()
    seen: list[str] = []
    for _ in range(8):  # forty questions, eight rounds
        started = await evening.hosting.start(host, CHANNEL)
        async with evening.db.read() as tx:
            seen += (await round_of(tx, started.round)).questions
        await evening.hosting.skip(host)
    assert len(set(seen)) == len(seen) == 40
    with pytest.raises(TooFewQuestions):
        await evening.hosting.start(host, CHANNEL)
    evening.clock.forward(days=30)
    await evening.hosting.start(host, CHANNEL)


async def test_a_host_may_choose_a_pack(evening: Evening) -> None:
    assert sum(evening.showing.packs().values()) == 40
    started = await evening.hosting.start(await evening.host(), CHANNEL, "money")
    async with evening.db.read() as tx:
        asked = (await round_of(tx, started.round)).questions
    assert all(each.startswith("money-") for each in asked)


async def test_skipping_keeps_what_was_answered(evening: Evening) -> None:
    host, player = await evening.host(), await evening.member(2)
    started = await evening.hosting.start(host, CHANNEL)
    await evening.confirm()
    await evening.answers(player)
    await evening.hosting.skip(host)
    assert await state(evening, started.round) is State.JUDGED
    assert (await evening.playing.score(player)).xp == 12
    with pytest.raises(NoneOnStage):
        await evening.hosting.skip(host)


async def test_the_stream_hears_one_line_a_question_and_one_a_result(evening: Evening) -> None:
    await evening.has_a_stream()
    await evening.hosting.start(await evening.host(), CHANNEL)
    await evening.confirm()
    await evening.answers(await evening.viewer(5), stream=STREAM.id)
    await evening.wait(39)
    await evening.wait(240)
    keys = [letter.key for letter in evening.said]
    assert keys[:3] == ["challenges-hello", "challenges-line", "challenges-result"]
    assert keys.count("challenges-line") == QUESTIONS
    assert keys.count("challenges-result-silent") == QUESTIONS - 1
    assert keys[-1] == "challenges-goodbye"
    assert len(keys) == 2 * QUESTIONS + 2
    assert {letter.target for letter in evening.said} == {f"stream:{STREAM.id}"}
    assert evening.said[2].slots["percent"] == 100


async def test_a_question_that_never_left_does_not_come_after_its_answer(
    evening: Evening,
) -> None:
    await evening.has_a_stream()
    await evening.hosting.start(await evening.host(), CHANNEL)
    await evening.confirm_card()  # Twitch is away
    evening.clock.forward(seconds=27)
    await evening.ring()
    await evening.confirm_lines()
    assert [letter.key for letter in evening.said] == [
        "challenges-hello",
        "challenges-result-silent",
    ]


async def test_a_card_that_is_edited_again_does_not_start_the_clock_again(
    evening: Evening,
) -> None:
    player = await evening.member(2)
    started = await evening.hosting.start(await evening.host(), CHANNEL)
    await evening.confirm()
    await evening.wait(20)
    async with evening.db.write() as tx:
        await again(tx, CARD, str(started.round))
    await evening.confirm()
    await evening.answers(player)
    await evening.wait(7)
    scene = await evening.showing.scene(started.round)
    assert scene is not None
    assert scene.told
    await evening.hosting.skip(await evening.host())
    assert (await evening.playing.score(player)).xp == 10


async def test_a_line_that_is_confirmed_too_late_changes_nothing(evening: Evening) -> None:
    await evening.has_a_stream()
    started = await evening.hosting.start(await evening.host(), CHANNEL)
    _, line = await evening.outbox.due(Platform.TWITCH, evening.clock.now())
    await evening.outbox.mark(line)  # it has left, and Twitch says nothing
    await evening.confirm()
    await evening.wait(40)
    await evening.confirm()
    assert (scene := await evening.showing.scene(started.round))
    assert scene.life.position == 2
    due = await evening.sweeper.next_due()
    await evening.outbox.done(line, Sent.DELIVERED, evening.clock.now())
    async with evening.db.read() as tx:
        assert (await windows_of(tx, started.round, 1))[f"stream:{STREAM.id}"] is None
    assert await evening.sweeper.next_due() == due


async def test_long_windows_are_not_taken_for_questions_nobody_saw(
    db: Database, clock: Hands, seal: Seal
) -> None:
    evening = open_evening(db, clock, seal, Pace(seconds=300))
    started = await evening.hosting.start(await evening.host(), CHANNEL)
    await evening.confirm()
    await evening.wait(299)
    assert await state(evening, started.round) is State.OPEN
    await evening.answers(await evening.member(2))


async def test_while_the_window_is_open_nobody_learns_how_others_answered(
    evening: Evening,
) -> None:
    started = await evening.hosting.start(await evening.host(), CHANNEL)
    await evening.confirm()
    await evening.answers(await evening.member(2))
    scene = await evening.showing.scene(started.round)
    assert scene is not None
    assert (scene.percent, scene.found, scene.seed) == (None, None, "")


@pytest.mark.parametrize("since", [0, 28])  # while it is open; while its answer is read
async def test_a_question_that_was_taken_away_ends_its_round_and_stops_nothing(
    db: Database, clock: Hands, seal: Seal, since: int
) -> None:
    evening = open_evening(db, clock, seal)
    host, player = await evening.host(), await evening.member(2)
    started = await evening.hosting.start(host, CHANNEL, "money")
    await evening.confirm()
    await evening.answers(player)
    await evening.wait(since)
    evening = open_evening(db, clock, seal, without="money")
    await evening.wait(60)
    assert await evening.showing.scene(started.round) is None
    assert (await evening.playing.score(player)).xp == 12
    await evening.hosting.start(host, CHANNEL)
