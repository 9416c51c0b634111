"""Cards that stand in a thread of their own."""

import sqlalchemy as sa
from alembic import op

from storage.schema import Moment

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.add_column("cards", sa.Column("room", sa.String(20)))
    op.add_column("cards", sa.Column("refused", sa.Integer))
    op.add_column("cards", sa.Column("over_at", Moment))
