"""Our bracket against what independent engines do: a sample kept here, and all of it if present.

The files hold some sizes; the formulas of the last tests hold for every one.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from cogs.tournaments.rules import commands
from cogs.tournaments.rules.bracket import Graph, seats_of
from cogs.tournaments.rules.moves import begin
from cogs.tournaments.rules.setup import Setup
from tests.tournaments.players import RULES, sides, told

SAMPLE: dict[str, Any] = json.loads(
    (Path(__file__).parent / "oracle" / "single_elimination.json").read_text("utf-8")
)
SHARED = Path(__file__).parents[2] / "../shared/oracle"
AWAY = "the whole oracle is not beside this repository; the sample is"


def graph(entrants: int) -> list[list[object]]:
    built = Graph.single(seats_of(entrants), third_place=True)
    return [[at, *sources] for at, sources in zip(built.ids, built.sources, strict=True)]


def whole_tournament(entrants: int, rule: str) -> list[list[object]]:
    """Reported by whoever won, confirmed by the other, match by match."""
    state, story = begin(Setup(entrants)), []
    for at in state.graph.ids:
        one, other = sides(state, at)
        winner = RULES[rule.rstrip("!")](*sorted((one, other)))
        state = told(state, commands.Report(at, by=winner, winner=winner))
        state = told(state, commands.Confirm(at, by=one + other - winner))
        story.append([at, one, other, winner])
    assert state.done
    return story


@pytest.mark.parametrize("entrants", SAMPLE["graphs"])
def test_the_sample_is_built_match_by_match(entrants: str) -> None:
    assert graph(int(entrants)) == SAMPLE["graphs"][entrants]


@pytest.mark.parametrize("entrants", SAMPLE["played"])
def test_the_sample_is_played_match_by_match(entrants: str) -> None:
    for rule, story in SAMPLE["played"][entrants].items():
        assert whole_tournament(int(entrants), rule) == story


@pytest.mark.parametrize("entrants", SAMPLE["counts"])
def test_the_counts_are_those_of_the_oracle(entrants: str) -> None:
    byes, matches, third = SAMPLE["counts"][entrants]
    built = Graph.single(seats_of(int(entrants)), third_place=True)
    assert len(built.byes) == byes
    assert len(built.ids) == matches + third
    assert ("P1.1" in built.places) == bool(third)


@pytest.mark.skipif(not SHARED.is_dir(), reason=AWAY)
def test_the_whole_oracle_is_built_and_played() -> None:
    graphs = json.loads((SHARED / "single_elim_graph.json").read_text("utf-8"))["data"]
    stories = json.loads((SHARED / "single_elim_playthroughs.json").read_text("utf-8"))["data"]
    for entrants, matches in graphs.items():
        assert graph(int(entrants)) == matches
    for entrants, by_rule in stories.items():
        for rule, story in by_rule.items():
            told_here = [
                [at[0], *map(int, at[1:].split(".")), one, other, winner]
                for at, one, other, winner in map(_row, whole_tournament(int(entrants), rule))
            ]
            assert told_here == story, f"{entrants} {rule}"


def _row(row: list[object]) -> tuple[str, object, object, object]:
    at, one, other, winner = row
    return str(at), one, other, winner


def test_every_size_has_one_match_less_than_entrants_and_its_byes_at_the_top() -> None:
    for entrants in (*range(2, 131), 200, 255, 256, 257, 511, 513, 1000, 1023, 1024):
        built = Graph.single(seats_of(entrants), third_place=False)
        size = len(built.seats)
        assert size & (size - 1) == 0
        assert size // 2 < entrants <= size
        assert len(built.ids) == entrants - 1
        assert built.byes == tuple(range(size - entrants, 0, -1))
        assert len(built.entries) == entrants


def test_opponents_of_a_full_first_round_add_up_to_the_same_number() -> None:
    for power in range(1, 11):
        size = 2**power
        seats = seats_of(size)
        assert {one + other for one, other in zip(seats[::2], seats[1::2], strict=True)} == {
            size + 1
        }
        # The closed form: the slot of a seed is the bit reversal of its Gray code.
        for seed in range(1, size + 1):
            gray = (seed - 1) ^ ((seed - 1) >> 1)
            assert seats.index(seed) == int(f"{gray:0{power}b}"[::-1], 2)
