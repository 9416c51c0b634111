"""Hears consented words, weighs them in memory, and forgets them. What can follow is an offer."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Protocol

from cogs.consent.rules.words import ConsentedText
from cogs.mediation.rules.offer import Reason
from cogs.mediation.service.cards import Scene
from cogs.mediation.service.offers import Offers, Wish
from cogs.signals.rules import Burst, Outcome, Reader, Thresholds, outcome
from core.clock import Clock
from core.people import PersonId

Where = tuple[PersonId, str]  # one author in one channel


class Model(Reader, Protocol):
    @property
    def thresholds(self) -> Thresholds: ...


class Signals:
    """Bursts live here and nowhere else. Nothing is logged, counted or told but `faults`."""

    def __init__(
        self,
        open_model: Callable[[], Model],
        offers: Offers,
        clock: Clock,
        window: timedelta,
        record: Callable[[ConsentedText], None] | None = None,
    ) -> None:
        """`record` is told of each text that is read; only a demonstration has one."""
        self._open_model = open_model
        self._offers = offers
        self._clock = clock
        self._window = window
        self._record = record
        self._model: Model | None = None
        self._thread: ThreadPoolExecutor | None = None
        self._bursts: dict[Where, Burst] = {}
        # Until when a burst that had its one effect may not have it again.
        self._effects: dict[Where, tuple[datetime, Outcome]] = {}
        self.faults = 0  # times that the model failed: a number, for the operator

    async def hear(self, said: ConsentedText, scene: Scene) -> None:
        """Read a message with those before it. Both yeses were asked for this very message."""
        where = (said.person, said.channel)
        burst = self._burst(where)
        burst.add(said.message, said.words)
        texts = burst.texts
        if self._record is not None:
            self._record(said)
        found = await self._weigh(texts)
        # Looked at again: while it was weighed somebody may have stopped, deleted or gone on.
        if self._bursts.get(where) is burst and burst.texts == texts:
            self._follow(where, burst, found, scene)

    def _burst(self, where: Where) -> Burst:
        now = self._clock.now()
        burst = self._bursts.get(where)
        if burst is None or not burst.takes(now):
            burst = self._bursts[where] = Burst(now, self._window)
        return burst

    def _follow(self, where: Where, burst: Burst, found: Outcome, scene: Scene) -> None:
        if found is Outcome.NOTHING:
            return
        causes = burst.messages
        burst.clear()
        del self._bursts[where]
        until, before = self._effects.get(where, (burst.began, Outcome.NOTHING))
        if self._clock.now() < until and before in (found, Outcome.URGENT_OFFER):
            return
        self._effects[where] = (burst.ends, found)
        urgent = found is Outcome.URGENT_OFFER
        self._offers.later(Wish(where[0], scene, Reason.SIGNAL, urgent, causes))

    async def _weigh(self, texts: tuple[str, ...]) -> Outcome:
        def weigh() -> Outcome:
            model = self._ready()
            return outcome(model.weigh(texts), model.thresholds)

        try:
            return await asyncio.get_running_loop().run_in_executor(self._worker(), weigh)
        except Exception:  # noqa: BLE001 - whatever a model does, the evening goes on without it
            self.faults += 1
            return Outcome.NOTHING

    async def get_ready(self) -> None:
        """Load the model, away from the event loop: a first channel is watched."""
        try:
            await asyncio.get_running_loop().run_in_executor(self._worker(), self._ready)
        except Exception:  # noqa: BLE001 - the same
            self.faults += 1

    def _ready(self) -> Model:
        if self._model is None:
            self._model = self._open_model()
        return self._model

    def _worker(self) -> ThreadPoolExecutor:
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, "signals")
        return self._thread

    def gone(self, message: str) -> None:
        """A message was deleted or edited: it is not read again, and its offer does not leave."""
        for burst in self._bursts.values():
            burst.drop(message)
        self._offers.take_back(message)

    def forget(self, person: PersonId) -> None:
        """Drop every word of somebody, at once."""
        for where in [each for each in self._bursts if each[0] == person]:
            self._bursts.pop(where).clear()
        self._effects = {w: rest for w, rest in self._effects.items() if w[0] != person}

    def hush(self, channel: str) -> None:
        """Drop every word of a channel that is not watched any more."""
        for where in [each for each in self._bursts if each[1] == channel]:
            self._bursts.pop(where).clear()

    async def tick(self, now: datetime) -> None:
        """Empty what is older than a burst may be."""
        for where in [each for each, burst in self._bursts.items() if not burst.takes(now)]:
            self._bursts.pop(where).clear()
        self._effects = {w: rest for w, rest in self._effects.items() if rest[0] > now}

    def close(self) -> None:
        """Drop everything and let the worker go."""
        for burst in self._bursts.values():
            burst.clear()
        self._bursts.clear()
        if self._thread is not None:
            self._thread.shutdown(wait=False, cancel_futures=True)
            self._thread = None
