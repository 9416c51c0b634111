"""A rehearsal of an event of teams: robots come as teams, and alone, as people do."""

from itertools import chain

import pytest

from cogs.tournaments.rules import robots
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.rehearsals import Script
from cogs.tournaments.service.squads import held
from tests.tournaments.conftest import CHANNEL, Evening
from tests.tournaments.squads import teams
from tests.tournaments.test_rehearsal import kinds, rehearsed, ruled


def sizes(live: Live) -> list[int]:
    """How many players each side of the bracket has."""
    seated = (live.squads.team(each.ticket) for each in live.seeded.values())
    return sorted(len(team.players) for team in seated)


@pytest.mark.parametrize(("sides", "players"), [(3, 2), (7, 3), (7, 5)])
def test_one_player_is_lacking_and_as_many_come_alone_as_a_team_has(
    sides: int, players: int
) -> None:
    coming = robots.squads(sides, players)
    assert [len(team) for team in coming.teams] == [players - 1, *[players] * (sides - 1)]
    assert [team[0] for team in coming.teams] == list(range(1, sides + 1))
    assert len(coming.alone) == players
    numbers = [*chain.from_iterable(coming.teams), *coming.alone]
    assert len(set(numbers)) == len(numbers)


async def test_an_event_of_teams_is_rehearsed_with_teams_of_its_size(evening: Evening) -> None:
    await evening.announced(template="duo-16")
    script = Script(CHANNEL, "fr", "", tournament=1)
    live = await evening.rehearsals.rehearse(await evening.host(), script)
    event = live.event
    assert (event.team_size, event.team_most, event.substitutes) == (2, 2, 1)
    await evening.wait(seconds=44)
    live = await evening.tournaments.see(live.id)
    assert [len(team.players) for team in live.squads.teams] == [1, 2, 2, 2, 2, 2, 2]
    assert len(live.squads.incomplete) == 1
    await evening.wait(minutes=2)
    live = await evening.tournaments.see(live.id)
    assert live.event.phase is Phase.RUNNING
    assert sizes(live) == [2] * 6, "one has forgotten to check in, and one was completed"
    assert all(live.names.values())
    assert all(held(each) for each in live.entrants if each.team)


@pytest.mark.parametrize("template", ["trio-8", pytest.param("duo-16", marks=pytest.mark.long)])
async def test_teams_of_robots_do_what_teams_do_on_a_real_evening(
    evening: Evening, template: str
) -> None:
    number = await rehearsed(evening, template)
    live = await ruled(evening, number)
    assert live.event.phase is Phase.FINISHED
    told = await kinds(evening, number)
    assert told >= {"roster_changed", "came_alone", "checked_in", "check_in_missed", "drawn"}
    assert told >= {"confirmed", "auto_confirmed", "disputed", "ruled", "forfeited"}


async def test_a_host_who_comes_alone_plays_in_a_team_of_robots(evening: Evening) -> None:
    number = await rehearsed(evening, "trio-8")
    host = await evening.host()
    await evening.wait(seconds=40)
    assert (await evening.tournaments.join(host, number)).alone
    await evening.wait(seconds=20)
    await evening.tournaments.check_in(host, number)
    await evening.wait(seconds=80)
    live = await evening.tournaments.see(number)
    mine = live.team_of(host.person)
    assert mine is not None
    assert len(mine.players) == 3
    assert set(sizes(live)) == {3}
    seat = live.seed_of(host.person)
    assert live.state is not None
    match = live.state.match_of(seat or 0)
    assert match is not None
    assert seat in match.absent, "nobody but the host says that the host is there"


async def test_a_host_may_complete_a_team_of_robots(evening: Evening) -> None:
    number = await rehearsed(evening, "duo-16")
    await evening.wait(seconds=30)
    live = await evening.tournaments.see(number)
    [short] = live.squads.incomplete
    host = await evening.host()
    await teams(evening).join(host, number, team=short.number)
    live = await evening.tournaments.see(number)
    assert not live.squads.incomplete
    await evening.wait(minutes=3)
    live = await evening.tournaments.see(number)
    assert live.seed_of(host.person) is not None, "a robot has checked in for both"
