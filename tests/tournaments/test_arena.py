"""An arena: what is worth what, who stands where, when it ends."""

from datetime import timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.tournaments.rules.arena import (
    Met,
    Outcome,
    bell,
    board_for,
    counts_until,
    pairs_until,
    points_of,
    ranking,
)
from tests.doubles import EVENING

SIGNS = {"W": Outcome.WON, "D": Outcome.DREW, "L": Outcome.LOST}
GAMES = st.lists(st.builds(Met, st.integers(1, 9), st.sampled_from(Outcome)), max_size=8)


def told(results: str) -> list[Outcome]:
    return [SIGNS[sign] for sign in results]


def slowly(results: str) -> int:
    """The rule, game by game, by looking back at the two games before."""
    total = 0
    for at, sign in enumerate(results):
        doubled = results[:at].endswith("WW")
        total += {"W": 2, "D": 1, "L": 0}[sign] * (2 if doubled else 1)
    return total


@pytest.mark.parametrize(
    ("results", "points"),
    [
        ("", 0),
        ("W", 2),
        ("WW", 4),
        ("WWD", 6),
        ("WWL", 4),
        ("WWW", 8),
        ("WWWD", 10),
        ("WWDW", 8),
        ("WWDWWW", 6 + 2 + 2 + 4),
        ("WDWDWD", 9),
        ("WLWW", 6),
        ("LLLL", 0),
    ],
)
def test_after_two_wins_results_count_double_until_the_first_that_is_not_one(
    results: str, points: int
) -> None:
    assert points_of(told(results)) == points


def test_every_evening_of_seven_games_is_counted_game_by_game() -> None:
    for signs in product("WDL", repeat=7):
        results = "".join(signs)
        assert points_of(told(results)) == slowly(results)


@given(st.lists(st.sampled_from(Outcome), max_size=20), st.sampled_from(Outcome))
def test_nothing_that_happens_takes_a_point_away(results: list[Outcome], then: Outcome) -> None:
    assert points_of([*results, then]) >= points_of(results)


@given(st.integers(0, 12), st.integers(0, 12))
def test_whoever_comes_late_and_never_loses_has_what_the_same_games_give_from_the_start(
    games: int, minute: int
) -> None:
    """Others may have played for an hour: only one's own games are looked at."""
    late = ranking({1: [Met(3, Outcome.LOST)] * minute, 2: [Met(3, Outcome.WON)] * games, 3: []})
    early = ranking({2: [Met(3, Outcome.WON)] * games, 3: []})
    assert {p.points for p in late if p.entrant == 2} == {
        p.points for p in early if p.entrant == 2
    }


def test_equal_points_are_parted_by_wins_then_by_the_opponents_met_then_by_the_seed() -> None:
    won, drew, lost = Outcome.WON, Outcome.DREW, Outcome.LOST
    places = ranking(
        {
            1: [Met(5, drew), Met(5, drew)],  # two points, no win
            2: [Met(6, won)],  # two points, one win, against nobody's points
            3: [Met(5, won)],  # the same, against somebody with two
            4: [Met(6, won)],  # as number 2
            5: [Met(1, drew), Met(1, drew), Met(3, lost)],
            6: [Met(2, lost), Met(4, lost)],
        }
    )
    assert [place.entrant for place in places] == [3, 2, 4, 5, 1, 6]
    assert [place.rank for place in places] == [1, 2, 3, 4, 5, 6]
    assert places[0].opposition == 2
    assert (places[3].points, places[3].wins, places[3].played) == (2, 0, 3)


@given(st.dictionaries(st.integers(1, 9), GAMES, max_size=9))
def test_the_ranking_is_one_order_of_everybody(played: dict[int, list[Met]]) -> None:
    places = ranking(played)
    assert sorted(place.entrant for place in places) == sorted(played)
    keys = [(-p.points, -p.wins, -p.opposition, p.entrant) for p in places]
    assert keys == sorted(keys)
    assert places == ranking(dict(reversed(played.items())))


def test_the_board_shows_the_first_three_ones_neighbours_and_ones_own_best() -> None:
    places = ranking({one: [Met(9, Outcome.WON)] * (9 - one) for one in range(1, 9)})
    seen = board_for(6, places, best=3)
    assert [place.entrant for place in seen.top] == [1, 2, 3]
    assert [place.entrant for place in seen.around] == [5, 6, 7]
    assert seen.mine == places[5]
    assert seen.best == places[5].points == 8
    assert board_for(6, places, best=30).best == 30
    assert [place.entrant for place in board_for(1, places).around] == [1, 2]
    assert [place.entrant for place in board_for(8, places).around] == [7, 8]


def test_whoever_only_watches_sees_the_first_three() -> None:
    places = ranking({1: [], 2: []})
    for nobody in (None, 7):
        seen = board_for(nobody, places)
        assert (len(seen.top), seen.around, seen.mine, seen.best) == (2, (), None, 0)


def test_the_last_pairing_leaves_time_for_a_match_and_the_bell_leaves_time_to_report() -> None:
    clock, expected = timedelta(minutes=45), timedelta(minutes=8)
    assert bell(EVENING) == EVENING + clock
    assert pairs_until(EVENING, clock, expected) == EVENING + timedelta(minutes=37)
    assert pairs_until(EVENING, expected, clock) == EVENING
    assert counts_until(bell(EVENING, clock)) == EVENING + timedelta(minutes=55)
