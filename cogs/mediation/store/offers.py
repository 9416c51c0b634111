"""Questions about what we sent first: the cool-down and the ledger, the same for every reason."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, delete, func, select, update
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from cogs.mediation.tables import cooldowns, outbound_ledger
from core.people import PersonId
from storage.database import Tx

ledger = outbound_ledger.c
AT_THE_DOOR = timedelta(seconds=1)


async def not_before(tx: Tx, person: PersonId) -> datetime | None:
    found: datetime | None = await tx.scalar(
        select(cooldowns.c.not_before).where(cooldowns.c.person == person)
    )
    return found


async def rest(tx: Tx, person: PersonId, until: datetime) -> None:
    insert = sqlite_insert if tx.dialect.name == "sqlite" else postgres_insert
    await tx.execute(
        insert(cooldowns)
        .values(person=person, not_before=until)
        .on_conflict_do_update(index_elements=["person"], set_={"not_before": until})
    )


async def sent_since(tx: Tx, person: PersonId, since: datetime) -> int:
    """How many messages reached them."""
    query = _count().where(ledger.person == person).where(ledger.sent_at > since)
    return await tx.scalar(query.where(_arrived())) or 0


async def outstanding(tx: Tx, since: datetime) -> int:
    """Messages of the last while that nobody has answered yet, whoever they went to."""
    query = _count().where(ledger.sent_at > since).where(ledger.answered_at.is_(None))
    return await tx.scalar(query) or 0


async def last_unanswered(tx: Tx, person: PersonId) -> bool:
    row = (
        await tx.execute(
            select(ledger.answered_at)
            .where(ledger.person == person)
            .where(_arrived())
            .order_by(ledger.sent_at.desc(), ledger.id.desc())
            .limit(1)
        )
    ).first()
    return row is not None and row.answered_at is None


async def enter(tx: Tx, person: PersonId, sent_at: datetime) -> None:
    await tx.execute(outbound_ledger.insert().values(person=person, sent_at=sent_at))


async def refused(tx: Tx, person: PersonId, sent_at: datetime) -> None:
    """Nothing of it arrived. It is noted as answered before it was sent, which no answer is."""
    await tx.execute(
        update(outbound_ledger)
        .where(ledger.person == person)
        .where(ledger.sent_at == sent_at)
        .values(answered_at=sent_at - AT_THE_DOOR)
    )


async def refused_since(tx: Tx, person: PersonId, since: datetime) -> bool:
    query = select(ledger.id).where(ledger.person == person).where(ledger.sent_at > since)
    return await tx.scalar(query.where(ledger.answered_at < ledger.sent_at).limit(1)) is not None


async def answered(tx: Tx, person: PersonId, at: datetime) -> None:
    await tx.execute(
        update(outbound_ledger)
        .where(ledger.person == person)
        .where(ledger.answered_at.is_(None))
        .values(answered_at=at)
    )


async def forget_what_is_over(tx: Tx, now: datetime, sends_before: datetime) -> None:
    """Cool-downs that have passed, and sends that no longer count for anything."""
    await tx.execute(delete(cooldowns).where(cooldowns.c.not_before < now))
    await tx.execute(delete(outbound_ledger).where(ledger.sent_at < sends_before))


async def merge(tx: Tx, leaving: PersonId, staying: PersonId) -> None:
    """Two people are one: they rest until the later of two days, and their sends add up."""
    dates = [await not_before(tx, leaving), await not_before(tx, staying)]
    known = [date for date in dates if date is not None]
    await tx.execute(delete(cooldowns).where(cooldowns.c.person == leaving))
    if known:
        await rest(tx, staying, max(known))
    await tx.execute(
        update(outbound_ledger).where(ledger.person == leaving).values(person=staying)
    )


def _arrived() -> ColumnElement[bool]:
    return ledger.answered_at.is_(None) | (ledger.answered_at >= ledger.sent_at)


def _count() -> Select[int]:
    return select(func.count()).select_from(outbound_ledger)
