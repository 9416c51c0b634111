"""`bot.py tournament engine`: what a script reads back, line for line."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cogs.tournaments.terminal_face.engine import engine

Line = dict[str, Any]
CREATE = {"do": "create", "format": "single_elimination", "entrants": 4}


def conversation(*lines: Line | str) -> list[Line]:
    written = (line if isinstance(line, str) else json.dumps(line) for line in lines)
    return [json.loads(answer) for answer in engine(written)]


def report(match: str, winner: int, **more: object) -> Line:
    return {"do": "report", "match": match, "winner": winner, **more}


def test_a_whole_tournament_line_by_line() -> None:
    created, first, second, third, final = conversation(
        CREATE,
        report("W1.1", 1, score=[2, 1]),
        report("W1.2", 3),
        report("P1.1", 4),
        report("W2.1", 3, score=[0, 2]),
    )
    assert created == {
        "ok": True,
        "open": [{"id": "W1.1", "sides": [1, 4]}, {"id": "W1.2", "sides": [2, 3]}],
        "done": False,
    }
    assert first["open"] == [{"id": "W1.2", "sides": [2, 3]}]
    assert second["open"] == [{"id": "W2.1", "sides": [1, 3]}, {"id": "P1.1", "sides": [4, 2]}]
    assert third == {"ok": True, "open": [{"id": "W2.1", "sides": [1, 3]}], "done": False}
    assert final == {"ok": True, "open": [], "done": True}


def test_third_place_is_an_option_and_on_by_default() -> None:
    off = {**CREATE, "options": {"third_place": False}}
    lines = report("W1.1", 1), report("W1.2", 2)
    assert [match["id"] for match in conversation(CREATE, *lines)[-1]["open"]] == ["W2.1", "P1.1"]
    assert [match["id"] for match in conversation(off, *lines)[-1]["open"]] == ["W2.1"]


def test_standings_name_everybody_with_a_rank_and_points() -> None:
    answer = conversation(CREATE, report("W1.1", 4), report("W1.2", 2), {"do": "standings"})[-1]
    assert answer["ok"]
    assert sorted(row["entrant"] for row in answer["standings"]) == [1, 2, 3, 4]
    assert answer["standings"][0] == {"entrant": 2, "rank": 1, "points": 1, "tiebreaks": {}}


def test_an_undo_says_what_must_be_played_again_and_can_go_back_to_the_draw() -> None:
    answers = conversation(
        CREATE,
        report("W1.1", 1),
        report("W1.2", 2),
        {"do": "undo"},
        {"do": "undo"},
        {"do": "undo"},
    )
    assert answers[3] == {**answers[1], "replayed": ["W1.2"]}
    assert answers[4] == {**answers[0], "replayed": ["W1.1"]}
    assert answers[5]["error"] == "nothing_to_undo"


def test_leaving_forfeiting_and_coming_late() -> None:
    five = {**CREATE, "entrants": 5}
    left, forfeited, late = (
        conversation(five, line)[1]
        for line in (
            {"do": "withdraw", "entrant": 2},
            {"do": "double_forfeit", "match": "W1.2"},
            {"do": "late_join", "entrant": 6},
        )
    )
    assert [match["id"] for match in left["open"]] == ["W1.2"]
    assert [match["id"] for match in forfeited["open"]] == ["W2.2"]
    assert [(match["id"], match["sides"]) for match in late["open"]] == [
        ("W1.2", [4, 5]),
        ("W1.4", [3, 6]),
    ]


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("", "bad_line"),
        ("not json", "bad_line"),
        ("[" * 100_000, "bad_line"),
        ("9" * 5_000, "bad_line"),
        ('"a word"', "bad_line"),
        ("{}", "unknown_command"),
        ('{"do": {}}', "unknown_command"),
        ('{"do": "dance"}', "unknown_command"),
        ('{"do": "pair"}', "no_rounds"),
        ('{"do": "create"}', "unknown_format"),
        ('{"do": "create", "format": ["swiss"], "entrants": 4}', "unknown_format"),
        ('{"do": "create", "format": "poker", "entrants": 4}', "unknown_format"),
        ('{"do": "create", "format": "single_elimination"}', "bad_field"),
        ('{"do": "create", "format": "single_elimination", "entrants": true}', "bad_field"),
        ('{"do": "create", "format": "single_elimination", "entrants": 1}', "too_few"),
        ('{"do": "create", "format": "single_elimination", "entrants": 4097}', "too_many"),
        (json.dumps({**CREATE, "options": []}), "bad_field"),
        (json.dumps({**CREATE, "options": {"third_place": 1}}), "bad_field"),
        (json.dumps({**CREATE, "options": {"colour": 1}}), "unknown_option"),
        (json.dumps(report("W1.1", 2)), "not_playing"),
        (json.dumps(report("W2.1", 1)), "not_open"),
        (json.dumps(report("W7.1", 1)), "unknown_match"),
        (json.dumps({"do": "report", "match": 1, "winner": 1}), "bad_field"),
        (json.dumps({"do": "report", "match": "W1.1"}), "bad_field"),
        (json.dumps(report("W1.1", 1, score=[1, 1])), "bad_score"),
        (json.dumps(report("W1.1", 1, score=[1])), "bad_field"),
        (json.dumps(report("W1.1", 1, score=["1", "0"])), "bad_field"),
        ('{"do": "withdraw", "entrant": 99}', "unknown_entrant"),
        ('{"do": "late_join", "entrant": 5}', "no_seat"),
        ('{"do": "undo"}', "nothing_to_undo"),
    ],
)
def test_a_wrong_line_is_answered_and_changes_nothing(line: str, error: str) -> None:
    created, answer, after = conversation(CREATE, line, {"do": "withdraw", "entrant": 4})
    assert not answer["ok"]
    assert answer["error"] == error
    assert answer["message"]
    (undisturbed,) = conversation(CREATE, {"do": "withdraw", "entrant": 4})[1:]
    assert after == undisturbed
    assert created["ok"]


def test_before_a_tournament_there_is_nothing_to_report() -> None:
    assert conversation(report("W1.1", 1))[0]["error"] == "no_tournament"


WILD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=6,
)
WORDS = st.sampled_from(
    [
        *(
            "create",
            "report",
            "undo",
            "withdraw",
            "double_forfeit",
            "late_join",
            "pair",
            "advance",
        ),
        *("reopen", "reinstate", "pause", "resume", "close", "standings", "export"),
    ]
)
FIELDS = st.sampled_from(
    [
        *("format", "entrants", "options", "match", "winner", "score", "entrant"),
        *("order", "pairs", "bye", "names", "title"),
    ]
)


GARBAGE = st.lists(st.text() | st.builds(json.dumps, WILD))
ALMOST = st.lists(st.tuples(WORDS, WILD))
EXAMPLES = [30, pytest.param(1_000, marks=pytest.mark.long)]


@pytest.mark.parametrize("examples", EXAMPLES)
def test_whatever_is_written_each_line_gets_one_answer(examples: int) -> None:
    @settings(max_examples=examples)
    @given(GARBAGE, ALMOST)
    def promise(garbage: list[str], almost: list[tuple[str, object]]) -> None:
        lines = [*garbage, *(json.dumps({"do": do, "match": some}) for do, some in almost)]
        answers = conversation(CREATE, *lines)
        assert len(answers) == len(lines) + 1
        assert all(isinstance(answer["ok"], bool) for answer in answers)

    promise()


@pytest.mark.parametrize("examples", EXAMPLES)
def test_no_field_is_trusted(examples: int) -> None:
    known = {"match": "W1.1", "winner": 1, "entrant": 2}

    @settings(max_examples=examples)
    @given(WORDS, st.dictionaries(FIELDS, WILD))
    def promise(do: str, fields: dict[str, object]) -> None:
        for line in ({"do": do, **fields}, {**known, "do": do, **fields}):
            for create in (CREATE, {**CREATE, "format": "swiss"}, {**CREATE, "format": "arena"}):
                answer = conversation(create, line)[1]
                assert answer["ok"] or answer["error"]

    promise()


def drive(entrants: int, choose: Callable[[list[int]], int]) -> tuple[int, Line]:
    """Play a whole tournament as a script would: report whatever is open until it is done."""
    said: list[Line] = []
    reports = 0

    def script() -> Iterator[str]:
        nonlocal reports
        yield json.dumps({**CREATE, "entrants": entrants})
        while not said[-1]["done"]:
            match = said[-1]["open"][0]
            reports += 1
            yield json.dumps(report(match["id"], choose(match["sides"])))
        yield json.dumps({"do": "standings"})

    for answer in engine(script()):
        said.append(json.loads(answer))
        assert said[-1]["ok"], answer
    return reports, said[-1]


@pytest.mark.parametrize("entrants", [2, 3, 4, 5, 11, 64, 100, 1024])
def test_a_script_plays_any_size_to_a_champion(entrants: int) -> None:
    reports, standings = drive(entrants, min)
    assert reports == entrants - 1 + (entrants >= 4)
    assert [row["entrant"] for row in standings["standings"]] == list(range(1, entrants + 1))


def test_a_script_may_let_the_last_seed_win() -> None:
    assert drive(11, max)[1]["standings"][0]["entrant"] == 11
