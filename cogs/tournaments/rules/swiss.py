"""One round of a Swiss, paired exactly: fold first, prove it, and match only where that fails.

A pairing is judged by (rematches, prior byes of the bye taker, score of the bye taker, sum of
squared score gaps), smaller first; the reasons are in `fold` and `exact`. Among equals it keeps
apart whoever wishes to be, then stays near the fold, then lets the lowest seeds go first.
"""

from collections.abc import Sequence
from dataclasses import replace

from cogs.tournaments.rules.elimination import NOBODY
from cogs.tournaments.rules.exact import SMALL, Found, exact, whole
from cogs.tournaments.rules.fold import fold
from cogs.tournaments.rules.pairing import (
    Contender,
    Cost,
    Edge,
    Matcher,
    Met,
    Pair,
    Pairing,
    Proof,
    bound_of,
    cost_of,
)
from cogs.tournaments.rules.tidy import Apart, broken, kept_apart, refolded

__all__ = [
    "NOBODY",
    "Apart",
    "Contender",
    "Cost",
    "Edge",
    "Matcher",
    "Met",
    "Pair",
    "Pairing",
    "Proof",
    "bound_of",
    "cost_of",
    "pair",
    "rounds_for",
]


def pair(
    field: Sequence[Contender],
    met: Met,
    matcher: Matcher,
    apart: Apart | None = None,
) -> Pairing:
    """The next round. `apart` are labels (a club, a city): two who share one meet last of all.

    Which labels are kept apart never changes the cost, only the choice among the cheapest.
    """
    bound = bound_of(field)
    start = fold(field, met)
    found = Found(start.pairs, start.bye, proved=True)
    if start.trouble:
        found = exact(field, met, matcher, start)
        found = replace(found, pairs=tuple(refolded(field, met, found.pairs)))
    if apart:
        found = _kept_apart(field, met, matcher, apart, found)
    cost = cost_of(field, met, found.pairs, found.bye)
    proof = Proof.MATCHING if found.proved else Proof.NOT_PROVED
    return Pairing(
        pairs=_in_order(field, found.pairs),
        bye=found.bye,
        cost=cost,
        bound=bound,
        proof=Proof.BOUND if cost == bound else proof,
    )


def rounds_for(entrants: int) -> int:
    """How many rounds leave one unbeaten: log2, rounded up."""
    return max(0, entrants - 1).bit_length()


def _kept_apart(
    field: Sequence[Contender], met: Met, matcher: Matcher, apart: Apart, found: Found
) -> Found:
    """By changing places; in a small field, where that is not enough, by an exact matching."""
    swapped = kept_apart(field, met, found.pairs, apart)
    if broken(swapped, apart) and len(field) <= SMALL:
        matched = whole(field, met, matcher, apart)
        if broken(matched.pairs, apart) < broken(swapped, apart):
            return matched
    return replace(found, pairs=tuple(swapped))


def _in_order(field: Sequence[Contender], pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """Best scores first, then best seeds: the order of the tables."""
    score = {one.entrant: one.score for one in field}

    def rank(each: Pair) -> tuple[int, int, int]:
        high, low = sorted((score[each[0]], score[each[1]]), reverse=True)
        return -high, -low, each[0]

    return tuple(sorted(((min(each), max(each)) for each in pairs), key=rank))
