"""How fast a Swiss round is paired; run it with `python3 benchmarks/swiss.py`.

Whole tournaments of coin tosses, round by round, each round also given to two others in the same
run: networkx on the whole field, which finds the same cost, and tournament-pairings, a program of
its own (`benchmarks/peers.py` says how to have it). With it this takes five minutes, nearly all
of them its own; without it, one.
"""

import gc
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).parents[1]))

import peers

from cogs.tournaments.rules.exact import whole
from cogs.tournaments.rules.swiss import Contender, Pairing, cost_of, pair, rounds_for
from cogs.tournaments.service.matching import matched

HERE: Final = Path(__file__).parent
RUNS: Final = 3  # of each round; the median counts
PEER: Final = "tournament-pairings"
# Rounds to give to the peer, and the ratio to beat; it takes a minute and a half for one of 2,048.
THEIRS: Final = {256: ((1, 4, 8), None), 512: ((1, 5, 9), 100), 1024: ((1, 5), 1000)} | {
    2048: ((1,), 1000)
}
WHOLE: Final = {256: (1, 4, 8), 512: (1, 5), 1024: (1,)}  # rounds for networkx on everybody
PATIENCE: Final = 20.0  # seconds for each of those
DRAWN: Final = 0.1  # of these matches
LEAVE: Final = 0.02  # of these people, after each round
# Longer than usual, with draws, people who leave and people who come late: entrants, rounds.
HARD: Final = ((513, 15), (1000, 15), (2047, 15))


@dataclass(slots=True)
class Swiss:
    """A tournament being played: the next round's field, and who has met."""

    entrants: int
    hard: bool = False
    players: dict[int, Contender] = field(default_factory=dict)
    met: dict[int, set[int]] = field(default_factory=dict)

    def rounds(self, count: int) -> Iterator[tuple[list[Contender], Pairing, float]]:
        """The same at each run: each field, its pairing, and how long that took."""
        coins = Random(f"{self.entrants} {self.hard}")  # noqa: S311 - coins of a simulation
        self.players = {seed: Contender(seed, 0) for seed in range(1, self.entrants + 1)}
        for _ in range(count):
            group = list(self.players.values())
            spans = []
            for _ in range(RUNS):
                gc.collect()
                began = perf_counter()
                paired = pair(group, self.met, matched)
                spans.append(perf_counter() - began)
            yield group, paired, median(spans)
            self._played(paired, coins)

    def _played(self, paired: Pairing, coins: Random) -> None:
        points = {paired.bye: 2}
        for one, other in paired.pairs:
            first = 1 if self.hard and coins.random() < DRAWN else 2 * coins.getrandbits(1)
            points |= {one: first, other: 2 - first}
            self.met.setdefault(one, set()).add(other)
            self.met.setdefault(other, set()).add(one)
        self.players = {
            one.entrant: Contender(
                one.entrant,
                one.score + points[one.entrant],
                one.byes + (one.entrant == paired.bye),
            )
            for one in self.players.values()
            if not self.hard or coins.random() > LEAVE
        }
        if self.hard:
            late = 1 + max(self.met)
            self.players[late] = Contender(late, 0)


def swiss_rows() -> Iterator[str]:
    """What is measured, line by line, as it comes."""
    for entrants in THEIRS:
        swiss, spans, proofs = Swiss(entrants), [], Counter[str]()
        asked: list[dict[str, Any]] = []
        for number, (group, paired, span) in enumerate(swiss.rounds(rounds_for(entrants)), 1):
            spans.append(span)
            proofs[paired.proof] += 1
            if number in THEIRS[entrants][0]:
                asked.append({"round": number, "players": _as_they_wish(group, swiss)})
        yield _ours(f"{entrants:,} entrants, {len(spans)} rounds", spans, proofs)
        for number in WHOLE.get(entrants, ()):
            yield _one_matching(entrants, number, spans[number - 1])
        yield _peer(entrants, asked, spans)
    yield "2,048 in one matching of networkx is skipped: it would take minutes."
    for entrants, count in HARD:
        rounds = list(Swiss(entrants, hard=True).rounds(count))
        what = f"{entrants:,} entrants, {count} rounds*"
        yield _ours(what, [each[2] for each in rounds], Counter(each[1].proof for each in rounds))
    yield "* with draws, people who leave and people who come late"


def _ours(what: str, spans: list[float], proofs: Counter[str]) -> str:
    sure = ", ".join(f"{count} by {proof}" for proof, count in sorted(proofs.items()))
    return f"{what:<34}median {_ms(median(spans))}   worst {_ms(max(spans))}   {sure}"


def _one_matching(entrants: int, number: int, ours: float) -> str:
    """In a process of its own, so that it can be stopped."""
    command = [sys.executable, str(HERE / "swiss.py"), str(entrants), str(number)]
    try:
        ran = subprocess.run(  # noqa: S603 - this very file
            command, capture_output=True, text=True, timeout=PATIENCE, check=True
        )
    except subprocess.TimeoutExpired:
        least = PATIENCE / ours
        return f"  networkx, all, round {number:<11}over {_ms(PATIENCE)}   {least:>9,.0f} times"
    said = json.loads(ran.stdout)
    same = "the same cost" if said["same"] else "ANOTHER COST"
    ratio = f"{said['seconds'] / ours:>9,.0f} times, {same}"
    return f"  networkx, all, round {number:<16}{_ms(said['seconds'])}   {ratio}"


def _peer(entrants: int, asked: list[dict[str, Any]], spans: list[float]) -> str:
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(asked, file)
        file.flush()
        answer = peers.ask("swiss.mjs", PEER, file.name)
    if answer.seconds is None:
        return f"  {answer.skipped}"
    numbers, least = THEIRS[entrants]
    ratio = answer.seconds / median(spans[number - 1] for number in numbers)
    goal = "" if least is None else f", to beat {least:,}: {'yes' if ratio >= least else 'NO'}"
    which = f"round{'s'[: len(numbers) - 1]} {', '.join(map(str, numbers))}"
    what = f"  {PEER} {answer.version}, {which}"
    return f"{what:<41}{_ms(answer.seconds)}   {ratio:>9,.0f} times{goal}"


def _as_they_wish(group: list[Contender], swiss: Swiss) -> list[dict[str, Any]]:
    return [
        {
            "id": one.entrant,
            "score": one.score,
            "receivedBye": one.byes > 0,
            "avoid": sorted(swiss.met.get(one.entrant, ())),
        }
        for one in group
    ]


def _whole_field(entrants: int, number: int) -> None:
    """What the other process does: play up to that round, and match everybody at once."""
    swiss = Swiss(entrants)
    group, paired, _ = next(islice(swiss.rounds(number), number - 1, None))
    began = perf_counter()
    found = whole(group, swiss.met, matched)
    span = perf_counter() - began
    same = cost_of(group, swiss.met, found.pairs, found.bye) == paired.cost
    sys.stdout.write(json.dumps({"seconds": span, "same": same}) + "\n")


def _ms(seconds: float) -> str:
    return f"{1000 * seconds:>10,.2f} ms"


def main() -> None:
    for row in swiss_rows():
        sys.stdout.write(f"{row}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _whole_field(int(sys.argv[1]), int(sys.argv[2]))
    else:
        main()
