"""The draw of teams: who is completed, and whoever comes alone is brought together."""

import pytest

from cogs.tournaments.rules.ladder import Record, Skill
from cogs.tournaments.rules.refusals import TooFew
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.rules.seeding import Seeding
from cogs.tournaments.service.facts import Situation
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.seasons import season_of
from cogs.tournaments.service.seeds import Proposal, Seeds, Wishes
from cogs.tournaments.store import ratings
from core.people import PersonId
from storage.timers import Sweeper
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


async def look(evening: Evening) -> Proposal:
    return await Seeds(evening.turns, evening.crew).propose(await evening.host())


def people(live: Live, ticket: int) -> set[PersonId | None]:
    """Who plays with a ticket: one person, or a whole team."""
    return {each.person for each in live.entrants if ticket in (each.ticket, each.team)} - {None}


async def foretold(evening: Evening) -> Live:
    """The draw, after a look at it: it is what was looked at."""
    seen = await look(evening)
    live = await evening.tournaments.draw(await evening.host())
    assert live.drawn == seen.drawn.order
    names = {each.ticket: each.name for each in seen.live.entrants}
    assert [names[ticket] for ticket in live.drawn] == list(live.names.values())
    for seat, ticket in enumerate(live.drawn, 1):
        assert people(seen.live, ticket) == set(live.people_of(seat))
    return live


async def test_a_look_shows_teams_as_the_draw_completes_them(evening: Evening) -> None:
    await duos(evening, "Nova", "Zed")
    short = await team(evening, "Kim", 1)
    alone = [await evening.somebody(f"Solo {number}") for number in range(1, 4)]
    for person in alone:
        await evening.tournaments.join(person)
    seen = await look(evening)
    assert len(seen.drawn.order) == 4, "Kim is completed, and the two others are a team"
    assert seen.out == ()
    live = await foretold(evening)
    assert live.team_of(short[0].person) == live.team_of(alone[0].person)


async def test_a_look_leaves_everything_as_it_was(evening: Evening) -> None:
    await duos(evening, "Nova", "Zed")
    await team(evening, "Kim", 1)
    await evening.tournaments.join(await evening.somebody("Solo"))
    sweeper, before = Sweeper(evening.db, evening.news, {}), await evening.live()
    waiting, told = await sweeper.waiting(), list(evening.told)
    await look(evening)
    evening.restart()
    after = await evening.live()
    assert (after.seq, after.entrants, after.teams) == (
        before.seq,
        before.entrants,
        before.teams,
    )
    assert (after.event.phase, after.state) == (Phase.REGISTRATION, None)
    assert (await sweeper.waiting(), evening.told) == (waiting, told)


async def test_a_look_names_the_teams_that_are_not_complete(evening: Evening) -> None:
    await duos(evening, "Nova", "Zed")
    await team(evening, "Kim", 1)
    seen = await look(evening)
    assert len(seen.drawn.order) == 2
    assert seen.out == ("Kim",)
    await foretold(evening)


async def test_once_the_check_in_is_open_a_look_counts_on_whoever_is_there(
    evening: Evening,
) -> None:
    nova, _, zed = await duos(evening, "Nova", "Kim", "Zed")
    alone = [await evening.somebody(f"Solo {number}") for number in range(1, 4)]
    for person in alone:
        await evening.tournaments.join(person)
    await evening.wait(minutes=20)
    with pytest.raises(TooFew):
        await look(evening)
    for person in (nova[1], zed[0], *alone[:2]):
        await evening.tournaments.check_in(person)
    seen = await look(evening)
    assert len(seen.drawn.order) == 3
    assert seen.out == ("Kim", "Solo 3")
    await foretold(evening)


async def test_a_look_seeds_a_completed_team_by_all_of_its_people(evening: Evening) -> None:
    nova, *_ = await duos(evening, "Nova", "Zed")
    short = await team(evening, "Kim", 1)
    alone = await evening.somebody("Solo")
    await evening.tournaments.join(alone)
    live = await evening.live()
    records: dict[int, Record] = {
        alone.person: Record(Skill(40.0, 2.0), played=9, best=0),
        nova[0].person: Record(Skill(30.0, 2.0), played=9, best=0),
    }
    async with evening.db.write() as tx:
        await ratings.keep(tx, live.event.game, season_of(live.event.starts_at), records)
    seeds = Seeds(evening.turns, evening.crew)
    await seeds.wish(await evening.host(), Wishes(Seeding.RATING))
    seen = await look(evening)
    assert short[0].person in people(seen.live, seen.drawn.order[0])
    await foretold(evening)


async def test_a_look_at_players_moves_up_who_waits_and_is_there(evening: Evening) -> None:
    await evening.announced(size=4)
    players = [await evening.somebody(f"Joueuse {number}") for number in range(1, 7)]
    for person in players:
        await evening.tournaments.join(person)
    await evening.wait(minutes=31)
    for person in (*players[:3], players[5]):
        await evening.tournaments.check_in(person)
    seen = await look(evening)
    assert set(seen.out) == {"Joueuse 4", "Joueuse 5"}
    live = await foretold(evening)
    assert live.seed_of(players[5].person) is not None
