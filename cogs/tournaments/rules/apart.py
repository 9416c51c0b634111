"""Who sits in which slot, and what it costs that members of one key share a block.

Plain numbers, for `separation`: slots, entrants (a better rank is a smaller number) and keys. A
slot lies in one block of each level, the finest level first; entrants change places only within
their tier. What counts is, level by level from the finest, the pairs of one hard key in one
block, then those of one soft key: fewer on a finer level beats whatever happens above it.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

EMPTY: Final = -1  # the tier of a slot where nobody can sit, and who sits there

Node = tuple[int, int]  # a level, and a block of it
Seating = Sequence[int]  # slot -> entrant, or EMPTY


@dataclass(frozen=True)  # not slotted: what is derived is kept
class Hall:
    """What does not change while people change places."""

    tiers: tuple[int, ...]  # of each slot
    blocks: tuple[tuple[int, ...], ...]  # level -> slot -> block; each level refines the next
    keys: tuple[tuple[int, ...], ...]  # of each entrant
    hard: tuple[bool, ...]  # of each key
    mirrors: Mapping[int, int]  # of a slot and an earlier one whose blocks may change sides

    @cached_property
    def paths(self) -> tuple[tuple[Node, ...], ...]:
        """The blocks of each slot, as (level, block), the finest first."""
        return tuple(
            tuple((level, blocks[slot]) for level, blocks in enumerate(self.blocks))
            for slot in range(len(self.tiers))
        )

    @cached_property
    def members(self) -> Counter[int]:
        return Counter(key for keys in self.keys for key in keys)

    @cached_property
    def weights(self) -> tuple[tuple[int, ...], ...]:
        """What a pair in one block costs, by hardness and level: never outweighed from above."""
        room = sum(_pairs(members) for members in self.members.values()).bit_length() + 1
        high = len(self.blocks) - 1
        return tuple(
            tuple(1 << room * (2 * (high - level) + hard) for level in range(len(self.blocks)))
            for hard in (0, 1)
        )

    @cached_property
    def fewest(self) -> tuple[tuple[int, ...], ...]:
        """How few pairs of each key can share a block of each level, whatever the tiers."""
        used = [
            len({block for block, tier in zip(blocks, self.tiers, strict=True) if tier != EMPTY})
            for blocks in self.blocks
        ]
        return tuple(
            tuple(_evenly(self.members[key], count) for count in used)
            for key in range(len(self.hard))
        )

    @cached_property
    def slots_of(self) -> dict[int, tuple[int, ...]]:
        """The slots of each tier."""
        found = defaultdict(list)
        for slot, tier in enumerate(self.tiers):
            found[tier].append(slot)
        found.pop(EMPTY, None)
        return {tier: tuple(slots) for tier, slots in found.items()}


class Ledger:
    """Who sits where, and how many of each key share each block."""

    def __init__(self, hall: Hall, seating: Seating) -> None:
        self.hall = hall
        self.seating = [EMPTY] * len(seating)
        self.slots = [EMPTY] * len(hall.keys)
        self._here: list[dict[Node, int]] = [{} for _ in hall.hard]
        self._together = [[0] * len(hall.blocks) for _ in hall.hard]
        for slot, entrant in enumerate(seating):
            if entrant != EMPTY:
                self.seat(entrant, slot)

    def seat(self, entrant: int, slot: int) -> None:
        self.seating[slot], self.slots[entrant] = entrant, slot
        for key in self.hall.keys[entrant]:
            here, together = self._here[key], self._together[key]
            for node in self.hall.paths[slot]:
                count = here.get(node, 0)
                here[node] = count + 1
                together[node[0]] += count

    def lift(self, entrant: int) -> None:
        slot = self.slots[entrant]
        self.seating[slot] = self.slots[entrant] = EMPTY
        for key in self.hall.keys[entrant]:
            here, together = self._here[key], self._together[key]
            for node in self.hall.paths[slot]:
                here[node] -= 1
                together[node[0]] -= here[node]

    def swap(self, one: int, other: int) -> None:
        here, there = self.slots[one], self.slots[other]
        self.lift(one)
        self.lift(other)
        self.seat(one, there)
        self.seat(other, here)

    @property
    def cost(self) -> int:
        weights, hard = self.hall.weights, self.hall.hard
        return sum(
            count * weight
            for key, counts in enumerate(self._together)
            for count, weight in zip(counts, weights[hard[key]], strict=True)
        )

    @property
    def perfect(self) -> bool:
        """Nothing can be better, whatever the tiers. The opposite proves nothing."""
        return all(
            count == least
            for counts, fewest in zip(self._together, self.hall.fewest, strict=True)
            for count, least in zip(counts, fewest, strict=True)
        )

    def entering(self, entrant: int, slot: int) -> int:
        """What it would cost to seat somebody who is not seated."""
        weights, hard = self.hall.weights, self.hall.hard
        return sum(
            self._here[key].get(node, 0) * weights[hard[key]][node[0]]
            for key in self.hall.keys[entrant]
            for node in self.hall.paths[slot]
        )

    def mates(self, entrant: int, node: Node) -> tuple[int, int]:
        """How many seats in that block share a hard key with them, and how many a soft one."""
        shared = [0, 0]
        for key in self.hall.keys[entrant]:
            shared[self.hall.hard[key]] += self._here[key].get(node, 0)
        return shared[True], shared[False]

    def crowded(self, entrant: int, level: int) -> bool:
        """They share a block of this level with more of a key than may be necessary."""
        node = self.hall.paths[self.slots[entrant]][level]
        return any(
            self._here[key][node] > 1 and self._together[key][level] > self.hall.fewest[key][level]
            for key in self.hall.keys[entrant]
        )

    def gain(self, one: int, other: int) -> int:
        """By how much the cost would change; a key that both have stays where it is."""
        keys, here, there = self.hall.keys, self.slots[one], self.slots[other]
        return self._moving(here, there, keys[one], keys[other]) + self._moving(
            there, here, keys[other], keys[one]
        )

    def _moving(
        self, here: int, there: int, keys: tuple[int, ...], shared: tuple[int, ...]
    ) -> int:
        change, paths = 0, self.hall.paths
        for key in keys:
            if key in shared:
                continue
            counts, weights = self._here[key], self.hall.weights[self.hall.hard[key]]
            for old, new in zip(paths[here], paths[there], strict=True):
                if old == new:
                    break  # from here up they share every block
                change += (counts.get(new, 0) - counts[old] + 1) * weights[old[0]]
        return change


def _pairs(members: int) -> int:
    return members * (members - 1) // 2


def _evenly(members: int, blocks: int) -> int:
    each, more = divmod(members, blocks)
    return (blocks - more) * _pairs(each) + more * _pairs(each + 1)
