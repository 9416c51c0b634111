"""How fast the tournament engine is; run it with `python3 benchmarks/engine.py`.

A whole single elimination of 1,024, line by line as a script sees it, against two others in the
same run: an engine that does the same from scratch after each result, which is how one writes it
first, and what Python needs only to read and write the same lines. Plain figures differ between
machines; the ratios are the claim.
"""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))

from cogs.tournaments.rules import commands
from cogs.tournaments.rules.bracket import Graph, seats_of
from cogs.tournaments.rules.moves import begin
from cogs.tournaments.rules.play import apply, decide, foresee
from cogs.tournaments.rules.setup import Setup
from cogs.tournaments.rules.state import State
from cogs.tournaments.terminal_face.engine import engine

ENTRANTS = 1024


def main() -> None:
    script = _script()
    answers = list(engine(script))
    ours = _best(lambda: list(engine(script)))
    limit = _best(lambda: [json.dumps(json.loads(line)) for line in (*script, *answers)])
    state, rules = _played()
    scratch = _best(_from_scratch, times=1)
    preview = _best(lambda: foresee(state, commands.Undo(0)))
    build = _best(lambda: Graph.single(seats_of(ENTRANTS), third_place=True))
    _say(f"whole tournament of {ENTRANTS:,}, JSON lines", ours, "")
    _say(
        "  reading and writing the same lines, no rules", limit, f"ours / this {ours / limit:.2f}"
    )
    _say("  the same from scratch after each result", scratch, f"this / ours {scratch / ours:.0f}")
    _say("  rules alone, per result", rules / len(script), "budget 1 ms")
    _say("draw it", build, "")
    _say("preview of undoing the very first result", preview, "budget 250 ms")
    sys.stdout.write("brackets-manager (Node) is not run here: it is a separate program.\n")


def _script() -> list[str]:
    create = {"do": "create", "format": "single_elimination", "entrants": ENTRANTS}
    state, lines = begin(Setup(ENTRANTS)), [json.dumps(create)]
    for match in state.graph.ids:
        one, other = (side or 0 for side in state.match(match).sides)
        report = {"do": "report", "match": match, "winner": one, "score": [2, 1]}
        lines.append(json.dumps(report))
        state = _told(state, commands.Report(match, by=other, winner=one))
    return lines


def _played() -> tuple[State, float]:
    started = perf_counter()
    state = begin(Setup(ENTRANTS))
    for match in state.graph.ids:
        one, other = (side or 0 for side in state.match(match).sides)
        state = _told(state, commands.Report(match, by=other, winner=one))
    return state, perf_counter() - started


def _told(state: State, command: commands.Command) -> State:
    for event in decide(state, command):
        state = apply(state, event)
    return state


def _from_scratch() -> list[str]:
    """The peer: keeps the results, and works the whole bracket out again for each answer."""
    winners: dict[str, int] = {}
    said = []
    while opened := list(_worked_out(winners)):
        matches = [{"id": match, "sides": sides} for match, sides in opened]
        said.append(json.dumps({"ok": True, "open": matches, "done": False}))
        match, (winner, _) = opened[0]
        winners[match] = winner
    return said


def _worked_out(winners: dict[str, int]) -> Iterator[tuple[str, tuple[int, int]]]:
    graph = Graph.single(seats_of(ENTRANTS), third_place=False)
    for match, sources in zip(graph.ids, graph.sources, strict=True):
        one, other = (winners.get(str(source), source) for source in sources)
        if match not in winners and isinstance(one, int) and isinstance(other, int):
            yield match, (one, other)


def _best(work: Callable[[], object], times: int = 5) -> float:
    spans = []
    for _ in range(times):
        started = perf_counter()
        work()
        spans.append(perf_counter() - started)
    return min(spans)


def _say(what: str, seconds: float, ratio: str) -> None:
    sys.stdout.write(f"{what:<48}{1000 * seconds:>10.2f} ms   {ratio}\n".rstrip() + "\n")


if __name__ == "__main__":
    main()
