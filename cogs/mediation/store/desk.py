"""Questions about the desk: who may sit there, who does, and how much they carry."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, func, insert, select, update

from cogs.mediation.rules.case import HELD
from cogs.mediation.rules.hours import Staff
from cogs.mediation.tables import cases, desk_sessions, staff
from storage.database import Tx

_HELD = [state.value for state in HELD]


@dataclass(frozen=True, slots=True)
class Session:
    staff: Staff
    began_at: datetime
    seen_at: datetime
    checked_at: datetime


async def by_account(tx: Tx, account: str) -> Staff | None:
    return _staff((await tx.execute(select(staff).where(staff.c.account == account))).first())


async def one(tx: Tx, which: int) -> Staff | None:
    return _staff((await tx.execute(select(staff).where(staff.c.id == which))).first())


async def add(tx: Tx, account: str, sealed: str, pen_name: str, badge: str) -> int:
    made: int | None = await tx.scalar(
        insert(staff)
        .values(account=account, sealed=sealed, pen_name=pen_name, badge=badge, available=False)
        .returning(staff.c.id)
    )
    return made or 0


async def rename(tx: Tx, which: int, pen_name: str) -> None:
    await tx.execute(update(staff).where(staff.c.id == which).values(pen_name=pen_name))


async def set_available(tx: Tx, which: int, *, available: bool) -> None:
    await tx.execute(update(staff).where(staff.c.id == which).values(available=available))


async def sit_down(tx: Tx, session: str, which: int, now: datetime) -> None:
    await tx.execute(
        insert(desk_sessions).values(
            hash=session, staff=which, began_at=now, seen_at=now, checked_at=now
        )
    )


async def session(tx: Tx, session_hash: str) -> Session | None:
    query = (
        select(desk_sessions, staff)
        .join(staff, staff.c.id == desk_sessions.c.staff)
        .where(desk_sessions.c.hash == session_hash)
    )
    row = (await tx.execute(query)).first()
    found = _staff(row)
    if row is None or found is None:
        return None
    return Session(found, row.began_at, row.seen_at, row.checked_at)


async def touch(tx: Tx, session_hash: str, **moments: datetime) -> None:
    await tx.execute(
        update(desk_sessions).where(desk_sessions.c.hash == session_hash).values(**moments)
    )


async def stand_up(tx: Tx, session_hash: str) -> None:
    await tx.execute(desk_sessions.delete().where(desk_sessions.c.hash == session_hash))


async def sweep(tx: Tx, *, began_before: datetime, seen_before: datetime) -> None:
    await tx.execute(
        desk_sessions.delete().where(
            (desk_sessions.c.began_at < began_before) | (desk_sessions.c.seen_at < seen_before)
        )
    )


async def loads(tx: Tx, *, began_after: datetime, seen_after: datetime) -> list[int]:
    """How many conversations each mediator on duty holds now."""
    on_duty = (
        select(desk_sessions.c.staff)
        .where(desk_sessions.c.began_at > began_after)
        .where(desk_sessions.c.seen_at > seen_after)
    )
    query = (
        select(func.count(cases.c.id))
        .select_from(
            staff.outerjoin(
                cases, and_(cases.c.claimed_by == staff.c.id, cases.c.state.in_(_HELD))
            )
        )
        .where(staff.c.available.is_(True))
        .where(staff.c.id.in_(on_duty))
        .group_by(staff.c.id)
    )
    return [int(count) for count in await tx.scalars(query)]


def _staff(row: Row[Any] | None) -> Staff | None:
    if row is None:
        return None
    return Staff(row.id, row.pen_name, row.badge, row.available, row.sealed)
