"""How long an evening takes: the longest way through, and never less for more people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.tournaments.rules.estimate import expected_games, expected_minutes
from cogs.tournaments.rules.presets import Preset, Shape
from cogs.tournaments.service.presets import Presets

OURS = Presets.load()


@given(st.sampled_from(list(OURS)), st.sampled_from(Shape), st.integers(2, 300))
def test_more_entrants_never_take_less_time(preset: Preset, shape: Shape, entrants: int) -> None:
    here = expected_minutes(preset, entrants, shape)
    assert here % 5 == 0
    assert 0 < here <= expected_minutes(preset, entrants + 1, shape)


def test_the_minutes_are_those_of_the_longest_way_through() -> None:
    league = OURS["rocket-league-1v1"]  # 7 minutes a game, 5 between; best of 1, 3, 5
    first, semi_final, final = 7 + 5, 2.5 * 7 + 5, 4.125 * 7 + 5
    assert expected_minutes(league, 2, Shape.SINGLE_ELIMINATION) == 35  # 33.9
    assert first + semi_final + final == 68.375
    assert expected_minutes(league, 8, Shape.SINGLE_ELIMINATION) == 70
    assert expected_minutes(league, 8, Shape.DOUBLE_ELIMINATION) == 135
    assert expected_minutes(league, 8, Shape.ROUND_ROBIN) == 85  # seven rounds of twelve
    assert expected_minutes(league, 7, Shape.ROUND_ROBIN) == 85  # seven too: one rests in each
    assert expected_minutes(league, 8, Shape.SWISS) == 40  # three of them
    assert expected_minutes(league, 64, Shape.SWISS_TOP_8) == 145  # six, then eight play on
    assert expected_minutes(league, 8, Shape.ARENA) == league.minutes.arena
    assert expected_minutes(league, 1) == 0
    kart = OURS["mario-kart-8-deluxe"]  # four races of 4 minutes and 6 between, three times
    assert [expected_minutes(kart, n) for n in (12, 13)] == [70, 90]


@pytest.mark.parametrize(("games", "expected"), [(1, 1), (3, 2.5), (5, 4.125), (7, 5.8125)])
def test_a_best_of_between_equals_lasts_as_long_as_chance_says(
    games: int, expected: float
) -> None:
    assert expected_games(games) == expected
