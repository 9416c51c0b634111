"""What a Swiss round is judged by: four numbers, smaller first, and the least they can be."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum

from cogs.tournaments.rules.elimination import NOBODY


@dataclass(frozen=True, slots=True)
class Contender:
    """Somebody to be paired this round; the entrant's number is the seed."""

    entrant: int
    score: int  # in wins, or in half-wins where draws are allowed: the same for everybody
    byes: int = 0


Pair = tuple[int, int]
Met = Mapping[int, Set[int]]  # whom each has met, both ways round; absent is nobody yet
# rematches, prior byes of the bye taker, score of the bye taker, sum of squared score gaps
Cost = tuple[int, int, int, int]
Edge = tuple[int, int, int]  # vertex, vertex, weight: larger is better
# A perfect matching whose weights add up to the most; it is given at least one.
Matcher = Callable[[Sequence[Edge]], Collection[Pair]]


class Proof(StrEnum):
    """How we know that no other pairing has a smaller cost."""

    BOUND = "bound"  # it reaches what no pairing can go below
    MATCHING = "matching"  # an exact matching found nothing better
    NOT_PROVED = "not_proved"  # the best that was found: worth a warning in the log


@dataclass(frozen=True, slots=True)
class Pairing:
    """One round: the best scores first, in each pair the better seed first."""

    pairs: tuple[Pair, ...]
    bye: int  # NOBODY when the field is even
    cost: Cost
    bound: Cost
    proof: Proof


def cost_of(field: Sequence[Contender], met: Met, pairs: Iterable[Pair], bye: int) -> Cost:
    """What a pairing is judged by. A pair counts once, however often it has met."""
    by_entrant = {one.entrant: one for one in field}
    rematches = gaps = 0
    for one, other in pairs:
        rematches += other in met.get(one, ())
        gaps += (by_entrant[one].score - by_entrant[other].score) ** 2
    if bye == NOBODY:
        return rematches, 0, 0, gaps
    return rematches, by_entrant[bye].byes, by_entrant[bye].score, gaps


def bound_of(field: Sequence[Contender]) -> Cost:
    """What no pairing can go below: no rematch, the best bye, and neighbours in score."""
    scores = [one.score for one in field]
    if len(field) % 2 == 0:
        return 0, 0, 0, gaps_between(scores)
    byes, score = min((one.byes, one.score) for one in field)
    scores.remove(score)
    return 0, byes, score, gaps_between(scores)


def gaps_between(scores: Iterable[int]) -> int:
    """The least sum of squared gaps of an even number of scores: neighbour by neighbour."""
    line = sorted(scores)
    return sum((high - low) ** 2 for low, high in zip(line[::2], line[1::2], strict=True))


def bye_class(field: Iterable[Contender]) -> tuple[int, int]:
    """Fewest byes, then smallest score: who takes the bye at no cost has these two."""
    return min((one.byes, one.score) for one in field)
