"""Things have names of their own: a name that fits everything says nothing."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from cogs import FEATURES

ROOT = Path(__file__).parents[2]
ROOMS = ("benchmarks", "cogs", "config", "core", "platforms", "prompts", "sandbox", "storage")
CODE = [ROOT / "bot.py", *(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))]
EMPTY = {"manager", "helper", "util", "common", "misc", "handle", "handler", "process"}
EMPTY |= {f"{word}s" for word in EMPTY} | {"processor"}

# Names that are not ours to choose, and one that means what it says.
GIVEN = {
    ("core/people.py", "Handle"),  # the word platforms have for an account's public name
    ("sandbox/stories/browser.py", "handle_starttag"),  # html.parser asks for it
    ("sandbox/stories/browser.py", "handle_endtag"),
    ("sandbox/stories/browser.py", "handle_data"),
    ("storage/schema.py", "process_bind_param"),  # SQLAlchemy asks for it
    ("storage/schema.py", "process_result_value"),
}
PLURAL_IN_SENSE = {"people", "mediation", "consent"}  # a crowd, and two things that people give

NAMED = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def words(name: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}


def empty_names(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, NAMED) and words(node.name) & EMPTY:
            yield node.name


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_name_fits_everything(path: Path) -> None:
    here = str(path.relative_to(ROOT))
    assert not words(here.removesuffix(".py")) & EMPTY
    assert {(here, name) for name in empty_names(path.read_text("utf-8"))} <= GIVEN


def test_features_are_plural() -> None:
    assert {name for name in FEATURES if not name.endswith("s")} <= PLURAL_IN_SENSE


@pytest.mark.parametrize(
    "slip",
    [
        "class MatchManager: ...",
        "def handle_click(): ...",
        "async def _misc(): ...",
        "class Utils: ...",
    ],
)
def test_the_net_sees_an_empty_name(slip: str) -> None:
    assert list(empty_names(slip))


def test_the_net_lets_a_good_name_through() -> None:
    assert not list(empty_names("def uncommon_handful(): ...\nclass Processing: ..."))
