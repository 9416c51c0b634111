"""`bot.py tournament engine`, format by format: every line that a script may write."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from cogs.tournaments.terminal_face.engine import engine

Line = dict[str, Any]
MOST = 200  # lines that eight entrants could need in any format


def conversation(*lines: Line) -> list[Line]:
    return [json.loads(answer) for answer in engine(json.dumps(line) for line in lines)]


def create(format_: str, entrants: int, **options: object) -> Line:
    return {"do": "create", "format": format_, "entrants": entrants, "options": options}


def report(match: str, winner: int, **more: object) -> Line:
    return {"do": "report", "match": match, "winner": winner, **more}


def drive(created: Line) -> tuple[list[Line], list[Line]]:
    """A whole tournament: what is open is reported, else something is paired or drawn."""
    said: list[Line] = []

    def script() -> Iterator[str]:
        yield json.dumps(created)
        ticks = 3  # of an arena
        while not said[-1]["done"] and len(said) < MOST:
            if not said[-1]["ok"]:
                yield json.dumps({"do": "advance"})  # nothing is left to pair
            elif said[-1]["open"]:
                match = said[-1]["open"][0]
                order = {"order": sorted(match["sides"])} if len(match["sides"]) > 2 else {}
                yield json.dumps(report(match["id"], min(match["sides"]), **order))
            elif created["format"] == "arena" and ticks == 0:
                ticks -= 1
                yield json.dumps({"do": "close"})
            else:
                ticks -= 1
                yield json.dumps({"do": "pair"})
        yield json.dumps({"do": "standings"})

    for answer in engine(script()):
        one = json.loads(answer)
        one.setdefault("done", False)
        said.append(one)
    return said[-1]["standings"], said


@pytest.mark.parametrize(
    ("format_", "options"),
    [
        ("single_elimination", {}),
        ("double_elimination", {"drops": "natural", "grand_final": "single"}),
        ("double_elimination", {"grand_final": "none", "finals": [5, 3], "best_of": 1}),
        ("round_robin", {"legs": 2}),
        ("round_robin", {"groups": 2, "cut": {"take": 2, "format": "double_elimination"}}),
        ("swiss", {"rounds": 2}),
        ("swiss", {"wins_to_qualify": 2, "losses_to_exit": 2, "rounds": 2, "cut": {"take": 4}}),
        ("lobbies", {"lobby": 4, "rounds": 2, "points": [5, 3, 1]}),
        ("arena", {"draws": True}),
        ("arena", {"cut": {"take": 2}}),
    ],
)
def test_a_script_plays_every_format_to_its_end(format_: str, options: Line) -> None:
    standings, said = drive(create(format_, 8, **options))
    assert standings[0]["entrant"] == 1
    assert sorted(row["entrant"] for row in standings) == list(range(1, 9))
    assert said[-2]["done"]
    assert not said[-2]["open"]


def test_a_swiss_round_is_paired_with_its_proof_or_by_hand() -> None:
    made, paired, undone, by_hand, wrong, early = conversation(
        create("swiss", 5),
        {"do": "pair"},
        {"do": "undo"},
        {"do": "pair", "pairs": [[1, 2], [3, 4]], "bye": 5},
        {"do": "pair", "pairs": [[1, 2]]},
        {"do": "advance"},
    )
    assert made == {"ok": True, "open": [], "done": False}
    assert [match["id"] for match in paired["open"]] == ["S1.1", "S1.2"]
    assert paired["bye"] == 5
    assert paired["cost"] == paired["bound"] == [0, 0, 0, 0]
    assert paired["proof"] == "bound"
    assert undone == {**made, "replayed": []}
    assert [match["sides"] for match in by_hand["open"]] == [[1, 2], [3, 4]]
    assert (wrong["error"], early["error"]) == ("round_open", "stage_over")


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ({"do": "pair", "pairs": [[1, 2], [3, 3]]}, "bad_pairs"),
        ({"do": "pair", "pairs": [[1, 2, 3, 4]]}, "bad_pairs"),
        ({"do": "pair", "pairs": [[1, 2]], "bye": 3}, "bad_pairs"),
        ({"do": "pair", "pairs": {}}, "bad_field"),
        ({"do": "pair", "pairs": [1, 2]}, "bad_field"),
        ({"do": "pair", "pairs": [["1", 2]]}, "bad_field"),
        ({"do": "pair", "pairs": [[1, 2], [3, 4]], "bye": None}, "bad_field"),
        ({"do": "pause", "entrant": 1}, "no_arena"),
        ({"do": "resume", "entrant": 1}, "no_arena"),
        ({"do": "close"}, "no_arena"),
        ({"do": "reinstate", "entrant": 1}, "not_withdrawn"),
        ({"do": "reopen", "match": "S1.1"}, "unknown_match"),
        ({"do": "advance"}, "stage_over"),
    ],
)
def test_a_wrong_line_of_a_swiss_changes_nothing(line: Line, error: str) -> None:
    _, answer, after = conversation(create("swiss", 4), line, {"do": "pair"})
    assert (answer["ok"], answer["error"]) == (False, error)
    assert len(after["open"]) == 2


def test_a_draw_is_a_report_without_a_winner_where_draws_are_allowed() -> None:
    drawn = conversation(
        create("round_robin", 3, draws=True),
        report("R1.1", 0, score=[1, 1]),
        {"do": "standings"},
    )[-1]
    assert sorted(row["points"] for row in drawn["standings"]) == [0, 0.5, 0.5]
    refused = conversation(create("round_robin", 3), report("R1.1", 0))[-1]
    assert refused["error"] == "no_draws"


def test_a_lobby_is_reported_by_its_order_also_when_two_are_in_it() -> None:
    lines = conversation(
        create("lobbies", 5, lobby=3, rounds=1),
        {"do": "pair"},
        {"do": "report", "match": "F1.1", "order": [5, 1]},
        {"do": "report", "match": "F1.1", "order": [5, 4, 1]},
        {"do": "report", "match": "F1.2", "order": [3, 2]},
        {"do": "standings"},
    )
    assert [match["sides"] for match in lines[1]["open"]] == [[1, 4, 5], [2, 3]]
    assert lines[2]["error"] == "bad_order"
    assert lines[4]["done"]
    points = {row["entrant"]: row["points"] for row in lines[5]["standings"]}
    assert points == {5: 15, 3: 15, 4: 12, 2: 12, 1: 10}


def test_an_arena_pairs_pauses_and_rings() -> None:
    lines = conversation(
        create("arena", 3),
        {"do": "pause", "entrant": 3},
        {"do": "pair"},
        report("A1.1", 2),
        {"do": "resume", "entrant": 3},
        {"do": "late_join", "entrant": 4},
        {"do": "pair"},
        {"do": "close"},
        {"do": "pair"},
        {"do": "standings"},
    )
    assert lines[2]["open"] == [{"id": "A1.1", "sides": [1, 2]}]
    assert {match["id"] for match in lines[6]["open"]} == {"A1.2", "A1.3"}
    assert (lines[7]["open"], lines[7]["done"]) == ([], True)
    assert lines[8]["error"] == "stage_over"
    assert [row["points"] for row in lines[9]["standings"]] == [2, 0, 0, 0]


def test_groups_lead_to_play_offs_in_the_order_asked_for() -> None:
    groups = create("round_robin", 4, groups=2, cut={"take": 1})
    lines = conversation(
        groups,
        {"do": "advance"},
        report("R1.1", 4),
        report("R1.2", 3),
        {"do": "pair"},
        {"do": "advance", "order": [3, 4]},
        report("W1.1", 4),
    )
    assert lines[1]["error"] == "round_open"
    assert lines[3] == {"ok": True, "open": [], "done": False}
    assert lines[4]["error"] == "no_rounds"
    assert lines[5]["open"] == [{"id": "W1.1", "sides": [3, 4]}]
    assert lines[6]["done"]


def test_a_match_is_reopened_and_somebody_comes_back() -> None:
    lines = conversation(
        create("double_elimination", 4),
        report("W1.1", 1),
        report("W1.2", 2),
        report("W2.1", 1),
        {"do": "reopen", "match": "W1.1"},
        {"do": "withdraw", "entrant": 3},
        {"do": "reinstate", "entrant": 3},
    )
    assert lines[4]["replayed"] == ["W1.1", "W2.1"]
    assert lines[4]["open"] == [{"id": "W1.1", "sides": [1, 4]}]
    assert lines[6] == {key: lines[4][key] for key in ("ok", "open", "done")}


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"grand_final": "twice"}, "bad_field"),
        ({"drops": "random"}, "bad_field"),
        ({"tiebreaks": ["points"]}, "bad_tiebreaks"),
        ({"cut": {"take": 2, "format": "swiss"}}, "bad_field"),
        ({"rounds": -1}, "bad_field"),
        ({"lobby": 1}, "too_few"),
        ({"points": [1, 2]}, "bad_points"),
    ],
)
def test_an_option_that_cannot_be_played_is_refused_at_once(options: Line, error: str) -> None:
    assert conversation(create("lobbies", 4, **options))[0]["error"] == error
