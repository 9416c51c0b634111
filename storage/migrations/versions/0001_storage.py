"""What must not be lost: timers, letters, cards, marks."""

import sqlalchemy as sa
from alembic import op

from storage.schema import Key, Moment

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "timers",
        sa.Column("id", Key, primary_key=True),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("key", sa.String(80), nullable=False),
        sa.Column("due", Moment, nullable=False),
        sa.Column("payload", sa.JSON, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
        sa.Column("last_error", sa.String(80)),
    )
    op.create_index("one_timer_per_kind_and_key", "timers", ["kind", "key"], unique=True)
    op.create_index("timers_by_hour", "timers", ["due"])
    op.create_table(
        "outbox",
        sa.Column("id", Key, primary_key=True),
        sa.Column("nonce", sa.String(25), nullable=False),
        sa.Column("platform", sa.String(7), nullable=False),
        sa.Column("target", sa.String(40), nullable=False),
        sa.Column("text_key", sa.String(60), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("slots", sa.JSON, nullable=False),
        sa.Column("not_before", Moment),
        sa.Column("state", sa.String(7), nullable=False, server_default="pending"),
        sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    )
    op.create_index("one_letter_per_nonce", "outbox", ["nonce"], unique=True)
    op.create_index("letters_by_state", "outbox", ["platform", "state", "not_before"])
    op.create_table(
        "cards",
        sa.Column("id", Key, primary_key=True),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("subject", sa.String(60), nullable=False),
        sa.Column("channel", sa.String(20), nullable=False),
        sa.Column("parent", Key, sa.ForeignKey("cards.id", ondelete="CASCADE")),
        sa.Column("message", sa.String(20)),
        sa.Column("wanted", sa.Integer, nullable=False, server_default="1"),
        sa.Column("shown", sa.Integer, nullable=False, server_default="0"),
        sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
        sa.Column("not_before", Moment),
    )
    op.create_index("one_card_per_subject", "cards", ["kind", "subject"], unique=True)
    op.create_table(
        "marks",
        sa.Column("name", sa.String(40), primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
