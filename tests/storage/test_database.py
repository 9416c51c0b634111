"""People who act at once do not act inside each other."""

import asyncio

import pytest
from sqlalchemy import func, insert, select
from sqlalchemy.exc import DBAPIError

from storage.database import Database
from storage.marks import marks

HELD = select(func.count()).select_from(marks)


async def _put(db: Database, name: str) -> None:
    async with db.write() as tx:
        await tx.execute(insert(marks).values(name=name, value=""))


async def test_a_write_that_fails_takes_nobody_else_down(db: Database) -> None:
    async def fails() -> None:
        async with db.write() as tx:
            await tx.execute(insert(marks).values(name="lost", value=""))
            await asyncio.sleep(0)
            raise OSError("the disk is full")

    outcomes = await asyncio.gather(fails(), _put(db, "kept"), return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [OSError, type(None)]
    async with db.read() as tx:
        assert (await tx.scalars(select(marks.c.name))).all() == ["kept"]


async def test_sixty_four_seats_are_sold_sixty_four_times_to_three_hundred(db: Database) -> None:
    async def sit_down(person: int) -> None:
        async with db.write() as tx:
            if (await tx.scalar(HELD) or 0) < 64:
                await tx.execute(insert(marks).values(name=str(person), value=""))

    await asyncio.gather(*(sit_down(person) for person in range(300)))
    async with db.read() as tx:
        assert await tx.scalar(HELD) == 64


async def test_a_reader_sees_one_moment_and_holds_nobody_up(db: Database) -> None:
    async with db.read() as reading:
        assert await reading.scalar(HELD) == 0
        await _put(db, "later")
        assert await reading.scalar(HELD) == 0


async def test_a_reader_cannot_write(db: Database) -> None:
    with pytest.raises(DBAPIError, match=r"readonly|read-only"):
        async with db.read() as tx:
            await tx.execute(insert(marks).values(name="refused", value=""))
