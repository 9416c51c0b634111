"""From groups to playoffs, and inside groups: nobody meets the same people twice for nothing."""

from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cogs.tournaments.rules.bracket import seats_of
from cogs.tournaments.rules.crossing import crossed, playoff_order, swiss_cut_order
from cogs.tournaments.rules.separation import (
    IN_GROUP,
    Broken,
    Label,
    apart_in_groups,
    standard_tiers,
)
from tests.tournaments.meetings import LABELS, cost_of, meetings, sharing, tiers_kept, within

QUALIFIED = st.lists(st.integers(0, 4), min_size=1, max_size=5).filter(
    lambda sizes: 2 <= sum(sizes) <= 8
)


def groups_of(sizes: Sequence[int]) -> list[list[int]]:
    numbers = iter(range(1, sum(sizes) + 1))
    return [[next(numbers) for _ in range(size)] for size in sizes]


@settings(max_examples=60)
@given(QUALIFIED)
def test_nobody_meets_their_group_at_once_when_one_arrangement_avoids_it(sizes: list[int]) -> None:
    qualified = groups_of(sizes)
    group = {entrant: at for at, who in enumerate(qualified) for entrant in who}
    tiers = [sum(size > place for size in sizes) for place in range(max(sizes))]
    base = [who[place] for place in range(max(sizes)) for who in qualified if place < len(who)]

    def shared(one: int, other: int) -> tuple[int, int]:
        return int(group[one] == group[other]), 0

    found = playoff_order(qualified)
    assert tiers_kept(base, found, tiers)
    assert cost_of(found, shared) == min(cost_of(other, shared) for other in within(base, tiers))


@pytest.mark.parametrize(("groups", "places"), [(2, 2), (4, 2), (8, 2), (16, 2), (4, 4), (8, 4)])
def test_of_equal_groups_the_first_two_meet_in_the_final_and_four_share_no_quarter(
    groups: int, places: int
) -> None:
    found = crossed(groups_of([places] * groups))
    assert found.broken == ()
    final = len(seats_of(groups * places)).bit_length() - 1
    same = [
        round_
        for one, other, round_ in meetings(found.order)
        if (one - 1) // places == (other - 1) // places
    ]
    assert min(same) == final + 1 - places // 2


def test_groups_stand_in_their_order_unless_they_must_give_way() -> None:
    assert playoff_order([[10], [20], [30], [40]]) == (10, 20, 30, 40)
    assert playoff_order([[10, 11], [20, 21]]) == (10, 20, 11, 21)


def test_clubs_count_in_the_playoffs_after_groups() -> None:
    club, other, city = Label("club", "a"), Label("club", "b"), Label("city", "c")
    found = crossed([[1, 2], [3, 4]], {1: {club, city}, 4: {club, city}, 2: {other}, 3: {other}})
    assert found.order == (1, 3, 2, 4)
    assert found.broken == (
        *(Broken(1, 4, "city", 1), Broken(1, 4, "club", 1)),
        Broken(3, 2, "club", 1),
    )
    crossing = crossed([[1, 2], [3, 4], [5, 6], [7, 8]], {3: {club}, 6: {club}}).order
    assert (3, 6, 1) not in meetings(crossing)
    assert (6, 3, 1) not in meetings(crossing)


def test_the_cut_of_a_swiss_keeps_the_standing_and_avoids_rematches_within_the_tiers() -> None:
    standing = [9, 8, 7, 6, 5, 4, 3, 2, 1]
    assert swiss_cut_order(standing, 8) == (9, 8, 7, 6, 5, 4, 3, 2)
    found = swiss_cut_order(standing, 8, [(9, 2), (8, 3)])
    assert tiers_kept(standing[:8], found, standard_tiers(8))
    firsts = {(one, other) for one, other, round_ in meetings(found) if round_ == 1}
    assert not {(9, 2), (8, 3)} & firsts
    # The first has met both of those whom the tiers allow, and does not become the second.
    assert swiss_cut_order([1, 2, 3, 4], 4, [(1, 3), (1, 4)]) == (1, 2, 3, 4)


GROUPS = st.tuples(st.integers(1, 4), st.integers(1, 8)).filter(lambda it: it[0] <= it[1])


@settings(max_examples=60)
@given(st.data(), GROUPS)
def test_in_small_groups_no_swap_of_equals_parts_more(
    data: st.DataObject, drawn: tuple[int, int]
) -> None:
    count, entrants = drawn
    labels = {entrant: data.draw(LABELS) for entrant in range(1, entrants + 1)}
    groups = [sorted(labels)[at::count] for at in range(count)]
    found = apart_in_groups(groups, labels)
    tiers = [sum(len(group) > place for group in groups) for place in range(len(groups[0]))]

    def cost(order: Sequence[int]) -> tuple[int, int]:
        pairs = (two for at in range(count) for two in combinations(order[at::count], 2))
        shared = [sharing(labels)(*two) for two in pairs]
        return sum(hard for hard, _ in shared), sum(soft for _, soft in shared)

    dealt = [
        group[place]
        for place in range(len(groups[0]))
        for group in found.groups
        if place < len(group)
    ]
    assert [len(group) for group in found.groups] == [len(group) for group in groups]
    assert tiers_kept(sorted(labels), dealt, tiers)
    assert cost(dealt) == min(cost(other) for other in within(sorted(labels), tiers))
    together = {
        two
        for group in found.groups
        for two in combinations(sorted(group), 2)
        if sharing(labels)(*two) > (0, 0)
    }
    assert {(one.one, one.other) for one in found.broken} == together
    assert {one.round for one in found.broken} <= {IN_GROUP}


def test_eight_groups_of_eight_have_one_of_each_club_and_leave_others_alone() -> None:
    groups = [range(1 + 8 * at, 9 + 8 * at) for at in range(8)]
    labels = {
        entrant: {Label("club", str((entrant - 1) // 8))} for group in groups for entrant in group
    }
    found = apart_in_groups(groups, labels)
    assert found.broken == ()
    untouched = apart_in_groups([[1, 2], [], [3]], {})
    assert untouched.groups == ((1, 2), (), (3,))
