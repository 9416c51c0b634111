"""How fast tournaments are, beside other engines; run it with `python3 benchmarks/tournaments.py`.

Every line is measured here and now, ours and theirs in turn, and prints the ratio with the one to
beat. The peers are separate programs: `benchmarks/peers.py` says how to have them. Milliseconds
differ between machines; the ratios are the claim.
"""

import asyncio
import gc
import importlib
import importlib.util
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).parents[1]))

import peers
from sqlalchemy import JSON, Boolean, Column, Float, Integer, String, Table, insert

from cogs.people.tables import people, places
from cogs.tournaments.rules import commands
from cogs.tournaments.rules.moves import begin
from cogs.tournaments.rules.play import apply, decide, foresee
from cogs.tournaments.rules.setup import Format, Setup
from cogs.tournaments.rules.state import State
from cogs.tournaments.store import announced, history
from cogs.tournaments.tables import entrants, pseudonyms, tournament_events, tournaments
from storage.database import Database, Tx
from storage.migrate import migrate
from storage.schema import Moment

MOST: Final = 4096
RUNS: Final = {64: 51, 256: 31, 1024: 21, MOST: 11}
MEMORY: Final = {1024: 30, MOST: 150}  # times as fast as brackets-manager
STORED: Final = {1024: 10, MOST: 50}
FAIRNESS: Final = """
To be fair: brackets-manager writes through an asynchronous storage layer that clones every row,
and tournament-pairings solves one global weighted matching in a blocking call; neither was made
for fields of thousands. Ours keeps a log and derives the matches, so that storing a bracket is
storing who sits where, while they store every match. Each figure is the median
of its runs, after our garbage of the run before was collected; the peers warm up in their own
process between their runs.
"""


def main() -> None:
    theirs = {size: _theirs(size) for size in RUNS}
    _say("create a double elimination, in memory, against brackets-manager")
    for size, found in theirs.items():
        _beside(size, _create(size), found["brackets-manager"], MEMORY.get(size))
    _say("the same, against tournament-pairings")
    for size, found in theirs.items():
        _beside(size, _create(size), found["tournament-pairings"], None)
    kept = asyncio.run(_stored())
    _say("the same, stored in SQLite: the draw, of people who had signed up before")
    for size, span in kept["drawn"].items():
        _beside(size, span, theirs[size]["brackets-manager"], STORED.get(size))
    _say("the same, with everybody and their names written first, all at once")
    for size, span in kept["entered"].items():
        _beside(size, span, theirs[size]["brackets-manager"], None)
    _one_result()
    _swiss()
    sys.stdout.write(FAIRNESS)


def _theirs(size: int) -> dict[str, peers.Answer]:
    names = ("brackets-manager", "tournament-pairings")
    return {name: peers.ask("create.mjs", name, size, 5) for name in names}


def _create(size: int) -> float:
    setup = Setup(entrants=size, format=Format.DOUBLE_ELIMINATION)
    return median(_timed(lambda: begin(setup)) for _ in range(RUNS[size]))


def _timed(work: Callable[[], object]) -> float:
    gc.collect()
    began = perf_counter()
    work()
    return perf_counter() - began


async def _stored() -> dict[str, dict[int, float]]:
    """The draw as the service keeps it, and a whole field written in the same transaction."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{folder}/maraude.db"
        await migrate(url)
        db = Database.open(url)
        async with db.write() as tx:
            await tx.execute(insert(people), [{"language": "fr"} for _ in range(MOST)])
            await tx.execute(insert(places).values(**_row(places, id=1)))
        kept: dict[str, dict[int, float]] = {"drawn": {}, "entered": {}}
        for size, runs in RUNS.items():
            spans = [await _keep(db, size) for _ in range(runs)]
            for name, found in zip(kept, zip(*spans, strict=True), strict=True):
                kept[name][size] = median(found)
        await db.close()
    return kept


async def _keep(db: Database, size: int) -> tuple[float, float]:
    """Seconds to draw among people who are there, and to write everybody down before that."""
    setup, numbers = Setup(entrants=size, format=Format.DOUBLE_ELIMINATION), range(1, size + 1)
    gc.collect()
    began = perf_counter()
    async with db.write() as tx:
        event = await announced.add(tx, _row(tournaments, place=1, phase="closed", size=size))
        await _enter(tx, event, numbers)
    entered = perf_counter()
    state = begin(setup)
    seeds = {"seeds": list(state.entrants)}
    line = _row(tournament_events, tournament=event, seq=1, kind="drawn", payload=seeds)
    async with db.write() as tx:
        await announced.change(tx, event, phase="closed")
        await history.write_log(tx, event, [line])
    drawn = perf_counter() - entered
    return drawn, drawn + entered - began


async def _enter(tx: Tx, event: announced.TournamentId, numbers: range) -> None:
    seat = _row(entrants, tournament=event, platform="discord", standing="entered")
    name = _row(pseudonyms, tournament=event)
    await tx.execute(insert(entrants), [seat | {"ticket": one, "person": one} for one in numbers])
    await tx.execute(
        insert(pseudonyms),
        [name | {"ticket": one, "person": one, "name": f"Entrant {one}"} for one in numbers],
    )


def _row(table: Table, **known: object) -> dict[str, Any]:
    """Something in every column that must have something."""
    missing = (
        column
        for column in table.columns
        if not column.nullable and column.server_default is None and column.name not in known
    )
    return {column.name: _anything(column) for column in missing if column.name != "id"} | known


def _anything(column: Column[Any]) -> object:
    kinds: dict[type, object] = {
        Moment: datetime(2026, 1, 1, tzinfo=UTC),
        JSON: [],
        Boolean: False,
        Float: 1.0,
        String: "-",
        Integer: 1,
    }
    return next((value for kind, value in kinds.items() if isinstance(column.type, kind)), 1)


def _one_result() -> None:
    """Reporting through a whole double elimination, then taking any of it back."""
    state = begin(Setup(entrants=MOST, format=Format.DOUBLE_ELIMINATION))
    spans = []
    while state.open:
        for match in state.open:
            one, other = (side or 0 for side in match.sides)
            began = perf_counter()
            state = _told(state, commands.Report(match.id, by=other, winner=one))
            spans.append(perf_counter() - began)
    _say(f"report one result of {MOST:,}, in memory; the budget is 1 ms")
    _beside(MOST, median(spans), peers.ask("report.mjs", "brackets-manager", MOST, 50), None)
    _line(f"slowest of {len(spans):,}", f"{1000 * max(spans):.2f} ms")
    _say(f"undo with preview, {MOST:,} entrants, everything played; the budget is 250 ms")
    for what, position in (("the first", 0), ("one", len(state.log) // 2), ("the last", None)):
        undo = commands.Undo(position)
        preview = _timed(lambda undo=undo: foresee(state, undo))  # type: ignore[misc]  # a default binds it now
        done = _timed(lambda undo=undo: _told(state, undo))  # type: ignore[misc]
        _line(f"{what} result", f"preview {1000 * preview:.1f} ms, done {1000 * done:.1f} ms")


def _told(state: State, command: commands.Command) -> State:
    for event in decide(state, command):
        state = apply(state, event)
    return state


def _swiss() -> None:
    """The rows of `benchmarks/swiss.py`, which also runs by itself."""
    _say("one Swiss round")
    if importlib.util.find_spec("swiss") is None:
        _line("", "benchmarks/swiss.py is not there: skipped.")
        return
    for row in importlib.import_module("swiss").swiss_rows():
        sys.stdout.write(f"{row}\n")


def _say(title: str) -> None:
    sys.stdout.write(f"\n{title}\n")
    sys.stdout.flush()


def _line(what: str, figures: str) -> None:
    sys.stdout.write(f"  {what:<22}{figures}\n".rstrip() + "\n")
    sys.stdout.flush()


def _beside(size: int, ours: float, peer: peers.Answer, least: int | None) -> None:
    figures = f"{1000 * ours:>9.2f} ms"
    if peer.seconds is None:
        figures += f"   {peer.skipped}"
    else:
        ratio = peer.seconds / ours
        figures += (
            f"   theirs ({peer.version}) {1000 * peer.seconds:>9.2f} ms   {ratio:>7.1f} times"
        )
        if least is not None:
            figures += f", to beat {least}: {'yes' if ratio >= least else 'NO'}"
    _line(f"{size:,} entrants", figures)


if __name__ == "__main__":
    main()
