"""Every knob has a default, a unit and a reason, and code and page name the same knobs."""

import re
import tomllib
from pathlib import Path

import pytest

from config.settings import DEFAULTS, Settings

ROOT = Path(__file__).parents[2]
CODE = "".join(
    path.read_text("utf-8")
    for room in ("cogs", "core", "platforms", "storage")
    for path in (ROOT / room).rglob("*.py")
)
LINES = DEFAULTS.read_text("utf-8").splitlines()
KNOBS = [line for line in LINES if re.match(r"[a-z_0-9]+ = ", line)]


def test_code_and_page_name_the_same_knobs() -> None:
    page = {name: set(values) for name, values in tomllib.loads("\n".join(LINES)).items()}
    code = {
        name: set(field.annotation.model_fields)  # type: ignore[union-attr]
        for name, field in Settings.model_fields.items()
    }
    assert page == code


@pytest.mark.parametrize("line", KNOBS, ids=lambda line: line.partition(" ")[0])
def test_every_knob_says_what_it_is_and_why(line: str) -> None:
    assert len(line.partition("#")[2].split()) >= 4


@pytest.mark.parametrize("line", KNOBS, ids=lambda line: line.partition(" ")[0])
def test_every_knob_turns_something(line: str) -> None:
    assert re.search(rf"\.{line.partition(' ')[0]}\b", CODE)
