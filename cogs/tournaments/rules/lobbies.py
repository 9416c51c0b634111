"""Many in one game: who plays in which lobby, points per place, and who goes on.

A lobby has no winner and loser but an order of arrival, in which places may be shared. Its
result is that order; points, ranking and who advances are derived from it.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, groupby, zip_longest
from typing import Final

from cogs.tournaments.rules.bracket import FEWEST
from cogs.tournaments.rules.refusals import BadPoints, BadScore, TooFew
from cogs.tournaments.rules.robin import Groups, snake

# Dense at the bottom, wide at the top: a win is worth trying for, and being there is worth one.
USUAL_POINTS: Final = (15, 12, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1)


@dataclass(frozen=True, slots=True)
class PointsTable:
    """What each place of a lobby is worth, from the first on; further down nothing.

    Raises `BadPoints` for an empty one, one that goes below 0, or one that rises on the way down.
    """

    points: tuple[int, ...] = USUAL_POINTS

    def __post_init__(self) -> None:
        falling = tuple(sorted(self.points, reverse=True))
        if not self.points or self.points != falling or self.points[-1] < 0:
            raise BadPoints(f"points per place must fall to 0 at most: {self.points}")

    def at(self, place: int) -> int:
        """Places count from 1. Those who share a place all have the points of that place."""
        return self.points[place - 1] if place <= len(self.points) else 0


@dataclass(frozen=True, slots=True)
class LobbyResult:
    """The order of arrival: those who share a place stand together, and the next place waits.

    After two firsts comes a third. Who did not play is absent: no place, no points, last.
    """

    order: tuple[tuple[int, ...], ...]
    absent: tuple[int, ...] = ()

    @property
    def places(self) -> dict[int, int]:
        """Everybody who played, and where they came in."""
        ahead = accumulate((len(level) for level in self.order), initial=1)
        levels = zip(ahead, self.order, strict=False)
        return {entrant: place for place, level in levels for entrant in level}

    def check(self, members: Collection[int]) -> None:
        """Raises `BadScore` unless each member of the lobby is in it once, and nobody else."""
        named = sorted((*chain.from_iterable(self.order), *self.absent))
        if named != sorted(members) or () in self.order:
            raise BadScore(f"{named} is not everybody of {sorted(members)} once")


@dataclass(frozen=True, slots=True)
class LobbyRow:
    """One line of the ranking. Places `rank` to `last` are shared by those level but for seed."""

    entrant: int
    rank: int
    last: int
    points: int
    places: tuple[int, ...]  # how often first, second, … as far as anybody came in
    latest: int  # the place in the last round, 0 for whoever has none there


def lobbies_of(order: Sequence[int], size: int) -> Groups:
    """As few lobbies as hold everybody, dealt by snake; their sizes differ by at most one.

    `order` is the order of the seeds in the first round, and the standings in later ones where
    the template says so. Raises `TooFew`.
    """
    if len(order) < FEWEST or size < FEWEST:
        raise TooFew(f"{len(order)} entrants in lobbies of {size}, at least {FEWEST} are needed")
    return snake(order, -(-len(order) // size))


def ranking(
    entrants: Sequence[int],
    rounds: Sequence[Sequence[LobbyResult]],
    table: PointsTable | None = None,
) -> tuple[LobbyRow, ...]:
    """Everybody once, best first: by points, then by who was first, second, third more often.

    Then by the place in the last round, and at last by seed, the order of `entrants`. A round is
    the results of its lobbies, as many as there are so far.
    """
    table = table or PointsTable()
    played = [[result.places for result in results] for results in rounds]
    latest = {who: at for places in played[-1:] for lobby in places for who, at in lobby.items()}
    deepest = max(
        (at for places in played for lobby in places for at in lobby.values()), default=0
    )
    points = dict.fromkeys(entrants, 0)
    counts = {entrant: [0] * deepest for entrant in entrants}
    for lobby in chain.from_iterable(played):
        for entrant, place in lobby.items():
            points[entrant] += table.at(place)
            counts[entrant][place - 1] += 1

    def merit(entrant: int) -> tuple[int, list[int], int]:
        return points[entrant], counts[entrant], -latest.get(entrant, deepest + 1)

    rows: list[LobbyRow] = []
    for _, level in groupby(sorted(entrants, key=merit, reverse=True), key=merit):
        sharing = list(level)
        rank, last = len(rows) + 1, len(rows) + len(sharing)
        rows += [
            LobbyRow(who, rank, last, points[who], tuple(counts[who]), latest.get(who, 0))
            for who in sharing
        ]
    return tuple(rows)


def best_overall(
    rows: Iterable[LobbyRow], count: int, gone: Collection[int] = ()
) -> tuple[int, ...]:
    """The first so many of the ranking, whatever their lobbies; who is gone makes room."""
    return tuple(row.entrant for row in rows if row.entrant not in gone)[:count]


def best_of_each(
    lobbies: Iterable[Sequence[int]],
    rows: Iterable[LobbyRow],
    count: int,
    gone: Collection[int] = (),
) -> tuple[int, ...]:
    """The first so many of each lobby: all the firsts, lobby by lobby, then the seconds.

    `rows` is the ranking that decides: of all rounds, or of the last one alone.
    """
    standing = {row.entrant: place for place, row in enumerate(rows)}
    ahead = [
        sorted((who for who in members if who not in gone), key=standing.__getitem__)[:count]
        for members in lobbies
    ]
    tiers = zip_longest(*ahead)
    return tuple(who for tier in tiers for who in tier if who is not None)
