"""Each kind of timer that is armed has a bell, and each bell somebody who arms it."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CODE = sorted((ROOT / "cogs").rglob("*.py"))
KIND = re.compile(r"[a-z]+\.[a-z_]+")


def constants(tree: ast.AST) -> dict[str, str]:
    """Module constants that hold a kind: `NO_SHOW = "tournaments.no_show"`."""
    return {
        target.id: node.value.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign | ast.AnnAssign)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
        and KIND.fullmatch(node.value.value)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }


TREES = [ast.parse(path.read_text("utf-8")) for path in CODE]
NAMES = {name: kind for tree in TREES for name, kind in constants(tree).items()}


def kind_of(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    name = node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
    return NAMES.get(name, "")


def armed(tree: ast.AST) -> set[str]:
    return {
        kind_of(node.args[0])
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Timer" and node.args
    }


def hung(tree: ast.AST) -> set[str]:
    """Kinds of `house.bells[...] = ring` and `house.bells |= {kind: ring}`."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript) and getattr(node.value, "attr", "") == "bells":
            found.add(kind_of(node.slice))
        if isinstance(node, ast.AugAssign) and getattr(node.target, "attr", "") == "bells":
            keys = node.value.keys if isinstance(node.value, ast.Dict) else []
            found |= {kind_of(key) for key in keys if key is not None}
        if (
            isinstance(node, ast.Call)
            and getattr(node.func, "attr", "") == "update"
            and getattr(getattr(node.func, "value", None), "attr", "") == "bells"
        ):
            found |= {kind_of(k) for k in getattr(node.args[0], "keys", []) if k is not None}
    return found


def test_every_timer_has_a_bell_and_every_bell_a_timer() -> None:
    timers = set[str]().union(*map(armed, TREES))
    bells = set[str]().union(*map(hung, TREES))
    assert timers == bells
    assert bells


@pytest.mark.parametrize("line", ["house.bells['a.b'] = ring", "house.bells |= {'a.b': ring}"])
def test_the_net_sees_a_bell(line: str) -> None:
    assert hung(ast.parse(line)) == {"a.b"}
