"""No dead button: every verb is drawn somewhere, and whatever is drawn has somebody to answer."""

import ast
from collections.abc import Iterator
from pathlib import Path

from cogs.house import House
from platforms.discord_client.pressing import MOST

ROOT = Path(__file__).parents[2]
DRAWN = {"Choice", "Form"}  # whose first word is a whole verb
ROOM = 60  # characters of an id for what its verb is about


def named(feature: Path) -> Iterator[str]:
    """Every word of a feature, but the keys of the lists that say who answers."""
    for path in feature.rglob("*.py"):
        yield from _words(ast.parse(path.read_text("utf-8")))


def _words(tree: ast.AST) -> Iterator[str]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Dict):
            yield from (word for value in node.values for word in _words_of(value))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        else:
            yield from _words(node)


def _words_of(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    else:
        yield from _words(node)


def drawn() -> Iterator[tuple[str, str]]:
    """Where a verb is drawn by its name: `button("join", …)`, `Choice("challenges.look", …)`."""
    for path in sorted((ROOT / "cogs").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Name(id=called), args=[ast.Constant(value=str(verb)), *_]
                ) if verb:
                    if called in DRAWN:
                        yield str(path.relative_to(ROOT)), verb
                    elif called == "button":
                        feature = path.relative_to(ROOT / "cogs").parts[0]
                        yield str(path.relative_to(ROOT)), f"{feature}.{verb}"


async def test_whatever_is_drawn_has_somebody_to_answer(house: House) -> None:
    found = list(drawn())
    assert len(found) > len(house.presses) / 2
    assert [(path, verb) for path, verb in found if verb not in house.presses] == []


async def test_every_verb_is_drawn_somewhere(house: House) -> None:
    words = {
        feature.name: set(named(feature))
        for feature in (ROOT / "cogs").iterdir()
        if feature.is_dir()
    }
    everywhere = set[str]().union(*words.values())
    dead = [
        verb
        for verb in house.presses
        if verb not in everywhere and verb.partition(".")[2] not in words[verb.partition(".")[0]]
    ]
    assert dead == []


async def test_a_verb_leaves_room_for_what_it_is_about(house: House) -> None:
    assert max(map(len, house.presses)) <= MOST - ROOM
