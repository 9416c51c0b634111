"""What people, staff and timers may ask of a running tournament.

Who is allowed to ask is the service's question; whether it can be done now is `play.decide`'s.
`by` and `entrant` are numbers of entrants, `match` is an id such as "W1.2".
"""

from dataclasses import dataclass
from datetime import timedelta

from cogs.tournaments.rules.board import Score
from cogs.tournaments.rules.bracket import MatchId


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules cannot know by themselves."""

    since_report: timedelta | None = None  # the age of the report that a `TakeBack` is about


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
    winner: int
    score: Score | None = None  # in the order of the sides


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


@dataclass(frozen=True, slots=True)
class Forfeit:
    """`entrant` did not come: the other side wins."""

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
    """One more entrant, the lowest seed, takes the bye of the lowest seed that has not begun."""

    entrant: int


@dataclass(frozen=True, slots=True)
class Undo:
    """Take one event out, and with it what no longer fits. `position` counts `State.log`."""

    position: int | None = None  # None is the last one


@dataclass(frozen=True, slots=True)
class Reopen:
    """A settled match is to be reported again."""

    match: MatchId


OfMatch = Call | Arrive | Report | Confirm | Dispute | AutoConfirm | Rule | Forfeit | DoubleForfeit
Repair = Undo | Reopen | TakeBack | Reinstate
Command = OfMatch | Repair | Withdraw | JoinLate
