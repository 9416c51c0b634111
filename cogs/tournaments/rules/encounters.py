"""Who meets whom in an arena, one pairing at a time.

As many pairs as there can be; then nobody is left out twice who need not be; then the smallest
differences in points, then in rating; then whoever waited longest plays.

Two people do not meet twice in a row, so each excludes at most one opponent and is excluded by
those who met them last. Among five people or more that leaves a pair for everybody but one,
whoever is excluded by all others aside. `_mended` rests on it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

TICK: Final = 10  # seconds from one pairing to the next, at least
EXACT: Final = 16  # among so many every arrangement is weighed
REACH: Final = 7  # among more, those at most so many places apart, and others only if it must be
_PAIRS: Final = 6  # reconsidered when somebody is left out for nothing
_FINE: Final = 1_000_000  # ratings are compared by their first six decimals


@dataclass(frozen=True, slots=True)
class Free:
    """Somebody who could play now."""

    entrant: int
    points: int
    rating: float
    since: int  # the second since when they wait; a match that did not happen leaves it as it was
    last: int  # whom they played last, NOBODY before their first match


Pair = tuple[int, int]  # places in the field
_Trail = tuple[Pair, "_Trail"] | None


def pairs_of(free: Sequence[Free], *, now: int, there: int) -> tuple[tuple[int, int], ...]:
    """The pairs of one tick, the smaller number first; `now` is a second, as in `Free.since`.

    `there` counts everybody in the arena who has not paused, those in a match included: only
    when two are there, and nobody else, do they meet again and again.
    """
    if there == len(free) == 2:  # noqa: PLR2004 - two people
        one, other = sorted(person.entrant for person in free)
        return ((one, other),)
    field = sorted(
        (one for one in free if any(may_meet(one, other) for other in free)),
        key=lambda one: (-one.points, -one.rating, one.since, one.entrant),
    )
    if len(field) <= EXACT:
        pairs = _arranged(field, now, len(field))
    else:
        pairs = _mended(field, now, _arranged(field, now, REACH))
    met = (sorted((field[one].entrant, field[other].entrant)) for one, other in pairs)
    return tuple((one, other) for one, other in sorted(met))


def may_meet(one: Free, other: Free) -> bool:
    """Neither of them has just played the other, nor are they the same person."""
    return one.entrant not in (other.entrant, other.last) and other.entrant != one.last


def waits(one: Free, now: int) -> bool:
    """They were there at the last pairing already, and were left out."""
    return now - one.since >= TICK


def _arranged(field: Sequence[Free], now: int, reach: int) -> list[Pair]:
    """The best pairs of people at most `reach` places apart.

    One place after the other is settled: left out, or paired further on. What has been tried is
    told apart by who among the next ones is taken, and only the cheapest of each is kept.
    """
    alone, together = _prices(field, now)
    layer: dict[int, tuple[int, _Trail]] = {0: (0, None)}
    for place, person in enumerate(field):
        ahead = [
            (far, together(person, other))
            for far, other in enumerate(field[place + 1 : place + 1 + reach], start=1)
            if may_meet(person, other)
        ]
        further: dict[int, tuple[int, _Trail]] = {}
        for taken, (spent, trail) in layer.items():
            if taken & 1:
                _keep(further, taken >> 1, (spent, trail))
                continue
            for far, price in ahead:
                if not taken >> far & 1:
                    step = spent + price, ((place, place + far), trail)
                    _keep(further, (taken | 1 << far) >> 1, step)
            _keep(further, taken >> 1, (spent + alone[place], trail))
        layer = further
    return _followed(layer[0][1])


def _keep(layer: dict[int, tuple[int, _Trail]], taken: int, found: tuple[int, _Trail]) -> None:
    if taken not in layer or found[0] < layer[taken][0]:
        layer[taken] = found


def _followed(trail: _Trail) -> list[Pair]:
    pairs = []
    while trail:
        pair, trail = trail
        pairs.append(pair)
    return pairs


def _prices(field: Sequence[Free], now: int) -> tuple[list[int], Callable[[Free, Free], int]]:
    """What it costs to leave somebody out, and to pair two: one number for the whole order.

    Each wish is worth more than all that come after it together.
    """
    ratings = [round(one.rating * _FINE) for one in field]
    waited = [now - one.since for one in field]
    a_rating = 1 + sum(map(abs, waited))
    a_point = a_rating * (1 + len(field) * (max(ratings, default=0) - min(ratings, default=0)))
    points = [one.points for one in field]
    a_wait = a_point * (1 + len(field) * (max(points, default=0) - min(points, default=0)))
    line = sorted((one for one in field if waits(one, now)), key=lambda o: (-o.since, -o.entrant))
    overdue = {one.entrant: a_wait << place for place, one in enumerate(line)}
    a_seat = a_wait << len(line)
    alone = [
        a_seat + overdue.get(one.entrant, 0) + long
        for one, long in zip(field, waited, strict=True)
    ]

    def together(one: Free, other: Free) -> int:
        rating = abs(round(one.rating * _FINE) - round(other.rating * _FINE))
        return abs(one.points - other.points) * a_point + rating * a_rating

    return alone, together


def _mended(field: Sequence[Free], now: int, pairs: list[Pair]) -> list[Pair]:
    """The same pairs but for a few, so that only an odd one is left, and not for the second time.

    Each turn takes at least two out of the wait, or ends.
    """
    while True:
        alone = _left(field, pairs)
        if len(alone) > len(field) % 2:
            pairs = _redone(field, now, pairs, alone[:4])
        elif alone and waits(field[alone[0]], now):
            return _redone(field, now, pairs, alone)
        else:
            return pairs


def _left(field: Sequence[Free], pairs: Sequence[Pair]) -> list[int]:
    paired = {place for pair in pairs for place in pair}
    return [place for place in range(len(field)) if place not in paired]


def _redone(field: Sequence[Free], now: int, pairs: list[Pair], alone: list[int]) -> list[Pair]:
    """The best arrangement of those left out and of a few pairs near them that can let them in."""
    near = sorted(pairs, key=lambda pair: abs(pair[0] - alone[0]))
    doors = [
        next((p for p in near if any(may_meet(field[i], field[left]) for i in p)), near[0])
        for left in alone
    ]
    youngest = max(near, key=lambda pair: max(field[place].since for place in pair))
    opened = list(dict.fromkeys([*doors, youngest, *near]))[:_PAIRS]
    places = sorted([*alone, *(place for pair in opened for place in pair)])
    found = _arranged([field[place] for place in places], now, len(places))
    kept = [pair for pair in pairs if pair not in opened]
    return kept + [(places[one], places[other]) for one, other in found]
