"""Questions about cases: who waits, who is with whom, and each step on a line of its own."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, insert, select, update

from cogs.mediation.rules.case import HELD, OVER, Case, Entry, State
from cogs.mediation.rules.queue import Urgency, Waiting
from cogs.mediation.rules.refusals import AlreadyTalking
from cogs.mediation.tables import case_events, case_keys, case_lines, cases
from core.people import PersonId
from storage.database import Tx

_HELD = [state.value for state in HELD]
_OVER = [state.value for state in OVER]


@dataclass(frozen=True, slots=True)
class Start:
    """What a case begins with: what the person chose, and their age bracket as they said it."""

    code: str
    person: PersonId
    urgency: Urgency
    bracket: str
    entry: Entry
    language: str


async def add(tx: Tx, start: Start, now: datetime) -> int:
    """A new case, waiting. Raises `AlreadyTalking` if the person has one that is open."""
    if await open_of(tx, start.person) is not None:
        raise AlreadyTalking
    case: int | None = await tx.scalar(
        insert(cases)
        .values(
            code=start.code,
            person=start.person,
            state=State.WAITING.value,
            urgency=start.urgency.value,
            bracket=start.bracket,
            entry=start.entry.value,
            language=start.language,
            opened_at=now,
        )
        .returning(cases.c.id)
    )
    await note(tx, case or 0, State.WAITING, None, now)
    return case or 0


async def code_is_taken(tx: Tx, code: str) -> bool:
    return await tx.scalar(select(cases.c.id).where(cases.c.code == code)) is not None


async def open_of(tx: Tx, person: PersonId) -> Case | None:
    query = select(cases).where(cases.c.person == person).where(cases.c.closed_at.is_(None))
    return _case((await tx.execute(query)).first())


async def last_of(tx: Tx, person: PersonId) -> Case | None:
    """Their newest case, open or over."""
    query = select(cases).where(cases.c.person == person).order_by(cases.c.id.desc()).limit(1)
    return _case((await tx.execute(query)).first())


async def one(tx: Tx, case: int) -> Case | None:
    return _case((await tx.execute(select(cases).where(cases.c.id == case))).first())


async def by_code(tx: Tx, code: str) -> Case | None:
    return _case((await tx.execute(select(cases).where(cases.c.code == code))).first())


async def waiting(tx: Tx) -> list[Waiting]:
    rows = await tx.execute(select(cases).where(cases.c.state == State.WAITING.value))
    return [
        Waiting(row.id, row.code, Urgency(row.urgency), row.opened_at, row.bracket, row.entry)
        for row in rows
    ]


async def held_by(tx: Tx, staff: int) -> list[Case]:
    query = (
        select(cases)
        .where(cases.c.claimed_by == staff)
        .where(cases.c.state.in_(_HELD))
        .order_by(cases.c.claimed_at)
    )
    return [case for row in await tx.execute(query) if (case := _case(row)) is not None]


async def count_held(tx: Tx, staff: int) -> int:
    query = select(func.count()).select_from(cases).where(cases.c.claimed_by == staff)
    return await tx.scalar(query.where(cases.c.state.in_(_HELD))) or 0


async def claim(tx: Tx, case: int, staff: int, now: datetime) -> bool:
    """One update with a check of the state: of fifty who reach for it, one has it."""
    done = await tx.execute(
        update(cases)
        .where(cases.c.id == case)
        .where(cases.c.state == State.WAITING.value)
        .values(state=State.CLAIMED.value, claimed_by=staff, claimed_at=now)
    )
    if done.rowcount != 1:
        return False
    await note(tx, case, State.CLAIMED, staff, now)
    return True


async def step(
    tx: Tx, case: int, state: State, staff: int | None, now: datetime, **values: object
) -> None:
    """Put a case into its next state, with one line of the trail."""
    await tx.execute(update(cases).where(cases.c.id == case).values(state=state.value, **values))
    await note(tx, case, state, staff, now)


async def change(tx: Tx, case: int, **values: object) -> None:
    await tx.execute(update(cases).where(cases.c.id == case).values(**values))


async def note(tx: Tx, case: int, state: State, staff: int | None, now: datetime) -> None:
    await tx.execute(insert(case_events).values(case=case, state=state.value, staff=staff, at=now))


async def keep_key(tx: Tx, case: int, sealed: str) -> None:
    await tx.execute(insert(case_keys).values(case=case, sealed=sealed))


async def key_of(tx: Tx, case: int) -> str | None:
    found: str | None = await tx.scalar(select(case_keys.c.sealed).where(case_keys.c.case == case))
    return found


async def shred(tx: Tx, case: int) -> None:
    """Destroy the key, and with it every word; the sealed noise goes too."""
    await tx.execute(case_keys.delete().where(case_keys.c.case == case))
    await tx.execute(case_lines.delete().where(case_lines.c.case == case))


async def is_over(tx: Tx, case: int) -> bool:
    query = select(cases.c.id).where(cases.c.id == case).where(cases.c.state.in_(_OVER))
    return await tx.scalar(query) is not None


async def unname(tx: Tx, case: int) -> None:
    """Forget whose case it was; what is left counts somebody, and names nobody."""
    await tx.execute(update(cases).where(cases.c.id == case).values(person=None))


async def merge(tx: Tx, leaving: PersonId, staying: PersonId) -> None:
    """Two people are one. Of two open cases the newer one goes on without a name."""
    if await open_of(tx, leaving) is not None and await open_of(tx, staying) is not None:
        await tx.execute(
            update(cases)
            .where(cases.c.person == leaving)
            .where(cases.c.closed_at.is_(None))
            .values(person=None)
        )
    await tx.execute(update(cases).where(cases.c.person == leaving).values(person=staying))


def _case(row: Row[Any] | None) -> Case | None:
    if row is None:
        return None
    return Case(
        id=row.id,
        code=row.code,
        state=State(row.state),
        urgency=Urgency(row.urgency),
        entry=Entry(row.entry),
        bracket=row.bracket,
        language=row.language,
        opened_at=row.opened_at,
        claimed_by=row.claimed_by,
        answered_at=row.answered_at,
        closed_at=row.closed_at,
        outcome=row.outcome,
    )
