"""The same two verbs on PostgreSQL."""

from sqlalchemy import Connection, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

WRITERS = 0x6D617261  # one advisory lock for all who write: "mara"


def engines(url: str) -> tuple[AsyncEngine, AsyncEngine]:
    """A writer whose transactions wait for one another, and readers that see one moment."""
    writer = create_async_engine(url, pool_size=5, max_overflow=0, hide_parameters=True)
    reader = create_async_engine(
        url,
        pool_size=5,
        max_overflow=0,
        hide_parameters=True,
        isolation_level="REPEATABLE READ",
        connect_args={"server_settings": {"default_transaction_read_only": "on"}},
    )

    def on_begin(connection: Connection) -> None:
        # Without it 64 seats were sold 90 times: READ COMMITTED lets two people count at once.
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS})")

    event.listen(writer.sync_engine, "begin", on_begin)
    return writer, reader
