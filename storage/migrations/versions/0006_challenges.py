"""Rounds of the Quiz Éclair, what was answered, and the XP that came of it."""

import sqlalchemy as sa
from alembic import op

from storage.schema import Key, Moment

revision = "0006"
down_revision = "0005"

ON_STAGE = sa.text("live AND state IN ('planned', 'open', 'closed')")


def upgrade() -> None:
    _rounds()
    _answers()
    _ledger()


def _rounds() -> None:
    op.create_table(
        "quiz_rounds",
        sa.Column("id", Key, primary_key=True),
        sa.Column("place", Key, sa.ForeignKey("places.id", ondelete="CASCADE"), nullable=False),
        sa.Column("live", sa.Boolean, nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("told", sa.Boolean, nullable=False),
        sa.Column("seed", sa.String(32), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("channel", sa.String(20), nullable=False),
        sa.Column("started", Moment, nullable=False),
        sa.CheckConstraint(
            "state in ('planned', 'open', 'closed', 'judged', 'archived')", name="state"
        ),
    )
    op.create_index(
        "one_quiz_on_stage_per_place",
        "quiz_rounds",
        ["place"],
        unique=True,
        sqlite_where=ON_STAGE,
        postgresql_where=ON_STAGE,
    )
    op.create_index("quiz_rounds_by_place", "quiz_rounds", ["place", "started"])
    op.create_table(
        "quiz_questions",
        _round(),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("question", sa.String(60), nullable=False),
    )
    op.create_table(
        "quiz_windows",
        _round(),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("stage", sa.String(40), primary_key=True),
        sa.Column("opened", Moment),
    )


def _answers() -> None:
    op.create_table(
        "quiz_answers",
        _round(),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("person", Key, sa.ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("choice", sa.Integer, nullable=False),
        sa.Column("took_ms", sa.Integer),
        sa.Column("points", sa.Integer, nullable=False),
        sa.Column("flagged", sa.Boolean, nullable=False),
        sa.Column("lasts", sa.Boolean, nullable=False),
        sa.Column("given", Moment, nullable=False),
    )
    op.create_index("quiz_answers_by_person", "quiz_answers", ["person"])


def _ledger() -> None:
    op.create_table(
        "xp_ledger",
        sa.Column("id", Key, primary_key=True),
        sa.Column("person", Key, sa.ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
        sa.Column("act", sa.String(20), nullable=False),
        sa.Column("amount", sa.Integer, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("reference", sa.String(40), nullable=False),
        sa.Column("forget_at", Moment, nullable=False),
    )
    op.create_index("one_entry_per_act", "xp_ledger", ["person", "act", "reference"], unique=True)
    op.create_index("xp_ledger_by_day", "xp_ledger", ["person", "day"])
    op.create_index("xp_ledger_by_end", "xp_ledger", ["forget_at"])


def _round() -> sa.Column[int]:
    return sa.Column(
        "round", Key, sa.ForeignKey("quiz_rounds.id", ondelete="CASCADE"), primary_key=True
    )
