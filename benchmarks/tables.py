"""How fast a table is made; run it with `python3 benchmarks/tables.py`.

The same games are given to the slow way of the tests in the same run, which scans all of them for
each question and must say the same: `tests/tournaments/slow_table.py`. That one grows with the
square of the field, so the largest field is ours alone. It takes half a minute.
"""

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final

sys.path.insert(0, str(Path(__file__).parents[1]))

from cogs.tournaments.rules.tiebreaks import SWISS, Row, table
from tests.tournaments.slow_table import Slow, Story, evening

ROUNDS: Final = 11
SIZES: Final = (32, 64, 128, 256, 2048)
SLOW: Final = 256  # entrants; of 2,048 it would take many minutes
RUNS: Final = 11  # of ours; the median counts
LEAST: Final = {256: 1000}  # times as fast


def _row(size: int) -> str:
    field, games = range(1, size + 1), evening(size, ROUNDS)
    ours = median(_timed(lambda: table(field, games, SWISS)) for _ in range(RUNS))
    line = f"{size:>5,} entrants, {ROUNDS} rounds   ours {1000 * ours:>8,.2f} ms"
    if size > SLOW:
        return f"{line}   the slow way is skipped"
    found = list[list[int]]()
    slow = Slow(Story([*field], games, {}, SWISS))
    ratio = _timed(lambda: found.extend(slow.levels([*field], SWISS))) / ours
    same = "the same table" if _levels(table(field, games, SWISS)) == found else "ANOTHER TABLE"
    least = LEAST.get(size)
    goal = "" if least is None else f", to beat {least:,}: {'yes' if ratio >= least else 'NO'}"
    return f"{line}   the slow way {ratio:>8,.0f} times that, {same}{goal}"


def _timed(act: Callable[[], object]) -> float:
    gc.collect()
    began = perf_counter()
    act()
    return perf_counter() - began


def _levels(rows: tuple[Row, ...]) -> list[list[int]]:
    """Who is level, best first."""
    return [
        [row.entrant for row in rows[first.rank - 1 : first.last]]
        for place, first in enumerate(rows, 1)
        if first.rank == place
    ]


def main() -> None:
    for size in SIZES:
        sys.stdout.write(f"{_row(size)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
