"""What is kept of tournaments: who entered, and a log of what happened. All else follows from it.

An entrant is a ticket. Who holds it and under which name stand beside it, so that somebody who is
forgotten leaves a seat without a name, and no hole in the bracket.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    false,
    true,
)

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
    ),  # 1: everybody for themselves
    Column("team_most", Integer, nullable=False, server_default="1"),  # players on a roster
    Column("substitutes", Integer, nullable=False, server_default="0"),
    Column("third_place", Boolean, nullable=False),
    Column("match_minutes", Float, nullable=False, server_default="15"),  # as long as one lasts
    Column("clock_minutes", Float, nullable=False, server_default="45"),  # of an arena
    Column("call_minutes", Float, nullable=False),
    Column("confirm_minutes", Float, nullable=False),
    Column("hold_minutes", Float, nullable=False, server_default="15"),  # for the stream, at most
    # Whether a match goes on without who is missing where nobody of the staff acts.
    Column("auto_forfeit", Boolean, nullable=False, server_default=true()),
    Column("seeding", String(6), nullable=False, server_default="lot"),
    # Whether those who played each other here lately are kept apart.
    Column("apart_recent", Boolean, nullable=False, server_default=false()),
    Column("rated", Boolean, nullable=False, server_default=false()),  # it counts for the season
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
    # With robots, for its host and crew alone: no list, page, chat or figure knows of it.
    Column("rehearsal", Boolean, nullable=False, server_default=false()),
    Column("series", Key),  # what brought it, while that goes on
    # Another number whenever who takes part, or under which name, is no longer what it was.
    Column("roll", BigInteger, nullable=False, server_default="0"),
    Index("tournaments_by_place", "place", "phase"),
    Index("tournaments_by_series", "series"),
    Index("tournaments_by_page", "page"),
    Index("tournaments_by_overlay", "overlay"),
    sqlite_autoincrement=True,  # no number comes twice: old buttons and cards are called by it
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
    # Their name is on no overlay, by their wish or a caster's; a number stands there.
    Column("hidden", Boolean, nullable=False, server_default=false()),
    # Where it is played in teams: the ticket of their team, and their place in it.
    Column("team", Integer),
    Column("seat", Integer),
    Column("robot", Integer),  # its number, where nobody holds the ticket and a robot plays
    Column("wish", Integer),  # the seed that a host gives them by hand
    Index("one_entry_per_person", "tournament", "person", unique=True),
    Index("entrants_by_person", "person"),
)

# The underground bracket of a tournament: an event of its own, for those who are out of it.
tournaments_below = Table(
    "tournaments_below",
    metadata,
    Column(
        "tournament",
        Key,
        ForeignKey("tournaments.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("above", Key, ForeignKey("tournaments.id", ondelete="CASCADE"), nullable=False),
    # Open to those who went out before this round too; 0: to those with no win only.
    Column("before", Integer, nullable=False),
    Index("one_below_each", "above", unique=True),
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

# Names that a host has brought in a file, of people who have no account in it.
tournament_guests = Table(
    "tournament_guests",
    metadata,
    Column("tournament", Key, ForeignKey("tournaments.id", ondelete="CASCADE"), primary_key=True),
    Column("ticket", Integer, primary_key=True, autoincrement=False),
    Column("name", String(80), nullable=False),
)

# A file that somebody has sent and looks at before it is imported; gone after an hour.
tournament_imports = Table(
    "tournament_imports",
    metadata,
    Column("id", Key, primary_key=True),
    Column("place", Key, ForeignKey("places.id", ondelete="CASCADE"), nullable=False),
    Column("person", Key, ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("channel", String(20), nullable=False),
    # The one that entrants are added to; without it the file becomes a new one.
    Column("tournament", Key, ForeignKey("tournaments.id", ondelete="CASCADE")),
    Column("data", LargeBinary, nullable=False),
    Index("tournament_imports_by_person", "person"),
    sqlite_autoincrement=True,  # no number comes twice: an old button is for no other file
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

# What keeps two apart in the draw: a club, a class, a city; of a ticket, whoever holds it.
ticket_labels = Table(
    "ticket_labels",
    metadata,
    Column("tournament", Key, ForeignKey("tournaments.id", ondelete="CASCADE"), primary_key=True),
    Column("ticket", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(10), primary_key=True),
    Column("value", String(40), nullable=False),
    Column("hard", Boolean, nullable=False),
)

# One rating per person, game and season; nothing outlives two seasons of silence.
ratings = Table(
    "ratings",
    metadata,
    Column("person", Key, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("game", String(40), primary_key=True),
    Column("season", Integer, primary_key=True, autoincrement=False),
    Column("mu", Float, nullable=False),
    Column("sigma", Float, nullable=False),
    Column("played", Integer, nullable=False),
    Column("best", Integer, nullable=False),
    Index("ratings_by_game", "game", "season"),
)

# Who plays rated, and wishes to be on no board.
ladder_shy = Table(
    "ladder_shy",
    metadata,
    Column("person", Key, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
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

# What comes back every week, at an hour that the clocks of its zone show.
tournament_series = Table(
    "tournament_series",
    metadata,
    Column("id", Key, primary_key=True),
    Column("place", Key, ForeignKey("places.id", ondelete="CASCADE"), nullable=False),
    Column("host", Key, ForeignKey("people.id", ondelete="SET NULL")),
    Column("channel", String(20), nullable=False),
    Column("zone", String(40), nullable=False),
    Column("weekday", Integer, nullable=False),  # 0 is Monday
    Column("hour", Integer, nullable=False),
    Column("minute", Integer, nullable=False),
    Column("settings", JSON, nullable=False),  # the columns of the tournament that it began with
    Column("next_at", Moment, nullable=False),  # the start that is announced next
    Column("too_few", Integer, nullable=False, server_default="0"),  # events in a row
)

# Settings that a server keeps under a name of its own, to create from.
tournament_templates = Table(
    "tournament_templates",
    metadata,
    Column("id", Key, primary_key=True),
    Column("place", Key, ForeignKey("places.id", ondelete="CASCADE"), nullable=False),
    Column("name", String(60), nullable=False),
    Column("folded", String(180), nullable=False),  # the name, without its capitals
    Column("settings", JSON, nullable=False),  # the columns of the tournament that it was
    Index("one_template_per_name", "place", "folded", unique=True),
    sqlite_autoincrement=True,  # no number comes twice: an old choice is for no other template
)
