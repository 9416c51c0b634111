"""Somebody who presses everything, in any order, twice, and types nonsense; and what is wrong."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any, Final

from discord import AppCommandOptionType as Kind
from discord import app_commands

from tests.discord_data import Somebody, SomeRole
from tests.discord_desk import Answer
from tests.tournaments.phone import misfits_of
from tests.tournaments.server import Server

KEY: Final = re.compile(
    r"\b(?:tournaments|games|teams|repairs|seeds|series|files|chat|errors)-[a-z-]+\b"
)
# Words that one language has and the other has not; what is quoted or bold may be a name.
FRENCH: Final = frozenset(
    ("le", "la", "les", "tu", "est", "pas", "une", "des", "ton", "ta", "pour", "dans", "qui", "au")
)
ENGLISH: Final = frozenset(
    ("the", "you", "is", "not", "your", "this", "it", "who", "for", "that", "are", "of", "to")
)
NAMES: Final = re.compile(r"https?:\S+|\*\*.*?\*\*|>>>.*|[«“\"].*?[»”\"]", re.DOTALL)
BROKEN: Final = ("cassé quelque chose", "broke something")
NONSENSE: Final = ("zzz", "-1", "9" * 30, "1|W1.1|1", "1|W9.9|7", "1|2", "x|y|z", "٣", "1|-1")
FILLED: Final = ("", "2-1", "1 2 3 4", "9" * 20)
MOST: Final = 40  # buttons that one person presses before they have had enough


@dataclass
class Hostile:
    server: Server
    luck: Random
    wrong: list[str] = field(default_factory=list)
    spared: frozenset[str] = frozenset()  # commands that would end the evening at once
    ids: dict[str, None] = field(default_factory=dict)  # of buttons, in the order they were met

    def judged(self, what: str, answer: Answer, locale: str) -> Answer:
        """Keep what is wrong with an answer, and the buttons that it brings."""
        self.wrong += [f"{what} [{locale}]: {each}" for each in faults(answer, locale)]
        found = [one for one in answer.buttons.values() if "|" in one]
        self.ids |= dict.fromkeys(found)
        known = self.server.house.presses
        self.wrong += [f"{one} leads nowhere" for one in found if one.split("|")[0] not in known]
        return answer

    async def look(self) -> None:
        """Meet the buttons of every card that stands somewhere now."""
        await self.server._carry()
        for card in self.server.shown.values():
            choices = (choice for row in card.rows for choice in row if choice.style != "link")
            self.ids |= dict.fromkeys("|".join((each.verb, *each.args)) for each in choices)

    async def presses(self, person: int, locale: str, may: str = "0") -> None:
        """Buttons old and new, some of them twice."""
        for one in self.luck.sample(list(self.ids), min(MOST, len(self.ids))):
            for _ in range(self.luck.choice([1, 1, 2])):
                answer = await self.server.desk.press(person, one, locale=locale, may=may)
                self.judged(f"{person} presses {one}", answer, locale)
                if "title" in answer.data:
                    await self._fills(person, answer, locale, may)

    async def types(self, person: int, locale: str, may: str = "0") -> None:
        """Every command, with what is offered and with nonsense."""
        for path, command in commands_of(self.server):
            if path in self.spared:
                continue
            given = {
                option.display_name: await self._value(person, path, option, may)
                for option in command.parameters
                if option.required or self.luck.random() < 0.5
            }
            answer = await self.server.desk.slash(person, path, locale=locale, may=may, **given)
            self.judged(f"{person} types /{path} {given}", answer, locale)

    async def _fills(self, person: int, form: Answer, locale: str, may: str) -> None:
        """Send a form back with anything in it."""
        parts = [part for row in form.data["components"] for part in row.get("components", ())]
        typed = self.luck.choice(FILLED)
        lines = [
            {"type": 1, "components": [{"type": 4, "custom_id": one["custom_id"], "value": typed}]}
            for one in parts
        ]
        data = {"custom_id": form.data["custom_id"], "components": lines}
        answer = await self.server.desk._interact(person, 5, data, locale, may)
        self.judged(f"{person} fills {form.data['custom_id']} with {typed!r}", answer, locale)

    async def _value(
        self, person: int, path: str, option: app_commands.Parameter, may: str
    ) -> object:
        """One of what is offered, or something typed past it."""
        if option.autocomplete and self.luck.random() < 0.7:
            offered = await self.server.desk.offered(person, path, option.display_name, may=may)
            if offered:
                return self.luck.choice(list(offered.values()))
        return _typed(option, self.luck)


def commands_of(server: Server) -> Iterator[tuple[str, app_commands.Command[Any, ..., Any]]]:
    """Every command of tournaments; a file would have to be fetched from Discord."""
    for command in server.desk.client.tree.walk_commands():
        path = command.qualified_name
        ours = path.startswith("tournament ") and path != "tournament file import"
        if ours and isinstance(command, app_commands.Command):
            yield path, command


def _typed(option: Any, luck: Random) -> object:  # noqa: ANN401 - discord.py's own
    """What Discord would let through."""
    if option.choices:
        return luck.choice(option.choices).value
    match option.type:
        case Kind.integer:
            return luck.choice([int(option.min_value or 0), int(option.max_value or 2**53)])
        case Kind.boolean:
            return luck.random() < 0.5
        case Kind.user | Kind.role:
            kind = Somebody if option.type is Kind.user else SomeRole
            return kind(luck.choice([1, 11, 77, 8800]))
    return luck.choice(NONSENSE)[: int(option.max_value or 100)]


def faults(answer: Answer, locale: str) -> Iterator[str]:
    """What nobody should meet in an answer of ours."""
    text = answer.text or str(answer.data.get("title", ""))
    yield from misfits_of(answer)
    yield from faults_in(text, locale)
    if not (answer.ephemeral or answer.edits or "title" in answer.data):
        yield "everybody sees it"


def faults_in(text: str, locale: str) -> Iterator[str]:
    """The same, of a text on any platform."""
    if any(each in text for each in BROKEN):
        yield f"an incident: {text}"
    if found := KEY.findall(text):
        yield f"a key: {found}"
    ours, theirs = (FRENCH, ENGLISH) if locale == "fr" else (ENGLISH, FRENCH)
    said = set(re.findall(r"[^\W\d_]+", NAMES.sub("", text).casefold()))
    if len(theirs & said) > 1 and len(ours & said) < 2:
        yield f"the other language: {text}"
