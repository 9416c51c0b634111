"""Matches and standings as tables: any spreadsheet reads them, and runs nothing in them."""

import csv

from cogs.tournaments.rules import commands
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.interchange import tables_csv
from cogs.tournaments.rules.moves import begin
from cogs.tournaments.rules.setup import Format, Setup
from cogs.tournaments.rules.state import State
from tests.tournaments.players import played, told

NAMES = {1: "=SUM(A1)", 2: "Zoé, la vraie", 3: "@lex", 4: ""}


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(text.splitlines()))


def test_every_match_has_a_line_and_no_name_is_run_as_a_formula() -> None:
    state = told(begin(Setup(4, best_of=3)), commands.Rule(MatchId("W1.1"), 1, (2, 1)))
    header, *lines = rows(tables_csv.matches(state, NAMES))
    assert header == [*tables_csv.MATCHES, "side_1", "side_2"]
    assert lines[0] == ["W1.1", "settled", "ruled", "'=SUM(A1)", "2", "1", "'=SUM(A1)", "#4"]
    assert lines[1][6:] == ["Zoé, la vraie", "'@lex"]
    assert lines[2] == ["W2.1", "waiting", "", "", "", "", "'=SUM(A1)", ""]
    assert all(any(line) for line in lines)


def test_a_lobby_lists_its_players_the_best_first() -> None:
    state = played(begin(Setup(4, Format.LOBBIES, lobby=4, rounds=1)), lambda _, b: b)
    header, line = rows(tables_csv.matches(state, NAMES))
    assert header[6:] == ["side_1", "side_2", "side_3", "side_4"]
    assert line[6:] == ["#4", "'@lex", "Zoé, la vraie", "'=SUM(A1)"]


def test_standings_show_points_as_people_write_them() -> None:
    state: State = begin(Setup(3, Format.ROUND_ROBIN, draws=True))
    for match in state.open:
        state = told(state, commands.Rule(match.id, 0))
    header, *lines = rows(tables_csv.standings(state, NAMES))
    assert header[: len(tables_csv.STANDINGS)] == list(tables_csv.STANDINGS)
    assert [line[header.index("points")] for line in lines] == ["1", "1", "1"]
    assert len(lines) == state.count
