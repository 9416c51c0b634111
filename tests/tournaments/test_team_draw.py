"""The draw of teams: who is completed, and whoever comes alone is brought together."""

import pytest

from cogs.tournaments.rules.ladder import Record, Skill
from cogs.tournaments.rules.refusals import TooFew
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.service.facts import Situation
from cogs.tournaments.service.seasons import season_of
from cogs.tournaments.store import ratings
from tests.tournaments.conftest import Evening
from tests.tournaments.squads import duos, team


async def test_an_incomplete_team_is_completed_from_those_who_came_alone(evening: Evening) -> None:
    await duos(evening, "Nova")
    short = await team(evening, "Kim", 1)
    alone = await evening.somebody("Solo")
    joined = await evening.tournaments.join(alone)
    assert joined.alone
    live = await evening.tournaments.start(await evening.host())
    assert len(live.seeded) == 2
    assert live.team_of(alone.person) == live.team_of(short[0].person)
    assert live.seed_of(alone.person) is not None


async def test_a_team_that_stays_incomplete_waits(evening: Evening) -> None:
    await duos(evening, "Nova", "Zed")
    short = await team(evening, "Kim", 1)
    live = await evening.tournaments.start(await evening.host())
    assert len(live.seeded) == 2
    assert live.seed_of(short[0].person) is None
    assert (await evening.tournaments.my_match(short[0])).situation is Situation.WAITING


async def test_whoever_comes_alone_is_seated_at_closing(evening: Evening) -> None:
    await evening.announced(template="duo-16")
    people = [await evening.somebody(f"Joueuse {number}") for number in range(7)]
    for person in people:
        await evening.tournaments.join(person)
    assert (await evening.tournaments.my_match(people[0])).situation is Situation.ALONE
    await evening.wait(minutes=20)
    for person in people[:6]:
        await evening.tournaments.check_in(person)
    await evening.tournaments.leave(people[5])  # refuses, and nobody sees it
    await evening.wait(minutes=31)
    live = await evening.live()
    sizes = sorted(len(live.people_of(seat)) for seat in live.seeded)
    assert sizes == [2, 3], "five people are two teams, and nobody is left"
    assert len(set(live.names.values())) == 2
    assert all(live.names.values()), "a team that nobody named has a name"
    assert (await evening.tournaments.my_match(people[6])).situation is Situation.SPARE
    again = await evening.tournaments.join(people[6])
    assert again.alone


async def test_too_few_people_alone_leave_everything_as_it_was(evening: Evening) -> None:
    await evening.announced(template="duo-16")
    for number in range(3):
        await evening.tournaments.join(await evening.somebody(f"Joueuse {number}"))
    with pytest.raises(TooFew):
        await evening.tournaments.draw(await evening.host())
    await evening.wait(minutes=70)
    live = await evening.live()
    assert (live.event.phase, live.teams) == (Phase.CHECK_IN, ())


async def test_who_refuses_a_team_after_the_draw_is_replaced_at_once(evening: Evening) -> None:
    await evening.announced(template="duo-16")
    people = [await evening.somebody(f"Joueuse {number}") for number in range(4)]
    for person in people:
        await evening.tournaments.join(person)
    await evening.tournaments.draw(await evening.host())
    late = await evening.somebody("Tard")
    await evening.tournaments.join(late)
    mate = (await evening.live()).team_of(people[0].person)
    await evening.tournaments.leave(people[0])
    live = await evening.live()
    now = live.team_of(late.person)
    assert mate is not None
    assert now is not None
    assert now.number == mate.number
    assert len(now.players) == 2


async def test_teams_of_people_who_came_alone_are_even_by_rating(evening: Evening) -> None:
    announced = await evening.announced(template="duo-16")
    people = [await evening.somebody(f"Joueuse {number}") for number in range(4)]
    for person in people:
        await evening.tournaments.join(person)
    skills = {one.person: 35.0 if at < 2 else 15.0 for at, one in enumerate(people)}
    records: dict[int, Record] = {
        one: Record(Skill(mu, 5.0), played=9, best=0) for one, mu in skills.items()
    }
    event = announced.event
    async with evening.db.write() as tx:
        await ratings.keep(tx, event.game, season_of(event.starts_at), records)
    live = await evening.tournaments.start(await evening.host())
    sums = {sum(skills[one] for one in live.people_of(seat)) for seat in live.seeded}
    assert sums == {50.0}
