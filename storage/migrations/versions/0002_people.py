"""People, their accounts, places, and the codes that join them."""

import sqlalchemy as sa
from alembic import op

from storage.schema import Key, Moment

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "people",
        sa.Column("id", Key, primary_key=True),
        sa.Column("language", sa.String(2)),
        sa.Column("heard", sa.String(2)),
        sa.Column("gender", sa.String(9), nullable=False, server_default="other"),
    )
    op.create_table(
        "accounts",
        sa.Column("id", Key, primary_key=True),
        sa.Column("person", Key, sa.ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
        sa.Column("platform", sa.String(7), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("sealed", sa.Text, nullable=False),
        sa.Column("dm_channel", sa.Text),
    )
    op.create_index("one_account_per_handle", "accounts", ["hash"], unique=True)
    op.create_index(
        "one_account_per_person_and_platform", "accounts", ["person", "platform"], unique=True
    )
    op.create_table(
        "places",
        sa.Column("id", Key, primary_key=True),
        sa.Column("platform", sa.String(7), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("sealed", sa.Text, nullable=False),
        sa.Column("name", sa.String(100), nullable=False, server_default=""),
        sa.Column("language", sa.String(2), nullable=False, server_default="fr"),
        sa.Column("home", Key, sa.ForeignKey("places.id", ondelete="SET NULL")),
    )
    op.create_index("one_place_per_venue", "places", ["hash"], unique=True)
    op.create_index("streams_by_home", "places", ["home"])
    op.create_table(
        "link_codes",
        sa.Column("hash", sa.String(64), primary_key=True),
        sa.Column("person", Key, sa.ForeignKey("people.id", ondelete="SET NULL")),
        sa.Column("place", Key, sa.ForeignKey("places.id", ondelete="CASCADE")),
        sa.Column("stream", Key, sa.ForeignKey("places.id", ondelete="CASCADE")),
        sa.Column("expires", Moment, nullable=False),
    )
    op.create_index("link_codes_by_hour", "link_codes", ["expires"])
