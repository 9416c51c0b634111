"""Who is complete at the draw, and who makes whom complete."""

from hypothesis import given
from hypothesis import strategies as st

from cogs.tournaments.rules.free_agents import Agent
from cogs.tournaments.rules.lineup import STARS, lineup, star
from cogs.tournaments.rules.teams import Shape, Teams


def squads(size: int, *members: int) -> Teams:
    """Teams with so many members each."""
    teams, ticket = Teams(Shape(size, size, 1)), 100
    for many in members:
        teams, ticket = teams.create(ticket), ticket + 1
        for _ in range(many - 1):
            teams, ticket = teams.join(len(teams.teams), ticket), ticket + 1
    return teams


def agents(many: int) -> list[Agent]:
    return [Agent(number, 25.0) for number in range(1, many + 1)]


def test_who_lacks_the_fewest_is_completed_first() -> None:
    planned = lineup(squads(3, 1, 2, 3), {1, 2, 3}, agents(2))
    assert planned.joins == ((1, 2),)
    assert (planned.unready, planned.left) == ((1,), (2,))


def test_a_team_by_invitation_and_one_that_is_not_there_get_nobody() -> None:
    planned = lineup(squads(2, 1, 1), {1}, agents(1), shut={1})
    assert planned.joins == ()
    assert (planned.unready, planned.left) == ((1,), (1,))


def test_whoever_is_over_makes_new_teams_with_nobody_left() -> None:
    planned = lineup(squads(2, 1), {1}, agents(6))
    assert planned.joins == ((1, 1),)
    assert sorted(map(len, planned.made)) == [2, 3]
    assert planned.left == ()


@given(st.integers(2, 4), st.lists(st.integers(1, 4), max_size=5), st.integers(0, 12))
def test_everybody_is_somewhere_once(size: int, members: list[int], many: int) -> None:
    teams = squads(size, *(min(one, size) for one in members))
    there = {team.number for team in teams.teams}
    planned = lineup(teams, there, agents(many))
    seated = [one for one, _ in planned.joins] + [one for team in planned.made for one in team]
    assert sorted([*seated, *planned.left]) == list(range(1, many + 1))
    filled = [number for _, number in planned.joins]
    complete = {t.number for t in teams.teams if len(t.players) + filled.count(t.number) == size}
    assert complete | set(planned.unready) == there
    assert complete.isdisjoint(planned.unready)
    assert len(planned.left) < size


def test_a_star_is_never_given_twice() -> None:
    taken: set[str] = set()
    for _ in range(len(STARS) + 2):
        taken.add(star(taken))
    assert len(taken) == len(STARS) + 2
    assert f"{STARS[0]} 2" in taken
