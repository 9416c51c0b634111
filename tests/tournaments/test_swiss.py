"""A Swiss round costs as little as any could, whoever comes, leaves or has met; and says how sure.

The small fields are held against every possible pairing, the larger ones against a matching of
the whole field, and the states of the oracle against what it says.
"""

import json
import os
from collections.abc import Callable, Collection, Sequence
from itertools import combinations, pairwise
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cogs.tournaments.rules import exact
from cogs.tournaments.rules.fold import fold
from cogs.tournaments.rules.swiss import (
    Contender,
    Edge,
    Pair,
    Proof,
    cost_of,
    pair,
    rounds_for,
)
from cogs.tournaments.service.matching import matched
from tests.tournaments.swisses import (
    chance_state,
    evening,
    every_pairing,
    in_one_matching,
    judged,
    remember,
    some_state,
    told,
)

SAMPLE: dict[str, Any] = json.loads(
    (Path(__file__).parent / "oracle" / "swiss.json").read_text("utf-8")
)
SHARED = Path(__file__).parents[2] / "../shared/oracle/swiss_states.json"
AWAY = "the whole oracle is not beside this repository; the sample is"

Promise = Callable[[int, int, Random], None]
Numbers = st.SearchStrategy[int]
LUCK = st.randoms(use_true_random=True)


def follows_the_oracle(rounds: list[list[Any]]) -> list[Proof]:
    met: dict[int, set[int]] = {}
    proofs = []
    for active, scores, byes, best, pairs, _ in rounds:
        field = [
            Contender(entrant, score, int(entrant in byes))
            for entrant, score in zip(active, scores, strict=True)
        ]
        pairing = told((field, met))
        assert list(pairing.cost) == best
        proofs.append(pairing.proof)
        remember(met, pairs)
    return proofs


@pytest.mark.parametrize("entrants", SAMPLE)
def test_each_round_of_the_sample_reaches_the_optimum_and_proves_it(entrants: str) -> None:
    assert Proof.NOT_PROVED not in follows_the_oracle(SAMPLE[entrants])


@pytest.mark.skipif(not SHARED.is_file(), reason=AWAY)
def test_each_round_of_the_whole_oracle_reaches_the_optimum_and_proves_it() -> None:
    proofs: list[Proof] = []
    for tournament in json.loads(SHARED.read_text("utf-8"))["data"]:
        keys = ("active", "score", "byes", "best", "pairs", "winners")
        proofs += follows_the_oracle(
            [[each[key] for key in keys] for each in tournament["rounds"]]
        )
    assert Proof.NOT_PROVED not in proofs
    assert proofs.count(Proof.BOUND) == 97


def equals_the_best_of_all(entrants: int, rounds: int, luck: Random) -> None:
    field, met = some_state(entrants, rounds, luck)
    pairing = told((field, met))
    costs = {
        (cost_of(field, met, pairs, bye), bye)
        for pairs, bye in every_pairing([one.entrant for one in field])
    }
    assert pairing.cost == min(costs)[0]
    fewest = min((one.byes for one in field), default=0)
    if pairing.cost[1] > fewest and pairing.bye:  # a second bye, while somebody has had fewer
        others = {one.entrant for one in field if one.byes == fewest}
        assert all(cost[0] > pairing.cost[0] for cost, bye in costs if bye in others)


def equals_one_matching(entrants: int, rounds: int, luck: Random) -> None:
    field, met = some_state(entrants, rounds, luck)
    assume(field)
    assert told((field, met)).cost == in_one_matching(field, met)


def windows_prove_the_same(entrants: int, rounds: int, luck: Random) -> None:
    """Small fields are matched whole; here they are not, so that narrow windows must prove it."""
    field, met = chance_state(entrants, luck) if rounds % 3 else some_state(entrants, rounds, luck)
    start = fold(field, met)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(exact, "SMALL", 0)
        patch.setattr(exact, "SPARE", luck.choice([0, 1, 2, 8]))
        if start.trouble:
            found = exact.exact(field, met, matched, start)
            cost = cost_of(field, met, found.pairs, found.bye)
            assert (cost, found.proved) == (in_one_matching(field, met), True)


PROMISES: list[tuple[Promise, Numbers, Numbers, int]] = [
    (equals_the_best_of_all, st.integers(2, 8), st.integers(1, 8), 35),
    (equals_one_matching, st.integers(9, 64), st.integers(1, 9), 20),
    (windows_prove_the_same, st.integers(20, 64), st.integers(4, 9), 60),
]


@pytest.mark.parametrize(("promise", "entrants", "rounds", "few"), PROMISES)
def test_after_some_rounds_the_cost(
    promise: Promise, entrants: Numbers, rounds: Numbers, few: int
) -> None:
    settings(max_examples=few, deadline=None)(given(entrants, rounds, LUCK)(promise))()


@pytest.mark.long
@pytest.mark.parametrize(("promise", "entrants", "rounds", "few"), PROMISES)
def test_after_many_rounds_the_cost(
    promise: Promise, entrants: Numbers, rounds: Numbers, few: int
) -> None:
    """As many as there is time for: `EVENINGS=10000 pytest -m long tests/tournaments`."""
    evenings = int(os.environ.get("EVENINGS", str(20 * few)))
    chance = settings(max_examples=evenings, deadline=None, derandomize=False)
    chance(given(entrants, rounds, LUCK)(promise))()


def test_a_second_bye_is_taken_only_where_it_saves_a_rematch() -> None:
    field = [Contender(1, 2, byes=1), Contender(2, 0), Contender(3, 0)]
    assert told((field, {})).bye == 3
    met: dict[int, set[int]] = {}
    remember(met, [(1, 2), (1, 3)])
    pairing = told((field, met))
    assert (pairing.bye, pairing.cost, pairing.proof) == (1, (0, 1, 2, 0), Proof.MATCHING)


def test_where_everybody_has_met_a_rematch_is_had_and_proved() -> None:
    field = [Contender(seed, 4 - seed) for seed in range(1, 5)]
    met: dict[int, set[int]] = {}
    remember(met, list(combinations(range(1, 5), 2)))
    pairing = told((field, met))
    assert (pairing.pairs, pairing.cost) == (((1, 2), (3, 4)), (2, 0, 0, 2))
    assert pairing.proof is Proof.MATCHING


def test_nobody_one_and_two_are_paired_without_a_matching() -> None:
    def never(_: Sequence[Edge]) -> Collection[Pair]:
        raise AssertionError

    assert pair([], {}, never).pairs == ()
    assert pair([Contender(7, 1)], {}, never).bye == 7
    assert pair([Contender(9, 0), Contender(7, 1)], {}, never).pairs == ((7, 9),)


def test_the_first_round_is_folded_and_the_last_seed_rests() -> None:
    assert told(([Contender(seed, 0) for seed in range(8, 0, -1)], {})).pairs == (
        (1, 5),
        (2, 6),
        (3, 7),
        (4, 8),
    )
    assert told(([Contender(seed, 0) for seed in range(1, 10)], {})).bye == 9


def test_nobody_goes_down_two_groups_where_the_fold_calls_it_the_best() -> None:
    field = [Contender(1, 4), Contender(2, 2), Contender(3, 2), Contender(4, 0)]
    met: dict[int, set[int]] = {}
    remember(met, [(2, 4), (3, 4)])
    pairing = told((field, met))
    assert fold(field, met).trouble
    assert (pairing.pairs, pairing.proof) == (((1, 4), (2, 3)), Proof.MATCHING)


def test_whoever_stays_in_the_group_is_folded_again_after_a_matching() -> None:
    field = [Contender(1, 3), Contender(2, 3), *(Contender(seed, 2) for seed in range(3, 9))]
    met: dict[int, set[int]] = {}
    remember(met, [(1, 2)])
    pairing = told((field, met))
    assert (pairing.cost, pairing.proof) == ((0, 0, 0, 2), Proof.MATCHING)
    (_, one), (_, other), *rest = pairing.pairs
    a, b, c, d = sorted(set(range(3, 9)) - {one, other})
    assert rest == [(a, c), (b, d)]


@settings(max_examples=15)
@given(st.integers(2, 60), st.integers(1, 8), LUCK)
def test_the_same_people_are_paired_the_same_in_whatever_order_they_are_given(
    entrants: int, rounds: int, luck: Random
) -> None:
    field, met = some_state(entrants, rounds, luck)
    shuffled = luck.sample(field, len(field))
    again = {one: set(met[one]) for one in sorted(met, reverse=True)}
    pairing = told((field, met))
    assert pair(shuffled, again, matched) == pairing
    score = {one.entrant: one.score for one in field}
    assert all(one < other for one, other in pairing.pairs)
    best = [sorted((score[one], score[other]), reverse=True) for one, other in pairing.pairs]
    assert all(above >= below for above, below in pairwise(best))


@pytest.mark.parametrize("entrants", [257, 400])
def test_many_rounds_of_a_large_field_are_all_proved_on_few_players(entrants: int) -> None:
    def few(edges: Sequence[Edge]) -> Collection[Pair]:
        assert len({one for edge in edges for one in edge[:2]}) < 100
        return matched(edges)

    luck, proofs = Random(entrants), []  # noqa: S311 - a story, no secret
    for field, met in evening(entrants, 13, luck):
        pairing = pair(field, met, few)
        assert pairing.cost == judged(field, met, pairing)
        proofs.append(pairing.proof)
    assert set(proofs) == {Proof.BOUND, Proof.MATCHING}


def test_what_would_take_a_matching_of_more_than_256_is_paired_and_said_to_be_unproved() -> None:
    def never(_: Sequence[Edge]) -> Collection[Pair]:
        raise AssertionError

    field = [Contender(seed, 0) for seed in range(1, 259)]
    met: dict[int, set[int]] = {one.entrant: set(range(1, 259)) - {one.entrant} for one in field}
    pairing = pair(field, met, never)
    assert pairing.cost == judged(field, met, pairing) == (129, 0, 0, 0)
    assert pairing.proof is Proof.NOT_PROVED


@settings(max_examples=40)
@given(st.integers(2, 8), st.integers(1, 5), LUCK)
def test_labels_are_kept_apart_as_far_as_the_cost_allows(
    entrants: int, rounds: int, luck: Random
) -> None:
    field, met = some_state(entrants, rounds, luck)
    apart = {one.entrant: frozenset(luck.sample("abc", luck.randint(0, 2))) for one in field}
    kept = pair(field, met, matched, apart)
    assert kept.cost == judged(field, met, kept) == pair(field, met, matched).cost

    def shared(pairs: Collection[Pair]) -> int:
        return sum(len(apart[one] & apart[other]) for one, other in pairs)

    people = [one.entrant for one in field]
    free = [
        pairs
        for pairs, bye in every_pairing(people)
        if cost_of(field, met, pairs, bye) == kept.cost
    ]
    assert shared(kept.pairs) == min(map(shared, free))


def test_in_a_large_field_clubs_do_not_meet_and_it_costs_nothing() -> None:
    luck = Random(3)  # noqa: S311 - a story, no secret
    for field, met in evening(300, 5, luck):
        apart = {one.entrant: frozenset({str(one.entrant % 8)}) for one in field}
        kept = pair(field, met, matched, apart)
        assert kept.cost == judged(field, met, kept) == pair(field, met, matched).cost
        assert not any(apart[one] & apart[other] for one, other in kept.pairs)


def test_the_matcher_takes_as_many_pairs_as_it_can_and_never_rounds() -> None:
    large = 2**80
    assert len(matched([(1, 2, -1), (2, 3, large), (3, 4, -1)])) == 2
    edges = [(1, 2, -large), (3, 4, -large - 1), (1, 3, -large), (2, 4, -large)]
    assert {frozenset(each) for each in matched(edges)} == {frozenset((1, 3)), frozenset((2, 4))}


def test_the_number_of_rounds_leaves_one_unbeaten() -> None:
    counts = {1: 0, 2: 1, 3: 2, 4: 2, 5: 3, 64: 6, 65: 7, 512: 9, 1024: 10, 2047: 11, 2048: 11}
    assert {entrants: rounds_for(entrants) for entrants in counts} == counts
