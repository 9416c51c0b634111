"""Brings a database to the shape the code expects, before anybody else opens it."""

from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, OperationalError, ProgrammingError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from core.errors import CannotStart
from storage.database import is_sqlite, sqlite, sqlite_path

HOME = Path(__file__).parent / "migrations"
HEAD = max(path.stem.partition("_")[0] for path in (HOME / "versions").glob("[0-9]*.py"))


async def migrate(url: str) -> None:
    """Bring the database at `url` to the newest revision, in one transaction.

    Raises `CannotStart` where it cannot be opened, or was written by a newer version.
    """
    # Without foreign keys: to change a table SQLite copies it and drops the old one, which would
    # delete, by cascade, every row that points at it.
    if is_sqlite(url):
        path = sqlite_path(url)
        if not path.parent.is_dir():
            raise CannotStart("start-storage-unreachable")
        _make_private(path)
        peeking = create_async_engine(f"sqlite+aiosqlite:///file:{path}?mode=ro&uri=true")
        engine = sqlite(str(path), begin="BEGIN IMMEDIATE", foreign_keys=False)
    else:
        peeking = engine = create_async_engine(url, hide_parameters=True)
    try:
        # Looked at before it is opened for good: a newer database keeps every byte.
        if await _found(peeking) != HEAD:
            await _bring(engine)
    except (OperationalError, OSError) as error:
        raise CannotStart("start-storage-unreachable") from error
    finally:
        await peeking.dispose()
        await engine.dispose()


async def _found(engine: AsyncEngine) -> str | None:
    """The revision of a database; the newest is the ordinary start, and Alembic stays shelved."""
    try:
        async with engine.connect() as connection:
            found = await connection.run_sync(_revision)
    except DBAPIError as error:  # a wrong password, no such database, a file that is none
        raise CannotStart("start-storage-unreachable") from error
    if found is not None and found > HEAD:
        raise CannotStart("start-storage-newer", found=found, known=HEAD)
    return found


async def _bring(engine: AsyncEngine) -> None:
    async with engine.begin() as connection:
        await connection.run_sync(_upgrade)


def _make_private(path: Path) -> None:
    """A new file is its owner's alone; what SQLite puts beside it takes the same rights."""
    try:
        path.touch(0o600, exist_ok=True)
    except OSError as error:
        raise CannotStart("start-storage-unreachable") from error


def _revision(connection: Connection) -> str | None:
    try:
        row = connection.exec_driver_sql("SELECT version_num FROM alembic_version").first()
    except (OperationalError, ProgrammingError) as error:
        if "alembic_version" in str(error):  # a new database
            return None
        raise
    return None if row is None else str(row[0])


def _upgrade(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - see above
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(HOME))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    if connection.dialect.name == "sqlite":
        lost = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if lost:
            raise RuntimeError(f"A migration has left rows that point at nothing: {lost}")
