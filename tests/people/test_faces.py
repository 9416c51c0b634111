"""What people on Discord and Twitch meet when they say who they are."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from cogs.house import House
from cogs.people.discord_face import PeopleDiscord
from cogs.people.rules import AlreadyConnected, CodeUnknown
from cogs.people.service import People
from cogs.people.wiring import wire
from config.settings import Settings
from core.news import News
from core.people import Actor, Handle, Platform, Role, Venue
from platforms.twitch_client.hearing import Said
from prompts import Texts
from storage.database import Database
from storage.seal import Seal
from tests.discord_desk import GUILD, MANAGE_GUILD, Desk
from tests.doubles import Hands

ANA, LEA = 2, 9
STREAM = Venue(Platform.TWITCH, "600", "lea_stream")


@pytest_asyncio.fixture
async def desk(
    db: Database, clock: Hands, seal: Seal, texts: Texts, settings: Settings
) -> AsyncIterator[Desk]:
    house = House(settings, db, clock, News(), texts, seal)
    wire(house)
    desk = Desk(house, settings)
    await desk.open()
    yield desk


def code_in(text: str) -> str:
    return text.partition("lier ")[2][:6]


async def types(desk: Desk, number: str, *words: str, owner: bool = False) -> str | None:
    """Somebody writes `!defi lier ...` in the chat of the stream."""
    chatter = Handle(Platform.TWITCH, number, "lea_stream" if owner else "ana_tv")
    roles = frozenset({Role.OWNER} if owner else ())
    actor: Actor = await desk.house.ask(People).recognise(chatter, STREAM, roles=roles)
    said = Said(actor, STREAM, words, chatter, owner)
    return await desk.house.twitch["defi", "lier"](said)


async def test_a_code_shown_in_private_joins_two_accounts_and_a_tap_parts_them(
    desk: Desk,
) -> None:
    shown = await desk.slash(ANA, "link")
    assert shown.ephemeral
    assert await types(desk, "333", code_in(shown.text)) == (
        "@ana_tv C'est relié, je te reconnaîtrai des deux côtés."
    )
    again = await desk.slash(ANA, "link")
    assert "déjà reliés" in again.text
    parted = await desk.press(ANA, again.buttons["Délier"])
    assert parted.text.startswith("C'est délié.")
    assert "lier" in (await desk.slash(ANA, "link")).text


async def test_lier_without_a_code_says_where_to_find_one(desk: Desk) -> None:
    with pytest.raises(CodeUnknown):
        await types(desk, "333")
    refusal = desk.house.texts.say((await person(desk)).voice, CodeUnknown.key)
    assert "/lier" in refusal


async def person(desk: Desk) -> Actor:
    server = Venue(Platform.DISCORD, str(GUILD))
    return await desk.house.ask(People).recognise(Handle(Platform.DISCORD, str(ANA)), server)


async def test_somebody_chooses_their_language_and_we_answer_in_it(desk: Desk) -> None:
    answer = await desk.slash(ANA, "language", language="en")
    assert answer.text == "Noted, that's how I'll speak to you."
    await desk.slash(ANA, "language", language="fr", agreement="feminine")
    assert (await person(desk)).voice.gender == "feminine"


async def test_the_language_of_a_place_is_for_those_who_run_it(desk: Desk) -> None:
    options = {"language": "en", "for": "here"}
    refused = await desk.slash(ANA, "language", **options)
    assert "réservé à l'orga" in refused.text
    answer = await desk.slash(ANA, "language", may=MANAGE_GUILD, **options)
    assert answer.text == "Noted: I speak English here."
    assert await desk.house.ask(People).language_of((await person(desk)).place) == "en"


async def test_without_twitch_a_stream_is_kindly_refused(desk: Desk) -> None:
    answer = await desk.slash(ANA, "stream add", may=MANAGE_GUILD, login="lea_stream")
    assert "Twitch n'est pas branché" in answer.text


async def test_a_broadcaster_makes_a_server_their_home(desk: Desk) -> None:
    asked: list[str] = []

    async def find(login: str) -> Venue | None:
        asked.append(login)
        return STREAM if login == "lea_stream" else None

    (face,) = desk.house.discord
    assert isinstance(face, PeopleDiscord)
    face._find_stream = find  # Twitch itself, which is not here
    unknown = await desk.slash(ANA, "stream add", may=MANAGE_GUILD, login="nobody")
    assert "Je ne trouve pas" in unknown.text
    shown = await desk.slash(ANA, "stream add", may=MANAGE_GUILD, login=" @Lea_Stream ")
    assert asked == ["nobody", "lea_stream"]
    answer = await types(desk, "600", code_in(shown.text), owner=True)
    assert answer is not None
    assert answer.startswith("C'est relié")
    home = await desk.house.ask(People).home_of(STREAM)
    assert home == (await person(desk)).place
    again = await desk.slash(ANA, "stream add", may=MANAGE_GUILD, login="lea_stream")
    assert again.text == desk.house.texts.say((await person(desk)).voice, AlreadyConnected.key)
