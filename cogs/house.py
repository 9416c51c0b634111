"""What a wiring receives, and where it hangs up what it has built."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Self, TypeVar, cast

from discord.ext.commands import Cog

from config import on_loopback
from config.settings import Settings
from core.clock import Clock, from_file, steady
from core.courier import Appointment, Card, Courier, Letter
from core.news import News
from core.people import Doorkeeper
from core.timers import Bell
from platforms.discord_client.pressing import Nameless, Press
from platforms.discord_client.reading import Reads
from platforms.twitch_client.hearing import Words
from platforms.twitch_client.port import TwitchPort
from platforms.web_server.pages import WebFace
from platforms.web_server.streams import Streams
from prompts import Texts
from storage.database import Database, Tx
from storage.seal import Seal

Service = TypeVar("Service")


@dataclass
class House:
    """The house as one process sees it. Features add to it while it is wired, and never after."""

    settings: Settings
    db: Database
    clock: Clock
    news: News
    texts: Texts
    seal: Seal
    production: bool = True

    # What the features hang up.
    discord: list[Cog] = field(default_factory=list)
    # Buttons, selects and forms, by verb ("tournaments.join").
    presses: dict[str, Press | Nameless] = field(default_factory=dict)
    # Who reads Discord messages that no command took: the three faces of rule 13.
    reads: Reads = field(default_factory=Reads)
    # Chat commands, by word and verb ("tournoi", "score"); "" is the bare word, "*" the rest.
    twitch: dict[tuple[str, str], Words] = field(default_factory=dict)
    web: list[WebFace] = field(default_factory=list)
    # What pushes events to pages that are open.
    streams: Streams = field(default_factory=Streams)
    bells: dict[str, Bell] = field(default_factory=dict)
    # What a card shows now, by kind; None where there is nothing left to show.
    cards: dict[str, Callable[[str], Awaitable[Card | None]]] = field(default_factory=dict)
    # What stands in Discord's own list of events, by the kind of the card that it belongs to.
    appointments: dict[str, Callable[[str], Awaitable[Appointment | None]]] = field(
        default_factory=dict
    )
    # Told in the transaction that records it, with a subject or a nonce: that a card (by kind)
    # shows what it should, or that a letter (by text key) has arrived.
    confirmed: dict[str, Callable[[Tx, str], Awaitable[None]]] = field(default_factory=dict)
    # Asked just before a letter leaves, by its text key: whether it may still.
    letters: dict[str, Callable[[Letter], Awaitable[bool]]] = field(default_factory=dict)
    # Asked then too, by a letter's text key: whom it calls on Discord, by their accounts.
    calls: dict[str, Callable[[Letter], Awaitable[Sequence[str]]]] = field(default_factory=dict)
    # Called about once a second with the house's time: for what lives in memory only.
    ticks: list[Callable[[datetime], Awaitable[None]]] = field(default_factory=list)
    # Called once at every start, before any platform connects: to take up what was left.
    starts: list[Callable[[], Awaitable[None]]] = field(default_factory=list)
    # Whether any channel's words may be read: decides what is asked of Discord.
    watching: Callable[[], bool] = lambda: False
    # Who knows people: hung up by `people`, the first feature that is wired.
    doorkeeper: Doorkeeper | None = None
    courier: Courier | None = None  # Discord's; built before the features are wired
    port: TwitchPort | None = None  # built once the features are wired, where there is a Twitch
    _services: dict[type, object] = field(default_factory=dict)

    @classmethod
    def build(cls, settings: Settings) -> Self:
        """An empty house: nothing is opened, read or connected before it is wired."""
        demo = settings.demo
        pace = from_file(Path(demo.clock_file)) if demo.clock_file else None
        if pace is None and demo.speed != 1:
            pace = steady(demo.speed)
        return cls(
            settings=settings,
            db=Database.open(settings.storage.url),
            clock=Clock(pace),
            news=News(),
            texts=Texts(),
            seal=Seal.open(settings.secrets.key, Path(settings.secrets.file)),
            production=not on_loopback(settings),
        )

    def offer(self, service: object) -> None:
        """Let the features above call `service`."""
        self._services[type(service)] = service

    def door(self) -> Doorkeeper:
        """The doorkeeper, for those who are built before it."""
        if self.doorkeeper is None:
            raise LookupError("people is wired first")
        return self.doorkeeper

    def ask(self, kind: type[Service]) -> Service:
        """The service of a feature below; a `KeyError` at start-up if the order is wrong."""
        return cast("Service", self._services[kind])
