"""One match: both sides come, report, agree or not, and what time does when they do not."""

import pytest

from cogs.tournaments.rules.board import Ending, Match, Stage
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.hosting import OwnMatch, Reason
from cogs.tournaments.rules.refusals import (
    AlreadyReported,
    AlreadySettled,
    BadScore,
    NotPlaying,
    OwnReport,
)
from cogs.tournaments.service.facts import BracketMoved, MatchCalled, Situation
from cogs.tournaments.service.matches import SayHere, Verdict
from core.people import Actor, Role
from tests.tournaments.conftest import Evening

FIRST = MatchId("W1.1")  # of four: seeds 1 and 4


async def match(evening: Evening, which: MatchId = FIRST) -> Match:
    state = (await evening.live()).state
    assert state is not None
    return state.match(which)


@pytest.fixture
async def four(evening: Evening) -> list[Actor]:
    return await evening.running(4)


async def test_a_match_is_live_once_both_are_there(evening: Evening, four: list[Actor]) -> None:
    await evening.tournaments.arrive(four[0])
    await evening.tournaments.arrive(four[0])
    assert (await match(evening)).here == {1}
    moved = await evening.tournaments.arrive(four[3])
    assert moved.match.stage is Stage.LIVE
    await evening.wait(hours=1)
    assert (await match(evening)).stage is Stage.LIVE  # the call is over, nobody forfeits


async def test_whoever_does_not_come_forfeits(evening: Evening, four: list[Actor]) -> None:
    await evening.tournaments.arrive(four[3])
    await evening.wait(minutes=5)
    result = (await match(evening)).result
    assert result is not None
    assert (result.winner, result.ending) == (4, Ending.FORFEIT)


async def test_the_losers_word_is_enough(evening: Evening, four: list[Actor]) -> None:
    await evening.tournaments.arrive(four[0])
    moved = await evening.tournaments.report(four[0], won=False)
    assert moved.match.result is not None
    assert moved.match.result.winner == 4


async def test_a_winners_word_stands_when_the_other_keeps_silent(
    evening: Evening, four: list[Actor]
) -> None:
    await evening.tournaments.report(four[0], won=True, match=FIRST)
    assert (await match(evening)).stage is Stage.REPORTED
    await evening.wait(minutes=3)
    assert (await match(evening)).stage is Stage.SETTLED


async def test_pressing_twice_reports_once(evening: Evening, four: list[Actor]) -> None:
    for _ in range(2):
        await evening.tournaments.report(four[0], won=True, match=FIRST)
    for _ in range(2):
        await evening.tournaments.confirm(four[3], match=FIRST)
    for _ in range(2):
        again = await evening.tournaments.report(four[0], won=True, match=FIRST)
    assert again.match.stage is Stage.SETTLED
    log = (await evening.live()).state
    assert log is not None
    assert [type(step).__name__ for step in log.log].count("Reported") == 1


async def test_a_score_typed_twice_does_not_claim_the_next_match(
    evening: Evening, four: list[Actor]
) -> None:
    for person in four:
        await evening.tournaments.arrive(person)
    for loser in (four[3], four[2]):
        await evening.tournaments.report(loser, won=False)
    assert (await match(evening, MatchId("W2.1"))).stage is Stage.CALLED
    with pytest.raises(SayHere):
        await evening.tournaments.report(four[0], won=True)


async def test_two_sides_that_disagree_wait_for_a_host(
    evening: Evening, four: list[Actor]
) -> None:
    await evening.tournaments.report(four[0], won=True, match=FIRST)
    await evening.tournaments.dispute(four[3], match=FIRST)
    await evening.tournaments.dispute(four[3], match=FIRST)
    assert (await evening.tournaments.my_match(four[0])).situation is Situation.DISPUTED
    await evening.wait(hours=1)
    assert (await match(evening)).stage is Stage.DISPUTED
    verdict = Verdict(FIRST, 4, Reason.PROOF)
    ruled = await evening.tournaments.rule(await evening.host(), 1, verdict)
    assert ruled.state is not None
    assert ruled.reasons[FIRST] == "proof"
    evening.restart()
    assert (await evening.live()).reasons[FIRST] == "proof"


async def test_nobody_rules_on_their_own_match(evening: Evening, four: list[Actor]) -> None:
    me = Actor(four[0].person, four[0].place, roles=frozenset({Role.HOST}))
    with pytest.raises(OwnMatch):
        await evening.tournaments.rule(me, 1, Verdict(FIRST, 1, Reason.HEARD))


async def test_one_may_take_back_ones_own_score(evening: Evening, four: list[Actor]) -> None:
    await evening.tournaments.report(four[0], won=True, match=FIRST)
    await evening.tournaments.take_back(four[0], match=FIRST)
    assert (await match(evening)).stage is Stage.CALLED
    await evening.tournaments.arrive(four[0])
    await evening.wait(minutes=6)
    result = (await match(evening)).result
    assert result is not None
    assert result.ending is Ending.FORFEIT  # the call counts on


async def test_what_cannot_be_is_refused(evening: Evening, four: list[Actor]) -> None:
    with pytest.raises(NotPlaying):
        await evening.tournaments.report(await evening.somebody("Passante"), won=True)
    with pytest.raises(NotPlaying):
        await evening.tournaments.report(four[1], won=True, match=FIRST)
    with pytest.raises(BadScore):
        await evening.tournaments.report(four[0], won=True, score=(0, 2), match=FIRST)
    await evening.tournaments.report(four[0], won=True, match=FIRST)
    with pytest.raises(OwnReport):
        await evening.tournaments.confirm(four[0], match=FIRST)
    with pytest.raises(AlreadyReported):
        await evening.tournaments.report(four[0], won=False, match=FIRST)
    await evening.tournaments.confirm(four[3], match=FIRST)
    with pytest.raises(AlreadySettled):
        await evening.tournaments.report(four[0], won=False, match=FIRST)


async def test_whoever_withdraws_lets_the_other_pass(evening: Evening, four: list[Actor]) -> None:
    left = await evening.tournaments.leave(four[0])
    assert left.withdrew
    result = (await match(evening)).result
    assert result is not None
    assert (result.winner, result.ending) == (4, Ending.WALKOVER)


async def test_news_comes_after_the_write(evening: Evening) -> None:
    seen: list[tuple[str, int]] = []

    async def look(fact: object) -> None:
        seen.append((type(fact).__name__, (await evening.live()).seq))

    evening.news.on(BracketMoved, look)
    evening.news.on(MatchCalled, look)
    await evening.running(2)
    now = (await evening.live()).seq
    assert ("MatchCalled", now) in seen
    assert ("BracketMoved", now) in seen


async def test_a_bracket_is_read_again_from_its_log(evening: Evening) -> None:
    people = await evening.running(16)
    for person in people[:6]:
        await evening.tournaments.arrive(person)
    before = await evening.live()
    evening.restart()
    after = await evening.live()
    assert after == before
