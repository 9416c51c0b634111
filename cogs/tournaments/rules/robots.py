"""What robots do in a rehearsal: most play on, some do what keeps a host busy on a real evening.

The last one forgets to check in. The first contests the first score it is told, the second never
answers one, the third does not come to its first match. Who wins is drawn by lot.

In teams a side is as its captain: the first lacks a player until the draw, and some come alone,
one to complete it and the others to play with a host who comes alone too.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from cogs.tournaments.rules import commands
from cogs.tournaments.rules.board import Ending, Match, Stage
from cogs.tournaments.rules.roster import commitment
from cogs.tournaments.rules.state import State

FEWEST: Final = 4  # seats
MOST: Final = 16
MOST_TEAMS: Final = 8
AT_ONCE: Final = 2  # who join in one breath


class Habit(IntEnum):
    """By the number of a robot."""

    CONTESTS = 1
    SILENT = 2
    ABSENT = 3


LOSES: Final = frozenset((Habit.CONTESTS, Habit.SILENT))  # or nobody would see what they do


@dataclass(frozen=True, slots=True)
class Squads:
    """Who comes where it is played in teams, by number; the captain first."""

    teams: tuple[tuple[int, ...], ...]
    alone: tuple[int, ...]


def seats(size: int, players: int = 1) -> int:
    """Of a rehearsal: enough to see everything, few enough to be over soon."""
    return max(FEWEST, min(size, MOST if players == 1 else MOST_TEAMS))


def squads(sides: int, players: int) -> Squads:
    """So many teams of so many players: captains have the numbers of the sides."""
    mates = players - 1
    teams = [
        (side, *range(sides + 1 + (side - 1) * mates, sides + 1 + side * mates))
        for side in range(1, sides + 1)
    ]
    teams[0] = teams[0][:-1]
    last = sides * players
    return Squads(tuple(teams), tuple(range(last + 1, last + 1 + players)))


def newcomers(robots: int, known: Iterable[int]) -> tuple[int, ...]:
    """Who joins next, of so many."""
    here = set(known)
    return tuple(number for number in range(1, robots + 1) if number not in here)[:AT_ONCE]


def remembers(number: int, robots: int) -> bool:
    """Whether it checks in."""
    return number != robots


def act(state: State, match: Match, robots: Mapping[int, int]) -> commands.OfMatch | None:
    """What happens next in a match, by one of the `robots` (their numbers, by seat) in it."""
    mine = [seat for seat in match.playing if seat in robots]
    if match.held or not mine:
        return None
    match match.stage:
        case Stage.CALLED:
            return _come(state, match, robots)
        case Stage.LIVE:
            return _tell(state, match, robots)
        case Stage.REPORTED:
            return _answer(state, match, robots)
    return None


def _come(state: State, match: Match, robots: Mapping[int, int]) -> commands.OfMatch | None:
    for seat in match.absent:
        first = not any(each.has(seat) and each.result for each in state.board)
        if seat in robots and not (robots[seat] == Habit.ABSENT and first):
            return commands.Arrive(match.id, seat)
    return None


def _tell(state: State, match: Match, robots: Mapping[int, int]) -> commands.OfMatch | None:
    """A person in it tells their own score; in a lobby, a robot tells it for everybody."""
    secret = f"{state.setup.secret}:{match.id}"
    order = sorted(match.playing, key=lambda seat: commitment(f"{secret}:{seat}"))
    if match.lobby:
        by = next(seat for seat in order if seat in robots)
        return commands.Report(match.id, by, order[0], order=tuple(order))
    if any(seat not in robots for seat in order):
        return None
    order.sort(key=lambda seat: robots[seat] in LOSES)
    return commands.Report(match.id, order[0], order[0])


def _answer(state: State, match: Match, robots: Mapping[int, int]) -> commands.OfMatch | None:
    claim = match.claim
    others = [seat for seat in match.playing if claim and seat != claim.by and seat in robots]
    for seat in others:
        if robots[seat] == Habit.CONTESTS and not match.lobby and not _contested(state):
            return commands.Dispute(match.id, seat)
        if robots[seat] != Habit.SILENT:
            return commands.Confirm(match.id, seat)
    return None


def _contested(state: State) -> bool:
    """Whether there was a dispute already: one is enough to learn from."""
    return any(
        match.stage is Stage.DISPUTED
        or (match.result is not None and match.result.ending is Ending.RULED)
        for match in state.board
    )
