"""What is kept of an offer, a case and the desk: dates, choices, and lines sealed under a key."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, String, Table, Text, text

from storage.schema import Key, Moment, metadata

# The same row for every message that we sent first, whatever its reason.
cooldowns = Table(
    "cooldowns",
    metadata,
    Column("person", Key, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("not_before", Moment, nullable=False),
)

outbound_ledger = Table(
    "outbound_ledger",
    metadata,
    Column("id", Key, primary_key=True),
    Column("person", Key, ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("sent_at", Moment, nullable=False),
    Column("answered_at", Moment),
    Index("sends_by_person", "person", "sent_at"),
    Index("sends_by_hour", "sent_at"),
)

staff = Table(
    "staff",
    metadata,
    Column("id", Key, primary_key=True),
    Column("account", String(64), nullable=False),  # keyed hash of the Discord account
    Column("sealed", Text, nullable=False),  # the same, to ask again whether the role is held
    Column("pen_name", String(60), nullable=False),
    Column("badge", String(8), nullable=False),
    Column("available", Boolean, nullable=False),
    Index("one_staff_per_account", "account", unique=True),
)

desk_sessions = Table(
    "desk_sessions",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("staff", Key, ForeignKey("staff.id", ondelete="CASCADE"), nullable=False),
    Column("began_at", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False),
    Column("checked_at", Moment, nullable=False),
)

cases = Table(
    "cases",
    metadata,
    Column("id", Key, primary_key=True),
    Column("code", String(8), nullable=False),
    Column("person", Key, ForeignKey("people.id", ondelete="SET NULL")),
    Column("state", String(20), nullable=False),
    Column("urgency", String(8), nullable=False),
    Column("bracket", String(16), nullable=False),
    Column("entry", String(8), nullable=False),
    Column("language", String(2), nullable=False),
    Column("need", String(10)),
    Column("claimed_by", Key, ForeignKey("staff.id", ondelete="SET NULL")),
    Column("opened_at", Moment, nullable=False),
    Column("claimed_at", Moment),
    Column("answered_at", Moment),
    Column("closed_at", Moment),
    Column("closed_by", Key, ForeignKey("staff.id", ondelete="SET NULL")),
    Column("outcome", String(10)),
    Index("one_case_per_code", "code", unique=True),
    Index(
        "one_open_case_per_person",
        "person",
        unique=True,
        sqlite_where=text("closed_at IS NULL"),
        postgresql_where=text("closed_at IS NULL"),
    ),
    Index("cases_by_state", "state", "opened_at"),
)

case_events = Table(
    "case_events",
    metadata,
    Column("id", Key, primary_key=True),
    Column("case", Key, ForeignKey("cases.id", ondelete="CASCADE"), nullable=False),
    Column("state", String(20), nullable=False),
    Column("staff", Key, ForeignKey("staff.id", ondelete="SET NULL")),
    Column("at", Moment, nullable=False),
    Index("events_by_case", "case", "at"),
)

# Destroyed some hours after the talk: what is left of the lines is noise.
case_keys = Table(
    "case_keys",
    metadata,
    Column("case", Key, ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True),
    Column("sealed", Text, nullable=False),
)

case_lines = Table(
    "case_lines",
    metadata,
    Column("id", Key, primary_key=True),
    Column("case", Key, ForeignKey("cases.id", ondelete="CASCADE"), nullable=False),
    Column("said_by", String(8), nullable=False),  # person, mediator, house
    Column("line", String(36), nullable=False),  # given by the page: sent twice, it is one line
    Column("sealed", Text, nullable=False),
    Column("said_at", Moment, nullable=False),
    Index("one_line_per_name", "case", "line", unique=True),
)

rooms = Table(
    "rooms",
    metadata,
    Column("id", Key, primary_key=True),
    Column("case", Key, ForeignKey("cases.id", ondelete="CASCADE"), nullable=False),
    Column("token", String(64), nullable=False),  # hash of what stands in the link
    Column("device", String(64)),  # hash of the cookie of the one browser that came in
    Column("opens_until", Moment, nullable=False),
    Index("one_room_per_token", "token", unique=True),
    Index("rooms_by_case", "case"),
)

referrals = Table(
    "referrals",
    metadata,
    Column("id", Key, primary_key=True),
    Column("case", Key, ForeignKey("cases.id", ondelete="CASCADE"), nullable=False),
    Column("structure", String(40), nullable=False),
    Column("level", String(12), nullable=False),
    Column("state", String(12), nullable=False),
    Column("sealed", Text),  # the exact lines that may be sent, under the case's key
    Column("proof", String(64)),  # keyed hash of the lines that were shown and agreed to
    Column("proposed_at", Moment, nullable=False),
    Column("answered_at", Moment),
    Column("call_before", Moment),
    Column("receipt_at", Moment),
    Index("referrals_by_case", "case"),
)
