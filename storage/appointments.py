"""Appointments: events in a platform's own list of events, kept in step with what they announce.

Like a card, an appointment is a row that says *what* it shows and how often that has changed. The
platform's id is written down once it is known; until then it is looked for before it is made.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Column, Index, Integer, String, Table, or_, select, update
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from storage import cards
from storage.database import Database, Tx
from storage.schema import Key, Moment, metadata

appointments = Table(
    "appointments",
    metadata,
    Column("id", Key, primary_key=True),
    # The same two words as the card that it belongs to.
    Column("kind", String(40), nullable=False),
    Column("subject", String(40), nullable=False),
    Column("channel", String(20), nullable=False),
    Column("guild", String(20)),
    Column("event", String(20)),  # its id over there, once there is one
    Column("refused", Integer),  # why there is none: the platform's code for that
    Column("wanted", Integer, nullable=False, server_default="1"),
    Column("shown", Integer, nullable=False, server_default="0"),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("not_before", Moment),
    Index("one_appointment_per_subject", "kind", "subject", unique=True),
)


@dataclass(frozen=True, slots=True)
class AppointmentRow:
    """An appointment that is not yet what it should be."""

    id: int
    kind: str
    subject: str
    channel: str
    guild: str | None
    event: str | None
    refused: int | None
    wanted: int
    attempts: int


async def want(tx: Tx, kind: str, subject: str, channel: str) -> None:
    """Have it announced in the server of a Discord `channel`. Twice is once."""
    insert = sqlite_insert if tx.dialect.name == "sqlite" else postgres_insert
    await tx.execute(
        insert(appointments)
        .values(kind=kind, subject=subject, channel=channel)
        .on_conflict_do_nothing(index_elements=["kind", "subject"])
    )


async def again(tx: Tx, kind: str, subject: str) -> None:
    """Something about it has changed; nothing happens where there is none."""
    await tx.execute(
        update(appointments)
        .where(appointments.c.kind == kind)
        .where(appointments.c.subject == subject)
        .values(wanted=appointments.c.wanted + 1)
    )


async def refusal(tx: Tx, kind: str, subject: str) -> int | None:
    """Why the platform takes no such event from us; None where it does."""
    found: int | None = await tx.scalar(
        select(appointments.c.refused)
        .where(appointments.c.kind == kind)
        .where(appointments.c.subject == subject)
    )
    return found


class Appointments:
    """Where Discord's sender finds the appointments that are behind."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def behind(self, now: datetime, most: int = 10) -> list[AppointmentRow]:
        async with self._db.read() as tx:
            rows = await tx.execute(
                select(appointments)
                .where(appointments.c.shown < appointments.c.wanted)
                .where(or_(appointments.c.not_before.is_(None), appointments.c.not_before <= now))
                .order_by(appointments.c.id)
                .limit(most)
            )
            names = AppointmentRow.__dataclass_fields__
            return [AppointmentRow(**{name: getattr(row, name) for name in names}) for row in rows]

    async def found(self, row: AppointmentRow, guild: str, event: str) -> None:
        """It is there: from now on it is changed, and never made again."""
        await self._set(row, guild=guild, event=event)

    async def shown(self, row: AppointmentRow, refused: int | None = None) -> None:
        """It is what was wanted, or cannot be; the card beside it tells of a refusal."""
        async with self._db.write() as tx:
            await tx.execute(
                update(appointments)
                .where(appointments.c.id == row.id)
                .values(shown=row.wanted, attempts=0, not_before=None, refused=refused)
            )
            if refused != row.refused:
                await cards.again(tx, row.kind, row.subject)

    async def failed(self, row: AppointmentRow, now: datetime) -> None:
        wait = timedelta(seconds=min(600, 2 ** min(row.attempts + 1, 10)))
        await self._set(row, attempts=row.attempts + 1, not_before=now + wait)

    async def _set(self, row: AppointmentRow, **values: object) -> None:
        async with self._db.write() as tx:
            await tx.execute(
                update(appointments).where(appointments.c.id == row.id).values(**values)
            )
