"""The arena: a fixed clock, nobody is eliminated, one joins, pauses and leaves at any time.

What is worth what, who stands where, and when it ends. Who meets whom is in `encounters`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

CLOCK: Final = timedelta(minutes=45)
GRACE: Final = timedelta(minutes=10)  # a match under way at the bell may still be reported
ON_TOP: Final = 3  # places that the board shows to everybody
SERIES: Final = 2  # wins in a row, after which results count double


class Outcome(StrEnum):
    WON = "won"
    DREW = "drew"
    LOST = "lost"


WORTH: Final[Mapping[Outcome, int]] = {Outcome.WON: 2, Outcome.DREW: 1, Outcome.LOST: 0}


@dataclass(frozen=True, slots=True)
class Met:
    """One match played, as one of its sides saw it."""

    opponent: int
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Place:
    entrant: int
    rank: int  # never shared: the seed has the last word
    points: int
    wins: int
    opposition: int  # points of the opponents met, each as often as they were met
    played: int


@dataclass(frozen=True, slots=True)
class Board:
    """What somebody sees of the ranking: nobody is shown how far they are from the top."""

    top: tuple[Place, ...]
    around: tuple[Place, ...]  # oneself and one's neighbours; empty for whoever only watches
    mine: Place | None
    best: int  # the most points one ever made in an arena


def points_of(results: Iterable[Outcome]) -> int:
    """A win is 2, a draw 1; after two wins in a row results count double until one is not a win.

    That one still counts double: two wins and a draw are 2 + 2 + 2. Nothing but the order of
    the results matters, so whoever comes late has lost nothing but time.
    """
    points = row = 0
    for outcome in results:
        points += WORTH[outcome] * (2 if row >= SERIES else 1)
        row = row + 1 if outcome is Outcome.WON else 0
    return points


def ranking(played: Mapping[int, Sequence[Met]]) -> tuple[Place, ...]:
    """Everybody exactly once, best first: points, wins, points of the opponents met, seed.

    `played` has the matches of each entrant in the order in which they were settled; whoever
    has not played yet has none. A match that was not played is in nobody's.
    """
    points = {one: points_of(met.outcome for met in games) for one, games in played.items()}
    wins = {one: sum(met.outcome is Outcome.WON for met in games) for one, games in played.items()}
    met = {one: sum(points.get(m.opponent, 0) for m in games) for one, games in played.items()}
    order = sorted(played, key=lambda one: (-points[one], -wins[one], -met[one], one))
    return tuple(
        Place(one, rank, points[one], wins[one], met[one], len(played[one]))
        for rank, one in enumerate(order, start=1)
    )


def board_for(entrant: int | None, places: Sequence[Place], best: int = 0) -> Board:
    """The top three, one's neighbours, one's own best; `best` is that of earlier arenas."""
    top = tuple(places[:ON_TOP])
    at = next((i for i, place in enumerate(places) if place.entrant == entrant), None)
    if at is None:
        return Board(top, (), None, best)
    around = tuple(places[max(0, at - 1) : at + 2])
    return Board(top, around, places[at], max(best, places[at].points))


def bell(starts: datetime, clock: timedelta = CLOCK) -> datetime:
    return starts + clock


def pairs_until(starts: datetime, clock: timedelta, expected: timedelta) -> datetime:
    """The last moment at which a match may begin: one of `expected` length ends by the bell."""
    return max(starts, bell(starts, clock) - expected)


def counts_until(rings: datetime) -> datetime:
    """The last moment at which a match under way at the bell may be reported, and count."""
    return rings + GRACE
