"""What a wiring receives, and where it hangs up what it has built."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar, cast

from discord.ext.commands import Cog

from config.settings import Settings
from core.clock import Clock
from core.courier import Card, Courier
from core.news import News
from core.people import Doorkeeper, Venue
from core.timers import Bell
from platforms.discord_client.pressing import Press
from platforms.discord_client.reading import Reads
from platforms.twitch_client.hearing import Words
from platforms.web_server.pages import WebFace
from platforms.web_server.streams import Streams
from prompts import Texts
from storage.database import Database
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
    presses: dict[str, Press] = field(default_factory=dict)
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
    # Called about once a second with the house's time: for what lives in memory only.
    ticks: list[Callable[[datetime], Awaitable[None]]] = field(default_factory=list)
    # Called once at every start, before any platform connects: to take up what was left.
    starts: list[Callable[[], Awaitable[None]]] = field(default_factory=list)
    # Whether any channel's words may be read: decides what is asked of Discord.
    watching: Callable[[], bool] = lambda: False
    doorkeeper: Doorkeeper | None = None  # hung up by `people`
    courier: Courier | None = None  # Discord's, once the front door has built it
    _services: dict[type, object] = field(default_factory=dict)

    def offer(self, service: object) -> None:
        """Let the features above call `service`."""
        self._services[type(service)] = service

    def ask(self, kind: type[Service]) -> Service:
        """The service of a feature below; a `KeyError` at start-up if the order is wrong."""
        return cast("Service", self._services[kind])
