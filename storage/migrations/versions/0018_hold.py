"""How long a match may wait for the stream: an evening says so, and keeps to it."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    op.add_column(
        "tournaments",
        sa.Column("hold_minutes", sa.Float, nullable=False, server_default="15"),
    )
