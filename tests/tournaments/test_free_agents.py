"""Teams for people who came alone: even, friends together, nobody left who need not be."""

from collections.abc import Iterator
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cogs.tournaments.rules.free_agents import Agent, Proposal, propose


def pool(*skills: float, friends: tuple[tuple[int, int], ...] = ()) -> list[Agent]:
    """Numbered from 1; `friends` are pairs, the first of whom asked for the second."""
    return [
        Agent(number, skill, frozenset(other for one, other in friends if one == number))
        for number, skill in enumerate(skills, start=1)
    ]


@st.composite
def pools(draw: st.DrawFn) -> list[Agent]:
    people = draw(st.integers(0, 14))
    asks = st.frozensets(st.integers(1, 16), max_size=2)
    skill = st.sampled_from([0.0, 12.5, 20.0, 25.0, 25.5, 30.25, 41.0])
    return [Agent(n, draw(skill), draw(asks)) for n in range(1, people + 1)]


def gap(agents: list[Agent], proposal: Proposal) -> float:
    skill = {agent.number: agent.skill for agent in agents}
    sums = [sum(skill[one] for one in team) for team in proposal.teams]
    return max(sums) - min(sums)


def halves(agents: list[Agent]) -> Iterator[Proposal]:
    numbers = [agent.number for agent in agents]
    for team in combinations(numbers, len(numbers) // 2):
        yield Proposal((team, tuple(n for n in numbers if n not in team)), ())


@settings(max_examples=120)
@given(pools(), st.integers(1, 5), st.integers(0, 2))
def test_nobody_is_left_who_could_have_a_seat(agents: list[Agent], size: int, spare: int) -> None:
    found = propose(agents, size, spare)
    seated = [one for team in found.teams for one in team]
    assert sorted([*seated, *found.left]) == [agent.number for agent in agents]
    assert len(found.teams) == len(agents) // size
    sizes = {len(team) for team in found.teams}
    assert all(size <= many <= size + spare for many in sizes)
    assert not sizes or max(sizes) - min(sizes) <= 1
    assert len(found.left) < size
    assert not found.left or not sizes or sizes == {size + spare}


@settings(max_examples=60)
@given(pools(), st.integers(1, 4), st.randoms(use_true_random=False))
def test_the_answer_says_nothing_of_an_order(agents: list[Agent], size: int, luck: Random) -> None:
    shuffled = agents[:]
    luck.shuffle(shuffled)
    found = propose(shuffled, size)
    assert found == propose(agents, size)
    assert all(list(team) == sorted(team) for team in found.teams)
    assert list(found.teams) == sorted(found.teams)


@settings(max_examples=60)
@given(st.lists(st.integers(0, 5000), min_size=6, max_size=6))
def test_two_teams_of_three_are_as_even_as_they_can_be(hundredths: list[int]) -> None:
    agents = pool(*[skill / 100 for skill in hundredths])
    best = min(gap(agents, split) for split in halves(agents))
    assert gap(agents, propose(agents, 3)) == pytest.approx(best)


def test_two_for_two_change_places_where_one_for_one_would_not_help() -> None:
    agents = pool(29, 19, 21, 22, 26, 22, 19, 14)
    best = min(gap(agents, split) for split in halves(agents))
    assert gap(agents, propose(agents, 4)) == pytest.approx(best)


@settings(max_examples=80)
@given(pools(), st.integers(1, 4))
def test_no_two_people_could_change_places_and_make_it_more_even(
    agents: list[Agent], size: int
) -> None:
    alone = [Agent(agent.number, agent.skill) for agent in agents]
    skill = {agent.number: agent.skill for agent in agents}
    for here, there in combinations(propose(alone, size).teams, 2):
        ahead = sum(skill[one] for one in here) - sum(skill[one] for one in there)
        for one in here:
            for other in there:
                assert abs(ahead - 2 * (skill[one] - skill[other])) >= abs(ahead)


@settings(max_examples=80)
@given(st.lists(st.sampled_from([10.0, 20.0, 30.0]), min_size=4, max_size=12), st.integers(2, 4))
def test_two_friends_are_together_whatever_that_does_to_the_sums(
    skills: list[float], size: int
) -> None:
    for friends in (((1, 2),), ((1, 2), (2, 1))):
        found = propose(pool(*skills, friends=friends), size)
        assert any({1, 2} <= set(team) for team in (*found.teams, found.left))


def test_groups_that_fit_nowhere_are_parted_and_whoever_asked_for_each_other_stays() -> None:
    friends = ((1, 2), (2, 1), (3, 4), (5, 6), (6, 5))
    found = propose(pool(*[20.0] * 6, friends=friends), 3)
    assert len(found.teams) == 2
    for pair in ({1, 2}, {5, 6}):
        assert any(pair <= set(team) for team in found.teams)
    chain = propose(pool(*[20.0] * 4, friends=((1, 2), (2, 3), (3, 2))), 2)
    assert chain.teams == ((1, 4), (2, 3))


def test_a_group_changes_sides_as_a_group() -> None:
    """Six groups of three friends; the largest first, one by one, would not come out even."""
    skills = [skill for skill in (5.0, 15, 6, 17, 15, 16) for _ in range(3)]
    friends = tuple((one, one + 1) for one in range(1, 18) if one % 3)
    agents = pool(*skills, friends=friends)
    found = propose(agents, 9)
    assert gap(agents, found) == 0
    for first in range(1, 19, 3):
        assert any({first, first + 1, first + 2} <= set(team) for team in found.teams)


def test_whoever_is_left_came_last_and_was_not_chosen_for_their_skill() -> None:
    for last in (0.0, 10.0, 50.0):  # teams without number 1, or 4, would often be more even
        assert propose(pool(25, 0, 50, 30, last), 2).left == (5,)
    assert propose(pool(*[25.0] * 5, friends=((4, 5),)), 2).left == (3,)
    assert propose(pool(*[25.0] * 5), 2, spare=1).left == ()
    assert propose(pool(25, 30), 3) == Proposal((), (1, 2))
    assert propose([], 2) == Proposal((), ())


@pytest.mark.parametrize("refused", [{2}, {2, 5}, set(range(1, 7))])
def test_who_refused_is_in_no_team_and_the_others_are_proposed_again(refused: set[int]) -> None:
    agents = pool(*[10.0, 20, 30, 40, 50, 60], friends=((1, 2), (3, 2)))
    again = propose(agents, 2, refused=refused)
    assert again == propose([a for a in agents if a.number not in refused], 2)
    assert not refused & {one for team in (*again.teams, again.left) for one in team}


def test_a_friend_who_is_not_there_changes_nothing() -> None:
    assert propose(pool(1, 2, 3, 4, friends=((1, 99), (2, 2))), 2) == propose(pool(1, 2, 3, 4), 2)
