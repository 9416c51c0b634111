"""Every refusal says what to do next, in words that exist: commands, buttons, a next act."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from types import MappingProxyType
from typing import Any, Final

import pytest
from discord import app_commands

from cogs.house import House
from core.errors import Refusal
from core.people import Voice
from platforms.twitch_client.hearing import ENGLISH, FRENCH
from prompts import LANGUAGES, Texts
from tests.house.test_docs import _said
from tests.house.test_texts import TEXTS, refusals

OURS: Final = ("errors-too-old",)  # said like a refusal, by the platform itself
# What one is asked to do.
ACTS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "fr": frozenset(
            (
                *("active", "ajoute", "appelle", "attends", "cherche", "choisis", "commence"),
                *("corrige", "demande", "dis", "donne", "écris", "efface", "enlève", "essaie"),
                *("explique", "fais", "garde", "inscris", "jouez", "laisse", "mets", "prends"),
                *("préviens", "réessaie", "réponds", "recharge", "recommence", "redemande"),
                *("refais", "regarde", "reprends", "retape", "reviens", "tape", "termine", "va"),
                "vérifie",
            )
        ),
        "en": frozenset(
            (
                *("add", "answer", "ask", "call", "check", "choose", "come", "delete", "finish"),
                *("go", "leave", "let", "look", "make", "move", "play", "put", "reload", "say"),
                *("sign", "start", "switch", "take", "tell", "try", "type", "unlink", "use"),
                *("wait", "write"),
            )
        ),
    }
)
# What comes by itself, or what is open still: nothing else is to be done.
PROMISES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "fr": (
            *("juste après", "vient après", "tout seul", "t'appellera", "dès qu", "une seconde"),
            *("la suivante est pour toi", "rien d'autre à faire", "tu peux", "peut encore"),
        ),
        "en": (
            *("comes next", "right after", "comes after", "by itself", "will call you"),
            *("when it is", "one second", "next one is yours", "nothing else to do"),
            *("you can", "can still", "may still"),
        ),
    }
)
OTHER_NAMES: Final = frozenset(  # words of Discord's own in each language, and what is no button
    (
        *("Créer des fils privés", "Envoyer des messages dans les fils", "Administrateur"),
        *("Create Private Threads", "Send Messages in Threads"),
        *("Veille", "Message privé", "Watch", "DM"),  # names of scopes
        *("oui", "yes"),  # typed on Twitch
    )
)
QUOTED: Final = re.compile(r"[«“\"]\s*([^«»“”\"]+?)\s*[»”\"]")
SLASHED: Final = re.compile(r"(?<![\w/.:])/([a-zé-]+)((?: [\w-]+)*)")
OPENING: Final = re.compile(  # "puis laisse", "then say"
    r"(?:^|[.!?:;,»\")]\s+|\b(?:and|or|then|et|ou|puis)\s)(?:first )?(\w+)"
)
CALLED: Final = re.compile(r"!([a-zé]+)")
KEYS: Final = sorted({refusal.key for refusal in refusals(Refusal)} | set(OURS))


def asked(text: str) -> frozenset[str]:
    """The words that stand where an order stands: first in a sentence, or after a pause."""
    return frozenset(OPENING.findall(text.casefold()))


def quoted(text: str) -> list[str]:
    return QUOTED.findall(text)


class Known:
    """What a text may name in one language."""

    def __init__(self, house: House, language: str) -> None:
        self.language = language
        self.house = house
        menus: list[Any] = [
            command
            for cog in house.discord
            for command in cog.__cog_app_commands__
            if getattr(command, "parent", None) is None
        ]
        self.paths = set(chain.from_iterable(self._paths(each, "") for each in menus))
        voice = Voice(language)
        self.labels = {
            house.texts.say(voice, key)
            for key, needs in TEXTS[language].items()
            if not needs and ("-button-" in key or "-trouble-" in key)
        }
        self.chat_word = "tournoi" if language == "fr" else "tournament"
        self.chat = FRENCH if language == "fr" else ENGLISH

    def _paths(self, command: Any, before: str) -> Iterator[str]:  # noqa: ANN401
        name = command.name
        if self.language == "fr":
            name = _said(self.house.texts, command, "_locale_name", "fr") or name
        path = f"{before} {name}".strip()
        yield path
        if isinstance(command, app_commands.Group):
            for child in command.commands:
                yield from self._paths(child, path)

    def is_command(self, path: str) -> bool:
        """Whether it is one, or begins with one that has nothing below it."""
        here = ""
        for word in path.split():
            longer = f"{here} {word}".strip()
            if longer not in self.paths:
                return bool(here) and not any(each.startswith(f"{here} ") for each in self.paths)
            here = longer
        return bool(here)

    def commands_in(self, text: str) -> list[str]:
        """What is written like a command: `/tournoi regie`, « tournoi liste »."""
        roots = {path for path in self.paths if " " not in path}
        named = [each for each in quoted(text) if each.split()[0] in roots and " " in each]
        return [root + rest for root, rest in SLASHED.findall(text)] + named

    def step_in(self, text: str) -> bool:
        """An act, a button, a command, or what comes by itself."""
        return bool(
            asked(text) & ACTS[self.language]
            or set(quoted(text)) & self.labels
            or self.commands_in(text)
            or CALLED.findall(text)
            or any(each in text.casefold() for each in PROMISES[self.language])
        )


@pytest.fixture(params=LANGUAGES)
def known(house: House, request: pytest.FixtureRequest) -> Known:
    return Known(house, str(request.param))


def said(texts: Texts, language: str) -> dict[str, str]:
    return {key: texts.say(Voice(language), key) for key in KEYS}


async def test_every_refusal_says_what_to_do_next(known: Known, texts: Texts) -> None:
    lost = [key for key, text in said(texts, known.language).items() if not known.step_in(text)]
    assert lost == [], "\n".join(lost)


async def test_what_a_refusal_quotes_is_a_button_or_a_command(known: Known, texts: Texts) -> None:
    unknown = {
        key: name
        for key, text in said(texts, known.language).items()
        for name in quoted(text)
        if name not in known.labels | OTHER_NAMES and not known.is_command(name.removeprefix("/"))
    }
    assert unknown == {}


async def test_every_command_that_any_text_names_exists_in_its_language(known: Known) -> None:
    texts = known.house.texts
    wrong = {
        (key, path)
        for key, needs in TEXTS[known.language].items()
        for path in known.commands_in(_anyhow(texts, known.language, key, needs))
        if not known.is_command(path)
    }
    assert wrong == set()


async def test_every_word_for_the_chat_is_the_one_of_its_language(known: Known) -> None:
    texts = known.house.texts
    wrong = {
        (key, word)
        for key, needs in TEXTS[known.language].items()
        for word in CALLED.findall(_anyhow(texts, known.language, key, needs))
        if word not in known.chat or ("-chat-" in key and word == "tournoi" != known.chat_word)
    }
    assert wrong == set()


def _anyhow(texts: Texts, language: str, key: str, needs: frozenset[str]) -> str:
    """A sentence with something in its holes."""
    return texts.say(Voice(language), key, **dict.fromkeys(needs, 2))


@pytest.mark.parametrize(
    "text", ["Le quiz est fini.", "Cette personne n'est pas là.", "Nobody waits for now."]
)
async def test_the_net_holds(house: House, text: str) -> None:
    assert not Known(house, "en" if text.startswith("N") else "fr").step_in(text)


async def test_the_net_knows_a_command_from_none(house: House) -> None:
    french = Known(house, "fr")
    assert french.is_command("tournoi reparer trancher")
    assert french.is_command("lier sur Discord")
    assert not french.is_command("tournoi trancher")
    assert not french.is_command("tournament list")
