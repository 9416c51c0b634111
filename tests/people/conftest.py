"""A doorkeeper, and those who come to the door."""

import pytest
from sqlalchemy import Table, func, select

from cogs.people.rules import (
    Linked,
    StreamConnected,
)
from cogs.people.service import People
from core.news import News
from core.people import Actor, Handle, Platform, Role, Venue
from storage.database import Database
from storage.seal import Seal
from tests.doubles import Hands

ANA = Handle(Platform.DISCORD, "111", "Ana")
BEN = Handle(Platform.DISCORD, "222", "Ben")
VIEWER = Handle(Platform.TWITCH, "333", "ana_tv")
SERVER = Venue(Platform.DISCORD, "500", "Le serveur")
STREAM = Venue(Platform.TWITCH, "600", "lea_stream")
OWNER = frozenset({Role.OWNER})


@pytest.fixture
def told() -> list[object]:
    return []


@pytest.fixture
def doors(db: Database, clock: Hands, seal: Seal, told: list[object]) -> People:
    async def hear(fact: object) -> None:
        told.append(fact)

    news = News()
    news.on(Linked, hear)
    news.on(StreamConnected, hear)
    return People(db, clock, news, seal)


async def rows(db: Database, table: Table) -> int:
    async with db.read() as tx:
        return await tx.scalar(select(func.count()).select_from(table)) or 0


async def linked(doors: People) -> Actor:
    ana = await doors.recognise(ANA, SERVER)
    viewer = await doors.recognise(VIEWER, STREAM)
    await doors.redeem(viewer, STREAM, await doors.start_link(ana))
    return ana
