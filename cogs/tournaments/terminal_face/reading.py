"""A line for the engine, read field by field: what is wrong with it is said in a word."""

import json
from collections.abc import Mapping, Sequence
from typing import Final

from cogs.tournaments.rules.board import Score
from cogs.tournaments.rules.bracket import MatchId

HIGHEST: Final = 10_000  # games of a score
LONGEST: Final = 200  # characters of a name

Line = Mapping[str, object]


class Wrong(Exception):
    """A line that asks for nothing we know: `error` is the word for it, the text says where."""

    def __init__(self, error: str, message: str) -> None:
        super().__init__(message)
        self.error = error


def said(line: str) -> Line:
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError) as problem:
        raise Wrong("bad_line", f"not JSON: {problem}") from problem
    if not isinstance(asked, dict):
        raise Wrong("bad_line", "a line is one JSON object")
    return asked


def number(asked: Line, name: str) -> int:
    value = asked.get(name)
    if not whole(value):
        raise Wrong("bad_field", f"{name} is a whole number")
    return value  # type: ignore[return-value]  # whole has looked


def numbers(asked: Line, name: str) -> tuple[int, ...]:
    value = asked.get(name, [])
    if not isinstance(value, list) or not all(map(whole, value)):
        raise Wrong("bad_field", f"{name} is a list of whole numbers")
    return tuple(value)


def match(asked: Line) -> MatchId:
    value = asked.get("match")
    if not isinstance(value, str):
        raise Wrong("bad_field", 'match is an id such as "W1.2"')
    return MatchId(value)


def score(asked: Line, *, winner_first: bool) -> Score | None:
    """The games of each side. Whichever way round they were written, the winner has more."""
    value = asked.get("score")
    if value is None:
        return None
    if not isinstance(value, Sequence) or len(value) != len(("one", "other")):
        raise Wrong("bad_field", "score is two whole numbers")
    one, other = value
    if not (whole(one) and whole(other)):
        raise Wrong("bad_field", "score is two whole numbers")
    low, high = sorted((one, other))
    return (high, low) if winner_first else (low, high)


def whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= HIGHEST


def text(asked: Line, name: str) -> str:
    """Some words; nothing where there are none."""
    value = asked.get(name, "")
    if not isinstance(value, str) or len(value) > LONGEST:
        raise Wrong("bad_field", f"{name} is a text of {LONGEST} characters at most")
    return value


def texts(asked: Line, name: str) -> tuple[str, ...]:
    value = asked.get(name, [])
    if not isinstance(value, list):
        raise Wrong("bad_field", f"{name} is a list of texts")
    return tuple(text({name: each}, name) for each in value)
