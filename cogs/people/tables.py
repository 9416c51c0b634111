"""What is kept of people and places: no name of a person, no picture, no platform's profile."""

from sqlalchemy import Column, ForeignKey, Index, String, Table, Text

from storage.schema import Key, Moment, metadata

people = Table(
    "people",
    metadata,
    Column("id", Key, primary_key=True),
    Column("language", String(2)),  # as they chose it; nothing until they have
    Column("heard", String(2)),  # as their platform said it last
    Column("gender", String(9), nullable=False, server_default="other"),
)

accounts = Table(
    "accounts",
    metadata,
    Column("id", Key, primary_key=True),
    Column("person", Key, ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("platform", String(7), nullable=False),
    Column("hash", String(64), nullable=False),
    Column("sealed", Text, nullable=False),  # the platform's id, to reach or to mention them
    Column("dm_channel", Text),  # sealed too; opened by an act of their own
    Index("one_account_per_handle", "hash", unique=True),
    Index("one_account_per_person_and_platform", "person", "platform", unique=True),
)

places = Table(
    "places",
    metadata,
    Column("id", Key, primary_key=True),
    Column("platform", String(7), nullable=False),
    Column("hash", String(64), nullable=False),
    Column("sealed", Text, nullable=False),
    Column("name", String(100), nullable=False, server_default=""),
    Column("language", String(2), nullable=False, server_default="fr"),
    # A stream with a home acts as that server: one community, one tournament.
    Column("home", Key, ForeignKey("places.id", ondelete="SET NULL")),
    Index("one_place_per_venue", "hash", unique=True),
    Index("streams_by_home", "home"),
)

link_codes = Table(
    "link_codes",
    metadata,
    Column("hash", String(64), primary_key=True),
    # A code joins a person's accounts, or a stream to its home server.
    Column("person", Key, ForeignKey("people.id", ondelete="SET NULL")),
    Column("place", Key, ForeignKey("places.id", ondelete="CASCADE")),
    Column("stream", Key, ForeignKey("places.id", ondelete="CASCADE")),
    Column("expires", Moment, nullable=False),
    Index("link_codes_by_hour", "expires"),
)
