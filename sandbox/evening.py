"""`bot.py demo`: conducts an evening of the real bot in our own Discord and Twitch."""

import asyncio
import signal
import sys
import tempfile
import webbrowser
from contextlib import suppress
from pathlib import Path

from rich.console import Console

from core.people import Voice
from prompts import Texts
from sandbox.playground import Playground
from sandbox.stage import Stage
from sandbox.stories.first_evening import first_evening, keep
from sandbox.stories.set import prepare
from sandbox.stories.telling import Telling
from sandbox.stories.tonight import Tonight, invite, play_on


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
    """It goes by itself, before the eyes of whoever opens the page, and leaves room for them."""
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    ground = Playground(stage, language)
    url = await ground.open()
    stage.extra["MARAUDE_DEMO__FRAME_FROM"] = url
    evening = await prepare(stage, telling, seed, language)
    tonight = invite(evening, ground, language)
    telling("demo-open", url=url)
    telling("demo-stop")
    telling.also.append(ground.tell_line)
    if sys.stdout.isatty():
        await asyncio.to_thread(webbrowser.open, url)
    playing = asyncio.create_task(_play_on(tonight, telling))
    waiting = asyncio.create_task(stopped.wait())
    try:
        await asyncio.wait({playing, waiting}, return_when=asyncio.FIRST_COMPLETED)
        if playing.done():
            await playing  # it only ends where something broke, and then it says what
    finally:
        for task in (playing, waiting):
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        await ground.close()


async def _play_on(tonight: Tonight, telling: Telling) -> None:
    await tonight.evening.stage.raise_bot()
    telling("demo-bot-up")
    tonight.ground.tell("desk", path="/desk")
    await play_on(tonight, telling)
