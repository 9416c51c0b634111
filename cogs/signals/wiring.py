"""Puts signals together: the one listener that overhears, and what empties its memory."""

import hmac
import json
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from cogs.consent.rules.channels import Mode
from cogs.consent.rules.facts import ChannelMoved, Stopped, WatchChanged, Withdrew
from cogs.consent.rules.words import ConsentedText
from cogs.consent.service.consents import Consents
from cogs.house import House
from cogs.mediation.service.offers import Offers
from cogs.people.rules import Forgotten, Linked
from cogs.signals.classifier import Classifier, folder_of
from cogs.signals.discord_face import Overhearing
from cogs.signals.service import Signals
from core.clock import Clock

Gone = Callable[[int, int], Awaitable[None]]
log = logging.getLogger(__name__)


def wire(house: House) -> None:
    settings, consents = house.settings, house.ask(Consents)
    folder = folder_of(settings.signals.model)
    signals = Signals(
        lambda: Classifier.open(folder),
        house.ask(Offers),
        house.clock,
        timedelta(seconds=settings.signals.burst_seconds),
        _recorder(house),
    )
    house.offer(signals)
    face = Overhearing(signals, consents)
    house.reads.overheard = face.overhear
    house.reads.gone = _both(house.reads.gone, face.gone)
    house.ticks.append(signals.tick)
    house.ticks.append(_Faults(signals).tell)
    _empty_on_news(house, signals, consents)

    async def begin() -> None:
        if consents.watching():
            await signals.get_ready()

    house.starts.append(begin)


def _empty_on_news(house: House, signals: Signals, consents: Consents) -> None:
    async def stopped(fact: Stopped | Withdrew | Forgotten) -> None:
        signals.forget(fact.person)

    async def linked(fact: Linked) -> None:
        signals.forget(fact.was)

    async def moved(fact: ChannelMoved) -> None:
        if consents.mode(fact.channel) is not Mode.WATCH:
            signals.hush(fact.channel)

    async def watching(fact: WatchChanged) -> None:
        if fact.watching:
            await signals.get_ready()

    for kind in (Stopped, Withdrew, Forgotten):
        house.news.on(kind, stopped)
    house.news.on(Linked, linked)
    house.news.on(ChannelMoved, moved)
    house.news.on(WatchChanged, watching)


class _Faults:
    """Tells the operator that the model fails, by a count: never of whose words, or which."""

    def __init__(self, signals: Signals) -> None:
        self._signals = signals
        self._told = 0

    async def tell(self, now: datetime) -> None:
        del now
        if self._signals.faults > self._told:
            self._told = self._signals.faults
            log.warning("signals.model_failed", extra={"count": self._told})


class Recorder:
    """On loopback only: leaves one keyed digest for each text read, to be counted from outside.

    Who holds the key and the delivered messages can say which were read; nobody else can.
    """

    def __init__(self, file: Path, key: str, clock: Clock) -> None:
        self._file = file
        self._key = key.encode()
        self._clock = clock

    def __call__(self, said: ConsentedText) -> None:
        read = f"{said.message}\n{said.words}".encode()
        digest = hmac.new(self._key, read, sha256).hexdigest()
        line = json.dumps({"digest": digest, "at": self._clock.seconds()})
        with self._file.open("a", encoding="utf-8") as out:
            out.write(line + "\n")


def _recorder(house: House) -> Recorder | None:
    demo = house.settings.demo
    if house.production or not demo.reads_file:
        return None
    return Recorder(Path(demo.reads_file), demo.reads_key, house.clock)


def _both(first: Gone | None, then: Gone) -> Gone:
    async def gone(channel: int, message: int) -> None:
        if first is not None:
            await first(channel, message)
        await then(channel, message)

    return gone
