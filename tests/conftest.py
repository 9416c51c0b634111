"""A real database for every test, on every engine there is: quicker than pretending."""

import asyncio
import os
import shutil
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import asyncpg
import pytest
import pytest_asyncio
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from config import load
from config.settings import Settings
from prompts import Texts
from storage.database import Database
from storage.migrate import migrate
from storage.seal import Seal
from tests.doubles import Hands

# A busy machine is no bug, and the same commit gives the same answer: chance has the long tests.
hypothesis_settings.register_profile(
    "house", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis_settings.load_profile("house")

POSTGRES = os.environ.get("TEST_POSTGRES_URL", "")  # postgresql+asyncpg://user@host:port/postgres
NO_POSTGRES = "no PostgreSQL here: .ci/run starts one, or set TEST_POSTGRES_URL"
ENGINES = [
    "sqlite",
    pytest.param("postgres", marks=pytest.mark.skipif(not POSTGRES, reason=NO_POSTGRES)),
]
# In PostgreSQL a fresh database takes a second, and an emptied one a hundredth of it.
EMPTY = """
DO $$ DECLARE one text; BEGIN
  PERFORM pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid();
  SET LOCAL session_replication_role = replica;  -- no foreign key asks for an order
  FOR one IN SELECT tablename FROM pg_tables
    WHERE schemaname = 'public' AND tablename <> 'alembic_version'
  LOOP EXECUTE format('DELETE FROM %I', one); END LOOP;
  PERFORM setval(format('%I', sequencename)::regclass, 1, false) FROM pg_sequences
    WHERE schemaname = 'public';
END $$
"""


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Migrated once, copied for every test."""
    path = tmp_path_factory.mktemp("storage") / "maraude.db"
    asyncio.run(migrate(f"sqlite+aiosqlite:///{path}"))
    _count_characters(path)
    return path


@contextmanager
def postgres_database(name: str) -> Iterator[str]:
    """The address of an empty PostgreSQL database, gone afterwards."""
    name = f"maraude_{name}_{os.getpid()}"
    asyncio.run(_statement(POSTGRES, f"CREATE DATABASE {name}"))
    try:
        yield POSTGRES.rpartition("/")[0] + "/" + name
    finally:
        asyncio.run(_statement(POSTGRES, f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The same, in PostgreSQL: this run's own database, emptied for every test."""
    with postgres_database("test") as address:
        asyncio.run(migrate(address))
        yield address


@pytest.fixture(params=ENGINES)
def db_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a migrated, empty database of the test's own."""
    if request.param == "sqlite":
        path = shutil.copy(request.getfixturevalue("migrated"), tmp_path)
        return f"sqlite+aiosqlite:///{path}"
    address: str = request.getfixturevalue("postgres")
    asyncio.run(_statement(address, EMPTY))
    return address


@pytest_asyncio.fixture
async def db(db_url: str) -> AsyncIterator[Database]:
    database = Database.open(db_url)
    yield database
    await database.close()


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def seal() -> Seal:
    return Seal(b"a key for tests, 32 bytes long..")


@pytest.fixture(scope="session")
def texts() -> Texts:
    return Texts()


@pytest.fixture
def settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Settings:
    """The shipped settings, whatever the environment of whoever runs the tests says."""
    for name in [name for name in os.environ if name.startswith("MARAUDE_")]:
        monkeypatch.delenv(name)
    return load(tmp_path)


def _count_characters(path: Path) -> None:
    """Make SQLite as strict as PostgreSQL: what is too long for its column is an error."""
    with closing(sqlite3.connect(path)) as connection:
        columns = connection.execute(
            "SELECT m.name, c.name, substr(c.type, 9, length(c.type) - 9)"
            " FROM sqlite_master m, pragma_table_info(m.name) c"
            " WHERE m.type = 'table' AND c.type LIKE 'VARCHAR(%)'"
        ).fetchall()
        for table, column, most in columns:
            for verb in ("INSERT", f'UPDATE OF "{column}"'):
                connection.execute(
                    f'CREATE TRIGGER "{verb[:6]} {table} {column}" BEFORE {verb} ON "{table}"'
                    f' WHEN length(NEW."{column}") > {most}'
                    f" BEGIN SELECT RAISE(ABORT, 'too long for {table}.{column}'); END"
                )
        connection.commit()


async def _statement(address: str, sql: str) -> None:
    connection = await asyncpg.connect(address.replace("+asyncpg", ""))
    try:
        await connection.execute(sql)
    finally:
        await connection.close()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say once, in the summary, what was not here and how many tests waited for it."""
    skipped = terminalreporter.stats.get("skipped", [])
    reasons = Counter(str(report.longrepr[2]).removeprefix("Skipped: ") for report in skipped)
    for reason, count in reasons.most_common():
        terminalreporter.write_line(f"not run, {count} tests: {reason}")
