"""What is kept of tournaments: who entered, and a log of what happened. All else follows from it.

An entrant is a ticket. Who holds it and under which name stand beside it, so that somebody who is
forgotten leaves a seat without a name, and no hole in the bracket.
"""

from sqlalchemy import JSON, Boolean, Column, Float, ForeignKey, Index, Integer, String, Table

from storage.schema import Key, Moment, metadata

tournaments = Table(
    "tournaments",
    metadata,
    Column("id", Key, primary_key=True),
    Column("place", Key, ForeignKey("places.id", ondelete="CASCADE"), nullable=False),
    Column("channel", String(20), nullable=False),  # of Discord, where its card stands
    Column("language", String(2), nullable=False),
    Column("streams", JSON, nullable=False),  # Twitch ids of the chats that are told
    Column("template", String(20), nullable=False),
    Column("game", String(40), nullable=False, server_default=""),  # a preset of config/games
    Column("format", String(20), nullable=False, server_default="single_elimination"),
    # What else the draw is made from, by the names that the engine gives its options.
    Column("options", JSON, nullable=False, server_default="{}"),
    Column("name", String(60), nullable=False),
    Column("phase", String(12), nullable=False),
    Column("size", Integer, nullable=False),
    Column("best_of", Integer, nullable=False),
    Column(
        "team_size", Integer, nullable=False, server_default="1"
    ),  # on a side
    Column("team_most", Integer, nullable=False, server_default="1"),  # players on a roster
    Column("substitutes", Integer, nullable=False, server_default="0"),
    Column("third_place", Boolean, nullable=False),
    Column("match_minutes", Float, nullable=False, server_default="15"),  # as long as one lasts
    Column("clock_minutes", Float, nullable=False, server_default="45"),  # of an arena
    Column("call_minutes", Float, nullable=False),
    Column("confirm_minutes", Float, nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("check_in_opens", Moment, nullable=False),
    Column("check_in_closes", Moment, nullable=False),
    Column("starts_at", Moment, nullable=False),
    Column("paused_at", Moment),  # since when every clock of it stands still
    # The luck of the draw: its hash is shown from the beginning, itself once it is drawn.
    Column("secret", String(64), nullable=False),
    Column("page", String(16), nullable=False),  # the last part of its public address
    Column(
        "overlay", String(64), nullable=False
    ),  # the hash of the token in its overlays' address
    Index("tournaments_by_place", "place", "phase"),
    Index("tournaments_by_page", "page"),
    Index("tournaments_by_overlay", "overlay"),
)

entrants = Table(
    "entrants",
    metadata,
    Column("tournament", Key, ForeignKey("tournaments.id", ondelete="CASCADE"), primary_key=True),
    Column("ticket", Integer, primary_key=True, autoincrement=False),
    Column("person", Key, ForeignKey("people.id", ondelete="SET NULL")),
    Column("platform", String(7), nullable=False),
    Column("standing", String(8), nullable=False),
    Column("here", Boolean, nullable=False),
    # Where it is played in teams: the ticket of their team, and their place in it.
    Column("team", Integer),
    Column("seat", Integer),
    Index("one_entry_per_person", "tournament", "person", unique=True),
    Index("entrants_by_person", "person"),
)

tournament_crew = Table(
    "tournament_crew",
    metadata,
    Column("tournament", Key, ForeignKey("tournaments.id", ondelete="CASCADE"), primary_key=True),
    Column("person", Key, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("duty", String(8), primary_key=True),
    Index("tournament_crew_by_person", "person"),
)

# Which of a platform's own roles stands for one of ours, in a whole server.
tournament_badges = Table(
    "tournament_badges",
    metadata,
    Column("place", Key, ForeignKey("places.id", ondelete="CASCADE"), primary_key=True),
    Column("platform", String(7), primary_key=True),
    Column("duty", String(8), primary_key=True),
    Column("badge", String(20), nullable=False),  # a role's id on Discord, "moderator" on Twitch
)

pseudonyms = Table(
    "pseudonyms",
    metadata,
    Column("tournament", Key, ForeignKey("tournaments.id", ondelete="CASCADE"), primary_key=True),
    Column("ticket", Integer, primary_key=True, autoincrement=False),
    # Whoever is forgotten takes their name along.
    Column("person", Key, ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("name", String(80), nullable=False),
    Index("pseudonyms_by_person", "person"),
)

teams = Table(
    "teams",
    metadata,
    Column("tournament", Key, ForeignKey("tournaments.id", ondelete="CASCADE"), primary_key=True),
    Column("ticket", Integer, primary_key=True, autoincrement=False),  # of nobody: of the team
    Column("name", String(80), nullable=False),
    Column("captain", Integer, nullable=False),  # a ticket; if they are gone, the next member
    Column("code", String(6), nullable=False),  # whoever has it was invited
    Column("open", Boolean, nullable=False),  # anybody may join, by one tap
    Index("one_team_per_code", "tournament", "code", unique=True),
)

tournament_events = Table(
    "tournament_events",
    metadata,
    Column("tournament", Key, ForeignKey("tournaments.id", ondelete="CASCADE"), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("actor", Key, ForeignKey("people.id", ondelete="SET NULL")),
    Column("kind", String(20), nullable=False),
    Column("payload", JSON, nullable=False),  # entrants by number, never by name
    Column("reason", String(12)),  # one of a short list: nobody's words
    Column("undoes", Integer),  # the first `seq` that this one takes back
    Index("tournament_events_by_actor", "actor"),
)
