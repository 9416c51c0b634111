"""What a service promises is written where it is promised."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

COGS = Path(__file__).parents[2] / "cogs"
SERVICES = sorted([*COGS.glob("*/service.py"), *COGS.glob("*/service/*.py")])


def silent(source: str) -> Iterator[str]:
    """Public methods that ask or change the database (they are awaited) and say nothing of it."""
    for owner in ast.parse(source).body:
        if isinstance(owner, ast.ClassDef) and not owner.name.startswith("_"):
            acts = [each for each in owner.body if isinstance(each, ast.AsyncFunctionDef)]
            names = [act.name for act in acts if not ast.get_docstring(act)]
            yield from (f"{owner.name}.{name}" for name in names if not name.startswith("_"))


@pytest.mark.parametrize("path", SERVICES, ids=lambda path: str(path.relative_to(COGS)))
def test_what_people_may_do_is_told(path: Path) -> None:
    assert list(silent(path.read_text("utf-8"))) == []


def test_the_net_sees_a_silent_method() -> None:
    assert list(silent("class Clubs:\n    async def found(self): ...")) == ["Clubs.found"]
    assert not list(silent('class Clubs:\n    async def found(self):\n        """Found one."""'))
