"""Score groups folded, top half against bottom half: the pairing that nearly always is the best.

A group of an odd size sends one down to the next. Groups linked this way make a run, and a run
begins and ends where an even number of players lies above. Inside a run every choice of who goes
down has the same gaps, so that only rematches have to be avoided: by a swap, else by a search.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, groupby
from typing import Final

from cogs.tournaments.rules.elimination import NOBODY
from cogs.tournaments.rules.pairing import Contender, Met, Pair, bye_class

TRIES: Final = 32  # how many of a group may be tried as the one who goes down
NODES: Final = 400  # how many seats a search may fill before it gives up
BRACKETS: Final = 300  # how many brackets a run may try


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive score groups that are paired among themselves, an even number of players."""

    scores: tuple[int, ...]
    groups: tuple[tuple[int, ...], ...]  # each in the order of seeds
    takers: tuple[int, ...] = ()  # of whom one takes the bye, whoever is to be tried first first


@dataclass(frozen=True, slots=True)
class Folded:
    pairs: tuple[Pair, ...]
    bye: int
    trouble: tuple[int, ...]  # scores of groups that could not be paired at the least cost


def standing(players: Iterable[Contender]) -> list[Contender]:
    """Best score first, then best seed."""
    return sorted(players, key=lambda one: (-one.score, one.entrant))


def fold(players: Sequence[Contender], met: Met) -> Folded:
    """Everybody paired. Where `trouble` is empty, nothing can be better."""
    pairs: list[Pair] = []
    trouble: list[int] = []
    bye = NOBODY
    for run in runs(players):
        attempt = Attempt(run, met)
        done, taker = attempt.best()
        pairs += done
        bye = taker or bye
        if attempt.failed:
            trouble.append(attempt.where)
    return Folded(tuple(pairs), bye, tuple(trouble))


def runs(players: Sequence[Contender]) -> Iterator[Run]:
    """The field in runs; with an odd field, one of them holds those who may take the bye."""
    least = bye_class(players) if len(players) % 2 else None
    scores: list[int] = []
    groups: list[tuple[int, ...]] = []
    takers: tuple[int, ...] = ()
    seats = 0
    for score, group in groupby(standing(players), key=lambda one: one.score):
        members = list(group)
        scores.append(score)
        groups.append(tuple(one.entrant for one in members))
        if least and score == least[1]:
            takers = tuple(one.entrant for one in reversed(members) if one.byes == least[0])
        seats += len(members)
        if (seats - bool(takers)) % 2 == 0:
            yield Run(tuple(scores), tuple(groups), takers)
            scores, groups, seats = [], [], 0
            least, takers = (None, ()) if takers else (least, ())


@dataclass(slots=True)
class Attempt:
    """The search for a pairing of one run at the least cost."""

    run: Run
    met: Met
    failed: bool = False
    groups: list[list[int]] = field(default_factory=list)  # without the bye taker
    deepest: int = 0  # the last group that was reached: where the trouble is, if there is any
    left: int = BRACKETS
    dead: set[tuple[int, int]] = field(default_factory=set)

    def best(self) -> tuple[list[Pair], int]:
        """Pairs and who has the bye; if the least cost cannot be had, everybody all the same."""
        for taker in self.run.takers or (NOBODY,):
            groups = [[one for one in group if one != taker] for group in self.run.groups]
            self.groups = [group for group in groups if group]
            self.dead.clear()
            pairs = self._from(0, NOBODY)
            if pairs is not None:
                return pairs, taker
        self.failed = True
        taker = next(iter(self.run.takers), NOBODY)
        everybody = [one for one in chain.from_iterable(self.run.groups) if one != taker]
        return in_order(everybody, self.met), taker

    @property
    def where(self) -> int:
        """The score of the group that stopped it."""
        first = self.groups[self.deepest][0]
        return next(
            score
            for score, group in zip(self.run.scores, self.run.groups, strict=True)
            if first in group
        )

    def _from(self, at: int, floater: int) -> list[Pair] | None:
        """The groups from `at` on, with whoever comes down to them."""
        if at == len(self.groups):
            return []
        if (at, floater) in self.dead:
            return None
        self.deepest = max(self.deepest, at)
        bracket = [floater, *self.groups[at]] if floater else self.groups[at]
        for down in self._who_goes_down(bracket, floater, at):
            self.left -= 1
            staying = [one for one in bracket if one != down] if down else bracket
            pairs = folded(staying, self.met)
            rest = None if pairs is None else self._from(at + 1, down)
            if pairs is not None and rest is not None:
                return pairs + rest
            if self.left <= 0:
                break
        self.dead.add((at, floater))
        return None

    def _who_goes_down(self, bracket: list[int], floater: int, at: int) -> Iterator[int]:
        """The last ones first; never somebody who has just come down."""
        if len(bracket) % 2 == 0:
            yield NOBODY
            return
        below = set(self.groups[at + 1])
        for one in bracket[: -TRIES - 1 : -1]:
            if one != floater and not self.met.get(one, set()) >= below:
                yield one


def folded(bracket: list[int], met: Met) -> list[Pair] | None:
    """Top half against bottom half, as near to that as rematches allow; None if they do not."""
    half = len(bracket) // 2
    top, low = bracket[:half], bracket[half:]
    clashes = [i for i in range(half) if low[i] in met.get(top[i], ())]
    if all(swapped(top, low, i, met) for i in clashes):
        return list(zip(top, low, strict=True))
    return searched(bracket, met)


def swapped(top: list[int], low: list[int], clash: int, met: Met) -> bool:
    """Change opponents with the nearest pair that can, so that neither has met; in place."""
    one, other = top[clash], low[clash]
    if other not in met.get(one, ()):
        return True
    before, after = met.get(one, set()), met.get(other, set())
    for step in range(1, len(top)):
        for at in (clash + step, clash - step):
            if not 0 <= at < len(top):
                continue
            here, there = top[at], low[at]
            if there not in before and here not in after:
                low[clash], low[at] = there, other
                return True
            if here not in before and there not in after:
                low[clash], top[at] = here, other
                return True
    return False


def searched(bracket: list[int], met: Met) -> list[Pair] | None:
    """A pairing without rematch, if there is one: whoever has the fewest possibilities first."""
    seats = range(len(bracket))
    may = [
        sum(1 << j for j in seats if j != i and bracket[j] not in met.get(bracket[i], ()))
        for i in seats
    ]
    dead: set[int] = set()

    def seated(left: int) -> list[Pair] | None:
        if not left:
            return []
        if left in dead or len(dead) > NODES:
            return None
        i = min((i for i in seats if left >> i & 1), key=lambda i: (may[i] & left).bit_count())
        fits = [j for j in seats if may[i] & left & 1 << j]
        for j in sorted(fits, key=lambda j: abs(abs(i - j) - len(bracket) // 2)):
            rest = seated(left & ~(1 << i | 1 << j))
            if rest is not None:
                return [(bracket[i], bracket[j]), *rest]
        dead.add(left)
        return None

    return seated((1 << len(bracket)) - 1)


def in_order(line: list[int], met: Met) -> list[Pair]:
    """From the top, each with the next one not met; a rematch only where no swap avoids it."""
    waiting = dict.fromkeys(line)
    top, low = [], []
    while waiting:
        one = next(iter(waiting))
        del waiting[one]
        past = met.get(one, ())
        other = next((each for each in waiting if each not in past), next(iter(waiting)))
        del waiting[other]
        top.append(one)
        low.append(other)
    for i in range(len(top)):
        swapped(top, low, i, met)
    return list(zip(top, low, strict=True))
