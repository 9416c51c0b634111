"""What a tournament tells: news for whoever shows it, and answers for whoever asked."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from cogs.tournaments.rules.board import Match
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.standings import Placement
from cogs.tournaments.service.live import Live
from cogs.tournaments.store.announced import TournamentId
from core.people import PersonId, PlaceId, Platform


@dataclass(frozen=True, slots=True)
class Opened:
    """News: a tournament is announced."""

    tournament: TournamentId
    place: PlaceId


@dataclass(frozen=True, slots=True)
class RosterMoved:
    """News: somebody came, left or checked in; the event's card and pages are out of date."""

    tournament: TournamentId


@dataclass(frozen=True, slots=True)
class BracketMoved:
    """News: pictures and overlays of this tournament are out of date."""

    tournament: TournamentId


@dataclass(frozen=True, slots=True)
class MatchCalled:
    """News: two players are awaited."""

    tournament: TournamentId
    match: MatchId


@dataclass(frozen=True, slots=True)
class Champion:
    """News: it is over. `person` is None if nobody was left, or has been forgotten."""

    tournament: TournamentId
    person: PersonId | None


@dataclass(frozen=True, slots=True)
class Joined:
    """An answer: where somebody stands who wished to take part."""

    live: Live = field(repr=False)
    ticket: int
    place: int  # among the entered, or in the line of those who wait
    waiting: bool
    anew: bool  # False where they were in already
    platform: Platform
    frees: int = 0  # how many seats the check-in frees here on average; 0 is no promise
    alone: bool = False  # of a team event, without a team: one is proposed at the draw


@dataclass(frozen=True, slots=True)
class Left:
    """An answer: they are out. `withdrew` where the draw was over and their matches are lost."""

    live: Live = field(repr=False)
    withdrew: bool
    team: str = ""  # the name of the team that plays on without them


@dataclass(frozen=True, slots=True)
class Moved:
    """An answer: a match after what somebody did to it, and which side they are."""

    live: Live = field(repr=False)
    match: Match
    me: int


class Situation(StrEnum):
    """What somebody's evening is like now."""

    NOTHING = "nothing"
    INVITED = "invited"  # an event is announced here, and they are not in it
    ENTERED = "entered"
    WAITING = "waiting"  # in the line
    MISSED = "missed"
    ALONE = "alone"  # has no team yet: one is proposed at the draw
    SPARE = "spare"  # found no team, or came after the draw: may be called to step in
    DRAWN = "drawn"  # the first opponent is known, play has not started
    BYE = "bye"  # passes the first round; play has not started
    TO_PLAY = "to_play"
    LIVE = "live"
    SENT = "sent"  # their score awaits the other side
    ASKED = "asked"  # the other side's score awaits them
    DISPUTED = "disputed"
    AHEAD = "ahead"  # the opponent is not known yet
    QUEUED = "queued"  # both sides are known, one of them still plays elsewhere
    HELD = "held"  # kept for the stream
    RESTS = "rests"  # the bye of a round
    BETWEEN = "between"  # the next opponent is found when this round is over
    PAUSED = "paused"  # takes a break from an arena
    OUT = "out"
    CHAMPION = "champion"


@dataclass(frozen=True, slots=True)
class Next:
    """An answer to "my next match"; `until` is an hour that matters to this situation."""

    situation: Situation
    live: Live | None = field(default=None, repr=False)
    me: int = 0  # their seed, or their place in the line while they wait
    match: Match | None = None
    until: datetime | None = None
    placement: Placement | None = None
    feeder: Match | None = None  # whose winner (or loser) they will meet
    of_loser: bool = False  # they will meet its loser
    expected: datetime | None = None  # when their next match is likely to begin
    twice: bool = False  # of a grand final: they must win it twice
    also: Live | None = field(default=None, repr=False)  # where they could play now, or soon
    below: bool = False  # which is the underground bracket of what they are out of
