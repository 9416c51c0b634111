"""Several people in the same second: one outcome, and a clear sentence for everybody else."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from cogs.tournaments.rules import acts
from cogs.tournaments.rules.board import Ending, Match, Stage
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.hosting import AlreadyDrawn, Changed, Reason
from cogs.tournaments.rules.refusals import AlreadySettled, CheckInOver, NothingReported
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.service.facts import Joined
from cogs.tournaments.service.latecomers import Breaks
from cogs.tournaments.service.matches import Verdict
from cogs.tournaments.service.repairs import Mended
from core.errors import Refusal
from core.people import Actor
from tests.tournaments.conftest import Evening
from tests.tournaments.repaired import ONE, live, log, match
from tests.tournaments.sound import at_once, named, sound
from tests.tournaments.test_coming_and_going import arena

WHY = Reason.MISTAKE
Said = Callable[[Evening, Actor, MatchId], Awaitable[object]]
FIRST = pytest.mark.parametrize("turned", [False, True], ids=["one first", "the other first"])


def confirm(evening: Evening, actor: Actor, which: MatchId) -> Awaitable[object]:
    return evening.tournaments.confirm(actor, match=which)


def dispute(evening: Evening, actor: Actor, which: MatchId) -> Awaitable[object]:
    return evening.tournaments.dispute(actor, match=which)


def lose(evening: Evening, actor: Actor, which: MatchId) -> Awaitable[object]:
    return evening.tournaments.report(actor, won=False, match=which)


def win(evening: Evening, actor: Actor, which: MatchId) -> Awaitable[object]:
    return evening.tournaments.report(actor, won=True, match=which)


async def referees(evening: Evening) -> tuple[Actor, Actor]:
    host = await evening.host()
    return host, replace(await evening.somebody("Autre orga"), roles=host.roles)


async def ended(evening: Evening, which: MatchId = ONE) -> Match:
    """The match, once everything has been found sound."""
    await sound(evening.db, await live(evening))
    return await match(evening, which)


@FIRST
async def test_both_sides_say_at_once_that_they_have_won(evening: Evening, turned: bool) -> None:
    four = await evening.running(4)
    told = [win(evening, actor, ONE) for actor in (four[0], four[3]) for _ in range(2)]
    assert set(named(await at_once(*told, turned=turned))) <= {"Moved", "InDispute"}
    assert (await ended(evening)).stage is Stage.DISPUTED
    assert [len(await log(evening, kind)) for kind in ("reported", "disputed")] == [1, 1]


async def test_both_sides_agree_at_once_and_press_everything_twice(evening: Evening) -> None:
    four = await evening.running(4)
    told = [win(evening, four[0], ONE), lose(evening, four[3], ONE)]
    told += [confirm(evening, actor, ONE) for actor in (four[3], four[0]) for _ in range(2)]
    await at_once(*told)
    result = (await ended(evening)).result
    assert result is not None
    assert (result.winner, result.ending) == (1, Ending.PLAYED)
    assert len(await log(evening, "reported")) == 1


async def test_everything_pressed_twice_at_once_is_done_once(evening: Evening) -> None:
    people = await evening.players(4)
    ana = people[0]
    assert named(await at_once(*(evening.tournaments.join(ana) for _ in range(3)))) == {
        "Joined": 3
    }
    await evening.wait(minutes=30)
    await at_once(*(evening.tournaments.check_in(one) for one in people for _ in range(2)))
    host = await evening.host()
    assert named(await at_once(*(evening.tournaments.start(host) for _ in range(2)))) == {
        "Live": 2
    }
    await at_once(*(evening.tournaments.arrive(one) for one in people for _ in range(2)))
    left = await at_once(*(evening.tournaments.leave(ana) for _ in range(3)))
    assert named(left) == {"Left": 1, "AlreadyOut": 2}
    await ended(evening)
    once = {"entered": 4, "checked_in": 4, "drawn": 1, "started": 1, "arrived": 4, "withdrawn": 1}
    assert {kind: len(await log(evening, kind)) for kind in once} == once


@FIRST
async def test_a_score_is_answered_while_staff_undoes_it(evening: Evening, turned: bool) -> None:
    """Whoever was first is right; staff is shown it anew, a player is told to look again."""
    people = await evening.running(8)
    host, mended = await evening.host(), 0
    for number, said in enumerate((confirm, dispute, lose), start=1):
        which = MatchId(f"W1.{number}")
        one, other = (await match(evening, which)).playing
        await win(evening, people[one - 1], which)
        seen = await evening.repairs.preview(host, 1, acts.Undo(match=which))
        told, undone = await at_once(
            said(evening, people[other - 1], which),
            evening.repairs.do(host, 1, seen.repair, WHY, seen=seen.token),
            turned=turned,
        )
        stage, mended = (await ended(evening, which)).stage, mended + isinstance(undone, Mended)
        if isinstance(undone, Refusal):
            assert (type(undone), isinstance(told, Refusal)) == (Changed, False)
            assert stage is (Stage.DISPUTED if said is dispute else Stage.SETTLED)
        elif said is lose:  # a score of its own, given after the undoing
            assert (isinstance(told, Refusal), stage) == (False, Stage.SETTLED)
        else:
            assert (type(told), stage) == (NothingReported, Stage.CALLED)
    assert len(await log(evening, "undone")) == mended


@FIRST
@pytest.mark.parametrize("said", [confirm, dispute])
async def test_a_referee_decides_while_the_other_side_answers(
    evening: Evening, said: Said, turned: bool
) -> None:
    """A confirmation that comes too late is never thanked for: the match has another winner."""
    four = await evening.running(4)
    await win(evening, four[0], ONE)
    told, ruled = await at_once(
        said(evening, four[3], ONE),
        evening.tournaments.rule(await evening.host(), 1, Verdict(ONE, 4, Reason.PROOF)),
        turned=turned,
    )
    result = (await ended(evening)).result
    assert result is not None
    if isinstance(ruled, Refusal):
        assert (type(ruled), said, result.winner) == (Changed, confirm, 1)
    else:
        assert result.winner == 4
        assert isinstance(told, AlreadySettled) is not bool(await log(evening, "disputed"))


async def test_two_referees_decide_differently_at_once(evening: Evening) -> None:
    four = await evening.running(4)
    await win(evening, four[0], ONE)
    await dispute(evening, four[3], ONE)
    one, other = await referees(evening)
    rule = evening.tournaments.rule
    told = await at_once(
        rule(one, 1, Verdict(ONE, 1, Reason.PROOF)),
        rule(other, 1, Verdict(ONE, 4, Reason.HEARD)),
        rule(one, 1, Verdict(ONE, 1, Reason.PROOF)),
    )
    assert named(told) == {"Live": 2, "Changed": 1}
    result = (await ended(evening)).result
    assert result is not None
    assert (
        len({result.winner, *(line.payload["winner"] for line in await log(evening, "ruled"))})
        == 1
    )


@FIRST
async def test_two_hosts_draw_and_start_at_once(evening: Evening, turned: bool) -> None:
    await evening.players(6)
    one, other = await referees(evening)
    draw, start = evening.tournaments.draw, evening.tournaments.start
    assert named(await at_once(draw(one), draw(other))) == {"Live": 1, "AlreadyDrawn": 1}
    assert named(await at_once(start(one), draw(other), start(other), turned=turned)) == {
        "Live": 2,
        "AlreadyDrawn": 1,
    }
    await sound(evening.db, await live(evening))
    assert [len(await log(evening, kind)) for kind in ("drawn", "started")] == [1, 1]


@FIRST
async def test_a_draw_and_a_start_at_once_are_one_draw(evening: Evening, turned: bool) -> None:
    people = await evening.players(4)
    one, other = await referees(evening)
    drawn, _, left = await at_once(
        evening.tournaments.draw(one),
        evening.tournaments.start(other),
        evening.tournaments.leave(people[0]),
        turned=turned,
    )
    assert isinstance(drawn, AlreadyDrawn) or not isinstance(drawn, Refusal)
    assert not isinstance(left, Refusal)
    await sound(evening.db, now := await live(evening))
    assert now.event.phase is Phase.RUNNING
    assert len(await log(evening, "drawn")) == 1


async def test_a_check_in_closes_while_people_check_in(evening: Evening) -> None:
    """Whoever was told yes plays, and whoever was too late is told so."""
    people = await evening.players(8)
    await evening.wait(minutes=30)
    evening.clock.set((await live(evening)).event.check_in_closes)
    *told, rung, late, later = await at_once(
        *(evening.tournaments.check_in(person) for person in people[:5]),
        evening.sweeper.ring_one(evening.clock.now()),
        *(evening.tournaments.check_in(person) for person in people[5:7]),
    )
    assert rung is True
    answers = [*told, late, later]
    while (await live(evening)).event.phase is Phase.CHECK_IN:  # another clock was first
        assert await evening.sweeper.ring_one(evening.clock.now())
    await sound(evening.db, now := await live(evening))
    for person, answer in zip(people, [*answers, None], strict=True):
        assert (now.seed_of(person.person) is not None) is isinstance(answer, Joined)
    assert {type(each) for each in answers} <= {Joined, CheckInOver}


@FIRST
async def test_a_clock_runs_out_while_the_player_comes(evening: Evening, turned: bool) -> None:
    four = await evening.running(4)
    for person in four[1:]:
        await evening.tournaments.arrive(person)
    await evening.wait(minutes=4.9)
    evening.clock.forward(seconds=6)
    told, *_ = await at_once(
        evening.tournaments.arrive(four[0], match=ONE),
        *(evening.sweeper.ring_one(evening.clock.now()) for _ in range(3)),
        turned=turned,
    )
    one = await ended(evening)
    if isinstance(told, Refusal):
        assert isinstance(told, AlreadySettled)
        assert one.result is not None
        assert (one.result.winner, one.result.ending) == (4, Ending.FORFEIT)
    else:
        assert (one.stage, set(one.here)) == (Stage.LIVE, {1, 4})


@FIRST
@pytest.mark.parametrize("said", [confirm, dispute])
async def test_a_report_comes_to_stand_while_the_other_side_answers(
    evening: Evening, said: Said, turned: bool
) -> None:
    four = await evening.running(4)
    await win(evening, four[0], ONE)
    evening.clock.set((await live(evening)).report_stands(ONE) or evening.clock.now())
    told, *_ = await at_once(
        said(evening, four[3], ONE),
        *(evening.sweeper.ring_one(evening.clock.now()) for _ in range(4)),
        turned=turned,
    )
    one = await ended(evening)
    ends = [line.kind for line in await log(evening) if line.kind in {"confirmed", "disputed"}]
    stood = len(await log(evening, "auto_confirmed"))
    assert len(ends) + stood == 1
    assert isinstance(told, AlreadySettled) is (said is dispute and stood == 1)
    assert one.stage is (Stage.DISPUTED if ends == ["disputed"] else Stage.SETTLED)


@FIRST
async def test_an_arena_pairs_while_people_come_and_go(evening: Evening, turned: bool) -> None:
    people = await arena(evening, many=3)
    late = await evening.somebody("Tardive")
    breaks = Breaks(evening.turns)
    evening.clock.forward(seconds=10)
    ring = (evening.sweeper.ring_one(evening.clock.now()) for _ in range(3))
    told = (breaks.pause(people[0]), evening.tournaments.join(late), *ring)
    at_once_told = await at_once(*told, breaks.pause(people[0]), turned=turned)
    assert not any(isinstance(each, Refusal) for each in at_once_told)
    await sound(evening.db, now := await live(evening))
    assert now.state is not None
    assert len(await log(evening, "paused")) == 1
    await evening.wait(seconds=30)
    await sound(evening.db, await live(evening))


async def test_fifty_people_take_the_last_seat(evening: Evening) -> None:
    await evening.players(7, size=8)
    people = [await evening.somebody(f"Encore {number}") for number in range(50)]
    told = await asyncio.gather(*(evening.tournaments.join(person) for person in people))
    await sound(evening.db, await live(evening))
    assert [one.place for one in told if not one.waiting] == [8]
    assert sorted(one.place for one in told if one.waiting) == list(range(1, 50))
