"""`{"do":"export"}`: a tournament of the engine in the model that others share."""

import pytest

from cogs.tournaments.rules.interchange import brackets_in
from cogs.tournaments.rules.interchange.plain import compact
from cogs.tournaments.terminal_face.engine import engine
from tests.tournaments.test_engine import CREATE, Line, conversation, report

EXPORT = {"do": "export"}
EIGHT = {"do": "create", "format": "double_elimination", "entrants": 8}


def test_a_bracket_goes_out_with_its_results_and_names() -> None:
    named = {**EXPORT, "names": ["Ana", "Zoé", "Bo"], "title": "Coupe"}
    answer = conversation(CREATE, report("W1.1", 1, score=[2, 1]), named)[-1]
    assert answer["ok"]
    assert answer["playable"]
    brackets = answer["brackets"]
    assert [row["name"] for row in brackets["participant"]] == ["Ana", "Zoé", "Bo", "#4"]
    assert [row["name"] for row in brackets["stage"]] == ["Coupe"]
    ended = [row for row in brackets["match"] if row["opponent1"].get("result") == "win"]
    assert [row["opponent1"]["score"] for row in ended] == [2]


@pytest.mark.parametrize("drops", ["optimal", "brackets_manager"])
def test_what_goes_out_is_read_back_as_the_same_tournament(drops: str) -> None:
    lines = [report("W1.1", 1), report("W1.2", 5), report("L1.1", 4)]
    answer = conversation({**EIGHT, "options": {"drops": drops}}, *lines, EXPORT)[-1]
    read = brackets_in.read(compact(answer["brackets"]))
    ended = {match.id: match.result.winner for match in read.state.board if match.result}
    assert ended == {"W1.1": 1, "W1.2": 5, "L1.1": 4}
    assert read.title == "double_elimination"
    assert read.names == {seed: f"#{seed}" for seed in range(1, 9)}


def test_what_their_engine_would_route_otherwise_is_for_display_only() -> None:
    many = {**EIGHT, "entrants": 32}
    playable = [
        conversation({**many, "options": {"drops": drops}}, EXPORT)[-1]["playable"]
        for drops in ("optimal", "portable")
    ]
    assert playable == [False, True]


def test_an_export_changes_nothing_and_a_swiss_has_none() -> None:
    before, _, after = conversation(CREATE, EXPORT, {"do": "withdraw", "entrant": 4})
    assert before["open"]
    assert after["ok"]
    swiss = {"do": "create", "format": "swiss", "entrants": 4}
    assert conversation(swiss, EXPORT)[-1]["error"] == "no_such_model"


@pytest.mark.parametrize(
    "wrong",
    [
        {"names": "Ana"},
        {"names": [1]},
        {"names": ["a", "b", "c", "d", "e"]},
        {"names": ["a" * 201]},
        {"title": ["Coupe"]},
    ],
    ids=["a text", "a number", "too many", "too long", "a list as title"],
)
def test_names_that_are_none_are_refused(wrong: Line) -> None:
    assert conversation(CREATE, {**EXPORT, **wrong})[-1]["error"] == "bad_field"


def test_the_answer_is_one_line_whatever_the_names_are() -> None:
    asked = ['{"do":"create","format":"single_elimination","entrants":2}']
    asked.append('{"do":"export","names":["a\\nb\\u2028","\\ud800"],"title":"\\r"}')
    *_, answer = engine(asked)
    assert answer.isascii()
    assert len(answer.splitlines()) == 1
