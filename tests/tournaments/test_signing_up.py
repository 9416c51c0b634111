"""Who takes part: seats, the line, check-in, and one person who is met twice."""

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import insert, select

from cogs.people.tables import accounts
from cogs.tournaments.rules.hosting import BadHour, BadName, BadSize, NoneHere, NotInAPlace
from cogs.tournaments.rules.names import shown_name
from cogs.tournaments.rules.refusals import (
    CheckInNotOpen,
    NotEntered,
    RegistrationClosed,
    UnknownTemplate,
)
from cogs.tournaments.rules.roster import Phase, commitment, drawn_by_lot
from cogs.tournaments.service.announcing import NOWHERE, Plan
from cogs.tournaments.service.facts import Situation
from cogs.tournaments.tables import entrants, pseudonyms, tournament_events
from core.errors import NotAllowed
from core.people import Platform
from tests.tournaments.conftest import CHANNEL, Evening


async def test_thirty_people_press_at_once_for_eight_seats(evening: Evening) -> None:
    await evening.announced()
    people = [await evening.somebody(f"Joueuse {number}") for number in range(30)]
    joined = await asyncio.gather(*(evening.tournaments.join(person) for person in people))
    assert sum(not one.waiting for one in joined) == 8
    assert sorted(one.place for one in joined if one.waiting) == list(range(1, 23))
    assert len({one.ticket for one in joined}) == 30


async def test_pressing_twice_is_joining_once(evening: Evening) -> None:
    await evening.announced()
    ana = await evening.somebody("Ana")
    first, second = await asyncio.gather(
        evening.tournaments.join(ana), evening.tournaments.join(ana)
    )
    assert {first.anew, second.anew} == {True, False}
    assert first.ticket == second.ticket
    assert len((await evening.live()).roster.entries) == 1


async def test_whoever_leaves_gives_their_seat_to_the_first_in_line(evening: Evening) -> None:
    people = await evening.players(9, size=8)
    assert (await evening.tournaments.my_match(people[8])).situation is Situation.WAITING
    await evening.tournaments.leave(people[0])
    assert (await evening.tournaments.my_match(people[8])).situation is Situation.ENTERED
    again = await evening.tournaments.join(people[0])
    assert (again.waiting, again.place) == (True, 1)


async def test_an_absent_player_makes_room_for_whoever_waits_and_is_there(
    evening: Evening,
) -> None:
    people = await evening.players(9, size=8)
    await evening.wait(minutes=30)
    for person in (*people[:7], people[8]):
        await evening.tournaments.check_in(person)
    await evening.wait(minutes=25)
    live = await evening.live()
    assert live.seed_of(people[8].person) is not None
    assert live.seed_of(people[7].person) is None
    assert (await evening.tournaments.my_match(people[7])).situation is Situation.MISSED


async def test_the_draw_is_the_one_that_was_sealed(evening: Evening) -> None:
    announced = await evening.announced()
    for number in range(5):
        await evening.tournaments.join(await evening.somebody(f"Joueuse {number}"))
    live = await evening.tournaments.start(await evening.host())
    assert commitment(live.event.secret) == announced.commitment
    seeds = tuple(live.seeded[seed].ticket for seed in sorted(live.seeded))
    assert seeds == drawn_by_lot(range(1, 6), live.event.secret)


async def test_who_comes_during_the_check_in_is_there(evening: Evening) -> None:
    (ana,) = await evening.players(1)
    with pytest.raises(CheckInNotOpen):
        await evening.tournaments.check_in(ana)
    await evening.wait(minutes=30)
    late = await evening.tournaments.join(await evening.somebody("Ben"))
    assert late.live.roster.entry(late.ticket).here
    await evening.tournaments.check_in(ana)
    twice = await evening.tournaments.check_in(ana)
    assert sum(entry.here for entry in twice.live.roster.entries) == 2


async def test_after_the_draw_the_door_is_closed(evening: Evening) -> None:
    await evening.running(2)
    with pytest.raises(RegistrationClosed):
        await evening.tournaments.join(await evening.somebody("Tard"))


async def test_only_hosts_run_a_tournament(evening: Evening) -> None:
    live = await evening.announced()
    ana = await evening.somebody("Ana")
    plan = Plan("friday-8", "Coupe", CHANNEL, live.event.starts_at)
    for refused in (
        evening.announcing.create(ana, plan),
        evening.tournaments.draw(ana),
        evening.tournaments.start(ana),
        evening.tournaments.call_off(ana),
        evening.tournaments.new_overlay(ana),
    ):
        with pytest.raises(NotAllowed):
            await refused


async def test_a_plan_that_cannot_be_is_refused_before_anything_is_kept(evening: Evening) -> None:
    host = await evening.host()
    soon = (await evening.announced()).event.starts_at
    plan = Plan("friday-8", "Coupe", CHANNEL, soon)
    wrong = {
        UnknownTemplate: replace(plan, template="chess"),
        BadName: replace(plan, name=" \n "),
        BadSize: replace(plan, size=1),
        BadHour: replace(plan, starts_at=evening.clock.now()),
    }
    for refusal, bad in wrong.items():
        with pytest.raises(refusal):
            await evening.announcing.create(host, bad)
    with pytest.raises(NotInAPlace):
        await evening.announcing.create(replace(host, place=NOWHERE), plan)
    assert len(await evening.tournaments.here(host.place)) == 1


async def test_next_door_nobody_can_touch_it(evening: Evening) -> None:
    live = await evening.announced()
    ana = await evening.somebody("Ana")
    stranger = replace(ana, place=type(ana.place)(ana.place + 1))
    with pytest.raises(NoneHere):
        await evening.tournaments.join(stranger, live.id)


async def test_called_off_it_rings_no_more(evening: Evening) -> None:
    await evening.running(4)
    off = await evening.tournaments.call_off(await evening.host())
    assert off.event.phase is Phase.CANCELLED
    assert await evening.sweeper.waiting() <= 1  # at most a line for the chats
    assert (await evening.tournaments.call_off(await evening.host(), off.id)).seq == off.seq


async def test_two_accounts_that_become_one_person_hold_one_seat(evening: Evening) -> None:
    await evening.announced()
    ana, viewer = await evening.somebody("Ana"), await evening.somebody("ana", Platform.TWITCH)
    viewer = replace(viewer, place=ana.place)  # the stream's home is this server
    await evening.tournaments.join(ana)
    await evening.tournaments.join(viewer)
    async with evening.db.write() as tx:
        await evening.tournaments.merge(tx, viewer.person, ana.person)
    live = await evening.live()
    assert [entry.ticket for entry in live.roster.entries] == [1]
    async with evening.db.read() as tx:
        for table, column in (
            (entrants, entrants.c.person),
            (pseudonyms, pseudonyms.c.person),
            (tournament_events, tournament_events.c.actor),
        ):
            named = await tx.execute(select(table).where(column == viewer.person))
            assert named.all() == []


async def test_linked_accounts_join_once(evening: Evening) -> None:
    await evening.announced()
    ana = await evening.somebody("Ana")
    async with evening.db.write() as tx:
        values = {"person": ana.person, "platform": "twitch", "sealed": "x"}
        await tx.execute(
            insert(accounts).values(hash=evening.seal.hash("twitch", "twitch:ana"), **values)
        )
    viewer = replace(await evening.somebody("ana", Platform.TWITCH), place=ana.place)
    await evening.tournaments.join(ana)
    assert not (await evening.tournaments.join(viewer)).anew


async def test_a_forgotten_player_leaves_a_seat_without_a_name(evening: Evening) -> None:
    people = await evening.running(4)
    await evening.people.forget(people[0].person)
    live = await evening.live()
    assert live.name(1) == ""
    assert live.seeded[1].person is None
    await evening.wait(hours=1)
    assert (await evening.live()).event.phase is Phase.FINISHED


async def test_a_stranger_has_nothing_to_leave(evening: Evening) -> None:
    await evening.announced()
    with pytest.raises(NotEntered):
        await evening.tournaments.leave(await evening.somebody("Passante"))


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("  Léo\u202e  \n x ", "Léo x"),
        ("e\u0301te\u0301", "été"),
        ("👨‍👩‍👧‍👦Zoé", "👨‍👩‍👧‍👦Zoé"),
        ("نور", "نور"),
        ("Nazim", "Nazim"),
        ("n1gg4", ""),
        ("www.gratuit.fr", ""),
        ("\u200b", ""),
        ("x" * 50, "x" * 20),
        ("Ana", "Ana 2"),
    ],
)
def test_a_name_is_shown_as_it_can_be(raw: str, shown: str) -> None:
    assert shown_name(raw, {"Ana"}) == shown
