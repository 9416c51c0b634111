"""`brackets.json`: what goes out comes back, and what is wrong with a file is told at once."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings

from cogs.tournaments.rules import commands
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.drops import Drops, named
from cogs.tournaments.rules.interchange import brackets_in, brackets_out
from cogs.tournaments.rules.interchange.reasons import BadFile, Cause
from cogs.tournaments.rules.moves import begin
from cogs.tournaments.rules.setup import ELIMINATIONS, Format, Setup
from cogs.tournaments.rules.state import State
from tests.tournaments.fields import FIELDS, SCRIPTS
from tests.tournaments.players import RULES, Do, lived, played, told

FEW = 12
MODELLED = pytest.mark.parametrize(
    "format_", [*sorted(ELIMINATIONS), Format.ROUND_ROBIN, Format.SWISS], ids=str
)


def names(state: State) -> dict[int, str]:
    return {entrant: f"Joueuse {entrant}" for entrant in state.entrants}


def there_and_back(state: State) -> None:
    once = brackets_out.exported(state, names(state), "Coupe").text
    read = brackets_in.read(once)
    assert brackets_out.exported(read.state, read.names, read.title).text == once


@MODELLED
def test_any_evening_goes_out_and_comes_back_the_same(format_: Format) -> None:
    @settings(max_examples=FEW)
    @given(FIELDS[format_], SCRIPTS)
    def promise(setup: Setup, script: list[Do]) -> None:
        state, _ = lived(setup, script)
        try:
            brackets_out.exported(state, names(state), "Coupe")
        except brackets_out.NoSuchModel:
            return
        there_and_back(state)

    promise()


@pytest.mark.parametrize("format_", sorted(ELIMINATIONS), ids=str)
@pytest.mark.parametrize("rule", RULES)
def test_every_play_through_goes_out_and_comes_back_the_same(format_: Format, rule: str) -> None:
    for entrants in (*range(2, 20), 31, 32, 33, 64):
        for drops in (Drops.BRACKETS_MANAGER, Drops.OPTIMAL):
            state = begin(Setup(entrants, format_, drops=drops))
            there_and_back(state)
            there_and_back(played(state, RULES[rule]))


def tables(state: State) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, Any] = json.loads(brackets_out.exported(state, names(state), "Coupe").text)
    return found


def refused(data: object) -> list[Cause]:
    with pytest.raises(BadFile) as bad:
        brackets_in.read(json.dumps(data))
    return [reason.cause for reason in bad.value.reasons]


def refused_as(change: Callable[[dict[str, Any]], object], entrants: int = 6) -> list[Cause]:
    """What is told of a double elimination that was played, and then damaged."""
    double = Setup(entrants, Format.DOUBLE_ELIMINATION, drops=Drops.PORTABLE)
    data = tables(played(begin(double)))
    change(data)
    return refused(data)


def test_everything_that_is_wrong_is_told_at_once() -> None:
    def damage(data: dict[str, Any]) -> None:
        data["match"][1]["opponent1"]["id"] = 77
        data["match"][2]["number"] = "two"
        data["participant"][0]["name"] = 7
        del data["round"][0]["group_id"]

    causes = refused_as(damage)
    assert causes.count(Cause.SHAPE) == len(("name", "group_id", "number"))
    assert Cause.UNKNOWN_ID in causes


@pytest.mark.parametrize("text", ["", "[", "[]", "7", "[" * 5000, '{"match": NaN}', "{}"])
def test_what_is_no_such_file_is_refused_and_never_breaks(text: str) -> None:
    with pytest.raises(BadFile):
        brackets_in.read(text)


def test_players_who_start_among_the_losers_are_refused_with_the_reason() -> None:
    def skip(data: dict[str, Any]) -> None:
        data["stage"][0]["settings"]["skipFirstRound"] = True

    assert refused_as(skip) == [Cause.SKIPS_A_ROUND]


def test_a_winner_who_never_sat_there_is_refused() -> None:
    def swap(data: dict[str, Any]) -> None:
        data["match"][-3]["opponent1"]["id"] = 5

    assert Cause.SIDES in refused_as(swap)


def test_a_match_that_is_missing_or_there_twice_is_refused() -> None:
    assert refused_as(lambda data: data["match"].pop(5)) == [Cause.MATCH_MISSING]
    twice = refused_as(lambda data: data["match"].append({**data["match"][5], "id": 900}))
    assert twice == [Cause.MATCH_TWICE]


def test_losers_who_drop_in_an_order_of_nobody_are_refused() -> None:
    data = tables(begin(Setup(16, Format.DOUBLE_ELIMINATION, drops=Drops.PORTABLE)))
    for match in data["match"]:
        if match["round_id"] == 4:  # the first of the losers: their sides change places
            match["opponent1"], match["opponent2"] = match["opponent2"], match["opponent1"]
    assert refused(data) == [Cause.DROPS]


def test_a_second_final_that_stands_ready_for_nothing_is_passed_over() -> None:
    state = played(begin(Setup(8, Format.DOUBLE_ELIMINATION, drops=Drops.PORTABLE)))
    data = tables(state)
    final, needless = data["match"][-2:]
    assert needless["status"] == 0
    needless["status"] = 2
    for name in ("opponent1", "opponent2"):
        needless[name] = {"id": final[name]["id"]}
    assert brackets_in.read(json.dumps(data)).state.champion == 1
    needless["opponent1"]["result"], needless["opponent2"]["result"] = "win", "loss"
    assert refused(data) == [Cause.SECOND_FINAL]


def test_rounds_of_a_table_come_in_any_order_and_every_pair_is_counted() -> None:
    state = played(begin(Setup(7, Format.ROUND_ROBIN, groups=2, legs=2)), RULES["h0"])
    data = tables(state)
    data["match"].reverse()
    for number, match in enumerate(data["match"]):
        match["opponent1"], match["opponent2"] = match["opponent2"], match["opponent1"]
        match["number"] = number + 1
    back = brackets_in.read(json.dumps(data)).state
    assert {m.id: m.result and m.result.winner for m in back.board} == {
        m.id: m.result and m.result.winner for m in state.board
    }
    data["match"].pop()
    assert refused(data) == [Cause.PAIRS]


def test_a_running_bracket_can_be_played_on_only_where_every_drop_has_a_name() -> None:
    for entrants in (8, 20, 60, 100, 200):
        for drops in Drops:
            state = begin(Setup(entrants, Format.DOUBLE_ELIMINATION, drops=drops))
            masks = state.graph.shape.masks if state.graph.shape else ()
            named_all = all(
                named(mask, len(masks or ()) - at) for at, mask in enumerate(masks or (), 1)
            )
            there = brackets_out.exported(state, names(state), "Coupe")
            assert there.playable == named_all
            if drops in {Drops.PORTABLE, Drops.CYCLE, Drops.BRACKETS_MANAGER}:
                assert there.playable


@pytest.mark.parametrize("format_", [Format.SWISS, Format.LOBBIES, Format.ARENA], ids=str)
def test_what_has_no_type_there_is_never_disguised(format_: Format) -> None:
    state = begin(Setup(8, format_))
    with pytest.raises(brackets_out.NoSuchModel):
        brackets_out.exported(state, names(state), "Coupe")


def test_a_best_of_has_its_games_and_the_last_rounds_may_have_more() -> None:
    setup = Setup(8, Format.DOUBLE_ELIMINATION, best_of=3, finals=(5,), drops=Drops.PORTABLE)
    state = told(begin(setup), commands.Rule(MatchId("W1.1"), 8, (1, 2)))
    there_and_back(state)
    data = tables(state)
    first = [game for game in data["match_game"] if game["parent_id"] == 0]
    assert [game["opponent2"]["result"] for game in first] == ["loss", "win", "win"]
    assert data["match"][-1]["child_count"] == 5
    assert len(data["match_game"]) == 3 * (len(data["match"]) - 2) + 5 * 2
    data["match_game"][0]["opponent2"]["result"] = "win"
    data["match_game"][0]["opponent1"]["result"] = "loss"
    assert refused(data) == [Cause.GAMES_DIFFER]
