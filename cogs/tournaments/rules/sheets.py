"""Tables as text, as spreadsheets read and write them; no cell is ever taken for a formula."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

# A spreadsheet runs a cell that begins like this; those that look guarded already are guarded
# once more, so that whatever was written is what is read.
_FORMULA: Final = re.compile(r"'*[=+\-@\t]")
_DELIMITERS: Final = ",;\t"  # a French spreadsheet separates by semicolons
_BREAKS: Final = re.compile(r"[\r\n]+")


class Line(NamedTuple):
    number: int  # in the file, from 1; of its first line when a cell goes over several
    cells: tuple[str, ...]


class Unreadable(ValueError):
    """A quotation mark without its other half, or something after it. Argument: the line."""

    def __init__(self, number: int) -> None:
        super().__init__(f"line {number} is no line of a table")
        self.number = number


def guarded(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def bare(cell: str) -> str:
    """What `guarded` was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def written(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Comma, header, no empty line; None is an empty cell, and a line break in a cell a space."""
    page = io.StringIO()
    writer = csv.writer(page)
    writer.writerow(header)
    for row in rows:
        cells = ("" if cell is None else str(cell) for cell in row)
        writer.writerow([guarded(_BREAKS.sub(" ", cell)) for cell in cells])
    return page.getvalue()


def decoded(content: bytes) -> str:
    """The text of a file, whichever way a spreadsheet saved it."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def read(text: str) -> Iterator[Line]:
    """The lines that hold anything; in a cell, one space where there were several, or a break.

    Raises `Unreadable` at the line after which nothing can be read.
    """
    page = io.StringIO(text.removeprefix("\ufeff"), newline="")
    reader = csv.reader(page, delimiter=_delimiter(page), skipinitialspace=True, strict=True)
    number = 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise Unreadable(number) from error
        if cells is None:
            return
        line = Line(number, tuple(" ".join(bare(cell.strip(" ")).split()) for cell in cells))
        number = reader.line_num + 1
        if any(line.cells):
            yield line


def _delimiter(page: io.StringIO) -> str:
    """The mark that the first line with anything in it has most of."""
    first = next((line for line in page if line.strip()), "")
    page.seek(0)
    return max(_DELIMITERS, key=first.count)
