"""A list that a host brings as a file: read whole, or line by line what is wrong with it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cogs.tournaments.rules import sheets
from cogs.tournaments.rules.entering import (
    LONGEST_LABEL,
    Cause,
    Mistake,
    Parsed,
    Row,
    in_order,
    labels_of,
    parsed,
    written,
)
from cogs.tournaments.rules.names import LONGEST
from cogs.tournaments.rules.separation import Label, spread

NO_SEEDS = ("0", "-1", "1.5", "1e3", "²", "٣", "9" * 6, "9" * 5000)
CELLS = st.text(st.sampled_from("'=+-@\t ab,;\"é"), max_size=6)
WORDS = st.text(st.sampled_from("abé-'=+@,;\" "), min_size=1, max_size=8).map(
    lambda text: " ".join(text.split())
)
ROWS = st.lists(
    st.builds(Row, st.just(0), WORDS.filter(bool), WORDS, st.none(), WORDS, WORDS),
    unique_by=lambda row: row.name.casefold(),
    min_size=1,
    max_size=8,
)


def causes(text: str, most: int = 100) -> list[tuple[int, Cause]]:
    return [(one.line, one.cause) for one in parsed(text, most).errors]


def test_only_the_name_is_needed() -> None:
    assert parsed("name\nNova\nZed\n") == Parsed((Row(2, "Nova"), Row(3, "Zed")), ())


def test_every_column_is_read_in_whatever_order_it_stands() -> None:
    found = parsed("city,seed,name,club,team\nLille,2,Nova,Les Ondes,Nord\n,,Zed,,\n")
    assert found.rows == (Row(2, "Nova", "Nord", 2, "Les Ondes", "Lille"), Row(3, "Zed"))
    assert found.errors == ()


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffname,club\r\nZoé,Ondes\r\nMax,\r\n",
        "Nom;Club\r\nZoé;Ondes\r\nMax;\r\n",
        "NAME\tClub\nZoé\tOndes\nMax\n",
        " pseudo , club\rZoé, Ondes\rMax\r",
        "\n\nnom;club\nZoé;Ondes\nMax;\n",
        'name;club\n"Zoé";"Ondes"\n;\nMax;;;\n',
    ],
)
def test_files_of_any_spreadsheet_say_the_same(text: str) -> None:
    found = parsed(text)
    assert [(row.name, row.club) for row in found.rows] == [("Zoé", "Ondes"), ("Max", "")]
    assert found.errors == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_is_read_whichever_way_it_was_saved(encoding: str) -> None:
    assert sheets.decoded("nom;club\nZoé;Été\n".encode(encoding)) == "nom;club\nZoé;Été\n"


def test_french_titles_are_understood_and_unknown_ones_are_named() -> None:
    found = parsed("Tête de série;Pseudo;Équipe;Ville;Âge;\n1;Zoé;Nord;Lille;17;\n")
    assert found.rows == (Row(2, "Zoé", "Nord", 1, "", "Lille"),)
    assert found.ignored == ("Âge",)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [(1, Cause.EMPTY)]),
        ("\n \n", [(1, Cause.EMPTY)]),
        ("name,club\n,\n", [(1, Cause.EMPTY)]),
        ("Nova\nZed\n", [(1, Cause.NO_NAME_COLUMN)]),
        ("\n\nteam\nZed\n", [(3, Cause.NO_NAME_COLUMN)]),
        ("name,nom\nZed,Zed\n", [(1, Cause.COLUMN_TWICE)]),
        ('name\nNova\n"Zed\nKim\n', [(3, Cause.UNREADABLE)]),
        ('name\n"Zed"y\nKim\n', [(2, Cause.UNREADABLE)]),
        ('"name\n', [(1, Cause.UNREADABLE)]),
        ("name,club\nNova,Ondes,Lille\n", [(2, Cause.TOO_MANY_CELLS)]),
        ("name,club\n,Ondes\n", [(2, Cause.NAME_MISSING)]),
        ("name,club\n\u200b,Ondes\n", [(2, Cause.NAME_MISSING)]),
        (f"name\n{'é' * LONGEST}\n{'é' * (LONGEST + 1)}\n", [(3, Cause.NAME_TOO_LONG)]),
        ("name\nwww.nova\n", [(2, Cause.NAME_REFUSED)]),
        ("name\nNova\n\nZed\nnova\n", [(5, Cause.NAME_TWICE)]),
        ("name\nNova\nNo\u200bva\n", [(3, Cause.NAME_TWICE)]),
        ("name,seed\nNova,first\n", [(2, Cause.SEED_NO_NUMBER)]),
        *((f"name,seed\nNova,{seed}\n", [(2, Cause.SEED_NO_NUMBER)]) for seed in NO_SEEDS),
        ("name,seed\nNova,1\nZed,2\nKim,01\n", [(4, Cause.SEED_TWICE)]),
        (f"name,club\nA,{'x' * LONGEST_LABEL}\nB,{'x' * 61}\n", [(3, Cause.LABEL_TOO_LONG)]),
        ("name,club,city\nNova,www.nova,www.zed\n", [(2, Cause.LABEL_REFUSED)]),
        ("name,seed\n,x\n", [(2, Cause.NAME_MISSING), (2, Cause.SEED_NO_NUMBER)]),
    ],
)
def test_a_mistake_is_told_by_its_line(text: str, found: list[tuple[int, Cause]]) -> None:
    assert causes(text) == found


def test_the_other_lines_are_there_to_look_at() -> None:
    found = parsed("name,seed\nNova,1\nZed,x\nKim,2\n")
    assert [row.name for row in found.rows] == ["Nova", "Kim"]
    assert found.errors == (Mistake(3, Cause.SEED_NO_NUMBER),)


def test_a_line_is_counted_where_it_begins() -> None:
    found = parsed('name,club\n"Nova","Les\nOndes"\n\nZed,\nNova,\n')
    assert [(row.line, row.name, row.club) for row in found.rows] == [
        (2, "Nova", "Les Ondes"),
        (5, "Zed", ""),
    ]
    assert found.errors == (Mistake(6, Cause.NAME_TWICE),)


def test_a_list_that_is_too_long_is_cut_and_says_so() -> None:
    text = "name\n" + "".join(f"p{number}\n" for number in range(5)) + "www.nova\n"
    assert causes(text, most=6) == [(7, Cause.NAME_REFUSED)]
    assert causes(text, most=5) == [(7, Cause.TOO_MANY_ROWS)]
    assert causes(text, most=3) == [(5, Cause.TOO_MANY_ROWS)]
    assert len(parsed(text, most=3).rows) == 3


@settings(max_examples=200)
@given(CELLS)
def test_no_cell_is_a_formula_and_each_comes_back_as_it_was(cell: str) -> None:
    safe = sheets.guarded(cell)
    assert not safe.startswith(("=", "+", "-", "@", "\t"))
    assert sheets.bare(safe) == cell
    assert safe == cell or cell.lstrip("'").startswith(("=", "+", "-", "@", "\t"))


def test_a_formula_in_a_name_is_written_as_text_and_read_as_it_was() -> None:
    text = written([Row(2, "=1+1", club="@Ondes")])
    assert text == "name,team,seed,club,city\r\n'=1+1,,,'@Ondes,\r\n"
    assert parsed(text).rows == (Row(2, "=1+1", club="@Ondes"),)


def test_a_table_has_no_empty_line() -> None:
    text = sheets.written(("a", "b"), [("x\r\n\ny", None), (1, "")])
    assert text == "a,b\r\nx y,\r\n1,\r\n"


@settings(max_examples=100)
@given(ROWS)
def test_a_list_that_is_written_and_read_is_the_same_list(rows: list[Row]) -> None:
    numbered = [
        Row(line, row.name, row.team, line - 1, row.club, row.city)
        for line, row in enumerate(rows, start=2)
    ]
    assert parsed(written(numbered)) == Parsed(tuple(numbered), ())


@settings(max_examples=200)
@given(st.text(max_size=60).map(lambda text: f"name,seed\n{text}"))
def test_no_text_is_too_strange_to_be_read(text: str) -> None:
    found = parsed(text)
    assert found.rows or found.errors
    lines = [one.line for one in found.errors]
    assert lines == sorted(lines)
    assert all(1 <= line <= text.count("\n") + text.count("\r") + 1 for line in lines)
    assert not {row.line for row in found.rows} & set(lines)


def test_seeds_come_first_and_then_the_order_of_the_file() -> None:
    rows = parsed("name,seed\nKim,\nZed,9\nNova,2\nMax,\n").rows
    assert [row.name for row in in_order(rows)] == ["Nova", "Zed", "Kim", "Max"]


def test_a_club_is_the_same_however_it_is_typed_and_keeps_people_apart() -> None:
    rows = parsed("name,club\nA,Les Ondes\nB,\nC,\nD,LES  ONDES\n").rows
    labels = dict(enumerate((labels_of(row, hard={"club"}) for row in rows), start=1))
    assert labels[1] == labels[4] == {Label("club", "les ondes", hard=True)}
    assert labels[2] == frozenset()
    assert spread(range(1, 5), labels, tiers=None).broken == ()
