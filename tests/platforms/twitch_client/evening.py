"""A world with one stream in it, and the bot that comes to it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from config.settings import Settings
from core.clock import Clock
from core.people import Actor, Handle, PersonId, PlaceId, Platform, Role, Venue, Voice
from platforms.twitch_client.hearing import Said
from platforms.twitch_client.port import TwitchPort
from prompts import Texts
from sandbox.twitch_world.state import Line, Stream, Viewer
from sandbox.twitch_world.world import TwitchWorld
from storage.database import Database
from storage.marks import Marks
from storage.outbox import Outbox


class Door:
    """Lets everybody in, under the number of their account. `people` has tests of its own."""

    async def recognise(
        self,
        handle: Handle,
        venue: Venue | None = None,
        *,
        language: str | None = None,
        roles: frozenset[Role] = frozenset(),
    ) -> Actor:
        return Actor(
            person=PersonId(int(handle.id)),
            place=PlaceId(int(venue.id) if venue else 0),
            voice=Voice(language or "fr"),
            roles=roles,
            name=handle.name,
            platform=handle.platform,
        )

    async def account_of(self, person: PersonId, platform: Platform) -> str | None:
        del platform
        return str(person)

    async def private_channel_of(self, person: PersonId) -> str | None:
        del person
        return None


@dataclass
class Evening:
    """A world with one stream in it, and everything a port needs to come."""

    world: TwitchWorld
    stream: Stream
    viewer: Viewer
    settings: Settings
    texts: Texts
    db: Database
    said: list[Said] = field(default_factory=list)

    def port(self, **twitch: object) -> TwitchPort:
        port = TwitchPort(
            settings=self.settings.model_copy(
                update={"twitch": self.settings.twitch.model_copy(update=twitch)}
            ),
            texts=self.texts,
            doorkeeper=Door(),
            clock=Clock(),
            outbox=Outbox(self.db),
            marks=Marks(self.db),
        )

        async def join(said: Said) -> str:
            self.said.append(said)
            return f"Place prise : {said.actor.name} {' '.join(said.words)}".strip()

        port.words[("tournoi", "")] = join
        return port

    @asynccontextmanager
    async def running(self, **twitch: object) -> AsyncIterator[TwitchPort]:
        port = self.port(**twitch)
        await port.follow(self.stream.id, name=self.stream.name, language=self.stream.language)
        async with up(port):
            yield port

    async def hears(self, text: str = "!tournoi", who: str = "Zoé") -> Line:
        """Somebody types a command; the bot's answer to that very line."""
        line = await self.world.chat(self.viewer, self.stream, text)
        return await self.world.wait_for_line(
            self.stream, lambda said: said.reply_to is line and who in said.text
        )

    def answers(self) -> list[str]:
        return [line.text for line in self.stream.lines if line.by_bot]


@asynccontextmanager
async def up(port: TwitchPort) -> AsyncIterator[None]:
    running = asyncio.create_task(port.run())
    coming = asyncio.create_task(port.came_up.wait())
    try:
        await asyncio.wait({running, coming}, timeout=5, return_when=asyncio.FIRST_COMPLETED)
        if running.done():
            running.result()
        assert coming.done(), "the port did not come up within 5 s"
        yield
    finally:
        running.cancel()
        coming.cancel()
        await asyncio.gather(running, coming, return_exceptions=True)
        await asyncio.sleep(0.05)  # TwitchIO closes its sockets in tasks of its own


def says(text: str) -> Callable[[Line], bool]:
    return lambda line: line.text == text
