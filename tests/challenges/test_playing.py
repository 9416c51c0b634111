"""What players may do, on a real database: once, in time, and never below what they had."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from cogs.challenges.rules.refusals import (
    AlreadyAnswered,
    NoneOnStage,
    NotALetter,
    NotOpenYet,
    RoundGone,
    TooLate,
)
from cogs.challenges.tables import answers, ledger
from core.people import PersonId
from tests.challenges.evening import CHANNEL, STREAM, Evening


async def begin(evening: Evening) -> int:
    started = await evening.hosting.start(await evening.host(), CHANNEL)
    await evening.confirm()
    return started.round


async def rows(evening: Evening, person: PersonId) -> tuple[int, int]:
    """How many answers and entries name this person."""
    async with evening.db.read() as tx:
        given = await tx.scalar(
            select(func.count()).select_from(answers).where(answers.c.person == person)
        )
        entries = await tx.scalar(
            select(func.count()).select_from(ledger).where(ledger.c.person == person)
        )
    return given or 0, entries or 0


async def test_everybody_in_the_window_scores_and_speed_adds_two_at_most(
    evening: Evening,
) -> None:
    which = await begin(evening)
    players = [await evening.member(number) for number in range(2, 6)]
    for player, pause in zip(players, (5, 5, 10, 5), strict=True):
        await evening.wait(pause)
        await evening.answers(player, right=player is not players[3])
    await evening.hosting.skip(await evening.host())
    points = [(await evening.playing.score(player, which)).points for player in players]
    assert points == [12, 11, 10, 0]
    assert [(await evening.playing.score(player)).xp for player in players] == points


async def test_behind_the_delay_the_bands_begin_later(evening: Evening) -> None:
    await evening.has_a_stream()
    which = await begin(evening)
    player, viewer, late = (
        await evening.member(2),
        await evening.viewer(3),
        await evening.viewer(4),
    )
    await evening.wait(20)
    await evening.answers(player)
    await evening.answers(viewer, stream=STREAM.id)
    await evening.wait(10)
    with pytest.raises(TooLate):  # over for Discord, not for those who see it later
        await evening.answers(await evening.member(5))
    await evening.answers(late, stream=STREAM.id)
    await evening.hosting.skip(await evening.host())
    assert (await evening.playing.score(player, which)).points == 10
    assert (await evening.playing.score(viewer, which)).points == 12
    assert (await evening.playing.score(late, which)).points == 10


async def test_the_first_answer_counts(evening: Evening) -> None:
    which = await begin(evening)
    player = await evening.member(2)
    await evening.answers(player, right=False)
    with pytest.raises(AlreadyAnswered):
        await evening.answers(player)
    with pytest.raises(AlreadyAnswered):
        await evening.playing.current(player)
    await evening.hosting.skip(await evening.host())
    assert (await evening.playing.score(player, which)).points == 0


async def test_before_after_and_beside_a_question_there_is_no_answer(evening: Evening) -> None:
    player = await evening.member(2)
    with pytest.raises(NoneOnStage):
        await evening.playing.answer(player, "a", at=evening.clock.now())
    which = (await evening.hosting.start(await evening.host(), CHANNEL)).round
    with pytest.raises(NotOpenYet):
        await evening.playing.current(player)
    await evening.confirm()
    now = evening.clock.now()
    for words in ("E", "", "bb", "pourquoi ?"):
        with pytest.raises(NotALetter):
            await evening.playing.answer(player, words, at=now)
    with pytest.raises(TooLate):  # a button of a question that is over
        await evening.playing.answer(player, "A", at=now, asked=(which, 2))
    await evening.wait(28)
    with pytest.raises(TooLate):
        await evening.playing.answer(player, "A", at=evening.clock.now())
    assert await rows(evening, player.person) == (0, 0)


async def test_an_answer_counts_by_the_moment_it_was_received(evening: Evening) -> None:
    """Two thousand at once: whoever waits for their turn loses nothing by it."""
    which = await begin(evening)
    player = await evening.member(2)
    received = evening.clock.now() + timedelta(seconds=24.9)
    letter = await evening.letter(player, 0)
    evening.clock.forward(seconds=26)
    await evening.playing.answer(player, letter, at=received)
    assert (await rows(evening, player.person))[0] == 1
    assert which


async def test_every_player_has_their_own_letters_and_a_chat_shares_one_order(
    evening: Evening,
) -> None:
    await begin(evening)
    orders = {
        (await evening.playing.current(await evening.member(number))).order
        for number in range(2, 14)
    }
    assert len(orders) > 3


async def test_without_a_clock_the_same_five_bring_ten_points_each(evening: Evening) -> None:
    which = await begin(evening)
    await evening.hosting.skip(await evening.host())
    player = await evening.member(2)
    assert await evening.plays_alone(player, which=which) == 5
    score = await evening.playing.score(player, which)
    assert (score.points, score.right, score.xp) == (50, 5, 50)
    assert await evening.plays_alone(player, which=which) == 0  # and only once
    assert (await evening.playing.score(player)).xp == 50


async def test_while_a_round_runs_nobody_sees_what_comes_next(evening: Evening) -> None:
    which = await begin(evening)
    player = await evening.member(2)
    with pytest.raises(RoundGone):
        await evening.playing.untimed(player, which)
    with pytest.raises(RoundGone):
        await evening.playing.reply(player, which, 3, "A")
    with pytest.raises(RoundGone):
        await evening.playing.score(player, which)


async def test_what_was_answered_in_time_is_not_asked_again(evening: Evening) -> None:
    which = await begin(evening)
    player = await evening.member(2)
    await evening.answers(player)
    await evening.wait(300)
    assert await evening.plays_alone(player, which=which) == 4
    assert (await evening.playing.score(player, which)).points == 12 + 40


async def test_a_newcomer_alone_finds_a_quiz_to_finish(evening: Evening) -> None:
    player, other = await evening.member(2), await evening.member(3)
    assert await evening.plays_alone(player) == 5
    assert await evening.plays_alone(other, right=False) == 5  # the same round for the next one
    assert (await evening.playing.score(player)).xp == 50
    assert (await evening.playing.score(other)).xp == 0


async def test_beyond_a_hundred_a_day_play_goes_on(evening: Evening) -> None:
    host, player = await evening.host(), await evening.member(2)
    for _ in range(3):
        which = (await evening.hosting.start(host, CHANNEL)).round
        await evening.hosting.skip(host)
        assert await evening.plays_alone(player, which=which) == 5
    score = await evening.playing.score(player, which)
    assert (score.points, score.xp, score.full) == (50, 100, True)
    evening.clock.forward(days=1)
    which = (await evening.hosting.start(host, CHANNEL)).round
    await evening.hosting.skip(host)
    await evening.plays_alone(player, which=which)
    assert (await evening.playing.score(player)).xp == 150


async def test_a_round_of_another_place_is_nobody_elses(evening: Evening) -> None:
    which = await begin(evening)
    await evening.hosting.skip(await evening.host())
    viewer = await evening.viewer(9)  # of a stream that is at home nowhere
    with pytest.raises(RoundGone):
        await evening.playing.untimed(viewer, which)


@pytest.mark.parametrize("many", [200, pytest.param(2000, marks=pytest.mark.long)])
async def test_a_whole_chat_answers_and_one_line_tells(evening: Evening, many: int) -> None:
    await evening.has_a_stream()
    which = await begin(evening)
    viewers = [await evening.viewer(100 + number) for number in range(many)]
    right = await evening.letter(viewers[0], (await _answer(evening, which)), STREAM.id)
    wrong = next(letter for letter in "ABCD" if letter != right)
    for number, viewer in enumerate(viewers):
        at = evening.clock.now() + timedelta(seconds=37 * number / many)
        letter = right if number % 4 else wrong
        await evening.playing.answer(viewer, letter, at=at, stream=STREAM.id)
    await evening.wait(39)
    results = [letter for letter in evening.said if letter.key == "challenges-result"]
    assert [letter.slots["percent"] for letter in results] == [75]
    scene = await evening.showing.scene(which)
    assert scene is not None
    assert scene.players == many


async def _answer(evening: Evening, which: int) -> int:
    scene = await evening.showing.scene(which)
    assert scene is not None
    return scene.question.answer
