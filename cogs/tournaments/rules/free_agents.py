"""People who came alone: teams are proposed to them, even, with friends together.

Nobody is ever picked: the answer is a set of teams, in an order that says nothing of anybody.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Final

_FINE: Final = 100  # skills are weighed by their first two decimals, so that sums are exact


@dataclass(frozen=True, slots=True)
class Agent:
    number: int
    skill: float
    with_: frozenset[int] = frozenset()  # friends asked for


@dataclass(frozen=True, slots=True)
class Proposal:
    teams: tuple[tuple[int, ...], ...]
    left: tuple[int, ...]  # those for whom there is no seat this time, fewer than make a team


def propose(
    agents: Sequence[Agent], size: int, spare: int = 0, refused: Collection[int] = frozenset()
) -> Proposal:
    """As many teams of `size` as there are people for; each may hold `spare` more.

    Nobody is left who could have a seat; whoever is left came last. Friends are kept together,
    above all those who asked for each other; then the sums of the skills are as even as swaps
    can make them. Who refused, unseen, is taken out, and the rest is proposed again.

    A hundred people take seconds: a service asks from a thread.
    """
    pool = sorted((a for a in agents if a.number not in refused), key=lambda agent: agent.number)
    count = len(pool) // size
    if not count:
        return Proposal((), tuple(agent.number for agent in pool))
    seated = min(len(pool), count * (size + spare))
    rooms = [seated // count + (team < seated % count) for team in range(count)]
    draft = _Draft(pool, [*rooms, len(pool) - seated])
    draft.fill()
    draft.even_out()
    teams = sorted(tuple(sorted(team)) for team in draft.teams[:-1])
    return Proposal(tuple(teams), tuple(sorted(draft.teams[-1])))


class _Draft:
    """Teams being made; the last of them holds those who are left."""

    def __init__(self, pool: Sequence[Agent], rooms: Sequence[int]) -> None:
        self.rooms = rooms
        self.teams: list[list[int]] = [[] for _ in rooms]
        self.bonds = _bonds(pool)
        self._at: dict[int, int] = {}  # who is in which of them, once everybody is
        self._sums: list[int] = []  # of the skills in each of them, then
        self._units = _units(pool, self.bonds, max(rooms[:-1]))
        raw = {agent.number: round(agent.skill * _FINE) for agent in pool}
        # Times the number of people, and less the mean: a team is even when its sum is nothing.
        self._skill = {one: raw[one] * len(raw) - sum(raw.values()) for one in raw}

    def fill(self) -> None:
        """The left first, from those who came last; then the largest groups, then the strongest.

        A group goes where it makes the teams most even, and is parted only if it fits nowhere.
        """
        units = self._set_aside()
        units.sort(key=lambda unit: (-len(unit), -abs(self._sum(unit)), unit))
        while units:
            unit = units.pop(0)
            open_to = [t for t in range(len(self.teams) - 1) if self._room(t) >= len(unit)]
            if open_to:
                best = min(open_to, key=lambda t: (abs(self._sum([*self.teams[t], *unit])), t))
                self.teams[best] += unit
            else:
                roomy = max(map(self._room, range(len(self.teams) - 1)))
                units[:0] = [unit[:roomy], unit[roomy:]]

    def even_out(self) -> None:
        """People change places for as long as that keeps more friends, or evens the teams."""
        self._at = {one: t for t, team in enumerate(self.teams) for one in team}
        self._sums = [self._sum(team) for team in self.teams]
        while sum(self._swapped(some, others) for some, others in self._swaps()):
            pass

    def _set_aside(self) -> list[tuple[int, ...]]:
        """Fills the seats of the left, whole groups where they fit; the other groups."""
        kept = []
        for unit in sorted(self._units, key=lambda unit: -min(unit)):
            if len(unit) <= self._room(-1):
                self.teams[-1] += unit
            else:
                kept.append(unit)
        while self._room(-1):
            smallest = min(kept, key=lambda unit: (len(unit), -min(unit)))
            kept.remove(smallest)
            self.teams[-1].append(smallest[-1])
            kept.append(smallest[:-1])
        return kept

    def _swaps(self) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
        """One for one, two for two, and each group of friends for as many of another team."""
        for here, there in combinations(range(len(self.teams)), 2):
            for many in (1, 2):
                yield from product(
                    combinations(sorted(self.teams[here]), many),
                    combinations(sorted(self.teams[there]), many),
                )
        for unit in self._units:
            for team in self.teams if len(unit) > 2 else ():  # noqa: PLR2004 - those are done
                for others in combinations(sorted(team), len(unit)):
                    yield unit, others

    def _swapped(self, some: tuple[int, ...], others: tuple[int, ...]) -> bool:
        """Whether they did change places. Nobody is left, or taken in, for their skill."""
        here, there = self._team_of(some), self._team_of(others)
        if here is None or there is None or here == there:
            return False
        moved, ahead = self._sum(some) - self._sum(others), self._sums[here] - self._sums[there]
        friendless = not any(self.bonds[one] for one in (*some, *others))
        if friendless and moved * (moved - ahead) >= 0:  # as (a - m)² + (b + m)² >= a² + b²
            return False
        before = self._torn(some, here) + self._torn(others, there), self._uneven(here, there)
        self._exchange(some, others, here, there)
        after = self._torn(some, there) + self._torn(others, here), self._uneven(here, there)
        last = len(self.teams) - 1
        if after < before and (last not in (here, there) or after[0] < before[0]):
            return True
        self._exchange(others, some, here, there)
        return False

    def _exchange(
        self, some: tuple[int, ...], others: tuple[int, ...], here: int, there: int
    ) -> None:
        self.teams[here] = [one for one in self.teams[here] if one not in some] + [*others]
        self.teams[there] = [one for one in self.teams[there] if one not in others] + [*some]
        self._at |= dict.fromkeys(some, there) | dict.fromkeys(others, here)
        moved = self._sum(some) - self._sum(others)
        self._sums[here] -= moved
        self._sums[there] += moved

    def _torn(self, some: tuple[int, ...], team: int) -> int:
        """How much of what they asked for, or were asked, is not so."""
        bonds = (bond for one in some for bond in self.bonds[one].items())
        return sum(weight for friend, weight in bonds if friend not in self.teams[team])

    def _uneven(self, *teams: int) -> int:
        return sum(self._sums[t] ** 2 for t in teams if t != len(self.teams) - 1)

    def _sum(self, people: Sequence[int]) -> int:
        return sum(self._skill[one] for one in people)

    def _room(self, team: int) -> int:
        return self.rooms[team] - len(self.teams[team])

    def _team_of(self, some: tuple[int, ...]) -> int | None:
        """The team that they are all in."""
        teams = {self._at[one] for one in some}
        return teams.pop() if len(teams) == 1 else None


def _bonds(pool: Sequence[Agent]) -> Mapping[int, Mapping[int, int]]:
    """Who is bound to whom: more, if each asked for the other, than all that only one asked."""
    asks = {agent.number: agent.with_ for agent in pool}
    mutual = 1 + sum(map(len, asks.values()))
    return {
        one: {
            other: mutual if one in asks[other] and other in asks[one] else 1
            for other in asks
            if other != one and (one in asks[other] or other in asks[one])
        }
        for one in asks
    }


def _units(
    pool: Sequence[Agent], bonds: Mapping[int, Mapping[int, int]], size: int
) -> list[tuple[int, ...]]:
    """Groups of friends that fit into a team, the stronger bonds first."""
    group: dict[int, tuple[int, ...]] = {agent.number: (agent.number,) for agent in pool}
    asked = sorted((-w, one, other) for one in bonds for other, w in bonds[one].items())
    for _, one, other in asked:
        joined = tuple(sorted({*group[one], *group[other]}))
        if len(joined) <= size:
            group |= dict.fromkeys(joined, joined)
    return sorted(set(group.values()))
