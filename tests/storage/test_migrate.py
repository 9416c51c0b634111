"""A database is brought to the shape the code expects, or left alone."""

import sqlite3
from pathlib import Path

import pytest

from core.errors import CannotStart
from storage.migrate import HEAD, migrate


async def test_migrating_twice_changes_nothing(migrated: Path) -> None:
    before = migrated.read_bytes()
    await migrate(f"sqlite+aiosqlite:///{migrated}")
    assert migrated.read_bytes() == before


async def test_a_database_of_a_newer_version_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "newer.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("INSERT INTO alembic_version VALUES ('9999')")
    connection.close()
    with pytest.raises(CannotStart) as caught:
        await migrate(f"sqlite+aiosqlite:///{path}")
    assert caught.value.slots == {"found": "9999", "known": HEAD}


@pytest.mark.parametrize(
    "url",
    [
        "sqlite+aiosqlite:////nowhere/at/all/maraude.db",
        "postgresql+asyncpg://nobody@127.0.0.1:1/none",
        "mysql+aiomysql://root@127.0.0.1/none",
        "not an address",
    ],
)
async def test_a_database_that_cannot_be_opened_is_told(url: str) -> None:
    with pytest.raises(CannotStart):
        await migrate(url)
