"""Questions about a talk: its sealed lines, its rooms, and what may be handed over."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, update
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from cogs.mediation.rules.directory import Answer, Level
from cogs.mediation.tables import case_lines, referrals, rooms
from storage.database import Tx


@dataclass(frozen=True, slots=True)
class SealedLine:
    id: int
    said_by: str
    line: str
    sealed: str
    said_at: datetime


@dataclass(frozen=True, slots=True)
class Room:
    id: int
    case: int
    device: str | None
    opens_until: datetime


@dataclass(frozen=True, slots=True)
class Referral:
    id: int
    structure: str
    level: Level
    state: Answer
    sealed: str | None
    proof: str | None
    call_before: datetime | None


async def add_line(tx: Tx, case: int, line: SealedLine) -> bool:
    """Keep a line. False where a line of this name is there already: it was sent twice."""
    insert_once = sqlite_insert if tx.dialect.name == "sqlite" else postgres_insert
    done = await tx.execute(
        insert_once(case_lines)
        .values(
            case=case,
            said_by=line.said_by,
            line=line.line,
            sealed=line.sealed,
            said_at=line.said_at,
        )
        .on_conflict_do_nothing(index_elements=["case", "line"])
    )
    return done.rowcount == 1


async def lines(tx: Tx, case: int, after: int) -> list[SealedLine]:
    rows = await tx.execute(
        select(case_lines)
        .where(case_lines.c.case == case)
        .where(case_lines.c.id > after)
        .order_by(case_lines.c.id)
    )
    return [SealedLine(row.id, row.said_by, row.line, row.sealed, row.said_at) for row in rows]


async def add_room(tx: Tx, case: int, token: str, opens_until: datetime) -> None:
    """A new link. Earlier ones that nobody has used stop working.

    A room in use stays open until somebody enters by the new link.
    """
    await tx.execute(rooms.delete().where(rooms.c.case == case).where(rooms.c.device.is_(None)))
    await tx.execute(insert(rooms).values(case=case, token=token, opens_until=opens_until))


async def room(tx: Tx, token: str) -> Room | None:
    row = (await tx.execute(select(rooms).where(rooms.c.token == token))).first()
    return None if row is None else Room(row.id, row.case, row.device, row.opens_until)


async def bind(tx: Tx, which: int, device: str) -> bool:
    """Give the room to one browser. False where another was quicker."""
    done = await tx.execute(
        update(rooms)
        .where(rooms.c.id == which)
        .where(rooms.c.device.is_(None))
        .values(device=device)
    )
    return done.rowcount == 1


async def close_other_rooms(tx: Tx, case: int, but: int) -> None:
    await tx.execute(rooms.delete().where(rooms.c.case == case).where(rooms.c.id != but))


async def close_rooms(tx: Tx, case: int) -> None:
    await tx.execute(rooms.delete().where(rooms.c.case == case))


async def propose(tx: Tx, case: int, now: datetime, **values: object) -> None:
    await tx.execute(insert(referrals).values(case=case, proposed_at=now, **values))


async def referral(tx: Tx, case: int) -> Referral | None:
    """The newest one of a case."""
    query = select(referrals).where(referrals.c.case == case).order_by(referrals.c.id.desc())
    return _referral((await tx.execute(query.limit(1))).first())


async def settle(tx: Tx, which: int, state: Answer, **values: object) -> None:
    await tx.execute(
        update(referrals).where(referrals.c.id == which).values(state=state.value, **values)
    )


async def blank(tx: Tx, case: int) -> None:
    """What was to be sent goes with the talk's key; that something was handed over stays."""
    await tx.execute(update(referrals).where(referrals.c.case == case).values(sealed=None))


def _referral(row: Row[Any] | None) -> Referral | None:
    if row is None:
        return None
    state, level = Answer(row.state), Level(row.level)
    return Referral(row.id, row.structure, level, state, row.sealed, row.proof, row.call_before)
