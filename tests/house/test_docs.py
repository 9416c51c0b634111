"""Every knob, command and table is on its page; with WRITE_DOCS=1 these tests write them."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from discord import app_commands
from sqlalchemy import Table

from cogs.house import House
from config.settings import DEFAULTS
from core.people import Voice
from prompts import Texts
from storage.schema import metadata

DOCS = Path(__file__).parents[2] / "docs"
KNOB = re.compile(r"(?P<name>[a-z_0-9]+) = (?P<value>\".*?\"|[^#]*?)\s*#\s*(?P<reason>.*)")


def settings_page() -> str:
    lines = [
        "# Settings",
        "",
        "Made from `config/default.toml`, which says how to change one.",
        "",
    ]
    section = ""
    for line in DEFAULTS.read_text("utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
            lines += [
                "",
                f"## {section}",
                "",
                "| setting | default | what and why |",
                "|---|---|---|",
            ]
        elif match := KNOB.match(line):
            name = f"MARAUDE_{section}__{match['name']}".upper()
            lines.append(f"| `{name}` | `{match['value'].strip()}` | {match['reason']} |")
    return "\n".join(lines) + "\n"


def data_page() -> str:
    lines = [
        "# What is kept",
        "",
        "Made from the tables. *Person* says what becomes of a row when",
    ]
    lines += ["somebody is forgotten.", ""]
    for table in metadata.sorted_tables:
        lines += ["", f"## {table.name}", "", "| column | type | person |", "|---|---|---|"]
        lines += [f"| {name} | {kind} | {fate} |" for name, kind, fate in _columns(table)]
    return "\n".join(lines) + "\n"


def _columns(table: Table) -> Iterator[tuple[str, str, str]]:
    for column in table.columns:
        fates = [
            "goes with them" if key.ondelete == "CASCADE" else "is emptied"
            for key in column.foreign_keys
            if key.target_fullname == "people.id"
        ]
        kind = getattr(column.type, "__visit_name__", type(column.type).__name__).lower()
        yield column.name, "moment" if kind == "type_decorator" else kind, ", ".join(fates)


def commands_page(house: House) -> str:
    lines = ["# Commands", "", "Made from the code: English names first, French ones after."]
    lines += ["", "## Discord", "", "| command | commande | what it does |", "|---|---|---|"]
    for cog in house.discord:
        for command in cog.__cog_app_commands__:  # menus too, which `get_app_commands` trips over
            if getattr(command, "parent", None) is None:
                lines += list(_rows(house.texts, command, "", ""))
    lines += ["", "## Twitch", "", "| word | words after it |", "|---|---|"]
    words: dict[str, list[str]] = {}
    for word, verb in house.twitch:
        words.setdefault(word, []).append({"": "(nothing)", "*": "(anything)"}.get(verb, verb))
    lines += [f"| `!{word}` | {', '.join(sorted(verbs))} |" for word, verbs in words.items()]
    return "\n".join(lines) + "\n"


def _rows(texts: Texts, command: Any, english: str, french: str) -> Iterator[str]:  # noqa: ANN401
    english = f"{english} {command.name}".strip()
    french = f"{french} {_said(texts, command, '_locale_name', 'fr') or command.name}".strip()
    if isinstance(command, app_commands.Group):
        for child in command.commands:
            yield from _rows(texts, child, english, french)
        return
    about = _said(texts, command, "_locale_description", "en")
    yield f"| `/{english}` | `/{french}` | {about or '(menu)'} |"


def _said(texts: Texts, command: Any, attribute: str, language: str) -> str:  # noqa: ANN401
    string = getattr(command, attribute, None)
    if string is None:
        return ""
    key = string.extras.get("key", string.message)
    return texts.say(Voice(language), key) if "-" in key else string.message


def test_every_setting_is_on_its_page() -> None:
    _held("settings.md", settings_page())


def test_every_column_is_on_its_page() -> None:
    _held("data.md", data_page())


async def test_every_command_is_on_its_page(house: House) -> None:
    _held("commands.md", commands_page(house))


def _held(name: str, page: str) -> None:
    path = DOCS / name
    if os.environ.get("WRITE_DOCS"):
        path.write_text(page, "utf-8")
    assert path.read_text("utf-8") == page
