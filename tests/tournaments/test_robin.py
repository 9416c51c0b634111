"""Everybody meets everybody once, from the side the table says, in groups that are fair."""

import json
from collections import Counter
from itertools import chain, combinations
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cogs.tournaments.rules.refusals import BadGroups, TooFew
from cogs.tournaments.rules.robin import berger, pots, schedule, snake, together

HERE = Path(__file__).parent
SAMPLE: dict[str, Any] = json.loads((HERE / "oracle" / "berger.json").read_text("utf-8"))["data"]
SHARED = HERE.parents[1] / "../shared/oracle/round_robin_berger.json"
AWAY = "the whole oracle is not beside this repository; the sample is"


def listed(size: int) -> list[list[list[int | None]]]:
    return [[list(pair) for pair in seating] for seating in berger(size)]


def by_turning(size: int) -> list[set[tuple[int, int]]]:
    """The table as an arbiter makes it: fold 1..m, then move everybody but m on by half.

    The one at m changes sides from round to round.
    """
    top = size + size % 2
    pairs = [(low, top + 1 - low) for low in range(1, top // 2 + 1)]
    rounds = []
    for number in range(top - 1):
        rounds.append({pair[::-1] if top in pair and number % 2 else pair for pair in pairs})
        pairs = [
            tuple(at if at == top else (at + top // 2 - 1) % (top - 1) + 1 for at in pair)  # type: ignore[misc]  # two stay two
            for pair in pairs
        ]
    return rounds


@pytest.mark.parametrize("size", SAMPLE)
def test_the_sample_is_the_table_in_its_order_and_its_sides(size: str) -> None:
    assert listed(int(size)) == SAMPLE[size]


@pytest.mark.skipif(not SHARED.is_file(), reason=AWAY)
def test_the_whole_oracle_is_the_table() -> None:
    for size, rounds in json.loads(SHARED.read_text("utf-8"))["data"].items():
        assert listed(int(size)) == rounds


def test_every_size_is_what_an_arbiter_gets_by_turning_the_table() -> None:
    for size in range(2, 65):
        top = size + size % 2
        for seating, turned in zip(berger(size), by_turning(size), strict=True):
            met = {(one, other) for one, other in seating if other is not None}
            assert met == {pair for pair in turned if size == top or top not in pair}
            rests = [one for one, other in seating if other is None]
            assert (
                rests
                == [one + other - top for one, other in turned if top in (one, other)][: size % 2]
            )


@settings(max_examples=60)
@given(st.integers(2, 60))
def test_nobody_is_named_first_much_more_often_than_second(size: int) -> None:
    firsts = Counter(one for seating in berger(size) for one, other in seating if other)
    assert max(firsts.values()) - min(firsts.values()) <= 1
    assert all(2 * firsts[at] in range(size - 2, size + 1) for at in range(1, size + 1))


@settings(max_examples=60)
@given(st.integers(2, 40), st.integers(1, 3), st.randoms(use_true_random=False))
def test_every_pair_meets_once_a_leg_and_nobody_rests_twice(
    size: int, legs: int, luck: Random
) -> None:
    entrants = luck.sample(range(1, 10 * size), size)
    rounds = schedule(entrants, legs)
    a_leg = size - 1 + size % 2
    assert len(rounds) == legs * a_leg
    for leg in range(legs):
        cycle = rounds[leg * a_leg : (leg + 1) * a_leg]
        met = [frozenset(pair) for pair in chain.from_iterable(cycle)]
        assert sorted(map(sorted, met)) == sorted(map(sorted, combinations(entrants, 2)))
        for pairs in cycle:
            assert len(set(chain.from_iterable(pairs))) == 2 * len(pairs) == size - size % 2
        resting = Counter(set(entrants).difference(*pairs).pop() for pairs in cycle if size % 2)
        assert set(resting.values()) <= {1}


def test_the_second_leg_is_the_first_with_sides_exchanged() -> None:
    once, twice, again = schedule((7, 3, 9)), schedule((7, 3, 9), 2), schedule((7, 3, 9), 3)
    assert once == (((3, 9),), ((7, 3),), ((9, 7),))
    assert twice == (*once, ((9, 3),), ((3, 7),), ((7, 9),))
    assert again == (*twice, *once)


def test_one_alone_has_no_table() -> None:
    for entrants in ((), (1,)):
        with pytest.raises(TooFew):
            schedule(entrants)


def test_groups_play_their_rounds_side_by_side_in_the_order_of_the_groups() -> None:
    groups = [schedule((1, 6, 7)), schedule((2, 5)), schedule((3, 4, 8, 9))]
    assert together(groups) == (
        ((6, 7), (2, 5), (3, 9), (4, 8)),
        ((1, 6), (3, 4), (9, 8)),
        ((7, 1), (8, 3), (4, 9)),
    )
    assert together([]) == ()


def test_the_snake_goes_there_and_back() -> None:
    assert snake(range(1, 17), 4) == (
        (1, 8, 9, 16),
        (2, 7, 10, 15),
        (3, 6, 11, 14),
        (4, 5, 12, 13),
    )
    assert snake(range(1, 11), 4) == ((1, 8, 9), (2, 7, 10), (3, 6), (4, 5))
    assert snake((5, 1, 4, 2, 3, 9), 4) == ((5,), (1,), (4, 9), (2, 3))
    assert snake((3, 1, 2), 1) == ((3, 1, 2),)


@given(st.integers(1, 80), st.integers(1, 20), st.text(max_size=8))
def test_groups_hold_everybody_once_and_differ_by_one_at_most(
    entrants: int, groups: int, secret: str
) -> None:
    field = range(1, entrants + 1)
    if groups > entrants:
        with pytest.raises(BadGroups):
            snake(field, groups)
        with pytest.raises(BadGroups):
            pots(field, groups, secret)
        return
    for dealt in (snake(field, groups), pots(field, groups, secret)):
        assert len(dealt) == groups
        assert sorted(chain.from_iterable(dealt)) == list(field)
        assert {len(group) for group in dealt} <= {entrants // groups, -(-entrants // groups)}
        for group in dealt:  # one of each pot, the best pot first
            assert [(entrant - 1) // groups for entrant in group] == list(range(len(group)))


def test_pots_are_drawn_from_the_secret_and_from_nothing_else() -> None:
    field = range(1, 17)
    drawn = {pots(field, 4, f"evening {number}") for number in range(40)}
    assert len(drawn) > 30
    assert pots(field, 4, "evening 7") == pots(list(field), 4, "evening 7")
    top = Counter(group.index(1) for groups in drawn for group in groups if 1 in group)
    assert top == {0: len(drawn)}
    where = Counter(at for groups in drawn for at, group in enumerate(groups) if 16 in group)
    assert len(where) == 4


def test_no_group_at_all_is_no_draw() -> None:
    with pytest.raises(BadGroups):
        snake((1, 2), 0)
    with pytest.raises(BadGroups):
        pots((1, 2), 0, "secret")
