"""What must hold of every tournament, whoever plays, leaves, comes late or is corrected."""

import os
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cogs.tournaments.rules.moves import begin
from cogs.tournaments.rules.setup import Format, Setup
from cogs.tournaments.rules.standings import placements
from tests.tournaments.fields import FIELDS, SCRIPTS
from tests.tournaments.players import RULES, played
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
    """As many as there is time for: `EVENINGS=10000 pytest -m long tests/tournaments`."""
    evenings = int(os.environ.get("EVENINGS", "2000"))
    chance = settings(max_examples=evenings, derandomize=False)
    chance(given(FIELDS[format_], SCRIPTS)(promise))()


@settings(max_examples=40)
@given(st.integers(2, 200), st.sampled_from(sorted(RULES)))
def test_everybody_but_the_champion_loses_exactly_once(entrants: int, rule: str) -> None:
    state = played(begin(Setup(entrants, third_place=False)), RULES[rule])
    losses = Counter(match.result.loser for match in state.matches.values() if match.result)
    assert losses == Counter(set(state.entrants) - {state.champion})


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
