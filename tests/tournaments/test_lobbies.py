"""Many in one game: lobbies of a size, points for places, a ranking, and who goes on."""

from collections.abc import Sequence
from functools import cmp_to_key
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cogs.tournaments.rules.lobbies import (
    LobbyResult,
    PointsTable,
    best_of_each,
    best_overall,
    lobbies_of,
    ranking,
)
from cogs.tournaments.rules.refusals import BadPoints, BadScore, TooFew

Rounds = list[list[LobbyResult]]


@given(st.integers(2, 150), st.integers(2, 20))
def test_lobbies_are_as_few_as_possible_and_their_sizes_differ_by_one(
    field: int, size: int
) -> None:
    lobbies = lobbies_of(range(1, field + 1), size)
    sizes = [len(lobby) for lobby in lobbies]
    assert sorted(chain.from_iterable(lobbies)) == list(range(1, field + 1))
    assert max(sizes) <= size
    assert max(sizes) - min(sizes) <= 1
    assert (len(lobbies) - 1) * size < field  # one lobby fewer would not hold them


def test_lobbies_are_dealt_by_snake_in_the_order_given() -> None:
    assert lobbies_of(range(1, 11), 4) == ((1, 6, 7), (2, 5, 8), (3, 4, 9, 10))
    assert lobbies_of((4, 2, 3, 1), 2) == ((4, 1), (2, 3))
    assert lobbies_of((1, 2, 3), 8) == ((1, 2, 3),)


def test_a_lobby_of_one_is_no_game() -> None:
    for order, size in (((1,), 4), ((), 4), ((1, 2, 3), 1), ((1, 2, 3), 0)):
        with pytest.raises(TooFew):
            lobbies_of(order, size)


def test_points_fall_with_the_place_and_end_at_nothing() -> None:
    usual = PointsTable()
    assert [usual.at(place) for place in (1, 2, 3, 12, 13, 99)] == [15, 12, 10, 1, 0, 0]
    assert PointsTable((3, 1)).at(2) == 1
    for wrong in ((), (1, 2), (5, -1), (3, 2, 3)):
        with pytest.raises(BadPoints):
            PointsTable(wrong)


def test_after_two_firsts_comes_a_third() -> None:
    result = LobbyResult(order=((4, 2), (1,), (5, 6, 7), (8,)), absent=(3,))
    assert result.places == {4: 1, 2: 1, 1: 3, 5: 4, 6: 4, 7: 4, 8: 7}


def test_a_result_names_everybody_of_its_lobby_once() -> None:
    result = LobbyResult(order=((4,), (1, 2)), absent=(3,))
    result.check((1, 2, 3, 4))
    for members in ((1, 2, 3), (1, 2, 3, 4, 5), (1, 2, 3, 6)):
        with pytest.raises(BadScore):
            result.check(members)
    for wrong in (
        LobbyResult(order=((1,), (1,), (2,))),
        LobbyResult(order=((1,), (2,)), absent=(2,)),
        LobbyResult(order=((1,), (), (2,))),
    ):
        with pytest.raises(BadScore):
            wrong.check((1, 2))


def test_an_evening_of_two_lobbies_and_two_rounds() -> None:
    rounds = [
        [LobbyResult(((1,), (4,), (5,))), LobbyResult(((2, 3),), absent=(6,))],
        [LobbyResult(((4,), (1,), (6,))), LobbyResult(((5,), (3,), (2,)))],
    ]
    rows = ranking((1, 2, 3, 4, 5, 6), rounds, PointsTable((5, 3, 1)))
    # 1: 5 + 3, 2: 5 + 1, 3: 5 + 3, 4: 3 + 5, 5: 1 + 5, 6: 0 + 1
    assert [(row.entrant, row.points, row.rank, row.last) for row in rows] == [
        (4, 8, 1, 1),  # level with 1 and 3, and won the last round
        (1, 8, 2, 3),
        (3, 8, 2, 3),  # second there like 1: by seed
        (5, 6, 4, 4),
        (2, 6, 5, 5),
        (6, 1, 6, 6),
    ]
    assert [row.places for row in rows[:2]] == [(1, 1, 0), (1, 1, 0)]
    assert [row.latest for row in rows] == [1, 2, 2, 1, 3, 3]


def test_more_firsts_then_more_seconds_come_before_the_last_round() -> None:
    table = PointsTable((6, 4, 2))
    rounds = [
        [LobbyResult(((1,), (2,), (3,)))],
        [LobbyResult(((3,), (2,), (1,)))],
        [LobbyResult(((4,), (3,)))],
    ]
    # 1, 2: 8 points each; 1 was first once, 2 second twice.
    assert [row.entrant for row in ranking((2, 1, 3, 4), rounds, table)] == [3, 1, 2, 4]
    flat = PointsTable((2, 1, 1, 1))
    rounds = [[LobbyResult(((9,), (2,), (1,), (3,)))], [LobbyResult(((9,), (3,), (1,), (2,)))]]
    # 1, 2, 3: 2 points, no first; 2 and 3 were second once, 3 in the last round.
    assert [row.entrant for row in ranking((1, 2, 3, 9), rounds, flat)] == [9, 3, 2, 1]


def test_who_is_absent_is_behind_everybody_who_came() -> None:
    one_point = PointsTable((1,))
    rows = ranking((1, 2, 3), [[LobbyResult(((3,), (2,)), absent=(1,))]], one_point)
    assert [(row.entrant, row.points) for row in rows] == [(3, 1), (2, 0), (1, 0)]
    assert rows[-1].latest == 0


def test_before_the_first_result_everybody_shares_every_place() -> None:
    nothing: tuple[Rounds, ...] = ([], [[]])
    for rounds in nothing:
        rows = ranking((3, 1, 2), rounds)
        assert [(row.entrant, row.rank, row.last) for row in rows] == [
            (3, 1, 3),
            (1, 1, 3),
            (2, 1, 3),
        ]


def test_a_round_under_way_counts_as_far_as_it_is() -> None:
    rounds = [[LobbyResult(((1,), (2,))), LobbyResult(((3,), (4,)))], [LobbyResult(((4,), (1,)))]]
    rows = ranking((1, 2, 3, 4), rounds)
    assert [(row.entrant, row.points, row.latest) for row in rows] == [
        (4, 27, 1),
        (1, 27, 2),
        (3, 15, 0),
        (2, 12, 0),
    ]


def test_the_best_of_each_lobby_or_the_best_of_all_go_on() -> None:
    lobbies = lobbies_of(range(1, 9), 4)
    assert lobbies == ((1, 4, 5, 8), (2, 3, 6, 7))
    results = [LobbyResult(((5,), (8,), (1,), (4,))), LobbyResult(((2, 3), (7,), (6,)))]
    rows = ranking(range(1, 9), [results])
    assert [row.entrant for row in rows] == [2, 3, 5, 8, 1, 7, 4, 6]
    assert best_overall(rows, 3) == (2, 3, 5)
    assert best_overall(rows, 3, gone={3}) == (2, 5, 8)
    assert best_of_each(lobbies, rows, 2) == (5, 2, 8, 3)
    assert best_of_each(lobbies, rows, 2, gone={5, 8}) == (1, 2, 4, 3)
    assert best_of_each(((1,), (2, 3, 5)), rows, 2) == (1, 2, 3)
    assert best_of_each(lobbies, rows, 0) == ()


@st.composite
def evenings(draw: st.DrawFn) -> tuple[list[int], Rounds, PointsTable]:
    field = draw(st.permutations(range(1, draw(st.integers(2, 12)) + 1)))
    points = sorted(draw(st.lists(st.integers(0, 4), min_size=1, max_size=5)), reverse=True)
    rounds: Rounds = []
    for _ in range(draw(st.integers(0, 4))):
        results = []
        for lobby in lobbies_of(draw(st.permutations(field)), draw(st.integers(2, 5))):
            levels: list[list[int]] = []
            absent = []
            for entrant in lobby:
                fate = draw(st.sampled_from(("next", "next", "next", "shared", "absent")))
                if fate == "absent":
                    absent.append(entrant)
                elif fate == "shared" and levels:
                    levels[-1].append(entrant)
                else:
                    levels.append([entrant])
            results.append(LobbyResult(tuple(map(tuple, levels)), tuple(absent)))
        rounds.append(results)
    return field, rounds, PointsTable(tuple(points))


def place_in(result: LobbyResult, entrant: int) -> int | None:
    ahead = 0
    for level in result.order:
        if entrant in level:
            return ahead + 1
        ahead += len(level)
    return None


def duel(one: int, other: int, rounds: Rounds, table: PointsTable) -> int:
    """Which of two is ahead, told by asking one question after the other: negative is `one`."""

    def places(entrant: int, some: Sequence[Sequence[LobbyResult]]) -> list[int]:
        found = [place_in(result, entrant) for results in some for result in results]
        return [place for place in found if place is not None]

    mine, theirs = places(one, rounds), places(other, rounds)
    lead = sum(map(table.at, theirs)) - sum(map(table.at, mine))
    for place in range(1, 13):
        lead = lead or theirs.count(place) - mine.count(place)
    last_mine = places(one, rounds[-1:]) or [99]
    last_theirs = places(other, rounds[-1:]) or [99]
    return lead or last_mine[0] - last_theirs[0]


@settings(max_examples=150, deadline=None)
@given(evenings())
def test_the_ranking_is_what_asking_pair_by_pair_gives(
    evening: tuple[list[int], Rounds, PointsTable],
) -> None:
    field, rounds, table = evening
    rows = ranking(field, rounds, table)

    def ahead(one: int, other: int) -> int:
        return duel(one, other, rounds, table)

    expected = sorted(field, key=cmp_to_key(ahead))
    assert [row.entrant for row in rows] == expected
    for place, row in enumerate(rows, start=1):
        level = [other for other in field if ahead(row.entrant, other) == 0]
        assert row.rank <= place <= row.last
        assert row.last - row.rank + 1 == len(level)
