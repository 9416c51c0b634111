"""What is kept of the Quiz Éclair: which option, when and what it was worth; never a word."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    text,
)

from storage.schema import Key, Moment, metadata

ON_STAGE = text("live AND state IN ('planned', 'open', 'closed')")

rounds = Table(
    "quiz_rounds",
    metadata,
    Column("id", Key, primary_key=True),
    Column("place", Key, ForeignKey("places.id", ondelete="CASCADE"), nullable=False),
    # A round that is not live was never posted: somebody played it alone, without a clock.
    Column("live", Boolean, nullable=False),
    Column("state", String(8), nullable=False),
    Column("position", Integer, nullable=False),  # the question on stage, from 1
    Column("told", Boolean, nullable=False),  # whether its answer has been told
    Column("seed", String(32), nullable=False),  # promised by its hash, published at the end
    Column("language", String(2), nullable=False),
    Column("channel", String(20), nullable=False),  # on Discord; empty for a round played alone
    Column("started", Moment, nullable=False),
    CheckConstraint("state in ('planned', 'open', 'closed', 'judged', 'archived')", name="state"),
    Index(
        "one_quiz_on_stage_per_place",
        "place",
        unique=True,
        sqlite_where=ON_STAGE,
        postgresql_where=ON_STAGE,
    ),
    Index("quiz_rounds_by_place", "place", "started"),
)

questions = Table(
    "quiz_questions",
    metadata,
    Column("round", Key, ForeignKey("quiz_rounds.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("question", String(60), nullable=False),  # the id in its file
)

windows = Table(
    "quiz_windows",
    metadata,
    Column("round", Key, ForeignKey("quiz_rounds.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("stage", String(40), primary_key=True),  # "channel:<id>" or "stream:<id>"
    Column("opened", Moment),  # when its platform confirmed the post; nothing until it has
)

answers = Table(
    "quiz_answers",
    metadata,
    Column("round", Key, ForeignKey("quiz_rounds.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("person", Key, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("choice", Integer, nullable=False),  # the option's place in its file, from 0
    Column("took_ms", Integer),  # from the confirmed post; nothing where no clock ran
    Column("points", Integer, nullable=False),
    Column("flagged", Boolean, nullable=False),  # quicker than anybody reads: noted, no more
    Column("lasts", Boolean, nullable=False),  # 15 or over, as they said: kept beyond the week
    Column("given", Moment, nullable=False),
    Index("quiz_answers_by_person", "person"),
)

ledger = Table(
    "xp_ledger",
    metadata,
    Column("id", Key, primary_key=True),
    Column("person", Key, ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("act", String(20), nullable=False),
    Column("amount", Integer, nullable=False),
    Column("day", Date, nullable=False),
    Column("reference", String(40), nullable=False),
    Column("forget_at", Moment, nullable=False),
    Index("one_entry_per_act", "person", "act", "reference", unique=True),
    Index("xp_ledger_by_day", "person", "day"),
    Index("xp_ledger_by_end", "forget_at"),
)
