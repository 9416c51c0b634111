"""Everybody meets everybody: Berger tables, their rounds, and how a field is split into groups.

What is dealt and scheduled here are numbers of entrants, given best first.
"""

from collections.abc import Iterable, Sequence
from itertools import chain, zip_longest

from cogs.tournaments.rules.bracket import FEWEST
from cogs.tournaments.rules.refusals import BadGroups, TooFew
from cogs.tournaments.rules.roster import drawn_by_lot

Pair = tuple[int, int]  # the first named has the side, or plays at home
Rounds = tuple[tuple[Pair, ...], ...]
Seating = tuple[tuple[int, int | None], ...]  # one round of positions; None: the other one rests
Groups = tuple[tuple[int, ...], ...]


def berger(size: int) -> tuple[Seating, ...]:
    """The table of Johann Berger, as FIDE prints it (Handbook C.05, annex), for any size.

    Put in numbers: with m positions, m even, those below m who meet in round r are those whose
    numbers add up to r + 1 modulo m - 1; the one left over, twice whose number is that, meets m.
    When a sum is odd the lower number is named first, else the higher; m is named second against
    the lower half. An odd field leaves m empty, and whoever would meet it rests, listed last.

    Raises `TooFew`.
    """
    if size < FEWEST:
        raise TooFew(f"{size} entrants, at least {FEWEST} are needed")
    top = size + size % 2
    return tuple(_seating(number, top, odd=top != size) for number in range(1, top))


def schedule(entrants: Sequence[int], legs: int = 1) -> Rounds:
    """The table with entrants in its positions, leg after leg; every second leg changes sides.

    Whoever rests is in no pair. Raises `TooFew`.
    """
    there: Rounds = tuple(
        tuple((entrants[one - 1], entrants[other - 1]) for one, other in seating if other)
        for seating in berger(len(entrants))
    )
    back: Rounds = tuple(tuple((other, one) for one, other in pairs) for pairs in there)
    return tuple(chain.from_iterable(back if leg % 2 else there for leg in range(legs)))


def together(groups: Iterable[Rounds]) -> Rounds:
    """Round r of every group in round r: the pairs of the first group, then of the next.

    The n-th pair of round r is match `R<r>.<n>`. A group that is done leaves its rounds out.
    """
    same_round = zip_longest(*groups, fillvalue=())
    return tuple(tuple(chain.from_iterable(pairs)) for pairs in same_round)


def snake(entrants: Sequence[int], groups: int) -> Groups:
    """1 8 9 … / 2 7 10 … / …: one to each group there, then back. Raises `BadGroups`."""
    dealt: list[list[int]] = [[] for _ in range(groups)]
    for turn, pot in enumerate(_pots(entrants, groups)):
        for group, entrant in zip(dealt[:: -1 if turn % 2 else 1], pot, strict=False):
            group.append(entrant)
    return tuple(map(tuple, dealt))


def pots(entrants: Sequence[int], groups: int, secret: str) -> Groups:
    """One of each pot to each group, by a lot that everybody can check; the best are one pot.

    A last pot that is not full goes to the first groups: who is in it is drawn like the rest.
    Raises `BadGroups`.
    """
    dealt: list[list[int]] = [[] for _ in range(groups)]
    for pot in _pots(entrants, groups):
        for group, entrant in zip(dealt, drawn_by_lot(pot, secret), strict=False):
            group.append(entrant)
    return tuple(map(tuple, dealt))


def _seating(number: int, top: int, *, odd: bool) -> Seating:
    around = top - 1
    pairs: list[tuple[int, int | None]] = []
    left_over = 0
    for low in range(1, top):
        high = (number + 1 - low) % around or around
        if high == low:
            left_over = low
            pairs.append((low, top) if low <= top // 2 else (top, low))
        elif low < high:
            pairs.append((low, high) if (low + high) % 2 else (high, low))
    if odd:
        pairs = [pair for pair in pairs if top not in pair] + [(left_over, None)]
    return tuple(pairs)


def _pots(entrants: Sequence[int], groups: int) -> list[Sequence[int]]:
    """As many at a time as there are groups; the last pot may hold fewer."""
    if not 0 < groups <= len(entrants):
        raise BadGroups(f"{len(entrants)} entrants do not fill {groups} groups")
    return [entrants[at : at + groups] for at in range(0, len(entrants), groups)]
