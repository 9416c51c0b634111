"""A channel with a tournament's card in our own Discord, and the courier of one process."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import discord

from cogs.house import House
from core.courier import Card, Room
from platforms.discord_client.carrying import DiscordCourier, Drawn
from sandbox.discord_world.permissions import SPARE
from sandbox.discord_world.state import PRIVATE_THREAD, Channel, Message, Person
from sandbox.discord_world.world import DiscordWorld
from storage import cards as rows
from storage.cards import CardRow, Cards
from storage.outbox import Outbox
from tests.sandbox.stranger import pointed_at

PAUSE, LAST_WORDS = timedelta(seconds=5), timedelta(minutes=10)
EVENT = "event", "1"


class Killed(BaseException):
    """The process ends here: nobody is left to catch it."""


class Dying(Cards):
    """A process that is killed right after Discord has done what it was asked."""

    async def lodged(self, card: CardRow, room: str, refused: int | None = None) -> CardRow:
        raise Killed

    async def shown(
        self,
        card: CardRow,
        message: str | None,
        not_before: datetime,
        over_at: datetime | None = None,
    ) -> None:
        if card.kind == "match":
            raise Killed
        await super().shown(card, message, not_before, over_at)


class DyingLater(Dying):
    async def lodged(self, card: CardRow, room: str, refused: int | None = None) -> CardRow:
        return await Cards.lodged(self, card, room, refused)


@dataclass
class Scene:
    """A channel with a tournament's card, and the bot of one process after another."""

    world: DiscordWorld
    house: House
    client: discord.Client
    hall: Channel
    people: list[Person]
    rooms: dict[str, Room | None] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        async def event(subject: str) -> Card:
            return Card(f"Coupe {subject}", thread="Matchs")

        async def match(subject: str) -> Card:
            return Card(self.texts[subject], room=self.rooms[subject])

        drawn = Drawn({"event": event, "match": match}, {})
        house = self.house
        self.courier = DiscordCourier(
            lambda: self.client, house.door, house.texts, house.clock, drawn
        )

    async def call(self, subject: str, *players: Person, **room: object) -> None:
        """A match is called, or shown anew."""
        members = tuple(each.id for each in players)
        given: dict[str, object] = {"members": members} | room
        self.rooms[subject] = Room(f"Finale {subject}", **given)  # type: ignore[arg-type]  # as given
        self.texts[subject] = " contre ".join(each.mention for each in players)
        async with self.house.db.write() as tx:
            await rows.want(tx, "event", "1", self.hall.id)
            await rows.want(tx, "match", subject, self.hall.id, EVENT)

    async def carry(self, cards: Cards | None = None) -> None:
        for _ in range(2):  # the event's card, then what hangs below it
            await self.courier.carry(
                Outbox(self.house.db), cards or Cards(self.house.db), PAUSE, LAST_WORDS
            )

    @property
    def private(self) -> list[Channel]:
        here = self.hall.guild.channels if self.hall.guild else []
        return [each for each in here if each.kind == PRIVATE_THREAD]

    async def where(self, subject: str) -> str | None:
        async with self.house.db.read() as tx:
            return await rows.where(tx, "match", subject)

    async def refused(self) -> int | None:
        async with self.house.db.read() as tx:
            return await rows.refusal_below(tx, *EVENT)

    def said(self, channel: Channel) -> list[Message]:
        return [each for each in channel.messages if each.author is self.world.bot]


@asynccontextmanager
async def opened(house: House) -> AsyncIterator[Scene]:
    """A server that gave the bot what its invitation asks for, and four people."""
    world = await DiscordWorld.start()
    guild = world.add_guild("Salle", bot=False)
    world.invite_bot(guild, SPARE)
    people = [world.add_person(name, guild) for name in ("Ana", "Ben", "Zoé", "Camille")]
    client = discord.Client(intents=discord.Intents.none(), max_ratelimit_timeout=60)
    with pointed_at(world):
        await client.login(world.bot_token)
        yield Scene(world, house, client, world.add_channel(guild, "tournois"), people)
        await client.close()
    await world.close()
