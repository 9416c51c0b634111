"""Who shares a club, a city or a class meets late, and the host hears of those who cannot."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import combinations, combinations_with_replacement, permutations
from math import factorial, prod

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cogs.tournaments.rules.apart import Hall, Ledger
from cogs.tournaments.rules.bracket import seats_of
from cogs.tournaments.rules.refusals import TooFew
from cogs.tournaments.rules.separation import Broken, Label, spread, standard_tiers
from tests.tournaments.meetings import (
    LABELS,
    clubs,
    cost_of,
    meetings,
    sharing,
    tiers_kept,
    within,
)


def can_be_paired(people: Sequence[int], clash: Callable[[int, int], bool]) -> bool:
    if not people:
        return True
    first, *rest = people
    return any(
        not clash(first, other) and can_be_paired([one for one in rest if one != other], clash)
        for other in rest
    )


def test_the_tiers_of_the_field() -> None:
    assert standard_tiers(1) == (1,)
    assert standard_tiers(2) == (1, 1)
    assert standard_tiers(3) == (1, 1, 1)
    assert standard_tiers(8) == (1, 1, 2, 4)
    assert standard_tiers(20) == (1, 1, 2, 4, 8, 4)
    assert all(sum(standard_tiers(entrants)) == entrants for entrants in range(1, 200))


@pytest.mark.parametrize("entrants", [2, 3, 8, 13, 64])
@pytest.mark.parametrize("free", [True, False])
def test_who_shares_nothing_stays_where_they_are(entrants: int, free: bool) -> None:
    order = [*range(entrants, 0, -1)]
    tiers = None if free else standard_tiers(entrants)
    assert spread(order, {}, tiers=tiers).order == tuple(order)
    assert spread(order, {}, [(1, 1), (1, 99)], tiers=tiers) == spread(order, {}, tiers=tiers)


def few_orders(entrants: int) -> list[tuple[int, ...]]:
    """The tiers of three sizes at most that leave few enough orders to try them all."""
    cuts = combinations_with_replacement(range(entrants + 1), 2)
    sizes = [(one, other - one, entrants - other) for one, other in cuts]
    return [tiers for tiers in sizes if prod(map(factorial, tiers)) <= 800]


@settings(max_examples=60)
@given(st.data(), st.integers(2, 8))
def test_up_to_eight_no_arrangement_within_the_tiers_is_better(
    data: st.DataObject, entrants: int
) -> None:
    labels = {entrant: data.draw(LABELS) for entrant in range(1, entrants + 1)}
    tiers = data.draw(st.sampled_from([standard_tiers(entrants), *few_orders(entrants)]))
    order = data.draw(st.permutations(sorted(labels)))
    found = spread(order, labels, tiers=tiers)
    shared = sharing(labels)
    assert tiers_kept(order, found.order, tiers)
    assert cost_of(found.order, shared) == min(
        cost_of(other, shared) for other in within(order, tiers)
    )


@settings(max_examples=15)
@given(st.data(), st.integers(2, 6))
def test_up_to_six_no_lot_would_have_been_better(data: st.DataObject, entrants: int) -> None:
    labels = {entrant: data.draw(LABELS) for entrant in range(1, entrants + 1)}
    shared = sharing(labels)
    found = spread(sorted(labels), labels, tiers=None)
    assert cost_of(found.order, shared) == min(
        cost_of(other, shared) for other in permutations(sorted(labels))
    )


@settings(max_examples=100)
@given(st.lists(LABELS, min_size=8, max_size=8))
def test_a_lot_of_eight_has_no_first_match_of_one_key_that_another_lot_avoids(
    given_: list[frozenset[Label]],
) -> None:
    labels = dict(enumerate(given_, start=1))
    found = spread(sorted(labels), labels, tiers=None)
    avoidable = can_be_paired(
        sorted(labels), lambda one, other: sharing(labels)(one, other) > (0, 0)
    )
    assert all(broken.round > 1 for broken in found.broken) == avoidable


@settings(max_examples=30)
@given(st.data(), st.integers(9, 70), st.booleans())
def test_any_field_keeps_its_tiers_and_names_every_first_match_of_one_key(
    data: st.DataObject,
    entrants: int,
    free: bool,
) -> None:
    labels = {entrant: data.draw(LABELS) for entrant in range(1, entrants + 1)}
    order = sorted(labels)
    tiers = None if free else standard_tiers(entrants)
    found = spread(order, labels, tiers=tiers)
    assert tiers_kept(order, found.order, tiers or [entrants])
    assert cost_of(found.order, sharing(labels)) <= cost_of(order, sharing(labels))
    assert found == spread(order, labels, tiers=tiers)
    firsts = {frozenset(two) for *two, round_ in meetings(found.order) if round_ == 1}
    clashes = {two for two in firsts if sharing(labels)(*two) > (0, 0)}
    assert {frozenset((one.one, one.other)) for one in found.broken if one.round == 1} == clashes


@pytest.mark.parametrize("entrants", [16, 24, 32, 64, 100, 128])
@pytest.mark.parametrize("tiered", [True, False])
def test_clubs_of_any_size_are_spread_evenly_over_halves_quarters_and_first_matches(
    entrants: int,
    tiered: bool,
) -> None:
    members = Counter(str((7 * entrant) % 23 % 6) for entrant in range(entrants))
    order = range(1, entrants + 1)
    labels = clubs("".join(str((7 * at) % 23 % 6) for at in range(entrants)))
    found = spread(order, labels, tiers=standard_tiers(entrants) if tiered else None).order
    seats = seats_of(entrants)
    for blocks in (2, 4, 8, len(seats) // 4, len(seats) // 2):
        for club, size in members.items():
            inside = Counter(
                slot * blocks // len(seats)
                for slot, seed in enumerate(seats)
                if seed and labels[found[seed - 1]] == {Label("club", club)}
            )
            assert max(inside.values()) == -(-size // blocks)


def test_two_of_one_club_meet_in_the_final_at_the_earliest() -> None:
    labels = clubs("....aabb")
    found = spread(range(1, 9), labels, tiers=standard_tiers(8))
    rounds = {frozenset(two): round_ for *two, round_ in meetings(found.order)}
    assert rounds[frozenset({5, 6})] == rounds[frozenset({7, 8})] == 3
    assert found.broken == ()


@pytest.mark.parametrize("tiers", [None, standard_tiers(64)])
def test_when_one_swap_is_enough_nobody_else_moves(tiers: Sequence[int] | None) -> None:
    order = range(1, 65)
    labels = {1: {Label("club", "a")}, 64: {Label("club", "a")}}  # the first match of all
    found = spread(order, labels, tiers=tiers).order
    assert sum(now != before for now, before in zip(found, order, strict=True)) == 2


@settings(max_examples=40)
@given(st.data(), st.integers(3, 40))
def test_what_a_swap_is_said_to_change_is_what_it_changes(
    data: st.DataObject, entrants: int
) -> None:
    keys = st.sets(st.integers(0, 4), max_size=3).map(tuple)
    held = data.draw(st.lists(keys, min_size=entrants, max_size=entrants))
    blocks = tuple(tuple(slot >> level for slot in range(entrants)) for level in (1, 2, 3, 4))
    hall = Hall((0,) * entrants, blocks, tuple(held), (True, False) * 2 + (False,), {})
    ledger = Ledger(hall, range(entrants))
    one, other = data.draw(
        st.lists(st.sampled_from(range(entrants)), min_size=2, max_size=2, unique=True)
    )
    before, gain = ledger.cost, ledger.gain(one, other)
    ledger.swap(one, other)
    assert ledger.cost == before + gain == Ledger(hall, ledger.seating).cost


@pytest.mark.parametrize(
    ("members", "fewest"), [(2, (0, 0)), (5, (1, 4)), (6, (2, 6)), (8, (4, 12))]
)
def test_how_few_of_one_key_can_share_a_block(members: int, fewest: tuple[int, ...]) -> None:
    blocks = tuple(tuple(slot >> level for slot in range(8)) for level in (1, 2))
    held = tuple((0,) if slot < members else () for slot in range(8))
    assert Hall((0,) * 8, blocks, held, (False,), {}).fewest == (fewest,)


def test_a_hard_key_comes_before_a_soft_one() -> None:
    club, class_ = Label("club", "a"), Label("class", "x", hard=True)
    labels = {1: {club, class_}, 3: {club}, 4: {class_}}
    found = spread([1, 2, 3, 4], labels, tiers=standard_tiers(4))
    assert found.order == (1, 2, 4, 3)
    assert found.broken == (Broken(1, 3, "club", 1),)


def test_who_cannot_be_kept_apart_is_named_with_the_better_seed_first() -> None:
    found = spread([4, 3, 2, 1], clubs("aa.."), tiers=None)
    assert found.broken == ()
    found = spread([4, 3, 2, 1], clubs("aaa."), tiers=None)
    (broken,) = found.broken
    assert broken.round == 1
    assert broken.kind == "club"
    assert found.order.index(broken.one) < found.order.index(broken.other)


def test_of_a_hard_key_an_early_meeting_is_named_too_and_of_a_soft_one_only_the_first() -> None:
    # 1 and 4 cannot leave the upper half: two of one club could have met in the final.
    tiers = (1, 1, 1, 1, 4)
    hard = spread(range(1, 9), clubs("a..a....", hard=True), tiers=tiers)
    assert hard.broken == (Broken(1, 4, "club", 2),)
    assert spread(range(1, 9), clubs("a..a...."), tiers=tiers).broken == ()


def test_those_who_have_met_are_kept_apart_like_those_of_a_club() -> None:
    found = spread([1, 2, 3, 4], {}, [(4, 1), (1, 4)], tiers=standard_tiers(4))
    assert found.order == (1, 2, 4, 3)
    everybody = [*combinations(range(1, 5), 2)]
    assert len(spread([1, 2, 3, 4], {}, everybody, tiers=None).broken) == 2
    assert len(spread([1, 2, 3, 4], {}, everybody, tiers=None, met_hard=True).broken) == 2


def test_a_label_is_as_hard_as_the_hardest_who_bears_it() -> None:
    labels = {1: {Label("club", "a")}, 4: {Label("club", "a", hard=True)}}
    found = spread(range(1, 9), labels, tiers=(1,) * 8)
    assert found.broken == (Broken(1, 4, "club", 2),)


def test_tiers_that_do_not_fit_are_a_mistake_of_ours_and_one_entrant_is_refused() -> None:
    with pytest.raises(ValueError, match="tiers for 3 seeds"):
        spread([1, 2], {}, tiers=(1, 2))
    with pytest.raises(TooFew):
        spread([1], {}, tiers=None)
