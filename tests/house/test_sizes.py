"""A file fits in one sitting, and `main` says the same thing everywhere."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("cogs", "config", "core", "platforms", "prompts", "sandbox", "storage", "tests")
FILES = [path for room in ROOMS for path in (ROOT / room).rglob("*.py")]
MOST = 300


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_room_that_outgrows_its_file_becomes_a_folder(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MOST


def test_the_front_door_stays_a_door() -> None:
    assert len((ROOT / "bot.py").read_text("utf-8").splitlines()) <= 80
