"""Files of tournaments: one that waits for a yes, and names that came without an account."""

import sqlalchemy as sa
from alembic import op

from storage.schema import Key

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.create_table(
        "tournament_guests",
        sa.Column(
            "tournament",
            Key,
            sa.ForeignKey("tournaments.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("ticket", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("name", sa.String(80), nullable=False),
    )
    op.create_table(
        "tournament_imports",
        sa.Column("id", Key, primary_key=True),
        sa.Column("place", Key, sa.ForeignKey("places.id", ondelete="CASCADE"), nullable=False),
        sa.Column("person", Key, sa.ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
        sa.Column("channel", sa.String(20), nullable=False),
        sa.Column("tournament", Key, sa.ForeignKey("tournaments.id", ondelete="CASCADE")),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sqlite_autoincrement=True,  # no number comes twice: an old button is for no other file
    )
    op.create_index("tournament_imports_by_person", "tournament_imports", ["person"])
