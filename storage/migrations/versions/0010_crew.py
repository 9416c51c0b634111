"""Who helps to run a tournament, and clocks that stand still."""

import sqlalchemy as sa
from alembic import op

from storage.schema import Key, Moment

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.create_table(
        "tournament_crew",
        sa.Column(
            "tournament",
            Key,
            sa.ForeignKey("tournaments.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("person", Key, sa.ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("duty", sa.String(8), primary_key=True),
    )
    op.create_index("tournament_crew_by_person", "tournament_crew", ["person"])
    op.create_table(
        "tournament_badges",
        sa.Column("place", Key, sa.ForeignKey("places.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("platform", sa.String(7), primary_key=True),
        sa.Column("duty", sa.String(8), primary_key=True),
        sa.Column("badge", sa.String(20), nullable=False),
    )
    op.add_column("timers", sa.Column("still_since", Moment))
