"""One person, several accounts; places and their streams."""

import asyncio

import pytest
from sqlalchemy import select

from cogs.people.rules import (
    NOWHERE,
    AlreadyConnected,
    CodeUnknown,
    NotHere,
    StreamConnected,
)
from cogs.people.service import People
from cogs.people.tables import accounts, people, places
from core.errors import NotAllowed
from core.people import Handle, Platform, Venue
from storage.database import Database
from tests.doubles import Hands
from tests.people.conftest import ANA, BEN, OWNER, SERVER, STREAM, VIEWER, linked, rows


async def test_somebody_who_comes_back_is_the_same_person(doors: People, db: Database) -> None:
    first = await doors.recognise(ANA, SERVER, language="fr")
    again = await doors.recognise(ANA, SERVER, language="fr")
    other = await doors.recognise(BEN, SERVER)
    assert first.person == again.person != other.person
    assert first.place == again.place == other.place != NOWHERE
    assert await rows(db, people) == 2


async def test_somebody_known_costs_no_transaction(doors: People, db: Database) -> None:
    ana = await doors.recognise(ANA, SERVER, language="fr")
    async with db.write():  # the one writer is busy: whoever wants to write must wait
        async with asyncio.timeout(1):
            assert await doors.recognise(ANA, SERVER, language="fr") == ana


async def test_a_crowd_at_the_door_is_nobody_twice(doors: People, db: Database) -> None:
    found = await asyncio.gather(*(doors.recognise(ANA, SERVER) for _ in range(20)))
    assert len({actor.person for actor in found}) == 1
    assert (await rows(db, people), await rows(db, places)) == (1, 1)


async def test_neither_a_name_nor_a_platform_s_id_is_kept_in_clear(
    doors: People, db: Database
) -> None:
    ana = await doors.recognise(ANA, SERVER)
    await doors.open_private(ana.person, "98765")
    async with db.read() as tx:
        found = [
            tuple(row) for table in (people, accounts) for row in await tx.execute(select(table))
        ]
    assert not [value for row in found for value in row if str(value) in {"111", "98765", "Ana"}]
    assert "111" not in repr(ANA)


async def test_a_person_can_be_found_again_to_mention_and_to_write_to(doors: People) -> None:
    ana = await doors.recognise(ANA, SERVER)
    assert await doors.account_of(ana.person, Platform.DISCORD) == "111"
    assert await doors.account_of(ana.person, Platform.TWITCH) is None
    assert await doors.private_channel_of(ana.person) is None
    await doors.open_private(ana.person, "98765")
    assert await doors.private_channel_of(ana.person) == "98765"


async def test_what_somebody_chose_wins_over_what_their_platform_says(doors: People) -> None:
    ana = await doors.recognise(ANA, SERVER, language="en")
    assert ana.voice.language == "en"
    await doors.speak(ana, language="fr", gender="feminine")
    again = await doors.recognise(ANA, SERVER, language="en")
    assert (again.voice.language, again.voice.gender) == ("fr", "feminine")
    assert await doors.voice_of(ana.person) == again.voice


async def test_without_a_choice_we_speak_as_the_platform_did_last(doors: People) -> None:
    ana = await doors.recognise(ANA, language="en")
    assert ana.place == NOWHERE
    assert (await doors.recognise(ANA)).voice.language == "en"
    assert (await doors.voice_of(ana.person)).language == "en"


async def test_only_its_people_choose_the_language_of_a_place(doors: People) -> None:
    ana = await doors.recognise(ANA, SERVER, language="fr")
    with pytest.raises(NotAllowed):
        await doors.speak_here(ana, "en")
    owner = await doors.recognise(BEN, SERVER, roles=OWNER)
    await doors.speak_here(owner, "en")
    assert await doors.language_of(ana.place) == "en"
    assert (await doors.recognise(VIEWER, SERVER)).voice.language == "en"
    with pytest.raises(NotHere):
        await doors.speak_here(await doors.recognise(BEN, roles=OWNER), "en")


async def test_a_stream_has_a_home_once_its_broadcaster_has_said_so(
    doors: People, told: list[object]
) -> None:
    host = await doors.recognise(ANA, SERVER, roles=OWNER)
    code = await doors.connect_stream(host, STREAM)
    # Or nobody would hear the broadcaster type it.
    assert [stream.id for stream, _ in await doors.streams()] == ["600"]
    assert await doors.home_of(STREAM) is None
    broadcaster = await doors.recognise(Handle(Platform.TWITCH, "600"), STREAM, roles=OWNER)
    await doors.redeem(broadcaster, STREAM, code)
    assert told == [StreamConnected("600")]
    assert await doors.home_of(STREAM) == host.place
    assert (await doors.recognise(VIEWER, STREAM)).place == host.place
    assert await doors.streams_of(host.place) == ["600"]
    with pytest.raises(AlreadyConnected):
        await doors.connect_stream(host, STREAM)


async def test_nobody_gives_a_stream_that_is_not_theirs(doors: People) -> None:
    host = await doors.recognise(ANA, SERVER, roles=OWNER)
    code = await doors.connect_stream(host, STREAM)
    with pytest.raises(NotAllowed):
        await doors.redeem(await doors.recognise(VIEWER, STREAM), STREAM, code)
    elsewhere = Venue(Platform.TWITCH, "601")
    stranger = await doors.recognise(Handle(Platform.TWITCH, "601"), elsewhere, roles=OWNER)
    with pytest.raises(CodeUnknown):
        await doors.redeem(stranger, elsewhere, code)
    assert await doors.home_of(STREAM) is None


async def test_only_those_who_run_a_server_connect_streams_to_it(doors: People) -> None:
    with pytest.raises(NotAllowed):
        await doors.connect_stream(await doors.recognise(ANA, SERVER), STREAM)
    with pytest.raises(NotHere):
        await doors.connect_stream(await doors.recognise(ANA, roles=OWNER), STREAM)


async def test_a_stream_whose_code_was_never_typed_is_left_alone(
    doors: People, clock: Hands
) -> None:
    await doors.connect_stream(await doors.recognise(ANA, SERVER, roles=OWNER), STREAM)
    clock.forward(minutes=10)
    assert await doors.streams() == []


async def test_forgetting_somebody_leaves_nothing_and_they_come_back_as_a_stranger(
    doors: People, db: Database
) -> None:
    ana = await linked(doors)
    await doors.forget(ana.person)
    assert (await rows(db, people), await rows(db, accounts)) == (0, 0)
    assert await doors.account_of(ana.person, Platform.DISCORD) is None
    await doors.recognise(ANA, SERVER)
    assert await rows(db, people) == 1


async def test_what_is_kept_about_somebody_can_be_read_by_them(doors: People) -> None:
    ana = await linked(doors)
    found = await doors.export(ana)
    assert {row["sealed"] for row in found["accounts"]} == {"111", "333"}
    assert found["people"][0]["id"] == ana.person
