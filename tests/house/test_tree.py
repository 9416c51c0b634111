"""Every command is whole in both languages, and within what Discord takes and a phone shows."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import discord
import pytest_asyncio

from cogs.house import House
from cogs.opening import discord_client
from platforms.discord_client.speaking import CommandTexts

NAME = re.compile(r"[-_\w]{1,32}")
DESCRIBED = 100  # characters that Discord takes of a description, and of a choice's name
CHILDREN = 25  # of a command, a group, an option with choices
WHOLE = 8000  # characters of one command with everything below it, its longest language counted
# What a French player says too; everything else has a French word of its own.
SAME = {
    *("club", "code", "match", "minutes", "overlay", "pause", "role", "score", "stop", "stream"),
    "twitch",
}
SUB = {1, 2}  # kinds of options that are commands themselves
OTHERS = [each for each in discord.Locale if not each.value.startswith(("fr", "en"))]


@dataclass(frozen=True, slots=True)
class Node:
    """A command, an option or a choice, as it is registered."""

    path: str
    said: Mapping[str, Any]
    choice: bool = False

    def name(self, language: str) -> str:
        key = "fr" if language == "fr" else "en-GB"
        told = self.said.get("name_localizations") or {}
        return str(told.get(key, "" if _figure(self) else self.said["name"]) or self.said["name"])

    def about(self, locale: str) -> str:
        return str((self.said.get("description_localizations") or {}).get(locale, ""))


def _figure(node: Node) -> bool:
    """A choice that is a number is the same in every language."""
    return node.choice and str(node.said["name"]).isdecimal()


def walked(said: Mapping[str, Any], before: str = "") -> Iterator[Node]:
    path = f"{before} {said['name']}".strip()
    yield Node(path, said)
    for option in said.get("options", ()):
        yield from walked(option, path)
    for choice in said.get("choices", ()):
        yield Node(f"{path} = {choice['name']}", choice, choice=True)


@pytest_asyncio.fixture
async def tree(house: House) -> list[dict[str, Any]]:
    """What Discord is sent at a start."""
    client = discord_client(house, watching=False)
    await client._async_setup_hook()
    for cog in house.discord:
        await client.add_cog(cog)
    translator = CommandTexts(house.texts)
    await client.tree.set_translator(translator)
    found = client.tree.get_commands()
    return [await each.get_translated_payload(client.tree, translator) for each in found]


def nodes(tree: Sequence[Mapping[str, Any]]) -> list[Node]:
    return [node for command in tree for node in walked(command)]


async def test_every_name_is_said_in_every_language_discord_has(
    tree: list[dict[str, Any]],
) -> None:
    silent = [
        node.path
        for node in nodes(tree)
        if not _figure(node)
        for locale in ("fr", "en-GB", "en-US", *(each.value for each in OTHERS))
        if not (node.said.get("name_localizations") or {}).get(locale)
    ]
    assert silent == []


async def test_a_french_player_reads_french_and_an_english_one_english(
    tree: list[dict[str, Any]],
) -> None:
    same = {
        node.path: node.name("fr")
        for node in nodes(tree)
        if not _figure(node) and node.name("fr") == node.name("en")
    }
    assert {path: name for path, name in same.items() if name not in SAME} == {}
    assert set(same.values()) == SAME  # a word that has found its French leaves the list
    described = [node for node in nodes(tree) if node.said.get("description")]
    assert [node.path for node in described if node.about("fr") == node.about("en-GB")] == []


async def test_every_command_and_option_says_what_it_is_for(tree: list[dict[str, Any]]) -> None:
    locales = ("fr", "en-GB", "en-US", *(each.value for each in OTHERS))
    wrong = [
        (node.path, locale)
        for node in nodes(tree)
        if node.said.get("description")
        for locale in locales
        if not 1 <= len(node.about(locale)) <= DESCRIBED
    ]
    assert wrong == []
    menus = {node.path for node in nodes(tree) if not node.choice} - {
        node.path for node in nodes(tree) if node.said.get("description")
    }
    assert {path for path in menus if path.islower()} == set()  # a menu is a label with a capital


async def test_names_are_what_discord_takes(tree: list[dict[str, Any]]) -> None:
    wrong = [
        (node.path, name)
        for node in nodes(tree)
        for name in (node.name("fr"), node.name("en"))
        if not (len(name) <= DESCRIBED if node.choice else _taken(node, name))
    ]
    assert wrong == []


def _taken(node: Node, name: str) -> bool:
    menu = not node.said.get("description")
    return len(name) <= 32 and (menu or (bool(NAME.fullmatch(name)) and name == name.lower()))


async def test_nothing_stands_twice_under_one_name_in_one_list(
    tree: list[dict[str, Any]],
) -> None:
    for language in ("fr", "en"):
        lists: dict[str, list[str]] = {}
        for node in nodes(tree):
            parent = node.path.removesuffix(str(node.said["name"]))
            lists.setdefault(parent, []).append(node.name(language))
        assert {parent for parent, names in lists.items() if len(set(names)) < len(names)} == set()


async def test_no_list_is_longer_than_discord_takes(tree: list[dict[str, Any]]) -> None:
    for node in nodes(tree):
        assert len(node.said.get("options", ())) <= CHILDREN, node.path
        assert len(node.said.get("choices", ())) <= CHILDREN, node.path
        given = [each for each in node.said.get("options", ()) if each["type"] not in SUB]
        needed = [bool(each.get("required")) for each in given]
        assert needed == sorted(needed, reverse=True), node.path  # what is needed comes first


async def test_no_command_is_longer_than_discord_takes_with_all_below_it(
    tree: list[dict[str, Any]],
) -> None:
    sizes = {
        command["name"]: sum(_weight(node.said) for node in walked(command)) for command in tree
    }
    assert {name: size for name, size in sizes.items() if size > WHOLE} == {}


def _weight(said: Mapping[str, Any]) -> int:
    """The longest language of each field counts, and what a choice stands for."""
    fields = (
        [str(said.get(field) or ""), *(said.get(f"{field}_localizations") or {}).values()]
        for field in ("name", "description")
    )
    return sum(max(map(len, field)) for field in fields) + len(str(said.get("value", "")))


async def test_the_commands_a_phone_lists_are_short_enough_to_be_read(
    tree: list[dict[str, Any]],
) -> None:
    """A phone shows the name in one line: "tournament repair reinstate" is about as long."""
    paths = [
        node.path for node in nodes(tree) if not node.choice and node.said.get("type", 1) in SUB
    ]
    assert max(map(len, paths)) <= 32
