"""The order of the seeds, what keeps people apart, and the ladder."""

import sqlalchemy as sa
from alembic import op

from storage.schema import Key

revision = "0013"
down_revision = "0012"

COLUMNS = (
    sa.Column("seeding", sa.String(6), nullable=False, server_default="lot"),
    sa.Column("apart_recent", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("rated", sa.Boolean, nullable=False, server_default=sa.false()),
)


def upgrade() -> None:
    for column in COLUMNS:
        op.add_column("tournaments", column)
    op.add_column("entrants", sa.Column("wish", sa.Integer))
    op.create_table(
        "ticket_labels",
        sa.Column(
            "tournament",
            Key,
            sa.ForeignKey("tournaments.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("ticket", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.String(10), primary_key=True),
        sa.Column("value", sa.String(40), nullable=False),
        sa.Column("hard", sa.Boolean, nullable=False),
    )
    op.create_table(
        "ratings",
        sa.Column("person", Key, sa.ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("game", sa.String(40), primary_key=True),
        sa.Column("season", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("mu", sa.Float, nullable=False),
        sa.Column("sigma", sa.Float, nullable=False),
        sa.Column("played", sa.Integer, nullable=False),
        sa.Column("best", sa.Integer, nullable=False),
    )
    op.create_index("ratings_by_game", "ratings", ["game", "season"])
    op.create_table(
        "ladder_shy",
        sa.Column("person", Key, sa.ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    )
