"""Tournaments: who entered, under which name, and what happened."""

import sqlalchemy as sa
from alembic import op

from storage.schema import Key, Moment

revision = "0004"
down_revision = "0003"


def _tournament() -> sa.Column[int]:
    key = sa.ForeignKey("tournaments.id", ondelete="CASCADE")
    return sa.Column("tournament", Key, key, primary_key=True)


def upgrade() -> None:
    op.create_table(
        "tournaments",
        sa.Column("id", Key, primary_key=True),
        sa.Column("place", Key, sa.ForeignKey("places.id", ondelete="CASCADE"), nullable=False),
        sa.Column("channel", sa.String(20), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("streams", sa.JSON, nullable=False),
        sa.Column("template", sa.String(20), nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("phase", sa.String(12), nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("best_of", sa.Integer, nullable=False),
        sa.Column("third_place", sa.Boolean, nullable=False),
        sa.Column("call_minutes", sa.Float, nullable=False),
        sa.Column("confirm_minutes", sa.Float, nullable=False),
        sa.Column("opened_at", Moment, nullable=False),
        sa.Column("check_in_opens", Moment, nullable=False),
        sa.Column("check_in_closes", Moment, nullable=False),
        sa.Column("starts_at", Moment, nullable=False),
        sa.Column("secret", sa.String(64), nullable=False),
        sa.Column("page", sa.String(16), nullable=False),
        sa.Column("overlay", sa.String(64), nullable=False),
    )
    op.create_index("tournaments_by_place", "tournaments", ["place", "phase"])
    op.create_index("tournaments_by_page", "tournaments", ["page"])
    op.create_index("tournaments_by_overlay", "tournaments", ["overlay"])
    _entrants()
    op.create_table(
        "tournament_events",
        _tournament(),
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("actor", Key, sa.ForeignKey("people.id", ondelete="SET NULL")),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("payload", sa.JSON, nullable=False),
        sa.Column("reason", sa.String(12)),
        sa.Column("undoes", sa.Integer),
    )
    op.create_index("tournament_events_by_actor", "tournament_events", ["actor"])


def _entrants() -> None:
    op.create_table(
        "entrants",
        _tournament(),
        sa.Column("ticket", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("person", Key, sa.ForeignKey("people.id", ondelete="SET NULL")),
        sa.Column("platform", sa.String(7), nullable=False),
        sa.Column("standing", sa.String(8), nullable=False),
        sa.Column("here", sa.Boolean, nullable=False),
        sa.Column("seed", sa.Integer),
    )
    op.create_index("one_entry_per_person", "entrants", ["tournament", "person"], unique=True)
    op.create_index("entrants_by_person", "entrants", ["person"])
    op.create_table(
        "pseudonyms",
        _tournament(),
        sa.Column("ticket", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("person", Key, sa.ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
    )
    op.create_index("pseudonyms_by_person", "pseudonyms", ["person"])
