"""`bot.py demo`: conducts an evening of the real bot in our own Discord and Twitch."""

import asyncio
import signal
import sys
import tempfile
import webbrowser
from contextlib import suppress
from pathlib import Path
from random import Random

from rich.console import Console

from core.people import Voice
from prompts import Texts
from sandbox.playground import Playground
from sandbox.stage import Stage
from sandbox.stories import before, playing, talking
from sandbox.stories.browser import Browser
from sandbox.stories.first_evening import first_evening, keep
from sandbox.stories.set import Evening, prepare
from sandbox.stories.telling import Telling

LEISURE = 10.0  # house seconds in a second while somebody plays


async def play(*, script: bool, language: str, seed: int, out: Path) -> None:
    """Play the evening by itself (`script`), or open a page to play every part."""
    console = Console()
    with tempfile.TemporaryDirectory(prefix="maraude-") as folder:
        stage = await Stage.set(Path(folder))
        telling = Telling(stage.clock, Voice(language), Texts(), console)
        try:
            if script:
                await _by_itself(stage, telling, seed, language, out)
            else:
                await _with_people(stage, telling, seed, language)
        finally:
            await stage.strike()


async def _by_itself(stage: Stage, telling: Telling, seed: int, language: str, out: Path) -> None:
    evening = await prepare(stage, telling, seed, language)
    await stage.raise_bot()
    telling("demo-bot-up")
    told = await first_evening(evening, language)
    await asyncio.to_thread(keep, told, out)
    telling("demo-over", folder=str(out), seconds=str(told.story["seconds"]))


async def _with_people(stage: Stage, telling: Telling, seed: int, language: str) -> None:
    """The day before goes by itself; from there on it is whoever sits before the page."""
    ground = Playground(stage, language)
    url = await ground.open()
    stage.extra["MARAUDE_DEMO__FRAME_FROM"] = url
    evening = await prepare(stage, telling, seed, language)
    ground.me = evening.cast.owner.id
    telling.also.append(lambda at, text: ground.tell("line", at=at, text=text))
    telling("demo-open", url=url)
    telling("demo-stop")
    if sys.stdout.isatty():
        await asyncio.to_thread(webbrowser.open, url)
    await stage.raise_bot()
    telling("demo-bot-up")
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    opening = asyncio.create_task(_begin(evening, ground))
    try:
        await stopped.wait()
    finally:
        opening.cancel()
        with suppress(asyncio.CancelledError):
            await opening
        await ground.close()


async def _begin(evening: Evening, ground: Playground) -> None:
    await before.day_before(evening)
    async with Browser() as desk:
        await talking.sign_in(evening, desk)
        evening.tell("demo-mediator-in")
        await playing.open_tournament(evening)
        ground.tell("overlay", address=evening.overlay)
        robots = evening.cast.players
        evening.cast.players = Random(1).sample(robots, len(robots) - 4)  # noqa: S311 - a story
        await playing.sign_up(evening)
        evening.stage.run_at(LEISURE)
        ground.tell_pace()
        await asyncio.Event().wait()
