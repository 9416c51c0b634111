"""The oracle again, line by line: what a script that knows only the engine's JSON reads back."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from cogs.tournaments.terminal_face.engine import engine
from tests.tournaments.oracles import AWAY, HERE, SHARED, read, winner_of

Answer = dict[str, Any]
SINGLE = read(HERE / "single_elimination.json")
DOUBLE = read(HERE / "double_elimination.json")
SWISS = read(HERE / "swiss.json")
BERGER = read(HERE / "berger.json")["data"]
MANAGED = {"drops": "brackets_manager"}
beside = pytest.mark.skipif(not SHARED.is_dir(), reason=AWAY)


class Script:
    """A conversation in which each line is written once the last one has been answered."""

    def __init__(self) -> None:
        self._line = ""
        self._answers = engine(self._lines())

    def _lines(self) -> Iterator[str]:
        while True:
            yield self._line

    def __call__(self, do: str, **fields: object) -> Answer:
        self._line = json.dumps({"do": do, **fields})
        answer: Answer = json.loads(next(self._answers))
        assert answer["ok"], answer
        return answer


def played(format_: str, entrants: int, rule: str, options: object) -> list[list[object]]:
    """Whatever is open is reported; then the matches in the order of the ids."""
    say, met, story = Script(), Counter[tuple[int, int]](), []
    answer = say("create", format=format_, entrants=entrants, options=options)
    while answer["open"]:
        match = answer["open"][0]
        one, other = match["sides"]
        low, high = sorted((one, other))
        met[low, high] += 1
        winner = winner_of(rule, low, high, met[low, high])
        story.append([match["id"], one, other, winner])
        answer = say("report", match=match["id"], winner=winner)
    assert answer["done"]
    return sorted(story, key=str)


@pytest.mark.parametrize(
    ("format_", "options", "sample"),
    [("single_elimination", {}, SINGLE), ("double_elimination", MANAGED, DOUBLE)],
)
def test_a_script_plays_the_sample_match_by_match(
    format_: str, options: object, sample: Answer
) -> None:
    for entrants, by_rule in sample["played"].items():
        for rule, story in by_rule.items():
            assert played(format_, int(entrants), rule, options) == sorted(story, key=str)


@beside
@pytest.mark.parametrize(
    ("format_", "options", "file"),
    [("single_elimination", {}, "single_elim"), ("double_elimination", MANAGED, "double_elim")],
)
def test_a_script_plays_the_whole_oracle(format_: str, options: object, file: str) -> None:
    for entrants, by_rule in read(SHARED / f"{file}_playthroughs.json")["data"].items():
        for rule, story in by_rule.items():
            named = [[f"{letter}{r}.{i}", *rest] for letter, r, i, *rest in story]
            told = played(format_, int(entrants), rule, options)
            assert told == sorted(named, key=str), f"{entrants} {rule}"


def table_of(entrants: int) -> list[list[list[int | None]]]:
    """The rounds of a round robin, read from the ids; whoever rests is in no match."""
    answer = Script()("create", format="round_robin", entrants=entrants)
    rounds: dict[int, list[list[int | None]]] = {}
    for match in answer["open"]:
        round_, number = map(int, match["id"][1:].split("."))
        rounds.setdefault(round_, []).append(match["sides"])
        assert number == len(rounds[round_])
    for pairs in rounds.values():
        resting = {*range(1, entrants + 1)} - {side for pair in pairs for side in pair}
        pairs += [[one, None] for one in resting]
    return [rounds[round_] for round_ in sorted(rounds)]


@pytest.mark.parametrize("entrants", BERGER)
def test_a_script_reads_the_tables_of_berger(entrants: str) -> None:
    assert table_of(int(entrants)) == BERGER[entrants]


@beside
def test_the_tables_kept_here_are_those_of_the_oracle() -> None:
    assert read(SHARED / "round_robin_berger.json")["data"] == BERGER


def swiss(entrants: int, rounds: list[Answer]) -> None:
    """Each round paired by the engine, compared, undone, and paired as the oracle did."""
    say = Script()
    say("create", format="swiss", entrants=entrants, options={"rounds": len(rounds)})
    for state in rounds:
        paired = say("pair")
        assert paired["cost"] == state["best"]
        assert paired["proof"] in {"bound", "matching"}
        assert (paired["proof"] == "bound") == (paired["bound"] == paired["cost"])
        seated = [side for match in paired["open"] for side in match["sides"]]
        bye = [paired["bye"]] if paired["bye"] else []
        assert sorted(seated + bye) == sorted(state["active"])
        assert not say("undo")["open"]
        answer = say("pair", pairs=state["pairs"], bye=state["bye"] or 0)
        assert answer["cost"] == state["best"]
        by_sides = {frozenset(match["sides"]): match["id"] for match in answer["open"]}
        for pair, winner in zip(state["pairs"], state["winners"], strict=True):
            answer = say("report", match=by_sides[frozenset(pair)], winner=winner)
    assert answer["done"]
    scores = {row["entrant"]: row["points"] for row in say("standings")["standings"]}
    last = dict(zip(rounds[-1]["active"], rounds[-1]["score"], strict=True))
    for entrant in [*rounds[-1]["winners"], *[rounds[-1]["bye"]] * bool(rounds[-1]["bye"])]:
        last[entrant] += 1
    assert scores == last


@beside
def test_a_script_reaches_the_optimum_of_every_swiss_state() -> None:
    stories = read(SHARED / "swiss_states.json")["data"]
    for story in stories:
        swiss(story["n"], story["rounds"])
    assert sum(len(story["rounds"]) for story in stories) == 117


def test_a_script_reaches_the_optimum_of_the_swiss_states_kept_here() -> None:
    for entrants, rounds in SWISS.items():
        names = ("active", "score", "byes", "best", "pairs", "winners")
        shown = [dict(zip(names, row, strict=True)) for row in rounds]
        for state in shown:
            paired = {side for pair in state["pairs"] for side in pair}
            state["bye"] = next(iter({*state["active"]} - paired), None)
        swiss(int(entrants), shown)
