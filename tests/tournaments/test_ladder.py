"""The ladder: what is rated, what is kept from one season to the next, and what is shown."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openskill.models import PlackettLuce

from cogs.tournaments.rules.board import Ending
from cogs.tournaments.rules.ladder import (
    OFF_BOARD,
    Bout,
    Record,
    Skill,
    board,
    is_rated,
    placed,
    recompute,
    season,
    season_start,
    shown,
)
from cogs.tournaments.service.rating import plackett_luce

RATER = plackett_luce()
DUEL = Bout(((1,), (2,)), (1, 2), Ending.PLAYED)
SEASONED = Skill(31.0, 2.5)


@st.composite
def bouts(draw: st.DrawFn) -> Bout:
    """Duels, teams and lobbies; some not meant to be rated."""
    people = draw(st.permutations(range(1, 9)))
    sides = draw(st.integers(2, 4))
    size = draw(st.integers(1, 8 // sides))
    return Bout(
        sides=tuple(tuple(people[at * size : (at + 1) * size]) for at in range(sides)),
        ranks=tuple(draw(st.integers(1, sides)) for _ in range(sides)),
        ending=draw(st.sampled_from([Ending.PLAYED, Ending.PLAYED, *Ending])),
        agreed=draw(st.sampled_from([True, True, True, False])),
        rehearsal=draw(st.sampled_from([False, False, False, True])),
    )


SEASONS = st.lists(bouts(), max_size=12)


def in_openskill(played: Sequence[Bout]) -> dict[int, tuple[float, float]]:
    """The same season by openskill alone, match by match, rounded after each."""
    model = PlackettLuce()
    known: dict[int, tuple[float, float]] = {}
    new = (25.0, round(25 / 3, 6))
    for bout in played:
        teams = [[model.rating(*known.get(p, new)) for p in side] for side in bout.sides]
        rated = model.rate(teams, ranks=[float(rank) for rank in bout.ranks])
        for people, after in zip(bout.sides, rated, strict=True):
            for person, one in zip(people, after, strict=True):
                known[person] = (round(one.mu, 6), round(one.sigma, 6))
    return known


@settings(max_examples=60)
@given(SEASONS)
def test_a_season_made_again_is_the_season_as_it_was_played(played: list[Bout]) -> None:
    counted = [bout for bout in played if is_rated(bout)]
    skills = recompute(played, RATER)
    assert {p: (one.mu, one.sigma) for p, one in skills.items()} == in_openskill(counted)
    as_it_went: dict[int, Skill] = {}
    for bout in played:
        as_it_went = recompute([bout], RATER, as_it_went)
    assert as_it_went == skills


@settings(max_examples=30)
@given(SEASONS, st.integers(0, 11))
def test_an_undone_match_leaves_no_trace(played: list[Bout], which: int) -> None:
    undone = [
        replace(bout, annulled=True) if at == which else bout for at, bout in enumerate(played)
    ]
    without = [bout for at, bout in enumerate(played) if at != which]
    assert season(undone, RATER) == season(without, RATER)


@settings(max_examples=30)
@given(SEASONS)
def test_records_count_rated_matches_and_keep_the_best_that_was_shown(played: list[Bout]) -> None:
    counted = [bout for bout in played if is_rated(bout)]
    for person, record in season(played, RATER).items():
        mine = [at for at, bout in enumerate(counted, start=1) if person in sum(bout.sides, ())]
        assert record.played == len(mine)
        assert record.best == max(shown(recompute(counted[:at], RATER)[person]) for at in mine)


@pytest.mark.parametrize("ending", Ending)
def test_only_what_was_played_is_rated(ending: Ending) -> None:
    bout = replace(DUEL, ending=ending)
    assert is_rated(bout) == (ending in {Ending.PLAYED, Ending.RULED})
    assert bool(season([bout], RATER)) == is_rated(bout)


@pytest.mark.parametrize(
    "bout",
    [
        replace(DUEL, agreed=False),
        replace(DUEL, rehearsal=True),
        replace(DUEL, annulled=True),
        replace(DUEL, sides=((1,),), ranks=(1,)),
        replace(DUEL, sides=((1,), ())),
        replace(DUEL, sides=((1,), (1,))),
        replace(DUEL, ranks=(1, 2, 3)),
    ],
    ids=repr,
)
def test_what_nobody_agreed_to_or_has_no_two_sides_is_not_rated(bout: Bout) -> None:
    assert not is_rated(bout)
    assert season([bout], RATER) == {}


def test_winners_gain_losers_give_and_a_draw_between_equals_moves_nobody() -> None:
    after = recompute([DUEL], RATER)
    assert after[1].mu > 25 > after[2].mu
    assert after[1].sigma == after[2].sigma < Skill().sigma
    drawn = recompute([replace(DUEL, ranks=(1, 1))], RATER)
    assert drawn[1].mu == drawn[2].mu == 25


@given(SEASONS)
@settings(max_examples=20)
def test_every_rating_has_six_decimals_at_most(played: list[Bout]) -> None:
    for one in recompute(played, RATER).values():
        assert (one.mu, one.sigma) == (round(one.mu, 6), round(one.sigma, 6))


def test_a_new_season_comes_halfway_back_and_is_less_sure() -> None:
    assert season_start(SEASONED) == Skill(28.0, 5.0)
    assert season_start(Skill(20.0, 7.1)) == Skill(22.5, 7.1)
    assert season_start(Skill(25.0000011, 1.0)) == Skill(25.000001, 5.0)


@pytest.mark.parametrize(
    ("skill", "number"),
    [
        (Skill(), 1000),
        (SEASONED, 1940),
        (Skill(25.0, 5.0), 1400),
        (Skill(2.0, 8.0), 120),
        (Skill(1.0, 9.0), 0),
        (Skill(-30.0, 2.0), 0),
    ],
)
def test_what_is_shown_begins_at_a_thousand_and_is_never_below_nothing(
    skill: Skill, number: int
) -> None:
    assert shown(skill) == number


def test_somebody_is_being_placed_until_sigma_is_below_four() -> None:
    assert [placed(Skill(25, sigma)) for sigma in (8.3, 4.0, 3.999999)] == [False, False, True]


def standing(people: int) -> dict[int, Record]:
    """Number 1 is first, and so on, each a little behind."""
    skill = {one: Skill(45.0 - one, 2.0) for one in range(1, people + 1)}
    return {one: Record(skill[one], played=3, best=5000) for one in skill}


def test_the_board_has_the_first_ten_three_on_each_side_and_ones_own_best() -> None:
    seen = board(standing(30), me=20)
    assert [rung.person for rung in seen.top] == list(range(1, 11))
    assert [rung.person for rung in seen.around] == list(range(17, 24))
    assert seen.mine
    assert (seen.mine.person, seen.mine.rank, seen.best) == (20, 20, 5000)
    near = board(standing(30), me=12)
    assert [rung.person for rung in near.around] == [11, 12, 13, 14, 15]
    assert board(standing(30), me=3).around == ()
    assert [rung.person for rung in board(standing(30), me=30).around] == [27, 28, 29, 30]


def test_nobody_is_compared_with_anybody_unless_they_opened_it() -> None:
    seen = board(standing(30))
    assert (len(seen.top), seen.around, seen.mine, seen.best) == (10, (), None, 0)
    assert board(standing(3), me=9).mine is None


def test_whoever_hides_is_nowhere_on_the_board_and_in_nobodys_way() -> None:
    everybody = standing(30)
    seen = board(everybody, me=20, hidden={5, 19})
    assert 5 not in {rung.person for rung in seen.top}
    assert 19 not in {rung.person for rung in seen.around}
    assert seen.mine
    assert seen.mine.rank == 18
    own = board(everybody, me=5, hidden={5, 19})
    assert own.around == ()
    assert own.mine
    assert (own.mine.rank, own.mine.shown) == (OFF_BOARD, shown(everybody[5].skill))
    assert own.best == 5000


def test_whoever_shows_the_same_shares_a_rank_and_whoever_has_not_played_has_none() -> None:
    same = Record(Skill(30.0, 2.0), played=1)
    records = {4: same, 2: same, 7: Record(Skill(20.0, 2.0), played=1), 9: Record(SEASONED)}
    seen = board(records, me=9)
    assert [(rung.person, rung.rank) for rung in seen.top] == [(2, 1), (4, 1), (7, 3)]
    assert seen.mine
    assert seen.mine.rank == OFF_BOARD
