"""Where losers land in the losers' bracket, and how soon they may meet the same people again.

The loser of winners' match i of round r (from 0) takes slot `i XOR mask[r]` of the losers' round
that receives them. A bracket of size S has k = log2 S winners' rounds, hence k masks, and that of
round r is k - r bits wide; the last one has no choice and is 0.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import Final

Masks = tuple[int, ...]


class Drops(StrEnum):
    OPTIMAL = "optimal"  # the fewest rematches that can be expected
    BRACKETS_MANAGER = "brackets_manager"  # as that engine does when nothing is asked of it
    NATURAL = "natural"  # nobody crosses
    CYCLE = "cycle"  # four methods in turn, at any size
    PORTABLE = "portable"  # methods with a name only: another engine can play on


# A method and its mask, as numbers of any width; the order says which name a mask goes by where
# two methods are the same, as all are that turn two places round.
NAMES: Final = ("natural", "reverse", "half_shift", "reverse_half_shift", "pair_flip")

_SMALLEST: Final = 2  # one match, and nobody to drop
_TURNS: Final = ("natural", "reverse", "reverse_half_shift", "half_shift")

# From the table of `spec/tournaments.md` 4.4: proved by exhaustive search up to 256 (our tests
# search again), found by beam search above. Among equals these are the ones whose
# losers' matches are best balanced by seed.
_OPTIMAL: Final[Mapping[int, Masks]] = MappingProxyType(
    {
        8: (0, 1, 0),
        16: (0, 2, 0, 0),
        32: (0, 2, 3, 0, 0),
        64: (0, 8, 6, 1, 1, 0),
        128: (0, 4, 10, 7, 1, 1, 0),
        256: (0, 16, 12, 8, 6, 0, 1, 0),
        512: (0, 64, 16, 24, 2, 5, 1, 1, 0),
        1024: (0, 128, 96, 16, 20, 2, 7, 1, 1, 0),
        2048: (0, 256, 64, 96, 8, 20, 6, 7, 0, 1, 0),
        4096: (0, 512, 384, 64, 80, 8, 28, 6, 4, 0, 1, 0),
    }
)

# One method for each round from the second to the last but one; the first and the last are
# natural everywhere. The portable ones stand in `spec/tournaments.md` 18.2; the others are what
# brackets-manager was seen to do (`oracle/loser_drop_masks.json`): natural from 256 on.
_PORTABLE: Final[Mapping[int, str]] = MappingProxyType(
    {
        8: "reverse",
        16: "half_shift natural",
        32: "reverse_half_shift half_shift natural",
        64: "half_shift reverse reverse_half_shift reverse",
        128: "reverse_half_shift half_shift reverse natural reverse",
        256: "half_shift reverse reverse_half_shift pair_flip half_shift natural",
    }
)
_BRACKETS_MANAGER: Final[Mapping[int, str]] = MappingProxyType(
    {
        8: "reverse",
        16: "reverse_half_shift reverse",
        32: "reverse half_shift natural",
        64: "reverse half_shift reverse natural",
        128: "reverse half_shift pair_flip pair_flip pair_flip",
    }
)


def masks(drops: Drops, size: int) -> Masks:
    """One mask for each winners' round of a bracket of this size, a power of two from 2 on.

    Where no table knows the size, the cycle stands in: never the best, far better than nothing.
    """
    if size < _SMALLEST or size & (size - 1):
        raise ValueError(f"{size} is not the size of a bracket")
    rounds = size.bit_length() - 1
    if drops is Drops.OPTIMAL and size in _OPTIMAL:
        return _OPTIMAL[size]
    return tuple(
        mask_of(method, rounds - round_) for round_, method in enumerate(_methods(drops, size), 1)
    )


def mask_of(name: str, width: int) -> int:
    """The mask of a method, `width` bits wide. One that is not known is our fault, and raises."""
    every = (1 << width) - 1
    highest = (1 << width) >> 1
    return {
        "natural": 0,
        "reverse": every,
        "half_shift": highest,
        "reverse_half_shift": every ^ highest,
        "pair_flip": every & 1,
    }[name]


def named(mask: int, width: int) -> str | None:
    """The method with this mask, the plainest where there are several; None where none has it."""
    return next((name for name in NAMES if mask_of(name, width) == mask), None)


def meets_again(masks: Sequence[int], s: int, r: int) -> int:
    """The one losers' round where the losers of winners' rounds s < r of one path can meet again.

    The first lost in round s to the second, who went on and lost in round r. With
    d = mask[r] XOR (mask[s] >> (r - s)) and h the bit length of d, they meet in losers' round
    R(s, r) = 2(r - 1) where d is 0, at once; else in R(s, r) = 2(r - 1 + h) - 1.
    """
    apart = masks[r - 1] ^ (masks[s - 1] >> (r - s))
    return 2 * (r - 1 + apart.bit_length()) - 1 if apart else 2 * (r - 1)


def expected_rematches(masks: Sequence[int]) -> float:
    """How many matches of the losers' bracket will be rematches, in a full field of equals.

    E = sum over 1 <= s < r <= k of 2^(k-s) · 2^-(r-s) · 2^-(R-ent(s)) · 2^-(R-ent(r)), with
    ent(1) = 1 and ent(r) = 2(r - 1): the matches of round s, times the chance that the winner
    loses in round r, times the chances that the one and the other last until round R(s, r).
    """
    rounds = len(masks)
    chances = (
        2.0 ** ((rounds - s) - (r - s) - (at - _enters(s)) - (at - _enters(r)))
        for s, r, at in _meetings(masks)
    )
    return sum(chances, start=0.0)


def first_rematch(masks: Sequence[int]) -> int:
    """The first losers' round in which a rematch can happen; 0 where there is no such bracket."""
    return min((at for _, _, at in _meetings(masks)), default=0)


def _methods(drops: Drops, size: int) -> Iterator[str]:
    rounds = size.bit_length() - 1
    table = {Drops.PORTABLE: _PORTABLE, Drops.BRACKETS_MANAGER: _BRACKETS_MANAGER}.get(drops, {})
    if size in table:
        yield from ("natural", *table[size].split(), "natural")
    else:
        crossed = drops in {Drops.OPTIMAL, Drops.CYCLE, Drops.PORTABLE}
        yield from (
            _TURNS[round_ % len(_TURNS)] if crossed else "natural" for round_ in range(rounds)
        )


def _enters(round_: int) -> int:
    """The losers' round that receives the losers of this winners' round."""
    return 1 if round_ == 1 else 2 * (round_ - 1)


def _meetings(masks: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    last = len(masks)
    return ((s, r, meets_again(masks, s, r)) for r in range(2, last + 1) for s in range(1, r))
