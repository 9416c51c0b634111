"""Evenings of a Swiss to pair, and what any pairing is held against."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations
from random import Random

from cogs.tournaments.rules import exact
from cogs.tournaments.rules.fold import fold
from cogs.tournaments.rules.swiss import (
    NOBODY,
    Contender,
    Cost,
    Pair,
    Pairing,
    Proof,
    bound_of,
    cost_of,
    pair,
)
from cogs.tournaments.service.matching import matched

State = tuple[list[Contender], dict[int, set[int]]]


def remember(met: dict[int, set[int]], pairs: Collection[Sequence[int]]) -> None:
    for one, other in pairs:
        met.setdefault(one, set()).add(other)
        met.setdefault(other, set()).add(one)


def evening(entrants: int, rounds: int, luck: Random) -> Iterator[State]:
    """Each round of a Swiss in which people draw, leave, and come late."""
    draws, leaves, comes = luck.choice([0, 0.2]), luck.choice([0, 0.1]), luck.choice([0, 0.6])
    players = {seed: Contender(seed, 0) for seed in range(1, entrants + 1)}
    met: dict[int, set[int]] = {}
    for round_ in range(rounds):
        field = list(players.values())
        yield field, met
        paired = pair(field, met, matched)
        remember(met, paired.pairs)
        points = {paired.bye: 2}
        for one, other in paired.pairs:
            first = 1 if luck.random() < draws else luck.choice([0, 2])
            points |= {one: first, other: 2 - first}
        players = {
            one.entrant: Contender(
                one.entrant,
                one.score + points[one.entrant],
                one.byes + (one.entrant == paired.bye),
            )
            for one in field
            if luck.random() >= leaves
        }
        if luck.random() < comes:
            late = entrants + round_ + 1
            players[late] = Contender(late, luck.choice([0, round_ + 1]))


def chance_state(entrants: int, luck: Random) -> State:
    """No Swiss leads here: small groups full of meetings, and byes wherever they fell."""
    seeds = range(1, entrants + 1)
    scores = [luck.choice([0, 1, 2, 5, 5, 5, 5, 5, 8, 9, 10]) for _ in seeds]
    field = [
        Contender(seed, score, int(luck.random() < 0.8))
        for seed, score in zip(seeds, scores, strict=True)
    ]
    met: dict[int, set[int]] = {}
    pairs = combinations(field, 2)
    close = [(one, other) for one, other in pairs if abs(one.score - other.score) < 3]
    much = luck.choice([0.2, 0.5, 0.8])
    remember(
        met,
        [
            (one.entrant, other.entrant)
            for one, other in close
            if luck.random() < (0.1 if one.score == other.score == 5 else much)
        ],
    )
    return field, met


def some_state(entrants: int, rounds: int, luck: Random) -> State:
    *_, last = evening(entrants, rounds, luck)
    return last


def judged(field: list[Contender], met: Mapping[int, set[int]], pairing: Pairing) -> Cost:
    """The four numbers again, from what they mean; and that everybody sits exactly once."""
    seated = [one for each in pairing.pairs for one in each]
    assert sorted([*seated, *[pairing.bye] * (pairing.bye != NOBODY)]) == sorted(
        one.entrant for one in field
    )
    named = {one.entrant: one for one in field}
    taker = named.get(pairing.bye, Contender(NOBODY, 0))
    again = [each for each in pairing.pairs if each[1] in met.get(each[0], set())]
    gaps = [named[one].score - named[other].score for one, other in pairing.pairs]
    return len(again), taker.byes, taker.score, sum(gap * gap for gap in gaps)


def every_pairing(people: Sequence[int]) -> Iterator[tuple[list[Pair], int]]:
    """All of them, with everybody in turn as the one without opponent."""
    if len(people) % 2:
        for one in people:
            rest = [other for other in people if other != one]
            yield from ((pairs, one) for pairs, _ in every_pairing(rest))
    elif not people:
        yield [], NOBODY
    else:
        for at in range(1, len(people)):
            for pairs, bye in every_pairing([*people[1:at], *people[at + 1 :]]):
                yield [(people[0], people[at]), *pairs], bye


def in_one_matching(field: list[Contender], met: Mapping[int, set[int]]) -> Cost:
    found = exact.whole(field, met, matched)
    return cost_of(field, met, found.pairs, found.bye)


def told(state: State) -> Pairing:
    """Paired, and what every pairing promises."""
    field, met = state
    pairing = pair(field, met, matched)
    assert pairing.cost == judged(field, met, pairing)
    assert pairing.bound == bound_of(field) <= pairing.cost
    start = fold(field, met)
    assert bool(start.trouble) == (cost_of(field, met, start.pairs, start.bye) > pairing.bound)
    assert (pairing.proof is Proof.BOUND) == (pairing.cost == pairing.bound)
    return pairing
