"""What is kept of a yes: which words were shown, when, until when. No message, no IP, no name."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, false

from storage.schema import Key, Moment, metadata

channels = Table(
    "channels",
    metadata,
    Column("id", Key, primary_key=True),
    Column("place", Key, ForeignKey("places.id", ondelete="CASCADE"), nullable=False),
    Column("channel", String(20), nullable=False),  # Discord's id: a room's, nobody's
    Column("state", String(13), nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("notice", Integer, nullable=False, server_default="0"),  # each opening has a new one
    Column("message", String(20)),  # where the notice stands
    Column("pinned", Boolean, nullable=False, server_default=false()),  # seen pinned
    Column("watch_from", Moment),
    Index("one_state_per_channel", "channel", unique=True),
)

consents = Table(
    "consents",
    metadata,
    Column("id", Key, primary_key=True),
    Column("person", Key, ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("scope", String(9), nullable=False),
    Column("channel", Key, ForeignKey("channels.id", ondelete="SET NULL")),  # `watch` alone
    Column("version", String(64), nullable=False),  # hash of the text that was shown
    Column("language", String(2), nullable=False),
    Column("age", String(12), nullable=False),  # the bracket, as they said it then
    Column("surface", String(7), nullable=False),
    Column("given_at", Moment, nullable=False),
    Column("ends_at", Moment),  # nothing: ends with what it was given for
    Column("withdrawn_at", Moment),
    Index("consents_by_person", "person", "scope"),
)

person_ages = Table(
    "person_ages",
    metadata,
    Column("person", Key, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("bracket", String(12), nullable=False),
    Column("said_at", Moment, nullable=False),
)

# All that outlives somebody who was forgotten: "do not write to me", under a keyed hash.
suppressions = Table(
    "suppressions",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("since", Moment, nullable=False),
)
