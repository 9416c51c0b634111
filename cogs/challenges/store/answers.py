"""Where answers are kept: which option, when, and what it was worth."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, select, update
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from cogs.challenges.rules.quiz import Mark
from cogs.challenges.rules.refusals import AlreadyAnswered
from cogs.challenges.store.rounds import RoundId
from cogs.challenges.tables import answers
from core.people import PersonId
from storage.database import Tx


@dataclass(frozen=True, slots=True)
class Given:
    """An answer, as it is kept."""

    person: PersonId
    position: int
    choice: int
    points: int
    lasts: bool


async def add(
    tx: Tx, which: RoundId, given: Given, mark: Mark, *, took: float | None, at: datetime
) -> None:
    """Raises `AlreadyAnswered`: the first answer counts, on whichever platform."""
    dialect = sqlite_insert if tx.dialect.name == "sqlite" else postgres_insert
    added = await tx.scalar(
        dialect(answers)
        .values(
            round=which,
            position=given.position,
            person=given.person,
            choice=given.choice,
            took_ms=None if took is None else round(took * 1000),
            points=mark.points,
            flagged=mark.flagged,
            lasts=given.lasts,
            given=at,
        )
        .on_conflict_do_nothing(index_elements=["round", "position", "person"])
        .returning(answers.c.person)
    )
    if added is None:
        raise AlreadyAnswered


async def timed(tx: Tx, which: RoundId, position: int | None = None) -> list[Given]:
    """Answers that were given against the clock, to one question or to all."""
    asked = select(answers).where(answers.c.round == which).where(answers.c.took_ms.is_not(None))
    if position is not None:
        asked = asked.where(answers.c.position == position)
    return [_given(row) for row in await tx.execute(asked)]


async def given_by(tx: Tx, which: RoundId, person: PersonId) -> list[Given]:
    rows = await tx.execute(
        select(answers)
        .where(answers.c.round == which)
        .where(answers.c.person == person)
        .order_by(answers.c.position)
    )
    return [_given(row) for row in rows]


def _given(row: Row[Any]) -> Given:
    return Given(row.person, row.position, row.choice, row.points, row.lasts)


async def forget_round(tx: Tx, which: RoundId) -> None:
    await tx.execute(delete(answers).where(answers.c.round == which))


async def forget(tx: Tx, week_ago: datetime) -> None:
    """The week is over for those who did not say that they are 15 or older."""
    await tx.execute(delete(answers).where(~answers.c.lasts).where(answers.c.given <= week_ago))


async def merge(tx: Tx, leaving: PersonId, staying: PersonId) -> None:
    """Two people are one. Where both answered, the first answer counts, as it would have."""
    mine, theirs = answers.alias("mine"), answers.alias("theirs")
    doubles = await tx.execute(
        select(mine.c.round, mine.c.position, mine.c.given, theirs.c.given.label("their_given"))
        .join(theirs, (theirs.c.round == mine.c.round) & (theirs.c.position == mine.c.position))
        .where(mine.c.person == staying)
        .where(theirs.c.person == leaving)
    )
    for row in doubles.all():
        later = leaving if row.given <= row.their_given else staying
        await tx.execute(
            delete(answers)
            .where(answers.c.round == row.round)
            .where(answers.c.position == row.position)
            .where(answers.c.person == later)
        )
    await tx.execute(update(answers).where(answers.c.person == leaving).values(person=staying))
