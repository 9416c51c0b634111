"""Tournaments of teams: how many play on a side, who they are, and who waits for a team."""

import sqlalchemy as sa
from alembic import op

from storage.schema import Key

revision = "0009"
down_revision = "0008"

SIZES = (
    sa.Column("team_size", sa.Integer, nullable=False, server_default="1"),
    sa.Column("team_most", sa.Integer, nullable=False, server_default="1"),
    sa.Column("substitutes", sa.Integer, nullable=False, server_default="0"),
)
PLACES = (sa.Column("team", sa.Integer), sa.Column("seat", sa.Integer))


def upgrade() -> None:
    for column in SIZES:
        op.add_column("tournaments", column)
    for column in PLACES:
        op.add_column("entrants", column)
    op.create_table(
        "teams",
        sa.Column(
            "tournament",
            Key,
            sa.ForeignKey("tournaments.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("ticket", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("captain", sa.Integer, nullable=False),
        sa.Column("code", sa.String(6), nullable=False),
        sa.Column("open", sa.Boolean, nullable=False),
    )
    op.create_index("one_team_per_code", "teams", ["tournament", "code"], unique=True)
