"""Losers cross over so that the same two seldom meet again: the masks, and what they promise."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.tournaments.rules.drops import (
    NAMES,
    Drops,
    expected_rematches,
    first_rematch,
    mask_of,
    masks,
    meets_again,
    named,
)

SAMPLE: dict[str, Any] = json.loads(
    (Path(__file__).parent / "oracle" / "drop_masks.json").read_text("utf-8")
)
SHARED = Path(__file__).parents[2] / "../shared/oracle"
Pair = tuple[int, int]
POWERS = [2**power for power in range(1, 13)]


def widths(size: int) -> range:
    """How many bits each mask of a bracket of this size has, the first round first."""
    return range(size.bit_length() - 2, -1, -1)


def family(name: str, size: int) -> tuple[int, ...]:
    """The masks that an oracle means: one of ours, or methods that take turns after the first."""
    if name in set(Drops):
        return masks(Drops(name), size)
    methods = name.split()
    turns = [methods[round_ % len(methods)] for round_ in range(len(widths(size)))]
    return tuple(map(mask_of, ["natural", *turns[1:]], widths(size)))


ANY_MASKS = st.sampled_from(POWERS[:8]).flatmap(
    lambda size: st.tuples(*(st.integers(0, 2**width - 1) for width in widths(size)))
)


@pytest.mark.parametrize("name", SAMPLE["masks"])
def test_the_masks_are_those_of_the_oracle(name: str) -> None:
    for size, expected in SAMPLE["masks"][name].items():
        assert masks(Drops(name), int(size)) == tuple(expected)


@pytest.mark.parametrize("size", SAMPLE["expected"])
def test_as_many_rematches_are_expected_as_the_oracle_counts(size: str) -> None:
    for name, expected in SAMPLE["expected"][size].items():
        assert round(expected_rematches(family(name, int(size))), 4) == expected


@pytest.mark.parametrize("size", SAMPLE["analysis"])
def test_the_first_rematch_can_happen_when_the_oracle_says(size: str) -> None:
    for name, (expected, first) in SAMPLE["analysis"][size].items():
        assert round(expected_rematches(family(name, int(size))), 4) == expected
        assert first_rematch(family(name, int(size))) == first


@pytest.mark.skipif(not SHARED.is_dir(), reason="the whole oracle is not beside this repository")
def test_our_sample_still_says_what_the_whole_oracle_says() -> None:
    whole = json.loads((SHARED / "loser_drop_masks.json").read_text("utf-8"))
    assert whole["brackets_manager_default"] == SAMPLE["masks"]["brackets_manager"]
    assert [SAMPLE["masks"]["cycle"]] == [whole[key] for key in whole if key.startswith("cycle")]
    for size, found in whole["recommended"].items():
        ours = SAMPLE["expected"][size]
        assert found.pop("masks") == SAMPLE["masks"]["optimal"][size]
        assert Counter(found.values()) == Counter(ours.values())
        assert found["expected_rematches"] == ours["optimal"]
    analysis = json.loads((SHARED / "rematch_analysis.json").read_text("utf-8"))
    for size, found in analysis.items():
        both = zip(
            found["expected_rematches"].values(),
            found["first_possible_rematch_LB_round"].values(),
            strict=True,
        )
        assert sorted(map(list, both)) == sorted(SAMPLE["analysis"][size].values())
        assert [found["optimal_count"], found["optimal_masks"]] == SAMPLE["optima"][size]


@pytest.mark.parametrize("size", POWERS)
@pytest.mark.parametrize("drops", Drops)
def test_every_family_has_a_mask_that_fits_each_round(drops: Drops, size: int) -> None:
    found = masks(drops, size)
    assert len(found) == len(widths(size))
    assert all(mask < 2**width for mask, width in zip(found, widths(size), strict=True))
    assert found[-1] == 0


def test_sizes_beyond_every_table_take_the_cycle() -> None:
    for drops in (Drops.OPTIMAL, Drops.PORTABLE):
        assert masks(drops, 8192) == masks(Drops.CYCLE, 8192)
    assert masks(Drops.CYCLE, 8192) == (0, 2047, 511, 256, 0, 127, 31, 16, 0, 7, 1, 1, 0)


@pytest.mark.parametrize("size", [-8, 0, 1, 3, 12, 1000])
def test_a_size_that_no_bracket_has_is_our_fault(size: int) -> None:
    with pytest.raises(ValueError, match="not the size of a bracket"):
        masks(Drops.NATURAL, size)


# The table of `spec/tournaments.md` 18.2, as another engine is told it.
SEED_ORDERING = {
    8: "natural reverse natural",
    16: "natural half_shift natural natural",
    32: "natural reverse_half_shift half_shift natural natural",
    64: "natural half_shift reverse reverse_half_shift reverse natural",
    128: "natural reverse_half_shift half_shift reverse natural reverse natural",
    256: "natural half_shift reverse reverse_half_shift pair_flip half_shift natural natural",
}


@pytest.mark.parametrize("size", SEED_ORDERING)
def test_portable_masks_have_the_names_another_engine_knows(size: int) -> None:
    names = list(map(named, masks(Drops.PORTABLE, size), widths(size)))
    assert names == SEED_ORDERING[size].split()


@pytest.mark.parametrize("size", POWERS)
def test_only_optimal_masks_may_be_without_a_name(size: int) -> None:
    for drops in set(Drops) - {Drops.OPTIMAL}:
        assert all(map(named, masks(drops, size), widths(size)))


@given(st.sampled_from(NAMES), st.integers(0, 12))
def test_a_name_found_for_a_mask_means_that_mask(name: str, width: int) -> None:
    found = named(mask_of(name, width), width)
    assert found is not None
    assert 0 <= mask_of(name, width) < 2**width
    assert mask_of(found, width) == mask_of(name, width)
    assert width <= 2 or found == name


def test_most_masks_have_no_name() -> None:
    assert [mask for mask in range(16) if named(mask, 4)] == [0, 1, 7, 8, 15]


@given(ANY_MASKS, st.integers(0))
def test_turning_the_whole_bracket_round_changes_nothing(found: tuple[int, ...], by: int) -> None:
    """So a search may leave the first mask at 0 and still have tried everything."""
    by %= 2 ** max(0, len(found) - 1)
    turned = [mask ^ (by >> round_) for round_, mask in enumerate(found)]
    assert expected_rematches(turned) == expected_rematches(found)
    assert first_rematch(turned) == first_rematch(found)


def bout(pairs: Iterable[Pair], coins: Iterator[int]) -> tuple[list[int], list[int]]:
    """Who wins and who loses these matches, in their order."""
    ended = [pair if next(coins) else pair[::-1] for pair in pairs]
    return [winner for winner, _ in ended], [loser for _, loser in ended]


def evening(found: Sequence[int], coins: Iterator[int]) -> Iterator[int]:
    """The losers' round of each rematch, when the matches end as the coins fall.

    The bracket is played here from round to round, and knows nothing of the formula.
    """
    winners: Sequence[int] = range(2 ** len(found))
    lost_to: dict[int, int] = {}
    staying: list[int] = []
    for before, mask in enumerate(found):
        winners, beaten = bout(zip(winners[::2], winners[1::2], strict=True), coins)
        lost_to |= zip(beaten, winners, strict=True)
        dropped = [beaten[slot ^ mask] for slot in range(len(beaten))]
        if before:
            pairs = list(zip(dropped, staying, strict=True))
            yield from (2 * before for pair in pairs if met(pair, lost_to))
            dropped = bout(pairs, coins)[0]
        pairs = list(zip(dropped[::2], dropped[1::2], strict=False))
        yield from (2 * before + 1 for pair in pairs if met(pair, lost_to))
        staying = bout(pairs, coins)[0]


def met(pair: Pair, lost_to: Mapping[int, int]) -> bool:
    one, other = pair
    return lost_to[one] == other or lost_to[other] == one


@pytest.mark.parametrize("found", [(0, 0), (1, 0), (0, 0, 0), (0, 1, 0), (2, 0, 0), (3, 1, 0)])
def test_the_formula_counts_every_way_an_evening_can_end(found: tuple[int, ...]) -> None:
    matches = 2 * 2 ** len(found) - 3
    ways = product((0, 1), repeat=matches)
    seen = Counter(at for coins in ways for at in evening(found, iter(coins)))
    assert seen.total() == expected_rematches(found) * 2**matches
    assert min(seen) == first_rematch(found)
    rounds = range(1, len(found) + 1)
    assert seen.keys() == {meets_again(found, s, r) for s, r in combinations(rounds, 2)}


def best_masks(size: int) -> tuple[float, list[tuple[int, ...]]]:
    """The fewest rematches of any masks, and all masks that have them, the first mask at 0.

    Everything is tried but what is worse already: each round only adds to the sum.
    """
    least = expected_rematches(masks(Drops.CYCLE, size))
    best: list[tuple[int, ...]] = []
    begun: list[tuple[tuple[int, ...], float]] = [((0,), 0.0)]
    while begun:
        tried, so_far = begun.pop()
        if so_far > least:
            continue
        if len(tried) < len(widths(size)):
            for mask in range(2 ** widths(size)[len(tried)]):
                further = (*tried, mask)
                begun.append((further, so_far + added(further, size)))
        else:
            best = [*best, tried] if so_far == least else [tried]
            least = so_far
    return least, best


def added(tried: Sequence[int], size: int) -> float:
    """What the last of these masks adds to the rematches expected: its losers against earlier."""
    r = len(tried)
    total = 0.0
    for s in range(1, r):
        at = meets_again(tried, s, r)
        early = at - (1 if s == 1 else 2 * (s - 1))
        total += 2.0 ** (len(widths(size)) - r - early - (at - 2 * (r - 1)))
    return total


@pytest.mark.parametrize("size", [8, 16, 32, 64, 128])
def test_nothing_beats_the_optimal_masks(size: int) -> None:
    assert_optimal(size)


@pytest.mark.long
def test_nothing_beats_the_optimal_masks_of_the_largest_bracket_searched() -> None:
    assert_optimal(256)


def assert_optimal(size: int) -> None:
    least, best = best_masks(size)
    many, one_of_them = SAMPLE["optima"][str(size)]
    assert least == expected_rematches(masks(Drops.OPTIMAL, size))
    assert masks(Drops.OPTIMAL, size) in best
    assert tuple(one_of_them) in best
    assert len(best) == many
