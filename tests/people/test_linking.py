"""Two accounts, one person: a code, once, and every row follows."""

import pytest
from sqlalchemy import Column, ForeignKey, Table, insert, select

from cogs.people.rules import (
    AlreadyLinked,
    CodeUnknown,
    Linked,
    NotLinked,
)
from cogs.people.service import People
from cogs.people.tables import link_codes, people
from core.people import Handle, PersonId, Platform
from storage.database import Database, Tx
from storage.schema import Key, metadata
from tests.doubles import Hands
from tests.people.conftest import ANA, BEN, SERVER, STREAM, VIEWER, linked, rows


async def test_two_accounts_become_one_person(
    doors: People, db: Database, told: list[object]
) -> None:
    ana = await doors.recognise(ANA, SERVER)
    viewer = await doors.recognise(VIEWER, STREAM)
    code = await doors.start_link(ana)
    await doors.redeem(viewer, STREAM, f" {code.lower()} ")
    assert (await doors.recognise(VIEWER, STREAM)).person == ana.person
    assert await doors.account_of(ana.person, Platform.TWITCH) == "333"
    assert await rows(db, people) == 1
    assert told == [Linked(ana.person, viewer.person)]


async def test_a_code_works_once_and_for_ten_minutes(doors: People, clock: Hands) -> None:
    ana = await doors.recognise(ANA, SERVER)
    viewer = await doors.recognise(VIEWER, STREAM)
    late = await doors.start_link(ana)
    clock.forward(minutes=10)
    with pytest.raises(CodeUnknown):
        await doors.redeem(viewer, STREAM, late)
    used = await doors.start_link(ana)
    await doors.redeem(viewer, STREAM, used)
    with pytest.raises(CodeUnknown):
        await doors.redeem(viewer, STREAM, used)


async def test_a_code_is_kept_as_a_hash_alone(doors: People, db: Database) -> None:
    code = await doors.start_link(await doors.recognise(ANA, SERVER))
    async with db.read() as tx:
        assert code not in str((await tx.execute(select(link_codes))).all())


async def test_the_newest_code_is_the_only_one(doors: People, db: Database) -> None:
    ana = await doors.recognise(ANA, SERVER)
    old = await doors.start_link(ana)
    await doors.start_link(ana)
    with pytest.raises(CodeUnknown):
        await doors.redeem(await doors.recognise(VIEWER, STREAM), STREAM, old)
    assert await rows(db, link_codes) == 1


async def test_nobody_has_two_accounts_of_one_platform(doors: People) -> None:
    ana, ben = await doors.recognise(ANA, SERVER), await doors.recognise(BEN, SERVER)
    with pytest.raises(AlreadyLinked):
        await doors.redeem(ben, SERVER, await doors.start_link(ana))
    with pytest.raises(AlreadyLinked):
        await doors.redeem(ana, SERVER, await doors.start_link(ana))
    await linked(doors)
    with pytest.raises(AlreadyLinked):
        await doors.start_link(ana)
    second = await doors.recognise(Handle(Platform.TWITCH, "334"), STREAM)
    with pytest.raises(CodeUnknown):
        await doors.redeem(second, STREAM, "AAAAAA")


async def test_rows_of_other_features_follow_in_the_same_transaction(doors: People) -> None:
    moved: list[tuple[PersonId, PersonId]] = []

    async def follow(tx: Tx, leaving: PersonId, staying: PersonId) -> None:
        assert tx.in_transaction()
        moved.append((leaving, staying))

    doors.merges.append(follow)
    ana = await linked(doors)
    assert [staying for _, staying in moved] == [ana.person]


async def test_a_feature_that_fails_to_follow_leaves_two_people_as_they_were(
    doors: People,
) -> None:
    async def stumble(tx: Tx, leaving: PersonId, staying: PersonId) -> None:
        raise RuntimeError("a feature has stumbled")

    doors.merges.append(stumble)
    with pytest.raises(RuntimeError, match="stumbled"):
        await linked(doors)
    ana, viewer = await doors.recognise(ANA, SERVER), await doors.recognise(VIEWER, STREAM)
    assert ana.person != viewer.person


async def test_rows_that_nobody_moves_stop_the_joining_instead_of_vanishing(
    doors: People, db: Database
) -> None:
    viewer = await doors.recognise(VIEWER, STREAM)
    forgotten = Table("forgotten", metadata, Column("person", Key, ForeignKey("people.id")))
    try:
        async with db.write() as tx:  # a feature whose author forgot that two can become one
            await tx.run_sync(forgotten.create)
            await tx.execute(insert(forgotten).values(person=viewer.person))
        with pytest.raises(RuntimeError, match="forgotten"):
            await linked(doors)
    finally:
        metadata.remove(forgotten)


async def test_leaving_is_one_tap_and_the_discord_side_keeps_what_it_played(
    doors: People,
) -> None:
    ana = await linked(doors)
    await doors.unlink(ana)
    viewer = await doors.recognise(VIEWER, STREAM)
    assert viewer.person != ana.person
    assert (await doors.recognise(ANA, SERVER)).person == ana.person
    with pytest.raises(NotLinked):
        await doors.unlink(ana)
