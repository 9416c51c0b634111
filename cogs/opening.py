"""Opens the house for an evening: wires the features, brings the platforms up, closes in order."""

import asyncio
import logging
import signal
from collections.abc import Coroutine
from datetime import datetime, timedelta
from functools import partial
from importlib import import_module
from typing import Any

from cogs import FEATURES
from cogs.house import House
from config.settings import Settings
from core import log as lines
from core.errors import CannotStart
from platforms.alarm import Alarm
from platforms.discord_client.appointing import Appointing
from platforms.discord_client.carrying import DiscordCourier, Drawn
from platforms.discord_client.client import DiscordClient, DiscordConnection
from platforms.twitch_client.port import TwitchPort
from platforms.web_server.server import WebServer
from storage.appointments import Appointments
from storage.cards import Cards
from storage.lock import Lock
from storage.marks import Marks
from storage.migrate import migrate
from storage.outbox import Outbox
from storage.timers import Sweeper

log = logging.getLogger(__name__)


async def open_house(settings: Settings) -> None:
    """Run the bot until it is told to stop. Raises `CannotStart` where it cannot."""
    lines.start()
    if not (settings.has_discord or settings.has_twitch):
        raise CannotStart("start-nothing-configured")
    house = House.build(settings)
    evening = Evening(house)
    await migrate(settings.storage.url)
    lock = await Lock.take(settings.storage.url)
    try:
        await evening.pass_by()
    finally:
        await house.db.close()
        await lock.release()


class Evening:
    """One process of the bot, from its wiring to its last word."""

    def __init__(self, house: House) -> None:
        self._house = house
        settings = house.settings
        self._connection = DiscordConnection(settings, partial(discord_client, self._house))
        self._courier = DiscordCourier(
            lambda: self._connection.client,
            house.door,
            house.texts,
            house.clock,
            Drawn(house.cards, house.letters, house.calls),
        )
        house.courier = self._courier
        self._appointing = Appointing(
            lambda: self._connection.client, house.clock, house.appointments
        )
        for feature in FEATURES:
            import_module(f"cogs.{feature}.wiring").wire(house)
        self._outbox = Outbox(house.db, house.confirmed)
        self._cards = Cards(house.db, house.confirmed)
        self._appointments = Appointments(house.db)
        if settings.has_twitch:
            house.port = self._twitch()
        tasks = [*house.ticks, self._mind_words, self._carry]
        self._alarm = Alarm(house.clock, Sweeper(house.db, house.news, house.bells), tasks)
        self._web = WebServer(house.texts, house.web, house.streams, settings.demo.frame_from)

    async def pass_by(self) -> None:
        settings = self._house.settings
        port = await self._web.start(settings.web.host, settings.web.port)
        log.info("web.up", extra={"port": port})
        try:
            for start in self._house.starts:
                await start()
            await self._platforms()
        finally:
            await self._alarm.stop()
            await self._web.stop()

    async def _platforms(self) -> None:
        settings = self._house.settings
        running: list[Coroutine[Any, Any, None]] = []
        if settings.has_discord:
            await self._connection.want_words(self._house.watching())
            running.append(self._connection.run())
        if settings.has_twitch and self._house.port is not None:
            running.append(self._house.port.run())
        try:
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(each) for each in running]
                _stop_on_signals(tasks)
                self._alarm.start(hurried=bool(settings.demo.clock_file))
        except* CannotStart as reasons:
            raise reasons.exceptions[0] from None

    def _twitch(self) -> TwitchPort:
        house = self._house
        return TwitchPort(
            settings=house.settings,
            texts=house.texts,
            doorkeeper=house.door(),
            clock=house.clock,
            outbox=self._outbox,
            marks=Marks(house.db),
            words=house.twitch,
        )

    async def _mind_words(self, now: datetime) -> None:
        """Ask for people's words when the first channel is watched, and not a moment longer."""
        del now
        await self._connection.want_words(self._house.watching())

    async def _carry(self, now: datetime) -> None:
        if self._house.port is not None:
            await self._house.port.carry(now)
        if self._connection.came_up.is_set():
            knobs = self._house.settings.discord
            pause = timedelta(seconds=knobs.edit_seconds)
            stays = timedelta(minutes=knobs.thread_minutes)
            await self._courier.carry(self._outbox, self._cards, pause, stays)
            await self._appointing.carry(self._appointments)


def _stop_on_signals(tasks: list[asyncio.Task[None]]) -> None:
    loop = asyncio.get_running_loop()

    def stop() -> None:
        for task in tasks:
            task.cancel()

    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop)


def discord_client(house: House, watching: bool) -> DiscordClient:
    """Discord's side of a house; `watching` where people's words are to be asked of Discord."""
    return DiscordClient(
        texts=house.texts,
        door=house.door,
        presses=house.presses,
        reads=house.reads,
        cogs=house.discord,
        marks=Marks(house.db),
        settings=house.settings,
        watching=watching,
    )
