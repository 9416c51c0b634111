"""An evening with its services, and a room with its faces."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from cogs.challenges import wiring as challenges
from cogs.consent import wiring as consent
from cogs.house import House
from cogs.people import wiring as people
from config.settings import Settings
from core.courier import Sent
from core.news import News
from platforms.twitch_client.answering import Answers
from prompts import Texts
from storage.database import Database
from storage.seal import Seal
from tests.challenges.evening import Evening, open_evening
from tests.challenges.room import Room
from tests.discord_desk import Desk
from tests.doubles import Hands


@pytest.fixture
async def evening(db: Database, clock: Hands, seal: Seal) -> Evening:
    return open_evening(db, clock, seal)


@pytest_asyncio.fixture
async def room(
    db: Database, clock: Hands, seal: Seal, texts: Texts, settings: Settings
) -> AsyncIterator[Room]:
    house = House(settings, db, clock, News(), texts, seal)
    for feature in (people, consent, challenges):
        feature.wire(house)
    desk = Desk(house, settings)
    await desk.open()

    async def reply(stream: str, text: str, answers: str) -> Sent:
        del answers
        found.said.append((stream, text))
        return Sent.DELIVERED

    answers = Answers(texts, house.door(), house.twitch, reply)
    found = Room(house, desk, clock, answers)
    yield found
