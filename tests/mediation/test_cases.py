"""A case begins with a click, has one mediator, and ends with its words destroyed."""

import asyncio
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.house import House
from cogs.mediation.rules.case import MOVES, OVER, Need, Outcome, State, move, new_code
from cogs.mediation.rules.directory import Answer
from cogs.mediation.rules.hours import Staff
from cogs.mediation.rules.queue import RANKS, Urgency, Waiting, in_order
from cogs.mediation.rules.refusals import (
    AlreadyTaken,
    HandsFull,
    LinkOver,
    NobodyWaits,
    NotYours,
    TalkOver,
    WrongMove,
)
from cogs.mediation.service import library
from cogs.mediation.service.cases import SHRED, UNNAME, Cases
from cogs.mediation.service.handovers import Handovers
from cogs.mediation.service.means import Means
from cogs.mediation.service.rooms import Door, Inside, Rooms
from cogs.mediation.service.talks import Talks
from storage.timers import Sweeper
from tests.doubles import Hands
from tests.mediation.conftest import Cast, Rota, asks

WAITS = st.builds(
    Waiting,
    case=st.integers(1, 10**6),
    code=st.just("4F7K"),
    urgency=st.sampled_from(list(Urgency)),
    since=st.datetimes(),
    bracket=st.just("age_18_25"),
    entry=st.just("talk"),
)


@pytest.fixture
def cases(house: House) -> Cases:
    return house.ask(Cases)


async def talking(house: House, means: Means, rota: Rota, cast_: Cast) -> tuple[Staff, str, int]:
    """A mediator, the code of the case they have claimed, and its number."""
    opened = await asks(house, await cast_.somebody(1))
    lea = await rota.on_duty()
    code = await house.ask(Cases).next_person(lea)
    await Talks(means).say_as_mediator(lea, code, "hello", "Salut")
    return lea, code, opened.case


@given(st.lists(WAITS, max_size=30, unique_by=lambda each: each.case))
def test_the_queue_is_chosen_urgency_then_waiting_time_and_nothing_else(
    people: list[Waiting],
) -> None:
    ordered = in_order(people)
    assert ordered == in_order(list(reversed(people)))
    for first, second in pairwise(ordered):
        assert (RANKS[first.urgency], first.since) <= (RANKS[second.urgency], second.since)


@pytest.mark.parametrize("state", State)
def test_a_case_takes_no_step_that_its_life_does_not_know(state: State) -> None:
    for then in State:
        if then in MOVES[state]:
            assert move(state, then) is then
        else:
            with pytest.raises(WrongMove):
                move(state, then)


def test_abuse_and_mistake_are_final() -> None:
    assert MOVES[State.ABUSE] == MOVES[State.MISTAKE] == frozenset()


@given(st.lists(st.integers(0, 30), min_size=4, max_size=4))
def test_a_code_can_be_read_aloud(draws: list[int]) -> None:
    left = iter(draws)
    code = new_code(lambda most: next(left) % most)
    assert len(code) == 4
    assert not set(code) & set("0O1IL")


async def test_two_clicks_are_one_case_and_the_first_link_dies(
    house: House, cases: Cases, cast_: Cast, means: Means
) -> None:
    zoe = await cast_.somebody(1)
    first, second = await asks(house, zoe), await asks(house, zoe)
    assert first.case == second.case
    assert len(await cases.waiting()) == 1
    with pytest.raises(LinkOver):
        await Rooms(means).look(first.token, "")
    assert isinstance(await Rooms(means).look(second.token, ""), Door)


async def test_of_fifty_who_reach_for_one_person_one_has_them(
    house: House, cases: Cases, cast_: Cast, rota: Rota
) -> None:
    await asks(house, await cast_.somebody(1))
    code = (await cases.waiting())[0].code
    racers = [await rota.on_duty(str(9000 + n), f"M{n}") for n in range(50)]
    found = await asyncio.gather(
        *(cases.claim(each, code) for each in racers), return_exceptions=True
    )
    assert sum(not isinstance(each, BaseException) for each in found) == 1
    assert all(isinstance(each, AlreadyTaken) for each in found if isinstance(each, Exception))


async def test_next_person_follows_the_urgency_they_chose(
    house: House, cases: Cases, cast_: Cast, rota: Rota, clock: Hands
) -> None:
    for number, urgency in enumerate((Urgency.WHENEVER, Urgency.TODAY, Urgency.HARD_NOW)):
        await asks(house, await cast_.somebody(number + 1), urgency)
        clock.forward(minutes=1)
    lea = await rota.on_duty()
    order = [await cases.next_person(lea) for _ in range(3)]
    held = {case.code: case.urgency for case in await cases.held_by(lea)}
    assert [held[code] for code in order] == [Urgency.HARD_NOW, Urgency.TODAY, Urgency.WHENEVER]
    with pytest.raises(NobodyWaits):
        await cases.next_person(lea)


async def test_nobody_holds_more_people_than_they_can(
    house: House, cases: Cases, cast_: Cast, rota: Rota
) -> None:
    for number in range(1, 5):
        await asks(house, await cast_.somebody(number))
    lea = await rota.on_duty()
    for _ in range(3):
        await cases.next_person(lea)
    with pytest.raises(HandsFull):
        await cases.next_person(lea)


async def test_a_line_sent_twice_is_one_line(
    house: House, means: Means, cast_: Cast, rota: Rota
) -> None:
    lea, code, case = await talking(house, means, rota, cast_)
    talks = Talks(means)
    for _ in range(3):
        await talks.say_as_person(case, "same-name", "coucou")
    await talks.say_as_mediator(lea, code, "other", "je suis là")
    assert [line.text for line in await talks.lines(case)] == ["Salut", "coucou", "je suis là"]


async def test_only_whoever_holds_a_case_reads_and_answers_it(
    house: House, means: Means, cast_: Cast, rota: Rota
) -> None:
    _, code, _ = await talking(house, means, rota, cast_)
    other = await rota.on_duty("9002", "Sam")
    with pytest.raises(NotYours):
        await Talks(means).case(other, code)
    with pytest.raises(NotYours):
        await Talks(means).say_as_mediator(other, code, "x", "coucou")
    with pytest.raises(NotYours):
        await house.ask(Cases).close(other, code, Outcome.TALKED, Need.MOOD)


async def test_passing_on_keeps_the_place_in_the_queue(
    house: House, means: Means, cast_: Cast, rota: Rota, clock: Hands
) -> None:
    lea, code, _ = await talking(house, means, rota, cast_)
    clock.forward(minutes=5)
    await asks(house, await cast_.somebody(2))
    await house.ask(Cases).pass_on(lea, code)
    assert (await house.ask(Cases).waiting())[0].code == code


async def test_words_are_sealed_at_rest_and_destroyed_a_day_after_the_end(
    house: House, means: Means, cast_: Cast, rota: Rota, clock: Hands, db_url: str
) -> None:
    lea, code, case = await talking(house, means, rota, cast_)
    await Talks(means).say_as_person(case, "n1", "mot-que-personne-ne-lira")
    if db_url.startswith("sqlite"):
        path = Path(db_url.partition("///")[2])
        files = b"".join(each.read_bytes() for each in path.parent.glob("maraude.db*"))
        assert b"mot-que-personne" not in files
    await house.ask(Cases).close(lea, code, Outcome.TALKED, Need.MOOD)
    with pytest.raises(TalkOver):
        await Talks(means).say_as_person(case, "n2", "encore là ?")
    sweeper = Sweeper(house.db, house.news, {k: house.bells[k] for k in (SHRED, UNNAME)})
    assert not await sweeper.ring_one(clock.forward(hours=23, minutes=59))
    assert len(await Talks(means).lines(case)) == 2
    assert await sweeper.ring_one(clock.forward(minutes=1))
    assert await Talks(means).lines(case) == []


async def test_a_destroyed_key_is_not_left_in_a_corner_of_the_file(
    house: House, means: Means, cast_: Cast, rota: Rota, clock: Hands, db_url: str
) -> None:
    if not db_url.startswith("sqlite"):
        pytest.skip("the bytes of a file are searched")
    lea, code, _ = await talking(house, means, rota, cast_)
    async with means.db.read() as tx:
        key = str((await tx.exec_driver_sql("SELECT sealed FROM case_keys")).scalar_one())
    await house.ask(Cases).close(lea, code, Outcome.TALKED, Need.MOOD)
    sweeper = Sweeper(house.db, house.news, house.bells)
    clock.forward(hours=24)
    while await sweeper.ring_one(clock.now()):
        pass
    await means.db.close()  # and with it the journal beside the file
    path = Path(db_url.partition("///")[2])
    files = b"".join(each.read_bytes() for each in path.parent.glob("maraude.db*"))
    assert key.encode() not in files


async def test_a_quick_exit_ends_the_link_and_talk_brings_them_back(
    house: House, means: Means, cast_: Cast, rota: Rota, clock: Hands
) -> None:
    zoe = await cast_.somebody(1)
    opened = await asks(house, zoe)
    rooms, cases = Rooms(means), house.ask(Cases)
    device = await rooms.enter(opened.token, "")
    await Talks(means).say_as_person(opened.case, "n1", "je dois filer")
    inside = await rooms.look(opened.token, device)
    assert isinstance(inside, Inside)
    await cases.leave(inside.case)
    with pytest.raises(LinkOver):
        await rooms.look(opened.token, device)
    assert await cases.waiting() == []
    clock.forward(hours=2)
    back = await asks(house, zoe)
    assert back.case == opened.case
    assert [line.text for line in await Talks(means).lines(back.case)] == ["je dois filer"]
    sweeper = Sweeper(house.db, house.news, house.bells)
    clock.forward(hours=30)
    while await sweeper.ring_one(clock.now()):
        pass
    assert len(await Talks(means).lines(back.case)) == 1  # the key lives while the talk does


async def test_nothing_is_handed_over_without_a_yes_to_the_exact_lines(
    house: House, means: Means, cast_: Cast, rota: Rota
) -> None:
    lea, code, case = await talking(house, means, rota, cast_)
    handovers = Handovers(means, library.structures())
    await handovers.propose(lea, code, "mission-locale", "Zoé, 19 ans, cherche une formation")
    with pytest.raises(WrongMove):  # the mediator cannot say yes for anybody
        await handovers.advance(lea, code, Answer.AGREED)
    with pytest.raises(WrongMove):
        await handovers.advance(lea, code, Answer.TOLD)
    shown = await handovers.proposal(case)
    assert shown is not None
    await handovers.answer(case, shown.proof, agreed=True)
    await handovers.advance(lea, code, Answer.TOLD)
    await handovers.advance(lea, code, Answer.ACKNOWLEDGED)
    told = await handovers.proposal(case)
    assert told is not None
    assert told.lines == "Zoé, 19 ans, cherche une formation"
    await house.ask(Cases).close(lea, code, Outcome.REFERRED, Need.SCHOOL)
    async with means.db.read() as tx:
        rows = (await tx.exec_driver_sql("SELECT state, outcome FROM cases")).all()
    assert [tuple(row) for row in rows] == [("closed", "referred")]


async def test_a_no_sends_nothing_and_the_talk_goes_on(
    house: House, means: Means, cast_: Cast, rota: Rota
) -> None:
    lea, code, case = await talking(house, means, rota, cast_)
    handovers = Handovers(means, library.structures())
    await handovers.propose(lea, code, "paej", "Zoé voudrait parler à quelqu'un")
    shown = await handovers.proposal(case)
    assert shown is not None
    await handovers.answer(case, shown.proof, agreed=False)
    with pytest.raises(WrongMove):
        await handovers.answer(case, shown.proof, agreed=True)
    with pytest.raises(WrongMove):
        await handovers.advance(lea, code, Answer.TOLD)
    await Talks(means).say_as_person(case, "n1", "on peut quand même parler ?")


async def test_a_closed_case_names_nobody_after_a_month(
    house: House, means: Means, cast_: Cast, rota: Rota, clock: Hands
) -> None:
    lea, code, _ = await talking(house, means, rota, cast_)
    await house.ask(Cases).close(lea, code, Outcome.TALKED, Need.MOOD)
    sweeper = Sweeper(house.db, house.news, house.bells)
    clock.forward(days=30)
    while await sweeper.ring_one(clock.now()):
        pass
    async with means.db.read() as tx:
        assert (await tx.exec_driver_sql("SELECT person FROM cases")).all() == [(None,)]


def test_every_end_is_an_end() -> None:
    assert {State.CLOSED, State.LEFT, State.ABUSE, State.MISTAKE} == OVER
