"""Small things to remember between two starts: a conduit's id, a hash of the commands."""

from sqlalchemy import Column, String, Table, Text, delete, select
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from storage.database import Database
from storage.schema import metadata

marks = Table(
    "marks",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)


class Marks:
    def __init__(self, db: Database) -> None:
        self._db = db

    async def get(self, name: str) -> str | None:
        async with self._db.read() as tx:
            found: str | None = await tx.scalar(select(marks.c.value).where(marks.c.name == name))
        return found

    async def put(self, name: str, value: str) -> None:
        async with self._db.write() as tx:
            insert = sqlite_insert if tx.dialect.name == "sqlite" else postgres_insert
            await tx.execute(
                insert(marks)
                .values(name=name, value=value)
                .on_conflict_do_update(index_elements=["name"], set_={"value": value})
            )

    async def forget(self, name: str) -> None:
        async with self._db.write() as tx:
            await tx.execute(delete(marks).where(marks.c.name == name))
