"""Tournaments of every format, of a game, with a clock of their own, and paused."""

import sqlalchemy as sa
from alembic import op

from storage.schema import Moment

revision = "0008"
down_revision = "0007"

COLUMNS = (
    sa.Column("game", sa.String(40), nullable=False, server_default=""),
    sa.Column("format", sa.String(20), nullable=False, server_default="single_elimination"),
    sa.Column("options", sa.JSON, nullable=False, server_default="{}"),
    sa.Column("match_minutes", sa.Float, nullable=False, server_default="15"),
    sa.Column("clock_minutes", sa.Float, nullable=False, server_default="45"),
    sa.Column("paused_at", Moment),
)


def upgrade() -> None:
    for column in COLUMNS:
        op.add_column("tournaments", column)
    op.drop_column("entrants", "seed")  # who sits where stands in the log, undone moves and all
