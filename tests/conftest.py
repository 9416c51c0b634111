"""A real database for every test, on every engine there is: quicker than pretending."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Iterator
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
TEMPLATE = "maraude_template"


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Migrated once, copied for every test."""
    path = tmp_path_factory.mktemp("storage") / "maraude.db"
    asyncio.run(migrate(f"sqlite+aiosqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def postgres_template() -> Iterator[str]:
    """The same, in PostgreSQL: a database that every test's own is copied from."""
    asyncio.run(_statement(f"DROP DATABASE IF EXISTS {TEMPLATE}"))
    asyncio.run(_statement(f"CREATE DATABASE {TEMPLATE}"))
    asyncio.run(migrate(_address(TEMPLATE)))
    yield TEMPLATE
    asyncio.run(_statement(f"DROP DATABASE IF EXISTS {TEMPLATE}"))


@pytest.fixture(params=ENGINES)
def db_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a migrated, empty database of the test's own."""
    if request.param == "sqlite":
        path = shutil.copy(request.getfixturevalue("migrated"), tmp_path)
        yield f"sqlite+aiosqlite:///{path}"
        return
    template = request.getfixturevalue("postgres_template")
    name = f"maraude_test_{os.getpid()}"
    asyncio.run(_statement(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
    asyncio.run(_statement(f"CREATE DATABASE {name} TEMPLATE {template}"))
    yield _address(name)
    asyncio.run(_statement(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))


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


def _address(database: str) -> str:
    return POSTGRES.rpartition("/")[0] + "/" + database


async def _statement(sql: str) -> None:
    connection = await asyncpg.connect(POSTGRES.replace("+asyncpg", ""))
    try:
        await connection.execute(sql)
    finally:
        await connection.close()
