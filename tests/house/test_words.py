"""People's words enter by three doors, and one hand makes a `ConsentedText`."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CODE = sorted(
    path
    for room in ("cogs", "platforms", "core", "storage")
    for path in (ROOT / room).rglob("*.py")
    if "training" not in path.parts
)
# What holds somebody's words on a platform's objects, and what would fetch them.
WORDS = {"content", "clean_content", "system_content", "raw_mentions", "resolved_content"}
WORDS |= {"message_snapshots", "cached_message", "history", "fetch_message"}
READERS = {
    "cogs/signals/discord_face",
    "cogs/mediation/discord_face",
    "cogs/mediation/twitch_face",
}
MINT_HOLDERS = {"cogs/consent/service", "cogs/consent/rules"}


def reads(source: str) -> list[int]:
    """Lines that look at a message's words."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if (isinstance(node, ast.Attribute) and node.attr in WORDS)
        or (isinstance(node, ast.Subscript) and _is_word(node.slice))
        or (
            isinstance(node, ast.Call)
            and getattr(node.func, "attr", getattr(node.func, "id", ""))
            in {"getattr", "attrgetter", "get", "pop"}
            and any(_is_word(argument) for argument in node.args)
        )
    ]


def _is_word(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value in WORDS


def mints(source: str) -> list[int]:
    """Lines that make a `ConsentedText`, or reach for what makes one."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if (isinstance(node, ast.Call) and _named(node.func, "ConsentedText"))
        or (isinstance(node, ast.Name | ast.Attribute) and _named(node, "MINT"))
        or (isinstance(node, ast.alias) and node.name in {"MINT", "_Mint"})
        or (isinstance(node, ast.Call) and _named(node.func, "replace") and _consented(node))
    ]


def _named(node: ast.AST, name: str) -> bool:
    return getattr(node, "attr", getattr(node, "id", "")) == name


def _consented(node: ast.Call) -> bool:
    """`dataclasses.replace(text, words=...)` would make one out of another."""
    return any(keyword.arg == "words" for keyword in node.keywords)


def room(path: Path) -> str:
    """`cogs/signals/discord_face`, whether it is a file or a folder."""
    return "/".join(path.relative_to(ROOT).with_suffix("").parts[:3])


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_only_three_faces_look_at_words(path: Path) -> None:
    if room(path) not in READERS:
        assert reads(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_only_the_consent_service_makes_a_consented_text(path: Path) -> None:
    if room(path) not in MINT_HOLDERS:
        assert mints(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "slip",
    [
        "words = message.content",
        "words = message.clean_content",
        "words = payload.cached_message",
        "words = payload.data['content']",
        "words = payload.data.get('content')",
        "words = getattr(message, 'content')",
        "async def f():\n    async for old in channel.history(): pass",
        "word = operator.attrgetter('content')",
    ],
)
def test_the_net_sees_who_looks(slip: str) -> None:
    assert reads(slip)


@pytest.mark.parametrize(
    "slip",
    [
        "ConsentedText(person, channel, message, words, mint)",
        "words.ConsentedText(person, channel, message, words, mint)",
        "from cogs.consent.rules.words import MINT",
        "from cogs.consent.rules.words import MINT as penny",
        "token = words.MINT",
        "dataclasses.replace(text, words='others')",
    ],
)
def test_the_net_sees_who_mints(slip: str) -> None:
    assert mints(slip)


@pytest.mark.parametrize(
    "sound",
    [
        "def hear(text: ConsentedText) -> None: pass",
        "await target.send(content=card.text)",
        "pinned = payload.data.get('pinned')",
        "from cogs.consent.rules.words import ConsentedText",
        "again = replace(known, heard=language)",
    ],
)
def test_the_net_lets_the_rest_through(sound: str) -> None:
    source = f"async def f():\n    {sound}"
    assert not reads(source)
    assert not mints(source)
