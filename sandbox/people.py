"""Scripted people: who they are, what they press and type, and how they try again.

They know what anybody in front of the screen knows: what is written, and which buttons are there.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from random import Random

from sandbox.discord_world.answer import Answer
from sandbox.discord_world.state import Message, Person
from sandbox.discord_world.waiting import CannotDo, NothingHappened
from sandbox.twitch_world.state import Line, Viewer

AGAIN = 0.4  # seconds before somebody tries again what was not answered
GLANCE = 0.05  # seconds between two looks
TYPED_AGAIN = 2.5  # seconds before somebody types again what had no effect

DISCORD_NAMES = (
    *("Éloïse", "Zoé", "Œdipe", "NOVA", "Maël", "Ægir", "Inès", "Théo"),
    *("Lina", "Noé", "Chloé", "Yanis"),
)
TWITCH_NAMES = ("Kenza_", "PixelGaël", "mimi59", "Ronan_TV", "Aïcha", "leo_le_vrai")


@dataclass(eq=False, slots=True)
class Player:
    """Somebody who plays: on Discord, on Twitch, or on both."""

    name: str
    strength: float
    discord: Person | None = None
    twitch: Viewer | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that a card or a line may call them by."""
        here = [self.name]
        here += [self.discord.mention, self.discord.name] if self.discord else []
        here += [self.twitch.name, self.twitch.login] if self.twitch else []
        return tuple(dict.fromkeys(here))

    @property
    def on_discord(self) -> Person:
        """Their account there. Raises `LookupError` where they have none."""
        if self.discord is None:
            raise LookupError(f"{self.name} has no Discord account")
        return self.discord


class Fate:
    """Who wins: the same seed, the same evening, in whatever order matches are played."""

    def __init__(self, seed: int) -> None:
        self._seed = seed

    def winner(self, one: Player, other: Player) -> Player:
        first, second = sorted((one, other), key=lambda player: player.name)
        luck = Random(f"{self._seed}/{first.name}/{second.name}")  # noqa: S311 - a story, no secret
        share = first.strength / (first.strength + second.strength)
        return first if luck.random() < share else second


def buttons(message: Message | Answer, verb: str) -> list[str]:
    """The custom ids of the live buttons of that verb."""
    found = (each.custom_id or "" for each in message.components if not each.disabled)
    return [name for name in found if name.partition("|")[0] == verb]


def link(message: Message | Answer, part: str) -> str:
    """The address that a link button or the text leads to; the empty string if there is none."""
    for each in message.components:
        if part in (each.url or ""):
            return each.url or ""
    words = message.text.replace(")", " ").replace("(", " ").replace("<", " ").replace(">", " ")
    return next((word for word in words.split() if part in word and "://" in word), "")


async def insist(
    act: Callable[[], Answer],
    *,
    tries: int = 40,
    until: Callable[[], bool] | None = None,
) -> Answer | None:
    """Try until it is answered, as people do; `until` says that it is no longer needed.

    None where it was no longer needed. Raises `NothingHappened` when patience is over.
    """
    for _ in range(tries):
        if until is not None and until():
            return None
        try:
            return await act()
        except (NothingHappened, CannotDo):
            await asyncio.sleep(AGAIN)
    raise NothingHappened("Somebody tried for a long time and was never answered")


async def answered(act: Callable[[], Answer]) -> Answer:
    """Try until there is an answer."""
    answer = await insist(act)
    if answer is None:
        raise NothingHappened("Somebody stopped trying before there was an answer")
    return answer


def mentioned(text: str, players: Sequence[Player]) -> list[Player]:
    """The players whom a text names, in the order in which it does."""
    text = text.replace("\\", "")  # a name that could format something is escaped
    found: list[tuple[int, Player]] = []
    for player in players:
        places = [text.find(name) for name in player.names if name in text]
        if places:
            found.append((min(places), player))
    return [player for _, player in sorted(found, key=lambda each: each[0])]


def answers(line: Line, author: object) -> bool:
    """Whether a line is the bot's answer to something that `author` typed."""
    return line.by_bot and line.reply_to is not None and line.reply_to.author is author


async def until_shown(act: Callable[[], Awaitable[object]], shown: Callable[[], bool]) -> None:
    """Type it again until the chat shows that it was heard: Twitch repeats nothing for a bot."""
    for _ in range(30):
        await act()
        for _ in range(round(TYPED_AGAIN / GLANCE)):
            if shown():
                return
            await asyncio.sleep(GLANCE)
    raise NothingHappened("A viewer typed a command again and again and was never heard")
