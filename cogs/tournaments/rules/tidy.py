"""Among pairings of the same cost, the one to choose: people kept apart, then the fold."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from cogs.tournaments.rules.fold import folded
from cogs.tournaments.rules.pairing import Contender, Met, Pair

Apart = Mapping[int, frozenset[str]]  # the labels of an entrant: two who share one stay apart
NOTHING: Final[frozenset[str]] = frozenset()
NEAR: Final = 64  # how many tables away somebody may be moved to


def together(one: int, other: int, apart: Apart) -> int:
    """How many labels the two have in common."""
    return len(apart.get(one, NOTHING) & apart.get(other, NOTHING))


def broken(pairs: Iterable[Pair], apart: Apart) -> int:
    return sum(together(*pair, apart) for pair in pairs)


def refolded(field: Sequence[Contender], met: Met, pairs: Iterable[Pair]) -> list[Pair]:
    """The same floaters; within each score group, top half against bottom half again."""
    score = {one.entrant: one.score for one in field}
    kept: list[Pair] = []
    inside: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        one, other = pair
        if score[one] == score[other]:
            inside[score[one]].append(pair)
        else:
            kept.append(pair)
    for group in inside.values():
        kept += folded(sorted(one for pair in group for one in pair), met) or group
    return kept


def kept_apart(
    field: Sequence[Contender], met: Met, pairs: Iterable[Pair], apart: Apart
) -> list[Pair]:
    """Opponents changed with a table nearby wherever that keeps people apart and costs nothing."""
    score = {one.entrant: one.score for one in field}
    tables = sorted(pairs, key=lambda pair: (-score[pair[0]] - score[pair[1]], min(pair)))

    def cost(*tried: Pair) -> tuple[int, int]:
        again = sum(other in met.get(one, ()) for one, other in tried)
        return again, sum((score[one] - score[other]) ** 2 for one, other in tried)

    def best(at: int, other: int) -> tuple[int, Pair, Pair]:
        """What is left in common at two tables at the least, and how to sit for it."""
        (a, b), (c, d) = tables[at], tables[other]
        ways = [((a, b), (c, d)), ((a, d), (c, b)), ((a, c), (b, d))]
        limit = cost(*ways[0])
        free = [(broken(way, apart), way) for way in ways if cost(*way) <= limit]
        shared, (one, two) = min(free, key=lambda each: each[0])
        return shared, one, two

    for at, table in enumerate(tables):
        if not together(*table, apart):
            continue
        near = sorted(range(max(0, at - NEAR), min(len(tables), at + NEAR + 1)))
        near.sort(key=lambda other: abs(other - at))
        for other in near[1:]:
            shared, one, two = best(at, other)
            if shared < together(*tables[at], apart) + together(*tables[other], apart):
                tables[at], tables[other] = one, two
                if not together(*one, apart):
                    break
    return tables
