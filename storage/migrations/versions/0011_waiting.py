"""Whether a match goes on without who is missing, and whose name no overlay shows."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.add_column(
        "tournaments",
        sa.Column("auto_forfeit", sa.Boolean, nullable=False, server_default=sa.true()),
    )
    op.add_column(
        "entrants", sa.Column("hidden", sa.Boolean, nullable=False, server_default=sa.false())
    )
