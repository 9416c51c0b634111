"""Where XP is kept: entries that are added, never changed by play, and summed when asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from cogs.challenges.rules.quiz import credit
from cogs.challenges.tables import ledger
from core.people import PersonId
from storage.database import Tx


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the XP ledger."""

    person: PersonId
    amount: int
    day: date
    reference: str
    forget_at: datetime
    act: str = "quiz"


async def earned(tx: Tx, day: date, persons: Sequence[PersonId]) -> dict[PersonId, int]:
    """XP of a day, by person; of one person, or of all who have any."""
    asked = select(ledger.c.person, func.sum(ledger.c.amount).label("sum"))
    if len(persons) == 1:
        asked = asked.where(ledger.c.person == persons[0])
    rows = await tx.execute(asked.where(ledger.c.day == day).group_by(ledger.c.person))
    return {row.person: int(row.sum) for row in rows}


async def total(tx: Tx, person: PersonId) -> int:
    found = await tx.scalar(select(func.sum(ledger.c.amount)).where(ledger.c.person == person))
    return int(found or 0)


async def enter(tx: Tx, entries: Sequence[Entry]) -> None:
    """Write to the ledger; an act that is there already is not written twice."""
    if not entries:
        return
    dialect = sqlite_insert if tx.dialect.name == "sqlite" else postgres_insert
    await tx.execute(
        dialect(ledger).on_conflict_do_nothing(index_elements=["person", "act", "reference"]),
        [
            {
                "person": entry.person,
                "act": entry.act,
                "amount": entry.amount,
                "day": entry.day,
                "reference": entry.reference,
                "forget_at": entry.forget_at,
            }
            for entry in entries
        ],
    )


async def forget(tx: Tx, now: datetime) -> None:
    await tx.execute(delete(ledger).where(ledger.c.forget_at <= now))


async def merge(tx: Tx, leaving: PersonId, staying: PersonId, per_day: int) -> None:
    """Two people are one: each act counts once, and no day goes above the cap."""
    rows = await tx.execute(
        select(ledger)
        .where(ledger.c.person.in_([leaving, staying]))
        .order_by(ledger.c.day, ledger.c.id)
    )
    entries = rows.all()
    kept = {(row.act, row.reference) for row in entries if row.person == staying}
    days: dict[date, int] = {}
    for row in entries:
        if row.person == staying:
            days[row.day] = days.get(row.day, 0) + row.amount
    for row in entries:
        if row.person == staying:
            continue
        double = (row.act, row.reference) in kept
        amount = 0 if double else credit(row.amount, days.get(row.day, 0), per_day)
        days[row.day] = days.get(row.day, 0) + amount
        entry = ledger.c.id == row.id
        if amount:
            await tx.execute(update(ledger).where(entry).values(person=staying, amount=amount))
        else:
            await tx.execute(delete(ledger).where(entry))
