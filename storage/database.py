"""One writer at a time, and readers who never wait."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Self

from sqlalchemy import Connection, event
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from core.errors import CannotStart
from storage import postgres

Tx = AsyncConnection  # what stores speak SQL to, always inside one of the two verbs


class Database:
    def __init__(self, writer: AsyncEngine, reader: AsyncEngine) -> None:
        self._writer = writer
        self._reader = reader

    @classmethod
    def open(cls, url: str) -> Self:
        """`sqlite+aiosqlite:///path` or `postgresql+asyncpg://…`, already migrated."""
        if not is_sqlite(url):
            return cls(*postgres.engines(url))
        path = sqlite_path(url)
        return cls(
            sqlite(str(path), begin="BEGIN IMMEDIATE", foreign_keys=True, connections=1),
            sqlite(f"file:{path}?mode=ro&uri=true", begin="BEGIN", connections=4),
        )

    async def close(self) -> None:
        await self._reader.dispose()
        await self._writer.dispose()

    def write(self) -> AbstractAsyncContextManager[Tx]:
        """Everything inside is kept together, or not at all; the next writer waits outside."""
        return self._writer.begin()

    def read(self) -> AbstractAsyncContextManager[Tx]:
        """Everything inside is seen at one moment; writing is refused by the database."""
        return self._reader.begin()


@asynccontextmanager
async def tried(tx: Tx) -> AsyncIterator[None]:
    """What is written inside is seen inside, and then it is as if it had never been."""
    saved = await tx.begin_nested()
    try:
        yield
    finally:
        await saved.rollback()


def is_sqlite(url: str) -> bool:
    """Raises `CannotStart` for an engine that we do not speak, or an address that is none."""
    driver = url.partition(":")[0]
    if driver not in {"sqlite+aiosqlite", "postgresql+asyncpg"}:
        raise CannotStart("start-storage-unknown-engine", driver=driver)
    try:
        make_url(url)
    except (ArgumentError, ValueError):  # its message may quote the password
        raise CannotStart("start-storage-unreachable") from None
    return driver == "sqlite+aiosqlite"


def sqlite_path(url: str) -> Path:
    return Path(make_url(url).database or "maraude.db")


def sqlite(
    address: str, *, begin: str, foreign_keys: bool = False, connections: int = 1
) -> AsyncEngine:
    engine = create_async_engine(
        f"sqlite+aiosqlite:///{address}",
        # The driver opens no transaction before a SELECT: left to itself, two people who read
        # "one seat is free" both take it. So it opens none at all, and `begin` does.
        connect_args={"isolation_level": None},
        hide_parameters=True,  # an error must not quote what was to be written
        pool_size=connections,
        max_overflow=0,
    )

    def on_connect(connection: DBAPIConnection, _: object) -> None:
        cursor = connection.cursor()
        for pragma in (
            "journal_mode = WAL",
            "synchronous = FULL",
            "busy_timeout = 5000",
            # What is deleted is overwritten: a destroyed key must not lie on in a free page.
            "secure_delete = ON",
            f"foreign_keys = {foreign_keys:d}",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine.sync_engine, "connect", on_connect)
    event.listen(engine.sync_engine, "begin", on_begin)
    return engine
