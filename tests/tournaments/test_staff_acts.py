"""Who leaves, comes late or takes a seat, by the hand of staff; and who of the staff may."""

from dataclasses import replace

import pytest

from cogs.tournaments.rules import acts
from cogs.tournaments.rules.board import Ending, Stage
from cogs.tournaments.rules.crew import Duty, HostsOnly, OwnersOnly, RefereesOnly
from cogs.tournaments.rules.hosting import (
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
    TooLate,
)
from core.errors import NotAllowed
from core.people import Actor, Role
from tests.tournaments.conftest import Evening
from tests.tournaments.repaired import ONE, live, lost, match

WHY = Reason.MISTAKE


@pytest.fixture
async def four(evening: Evening) -> list[Actor]:
    return await evening.running(4)


@pytest.fixture
async def host(evening: Evening) -> Actor:
    return await evening.host()


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
