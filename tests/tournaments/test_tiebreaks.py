"""A table says who stands before whom, why, and which places are shared."""

import os
from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings

from cogs.tournaments.rules.bracket import NOBODY
from cogs.tournaments.rules.refusals import BadTiebreaks
from cogs.tournaments.rules.tiebreaks import ROBIN, SWISS, Game, Row, Tiebreak, check, table
from tests.tournaments.slow_table import (
    DRAWN,
    LAST,
    LOST,
    MET,
    POINTS,
    UNITS,
    WON,
    Slow,
    Story,
    bye,
    evening,
    stories,
)

PUBLISHED = "the lot of tonight"


def order_of(rows: Sequence[Row]) -> list[int]:
    return [row.entrant for row in rows]


def places(rows: Sequence[Row]) -> list[tuple[int, int, int]]:
    return [(row.entrant, row.rank, row.last) for row in rows]


# Three rounds of five. Scores in half-wins: 1 has 4, 2 has 2, 3 has 4, 4 has 3, 5 has 5.
EVENING = (
    *(Game(1, 2, WON), Game(3, 4, DRAWN), bye(5)),
    *(Game(1, 3, LOST), Game(5, 4, WON, played=False), bye(2)),
    *(Game(3, 5, DRAWN), Game(2, 4, LOST), bye(1)),
)
BY_HAND = {
    # opponents of 1: 2 with 2, 3 with 4, and the bye as one with 4; of 5: 5, 5 and 4; …
    "buchholz": {1: 2 + 4 + 4, 2: 4 + 2 + 3, 3: 3 + 4 + 5, 4: 4 + 3 + 2, 5: 5 + 5 + 4},
    "buchholz_cut1": {1: 4 + 4, 2: 4 + 3, 3: 4 + 5, 4: 4 + 3, 5: 5 + 5},
    "median_buchholz": {1: 4, 2: 3, 3: 4, 4: 3, 5: 5},
    # quarters of a win: twice the half-wins of those beaten, once of those drawn with
    "sonneborn_berger": {1: 2 * 2, 2: 0, 3: 3 + 2 * 4 + 5, 4: 4 + 2 * 2, 5: 4},
    "wins": {1: 1, 2: 0, 3: 1, 4: 1, 5: 0},
    "points": {1: 4, 2: 2, 3: 4, 4: 3, 5: 5},
    "seed": {1: 1, 2: 2, 3: 3, 4: 4, 5: 5},
}


@pytest.mark.parametrize("key", BY_HAND)
def test_a_small_evening_counts_as_it_does_by_hand(key: str) -> None:
    rows = table((1, 2, 3, 4, 5), EVENING, [*dict.fromkeys((Tiebreak(key), Tiebreak.SEED))])
    assert {row.entrant: row.values[Tiebreak(key)] for row in rows} == BY_HAND[key]


def test_a_small_evening_is_in_the_order_of_the_usual_list() -> None:
    rows = table((1, 2, 3, 4, 5), EVENING, SWISS)
    assert places(rows) == [(5, 1, 1), (3, 2, 2), (1, 3, 3), (4, 4, 4), (2, 5, 5)]
    assert [row.points for row in rows] == [5, 4, 4, 3, 2]
    assert set(rows[0].values) == set(SWISS) - {MET}


def test_one_round_has_nobody_left_between_the_weakest_and_the_strongest() -> None:
    (one, other) = table((1, 2), [Game(1, 2, WON)], (Tiebreak.MEDIAN_BUCHHOLZ, Tiebreak.SEED))
    assert one.values[Tiebreak.MEDIAN_BUCHHOLZ] == other.values[Tiebreak.MEDIAN_BUCHHOLZ] == 0
    (one, _) = table((1, 2), [Game(1, 2, WON)], (Tiebreak.BUCHHOLZ_CUT1, Tiebreak.SEED))
    assert one.values[Tiebreak.BUCHHOLZ_CUT1] == 0


def test_an_opponent_met_twice_counts_twice() -> None:
    games = [Game(1, 2, WON), Game(2, 1, DRAWN)]
    rows = table((1, 2), games, (Tiebreak.BUCHHOLZ, Tiebreak.SONNEBORN_BERGER, Tiebreak.SEED))
    assert [row.values[Tiebreak.BUCHHOLZ] for row in rows] == [6, 2]
    assert [row.values[Tiebreak.SONNEBORN_BERGER] for row in rows] == [3, 3]


def test_the_result_between_two_who_are_level_goes_before_games() -> None:
    games = [
        *(Game(1, 3, WON, (2, 0)), Game(1, 4, WON, (2, 0)), Game(2, 1, WON, (2, 1))),
        *(Game(2, 3, WON, (2, 1)), Game(4, 2, WON, (2, 0)), Game(3, 4, DRAWN, (1, 1))),
    ]
    rows = table((1, 2, 3, 4), games, ROBIN)
    assert places(rows) == [(2, 1, 1), (1, 2, 2), (4, 3, 3), (3, 4, 4)]
    assert [row.values.get(MET) for row in rows] == [2, 0, None, None]
    assert [row.values[Tiebreak.GAME_DIFF] for row in rows] == [0, 3, 0, -3]
    assert [row.values[Tiebreak.GAME_FOR] for row in rows] == [4, 5, 3, 2]


def test_a_circle_of_three_is_decided_by_games() -> None:
    circle = [Game(1, 2, WON, (2, 1)), Game(2, 3, WON, (2, 0)), Game(3, 1, WON, (2, 1))]
    rows = table((1, 2, 3), circle, ROBIN)
    assert [row.values[MET] for row in rows] == [2, 2, 2]
    assert places(rows) == [(2, 1, 1), (1, 2, 2), (3, 3, 3)]


def test_who_is_still_level_after_their_own_results_is_not_asked_again() -> None:
    # All have 4 half-wins: 1 beat 2 and 3, who drew; the rest comes from games against 4 and 5.
    games = [
        *(Game(1, 2, WON), Game(1, 3, WON), Game(2, 3, DRAWN)),
        *(Game(2, 4, WON), Game(2, 5, DRAWN), Game(3, 4, DRAWN), Game(3, 5, WON)),
    ]
    rows = table((3, 2, 1, 4, 5), games, (POINTS, MET, Tiebreak.SEED))
    assert places(rows)[:3] == [(1, 1, 1), (3, 2, 3), (2, 2, 3)]
    assert [row.values[MET] for row in rows[:3]] == [4, 1, 1]


def test_results_among_the_level_say_nothing_when_two_of_them_never_met() -> None:
    games = [Game(2, 1, WON), Game(1, 4, WON), Game(3, 4, WON), Game(2, 5, LOST)]
    rows = table((1, 2, 3, 4, 5), games, (POINTS, MET, Tiebreak.SEED))
    assert places(rows)[:4] == [(1, 1, 4), (2, 1, 4), (3, 1, 4), (5, 1, 4)]
    assert not any(MET in row.values for row in rows)


def test_a_walkover_is_a_win_and_never_played() -> None:
    games = [Game(2, 1, WON, (2, 0), played=False), Game(1, 3, WON), Game(3, 2, LOST)]
    order = (POINTS, MET, Tiebreak.WINS, Tiebreak.GAME_DIFF, Tiebreak.SEED)
    rows = table((1, 2, 3), games, order)
    assert [(row.entrant, row.points) for row in rows] == [(2, 4), (1, 2), (3, 0)]
    assert [row.values[Tiebreak.WINS] for row in rows] == [1, 1, 0]
    assert {row.values[Tiebreak.GAME_DIFF] for row in rows} == {0}
    level = table((1, 2), [games[0], Game(1, NOBODY, WON, played=False)], order)
    assert places(level) == [(1, 1, 2), (2, 1, 2)]  # they have not met: it stays between them


def test_a_walkover_counts_between_two_who_did_meet_in_the_other_leg() -> None:
    games = [Game(1, 2, DRAWN), Game(2, 1, WON, played=False), bye(1)]
    rows = table((1, 2), games, (POINTS, MET, Tiebreak.SEED))
    assert [(row.entrant, row.values[MET]) for row in rows] == [(2, 3), (1, 1)]


def test_what_is_credited_for_missed_rounds_is_score_for_oneself_and_for_opponents() -> None:
    games = [Game(1, 3, WON), bye(2)]
    rows = table((1, 2, 3), games, (POINTS, Tiebreak.BUCHHOLZ, Tiebreak.SEED), extra={3: 3})
    assert [(row.entrant, row.points) for row in rows] == [(3, 3), (1, 2), (2, 2)]
    assert [row.values[Tiebreak.BUCHHOLZ] for row in rows] == [2, 3, 2]


def test_places_are_shared_by_those_level_on_everything_but_the_lot() -> None:
    games = [Game(1, 2, DRAWN), Game(3, 4, DRAWN)]
    by_seed = table((1, 2, 3, 4), games, SWISS)
    assert places(by_seed) == [(1, 1, 4), (2, 1, 4), (3, 1, 4), (4, 1, 4)]
    draws = {
        tuple(order_of(table((1, 2, 3, 4), games, (POINTS, Tiebreak.LOT), secret=secret)))
        for secret in "abcdefgh"
    }
    assert len(draws) > 4
    by_lot = table((1, 2, 3, 4), games, (POINTS, Tiebreak.LOT), secret=PUBLISHED)
    assert [row.values[Tiebreak.LOT] for row in by_lot] == [1, 2, 3, 4]
    assert {(row.rank, row.last) for row in by_lot} == {(1, 4)}


def test_nothing_behind_the_seed_decides_anything() -> None:
    games = [Game(2, 1, WON), Game(1, 3, WON), Game(3, 2, WON)]
    rows = table((1, 2, 3), games, (POINTS, Tiebreak.SEED, Tiebreak.WINS, Tiebreak.LOT))
    assert places(rows) == [(1, 1, 3), (2, 1, 3), (3, 1, 3)]
    assert set(rows[0].values) == {POINTS, Tiebreak.SEED, Tiebreak.WINS, Tiebreak.LOT}


def test_a_list_ends_with_the_seed_or_the_lot_and_says_nothing_twice() -> None:
    check(SWISS)
    check(ROBIN)
    check((Tiebreak.LOT,))
    for wrong in (
        (),
        (POINTS,),
        (Tiebreak.SEED, POINTS),
        (POINTS, POINTS, Tiebreak.SEED),
        (Tiebreak.SEED, POINTS, Tiebreak.SEED),
    ):
        with pytest.raises(BadTiebreaks):
            check(wrong)
        with pytest.raises(BadTiebreaks):
            table((1, 2), (), wrong)


def agrees_with_the_slow_way(story: Story) -> None:
    slow = Slow(story)
    rows = table(story.field, story.games, story.order, extra=story.extra, secret=PUBLISHED)
    levels = slow.levels(story.field, story.order)
    assert [
        sorted(order_of(rows[row.rank - 1 : row.last]))
        for place, row in enumerate(rows, start=1)
        if place == row.rank
    ] == [sorted(level) for level in levels]
    if story.order[-1] is Tiebreak.SEED:
        assert order_of(rows) == [entrant for level in levels for entrant in level]
    for row in rows:
        assert row.points == 2 * slow.score(row.entrant)
        for key in set(story.order) - {MET, *LAST}:
            in_wins = Fraction(row.values[key], UNITS.get(key, 2))
            assert in_wins == slow.value(key, row.entrant, [])


def places_everybody_once(story: Story) -> None:
    rows = table(story.field, story.games, story.order, extra=story.extra, secret=PUBLISHED)
    assert sorted(order_of(rows)) == sorted(story.field)
    for place, row in enumerate(rows, start=1):
        assert row.rank <= place <= row.last
    last = story.order[-1]
    for one, other in pairwise(rows):
        if one.rank == other.rank:  # a shared place is ordered by the last word alone
            assert one.values[last] < other.values[last]
        else:
            assert other.rank == one.last + 1
    again = table(story.field, story.games[::-1], story.order, extra=story.extra, secret=PUBLISHED)
    assert again == rows


@pytest.mark.parametrize("promise", [agrees_with_the_slow_way, places_everybody_once])
def test_of_any_games_the_table(promise: Callable[[Story], None]) -> None:
    settings(max_examples=120, deadline=None)(given(stories())(promise))()


@pytest.mark.long
@pytest.mark.parametrize("promise", [agrees_with_the_slow_way, places_everybody_once])
def test_of_very_many_games_the_table(promise: Callable[[Story], None]) -> None:
    """As many as there is time for: `EVENINGS=10000 pytest -m long tests/tournaments`."""
    evenings = int(os.environ.get("EVENINGS", "2000"))
    chance = settings(max_examples=evenings, deadline=None, derandomize=False)
    chance(given(stories())(promise))()


@pytest.mark.parametrize("order", [SWISS, ROBIN], ids=["swiss", "round robin"])
def test_a_whole_evening_of_many_is_counted_as_the_slow_way_counts_it(
    order: tuple[Tiebreak, ...],
) -> None:
    """`benchmarks/tables.py` says how much faster it is, and for how many."""
    agrees_with_the_slow_way(Story([*range(1, 41)], evening(40, rounds=6), {}, order))
