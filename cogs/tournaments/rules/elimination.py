"""Who meets whom in a bracket: its contested matches, and where each of them leads.

The bracket is laid out padded to a power of two and then compressed: a match with one empty side
is its other side, one with two is empty. Byes are so resolved here and are never matches, and the
ids are those of the padded bracket, so one more entrant moves nobody.

Sides are numbers: a seed, NOBODY for a bye, ~(2 * place) for the winner of the match at a place
and ~(2 * place + 1) for its loser. Thousands of matches are drawn in a few milliseconds this way.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NewType, cast

MatchId = NewType("MatchId", str)

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

    ids: list[MatchId]
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
    return _compressed(padded) if NOBODY in shape.seats else padded.drawn()


class _Padded:
    """Every match of the bracket as if no seat were empty; whole rounds at a time."""

    def __init__(self, seats: Sequence[int]) -> None:
        self.seats = seats
        self.rounds = len(seats).bit_length() - 1
        self.ids: list[MatchId] = []
        self.codes: list[tuple[int, ...]] = []
        self.winner_to: list[int] = []
        self.loser_to: list[int] = []
        self.final = NOWHERE
        self.reset = NOWHERE
        self._numerals = list(map(str, range(1, len(seats) // 2 + 1)))
        self._start: dict[str, int] = {}  # where a round begins

    def drawn(self) -> Drawn:
        """The bracket itself, where no seat is empty: nothing is left out."""
        entries = dict(zip(self.seats, zip(range(len(self.seats))), strict=True))
        moves = self.winner_to, self.loser_to
        return Drawn(self.ids, self.codes, *moves, entries, self.final, self.reset)

    def winners(self) -> None:
        seats = self.seats
        self._round("W", 1, zip(seats[::2], seats[1::2], strict=True), len(seats) // 2)
        for round_ in range(2, self.rounds + 1):
            self._pairs("W", round_, f"W{round_ - 1}", len(seats) >> round_)
        self.final = len(self.ids) - 1

    def third_place(self) -> None:
        if self.rounds > 1:
            first, place = self._start[f"W{self.rounds - 1}"], len(self.ids)
            self._round("P", 1, [(~(2 * first + 1), ~(2 * first + 3))], 1)
            self.loser_to[first : first + 2] = 2 * place, 2 * place + 1

    def losers(self, masks: Sequence[int]) -> None:
        """The losers of winners' round r go to the slot `number XOR mask`, both from 0."""
        size, place = len(self.seats), len(self.ids)
        slots = [number ^ masks[0] for number in range(size // 2)]
        lost = [-2 - 2 * slot for slot in slots]  # of W1, which begins at 0
        self._round("L", 1, zip(lost[::2], lost[1::2], strict=True), size // 4)
        self.loser_to[: size // 2] = [2 * place + slot for slot in slots]
        for minor in range(1, self.rounds):
            count = size >> (minor + 1)
            if minor > 1:
                self._pairs("L", 2 * minor - 1, f"L{2 * minor - 2}", count)
            self._minor(minor, count, masks[minor])

    def finals(self, grand_final: GrandFinal) -> None:
        if grand_final is GrandFinal.NONE:
            return
        last, place = len(self.ids) - 1, len(self.ids)
        self._round("G", 1, [(~(2 * self.final), ~(2 * last))], 1)
        self.winner_to[self.final], self.winner_to[last] = 2 * place, 2 * place + 1
        self.final = place
        if grand_final is GrandFinal.RESET:  # its sides are those of the final: nobody moves
            self._round("G", 2, [(~(2 * place), ~(2 * place + 1))], 1)
            self.reset = place + 1

    def _minor(self, minor: int, count: int, mask: int) -> None:
        """Who drops from the winners' bracket meets who stayed in the losers'."""
        drop, stay = self._start[f"W{minor + 1}"], self._start[f"L{2 * minor - 1}"]
        place = len(self.ids)
        slots = [number ^ mask for number in range(count)]
        dropped = [-2 - 2 * (drop + slot) for slot in slots]
        stayed = range(~(2 * stay), ~(2 * (stay + count)), -2)
        self._round("L", 2 * minor, zip(dropped, stayed, strict=True), count)
        self.loser_to[drop : drop + count] = [2 * (place + slot) for slot in slots]
        self.winner_to[stay : stay + count] = range(2 * place + 1, 2 * (place + count), 2)

    def _pairs(self, bracket: str, round_: int, before: str, count: int) -> None:
        """The winners of a round meet two by two."""
        start, place = self._start[before], len(self.ids)
        end = ~(2 * (start + 2 * count))
        pairs = zip(range(~(2 * start), end, -4), range(~(2 * start + 2), end, -4), strict=True)
        self._round(bracket, round_, pairs, count)
        self.winner_to[start : start + 2 * count] = range(2 * place, 2 * (place + count))

    def _round(
        self, bracket: str, round_: int, pairs: Iterable[tuple[int, int]], count: int
    ) -> None:
        name = f"{bracket}{round_}"
        self._start[name] = len(self.ids)
        self.ids += cast("Iterable[MatchId]", map(f"{name}.".__add__, self._numerals[:count]))
        self.codes += pairs
        self.winner_to += [NOWHERE] * count
        self.loser_to += [NOWHERE] * count


def _compressed(padded: _Padded) -> Drawn:
    stands_for: list[int] = []  # for the winner and the loser of every padded match
    ids: list[MatchId] = []
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
