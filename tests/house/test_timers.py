"""Each kind of timer that is armed has a bell, and each bell somebody who arms it."""

import ast
import re
from pathlib import Path

from cogs.house import House

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


async def test_every_timer_has_a_bell_and_every_bell_a_timer(house: House) -> None:
    timers = set[str]().union(*map(armed, TREES))
    assert timers == set(house.bells)


def test_the_net_sees_who_arms() -> None:
    assert armed(ast.parse("arm(tx, Timer('a.b', key, due))")) == {"a.b"}
