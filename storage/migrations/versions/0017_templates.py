"""Templates of a server's own: the settings of one of its evenings, under a name."""

import sqlalchemy as sa
from alembic import op

from storage.schema import Key

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    op.create_table(
        "tournament_templates",
        sa.Column("id", Key, primary_key=True),
        sa.Column("place", Key, sa.ForeignKey("places.id", ondelete="CASCADE"), nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("folded", sa.String(180), nullable=False),
        sa.Column("settings", sa.JSON, nullable=False),
        sqlite_autoincrement=True,  # no number comes twice: an old choice is for no other one
    )
    op.create_index(
        "one_template_per_name", "tournament_templates", ["place", "folded"], unique=True
    )
