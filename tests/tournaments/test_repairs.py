"""A wrong result, and how staff puts it right: shown first, then done, once."""

import asyncio
from dataclasses import replace

import pytest

from cogs.tournaments.rules import acts
from cogs.tournaments.rules.board import Ending, Stage
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.hosting import (
    AlreadyUndone,
    Changed,
    NotRunning,
    Reason,
)
from cogs.tournaments.rules.refusals import (
    NothingToUndo,
    NotOpen,
    NotPlaying,
    PlayRefusal,
)
from cogs.tournaments.rules.roster import Phase
from core.people import Actor
from storage.database import Database
from tests.tournaments.conftest import Evening
from tests.tournaments.repaired import FINAL, ONE, THIRD, TWO, live, log, lost, match

WHY = Reason.MISTAKE


@pytest.fixture
async def four(evening: Evening) -> list[Actor]:
    return await evening.running(4)


@pytest.fixture
async def host(evening: Evening) -> Actor:
    return await evening.host()


async def test_pain_01_a_wrong_score_is_undone_with_a_preview(
    evening: Evening, four: list[Actor], host: Actor
) -> None:
    """The next match is known, called and played: still the first one can be put right."""
    for loser in (3, 2, 1):  # 1 beats 4, 2 beats 3, 1 beats 2
        await lost(evening, four[loser])
    assert (await match(evening, FINAL)).result is not None
    seen = await evening.repairs.preview(host, 1, acts.Rule(ONE, 4))
    assert set(seen.outlook.cleared) == {FINAL, ONE, THIRD}
    assert (seen.outlook.kept, seen.outlook.replayed) == (1, (FINAL,))
    assert seen.outlook.decided == (ONE,)
    assert seen.outlook.people == (1, 2, 3, 4)
    before = await match(evening, FINAL)
    assert before.result is not None  # nothing has happened yet
    await evening.repairs.do(host, 1, seen.repair, WHY, seen=seen.token)
    result = (await match(evening, ONE)).result
    assert result is not None
    assert (result.winner, result.ending) == (4, Ending.RULED)
    final = await match(evening, FINAL)
    assert (final.sides, final.stage) == ((4, 2), Stage.CALLED)
    assert (await match(evening, TWO)).result is not None
    evening.restart()
    now = await live(evening)
    assert now.reasons[ONE] == "mistake"
    assert (await match(evening, FINAL)).sides == (4, 2)


async def test_the_last_act_on_a_match_is_undone_and_what_it_does_not_touch_is_kept(
    evening: Evening, four: list[Actor], host: Actor
) -> None:
    for loser in (3, 2):
        await lost(evening, four[loser])
    done = await evening.repairs.do(host, 1, acts.Undo(match=ONE), WHY)
    assert (await match(evening, ONE)).stage is Stage.CALLED
    assert (await match(evening, TWO)).result is not None
    assert (await live(evening)).reasons[ONE] == "mistake"
    (line,) = await log(evening, "undone")
    assert (line.reason, line.actor, line.seq) == ("mistake", host.person, done.seqs[0])
    with pytest.raises(NothingToUndo):
        await evening.repairs.preview(host, 1, acts.Undo(match=ONE))


async def test_an_undoing_is_undone_like_anything_else(
    evening: Evening, four: list[Actor], host: Actor
) -> None:
    for loser in (3, 2):
        await lost(evening, four[loser])
    done = await evening.repairs.do(host, 1, acts.Undo(match=ONE), WHY)
    seen = await evening.repairs.preview(host, 1, acts.Undo(seq=done.seqs[0]))
    assert seen.outlook.decided == (ONE,)
    await evening.repairs.do(host, 1, seen.repair, WHY, seen=seen.token)
    result = (await match(evening)).result
    assert result is not None
    assert result.winner == 1
    assert (await match(evening, FINAL)).sides == (1, 2)
    evening.restart()
    assert (await match(evening, FINAL)).sides == (1, 2)


async def test_what_was_said_since_makes_room_when_an_undoing_is_undone(
    evening: Evening, four: list[Actor], host: Actor
) -> None:
    await lost(evening, four[3])
    done = await evening.repairs.do(host, 1, acts.Undo(match=ONE), WHY)
    await evening.tournaments.report(four[0], won=False, match=ONE)
    assert (await match(evening)).result is not None
    await evening.repairs.do(host, 1, acts.Undo(seq=done.seqs[0]), WHY)
    result = (await match(evening)).result
    assert result is not None
    assert result.winner == 1


async def test_what_is_undone_cannot_be_undone_again(
    evening: Evening, four: list[Actor], host: Actor
) -> None:
    await lost(evening, four[3])
    (told,) = await log(evening, "reported")
    await evening.repairs.do(host, 1, acts.Undo(seq=told.seq), WHY)
    with pytest.raises(AlreadyUndone):
        await evening.repairs.do(host, 1, acts.Undo(seq=told.seq), WHY)


async def test_an_evening_that_was_over_goes_on_and_ends_anew(
    evening: Evening, four: list[Actor], host: Actor
) -> None:
    for loser in (3, 2, 1, 3):
        await lost(evening, four[loser])
    assert (await live(evening)).event.phase is Phase.FINISHED
    await evening.repairs.do(host, 1, acts.Reopen(FINAL), WHY)
    assert (await live(evening)).event.phase is Phase.RUNNING
    assert (await match(evening, THIRD)).result is not None
    await evening.tournaments.report(four[0], won=False, match=FINAL)
    ended = await live(evening)
    assert ended.event.phase is Phase.FINISHED
    assert ended.state is not None
    assert ended.state.champion == 2
    with pytest.raises(NotRunning):
        await evening.repairs.do(host, 1, acts.Withdraw(1), WHY)


async def test_two_of_the_staff_at_once_do_one_thing(
    evening: Evening, four: list[Actor], host: Actor
) -> None:
    """Both saw the same, both say yes: one result, and a clear sentence for the other."""
    await lost(evening, four[3])
    other = replace(await evening.somebody("Autre orga"), roles=host.roles)
    one_way = await evening.repairs.preview(host, 1, acts.Rule(ONE, 4))
    other_way = await evening.repairs.preview(other, 1, acts.Undo(match=ONE))
    done = await asyncio.gather(
        evening.repairs.do(host, 1, one_way.repair, WHY, seen=one_way.token),
        evening.repairs.do(other, 1, other_way.repair, WHY, seen=other_way.token),
        return_exceptions=True,
    )
    assert sorted(type(each).__name__ for each in done) == ["Changed", "Mended"]
    assert len(await log(evening, "undone")) == 1


async def test_the_same_button_pressed_twice_at_once_is_one_undoing(
    evening: Evening, four: list[Actor], host: Actor
) -> None:
    await lost(evening, four[3])
    seen = await evening.repairs.preview(host, 1, acts.Undo(match=ONE))
    done = await asyncio.gather(
        *(evening.repairs.do(host, 1, seen.repair, WHY, seen=seen.token) for _ in range(4)),
        return_exceptions=True,
    )
    assert [type(each).__name__ for each in done].count("Changed") == 3
    assert len(await log(evening, "undone")) == 1


async def test_what_happens_elsewhere_does_not_spoil_a_preview(
    evening: Evening, four: list[Actor], host: Actor
) -> None:
    await lost(evening, four[3])
    seen = await evening.repairs.preview(host, 1, acts.Undo(match=ONE))
    await evening.tournaments.arrive(four[1])
    assert (await live(evening)).seq > seen.seq
    await evening.repairs.do(host, 1, seen.repair, WHY, seen=seen.token)
    assert (await match(evening)).result is None


async def test_a_preview_whose_matches_went_on_is_shown_anew(
    evening: Evening, four: list[Actor], host: Actor
) -> None:
    for loser in (3, 2):
        await lost(evening, four[loser])
    seen = await evening.repairs.preview(host, 1, acts.Undo(match=ONE))
    await lost(evening, four[1])  # the final, which would have to be played again
    with pytest.raises(Changed):
        await evening.repairs.do(host, 1, seen.repair, WHY, seen=seen.token)
    assert (await match(evening)).result is not None
    fresh = await evening.repairs.preview(host, 1, seen.repair)
    assert fresh.outlook.replayed == (FINAL, ONE) or set(fresh.outlook.replayed) == {FINAL, ONE}
    await evening.repairs.do(host, 1, fresh.repair, WHY, seen=fresh.token)


async def test_a_score_for_a_match_that_is_undone_at_that_moment_has_one_end(
    evening: Evening, four: list[Actor], host: Actor
) -> None:
    for loser in (3, 2):
        await lost(evening, four[loser])
    seen = await evening.repairs.preview(host, 1, acts.Undo(match=ONE))
    told, undone = await asyncio.gather(
        evening.tournaments.report(four[1], won=False, match=FINAL),
        evening.repairs.do(host, 1, seen.repair, WHY, seen=seen.token),
        return_exceptions=True,
    )
    final = await match(evening, FINAL)
    if isinstance(undone, Changed):
        assert final.result is not None
    else:
        assert isinstance(told, PlayRefusal)
        assert final.stage is Stage.WAITING


async def test_a_score_that_comes_a_second_after_an_undoing_is_refused_with_a_reason(
    evening: Evening, four: list[Actor], host: Actor
) -> None:
    for loser in (3, 2):
        await lost(evening, four[loser])
    await evening.repairs.do(host, 1, acts.Undo(match=ONE), WHY)
    with pytest.raises(NotOpen):  # the opponent is not known any more
        await evening.tournaments.report(four[1], won=False, match=FINAL)
    with pytest.raises(NotPlaying):  # the final is not theirs any more
        await evening.tournaments.report(four[0], won=True, match=FINAL)
    assert (await match(evening, FINAL)).stage is Stage.WAITING


async def test_a_swiss_round_is_kept_once_it_has_started_and_paired_anew_before(
    evening: Evening, host: Actor
) -> None:
    await evening.announced(template="swiss-32")
    people = [await evening.somebody(f"Joueuse {number}") for number in range(1, 5)]
    for person in people:
        await evening.tournaments.join(person)
    started = await evening.tournaments.start(host)
    seats = {started.seed_of(person.person) or 0: person for person in people}
    state = started.state
    assert state is not None
    for each in state.open:
        await lost(evening, seats[each.sides[1] or 0])
    first, second = MatchId("S1.1"), MatchId("S2.1")
    seen = await evening.repairs.preview(host, 1, acts.Undo(match=first))
    assert (seen.again, second in seen.outlook.after.matches) == (True, False)
    kept = await evening.repairs.preview(host, 1, acts.Undo(match=first, again=False))
    assert (kept.again, second in kept.outlook.after.matches) == (False, True)
    for side in (await match(evening, second)).sides:
        await evening.tournaments.arrive(seats[side or 0])
    seen = await evening.repairs.preview(host, 1, acts.Undo(match=first))
    assert (seen.again, second in seen.outlook.after.matches) == (False, True)
    again = await evening.repairs.preview(host, 1, acts.Undo(match=first, again=True))
    await evening.repairs.do(host, 1, again.repair, WHY, seen=again.token)
    state = (await live(evening)).state
    assert state is not None
    assert second not in state.matches
    side = (await match(evening, first)).sides[0]
    await evening.tournaments.report(seats[side or 0], won=False, match=first)
    assert (await match(evening, second)).stage is Stage.CALLED
    await evening.wait(hours=2)  # no clock of a match that is no more has rung


async def test_a_repair_of_an_unknown_match_is_refused(
    evening: Evening, four: list[Actor], host: Actor, db: Database
) -> None:
    for repair in (acts.Reopen(ONE), acts.Undo(match=FINAL), acts.Rule(FINAL, 1)):
        with pytest.raises((PlayRefusal, NotOpen)):
            await evening.repairs.preview(host, 1, repair)
    assert await log(evening, "undone") == []
