"""The search for a seating in which members of one key share as few blocks as may be.

Swaps first, then everybody dealt anew, then swaps again; few enough are tried in every way. No
luck in it: the same people come to sit in the same places.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from cogs.tournaments.rules.apart import EMPTY, Hall, Ledger, Node, Seating

_EXACT: Final = 8  # so few entrants are tried in every way, which takes milliseconds
_SWAPS: Final = 50  # weighed per entrant before the search rests: 1,024 entrants in half a second
_SLOT: Final = -1  # the level of a slot, below the finest blocks
_ALL: Final[Node] = (-2, 0)  # what all blocks are in


def arranged(hall: Hall, given: Seating) -> tuple[int, ...]:
    """The best seating found; `given` itself when nothing better is. The same every time."""
    best = Ledger(hall, given)
    if not best.perfect:
        _repair(best)
    if not best.perfect:
        dealt = Ledger(hall, _dealt(hall, given))
        _repair(dealt)
        best = min(best, dealt, key=lambda ledger: ledger.cost)
    if not best.perfect and len(hall.keys) <= _EXACT:
        return _exact(hall, best)
    return tuple(best.seating)


def _repair(ledger: Ledger) -> None:
    """Swaps, the finest level first and the worst seeds first, until none helps or time is up."""
    budget = _SWAPS * len(ledger.hall.keys)
    tiers = {entrant: ledger.hall.tiers[slot] for entrant, slot in enumerate(ledger.slots)}
    for level in range(len(ledger.hall.blocks)):
        helped = True
        while helped:
            helped = False
            for entrant in range(len(tiers) - 1, -1, -1):
                if not ledger.crowded(entrant, level):
                    continue
                slots = ledger.hall.slots_of[tiers[entrant]]
                budget -= len(slots) * len(ledger.hall.keys[entrant])
                if budget < 0:
                    return
                helped |= _swapped(ledger, entrant, [ledger.seating[slot] for slot in slots])


def _swapped(ledger: Ledger, entrant: int, others: Sequence[int]) -> bool:
    """With whom it helps most, among those the nearest in rank."""
    gain, _, other = min(
        (ledger.gain(entrant, other), abs(entrant - other), other) for other in others
    )
    if gain < 0:
        ledger.swap(entrant, other)
    return gain < 0


def _dealt(hall: Hall, given: Seating) -> list[int]:
    """Everybody anew, the largest key first: down the tree, always where fewest are of theirs."""
    ledger = Ledger(hall, [EMPTY] * len(given))
    trails = [((_SLOT, slot), *path) for slot, path in enumerate(hall.paths)]
    free = Counter(
        (node, tier) for trail, tier in zip(trails, hall.tiers, strict=True) for node in trail
    )
    below: dict[Node, set[Node]] = defaultdict(set)
    for trail in trails:
        for node, above in zip(trail, (*trail[1:], _ALL), strict=True):
            below[above].add(node)

    def largest(entrant: int) -> tuple[int, int, int]:
        size, key = max(((hall.members[key], -key) for key in hall.keys[entrant]), default=(0, 0))
        return -size, -key, entrant

    def inviting(node: Node) -> tuple[tuple[int, int], int, bool, Node]:
        return ledger.mates(entrant, node), -free[node, tier], node not in own, node

    slots = {entrant: slot for slot, entrant in enumerate(given)}
    for entrant in sorted(range(len(hall.keys)), key=largest):
        own, tier = trails[slots[entrant]], hall.tiers[slots[entrant]]
        node = _ALL
        for _ in own:
            node = min((node for node in below[node] if free[node, tier]), key=inviting)
            free[node, tier] -= 1
        ledger.seat(entrant, node[1])
    return ledger.seating


def _exact(hall: Hall, found: Ledger) -> tuple[int, ...]:
    """Every seating that is not a mirror image of another, given up once it is no better."""
    best, seating = found.cost, tuple(found.seating)
    waiting = {
        tier: sorted(found.seating[slot] for slot in slots)
        for tier, slots in hall.slots_of.items()
    }
    slots = [slot for slot, tier in enumerate(hall.tiers) if tier != EMPTY]
    ledger = Ledger(hall, [EMPTY] * len(hall.tiers))

    def fill(at: int, cost: int) -> None:
        nonlocal best, seating
        if cost >= best:
            return
        if at == len(slots):
            best, seating = cost, tuple(ledger.seating)
            return
        slot = slots[at]
        least = ledger.seating[hall.mirrors[slot]] if slot in hall.mirrors else EMPTY
        for entrant in waiting[hall.tiers[slot]]:
            if ledger.slots[entrant] == EMPTY and entrant > least:
                more = ledger.entering(entrant, slot)
                ledger.seat(entrant, slot)
                fill(at + 1, cost + more)
                ledger.lift(entrant)

    fill(0, 0)
    return seating
