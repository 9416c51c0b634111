"""Who meets whom in an arena, whoever comes, goes, pauses or does not show up."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cogs.tournaments.rules.encounters import EXACT, TICK, Free, may_meet, pairs_of, waits

NONE = 0
Pairs = tuple[tuple[int, int], ...]


def free(entrant: int, points: int = 0, **more: int) -> Free:
    return Free(entrant, points, 25.0, since=more.get("since", 0), last=more.get("last", NONE))


def crowd(most: int) -> st.SearchStrategy[list[Free]]:
    """People with any past, even one that no evening could give them."""
    one = st.builds(
        Free,
        entrant=st.just(0),
        points=st.integers(0, 6),
        rating=st.sampled_from([20.0, 22.5, 25.0, 25.000001, 31.25]),
        since=st.sampled_from([0, 10, 45, 55, 60]),
        last=st.integers(NONE, most),
    )
    return st.lists(one, max_size=most).map(
        lambda people: [replace(person, entrant=n) for n, person in enumerate(people, start=1)]
    )


def arrangements(people: Sequence[Free]) -> Iterator[list[tuple[Free, Free]]]:
    """Every way to pair people, some or all of them."""
    if not people:
        yield []
        return
    first, *others = people
    yield from arrangements(others)
    for other in others:
        if may_meet(first, other):
            rest = [one for one in others if one is not other]
            yield from ([(first, other), *more] for more in arrangements(rest))


def wishes(people: Sequence[Free], pairs: Sequence[tuple[Free, Free]], now: int) -> list[object]:
    """What an arrangement costs, the worst first, written as the specification says it."""
    paired = {one.entrant for pair in pairs for one in pair}
    out = [one for one in people if one.entrant not in paired]
    overdue = sorted((one.since, one.entrant) for one in people if waits(one, now))
    missed = [(s, e) not in {(one.since, one.entrant) for one in out} for s, e in overdue]
    return [
        len(out),
        [not kept for kept in missed],
        sum(abs(one.points - other.points) for one, other in pairs),
        round(sum(abs(one.rating - other.rating) for one, other in pairs), 6),
        sum(now - one.since for one in out),
    ]


def most_pairs(people: Sequence[Free]) -> int:
    """How many pairs there can be, by trying everything, one person after the other."""
    near = [[may_meet(one, other) for other in people] for one in people]

    @cache
    def most(mask: int) -> int:
        if not mask:
            return 0
        first = mask.bit_length() - 1
        rest = mask ^ 1 << first
        partners = (at for at in range(first) if rest >> at & 1 and near[first][at])
        return max([most(rest), *(1 + most(rest ^ 1 << at) for at in partners)])

    return most((1 << len(people)) - 1)


def checked(people: Sequence[Free], pairs: Pairs) -> list[tuple[Free, Free]]:
    by_number = {one.entrant: one for one in people}
    met = [(by_number[one], by_number[other]) for one, other in pairs]
    seats = [number for pair in pairs for number in pair]
    assert len(seats) == len(set(seats))
    assert all(may_meet(*pair) for pair in met)
    return met


@settings(max_examples=150)
@given(crowd(7))
def test_of_all_arrangements_of_a_few_people_the_best_is_taken(people: list[Free]) -> None:
    met = checked(people, pairs_of(people, now=60, there=len(people) + 1))
    best = min(wishes(people, pairs, 60) for pairs in arrangements(people))
    assert wishes(people, met, 60) == best


@settings(max_examples=60)
@given(crowd(13))
def test_there_are_as_many_pairs_as_there_can_be(people: list[Free]) -> None:
    met = checked(people, pairs_of(people, now=60, there=len(people) + 1))
    assert len(met) == most_pairs(people)


@settings(max_examples=120)
@given(crowd(90), st.integers(1, 90))
def test_in_a_crowd_nobody_is_left_but_an_odd_one_and_who_has_just_met_everybody(
    people: list[Free], star: int
) -> None:
    people = [replace(p, last=star) if p.entrant % 3 else p for p in people]
    if len(people) <= EXACT:
        return
    met = checked(people, pairs_of(people, now=60, there=len(people)))
    able = [p for p in people if any(may_meet(p, other) for other in people)]
    paired = {one.entrant for pair in met for one in pair}
    left = [p for p in able if p.entrant not in paired]
    assert len(left) == len(able) % 2
    if left and waits(left[0], 60):
        assert any(star in (one.last, one.entrant) for one in people) or all(
            waits(p, 60) for p in able
        )


@pytest.mark.parametrize("since", [0, 60])
@pytest.mark.parametrize("people", [13, 20, 40, 41, 90])
def test_who_has_just_met_all_but_one_far_away_still_plays(people: int, since: int) -> None:
    """Everybody has just played number 1 but the very last, who stands furthest away."""
    met = dict.fromkeys(range(2, people), 1)
    numbers = range(1, people + 1)
    everybody = [free(n, points=people - n, last=met.get(n, NONE), since=since) for n in numbers]
    pairs = pairs_of(everybody, now=60, there=people)
    checked(everybody, pairs)
    assert (1, people) in pairs or (since and people % 2)
    assert len(pairs) == people // 2


def test_an_odd_one_is_left_among_those_who_have_just_come_however_far_they_stand() -> None:
    """As above, and of all the others only number 30 was not there before."""
    numbers = range(1, 42)
    everybody = [
        free(n, points=41 - n, last=1 if 1 < n < 41 else NONE, since=60 if n == 30 else 0)
        for n in numbers
    ]
    pairs = pairs_of(everybody, now=60, there=41)
    checked(everybody, pairs)
    assert set(numbers) - {number for pair in pairs for number in pair} == {30}


@settings(max_examples=60)
@given(crowd(24), st.randoms(use_true_random=False))
def test_the_order_in_which_people_are_named_changes_nothing(
    people: list[Free], luck: Random
) -> None:
    shuffled = people[:]
    luck.shuffle(shuffled)
    there = len(people)
    assert pairs_of(people, now=60, there=there) == pairs_of(shuffled, now=60, there=there)


def test_points_come_before_ratings_and_ratings_before_the_wait() -> None:
    near = Free(1, 4, 30.0, 0, NONE), Free(2, 4, 20.0, 0, NONE)
    far = Free(3, 0, 30.0, 0, NONE), Free(4, 0, 20.0, 0, NONE)
    assert pairs_of([*near, *far], now=5, there=4) == ((1, 2), (3, 4))
    level = [replace(one, points=0) for one in (*near, *far)]
    assert pairs_of(level, now=5, there=4) == ((1, 3), (2, 4))
    for latest, expected in ((1, (2, 3)), (3, (1, 2))):
        three = [free(n, points=n, since=3 if n == latest else 1) for n in (1, 2, 3)]
        assert pairs_of(three, now=5, there=3) == (expected,)


def test_whoever_was_left_out_plays_now_however_far_their_points() -> None:
    people = [free(1, points=8, since=50), free(2, points=8, since=50), free(3, since=40)]
    assert pairs_of(people, now=50, there=3) == ((1, 3),)
    assert pairs_of([*people[:2], free(3, since=45)], now=50, there=3) == ((1, 2),)


def test_two_meet_again_only_when_nobody_else_is_there() -> None:
    two = [free(1, last=2), free(2, last=1)]
    assert pairs_of(two, now=60, there=2) == ((1, 2),)
    assert pairs_of(two, now=60, there=4) == ()  # two others are in a match, and soon free
    assert pairs_of([*two, free(3, last=2)], now=60, there=3) == ((1, 3),)
    assert pairs_of(two[:1], now=60, there=1) == pairs_of([], now=60, there=0) == ()


@dataclass
class Visitor:
    number: int
    points: int = 0
    since: int | None = None  # when they became free; None in a match, or paused
    before: int = 0  # since when they had waited for the match they are in
    last: int = NONE
    paused: bool = True
    left_out: int = 0  # pairings since then at which somebody else could have been met


@dataclass
class Evening:
    """A whole arena: people tap, matches end whenever they like, and some never come."""

    people: dict[int, Visitor]
    now: int = 0
    running: list[tuple[int, int]] = field(default_factory=list)
    story: list[Pairs] = field(default_factory=list)

    def tap(self, number: int) -> None:
        """One tap joins, pauses, or comes back; in a match it changes nothing here."""
        one = self.people.setdefault(number, Visitor(number))
        if any(number in match for match in self.running):
            return
        one.paused = not one.paused
        one.since, one.left_out = (None, 0) if one.paused else (self.now, 0)

    def end(self, which: int, result: int) -> None:
        if not self.running:
            return
        one, other = (self.people[n] for n in self.running.pop(which % len(self.running)))
        if result == 3:  # `other` did not show up: paused, and `one` is as before
            other.paused, one.since = True, one.before
            return
        one.last, other.last = other.number, one.number
        one.points += (2, 1, 0)[result]
        other.points += (0, 1, 2)[result]
        for side in (one, other):
            side.since, side.left_out = self.now, 0

    def pair(self) -> None:
        people = [
            Free(one.number, one.points, 25.0, one.since, one.last)
            for one in self.people.values()
            if one.since is not None
        ]
        there = sum(not one.paused for one in self.people.values())
        pairs = pairs_of(people, now=self.now, there=there)
        if there > 2:
            assert len(checked(people, pairs)) == most_pairs(people)
        for one in people:
            if there == len(people) == 2 or any(may_meet(one, other) for other in people):
                self.people[one.entrant].left_out += 1
        for paired in (self.people[number] for pair in pairs for number in pair):
            paired.before, paired.since, paired.left_out = paired.since or 0, None, 0
        self.running += pairs
        self.story.append(pairs)
        playing = [number for match in self.running for number in match]
        assert len(playing) == len(set(playing))
        assert all(one.left_out <= 2 for one in self.people.values())


DO = st.sampled_from(["tap", "tap", "end", "end", "pair"])
STEPS = st.lists(st.tuples(DO, st.integers(1, 11), st.integers(0, 3)), max_size=120)


def lived(steps: list[tuple[str, int, int]]) -> Evening:
    evening = Evening({})
    for what, which, result in steps:
        if what == "tap":
            evening.tap(which)
        elif what == "end":
            evening.end(which, result)
        else:
            evening.now += TICK
            evening.pair()
            evening.now += 1
    return evening


def keeps_its_promises(steps: list[tuple[str, int, int]]) -> None:
    evening = lived(steps)
    assert evening.story == lived(steps).story
    evening.now += TICK
    evening.pair()
    idle = [v for v in evening.people.values() if v.since is not None]
    people = [Free(v.number, v.points, 25.0, v.since or 0, v.last) for v in idle]
    there = sum(not v.paused for v in evening.people.values())
    assert there == 2 or not any(may_meet(a, b) for a, b in combinations(people, 2))


@settings(max_examples=250)
@given(STEPS)
def test_in_a_whole_arena_nobody_is_left_out_more_than_twice(
    steps: list[tuple[str, int, int]],
) -> None:
    keeps_its_promises(steps)


@pytest.mark.long
def test_in_many_arenas_nobody_is_left_out_more_than_twice() -> None:
    """As many as there is time for: `EVENINGS=10000 pytest -m long tests/tournaments`."""
    evenings = int(os.environ.get("EVENINGS", "2000"))
    chance = settings(max_examples=evenings, deadline=None, derandomize=False)
    chance(given(STEPS)(keeps_its_promises))()
