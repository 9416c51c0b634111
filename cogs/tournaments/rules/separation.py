"""Keeps people apart who share a key: a club, a class, a city, a group, or a match already played.

In a bracket an aligned block of 2, 4, 8 … slots is one subtree, and two entrants meet in the round
in which their blocks become one. Within the freedom that seeding tiers leave, as few as possible
of one key share a block: first of two slots, then of four, and so on, hard keys before soft keys
on each of these levels. So a first match of two of one club, even of a soft key, is avoided
before a later meeting of a hard one.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from typing import Final

from cogs.tournaments.rules.apart import EMPTY, Hall
from cogs.tournaments.rules.arranging import arranged
from cogs.tournaments.rules.bracket import NOBODY, seats_of

MET: Final = "met"
IN_GROUP: Final = 0  # the "round" of two who share a group: they meet there for certain


@dataclass(frozen=True, slots=True)
class Label:
    kind: str  # "club", "class", "city", "group", "met" …
    value: str
    hard: bool = False  # a label that is hard for one entrant is hard for all who have it


Labels = Mapping[int, Collection[Label]]  # of each entrant; who is not in it has none
Met = Collection[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Broken:
    """Two who share a key all the same. `one` is the better seed."""

    one: int
    other: int
    kind: str
    round: int  # the winners' round in which they would meet at the earliest; IN_GROUP in a group


@dataclass(frozen=True, slots=True)
class Spread:
    order: tuple[int, ...]  # the entrants of seeds 1..n, for `seats_of`
    broken: tuple[Broken, ...]  # the earliest meetings first, for the host before the draw


@dataclass(frozen=True, slots=True)
class Grouping:
    groups: tuple[tuple[int, ...], ...]
    broken: tuple[Broken, ...]


@dataclass(frozen=True, slots=True)
class _Key:
    kind: str
    hard: bool
    members: tuple[int, ...]  # two at least


def standard_tiers(entrants: int) -> tuple[int, ...]:
    """How many seeds each tier has, as the field does it: 1, 2, 3–4, 5–8, 9–16, and so on."""
    ends = [1, *(min(1 << power, entrants) for power in range(1, (entrants - 1).bit_length() + 1))]
    return (1, *(end - start for start, end in pairwise(ends)))


def spread(
    order: Sequence[int],
    labels: Labels,
    met: Met = (),
    *,
    tiers: Sequence[int] | None,
    met_hard: bool = False,
) -> Spread:
    """The entrants (best first) as seeds, so that those who share a key meet late.

    `tiers` says how many seeds, from the best, may change places among themselves, then how many
    of the next, …; None leaves everything free, as a lot does. Up to eight entrants nothing can be
    better; above, it is a search of bounded length. `order` itself comes back when nothing better
    is found. Up to 1,024 entrants take less than a second.

    `broken` lists every first match between two of one key; of a hard key also every later meeting
    that comes earlier than it would if its members alone were spread over the whole bracket (two
    before the final, three or four before the semi-finals, …).
    Raises `TooFew`, `TooMany`, like `seats_of`.
    """
    keys = _keys(order, labels, met, met_hard=met_hard)
    seats = seats_of(len(order))
    rounds = len(seats).bit_length() - 1
    tier = _tier_of_each(len(order), tiers)
    slots = [EMPTY if seed == NOBODY else tier[seed - 1] for seed in seats]
    hall = Hall(
        tiers=tuple(slots),
        # Not the block of all: everybody is in it.
        blocks=tuple(
            tuple(slot >> level for slot in range(len(seats))) for level in range(1, rounds)
        ),
        keys=_held(order, keys),
        hard=tuple(key.hard for key in keys),
        mirrors=_mirrors(slots),
    )
    seating = arranged(hall, [EMPTY if seed == NOBODY else seed - 1 for seed in seats])
    seeds = dict(zip(seats, seating, strict=True))
    seeded = tuple(order[seeds[seed]] for seed in range(1, len(order) + 1))
    slot_of = {order[entrant]: slot for slot, entrant in enumerate(seating) if entrant != EMPTY}
    found = (
        Broken(one, other, key.kind, (slot_of[one] ^ slot_of[other]).bit_length())
        for key in keys
        for one, other in _too_close(key, slot_of, rounds)
    )
    return Spread(seeded, _listed(found, seeded))


def apart_in_groups(
    groups: Sequence[Sequence[int]], labels: Labels, met: Met = (), *, met_hard: bool = False
) -> Grouping:
    """The same groups, as few as possible of one key in each; hard keys before soft keys.

    Only those who stand at the same place of their groups (one round of the snake, one pot) change
    places. `broken` lists every two of one key who share a group all the same.
    """
    slots = sorted((place, at) for at, group in enumerate(groups) for place in range(len(group)))
    order = [groups[at][place] for place, at in slots]
    keys = _keys(order, labels, met, met_hard=met_hard)
    alike = (
        pair for pair in pairwise(range(len(groups))) if len({len(groups[at]) for at in pair}) == 1
    )
    hall = Hall(
        tiers=tuple(place for place, _ in slots),
        blocks=(tuple(at for _, at in slots),),
        keys=_held(order, keys),
        hard=tuple(key.hard for key in keys),
        mirrors={other: one for one, other in alike if groups[one]},
    )
    seated = zip(slots, arranged(hall, range(len(order))), strict=True)
    changed = [list(group) for group in groups]
    for (place, at), entrant in seated:
        changed[at][place] = order[entrant]
    group_of = {entrant: at for at, group in enumerate(changed) for entrant in group}
    found = (
        Broken(one, other, key.kind, IN_GROUP)
        for key in keys
        for one, other in combinations(key.members, 2)
        if group_of[one] == group_of[other]
    )
    return Grouping(tuple(map(tuple, changed)), _listed(found, order))


def _keys(order: Sequence[int], labels: Labels, met: Met, *, met_hard: bool) -> tuple[_Key, ...]:
    """The keys that two at least of these entrants share, in the order in which they appear."""
    members: dict[tuple[str, str], list[int]] = defaultdict(list)
    hard: set[tuple[str, str]] = set()
    for entrant in order:
        for label in sorted(labels.get(entrant, ()), key=lambda label: (label.kind, label.value)):
            name = label.kind, label.value
            if entrant not in members[name]:
                members[name].append(entrant)
            if label.hard:
                hard.add(name)
    shared = [
        _Key(name[0], name in hard, tuple(who)) for name, who in members.items() if len(who) > 1
    ]
    here = set(order)
    pairs = sorted({(min(pair), max(pair)) for pair in met if len(here & {*pair}) > 1})
    return (*shared, *(_Key(MET, met_hard, pair) for pair in pairs))


def _held(order: Sequence[int], keys: Sequence[_Key]) -> tuple[tuple[int, ...], ...]:
    """The keys of each entrant, by number."""
    held: dict[int, list[int]] = {entrant: [] for entrant in order}
    for number, key in enumerate(keys):
        for entrant in key.members:
            held[entrant].append(number)
    return tuple(tuple(held[entrant]) for entrant in order)


def _tier_of_each(entrants: int, tiers: Sequence[int] | None) -> list[int]:
    if tiers is None:
        return [0] * entrants
    found = [tier for tier, size in enumerate(tiers) for _ in range(size)]
    if len(found) != entrants:
        raise ValueError(f"tiers for {len(found)} seeds, and {entrants} entrants")
    return found


def _mirrors(tiers: Sequence[int]) -> dict[int, int]:
    """The first slots of two halves that look alike: who sits in which is no matter."""
    found = {}
    for slot in range(1, len(tiers)):
        size = slot & -slot
        if tiers[slot] != EMPTY and tiers[slot - size : slot] == tiers[slot : slot + size]:
            found[slot] = slot - size
    return found


def _too_close(key: _Key, slot_of: Mapping[int, int], rounds: int) -> Iterator[tuple[int, int]]:
    level = max(1, rounds - (len(key.members) - 1).bit_length()) if key.hard else 1
    blocks = defaultdict(list)
    for entrant in key.members:
        blocks[slot_of[entrant] >> level].append(entrant)
    for near in blocks.values():
        yield from combinations(near, 2)


def _listed(found: Iterable[Broken], seeds: Sequence[int]) -> tuple[Broken, ...]:
    """Each two once for each kind, the better seed named first; the earliest meetings first."""
    rank = {entrant: seed for seed, entrant in enumerate(seeds)}
    whole = {
        replace(
            one,
            one=min(one.one, one.other, key=rank.__getitem__),
            other=max(one.one, one.other, key=rank.__getitem__),
        )
        for one in found
    }
    return tuple(
        sorted(whole, key=lambda one: (one.round, rank[one.one], rank[one.other], one.kind))
    )
