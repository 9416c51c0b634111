"""One bot to a database: two copies would answer everybody twice."""

import fcntl
from pathlib import Path
from typing import Self

import asyncpg

from core.errors import CannotStart
from storage.database import is_sqlite, sqlite_path

BOTS = 0x6D617262  # the advisory lock of whoever runs: "marb"


class Lock:
    """Held as long as the process lives; the system lets go of it even after a kill."""

    def __init__(self, held: object) -> None:
        self._held = held

    @classmethod
    async def take(cls, url: str) -> Self:
        """Raises `CannotStart` where another bot runs on this database."""
        return cls(_file(sqlite_path(url)) if is_sqlite(url) else await _server(url))

    async def release(self) -> None:
        if isinstance(self._held, asyncpg.Connection):
            await self._held.close()
        elif hasattr(self._held, "close"):
            self._held.close()


def _file(path: Path) -> object:
    file = path.with_name(path.name + ".lock").open("w")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        file.close()
        raise CannotStart("start-already-running") from error
    return file


async def _server(url: str) -> object:
    connection = await asyncpg.connect(url.replace("+asyncpg", ""))
    if not await connection.fetchval("SELECT pg_try_advisory_lock($1)", BOTS):
        await connection.close()
        raise CannotStart("start-already-running")
    return connection
