"""More time, and no time at all: calls that last longer, and evenings that stand still."""

from datetime import datetime, timedelta

import pytest

from cogs.tournaments.rules.board import Match, Stage
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.crew import RefereesOnly
from cogs.tournaments.rules.hosting import NoClock, NotRunning, Reason, Standstill
from cogs.tournaments.service.live import Live
from core.people import Actor
from tests.tournaments.conftest import Evening

ONE, TWO, FINAL = (MatchId(each) for each in ("W1.1", "W1.2", "W2.1"))


async def live(evening: Evening) -> Live:
    return await evening.tournaments.see(1)


async def match(evening: Evening, which: MatchId = ONE) -> Match:
    state = (await live(evening)).state
    assert state is not None
    return state.match(which)


async def ends(evening: Evening, which: MatchId = ONE) -> datetime:
    at = (await live(evening)).call_ends(which)
    assert at is not None
    return at


@pytest.fixture
async def four(evening: Evening) -> list[Actor]:
    return await evening.running(4)


@pytest.fixture
async def host(evening: Evening) -> Actor:
    return await evening.host()


async def test_pain_10_a_referee_gives_more_time_and_nobody_is_out(
    evening: Evening, four: list[Actor], host: Actor
) -> None:
    before = await ends(evening)
    await evening.tournaments.arrive(four[0])
    _, given = await evening.pauses.extend(host, 1, 30, Reason.TECHNICAL, ONE)
    assert given == (ONE,)
    assert await ends(evening) == before + timedelta(minutes=30)
    assert (await live(evening)).reasons[ONE] == "technical"
    await evening.wait(minutes=25)
    assert (await match(evening)).stage is Stage.CALLED
    assert (await match(evening, TWO)).result is not None
    evening.restart()
    await evening.wait(minutes=30)
    assert (await match(evening)).result is not None


async def test_everybody_is_given_more_time_at_once(
    evening: Evening, four: list[Actor], host: Actor
) -> None:
    await evening.tournaments.report(four[0], won=True, match=ONE)
    before = (await live(evening)).report_stands(ONE)
    _, given = await evening.pauses.extend(host, 1, 60, Reason.TECHNICAL)
    assert set(given) == {ONE, TWO}
    after = (await live(evening)).report_stands(ONE)
    assert before
    assert after
    assert after - before == timedelta(hours=1)
    await evening.wait(minutes=50)
    assert (await match(evening)).stage is Stage.REPORTED
    await evening.wait(minutes=30)
    assert (await match(evening)).stage is Stage.SETTLED


async def test_a_match_that_waits_for_nobody_has_no_clock(
    evening: Evening, four: list[Actor], host: Actor
) -> None:
    for person in (four[0], four[3]):
        await evening.tournaments.arrive(person)
    with pytest.raises(NoClock):
        await evening.pauses.extend(host, 1, 5, Reason.ASKED, ONE)


async def test_while_the_evening_stands_still_nothing_runs_out(
    evening: Evening, four: list[Actor], host: Actor
) -> None:
    await evening.tournaments.arrive(four[0])
    before = await ends(evening)
    await evening.wait(minutes=1)
    await evening.pauses.pause(host, 1, Reason.TECHNICAL)
    await evening.pauses.pause(host, 1, Reason.TECHNICAL)
    evening.restart()
    await evening.wait(hours=3)
    assert (await match(evening)).stage is Stage.CALLED
    with pytest.raises(Standstill):
        await evening.pauses.extend(host, 1, 5, Reason.ASKED, ONE)
    await evening.pauses.resume(host, 1)
    await evening.pauses.resume(host, 1)
    assert await ends(evening) == before + timedelta(hours=3)
    evening.restart()
    assert await ends(evening) == before + timedelta(hours=3)
    assert (await match(evening)).stage is Stage.CALLED
    await evening.wait(minutes=30)
    result = (await match(evening)).result
    assert result is not None
    assert result.winner == 1


async def test_a_score_given_in_a_pause_is_not_confirmed_by_the_clock_before_its_end(
    evening: Evening, four: list[Actor], host: Actor
) -> None:
    await evening.pauses.pause(host, 1, Reason.TECHNICAL)
    await evening.wait(minutes=30)
    await evening.tournaments.report(four[0], won=True, match=ONE)
    await evening.wait(minutes=30)
    assert (await match(evening)).stage is Stage.REPORTED
    await evening.pauses.resume(host, 1)
    await evening.wait(minutes=1)
    assert (await match(evening)).stage is Stage.REPORTED
    await evening.wait(minutes=10)
    assert (await match(evening)).stage is Stage.SETTLED


async def test_nobody_is_called_in_a_pause_and_everybody_free_after_it(
    evening: Evening, four: list[Actor], host: Actor
) -> None:
    for person in four:
        await evening.tournaments.arrive(person)
    await evening.pauses.pause(host, 1, Reason.ASKED)
    for loser in (four[3], four[2]):
        await evening.tournaments.report(loser, won=False)
    assert (await match(evening, FINAL)).stage is Stage.OPEN
    await evening.pauses.resume(host, 1)
    assert (await match(evening, FINAL)).stage is Stage.CALLED


async def test_pausing_is_for_referees_and_for_an_evening_that_runs(
    evening: Evening, host: Actor
) -> None:
    await evening.players(4)
    with pytest.raises(NotRunning):
        await evening.pauses.pause(host, 1, Reason.ASKED)
    await evening.tournaments.start(host)
    with pytest.raises(RefereesOnly):
        await evening.pauses.pause(await evening.somebody("Joueuse 1"), 1, Reason.ASKED)
