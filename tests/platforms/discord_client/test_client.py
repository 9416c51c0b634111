"""The connection to Discord asks for little, hears few, and tells nobody what it heard."""

from collections.abc import AsyncIterator

import discord
import pytest
import pytest_asyncio

from cogs.house import House
from config.settings import Settings
from core.log import Lines
from core.news import News
from platforms.discord_client.client import intents_for
from prompts import Texts
from storage.database import Database
from storage.seal import Seal
from tests.discord_desk import Desk
from tests.doubles import Hands

WORDS = "je vais pas bien"


@pytest_asyncio.fixture
async def desk(
    db: Database, clock: Hands, texts: Texts, seal: Seal, settings: Settings
) -> AsyncIterator[Desk]:
    desk = Desk(House(settings, db, clock, News(), texts, seal, production=False), settings)
    await desk.open()
    yield desk


def test_words_are_asked_of_discord_only_where_something_is_watched() -> None:
    words = discord.Intents(message_content=True).value
    assert intents_for(watching=False).value == 4609
    assert intents_for(watching=True).value == 4609 | words


async def test_a_fault_tells_where_and_never_what_was_written(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    async def fail(message: discord.Message) -> None:
        raise ValueError(message.content)

    desk.house.reads.addressed = fail
    desk.client._connection.parsers["MESSAGE_CREATE"](desk.message(7, WORDS))
    await desk.quiet()
    (record,) = caplog.records
    line = Lines().format(record)
    assert "incident kind=on_message platform=discord" in line
    assert "ValueError" in line
    assert WORDS not in line
    assert "Message" not in line


async def test_a_webhook_is_nobody_and_is_heard_by_nobody(desk: Desk) -> None:
    heard: list[int] = []

    async def hear(message: discord.Message) -> None:
        heard.append(message.id)

    desk.house.reads.addressed = desk.house.reads.overheard = hear
    parse = desk.client._connection.parsers["MESSAGE_CREATE"]
    parse({**desk.message(7, WORDS), "webhook_id": "7"})
    parse(desk.message(8, WORDS))
    await desk.quiet()
    assert len(heard) == 1
