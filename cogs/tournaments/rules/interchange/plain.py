"""JSON read without surprises: typed fields, and every mistake noted instead of the first."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from cogs.tournaments.rules.fields import Fields, Problem
from cogs.tournaments.rules.interchange.reasons import BadFile, Cause, Reason

HIGHEST: Final = 1_000_000
DEEPEST: Final = 8  # lists and objects within each other; ours have five
ENOUGH: Final = 100  # mistakes of one list; whoever mends these may have mended them all


def compact(value: object) -> str:
    """The same value is the same text, on one line, any letter as it is written."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def loaded(text: str) -> Mapping[str, Any]:
    """The object that the text holds. Raises `BadFile`."""
    try:
        found = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError) as wrong:
        line = getattr(wrong, "lineno", 1)
        raise BadFile([Reason(f"{line}", Cause.NOT_JSON)]) from wrong
    if not isinstance(found, dict) or not _shallow(found, DEEPEST):
        raise BadFile([Reason("1", Cause.NOT_JSON)])
    return found


class Table:
    """The rows of a list in the file, each as fields that note what is wrong with them."""

    def __init__(
        self, data: Mapping[str, Any], name: str, most: int, *, needed: bool = True
    ) -> None:
        self.problems: list[Problem] = []
        self._name = name
        found = data.get(name, None if needed else [])
        if not isinstance(found, list) or len(found) > most:
            self.problems.append(Problem(name, f"[… ≤ {most}]"))
            found = []
        self._rows: Sequence[object] = found

    def __iter__(self) -> Iterator[tuple[str, Fields]]:
        for number, row in enumerate(self._rows):
            if len(self.problems) >= ENOUGH:
                return
            where = f"{self._name}[{number}]"
            if isinstance(row, dict):
                yield where, Fields(row, self.problems, f"{where}.")
            else:
                self.problems.append(Problem(where, "{…}"))

    @property
    def reasons(self) -> list[Reason]:
        return shapes(self.problems)


def shapes(problems: Sequence[Problem]) -> list[Reason]:
    return [Reason(each.key, Cause.SHAPE, each.expected) for each in problems]


def _no_number(constant: str) -> object:
    raise ValueError(f"{constant} is no number")


def _shallow(value: object, left: int) -> bool:
    """Whether nothing lies deeper than it may: what comes after does not have to look again."""
    if not isinstance(value, dict | list):
        return True
    inner = value.values() if isinstance(value, dict) else value
    return left > 0 and all(_shallow(each, left - 1) for each in inner)
