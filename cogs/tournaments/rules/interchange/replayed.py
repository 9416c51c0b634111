"""A log from outside, played again: each line must be one that the rules would have written.

It is not enough that a step fits the board. A made-up one could have somebody win who never sat
there; so each line is asked for as a command, and has to be the answer.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from types import MappingProxyType
from typing import Any, Final, get_args

from cogs.tournaments.rules import commands, events, refusals
from cogs.tournaments.rules.bracket import MOST
from cogs.tournaments.rules.growth import FITS_STAGES, free_in_arena
from cogs.tournaments.rules.play import apply, decide
from cogs.tournaments.rules.repair import preview
from cogs.tournaments.rules.state import State
from cogs.tournaments.rules.swiss import Proof

HIGHEST: Final = 10 * MOST
LONGEST: Final = 16  # characters of an id
WORK: Final = 300_000  # steps done again for all undos together, or matches laid out anew


class Refused(ValueError):
    """A line that the rules would not have written there."""


class TooMuch(ValueError):
    """More undoing than any evening has seen; it would keep the machine busy for minutes."""


class Replay:
    """Plays a log line by line, and keeps count of the work that it makes."""

    def __init__(self, state: State) -> None:
        self.state = state
        self._work = 0

    def then(self, step: events.Event) -> None:
        """Raises `Refused` or `TooMuch`, and whatever the rules refuse."""
        self._work += _work(self.state, step)
        if self._work > WORK:
            raise TooMuch("too much is undone")
        if isinstance(step, events.Undone):
            _closed(self.state, step)
        elif isinstance(step, events.Paired):
            _free(self.state, step)
        elif _answer(self.state, step) != _asked_for(step):
            raise Refused(f"{step} is not what the rules say")
        self.state = apply(self.state, step)


def well_formed(step: events.Event) -> bool:
    """Whether every field holds a value of its kind: numbers of entrants, ids, scores."""
    return all(_is(getattr(step, each.name), each.name) for each in fields(step))


def _is(value: Any, name: str) -> bool:  # noqa: ANN401 - whatever stood in a file
    match name:
        case "match":
            return isinstance(value, str) and 0 < len(value) <= LONGEST and value.isascii()
        case "proof":
            return isinstance(value, str) and value in ["", *Proof]
        case "score":
            return value is None or (_numbers(value) and len(value) == 2)  # noqa: PLR2004 - two sides
        case "pairs":
            return isinstance(value, tuple) and all(map(_numbers, value))
        case "sides" | "order" | "tickets" | "cost" | "bound" | "positions":
            return _numbers(value)
        case _:
            return _number(value)


def _number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= HIGHEST**2


def _numbers(value: object) -> bool:
    return isinstance(value, tuple) and all(map(_number, value))


def _work(state: State, step: events.Event) -> int:
    match step:
        case events.Undone(positions):
            back = len(state.log) - min(positions, default=0)
            return 2 * back if state.before else 2 * len(state.log)
        case events.JoinedLate():
            return len(state.board)
        case _:
            return 0


def _closed(state: State, step: events.Undone) -> None:
    """What is taken out is all that had to go with it, and nothing that is not there."""
    there = range(len(state.log))
    known = bool(step.positions) and all(position in there for position in step.positions)
    if not known or preview(state, step.positions).positions != step.positions:
        raise Refused("an undo takes out all that no longer fits")


def _free(state: State, step: events.Paired) -> None:
    """Who meets whom in an arena is the tick's to say; here, that they could."""
    fits = len(step.sides) == 2 and FITS_STAGES[events.Paired](state, step)  # noqa: PLR2004 - two sides
    if not fits or not set(step.sides) <= set(free_in_arena(state)):
        raise Refused("somebody in it was not free")


def _asked_for(step: events.Step) -> events.Step:
    """A round may have been made by hand or by the engine: how it was proved is theirs to say."""
    return replace(step, proof="") if isinstance(step, events.RoundPaired) else step


def _answer(state: State, step: events.Step) -> events.Step:
    command = _command(step)
    try:
        answers = decide(state, command)
    except refusals.PlayRefusal as refusal:
        raise Refused(refusal.code) from refusal
    if len(answers) != 1 or isinstance(answers[0], events.Undone):
        raise Refused("nothing comes of it")
    return _asked_for(answers[0])


def _command(step: events.Step) -> commands.Command:
    """What somebody must have asked for this step to happen."""
    if isinstance(step, get_args(events.OfSeats)):
        return _of_seats(step)
    if isinstance(step, get_args(events.OfStages)):
        return _of_stages(step)
    return _of_match(step)


def _of_match(step: Any) -> commands.Command:  # noqa: ANN401 - a step of a match
    match step:
        case events.Reported(at, _, by, winner, score, order):
            return commands.Report(at, by, winner, score, order)
        case events.Ruled(at, _, winner, score, order):
            return commands.Rule(at, winner, score, order)
        case events.Forfeited(at, _, entrant):
            return commands.Forfeit(at, entrant)
        case events.Arrived(at, _, by) | events.Confirmed(at, _, by) | events.Disputed(at, _, by):
            return _BY_ONE[type(step)](at, by)
        case _:
            return _BY_NOBODY[type(step)](step.match)


_BY_ONE: Final[Mapping[type[events.Event], Callable[..., commands.Command]]] = MappingProxyType(
    {
        events.Arrived: commands.Arrive,
        events.Confirmed: commands.Confirm,
        events.Disputed: commands.Dispute,
    }
)
_BY_NOBODY: Final[Mapping[type[events.Event], Callable[..., commands.Command]]] = MappingProxyType(
    {
        events.Called: commands.Call,
        events.AutoConfirmed: commands.AutoConfirm,
        events.DoubleForfeited: commands.DoubleForfeit,
        events.Held: commands.Hold,
        events.Released: commands.Release,
    }
)


def _of_seats(step: Any) -> commands.Command:  # noqa: ANN401 - a step of seats
    match step:
        case events.Withdrawn(entrant):
            return commands.Withdraw(entrant)
        case events.Reinstated(entrant):
            return commands.Reinstate(entrant)
        case events.JoinedLate(entrant):
            return commands.JoinLate(entrant)
        case events.Replaced(seat, ticket):
            return commands.Replace(seat, ticket)
        case _:
            return commands.SwapSeeds(step.one, step.other, step.tickets)


def _of_stages(step: Any) -> commands.Command:  # noqa: ANN401 - a step of stages
    match step:
        case events.RoundPaired(_, pairs, bye):
            return commands.Pair(pairs, bye)
        case events.StageDrawn(order):
            return commands.DrawPlayoffs(order)
        case events.Paused(entrant):
            return commands.Pause(entrant)
        case events.Resumed(entrant):
            return commands.Resume(entrant)
        case _:
            return commands.Close()
