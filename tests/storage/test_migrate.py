"""A database is brought to the shape the code expects, or left alone."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import make_url
from sqlalchemy.exc import IntegrityError

from core.errors import CannotStart
from storage.database import Database
from storage.marks import marks
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
        "sqlite+aiosqlite",
        "postgresql+asyncpg://maraude:s3cr3t@127.0.0.1:port/none",
        "not an address",
    ],
)
async def test_a_database_that_cannot_be_opened_is_told(url: str) -> None:
    with pytest.raises(CannotStart):
        await migrate(url)


async def test_a_file_that_is_no_database_is_told_and_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "letter.db"
    path.write_text("Dear diary, this is no database at all. " * 40)
    before = path.read_bytes()
    with pytest.raises(CannotStart):
        await migrate(f"sqlite+aiosqlite:///{path}")
    assert path.read_bytes() == before


@pytest.mark.parametrize("wrong", ["no_such_database", "nobody"])
async def test_a_server_that_does_not_let_us_in_is_told(db_url: str, wrong: str) -> None:
    if not db_url.startswith("postgresql"):
        pytest.skip("a file asks nobody for a name")
    address = make_url(db_url)
    if wrong == "nobody":
        address = address.set(username="nobody_by_this_name", password="s3cr3t")  # noqa: S106
    else:
        address = address.set(database=wrong)
    with pytest.raises(CannotStart) as caught:
        await migrate(address.render_as_string(hide_password=False))
    assert "s3cr3t" not in str(caught.value)


async def test_nobody_else_on_the_machine_may_read_the_database(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'maraude.db'}"
    await migrate(url)
    db = Database.open(url)
    async with db.write() as tx:
        await tx.exec_driver_sql("INSERT INTO marks VALUES ('a', 'b')")
        rights = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
    await db.close()
    assert "maraude.db-wal" in rights
    assert set(rights.values()) == {0o600}


async def test_an_error_of_the_database_never_quotes_what_was_to_be_written(db: Database) -> None:
    with pytest.raises(IntegrityError) as caught:
        async with db.write() as tx:
            for _ in range(2):
                await tx.execute(marks.insert().values(name="n", value="a secret"))
    assert "a secret" not in str(caught.value)
