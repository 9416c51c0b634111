"""Who meets whom in a bracket: its contested matches, and where each of them leads.

The bracket is laid out padded to a power of two and then compressed: a match with one empty side
is its other side, one with two is empty. Byes are so resolved here and are never matches, and the
ids are those of the padded bracket, so one more entrant moves nobody.

Sides are numbers: a seed, NOBODY for a bye, ~(2 * place) for the winner of the match at a place
and ~(2 * place + 1) for its loser. Thousands of matches are drawn in a few milliseconds this way.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

NOBODY: Final = 0  # an empty seat: whoever meets it passes
NOWHERE: Final = -1


class GrandFinal(StrEnum):
    """How the two brackets of a double elimination end."""

    RESET = "reset"  # whoever comes from the losers' bracket must win twice
    SINGLE = "single"
    NONE = "none"  # a winner of each bracket, and no match between them


@dataclass(frozen=True, slots=True)
class Shape:
    """What a bracket is drawn from."""

    seats: tuple[int, ...] = field(repr=False)  # the padded first round, top to bottom
    third_place: bool = False  # of a single elimination
    masks: tuple[int, ...] | None = None  # of a double elimination: where losers drop
    grand_final: GrandFinal = GrandFinal.RESET

    @property
    def double(self) -> bool:
        return self.masks is not None


@dataclass(slots=True)
class Drawn:
    """The contested matches of a bracket, by their places from 0 on."""

    ids: list[str]
    codes: list[tuple[int, ...]]
    winner_to: list[int]  # twice the place of the next match, plus the side; NOWHERE for none
    loser_to: list[int]
    entries: Mapping[int, tuple[int, ...]]
    final: int
    reset: int = NOWHERE

    def moved(self, start: int) -> "Drawn":
        """The same matches, after `start` others."""
        by = 2 * start
        return Drawn(
            self.ids,
            [tuple(code if code >= 0 else code - by for code in pair) for pair in self.codes],
            [to if to == NOWHERE else to + by for to in self.winner_to],
            [to if to == NOWHERE else to + by for to in self.loser_to],
            {seed: tuple(slot + by for slot in slots) for seed, slots in self.entries.items()},
            self.final + start,
            self.reset if self.reset == NOWHERE else self.reset + start,
        )


def drawn(shape: Shape) -> Drawn:
    """The matches of this bracket, every source before its use."""
    padded = _Padded(shape.seats)
    padded.winners()
    if shape.masks is None:
        if shape.third_place:
            padded.third_place()
    elif padded.rounds > 1:
        padded.losers(shape.masks)
        padded.finals(shape.grand_final)
    return _compressed(padded)


class _Padded:
    """Every match of the bracket as if no seat were empty."""

    def __init__(self, seats: Sequence[int]) -> None:
        self.seats = seats
        self.rounds = len(seats).bit_length() - 1
        self.ids: list[str] = []
        self.codes: list[tuple[int, int]] = []
        self.final = NOWHERE
        self.reset = NOWHERE
        self._start: dict[str, int] = {}  # where a round begins

    def winners(self) -> None:
        seats = self.seats
        self._round("W", 1, list(zip(seats[::2], seats[1::2], strict=True)))
        for round_ in range(2, self.rounds + 1):
            self._round("W", round_, self._pairs(f"W{round_ - 1}", len(seats) >> round_))
        self.final = len(self.ids) - 1

    def third_place(self) -> None:
        if self.rounds > 1:
            first = self._start[f"W{self.rounds - 1}"]
            self._round("P", 1, [(~(2 * first + 1), ~(2 * first + 3))])

    def losers(self, masks: Sequence[int]) -> None:
        """The losers of winners' round r go to the slot `number XOR mask`, both from 0."""
        size = len(self.seats)
        drop, mask = self._start["W1"], masks[0]
        pairs = [
            (~(2 * (drop + (slot ^ mask)) + 1), ~(2 * (drop + (slot + 1 ^ mask)) + 1))
            for slot in range(0, size // 2, 2)
        ]
        self._round("L", 1, pairs)
        for minor in range(1, self.rounds):
            count = size >> (minor + 1)
            if minor > 1:
                self._round("L", 2 * minor - 1, self._pairs(f"L{2 * minor - 2}", count))
            drop, mask = self._start[f"W{minor + 1}"], masks[minor]
            from_ = self._start[f"L{2 * minor - 1}"]
            pairs = [
                (~(2 * (drop + (number ^ mask)) + 1), ~(2 * (from_ + number)))
                for number in range(count)
            ]
            self._round("L", 2 * minor, pairs)

    def finals(self, grand_final: GrandFinal) -> None:
        if grand_final is GrandFinal.NONE:
            return
        last = len(self.ids) - 1
        self._round("G", 1, [(~(2 * self.final), ~(2 * last))])
        self.final = len(self.ids) - 1
        if grand_final is GrandFinal.RESET:
            self._round("G", 2, [(~(2 * self.final), ~(2 * self.final + 1))])
            self.reset = len(self.ids) - 1

    def _pairs(self, before: str, count: int) -> list[tuple[int, int]]:
        """The winners of a round meet two by two."""
        start = 2 * self._start[before]
        return [(~place, ~(place + 2)) for place in range(start, start + 4 * count, 4)]

    def _round(self, bracket: str, round_: int, pairs: list[tuple[int, int]]) -> None:
        name = f"{bracket}{round_}"
        self._start[name] = len(self.ids)
        self.ids += [f"{name}.{number}" for number in range(1, len(pairs) + 1)]
        self.codes += pairs


def _compressed(padded: _Padded) -> Drawn:
    stands_for: list[int] = []  # for the winner and the loser of every padded match
    ids: list[str] = []
    codes: list[tuple[int, ...]] = []
    winner_to: list[int] = []
    loser_to: list[int] = []
    entries: dict[int, tuple[int, ...]] = {}
    moves = winner_to, loser_to
    reset = NOWHERE
    for padded_place, (one, other) in enumerate(padded.codes):
        if one < 0:
            one = stands_for[~one]  # noqa: PLW2901 - a copy of a number for each of 8,000 matches
        if other < 0:
            other = stands_for[~other]  # noqa: PLW2901
        if not one or not other:
            stands_for += (one or other, NOBODY)
            continue
        place = len(ids)
        if padded_place == padded.reset:  # its sides are those of the final: nobody moves there
            reset = place
        else:
            for slot, code in ((2 * place, one), (2 * place + 1, other)):
                if code > 0:
                    entries[code] = (slot,)
                else:
                    moves[~code & 1][~code >> 1] = slot
        ids.append(padded.ids[padded_place])
        codes.append((one, other))
        winner_to.append(NOWHERE)
        loser_to.append(NOWHERE)
        stands_for += (~(2 * place), ~(2 * place + 1))
    final = ~stands_for[2 * padded.final] >> 1
    return Drawn(ids, codes, winner_to, loser_to, entries, final, reset)
