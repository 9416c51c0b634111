"""Our files in the hands of brackets-manager, and its own in ours: asked as a separate program.

BENCH_NPM=/where/npm/put/it pytest -m long tests/tournaments/test_brackets_peer.py
"""

import importlib
import json
from pathlib import Path
from typing import Any

import pytest

from cogs.tournaments.rules import commands
from cogs.tournaments.rules.drops import Drops
from cogs.tournaments.rules.elimination import GrandFinal
from cogs.tournaments.rules.interchange import brackets_in, brackets_out
from cogs.tournaments.rules.interchange.padded import SECOND_FINAL
from cogs.tournaments.rules.moves import begin
from cogs.tournaments.rules.setup import Format, Setup
from cogs.tournaments.rules.state import State
from tests.tournaments.players import RULES, sides, told

PEERS = importlib.import_module("benchmarks.peers")  # beside a folder of the same name
pytestmark = pytest.mark.long
SIZES = (2, 3, 4, 5, 7, 8, 9, 12, 16, 23, 32, 33, 64, 100)
PLAYABLE = (Drops.PORTABLE, Drops.CYCLE, Drops.BRACKETS_MANAGER, Drops.NATURAL)
DOUBLE, SINGLE, ROBIN = "double_elimination", "single_elimination", "round_robin"
Tables = dict[str, Any]


def theirs(folder: Path, tasks: list[Tables]) -> list[Tables]:
    """What their engine makes of it, in one run."""
    file = folder / "tasks.json"
    file.write_text(json.dumps(tasks), "utf-8")
    answer = PEERS.ask("brackets.mjs", "brackets-manager", str(file))
    if answer.said is None:
        pytest.skip(answer.skipped)
    found: list[Tables] = answer.said["answers"]
    return found


def exported(state: State) -> Tables:
    names = {entrant: f"Joueuse {entrant}" for entrant in state.entrants}
    found: Tables = json.loads(brackets_out.exported(state, names, "Coupe").text)
    return found


def plain(tables: Tables) -> list[tuple[object, ...]]:
    """Who meets whom and how it ended, without what each of the two counts for itself.

    Their second final stands ready where nobody needs it; ours is locked then. They give nobody
    the third place who has no opponent for it.
    """
    groups = {row["id"]: row["number"] for row in tables["group"]}
    rounds = {row["id"]: row["number"] for row in tables["round"]}
    rows = sorted(
        (groups[m["group_id"]], rounds[m["round_id"]], m["number"], m["status"], sided(m))
        for m in tables["match"]
        if not (groups[m["group_id"]] == 2 and None in both(m) and not doubled(tables))
    )
    if doubled(tables) and len(tables["group"]) == 3 and rows[-1][1] == 2:
        first = json.loads(str(rows[-2][4]))
        if (first[0] or {}).get("result") == "win":
            return [*rows[:-2], (*rows[-2][:3], "over", rows[-2][4])]
    return list(rows)


def doubled(tables: Tables) -> bool:
    return bool(tables["stage"][0]["type"] == DOUBLE)


def sided(match: Tables) -> str:
    return json.dumps([match["opponent1"], match["opponent2"]], sort_keys=True)


def stepped(state: State, matches: int) -> State:
    """As many matches as were asked of them, in their order, the better seed two to one."""
    order = [at for at in state.graph.ids if at != SECOND_FINAL] + [SECOND_FINAL]
    for _ in range(matches):
        ready = [match for match in state.open if match.known]
        if not ready:
            return state
        at = min((match.id for match in ready), key=order.index)
        one, other = sides(state, at)
        winner = RULES["chalk"](*sorted((one, other)))
        state = told(state, commands.Rule(at, winner, (2, 1) if winner == one else (1, 2)))
    return state


@pytest.mark.parametrize(
    "format_", [Format.SINGLE_ELIMINATION, Format.DOUBLE_ELIMINATION], ids=str
)
def test_a_running_bracket_is_played_on_by_them_as_it_is_by_us(
    tmp_path: Path, format_: Format
) -> None:
    begun, tasks = [], []
    for entrants in SIZES:
        for drops in PLAYABLE if format_ is Format.DOUBLE_ELIMINATION else (Drops.OPTIMAL,):
            setup = Setup(entrants, format_, drops=drops)
            some = stepped(begin(setup), entrants // 2)
            begun.append(some)
            tasks.append({"data": exported(some), "play": 400})
    for state, tables in zip(begun, theirs(tmp_path, tasks), strict=True):
        assert plain(tables) == plain(exported(stepped(state, 400)))


@pytest.mark.parametrize("played", [0, 1, 3, 9, 400])
@pytest.mark.parametrize("grand_final", GrandFinal, ids=str)
def test_what_they_export_comes_in_and_goes_out_as_it_was(
    tmp_path: Path, grand_final: GrandFinal, played: int
) -> None:
    tasks = [
        {
            "stage": stage(DOUBLE, entrants, grandFinal=brackets_out.FINALS[grand_final]),
            "play": played,
        }
        for entrants in SIZES
    ]
    tasks += [
        {"stage": stage(SINGLE, entrants, consolationFinal=entrants > 2), "play": played}
        for entrants in SIZES
    ]
    for tables in theirs(tmp_path, tasks):
        read = brackets_in.read(json.dumps(tables))
        back = brackets_out.exported(read.state, read.names, read.title).text
        assert plain(json.loads(back)) == plain(tables)
        again = brackets_in.read(back)
        assert brackets_out.exported(again.state, again.names, again.title).text == back


@pytest.mark.parametrize("method", ["groups.effort_balanced", "groups.seed_optimized"])
@pytest.mark.parametrize("mode", ["simple", "double"])
def test_their_tables_come_in_whatever_the_order_of_their_rounds(
    tmp_path: Path, method: str, mode: str
) -> None:
    tasks = [
        {
            "stage": stage(
                ROBIN, entrants, groupCount=groups, roundRobinMode=mode, seedOrdering=[method]
            ),
            "play": 17,
        }
        for entrants, groups in ((3, 1), (6, 1), (7, 2), (8, 2), (14, 3), (16, 4))
    ]
    for tables in theirs(tmp_path, tasks):
        read = brackets_in.read(json.dumps(tables))
        back = brackets_out.exported(read.state, read.names, read.title).text
        if method == "groups.seed_optimized" and len(set(map(len, grouped(tables)))) == 1:
            # A snake, as ours, where all groups are of one size: nobody has another number.
            assert met(json.loads(back)) == met(tables)
        assert named(json.loads(back)) == named(tables)
        again = brackets_in.read(back)
        assert brackets_out.exported(again.state, again.names, again.title).text == back


def met(tables: Tables) -> list[tuple[object, ...]]:
    return sorted(
        tuple(sorted((s["id"], s.get("score", -1), s.get("result", "")) for s in both(match)))
        for match in tables["match"]
    )


def named(tables: Tables) -> list[tuple[object, ...]]:
    names = {row["id"]: row["name"] for row in tables["participant"]}
    return sorted(
        tuple(
            sorted((names[s["id"]], s.get("score", -1), s.get("result", "")) for s in both(match))
        )
        for match in tables["match"]
    )


def grouped(tables: Tables) -> list[set[int]]:
    groups: dict[int, set[int]] = {}
    for match in tables["match"]:
        groups.setdefault(match["group_id"], set()).update(side["id"] for side in both(match))
    return list(groups.values())


def both(match: Tables) -> list[Tables]:
    return [match["opponent1"], match["opponent2"]]


def stage(kind: str, entrants: int, **settings: object) -> Tables:
    size = 1 << max(1, (entrants - 1).bit_length())
    seeding: list[str | None] = [f"Joueuse {number}" for number in range(1, entrants + 1)]
    if kind != ROBIN:
        seeding += [None] * (size - entrants)
    return {
        "tournamentId": 0,
        "name": "Coupe",
        "type": kind,
        "seeding": seeding,
        "settings": settings,
    }
