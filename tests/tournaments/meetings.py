"""Who meets whom at the earliest, and what it costs, counted without the house's own search."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations, permutations, product

from hypothesis import strategies as st

from cogs.tournaments.rules.bracket import seats_of
from cogs.tournaments.rules.separation import Label

Shared = Callable[[int, int], tuple[int, int]]  # how many hard and soft keys two entrants share
Cost = tuple[tuple[int, int], ...]
Named = Mapping[int, frozenset[Label]]

LABELS = st.frozensets(
    st.builds(Label, st.sampled_from(["club", "city"]), st.sampled_from("abc"), st.booleans()),
    max_size=2,
)


def clubs(names: str, *, hard: bool = False) -> Named:
    """The entrants 1, 2, 3 … and their clubs; a dot has none."""
    return {
        entrant: frozenset({Label("club", name, hard)} if name != "." else ())
        for entrant, name in enumerate(names, start=1)
    }


def sharing(labels: Named) -> Shared:
    hard = {(one.kind, one.value) for mine in labels.values() for one in mine if one.hard}
    held = {entrant: {(one.kind, one.value) for one in mine} for entrant, mine in labels.items()}

    def shared(one: int, other: int) -> tuple[int, int]:
        both = held[one] & held[other]
        return len(both & hard), len(both - hard)

    return shared


def meetings(order: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Everybody with everybody, and the round in which their paths cross at the earliest."""
    slots = {order[seed - 1]: slot for slot, seed in enumerate(seats_of(len(order))) if seed}
    for one, other in combinations(order, 2):
        here, there, round_ = slots[one], slots[other], 0
        while here != there:
            here, there, round_ = here // 2, there // 2, round_ + 1
        yield one, other, round_


def cost_of(order: Sequence[int], shared: Shared) -> Cost:
    """The pairs of one hard key, and of one soft key, that meet in each round."""
    rounds = len(seats_of(len(order))).bit_length() - 1
    found = [[0, 0] for _ in range(rounds)]
    for one, other, round_ in meetings(order):
        hard, soft = shared(one, other)
        found[round_ - 1][0] += hard
        found[round_ - 1][1] += soft
    return tuple((hard, soft) for hard, soft in found)


def within(order: Sequence[int], tiers: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Every order in which people change places in their tiers only."""
    starts = [sum(tiers[:tier]) for tier in range(len(tiers))]
    parts = [order[start : start + size] for start, size in zip(starts, tiers, strict=True)]
    for chosen in product(*(permutations(part) for part in parts)):
        yield tuple(entrant for part in chosen for entrant in part)


def tiers_kept(order: Sequence[int], spread_: Sequence[int], tiers: Sequence[int]) -> bool:
    start = 0
    for size in tiers:
        if sorted(order[start : start + size]) != sorted(spread_[start : start + size]):
            return False
        start += size
    return len(order) == len(spread_) == start
