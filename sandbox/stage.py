"""Where an evening takes place: our Discord, our Twitch, one clock, and the real bot as a process.

The bot is a stranger here: it is started as its operator would start it, and it may be killed.
"""

import asyncio
import os
import secrets
import socket
import sys
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from core.clock import Clock, Pace, from_file, set_pace
from sandbox.discord_world.world import DiscordWorld
from sandbox.twitch_world.world import TwitchWorld

HOME = Path(__file__).parents[1]
START = datetime(2026, 11, 19, 18, 30, tzinfo=UTC)  # a Thursday, half past seven in Paris
PATIENCE = 30.0  # seconds for the bot to come up, on a machine that has other things to do
AWAY = 10.0  # house seconds in a second, at most, while the bot is away: nobody hurries then
GLANCE = 0.05  # seconds


class BotDied(RuntimeError):
    """The bot ended by itself; its last lines say why."""


class Stage:
    """`await Stage.set(folder)`: everything is up but the bot; `raise_bot` comes next."""

    def __init__(self, folder: Path, discord: DiscordWorld, twitch: TwitchWorld) -> None:
        self.folder = folder
        self.discord = discord
        self.twitch = twitch
        self.clock = Clock(from_file(folder / "clock.json"))
        self.reads_key = secrets.token_hex(16)
        self.web_port = free_port()
        self.extra: dict[str, str] = {}  # settings of this story, by environment name
        self._bot: asyncio.subprocess.Process | None = None
        self._here = False  # whether it has come up
        self.risen = 0  # how often it did
        self._wanted = self._speed = 1.0

    @classmethod
    async def set(cls, folder: Path, *, start: datetime = START) -> Self:
        await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
        _pace(folder, start.timestamp(), 1)
        clock = Clock(from_file(folder / "clock.json"))
        discord = await DiscordWorld.start(clock=clock)
        twitch = await TwitchWorld.start(clock=clock)
        return cls(folder, discord, twitch)

    async def strike(self) -> None:
        """Stop the bot as an operator would, and close both worlds."""
        await self.stop_bot()
        await self.twitch.close()
        await self.discord.close()

    @property
    def web(self) -> str:
        return f"http://127.0.0.1:{self.web_port}"

    @property
    def reads_file(self) -> Path:
        return self.folder / "reads.jsonl"

    @property
    def database(self) -> Path:
        return self.folder / "maraude.db"

    def run_at(self, speed: float) -> None:
        """From now on the house's time runs `speed` times faster, once the bot is there."""
        self._wanted = speed
        speed = speed if self._here else min(speed, AWAY)
        if speed != self._speed:
            self._speed = speed
            _pace(self.folder, self.clock.seconds(), speed)

    async def let_pass(self, until: datetime, speed: float, then: float = 1) -> None:
        """Let house time run at `speed` until a moment, and at `then` from there."""
        self.run_at(speed)
        # Looked at often: while the bot is away, time goes slowly.
        while (left := (until - self.clock.now()).total_seconds()) > 0:  # noqa: ASYNC110
            await asyncio.sleep(min(GLANCE, left / self._speed))
        self.run_at(then)

    async def raise_bot(self) -> None:
        """Start the real bot, and wait until it is on Discord and its commands are known."""
        log = (self.folder / "bot.log").open("ab")
        try:
            self._bot = await asyncio.create_subprocess_exec(
                sys.executable,
                str(HOME / "bot.py"),
                "run",
                cwd=self.folder,
                env=self._environment(),
                stdout=log,
                stderr=log,
            )
        finally:
            log.close()
        ready = asyncio.create_task(self.discord.ready(PATIENCE))
        ended = asyncio.create_task(self._bot.wait())
        await asyncio.wait({ready, ended}, return_when=asyncio.FIRST_COMPLETED)
        if ended.done():
            ready.cancel()
            raise BotDied(self.last_words())
        ended.cancel()
        await ready
        self.risen += 1
        self._be_here(True)

    async def kill_bot(self) -> None:
        """Kill −9: no goodbye, whatever it was doing."""
        self._be_here(False)
        if self._bot is not None and self._bot.returncode is None:
            self._bot.kill()
            await self._bot.wait()
            await self.discord.gone()

    async def stop_bot(self) -> None:
        if self._bot is not None and self._bot.returncode is None:
            self._bot.terminate()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._bot.wait(), 10)
            await self.kill_bot()

    def peak_memory(self) -> float:
        """Megabytes that the bot held at most since it was raised; 0 where nobody says."""
        process = self._bot.pid if self._bot is not None else 0
        status = Path(f"/proc/{process}/status")
        if not status.exists():
            return 0.0
        lines = dict(line.split(":", 1) for line in status.read_text("utf-8").splitlines())
        return int(lines["VmHWM"].split()[0]) / 1024

    @property
    def bot_is_up(self) -> bool:
        return self._here and self._bot is not None and self._bot.returncode is None

    def _be_here(self, here: bool) -> None:
        self._here = here
        self.run_at(self._wanted)

    def last_words(self) -> str:
        return (self.folder / "bot.log").read_text("utf-8", "replace")[-2000:]

    def _environment(self) -> Mapping[str, str]:
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith("MARAUDE_")
        }
        discord, twitch = self.discord, self.twitch
        return {
            **kept,
            "MARAUDE_DISCORD__TOKEN": discord.bot_token,
            "MARAUDE_DISCORD__CLIENT_SECRET": discord.client_secret,
            "MARAUDE_DISCORD__API_BASE": discord.api_base,
            "MARAUDE_DISCORD__GATEWAY_URL": discord.gateway_url,
            "MARAUDE_DISCORD__OAUTH_URL": discord.oauth_url,
            "MARAUDE_TWITCH__CLIENT_ID": twitch.client_id,
            "MARAUDE_TWITCH__CLIENT_SECRET": twitch.client_secret,
            "MARAUDE_TWITCH__BOT_ID": twitch.bot_id,
            "MARAUDE_TWITCH__HELIX_URL": twitch.helix_url,
            "MARAUDE_TWITCH__ID_URL": twitch.id_url,
            "MARAUDE_TWITCH__EVENTSUB_URL": twitch.eventsub_url,
            "MARAUDE_STORAGE__URL": f"sqlite+aiosqlite:///{self.database}",
            "MARAUDE_SECRETS__FILE": str(self.folder / "maraude.key"),
            "MARAUDE_WEB__PORT": str(self.web_port),
            "MARAUDE_DEMO__CLOCK_FILE": str(self.folder / "clock.json"),
            "MARAUDE_DEMO__READS_FILE": str(self.reads_file),
            "MARAUDE_DEMO__READS_KEY": self.reads_key,
            **self.extra,
        }


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _pace(folder: Path, house: float, speed: float) -> None:
    set_pace(folder / "clock.json", Pace(Clock().seconds(), house, speed))
