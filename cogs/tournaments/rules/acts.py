"""What staff may do to put a tournament right, and the steps that each of these leads to."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from cogs.tournaments.rules import commands, events, refusals
from cogs.tournaments.rules.board import Match, Score
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.crew import Act
from cogs.tournaments.rules.play import apply, decide, foresee
from cogs.tournaments.rules.repair import has_begun, made_since
from cogs.tournaments.rules.state import State


@dataclass(frozen=True, slots=True)
class Undo:
    """Any act, by its number in the log; or the last that was done to a match.

    `again`: what was paired or drawn since is done again. None is what is kindest: keep it as
    soon as a match of it has started.
    """

    seq: int | None = None
    match: MatchId | None = None
    again: bool | None = None


@dataclass(frozen=True, slots=True)
class Reopen:
    match: MatchId
    again: bool | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """Declare who won; on a match that somebody else has won it is reopened first."""

    match: MatchId
    winner: int
    score: Score | None = None  # in the order of the sides
    order: tuple[int, ...] = ()
    again: bool | None = None


@dataclass(frozen=True, slots=True)
class Forfeit:
    match: MatchId
    seat: int


@dataclass(frozen=True, slots=True)
class DoubleForfeit:
    match: MatchId


@dataclass(frozen=True, slots=True)
class Withdraw:
    seat: int


@dataclass(frozen=True, slots=True)
class Reinstate:
    seat: int


@dataclass(frozen=True, slots=True)
class Replace:
    """A ticket takes a seat: somebody who waits, or a newcomer."""

    seat: int
    ticket: int = 0  # 0 is a newcomer who has none yet


@dataclass(frozen=True, slots=True)
class Late:
    """One more, in the bye of the lowest seed or as the rules of the format have it."""

    ticket: int = 0


@dataclass(frozen=True, slots=True)
class Swap:
    one: int
    other: int


OfResults = Undo | Reopen | Rule  # possible when all is over, too
OfMatch = Reopen | Rule | Forfeit | DoubleForfeit
Repair = OfResults | Forfeit | DoubleForfeit | Withdraw | Reinstate | Replace | Late | Swap
RIGHTS: Final[Mapping[type[Repair], Act]] = MappingProxyType(
    {
        **dict.fromkeys((Undo, Reopen, Rule, Forfeit, DoubleForfeit), Act.JUDGE),
        **dict.fromkeys((Withdraw, Reinstate, Replace, Late), Act.MOVE),
        Swap: Act.SEED,
    }
)


@dataclass(frozen=True, slots=True)
class Way:
    """The steps that it takes; `again` is None where nothing was paired or drawn since."""

    steps: tuple[events.Event, ...]
    again: bool | None = None


def way(state: State, repair: Repair, tickets: Mapping[int, int]) -> Way:
    """How a repair is done; `Undo` by its match. `tickets` are those of the seats.

    Raises what the rules refuse.
    """
    match repair:
        case Undo():
            return undoing(state, _last_act(state, repair.match), again=repair.again)
        case Reopen(match=match_, again=again):
            return _reopening(state, match_, again)
        case Rule():
            return _ruling(state, repair)
        case Late(ticket):
            joined = decide(state, commands.JoinLate(state.count + 1))
            return Way((*joined, events.Replaced(state.count + 1, ticket)))
    return Way(decide(state, _command(repair, tickets)))


def undoing(state: State, position: int, *, again: bool | None = None) -> Way:
    """How one step of `state.log` is taken out."""
    again = _again(state, position, again)
    return Way(decide(state, commands.Undo(position, again=bool(again))), again)


def _command(
    repair: Forfeit | DoubleForfeit | Withdraw | Reinstate | Replace | Swap,
    tickets: Mapping[int, int],
) -> commands.Command:
    match repair:
        case Forfeit(match, seat):
            return commands.Forfeit(match, seat)
        case DoubleForfeit(match):
            return commands.DoubleForfeit(match)
        case Withdraw(seat):
            return commands.Withdraw(seat)
        case Reinstate(seat):
            return commands.Reinstate(seat)
        case Replace(seat, ticket):
            return commands.Replace(seat, ticket)
        case Swap(one, other):
            if one not in tickets or other not in tickets:
                raise refusals.UnknownEntrant("nobody sits there")
            return commands.SwapSeeds(one, other, (tickets[other], tickets[one]))


def _reopening(state: State, match: MatchId, again: bool | None) -> Way:
    first = foresee(state, commands.Reopen(match)).positions[0]
    again = _again(state, first, again)
    return Way(decide(state, commands.Reopen(match, again=bool(again))), again)


def _ruling(state: State, repair: Rule) -> Way:
    command = commands.Rule(repair.match, repair.winner, repair.score, repair.order)
    if not _overrules(state.match(repair.match), repair):
        return Way(decide(state, command))
    reopened = _reopening(state, repair.match, repair.again)
    now = state
    for step in reopened.steps:
        now = apply(now, step)
    return replace(reopened, steps=(*reopened.steps, *decide(now, command)))


def _overrules(match: Match, repair: Rule) -> bool:
    result = match.result
    return result is not None and not (result.played and result.winner == repair.winner)


def _again(state: State, position: int, asked: bool | None) -> bool | None:
    made = made_since(state, position)
    if not made:
        return None
    return not has_begun(state, made) if asked is None else asked


def _last_act(state: State, match: MatchId | None) -> int:
    """The last thing done to a match; that it was called and that people came is none."""
    for position in range(len(state.log) - 1, -1, -1):
        step = state.log[position]
        quiet = isinstance(step, events.Called | events.Arrived)
        if isinstance(step, events.OfMatch) and step.match == match and not quiet:
            return position
    raise refusals.NothingToUndo("nothing was done to this match")
