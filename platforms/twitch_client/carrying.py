"""Letters to a chat: marked before they are said, so that none is ever said twice."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime

from core.clock import Clock
from core.courier import Sent
from core.people import Platform, Voice
from prompts import Texts
from storage.outbox import Outbox, Posted

LAST = 2.0  # seconds
log = logging.getLogger(__name__)


class Carrier:
    def __init__(
        self,
        outbox: Outbox,
        texts: Texts,
        clock: Clock,
        say: Callable[[str, str], Awaitable[Sent]],
    ) -> None:
        self._outbox = outbox
        self._texts = texts
        self._clock = clock
        self._say = say
        self._task: asyncio.Task[None] | None = None

    def carry(self) -> None:
        """Send what is due, beside whatever else goes on: a chat may be out of breath."""
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._carry(self._clock.now()))

    async def stop(self) -> None:
        """Write down what became of the letters on their way, if that is quickly done."""
        if self._task is not None:
            await asyncio.wait({self._task}, timeout=LAST)
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _carry(self, now: datetime) -> None:
        try:
            due = await self._outbox.due(Platform.TWITCH, now)
            for posted in due:
                # Twitch knows no nonce. Marked and then lost in a crash, it is not said again.
                await self._outbox.mark(posted)
            await asyncio.gather(*(self._deliver(posted) for posted in due))
        except Exception:  # The next look tries again; nobody else would see this task's end.
            log.exception("twitch.not_carried", extra={"platform": "twitch"})

    async def _deliver(self, posted: Posted) -> None:
        letter = posted.letter
        text = self._texts.say(Voice(letter.language), letter.key, **letter.slots)
        outcome = await self._say(letter.target.removeprefix("stream:"), text)
        await self._outbox.done(posted, outcome, self._clock.now())
