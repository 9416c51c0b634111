"""How many rematches a losers' bracket sees; run it with `python3 benchmarks/rematches.py`.

Whole double eliminations are played here with coins, round by round and person by person, by a
play-out that shares nothing with our engine but the masks. What it counts stands beside what the
exact formula says, for every way of dropping. The coins are the same at each run.
"""

import sys
from collections.abc import Iterable
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Final

sys.path.insert(0, str(Path(__file__).parents[1]))

from cogs.tournaments.rules.drops import Drops, expected_rematches, first_rematch, masks

SIZES: Final = (8, 16, 32, 64)
MATCHES: Final = 2_500_000  # for each line: what keeps all of them well within a minute
WITHIN: Final = 0.02  # of the exact value

Pair = tuple[int, int]


class Evening:
    """One full field, played to the losers' final."""

    def __init__(self, dropping: tuple[int, ...], coins: Random) -> None:
        self._coins = coins
        self._lost_to = [-1] * 2 ** len(dropping)
        self.rematches = 0
        winners = list(range(2 ** len(dropping)))
        staying: list[int] = []
        for round_, mask in enumerate(dropping):
            winners, beaten = self._bout(zip(winners[::2], winners[1::2], strict=True))
            for winner, loser in zip(winners, beaten, strict=True):
                self._lost_to[loser] = winner
            dropped = [beaten[slot ^ mask] for slot in range(len(beaten))]
            staying = self._met(zip(dropped, staying, strict=True)) if round_ else dropped
            if len(staying) > 1:
                staying = self._met(zip(staying[::2], staying[1::2], strict=True))

    def _met(self, pairs: Iterable[Pair]) -> list[int]:
        """A round of the losers' bracket: who stays in it."""
        met = list(pairs)
        lost_to = self._lost_to
        self.rematches += sum(lost_to[one] == other or lost_to[other] == one for one, other in met)
        return self._bout(met)[0]

    def _bout(self, pairs: Iterable[Pair]) -> tuple[list[int], list[int]]:
        met = list(pairs)
        luck = self._coins.getrandbits(len(met))
        winners = [pair[luck >> at & 1] for at, pair in enumerate(met)]
        losers = [pair[~luck >> at & 1] for at, pair in enumerate(met)]
        return winners, losers


def main() -> None:
    began = perf_counter()
    out = sys.stdout
    out.write("size  drops             first   exact  simulated  ratio     runs\n")
    apart = []
    for size in SIZES:
        for drops in Drops:
            dropping = masks(drops, size)
            exact = expected_rematches(dropping)
            runs = MATCHES // (2 * size)
            coins = Random(f"{size} {drops}")  # noqa: S311 - coins of a simulation
            seen = sum(Evening(dropping, coins).rematches for _ in range(runs)) / runs
            apart.append(abs(seen / exact - 1))
            out.write(
                f"{size:>4}  {drops:<18}L{first_rematch(dropping):<5}"
                f"{exact:>7.4f}  {seen:>9.4f}  {seen / exact:>5.3f}  {runs:>7,}\n"
            )
            out.flush()
    verdict = "within" if max(apart) <= WITHIN else "NOT within"
    out.write(f"furthest apart {max(apart):.1%}: {verdict} {WITHIN:.0%} of the formula")
    out.write(f", in {perf_counter() - began:.0f} s\n")


if __name__ == "__main__":
    main()
