"""One person is one player, on however many platforms, and may be forgotten."""

from datetime import timedelta

import pytest

from cogs.challenges.rules.refusals import (
    AlreadyAnswered,
)
from tests.challenges.evening import STREAM, Evening
from tests.challenges.test_playing import begin, rows


async def test_one_identity_scores_once_on_two_platforms(evening: Evening) -> None:
    await evening.has_a_stream()
    discord, twitch = await evening.member(2), await evening.viewer(2)
    await evening.link(discord, twitch)
    which = await begin(evening)
    await evening.answers(discord)
    linked = await evening.viewer(2)
    with pytest.raises(AlreadyAnswered):
        await evening.answers(linked, stream=STREAM.id)
    await evening.hosting.skip(await evening.host())
    assert (await evening.playing.score(linked, which)).points == 12
    assert (await evening.playing.score(linked)).xp == 12


async def test_a_viewer_who_joins_later_brings_their_points_each_act_once(
    evening: Evening,
) -> None:
    await evening.has_a_stream()
    discord, twitch = await evening.member(2), await evening.viewer(2)
    which = await begin(evening)
    await evening.answers(discord, right=False)
    await evening.answers(twitch, stream=STREAM.id)  # the same person, unknown to us
    await evening.wait(51)
    await evening.confirm()
    await evening.answers(twitch, stream=STREAM.id)
    await evening.hosting.skip(await evening.host())
    await evening.link(discord, twitch)
    score = await evening.playing.score(await evening.viewer(2), which)
    assert (score.answered, score.right) == (2, 1)  # the first answer to each question stays
    assert score.xp == 24
    again = await evening.playing.score(discord)
    assert again.xp == score.xp


async def test_joining_two_accounts_counts_a_round_once(evening: Evening) -> None:
    await evening.has_a_stream()
    discord, twitch = await evening.member(2), await evening.viewer(2)
    await begin(evening)
    await evening.answers(discord)
    await evening.answers(twitch, stream=STREAM.id)
    await evening.hosting.skip(await evening.host())
    await evening.link(discord, twitch)
    assert (await evening.playing.score(discord)).xp == 12


async def test_joining_two_accounts_never_lifts_a_day_above_the_cap(evening: Evening) -> None:
    await evening.has_a_stream()
    discord, twitch = await evening.member(2), await evening.viewer(2)
    for player, stream in ((discord, ""), (twitch, STREAM.id)):
        await begin(evening)
        for _ in range(5):
            await evening.confirm()
            await evening.answers(player, stream=stream)
            await evening.wait(51)
        assert (await evening.playing.score(player)).xp == 60
    await evening.link(discord, twitch)
    score = await evening.playing.score(discord)
    assert (score.xp, score.today, score.full) == (100, 100, True)


async def test_whoever_did_not_say_their_age_is_forgotten_after_the_week(
    evening: Evening,
) -> None:
    young, grown = await evening.member(2), await evening.member(3)
    evening.adults.add(grown.person)
    await begin(evening)
    await evening.answers(young)
    await evening.answers(grown)
    await evening.hosting.skip(await evening.host())
    await evening.wait(timedelta(days=7, hours=2).total_seconds())
    assert await rows(evening, young.person) == (0, 0)
    assert await rows(evening, grown.person) == (1, 1)
    await evening.wait(timedelta(days=30).total_seconds())
    assert await rows(evening, grown.person) == (0, 1)  # who answered what goes with the season
    await evening.wait(timedelta(days=330).total_seconds())
    assert await rows(evening, grown.person) == (0, 0)


async def test_forgetting_somebody_leaves_the_round_whole(evening: Evening) -> None:
    which = await begin(evening)
    leaves, stays = await evening.member(2), await evening.member(3)
    await evening.answers(leaves)
    await evening.answers(stays)
    await evening.wait(28)
    await evening.people.forget(leaves.person)
    await evening.wait(240)
    assert await rows(evening, leaves.person) == (0, 0)
    scene = await evening.showing.scene(which)
    assert scene is not None
    assert (scene.players, scene.found) == (1, 100)
