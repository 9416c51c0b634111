"""Where yeses, ages and the states of channels are kept. One function, one question."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NewType

from sqlalchemy import ColumnElement, Select, delete, func, insert, select, update

from cogs.consent.rules.channels import State
from cogs.consent.rules.scopes import Age, Scope
from cogs.consent.tables import channels, consents, person_ages, suppressions
from core.people import PersonId, PlaceId
from storage.database import Tx

ChannelId = NewType("ChannelId", int)


@dataclass(frozen=True, slots=True)
class Channel:
    id: ChannelId
    place: PlaceId
    channel: str  # as Discord numbers it
    state: State
    notice: int
    message: str | None
    pinned: bool
    watch_from: datetime | None


@dataclass(frozen=True, slots=True)
class Yes:
    """A consent that stands, whether or not the age and the hour still allow it."""

    id: int
    person: PersonId
    scope: Scope
    channel: ChannelId | None
    ends: datetime | None


@dataclass(frozen=True, slots=True)
class Record:
    """What a yes is proved by (L-05)."""

    scope: Scope
    version: str
    language: str
    age: Age
    surface: str
    given: datetime
    ends: datetime | None
    channel: ChannelId | None = None


async def every_channel(tx: Tx) -> list[Channel]:
    return [_channel(row) for row in await tx.execute(select(channels))]


async def channel_at(tx: Tx, number: str) -> Channel | None:
    """The channel that Discord calls by this number."""
    row = (await tx.execute(select(channels).where(channels.c.channel == number))).first()
    return None if row is None else _channel(row)


async def channel(tx: Tx, which: ChannelId) -> Channel | None:
    row = (await tx.execute(select(channels).where(channels.c.id == which))).first()
    return None if row is None else _channel(row)


def _channel(row: Any) -> Channel:  # noqa: ANN401 - beside the driver
    return Channel(
        ChannelId(row.id),
        PlaceId(row.place),
        row.channel,
        State(row.state),
        row.notice,
        row.message,
        row.pinned,
        row.watch_from,
    )


async def add_channel(tx: Tx, place: PlaceId, number: str, now: datetime) -> Channel:
    values = {"place": place, "channel": number, "state": State.ABSENT.value, "changed_at": now}
    made = await tx.execute(insert(channels).values(**values).returning(channels))
    return _channel(made.one())


async def change_channel(tx: Tx, which: ChannelId, **values: object) -> Channel:
    made = await tx.execute(
        update(channels).where(channels.c.id == which).values(**values).returning(channels)
    )
    return _channel(made.one())


async def forget_channel(tx: Tx, which: ChannelId) -> None:
    await tx.execute(delete(channels).where(channels.c.id == which))


async def add(tx: Tx, person: PersonId, record: Record) -> int:
    made = await tx.execute(
        insert(consents)
        .values(
            person=person,
            scope=record.scope.value,
            channel=record.channel,
            version=record.version,
            language=record.language,
            age=record.age.value,
            surface=record.surface,
            given_at=record.given,
            ends_at=record.ends,
        )
        .returning(consents.c.id)
    )
    return int(made.scalar_one())


async def standing(tx: Tx, person: PersonId, now: datetime) -> list[Yes]:
    """Every yes of this person that is neither withdrawn nor over."""
    return _yeses(await tx.execute(_standing(now).where(consents.c.person == person)))


async def everybody_standing(tx: Tx, now: datetime) -> list[Yes]:
    return _yeses(await tx.execute(_standing(now)))


async def standing_in(tx: Tx, which: ChannelId, now: datetime) -> list[Yes]:
    """The yeses that were said for one channel."""
    return _yeses(await tx.execute(_standing(now).where(consents.c.channel == which)))


def _standing(now: datetime) -> Select[Any]:
    over: ColumnElement[bool] = consents.c.ends_at.is_(None) | (consents.c.ends_at > now)
    return select(consents).where(consents.c.withdrawn_at.is_(None)).where(over)


def _yeses(rows: Any) -> list[Yes]:  # noqa: ANN401 - beside the driver
    return [
        Yes(row.id, PersonId(row.person), Scope(row.scope), row.channel, row.ends_at)
        for row in rows
    ]


async def withdraw(tx: Tx, which: Collection[int], now: datetime) -> None:
    await tx.execute(
        update(consents)
        .where(consents.c.id.in_(which))
        .where(consents.c.withdrawn_at.is_(None))
        .values(withdrawn_at=now)
    )


async def shorten(tx: Tx, which: int, ends: datetime) -> None:
    await tx.execute(update(consents).where(consents.c.id == which).values(ends_at=ends))


async def find(tx: Tx, which: int) -> Yes | None:
    rows = _yeses(await tx.execute(select(consents).where(consents.c.id == which)))
    return rows[0] if rows else None


async def forget_before(tx: Tx, which: int, day: datetime) -> None:
    """Delete a record whose yes was over by then; another's, under its number, stays."""
    over = (consents.c.withdrawn_at <= day) | (consents.c.ends_at <= day)
    await tx.execute(delete(consents).where(consents.c.id == which).where(over))


async def watchers(tx: Tx, which: ChannelId, now: datetime) -> int:
    """How many people said yes to being read in this channel."""
    found = _standing(now).where(consents.c.channel == which).subquery()
    count = select(func.count(func.distinct(found.c.person)))
    return await tx.scalar(count) or 0


async def age(tx: Tx, person: PersonId) -> tuple[Age, datetime] | None:
    row = (await tx.execute(select(person_ages).where(person_ages.c.person == person))).first()
    return None if row is None else (Age(row.bracket), row.said_at)


async def every_age(tx: Tx) -> dict[PersonId, Age]:
    rows = await tx.execute(select(person_ages))
    return {PersonId(row.person): Age(row.bracket) for row in rows}


async def set_age(tx: Tx, person: PersonId, said: Age, now: datetime) -> None:
    await forget_age(tx, person)
    await tx.execute(insert(person_ages).values(person=person, bracket=said.value, said_at=now))


async def forget_age(tx: Tx, person: PersonId) -> None:
    await tx.execute(delete(person_ages).where(person_ages.c.person == person))


async def suppress(tx: Tx, hashes: Collection[str], now: datetime) -> None:
    for each in hashes:
        await tx.execute(delete(suppressions).where(suppressions.c.hash == each))
        await tx.execute(insert(suppressions).values(hash=each, since=now))


async def unsuppress(tx: Tx, hashes: Collection[str]) -> None:
    await tx.execute(delete(suppressions).where(suppressions.c.hash.in_(hashes)))


async def suppressed(tx: Tx, hashes: Collection[str]) -> bool:
    found = select(suppressions.c.hash).where(suppressions.c.hash.in_(hashes)).limit(1)
    return await tx.scalar(found) is not None


async def move(tx: Tx, leaving: PersonId, staying: PersonId) -> None:
    """Two people are one now: every yes follows; the younger age they said holds."""
    await tx.execute(update(consents).where(consents.c.person == leaving).values(person=staying))
    if await age(tx, staying) is None:
        await tx.execute(
            update(person_ages).where(person_ages.c.person == leaving).values(person=staying)
        )
    else:
        await forget_age(tx, leaving)
