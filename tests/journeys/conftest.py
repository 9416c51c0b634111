"""A stage of its own for every journey, and the real bot as a process."""

import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from rich.console import Console

from core.people import Voice
from prompts import Texts
from sandbox.discord_world.state import Channel, Message
from sandbox.stage import Stage
from sandbox.stories.set import Evening, prepare
from sandbox.stories.telling import Telling

ROOT = Path(__file__).parents[2]


def clean_environment(**given: str) -> dict[str, str]:
    """Ours without any setting of the bot's: whoever runs the tests may have some."""
    kept = {name: each for name, each in os.environ.items() if not name.startswith("MARAUDE_")}
    return {**kept, **given}


def bot(*words: str) -> list[str]:
    """The command line that starts the real bot."""
    return [sys.executable, str(ROOT / "bot.py"), *words]


@dataclass(frozen=True, slots=True)
class Scene:
    stage: Stage
    evening: Evening


@asynccontextmanager
async def opened(folder: Path, language: str = "fr", seed: int = 1) -> AsyncIterator[Scene]:
    """The people of the first evening in their places; the bot is not raised yet."""
    stage = await Stage.set(folder)
    try:
        telling = Telling(stage.clock, Voice(language), Texts(), Console(file=StringIO()))
        yield Scene(stage, await prepare(stage, telling, seed, language))
    finally:
        await stage.strike()


def said_in(channel: Channel) -> list[Message]:
    """What the bot said where everybody can read it, in a channel and its threads."""
    here = [post for post in channel.posts if post.only_for is None and post.author.bot]
    return here + [post for thread in channel.threads for post in said_in(thread)]
