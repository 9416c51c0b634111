"""Tournaments that come back every week, and rehearsals with robots."""

import sqlalchemy as sa
from alembic import op

from storage.schema import Key, Moment

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    rehearsal = sa.Column("rehearsal", sa.Boolean, nullable=False, server_default=sa.false())
    sqlite = op.get_bind().dialect.name == "sqlite"
    with op.batch_alter_table(
        "tournaments",
        recreate="always" if sqlite else "never",
        # No number comes twice, though rehearsals and drafts are deleted.
        table_kwargs={"sqlite_autoincrement": True},
    ) as tournaments:
        tournaments.add_column(rehearsal)
        tournaments.add_column(sa.Column("series", Key))
        tournaments.create_index("tournaments_by_series", ["series"])
    op.add_column("entrants", sa.Column("robot", sa.Integer))
    op.create_table(
        "tournament_series",
        sa.Column("id", Key, primary_key=True),
        sa.Column("place", Key, sa.ForeignKey("places.id", ondelete="CASCADE"), nullable=False),
        sa.Column("host", Key, sa.ForeignKey("people.id", ondelete="SET NULL")),
        sa.Column("channel", sa.String(20), nullable=False),
        sa.Column("zone", sa.String(40), nullable=False),
        sa.Column("weekday", sa.Integer, nullable=False),
        sa.Column("hour", sa.Integer, nullable=False),
        sa.Column("minute", sa.Integer, nullable=False),
        sa.Column("settings", sa.JSON, nullable=False),
        sa.Column("next_at", Moment, nullable=False),
        sa.Column("too_few", sa.Integer, nullable=False, server_default="0"),
    )
