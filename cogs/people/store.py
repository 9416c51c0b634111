"""Where people and places are kept. One function, one question."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, func, insert, select, update

from cogs.people.rules import CodeUnknown
from cogs.people.tables import accounts, link_codes, people, places
from core.people import PersonId, PlaceId, Platform
from storage.database import Tx
from storage.schema import metadata


@dataclass(frozen=True, slots=True)
class Known:
    """A person, as far as speaking to them goes."""

    person: PersonId
    language: str | None
    heard: str | None
    gender: str


@dataclass(frozen=True, slots=True)
class Place:
    id: PlaceId
    name: str
    language: str
    home: PlaceId | None


@dataclass(frozen=True, slots=True)
class Code:
    """What a one-time code joins."""

    person: PersonId | None
    place: PlaceId | None
    stream: PlaceId | None


async def find(tx: Tx, account: str) -> Known | None:
    """The person behind an account's hash."""
    return _known(
        await tx.execute(
            select(people)
            .join(accounts, accounts.c.person == people.c.id)
            .where(accounts.c.hash == account)
        )
    )


async def known(tx: Tx, person: PersonId) -> Known | None:
    return _known(await tx.execute(select(people).where(people.c.id == person)))


def _known(rows: Any) -> Known | None:  # noqa: ANN401 - beside the driver
    row = rows.first()
    if row is None:
        return None
    return Known(PersonId(row.id), row.language, row.heard, row.gender)


async def add_person(tx: Tx, heard: str | None) -> Known:
    made = await tx.execute(insert(people).values(heard=heard).returning(people.c.id))
    return Known(PersonId(made.scalar_one()), None, heard, "other")


async def add_account(
    tx: Tx, person: PersonId, platform: Platform, account: str, sealed: str
) -> None:
    await tx.execute(
        insert(accounts).values(
            person=person, platform=platform.value, hash=account, sealed=sealed
        )
    )


async def set_heard(tx: Tx, person: PersonId, language: str) -> None:
    await tx.execute(update(people).where(people.c.id == person).values(heard=language))


async def set_voice(tx: Tx, person: PersonId, language: str | None, gender: str) -> None:
    await tx.execute(
        update(people).where(people.c.id == person).values(language=language, gender=gender)
    )


async def address(tx: Tx, person: PersonId, platform: Platform) -> tuple[str, str | None] | None:
    """The sealed id of a person's account, and their sealed private channel."""
    row = (
        await tx.execute(
            select(accounts.c.sealed, accounts.c.dm_channel)
            .where(accounts.c.person == person)
            .where(accounts.c.platform == platform.value)
        )
    ).first()
    return None if row is None else (row.sealed, row.dm_channel)


async def hashes(tx: Tx, persons: Collection[PersonId]) -> dict[PersonId, list[str]]:
    """The hashes of these people's Discord accounts."""
    found: dict[PersonId, list[str]] = {}
    everybody = list(persons)
    for start in range(0, len(everybody), 1000):  # an engine takes so many values and no more
        rows = await tx.execute(
            select(accounts.c.person, accounts.c.hash)
            .where(accounts.c.person.in_(everybody[start : start + 1000]))
            .where(accounts.c.platform == Platform.DISCORD.value)
        )
        for row in rows:
            found.setdefault(PersonId(row.person), []).append(row.hash)
    return found


async def set_private(tx: Tx, person: PersonId, channel: str) -> None:
    await tx.execute(
        update(accounts)
        .where(accounts.c.person == person)
        .where(accounts.c.platform == Platform.DISCORD.value)
        .values(dm_channel=channel)
    )


async def platforms(tx: Tx, person: PersonId) -> frozenset[Platform]:
    found = await tx.scalars(select(accounts.c.platform).where(accounts.c.person == person))
    return frozenset(Platform(each) for each in found)


async def move_accounts(
    tx: Tx, leaving: PersonId, to: PersonId, platform: Platform | None = None
) -> None:
    """Give a person's accounts, or the one on `platform`, to somebody else."""
    change = update(accounts).where(accounts.c.person == leaving).values(person=to)
    if platform is not None:
        change = change.where(accounts.c.platform == platform.value)
    await tx.execute(change)


async def forget(tx: Tx, person: PersonId) -> None:
    """One DELETE; foreign keys say what goes with them."""
    await tx.execute(delete(people).where(people.c.id == person))


async def still_naming(tx: Tx, person: PersonId) -> list[str]:
    """The tables that name this person, their accounts and codes aside."""
    found = []
    for table, columns in _naming():
        count = await tx.scalar(
            select(func.count()).select_from(table).where(_any(columns, person))
        )
        if count and table not in (accounts, link_codes):
            found.append(table.name)
    return found


async def everything_about(tx: Tx, person: PersonId) -> dict[str, list[dict[str, Any]]]:
    """Every row that names this person, in whatever table of whatever feature."""
    found: dict[str, list[dict[str, Any]]] = {}
    for table, columns in [(people, [people.c.id]), *_naming()]:
        rows = await tx.execute(select(table).where(_any(columns, person)))
        if kept := [dict(row) for row in rows.mappings()]:
            found[table.name] = kept
    return found


def _naming() -> list[tuple[Any, list[Any]]]:
    by_table = []
    for table in metadata.sorted_tables:
        columns = [key.parent for key in table.foreign_keys if key.target_fullname == "people.id"]
        if columns:
            by_table.append((table, columns))
    return by_table


def _any(columns: list[Any], person: PersonId) -> ColumnElement[bool]:
    found: ColumnElement[bool] = columns[0] == person
    for column in columns[1:]:
        found |= column == person
    return found


async def place(tx: Tx, venue: str) -> Place | None:
    """The place behind a venue's hash."""
    row = (await tx.execute(select(places).where(places.c.hash == venue))).first()
    return None if row is None else Place(PlaceId(row.id), row.name, row.language, row.home)


async def add_place(tx: Tx, platform: Platform, venue: str, sealed: str, **rest: str) -> PlaceId:
    made = await tx.execute(
        insert(places)
        .values(platform=platform.value, hash=venue, sealed=sealed, **rest)
        .returning(places.c.id)
    )
    return PlaceId(made.scalar_one())


async def change_place(tx: Tx, which: PlaceId, **values: object) -> None:
    await tx.execute(update(places).where(places.c.id == which).values(**values))


async def leave_home(tx: Tx, venue: str) -> None:
    await tx.execute(update(places).where(places.c.hash == venue).values(home=None))


async def language(tx: Tx, which: PlaceId) -> str | None:
    found: str | None = await tx.scalar(select(places.c.language).where(places.c.id == which))
    return found


async def streams(tx: Tx, now: datetime) -> list[tuple[str, str, str]]:
    """Sealed id, name and language of streams with a home, or that wait for their code."""
    waiting = (
        select(link_codes.c.stream)
        .where(link_codes.c.stream.is_not(None))
        .where(link_codes.c.expires > now)
    )
    rows = await tx.execute(
        select(places)
        .where(places.c.platform == Platform.TWITCH.value)
        .where(places.c.home.is_not(None) | places.c.id.in_(waiting))
        .order_by(places.c.id)
    )
    return [(row.sealed, row.name, row.language) for row in rows]


async def streams_of(tx: Tx, home: PlaceId) -> list[str]:
    found = select(places.c.sealed).where(places.c.home == home).order_by(places.c.id)
    return list(await tx.scalars(found))


async def add_code(tx: Tx, code: str, expires: datetime, **joins: int) -> None:
    """Keep a code's hash; whoever asks again has one code, the newest."""
    for column, value in joins.items():
        if column != "place":
            await tx.execute(delete(link_codes).where(link_codes.c[column] == value))
    await tx.execute(insert(link_codes).values(hash=code, expires=expires, **joins))


async def take_code(tx: Tx, code: str, now: datetime) -> Code:
    """What a code joins; it is used up. Raises `CodeUnknown`."""
    await tx.execute(delete(link_codes).where(link_codes.c.expires <= now))
    row = (await tx.execute(select(link_codes).where(link_codes.c.hash == code))).first()
    if row is None:
        raise CodeUnknown
    await tx.execute(delete(link_codes).where(link_codes.c.hash == code))
    return Code(row.person, row.place, row.stream)
