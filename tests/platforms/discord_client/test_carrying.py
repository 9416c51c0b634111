"""What we send first on Discord: whom it calls, and what is asked before it leaves."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any, cast

import pytest_asyncio
from discord.http import Route

from cogs.house import House
from config.settings import Settings
from core.courier import Card, Letter
from core.news import News
from core.people import Platform
from platforms.discord_client.carrying import DiscordCourier, Drawn
from prompts import Texts
from storage import cards, outbox
from storage.cards import Cards
from storage.database import Database
from storage.outbox import Outbox
from storage.seal import Seal
from tests.discord_desk import ME, Desk
from tests.doubles import Hands

NOW = timedelta(0)
KEY = "tournaments-ping"


class Channel(Desk):
    """A channel that the bot may write in."""

    async def _request(self, route: Route, **given: object) -> dict[str, object]:
        answer = await super()._request(route, **given)
        if route.path.endswith("/messages") or "/messages/" in route.path:
            return self.message(ME, "…")
        return answer

    def written(self) -> list[dict[str, Any]]:
        return [cast("dict[str, Any]", body) for _, path, body in self.requests if "mess" in path]


@pytest_asyncio.fixture
async def channel(
    db: Database, clock: Hands, texts: Texts, seal: Seal, settings: Settings
) -> AsyncIterator[Channel]:
    house = House(settings, db, clock, News(), texts, seal, production=False)
    channel = Channel(house, settings)
    await channel.open()
    yield channel


def courier(channel: Channel, drawn: Drawn) -> DiscordCourier:
    house = channel.house
    return DiscordCourier(lambda: channel.client, house.door, house.texts, house.clock, drawn)


async def test_a_card_calls_its_players_and_nobody_else(channel: Channel, db: Database) -> None:
    async def match(subject: str) -> Card:
        return Card(f"<@{subject}> @everyone <@&77>")

    async with db.write() as tx:
        await cards.want(tx, "match", "123456789012345678", "600")
    sender = courier(channel, Drawn({"match": match}, {}))
    await sender.carry(Outbox(db), Cards(db), NOW)
    async with db.write() as tx:
        await cards.again(tx, "match", "123456789012345678")
    await sender.carry(Outbox(db), Cards(db), NOW)
    called = [each["allowed_mentions"]["parse"] for each in channel.written()]
    assert called == [["users"], []]  # once, when it is new


async def test_a_letter_is_asked_about_just_before_it_leaves(
    channel: Channel, db: Database
) -> None:
    async def may(letter: Letter) -> bool:
        return letter.nonce == "yes"

    async with db.write() as tx:
        for nonce in ("yes", "no"):
            key = "consent-watch-paused"
            await outbox.post(tx, Letter(nonce, Platform.DISCORD, "channel:600", key, "fr"))
    sender = courier(channel, Drawn({}, {"consent-watch-paused": may}))
    for _ in range(2):
        await sender.carry(Outbox(db), Cards(db), NOW)
    (sent,) = channel.written()
    assert sent["nonce"] == "yes"
    assert sent["allowed_mentions"]["parse"] == []


async def test_a_letter_calls_those_it_names_at_the_moment_it_leaves_and_nobody_else(
    channel: Channel, db: Database
) -> None:
    late = {"one": ("11", "12"), "none": ()}

    async def whom(letter: Letter) -> tuple[str, ...]:
        return late[str(letter.slots["match"])]

    async with db.write() as tx:
        for match in late:
            slots = {"match": match, "until": "1"}
            letter = Letter(match, Platform.DISCORD, "channel:600", KEY, "fr", slots)
            await outbox.post(tx, letter)
    sender = courier(channel, Drawn({}, {}, {KEY: whom}))
    await sender.carry(Outbox(db), Cards(db), NOW)
    (sent,) = channel.written()  # with nobody left to call there is nothing to say
    assert sent["content"].startswith("<@11> <@12>")
    assert sent["allowed_mentions"]["parse"] == []
    assert sent["allowed_mentions"]["users"] == [11, 12]
