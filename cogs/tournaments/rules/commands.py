"""What people, staff and timers may ask of a running tournament.

Who is allowed to ask is the service's question; whether it can be done now is `play.decide`'s.
`by` and `entrant` are numbers of entrants, `match` is an id such as "W1.2".
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from cogs.tournaments.rules.board import Score
from cogs.tournaments.rules.bracket import NOBODY, MatchId
from cogs.tournaments.rules.pairing import Matcher
from cogs.tournaments.rules.separation import Labels


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules cannot know by themselves."""

    since_report: timedelta | None = None  # the age of the report that a `TakeBack` is about
    matcher: Matcher | None = None  # finds a heaviest matching, for a Swiss round
    ratings: Mapping[int, float] = field(default_factory=dict)  # of entrants, for an arena
    since: Mapping[int, int] = field(default_factory=dict)  # the second since when they are free
    now: int = 0  # a second, on the same clock
    labels: Labels = field(default_factory=dict)  # who is kept apart in a Swiss round


@dataclass(frozen=True, slots=True)
class Call:
    """Tell both sides that their match can start."""

    match: MatchId


@dataclass(frozen=True, slots=True)
class Arrive:
    """One side says that it is there: once both have, the match is live."""

    match: MatchId
    by: int


@dataclass(frozen=True, slots=True)
class Report:
    """One side says who won.

    The loser's word settles the match; the other side's report of the same winner confirms it,
    of another winner disputes it.
    """

    match: MatchId
    by: int
    winner: int  # NOBODY for a draw
    score: Score | None = None  # in the order of the sides
    order: tuple[int, ...] = ()  # of a lobby: everybody who plays, the best first


@dataclass(frozen=True, slots=True)
class Confirm:
    match: MatchId
    by: int


@dataclass(frozen=True, slots=True)
class Dispute:
    match: MatchId
    by: int


@dataclass(frozen=True, slots=True)
class AutoConfirm:
    """The other side has kept silent for long enough."""

    match: MatchId


@dataclass(frozen=True, slots=True)
class TakeBack:
    """A side withdraws its own report: any time until it is settled, then for ten minutes."""

    match: MatchId
    by: int


@dataclass(frozen=True, slots=True)
class Rule:
    """Staff says who won; on a settled match only the score may change this way."""

    match: MatchId
    winner: int
    score: Score | None = None
    order: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Forfeit:
    """`entrant` did not come: the other side wins, and a lobby plays without them."""

    match: MatchId
    entrant: int


@dataclass(frozen=True, slots=True)
class DoubleForfeit:
    """Neither came: nobody advances, and whoever would have met the winner passes."""

    match: MatchId


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Leave the whole tournament: results stand, what remains are walkovers."""

    entrant: int


@dataclass(frozen=True, slots=True)
class Reinstate:
    """Come back, as long as nothing that the withdrawal made possible has begun."""

    entrant: int


@dataclass(frozen=True, slots=True)
class JoinLate:
    """One more entrant, the lowest seed.

    In a bracket they take the bye of the lowest seed that has not begun; rounds, arenas and
    groups have rules of their own.
    """

    entrant: int


@dataclass(frozen=True, slots=True)
class Replace:
    """A newcomer takes a seat, its seed and its future, while its match has not begun."""

    seat: int
    ticket: int


@dataclass(frozen=True, slots=True)
class SwapSeeds:
    """Two seats change hands, until the first match is called."""

    one: int
    other: int
    tickets: tuple[int, int]  # who is to sit on `one` and on `other`


@dataclass(frozen=True, slots=True)
class Hold:
    """Keep a match for the stream: it is not called, and its clocks stand still."""

    match: MatchId


@dataclass(frozen=True, slots=True)
class Release:
    match: MatchId


@dataclass(frozen=True, slots=True)
class Pair:
    """The next round of a Swiss stage or of lobbies; `pairs` and `bye` where staff makes it."""

    pairs: tuple[tuple[int, ...], ...] = ()
    bye: int = NOBODY


@dataclass(frozen=True, slots=True)
class DrawPlayoffs:
    """The next stage, once the first is over; `order` of its seeds where staff chooses it."""

    order: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PairUp:
    """One tick of an arena: everybody who is free meets somebody, as far as can be."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Somebody in an arena takes a break; a match that has begun is still theirs."""

    entrant: int


@dataclass(frozen=True, slots=True)
class Resume:
    entrant: int


@dataclass(frozen=True, slots=True)
class Close:
    """The bell of an arena."""


@dataclass(frozen=True, slots=True)
class Undo:
    """Take one event out, and with it what no longer fits. `position` counts `State.log`."""

    position: int | None = None  # None is the last one
    again: bool = False  # also take out the rounds that were paired and drawn since


@dataclass(frozen=True, slots=True)
class Reopen:
    """A settled match is to be reported again."""

    match: MatchId
    again: bool = False


OfMatch = Call | Arrive | Report | Confirm | Dispute | AutoConfirm | Rule | Forfeit | DoubleForfeit
Repair = Undo | Reopen | TakeBack | Reinstate
OfSeats = Withdraw | JoinLate | Replace | SwapSeeds
OfStages = Pair | DrawPlayoffs | PairUp | Pause | Resume | Close
Command = OfMatch | Repair | OfSeats | OfStages | Hold | Release
