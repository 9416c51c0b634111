"""Letters: messages that must arrive, written in the transaction of their cause."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import JSON, Column, Index, Integer, String, Table, delete, or_, select, update
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from core.courier import Letter, Sent
from core.people import Platform
from storage.database import Database, Tx
from storage.schema import Key, Moment, metadata

# Told in the transaction that records it: by a letter's nonce, that it has arrived.
Arrived = Callable[[Tx, str], Awaitable[None]]

outbox = Table(
    "outbox",
    metadata,
    Column("id", Key, primary_key=True),
    Column("nonce", String(25), nullable=False),
    Column("platform", String(7), nullable=False),
    Column("target", String(40), nullable=False),
    Column("text_key", String(60), nullable=False),
    Column("language", String(2), nullable=False),
    Column("slots", JSON, nullable=False),
    Column("not_before", Moment),
    Column("state", String(7), nullable=False, server_default="pending"),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Index("one_letter_per_nonce", "nonce", unique=True),
    Index("letters_by_state", "platform", "state", "not_before"),
)


@dataclass(frozen=True, slots=True)
class Posted:
    """A letter on its way, with the number of its row."""

    row: int
    letter: Letter
    attempts: int


async def post(tx: Tx, letter: Letter) -> None:
    """Put a letter in the outbox. Posted twice under one nonce, it is one letter."""
    insert = sqlite_insert if tx.dialect.name == "sqlite" else postgres_insert
    await tx.execute(
        insert(outbox)
        .values(
            nonce=letter.nonce,
            platform=letter.platform.value,
            target=letter.target,
            text_key=letter.key,
            language=letter.language,
            slots=dict(letter.slots),
            not_before=letter.not_before,
        )
        .on_conflict_do_nothing(index_elements=["nonce"])
    )


async def withdraw(tx: Tx, nonce: str) -> None:
    """Take back a letter that has not left yet: what it would say is no longer so."""
    await tx.execute(
        delete(outbox).where(outbox.c.nonce == nonce).where(outbox.c.state == "pending")
    )


class Outbox:
    """Where a platform's sender takes letters from. Sending happens outside the transactions."""

    def __init__(self, db: Database, arrived: Mapping[str, Arrived] | None = None) -> None:
        """`arrived`: who is told, by a letter's text key, that it has arrived."""
        self._db = db
        self._arrived = arrived or {}

    async def due(self, platform: Platform, now: datetime, most: int = 20) -> list[Posted]:
        async with self._db.read() as tx:
            rows = await tx.execute(
                select(outbox)
                .where(outbox.c.platform == platform.value)
                .where(outbox.c.state == "pending")
                .where(or_(outbox.c.not_before.is_(None), outbox.c.not_before <= now))
                .order_by(outbox.c.id)
                .limit(most)
            )
            return [
                Posted(
                    row.id,
                    Letter(row.nonce, platform, row.target, row.text_key, row.language, row.slots),
                    row.attempts,
                )
                for row in rows
            ]

    async def mark(self, posted: Posted) -> None:
        """Before sending where the platform knows no nonce: found so after a crash, never again.

        A chat line that is missed is better than one that is said twice.
        """
        await self._set(posted.row, state="marked")

    async def done(self, posted: Posted, outcome: Sent, now: datetime) -> None:
        match outcome:
            case Sent.DELIVERED:
                async with self._db.write() as tx:
                    sent = update(outbox).where(outbox.c.id == posted.row).values(state="sent")
                    await tx.execute(sent)
                    if posted.letter.key in self._arrived:
                        await self._arrived[posted.letter.key](tx, posted.letter.nonce)
            case Sent.CLOSED:
                await self._set(posted.row, state="dead")
            case Sent.LATER:
                wait = timedelta(seconds=min(600, 2 ** min(posted.attempts + 1, 10)))
                await self._set(
                    posted.row,
                    state="pending",
                    attempts=posted.attempts + 1,
                    not_before=now + wait,
                )

    async def _set(self, row: int, **values: object) -> None:
        async with self._db.write() as tx:
            await tx.execute(update(outbox).where(outbox.c.id == row).values(**values))
