"""What must hold of every tournament, whoever plays, leaves, comes late or is corrected."""

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cogs.tournaments.rules import commands
from cogs.tournaments.rules.bracket import Graph, round_of, seats_of
from cogs.tournaments.rules.flow import laid
from cogs.tournaments.rules.moves import begin
from cogs.tournaments.rules.setup import Cut, Format, Setup
from cogs.tournaments.rules.standings import placements, through
from tests.tournaments.fields import FIELDS, SCRIPTS
from tests.tournaments.meetings import meetings, within
from tests.tournaments.players import RULES, played, told
from tests.tournaments.promises import PROMISES, Promise

FORMATS = pytest.mark.parametrize("format_", FIELDS, ids=lambda format_: format_.value)
PROMISED = pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.__name__)
FEW = 14


@FORMATS
@PROMISED
def test_after_any_evening_a_tournament(promise: Promise, format_: Format) -> None:
    settings(max_examples=FEW)(given(FIELDS[format_], SCRIPTS)(promise))()


@pytest.mark.long
@FORMATS
@PROMISED
def test_after_many_evenings_a_tournament(promise: Promise, format_: Format) -> None:
    """As many of each format as there is time for: `EVENINGS=10000 pytest -m long …`."""
    evenings = int(os.environ.get("EVENINGS", "2000"))
    chance = settings(max_examples=-(-evenings // len(PROMISES)), derandomize=False, deadline=None)
    chance(given(FIELDS[format_], SCRIPTS)(promise))()


@settings(max_examples=40)
@given(st.integers(2, 200), st.sampled_from(sorted(RULES)))
def test_everybody_but_the_champion_loses_exactly_once(entrants: int, rule: str) -> None:
    state = played(begin(Setup(entrants, third_place=False)), RULES[rule])
    losses = Counter(match.result.loser for match in state.matches.values() if match.result)
    assert losses == Counter(set(state.entrants) - {state.champion})


MASKS = st.integers(2, 64).flatmap(
    lambda n: st.tuples(
        st.just(n), st.tuples(*(st.integers(0, size - 1) for size in _widths(len(seats_of(n)))))
    )
)


@settings(max_examples=60)
@given(MASKS)
def test_whatever_the_masks_a_better_seed_comes_further(
    drawn: tuple[int, tuple[int, ...]],
) -> None:
    entrants, masks = drawn
    graph = Graph.double(seats_of(entrants), masks)
    state = played(laid(Setup(entrants, Format.DOUBLE_ELIMINATION), graph))
    places = placements(state)
    assert [one.entrant for one in places] == list(range(1, entrants + 1))
    assert places[0].rank == places[0].last == 1
    assert (places[1].rank, places[1].last) == (2, 2)


def _widths(size: int) -> list[int]:
    """How many different masks there are of each winners' round."""
    return [max(1, size >> round_) for round_ in range(1, size.bit_length())]


@settings(max_examples=40)
@given(st.integers(2, 4), st.integers(1, 2), st.integers(4, 14), st.sampled_from(sorted(RULES)))
def test_nobody_of_one_group_meets_first_in_the_play_offs_if_it_can_be_helped(
    groups: int, take: int, entrants: int, rule: str
) -> None:
    groups = min(groups, entrants // 2)
    setup = Setup(entrants, Format.ROUND_ROBIN, groups=groups, cut=Cut(take))
    state = begin(setup)
    while state.open:
        one, other = sorted(state.open[0].playing)
        state = told(state, commands.Rule(state.open[0].id, RULES[rule](one, other)))
    order = through(state)
    if len(order) > 1:
        home = {each: n for n, group in enumerate(state.grouped) for each in group}
        tiers = [groups] * take
        best = min(_same(there, home) for there in within(order, tiers))
        assert _same(order, home) == best
        drawn = told(state, commands.DrawPlayoffs())
        first = [m for m in drawn.open if m.id.startswith("W1.")]
        assert sum(len({home[side] for side in m.playing}) == 1 for m in first) == best


def _same(order: Sequence[int], home: Mapping[int, int]) -> int:
    """How many of a group would meet in the first round."""
    return sum(home[one] == home[other] for one, other, at in meetings(order) if at == 1)


@settings(max_examples=30)
@given(st.integers(2, 12), st.integers(1, 2), st.integers(1, 3))
def test_everybody_meets_everybody_of_their_group(entrants: int, legs: int, groups: int) -> None:
    groups = min(groups, entrants // 2)
    state = begin(Setup(entrants, Format.ROUND_ROBIN, legs=legs, groups=groups))
    met = Counter(frozenset(match.playing) for match in state.board)
    pairs = {frozenset(pair) for group in state.grouped for pair in combinations(group, 2)}
    assert met == Counter(dict.fromkeys(pairs, legs))
    rounds = Counter((side, round_of(m.id)) for m in state.board for side in m.playing)
    assert set(rounds.values()) == {1}


@settings(max_examples=30)
@given(st.integers(2, 300))
def test_when_the_better_seed_always_wins_places_follow_seeds(entrants: int) -> None:
    places = placements(played(begin(Setup(entrants))))
    assert [one.entrant for one in places] == list(range(1, entrants + 1))
    assert places[0].rank == places[0].last == 1
    assert {(one.rank, one.last) for one in places[4:8]} <= {(5, min(8, entrants))}


def test_places_are_shared_by_round() -> None:
    ends = [(one.rank, one.last) for one in placements(played(begin(Setup(8))))]
    assert ends == [(1, 1), (2, 2), (3, 3), (4, 4), *[(5, 8)] * 4]
    ends = [(one.rank, one.last) for one in placements(played(begin(Setup(4, third_place=False))))]
    assert ends == [(1, 1), (2, 2), (3, 4), (3, 4)]
