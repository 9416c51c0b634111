"""Promises with an hour on them, written in the transaction of their cause."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import (
    JSON,
    Column,
    ColumnElement,
    Index,
    Integer,
    String,
    Table,
    and_,
    delete,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from core.news import News
from core.timers import Bell, Timer
from storage.database import Database, Tx
from storage.schema import Key, Moment, metadata

PATIENCE = timedelta(minutes=10)  # the longest wait before a bell that fails is rung again

timers = Table(
    "timers",
    metadata,
    Column("id", Key, primary_key=True),
    Column("kind", String(40), nullable=False),
    Column("key", String(80), nullable=False),
    Column("due", Moment, nullable=False),
    Column("payload", JSON, nullable=False),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("last_error", String(80)),
    Column("still_since", Moment),  # from when on it stands still; what is left of it is kept
    Index("one_timer_per_kind_and_key", "kind", "key", unique=True),
    Index("timers_by_hour", "due"),
)


async def arm(tx: Tx, timer: Timer) -> None:
    """Set a timer, or set it anew: one per kind and key, its attempts back to none."""
    insert = sqlite_insert if tx.dialect.name == "sqlite" else postgres_insert
    fresh = {"due": timer.due, "payload": dict(timer.payload), "attempts": 0, "last_error": None}
    fresh["still_since"] = None
    await tx.execute(
        insert(timers)
        .values(kind=timer.kind, key=timer.key, **fresh)
        .on_conflict_do_update(index_elements=["kind", "key"], set_=fresh)
    )


async def cancel(tx: Tx, kind: str, key: str) -> None:
    await tx.execute(delete(timers).where(timers.c.kind == kind).where(timers.c.key == key))


async def clear(tx: Tx, feature: str, key: str) -> None:
    """Cancel all timers of a `feature` for `key`, and below it: it is no more."""
    await tx.execute(delete(timers).where(_below(feature, key)))


async def stop(tx: Tx, feature: str, key: str, now: datetime, *, but: Sequence[str] = ()) -> None:
    """Have all timers of a `feature` for `key`, and below it ("7:…"), stand still from now on.

    One that stands still already keeps its own hour. `but`: kinds that run on.
    """
    await tx.execute(
        update(timers)
        .where(_below(feature, key))
        .where(timers.c.kind.not_in(but))
        .where(timers.c.still_since.is_(None))
        .values(still_since=now)
    )


async def go_on(tx: Tx, feature: str, key: str, now: datetime) -> None:
    """What stood still runs again, with as much time left as it had."""
    rows = await tx.execute(
        select(timers.c.id, timers.c.due, timers.c.still_since)
        .where(_below(feature, key))
        .where(timers.c.still_since.is_not(None))
    )
    for row in list(rows):
        await tx.execute(
            update(timers)
            .where(timers.c.id == row.id)
            .values(due=row.due + (now - row.still_since), still_since=None)
        )


def _below(feature: str, key: str) -> ColumnElement[bool]:
    mine = or_(timers.c.key == key, timers.c.key.startswith(f"{key}:", autoescape=True))
    return and_(timers.c.kind.startswith(f"{feature}."), mine)


class Sweeper:
    """Rings what has fallen due: the claim, the effect and the end are one transaction."""

    def __init__(self, db: Database, news: News, bells: dict[str, Bell]) -> None:
        self._db = db
        self._news = news
        self._bells = bells

    async def next_due(self) -> datetime | None:
        async with self._db.read() as tx:
            found: datetime | None = await tx.scalar(
                select(timers.c.due)
                .where(timers.c.still_since.is_(None))
                .order_by(timers.c.due)
                .limit(1)
            )
        return found

    async def ring_one(self, now: datetime) -> bool:
        """Ring the most overdue timer. False where none is due.

        A bell that fails is rung again later, with growing patience; its effects are undone.
        """
        async with self._db.write() as tx:
            row = (
                await tx.execute(
                    select(timers)
                    .where(timers.c.due <= now)
                    .where(timers.c.still_since.is_(None))
                    .order_by(timers.c.due)
                    .limit(1)
                )
            ).first()
            if row is None:
                return False
            timer = Timer(row.kind, row.key, row.due, row.payload)
            try:
                async with tx.begin_nested():
                    facts = list(await self._bells[timer.kind](tx, timer))
            except Exception as error:  # noqa: BLE001 - one bell must not silence the others
                await _postpone(tx, row.id, row.attempts, now, error)
                return True
            # Re-armed by its own bell, it has another hour now and must stay; and where the bell
            # has cancelled it, its number may be that of the next one by now.
            await tx.execute(
                delete(timers)
                .where(timers.c.id == row.id)
                .where(timers.c.kind == row.kind)
                .where(timers.c.key == row.key)
                .where(timers.c.due == row.due)
            )
        for fact in facts:
            await self._news.tell(fact)
        return True

    async def waiting(self) -> int:
        async with self._db.read() as tx:
            return await tx.scalar(select(func.count()).select_from(timers)) or 0


async def _postpone(tx: Tx, key: int, attempts: int, now: datetime, error: Exception) -> None:
    wait = min(PATIENCE, timedelta(seconds=2 ** min(attempts + 1, 10)))
    await tx.execute(
        update(timers)
        .where(timers.c.id == key)
        .values(attempts=attempts + 1, last_error=type(error).__name__, due=now + wait)
    )
