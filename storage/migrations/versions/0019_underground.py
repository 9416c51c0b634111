"""Underground brackets: which tournament hangs below which."""

import sqlalchemy as sa
from alembic import op

from storage.schema import Key

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    op.create_table(
        "tournaments_below",
        sa.Column(
            "tournament",
            Key,
            sa.ForeignKey("tournaments.id", ondelete="CASCADE"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column(
            "above", Key, sa.ForeignKey("tournaments.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("before", sa.Integer, nullable=False),
    )
    op.create_index("one_below_each", "tournaments_below", ["above"], unique=True)
