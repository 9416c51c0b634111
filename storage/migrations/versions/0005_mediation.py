"""An offer, a case, a room and the desk."""

import sqlalchemy as sa
from alembic import op

from storage.schema import Key, Moment

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    _offers()
    _desk()
    _cases()
    _talks()


def _offers() -> None:
    op.create_table(
        "cooldowns",
        sa.Column("person", Key, sa.ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("not_before", Moment, nullable=False),
    )
    op.create_table(
        "outbound_ledger",
        sa.Column("id", Key, primary_key=True),
        sa.Column("person", Key, sa.ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
        sa.Column("sent_at", Moment, nullable=False),
        sa.Column("answered_at", Moment),
    )
    op.create_index("sends_by_person", "outbound_ledger", ["person", "sent_at"])
    op.create_index("sends_by_hour", "outbound_ledger", ["sent_at"])


def _desk() -> None:
    op.create_table(
        "staff",
        sa.Column("id", Key, primary_key=True),
        sa.Column("account", sa.String(64), nullable=False),
        sa.Column("sealed", sa.Text, nullable=False),
        sa.Column("pen_name", sa.String(60), nullable=False),
        sa.Column("badge", sa.String(8), nullable=False),
        sa.Column("available", sa.Boolean, nullable=False),
    )
    op.create_index("one_staff_per_account", "staff", ["account"], unique=True)
    op.create_table(
        "desk_sessions",
        sa.Column("hash", sa.String(64), primary_key=True),
        sa.Column("staff", Key, sa.ForeignKey("staff.id", ondelete="CASCADE"), nullable=False),
        sa.Column("began_at", Moment, nullable=False),
        sa.Column("seen_at", Moment, nullable=False),
        sa.Column("checked_at", Moment, nullable=False),
    )


def _cases() -> None:
    op.create_table(
        "cases",
        sa.Column("id", Key, primary_key=True),
        sa.Column("code", sa.String(8), nullable=False),
        sa.Column("person", Key, sa.ForeignKey("people.id", ondelete="SET NULL")),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("urgency", sa.String(8), nullable=False),
        sa.Column("bracket", sa.String(16), nullable=False),
        sa.Column("entry", sa.String(8), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("need", sa.String(10)),
        sa.Column("claimed_by", Key, sa.ForeignKey("staff.id", ondelete="SET NULL")),
        sa.Column("opened_at", Moment, nullable=False),
        sa.Column("claimed_at", Moment),
        sa.Column("answered_at", Moment),
        sa.Column("closed_at", Moment),
        sa.Column("closed_by", Key, sa.ForeignKey("staff.id", ondelete="SET NULL")),
        sa.Column("outcome", sa.String(10)),
    )
    op.create_index("one_case_per_code", "cases", ["code"], unique=True)
    op.create_index(
        "one_open_case_per_person",
        "cases",
        ["person"],
        unique=True,
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )
    op.create_index("cases_by_state", "cases", ["state", "opened_at"])
    op.create_table(
        "case_events",
        sa.Column("id", Key, primary_key=True),
        sa.Column("case", Key, sa.ForeignKey("cases.id", ondelete="CASCADE"), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("staff", Key, sa.ForeignKey("staff.id", ondelete="SET NULL")),
        sa.Column("at", Moment, nullable=False),
    )
    op.create_index("events_by_case", "case_events", ["case", "at"])


def _talks() -> None:
    case = "case", Key
    op.create_table(
        "case_keys",
        sa.Column(*case, sa.ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("sealed", sa.Text, nullable=False),
    )
    op.create_table(
        "case_lines",
        sa.Column("id", Key, primary_key=True),
        sa.Column(*case, sa.ForeignKey("cases.id", ondelete="CASCADE"), nullable=False),
        sa.Column("said_by", sa.String(8), nullable=False),
        sa.Column("line", sa.String(36), nullable=False),
        sa.Column("sealed", sa.Text, nullable=False),
        sa.Column("said_at", Moment, nullable=False),
    )
    op.create_index("one_line_per_name", "case_lines", ["case", "line"], unique=True)
    op.create_table(
        "rooms",
        sa.Column("id", Key, primary_key=True),
        sa.Column(*case, sa.ForeignKey("cases.id", ondelete="CASCADE"), nullable=False),
        sa.Column("token", sa.String(64), nullable=False),
        sa.Column("device", sa.String(64)),
        sa.Column("opens_until", Moment, nullable=False),
    )
    op.create_index("one_room_per_token", "rooms", ["token"], unique=True)
    op.create_index("rooms_by_case", "rooms", ["case"])
    op.create_table(
        "referrals",
        sa.Column("id", Key, primary_key=True),
        sa.Column(*case, sa.ForeignKey("cases.id", ondelete="CASCADE"), nullable=False),
        sa.Column("structure", sa.String(40), nullable=False),
        sa.Column("level", sa.String(12), nullable=False),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("sealed", sa.Text),
        sa.Column("proof", sa.String(64)),
        sa.Column("proposed_at", Moment, nullable=False),
        sa.Column("answered_at", Moment),
        sa.Column("call_before", Moment),
        sa.Column("receipt_at", Moment),
    )
    op.create_index("referrals_by_case", "referrals", ["case"])
