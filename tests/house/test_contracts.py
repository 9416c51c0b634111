"""Each import contract has been seen to catch a planted violation."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("cogs", "config", "core", "platforms", "prompts", "sandbox", "storage", "tests")

# One fault for each contract: the file it is planted in, and the line.
FAULTS = {
    "The floors of the house": ("core/clock.py", "import storage.timers"),
    "Calls go down: a feature knows only those below it": (
        "cogs/people/service.py",
        "import cogs.consent.service",
    ),
    "The rooms of a feature": ("cogs/people/store.py", "import cogs.people.discord_face"),
    "No circles inside a feature": ("cogs/tournaments/rules/__init__.py", ""),
    "Rules and the core need nothing but Python": ("core/news.py", "import asyncio"),
    "Only faces and platforms know a platform": ("storage/outbox.py", "import discord"),
    "The sandbox is a stranger to the house and to its clients": (
        "sandbox/__init__.py",
        "import config",
    ),
    "Services open transactions, stores speak in them": (
        "cogs/tournaments/discord_face.py",
        "import storage.database",
    ),
    "A store opens to its service only": (
        "cogs/tournaments/wiring.py",
        "import cogs.tournaments.store",
    ),
    "Only tables, stores and the storage speak SQL": (
        "cogs/people/wiring.py",
        "import sqlalchemy",
    ),
    "Only the storage knows the drivers": ("platforms/alarm.py", "import sqlite3"),
    "Signals keeps nothing and tells nobody": ("cogs/signals/service.py", "import logging"),
    "Only the classifier loads a model": ("cogs/signals/service.py", "import onnxruntime"),
    "Only the alarm knows the scheduler": ("cogs/people/wiring.py", "import apscheduler"),
}


def _lint(root: Path) -> str:
    answer = subprocess.run(  # noqa: S603 - our own tool, on our own copy
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    return answer.stdout + answer.stderr


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for room in ROOMS:
        ignore = shutil.ignore_patterns("__pycache__", "*.gz", "*.onnx", "*.toml", "*.ttf")
        shutil.copytree(ROOT / room, tmp_path / room, ignore=ignore)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.long
@pytest.mark.parametrize("contract", FAULTS)
def test_a_planted_fault_is_caught(contract: str, copy: Path) -> None:
    file, line = FAULTS[contract]
    if contract == "No circles inside a feature":
        rules = copy / "cogs/tournaments/rules"
        one, other = sorted(path.stem for path in rules.glob("[a-z]*.py"))[:2]
        for here, there in ((one, other), (other, one)):
            path = rules / f"{here}.py"
            path.write_text(f"{path.read_text()}\nimport cogs.tournaments.rules.{there}\n")
    else:
        path = copy / file
        if not path.exists():  # the room has become a folder
            path = copy / file.removesuffix(".py") / "__init__.py"
        path.write_text(f"{path.read_text()}\n{line}\n")
    assert f"{contract} BROKEN" in _lint(copy)


def test_the_house_keeps_every_contract() -> None:
    assert "0 broken" in _lint(ROOT)


def test_every_contract_has_its_fault() -> None:
    declared = (ROOT / "pyproject.toml").read_text("utf-8")
    assert all(f'name = "{contract}"' in declared for contract in FAULTS)
    assert declared.count("[[tool.importlinter.contracts]]") == len(FAULTS)
