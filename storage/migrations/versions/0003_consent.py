"""Channels and their state, consents, ages, and who must not be written to."""

import sqlalchemy as sa
from alembic import op

from storage.schema import Key, Moment

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "channels",
        sa.Column("id", Key, primary_key=True),
        sa.Column("place", Key, sa.ForeignKey("places.id", ondelete="CASCADE"), nullable=False),
        sa.Column("channel", sa.String(20), nullable=False),
        sa.Column("state", sa.String(13), nullable=False),
        sa.Column("changed_at", Moment, nullable=False),
        sa.Column("notice", sa.Integer, nullable=False, server_default="0"),
        sa.Column("message", sa.String(20)),
        sa.Column("pinned", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("watch_from", Moment),
    )
    op.create_index("one_state_per_channel", "channels", ["channel"], unique=True)
    op.create_table(
        "consents",
        sa.Column("id", Key, primary_key=True),
        sa.Column("person", Key, sa.ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
        sa.Column("scope", sa.String(9), nullable=False),
        sa.Column("channel", Key, sa.ForeignKey("channels.id", ondelete="SET NULL")),
        sa.Column("version", sa.String(64), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("age", sa.String(12), nullable=False),
        sa.Column("surface", sa.String(7), nullable=False),
        sa.Column("given_at", Moment, nullable=False),
        sa.Column("ends_at", Moment),
        sa.Column("withdrawn_at", Moment),
    )
    op.create_index("consents_by_person", "consents", ["person", "scope"])
    op.create_table(
        "person_ages",
        sa.Column("person", Key, sa.ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("bracket", sa.String(12), nullable=False),
        sa.Column("said_at", Moment, nullable=False),
    )
    op.create_table(
        "suppressions",
        sa.Column("hash", sa.String(64), primary_key=True),
        sa.Column("since", Moment, nullable=False),
    )
