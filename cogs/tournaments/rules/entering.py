"""A list of entrants that a host brings as a file: what is in it, and line by line what is wrong.

`name, team, seed, club, city`; only the name is needed. Nothing is entered here: the host sees
the rows and the mistakes first.
"""

import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from cogs.tournaments.rules import sheets
from cogs.tournaments.rules.bracket import MOST
from cogs.tournaments.rules.names import LONGEST, clusters, showable, shown_name, tidied
from cogs.tournaments.rules.separation import Label

COLUMNS: Final = ("name", "team", "seed", "club", "city")
LONGEST_LABEL: Final = 60  # characters of a team, a club or a city
_LABELS: Final = ("team", "club", "city")
_DIGITS: Final = 5  # no seed is longer
# What people in France write above their columns, without accents.
_ALSO: Final = MappingProxyType(
    {
        "nom": "name",
        "pseudo": "name",
        "equipe": "team",
        "tete de serie": "seed",
        "ville": "city",
    }
)


class Cause(StrEnum):
    """What is wrong with a line; the value is the key of the text that says so."""

    EMPTY = "tournaments-file-empty"
    NO_NAME_COLUMN = "tournaments-file-no-name-column"
    COLUMN_TWICE = "tournaments-file-column-twice"
    UNREADABLE = "tournaments-file-unreadable"
    TOO_MANY_CELLS = "tournaments-file-too-many-cells"
    TOO_MANY_ROWS = "tournaments-file-too-many-rows"
    NAME_MISSING = "tournaments-file-name-missing"
    NAME_TOO_LONG = "tournaments-file-name-too-long"
    NAME_REFUSED = "tournaments-file-name-refused"
    NAME_TWICE = "tournaments-file-name-twice"
    SEED_NO_NUMBER = "tournaments-file-seed-no-number"
    SEED_TWICE = "tournaments-file-seed-twice"
    LABEL_TOO_LONG = "tournaments-file-label-too-long"
    LABEL_REFUSED = "tournaments-file-label-refused"


@dataclass(frozen=True, slots=True)
class Mistake:
    line: int
    cause: Cause


@dataclass(frozen=True, slots=True)
class Row:
    line: int  # 0 when it comes from no file
    name: str  # as it will be shown
    team: str = ""
    seed: int | None = None
    club: str = ""
    city: str = ""


@dataclass(frozen=True, slots=True)
class Parsed:
    rows: tuple[Row, ...]  # the lines without a mistake, in the order of the file
    errors: tuple[Mistake, ...]  # by line
    ignored: tuple[str, ...] = ()  # columns that mean nothing here, as they were written


@dataclass(slots=True)
class _Reading:
    """What was seen so far, mistakes included."""

    rows: list[Row] = field(default_factory=list)
    errors: list[Mistake] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    seeds: set[int] = field(default_factory=set)


def parsed(text: str, most: int = MOST) -> Parsed:
    """The rows of the file and its mistakes; after `most` rows no further line is read."""
    reading = _Reading()
    ignored: tuple[str, ...] = ()
    lines = sheets.read(text)
    try:
        number, header = next(lines, sheets.Line(1, ()))
        columns = [_column(cell) for cell in header]
        wrong = _wrong_header(columns)
        if wrong:
            return Parsed((), (Mistake(number, wrong),))
        ignored = tuple(
            cell for cell, column in zip(header, columns, strict=True) if cell and not column
        )
        for count, line in enumerate(lines):
            if count == most:
                reading.errors.append(Mistake(line.number, Cause.TOO_MANY_ROWS))
                break
            _read(reading, line, columns)
    except sheets.Unreadable as error:
        reading.errors.append(Mistake(error.number, Cause.UNREADABLE))
    if not (reading.rows or reading.errors):
        reading.errors.append(Mistake(number, Cause.EMPTY))
    return Parsed(tuple(reading.rows), tuple(reading.errors), ignored)


def written(rows: Iterable[Row]) -> str:
    """The same list as a file that `parsed` and any spreadsheet read."""
    cells = ((row.name, row.team, row.seed, row.club, row.city) for row in rows)
    return sheets.written(COLUMNS, cells)


def in_order(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The best seed first, then those without one, in the order of the file."""
    return tuple(sorted(rows, key=lambda row: (row.seed is None, row.seed or 0, row.line)))


def labels_of(row: Row, hard: Collection[str] = ()) -> frozenset[Label]:
    """Whom to keep them apart from; kinds in `hard` as hard keys. Capitals make no difference."""
    given = {"team": row.team, "club": row.club, "city": row.city}
    return frozenset(
        Label(kind, _alike(value), kind in hard) for kind, value in given.items() if value
    )


def _column(cell: str) -> str:
    """The column that is meant, "" for one that means nothing here."""
    loose = unicodedata.normalize("NFKD", cell.casefold())
    word = " ".join("".join(x for x in loose if not unicodedata.combining(x)).split())
    word = _ALSO.get(word, word)
    return word if word in COLUMNS else ""


def _wrong_header(columns: Sequence[str]) -> Cause | None:
    if not columns:
        return Cause.EMPTY
    if "name" not in columns:
        return Cause.NO_NAME_COLUMN
    known = [column for column in columns if column]
    return Cause.COLUMN_TWICE if len(known) > len(set(known)) else None


def _read(reading: _Reading, line: sheets.Line, columns: Sequence[str]) -> None:
    """One line: a row, or all that is wrong with it."""
    cells = dict.fromkeys(COLUMNS, "") | dict(zip(columns, line.cells, strict=False))
    name, team, club, city = (tidied(cells[column]) for column in ("name", *_LABELS))
    seed = int(cells["seed"]) if _is_seed(cells["seed"]) else None
    causes = [Cause.TOO_MANY_CELLS] if any(line.cells[len(columns) :]) else []
    causes += _wrong_name(name, reading.names)
    causes += _wrong_seed(cells["seed"], seed, reading.seeds)
    causes += dict.fromkeys(cause for label in (team, club, city) for cause in _wrong_label(label))
    reading.errors += (Mistake(line.number, cause) for cause in causes)
    reading.names.add(_alike(name))
    if seed:
        reading.seeds.add(seed)
    if not causes:
        reading.rows.append(Row(line.number, name, team, seed, club, city))


def _wrong_name(name: str, taken: Collection[str]) -> list[Cause]:
    if not name:
        return [Cause.NAME_MISSING]
    if len(clusters(name)) > LONGEST:
        return [Cause.NAME_TOO_LONG]
    if shown_name(name) != name:
        return [Cause.NAME_REFUSED]
    return [Cause.NAME_TWICE] if _alike(name) in taken else []


def _wrong_seed(cell: str, seed: int | None, taken: Collection[int]) -> list[Cause]:
    if cell and seed is None:
        return [Cause.SEED_NO_NUMBER]
    return [Cause.SEED_TWICE] if seed in taken else []


def _wrong_label(label: str) -> list[Cause]:
    if len(clusters(label)) > LONGEST_LABEL:
        return [Cause.LABEL_TOO_LONG]
    return [Cause.LABEL_REFUSED] if label and not showable(label) else []


def _is_seed(cell: str) -> bool:
    return cell.isascii() and cell.isdigit() and len(cell) <= _DIGITS and int(cell) > 0


def _alike(text: str) -> str:
    """Two texts that a reader would take for one have the same."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
