"""The one who looks at the clock: rings due timers and wakes whoever has something to send.

APScheduler only wakes us; the rows are the truth, so nothing is lost if it dies.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from core.clock import Clock
from storage.timers import Sweeper

TICK = 1.0  # seconds of house time between two looks
QUICKEST = 0.05  # seconds of real time: a demonstration in a hurry still leaves room for the rest
LAST = 2.0  # seconds that a look has to end when the bot stops
MOST = 200  # timers rung in one go, before others may speak
log = logging.getLogger(__name__)

Task = Callable[[datetime], Awaitable[None]]


class Alarm:
    def __init__(self, clock: Clock, sweeper: Sweeper, tasks: Sequence[Task]) -> None:
        """`tasks` are called at every look with the house's time; a failing one harms no other."""
        self._clock = clock
        self._sweeper = sweeper
        self._tasks = tasks
        self._looking = asyncio.Lock()
        self._scheduler = AsyncIOScheduler(
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        )

    def start(self, *, hurried: bool = False) -> None:
        """Look about once a second of house time; `hurried` where the pace may change."""
        pause = QUICKEST if hurried else max(QUICKEST, min(TICK, self._clock.real(TICK)))
        self._scheduler.add_job(self.look, "interval", seconds=pause, id="look")
        self._scheduler.start()
        logging.getLogger("apscheduler").setLevel(logging.ERROR)

    async def stop(self) -> None:
        """No more looks; the one under way is left a moment to come to its end."""
        if not self._scheduler.running:
            return
        self._scheduler.pause()
        with suppress(TimeoutError):
            async with asyncio.timeout(LAST):
                await self._looking.acquire()
        self._scheduler.shutdown(wait=False)

    async def look(self) -> None:
        """Ring everything that is due, then call the tasks."""
        async with self._looking:
            now = self._clock.now()
            await self._safely(self._ring, now)
            for task in self._tasks:
                await self._safely(task, now)

    async def _ring(self, now: datetime) -> None:
        for _ in range(MOST):
            due = await self._sweeper.next_due()  # a look takes no lock
            if due is None or due > now or not await self._sweeper.ring_one(now):
                return

    async def _safely(self, task: Task, now: datetime) -> None:
        try:
            await task(now)
        except Exception:  # One task that fails must not stop the clock for the others.
            log.exception("alarm.task_failed")
