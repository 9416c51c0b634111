"""Events in Discord's own list of events."""

import sqlalchemy as sa
from alembic import op

from storage.schema import Key, Moment

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.create_table(
        "appointments",
        sa.Column("id", Key, primary_key=True),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("subject", sa.String(40), nullable=False),
        sa.Column("channel", sa.String(20), nullable=False),
        sa.Column("guild", sa.String(20)),
        sa.Column("event", sa.String(20)),
        sa.Column("refused", sa.Integer),
        sa.Column("wanted", sa.Integer, nullable=False, server_default="1"),
        sa.Column("shown", sa.Integer, nullable=False, server_default="0"),
        sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
        sa.Column("not_before", Moment),
    )
    op.create_index(
        "one_appointment_per_subject", "appointments", ["kind", "subject"], unique=True
    )
