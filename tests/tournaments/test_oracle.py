"""Our brackets against what independent engines do: a sample kept here, and all of it if present.

The files hold some sizes; the formulas of the last tests hold for every one. Tables and rounds,
and all of it line by line, are in `test_oracle_engine.py`.
"""

from collections import Counter
from typing import Any

import pytest

from cogs.tournaments.rules import commands
from cogs.tournaments.rules.bracket import seats_of
from cogs.tournaments.rules.moves import begin
from cogs.tournaments.rules.setup import Format, Setup
from cogs.tournaments.rules.state import State
from tests.tournaments.oracles import AWAY, HERE, SHARED, read, winner_of
from tests.tournaments.players import RULES, played, sides, told

SINGLE: dict[str, Any] = read(HERE / "single_elimination.json")
DOUBLE: dict[str, Any] = read(HERE / "double_elimination.json")
beside = pytest.mark.skipif(not SHARED.is_dir(), reason=AWAY)


def single(entrants: int) -> State:
    return begin(Setup(entrants))


def double(entrants: int) -> State:
    """With the masks of brackets-manager, which the oracle was made with."""
    options: Any = {"drops": "brackets_manager"}
    return begin(Setup(entrants, Format.DOUBLE_ELIMINATION, **options))


def built(state: State) -> list[list[object]]:
    graph = state.graph
    return [[at, *sources] for at, sources in zip(graph.ids, graph.sources, strict=True)]


def whole_tournament(state: State, rule: str) -> list[list[object]]:
    """Reported by whoever won, confirmed by the other, match by match."""
    story: list[list[object]] = []
    met: Counter[tuple[int, int]] = Counter()
    for at in state.graph.ids:
        if at not in state.matches:
            continue  # a second final that nobody needs
        one, other = sides(state, at)
        low, high = sorted((one, other))
        met[low, high] += 1
        winner = winner_of(rule, low, high, met[low, high])
        state = told(state, commands.Report(at, by=winner, winner=winner))
        state = told(state, commands.Confirm(at, by=one + other - winner))
        story.append([at, one, other, winner])
    assert state.done
    return story


@pytest.mark.parametrize("entrants", SINGLE["graphs"])
def test_the_sample_is_built_match_by_match(entrants: str) -> None:
    assert built(single(int(entrants))) == SINGLE["graphs"][entrants]


@pytest.mark.parametrize("entrants", SINGLE["played"])
def test_the_sample_is_played_match_by_match(entrants: str) -> None:
    for rule, story in SINGLE["played"][entrants].items():
        assert whole_tournament(single(int(entrants)), rule) == story


@pytest.mark.parametrize("entrants", DOUBLE["graphs"])
def test_a_double_elimination_is_built_match_by_match(entrants: str) -> None:
    assert built(double(int(entrants))) == DOUBLE["graphs"][entrants]


@pytest.mark.parametrize("entrants", DOUBLE["played"])
def test_a_double_elimination_is_played_match_by_match(entrants: str) -> None:
    for rule, story in DOUBLE["played"][entrants].items():
        assert whole_tournament(double(int(entrants)), rule) == story


@pytest.mark.parametrize("entrants", DOUBLE["counts"])
def test_there_are_as_many_matches_as_the_oracle_counts(entrants: str) -> None:
    """From 2 to 64: contested matches, byes, rounds, and the fewest and the most ever played."""
    n, known = int(entrants), DOUBLE["counts"][entrants]
    one, two = single(n).graph, double(n).graph
    letters = Counter(at[0] for at in two.ids)
    assert len(one.seats) == known["S"]
    assert one.byes == tuple(range(known["byes"], 0, -1))
    assert len(one.ids) == known["se_matches"] + known["se_third"]
    assert ("P1.1" in one.places) == bool(known["se_third"])
    assert [letters[each] for each in "WLG"] == [known["wb"], known["lb"], known["gf"]]
    assert two.rounds == known["wb_rounds"]
    rounds = {at.split(".")[0] for at in two.ids if at[0] == "L"}
    assert len(rounds) == known["lb_rounds_with_matches"]
    counts = [len(whole_tournament(double(n), rule)) for rule in DOUBLE["rules"]]
    assert [min(counts), max(counts)] == [known["de_played_min"], known["de_played_max"]]


@beside
@pytest.mark.parametrize(("make", "files"), [(single, "single"), (double, "double")])
def test_the_whole_oracle_is_built_and_played(make: Any, files: str) -> None:  # noqa: ANN401 - either
    graphs = read(SHARED / f"{files}_elim_graph.json")["data"]
    stories = read(SHARED / f"{files}_elim_playthroughs.json")["data"]
    for entrants, matches in graphs.items():
        assert built(make(int(entrants))) == matches
    for entrants, by_rule in stories.items():
        for rule, story in by_rule.items():
            told_here = [
                [at[0], *map(int, at[1:].split(".")), one, other, winner]
                for at, one, other, winner in map(
                    _row, whole_tournament(make(int(entrants)), rule)
                )
            ]
            assert told_here == story, f"{entrants} {rule}"


@beside
def test_the_counts_kept_here_are_those_of_the_oracle() -> None:
    assert read(SHARED / "properties.json") == DOUBLE["counts"]


def _row(row: list[object]) -> tuple[str, object, object, object]:
    at, one, other, winner = row
    return str(at), one, other, winner


def test_every_size_has_one_match_less_than_entrants_and_its_byes_at_the_top() -> None:
    for entrants in (*range(2, 131), 200, 255, 256, 257, 511, 513, 1000, 1023, 1024):
        graph = begin(Setup(entrants, third_place=False)).graph
        size = len(graph.seats)
        assert size & (size - 1) == 0
        assert size // 2 < entrants <= size
        assert len(graph.ids) == entrants - 1
        assert graph.byes == tuple(range(size - entrants, 0, -1))
        assert len(graph.entries) == entrants


def test_a_double_elimination_of_any_size_is_played_in_two_for_each_but_two_or_one_more() -> None:
    for entrants in (*range(3, 70), 127, 128, 129, 255, 257):
        for rule in ("chalk", "anti", "h2"):
            state = played(begin(Setup(entrants, Format.DOUBLE_ELIMINATION)), RULES[rule])
            again = "G2.1" in state.matches
            assert len(state.matches) == 2 * entrants - 2 + again
            assert again == (state.match(state.graph.ids[-2]).result.winner != _first(state))  # type: ignore[union-attr]
            lost = Counter(match.result.loser for match in state.matches.values() if match.result)
            assert lost.pop(state.champion or 0, 0) == again
            assert set(lost.values()) == {2}
            assert len(lost) == entrants - 1


def _first(state: State) -> int | None:
    return state.match(state.graph.ids[-2]).sides[0]


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
