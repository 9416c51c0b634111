"""Buttons mean what their id says: only the platform builds what discord.py would remember."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FACES = sorted((ROOT / "cogs").rglob("*.py"))
REMEMBERED = {"View", "LayoutView", "Modal", "DynamicItem", "Button", "Select", "button", "select"}


def built(source: str) -> set[str]:
    """Names from `discord.ui` that a file uses."""
    return {
        node.attr
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Attribute)
        and node.attr in REMEMBERED
        and isinstance(node.value, ast.Attribute | ast.Name)
        and (getattr(node.value, "attr", "") or getattr(node.value, "id", "")) == "ui"
    } | {
        alias.name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ImportFrom) and node.module == "discord.ui"
        for alias in node.names
    }


@pytest.mark.parametrize("path", FACES, ids=lambda path: str(path.relative_to(ROOT)))
def test_features_draw_cards_and_no_views(path: Path) -> None:
    assert not built(path.read_text("utf-8"))


@pytest.mark.parametrize(
    "slip", ["discord.ui.View(timeout=None)", "from discord.ui import Modal", "ui.Button()"]
)
def test_the_net_holds(slip: str) -> None:
    assert built(slip)
