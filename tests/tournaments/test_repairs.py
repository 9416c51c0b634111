"""What goes wrong in an evening, and how staff puts it right: shown first, then done, or not."""

import asyncio
from dataclasses import replace

import pytest

from cogs.tournaments.rules import acts
from cogs.tournaments.rules.board import Ending, Match, Stage
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.crew import Duty, HostsOnly, OwnersOnly, RefereesOnly
from cogs.tournaments.rules.hosting import (
    AlreadyUndone,
    Changed,
    NotRunning,
    OwnMatch,
    Reason,
)
from cogs.tournaments.rules.refusals import (
    AlreadyEntered,
    AlreadySettled,
    Begun,
    NoSeat,
    NotEarly,
    NothingToUndo,
    NotOpen,
    NotPlaying,
    PlayRefusal,
    TooLate,
)
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.service.book import Live
from cogs.tournaments.store import history
from core.errors import NotAllowed
from core.people import Actor, Role
from storage.database import Database
from tests.tournaments.conftest import Evening

ONE, TWO, FINAL, THIRD = (MatchId(each) for each in ("W1.1", "W1.2", "W2.1", "P1.1"))
WHY = Reason.MISTAKE


async def match(evening: Evening, which: MatchId = ONE) -> Match:
    state = (await live(evening)).state
    assert state is not None
    return state.match(which)


async def live(evening: Evening) -> Live:
    return await evening.tournaments.see(1)


async def log(evening: Evening, kind: str = "") -> list[history.Logged]:
    async with evening.db.read() as tx:
        lines = await history.log_of(tx, (await live(evening)).id)
    return [line for line in lines if not kind or line.kind == kind]


async def lost(evening: Evening, person: Actor) -> None:
    await evening.tournaments.arrive(person)
    await evening.tournaments.report(person, won=False)


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


async def test_pain_02_whoever_leaves_leaves_everywhere_and_may_be_let_in_again(
    evening: Evening, four: list[Actor], host: Actor
) -> None:
    seen = await evening.repairs.preview(host, 1, acts.Withdraw(4))
    assert (seen.outlook.decided, seen.outlook.cleared) == ((ONE,), ())
    await evening.repairs.do(host, 1, seen.repair, Reason.ABSENT, seen=seen.token)
    result = (await match(evening)).result
    assert result is not None
    assert (result.winner, result.ending) == (1, Ending.WALKOVER)
    assert (await live(evening)).reasons[ONE] == "absent"
    await evening.repairs.do(host, 1, acts.Reinstate(4), Reason.ASKED)
    assert (await match(evening)).stage is Stage.CALLED
    await evening.repairs.do(host, 1, acts.Withdraw(4), Reason.ABSENT)
    for loser in (2, 1):
        await lost(evening, four[loser])
    with pytest.raises((TooLate, NotRunning)):
        await evening.repairs.do(host, 1, acts.Reinstate(4), Reason.ASKED)


async def test_pain_02_nobody_came_and_both_are_out_until_staff_thinks_better_of_it(
    evening: Evening, four: list[Actor], host: Actor
) -> None:
    done = await evening.repairs.do(host, 1, acts.DoubleForfeit(ONE), Reason.ABSENT)
    result = (await match(evening)).result
    assert result is not None
    assert (result.winner, result.ending) == (0, Ending.DOUBLE_FORFEIT)
    with pytest.raises(AlreadySettled):
        await evening.repairs.do(host, 1, acts.Forfeit(ONE, 1), Reason.ABSENT)
    await evening.repairs.do(host, 1, acts.Undo(seq=done.seqs[0]), WHY)
    await evening.repairs.do(host, 1, acts.Forfeit(ONE, 1), Reason.ABSENT)
    result = (await match(evening)).result
    assert result is not None
    assert result.winner == 4


async def test_pain_03_somebody_who_comes_late_takes_the_seat_of_a_bye(
    evening: Evening, host: Actor
) -> None:
    await evening.running(3)
    late = await evening.somebody("Retardataire")
    seen = await evening.repairs.preview(host, 1, acts.Late(), late)
    assert all(each.person != late.person for each in (await live(evening)).entrants)
    await evening.repairs.do(host, 1, seen.repair, Reason.ASKED, seen=seen.token, newcomer=late)
    now = await live(evening)
    assert now.seed_of(late.person) == 4
    assert (await match(evening, ONE)).sides == (1, 4)
    assert (await evening.tournaments.my_match(late)).match is not None
    with pytest.raises(AlreadyEntered):
        await evening.repairs.preview(host, 1, acts.Late(), late)
    with pytest.raises(NoSeat):
        again = await evening.somebody("Encore une")
        await evening.repairs.preview(host, 1, acts.Late(), again)


async def test_pain_03_a_newcomer_takes_the_seat_of_a_no_show(
    evening: Evening, four: list[Actor], host: Actor
) -> None:
    newcomer = await evening.somebody("Nouvelle")
    seen = await evening.repairs.preview(host, 1, acts.Replace(4), newcomer)
    assert seen.outlook.cleared == ()
    await evening.repairs.do(
        host, 1, seen.repair, Reason.ABSENT, seen=seen.token, newcomer=newcomer
    )
    now = await live(evening)
    assert (now.seed_of(newcomer.person), now.seed_of(four[3].person)) == (4, None)
    await lost(evening, newcomer)
    assert (await match(evening)).result is not None
    with pytest.raises(Begun):
        await evening.tournaments.arrive(four[1])
        await evening.tournaments.arrive(four[2])
        await evening.repairs.do(host, 1, acts.Replace(3), WHY, newcomer=four[3])


async def test_pain_03_the_waiting_list_takes_a_seat(evening: Evening, host: Actor) -> None:
    people = await evening.players(5, size=4)
    started = await evening.tournaments.start(host)
    waiting = next(each for each in started.entrants if each.ticket not in started.seats)
    seat = 1
    await evening.repairs.do(host, 1, acts.Replace(seat, waiting.ticket), Reason.ABSENT)
    now = await live(evening)
    assert now.seeded[seat].ticket == waiting.ticket
    assert now.seed_of(people[waiting.ticket - 1].person) == seat


async def test_seeds_are_swapped_until_the_first_match_is_called(
    evening: Evening, host: Actor
) -> None:
    people = await evening.players(4)
    drawn = await evening.tournaments.draw(host)
    by_seat = {drawn.seed_of(person.person): person for person in people}
    await evening.repairs.do(host, 1, acts.Swap(1, 4), Reason.MISTAKE)
    now = await live(evening)
    assert now.seed_of(by_seat[1].person) == 4
    assert now.seed_of(by_seat[4].person) == 1
    await evening.tournaments.start(host)
    with pytest.raises(NotEarly):
        await evening.repairs.do(host, 1, acts.Swap(1, 4), Reason.MISTAKE)


async def test_nobody_rules_on_a_match_of_their_own(evening: Evening, four: list[Actor]) -> None:
    me = replace(four[0], roles=frozenset({Role.HOST}))
    await lost(evening, four[3])
    for repair in (acts.Rule(ONE, 1), acts.Undo(match=ONE), acts.Reopen(ONE)):
        with pytest.raises(OwnMatch):
            await evening.repairs.do(me, 1, repair, WHY)
    with pytest.raises(OwnMatch):  # their next one is decided by it
        await evening.repairs.do(me, 1, acts.Withdraw(2), WHY)
        await evening.repairs.do(me, 1, acts.Withdraw(3), WHY)


async def test_a_referee_may_what_a_player_may_not(
    evening: Evening, four: list[Actor], host: Actor
) -> None:
    owner = replace(host, roles=frozenset({Role.OWNER, Role.HOST}))
    referee = await evening.somebody("Arbitre")
    await lost(evening, four[3])
    with pytest.raises(RefereesOnly):
        await evening.repairs.preview(referee, 1, acts.Undo(match=ONE))
    await evening.crew.give(owner, await live(evening), referee.person, Duty.REFEREE)
    await evening.crew.give(owner, await live(evening), referee.person, Duty.REFEREE)
    await evening.repairs.do(referee, 1, acts.Undo(match=ONE), WHY)
    with pytest.raises(HostsOnly):
        await evening.repairs.preview(referee, 1, acts.Swap(1, 2))
    with pytest.raises(HostsOnly):
        await evening.crew.give(referee, await live(evening), referee.person, Duty.CASTER)
    await evening.crew.take(owner, await live(evening), referee.person, Duty.REFEREE)
    with pytest.raises(RefereesOnly):
        await evening.repairs.preview(referee, 1, acts.Undo(match=ONE))


async def test_a_role_of_the_server_stands_for_ours(
    evening: Evening, four: list[Actor], host: Actor
) -> None:
    owner = replace(host, roles=frozenset({Role.OWNER, Role.HOST}))
    with_badge = replace(await evening.somebody("Arbitre"), badges=frozenset({"777"}))
    await lost(evening, four[3])
    with pytest.raises(OwnersOnly):
        await evening.crew.map_badge(host, Duty.HOST, "777")
    await evening.crew.map_badge(owner, Duty.REFEREE, "777")
    assert (await evening.crew.badges(owner.place)).discord == {Duty.REFEREE: "777"}
    await evening.repairs.do(with_badge, 1, acts.Undo(match=ONE), WHY)
    await evening.crew.map_badge(owner, Duty.REFEREE, None)
    with pytest.raises(NotAllowed):
        await evening.repairs.do(with_badge, 1, acts.Reopen(ONE), WHY)


async def test_pain_11_a_dispute_is_ruled_with_a_reason_that_both_sides_see(
    evening: Evening, four: list[Actor], host: Actor
) -> None:
    await evening.tournaments.report(four[0], won=True, match=ONE)
    await evening.tournaments.dispute(four[3], match=ONE)
    seen = await evening.repairs.preview(host, 1, acts.Rule(ONE, 4))
    await evening.repairs.do(host, 1, seen.repair, Reason.PROOF, seen=seen.token)
    now = await live(evening)
    assert now.reasons[ONE] == "proof"
    assert (await match(evening)).result is not None


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
