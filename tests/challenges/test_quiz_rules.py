"""The rules of the quiz, for every answer and every order they may come in."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.challenges.rules.quiz import (
    QUESTIONS,
    RIGHT,
    Life,
    State,
    Window,
    credit,
    enough,
    level,
    mark,
    mark_untimed,
    rested,
    share,
)
from cogs.challenges.rules.refusals import AlreadyAnswered, NotOpenYet, TooFewQuestions, TooLate

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
DISCORD = Window(NOON)
TWITCH = Window(NOON, delay=12.0)
moments = st.floats(0, 25, allow_nan=False)
choices = st.integers(0, 3)


@given(st.lists(st.tuples(st.integers(1, 50), choices, moments), max_size=40), st.randoms())
def test_points_do_not_depend_on_who_answered_before(
    answers: list[tuple[int, int, float]], luck: Random
) -> None:
    def scores(arrivals: list[tuple[int, int, float]]) -> Counter[int]:
        points: Counter[int] = Counter()
        for who, choice, took in arrivals:
            points[who] += mark(choice, 2, took, DISCORD).points
        return points

    shuffled = list(answers)
    luck.shuffle(shuffled)
    assert scores(shuffled) == scores(answers)


@given(choices, moments, moments)
def test_the_moment_changes_nothing_but_the_speed_bonus(
    choice: int, early: float, late: float
) -> None:
    first, second = (mark(choice, 1, took, DISCORD) for took in sorted((early, late)))
    assert first.right == second.right
    assert 0 <= first.points - second.points <= 2


@given(choices, moments, st.sampled_from([DISCORD, TWITCH]))
def test_speed_is_at_most_a_sixth_of_a_score(choice: int, took: float, window: Window) -> None:
    points = mark(choice, choice, took, window).points
    assert RIGHT <= points <= RIGHT * 6 / 5
    assert points - RIGHT <= points / 6


@pytest.mark.parametrize(
    ("took", "points"), [(0, 12), (8, 12), (8.1, 11), (16, 11), (16.1, 10), (25, 10)]
)
def test_the_bands_are_those_of_the_rules(took: float, points: int) -> None:
    assert mark(3, 3, took, DISCORD).points == points
    assert mark(3, 3, took + 12, TWITCH).points == points
    assert mark(0, 3, took, DISCORD).points == 0


def test_untimed_is_worth_the_same_but_the_speed() -> None:
    assert mark_untimed(1, 1).points == RIGHT
    assert mark_untimed(0, 1).points == 0
    assert QUESTIONS * (RIGHT + 2) == 60


def test_a_window_starts_at_the_confirmed_post_and_ends_with_the_delay() -> None:
    assert DISCORD.took(NOON + timedelta(seconds=25)) == 25
    assert TWITCH.took(NOON + timedelta(seconds=37)) == 37
    with pytest.raises(NotOpenYet):
        DISCORD.took(NOON - timedelta(milliseconds=1))
    with pytest.raises(TooLate):
        DISCORD.took(NOON + timedelta(seconds=25.001))
    with pytest.raises(TooLate):
        TWITCH.took(NOON + timedelta(seconds=37.001))


def test_quicker_than_reading_is_noted_and_not_punished() -> None:
    quick, quiet = mark(2, 2, 0.4, DISCORD), mark(2, 2, 0.6, DISCORD)
    assert quick.flagged
    assert not quiet.flagged
    assert quick.points == quiet.points


def test_behind_the_delay_one_expects_the_same_score() -> None:
    """Equal skill on both sides; the stream lags by twelve seconds, more or less."""
    luck = Random(5)  # noqa: S311 - a simulation, the same each time
    discord = twitch = 0
    for _ in range(20_000):
        thinks, right = luck.lognormvariate(2.2, 0.6), luck.randrange(4) < 3
        lags = max(0.0, luck.gauss(12, 1))
        choice = 1 if right else 0
        if thinks <= DISCORD.seconds:
            discord += mark(choice, 1, thinks, DISCORD).points
        if lags + thinks <= TWITCH.seconds + TWITCH.delay:
            twitch += mark(choice, 1, lags + thinks, TWITCH).points
    assert abs(discord - twitch) / discord < 0.02
    unlucky = Window(NOON)  # without the longer window the same viewers would lose a great deal
    assert mark(1, 1, 12 + 7, unlucky).points < mark(1, 1, 12 + 7, TWITCH).points


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 3)), max_size=60))
def test_xp_never_falls_and_no_day_exceeds_a_hundred(acts: list[tuple[int, int]]) -> None:
    days: dict[int, int] = {}
    total, before = 0, [0]
    for points, day in acts:
        earned = credit(points, days.get(day, 0))
        days[day] = days.get(day, 0) + earned
        total += earned
        before.append(total)
    assert all(a <= b and level(a) <= level(b) for a, b in pairwise(before))
    assert all(earned <= 100 for earned in days.values())


def test_beyond_the_cap_play_goes_on_and_nothing_is_taken_back() -> None:
    assert credit(12, 95) == 5
    assert credit(12, 100) == 0
    assert credit(12, 130) == 0  # the operator has lowered the cap since
    assert [level(xp) for xp in (0, 99, 100, 399, 400)] == [1, 1, 2, 2, 3]


def test_a_round_lives_one_way() -> None:
    life = Life()
    for state in (State.OPEN, State.CLOSED, State.JUDGED, State.ARCHIVED):
        life = life.to(state)
    assert life.state is State.ARCHIVED
    for wrong in (State.PLANNED, State.CLOSED, State.ARCHIVED):
        with pytest.raises(ValueError, match="A round goes"):
            Life().to(wrong)
    with pytest.raises(ValueError, match="A round goes"):
        life.to(State.PLANNED)


def test_five_questions_and_then_none() -> None:
    life = Life().to(State.OPEN)
    seen = [life.position]
    while (following := life.next_question()) is not None:
        life = following
        seen.append(life.position)
    assert seen == [1, 2, 3, 4, 5]
    with pytest.raises(ValueError, match="open round"):
        Life().next_question()


def test_a_question_rests_for_thirty_days() -> None:
    played = {"old": NOON - timedelta(days=30), "new": NOON - timedelta(days=29, hours=23)}
    assert rested(["old", "new", "never"], played, NOON) == ["old", "never"]


def test_four_questions_are_no_round() -> None:
    assert enough(list("abcde")) == list("abcde")
    with pytest.raises(TooFewQuestions):
        enough(list("abcd"))


def test_the_share_of_right_answers_counts_people() -> None:
    assert share([True, True, False, False]) == 50
    assert share([]) is None
    assert share([False]) == 0


def test_refusals_are_told_by_texts_without_variables() -> None:
    assert AlreadyAnswered.key.startswith("challenges-")
