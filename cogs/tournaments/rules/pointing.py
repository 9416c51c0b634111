"""Which match somebody means who names one of its players."""

from cogs.tournaments.rules import events
from cogs.tournaments.rules.board import Match
from cogs.tournaments.rules.hosting import NoMatchOfTheirs
from cogs.tournaments.rules.state import State


def now(state: State, seat: int) -> Match:
    """The match that they are in now, its other side known. Raises `NoMatchOfTheirs`."""
    found = state.match_of(seat)
    if found is None or not found.known:
        raise NoMatchOfTheirs
    return found


def settled(state: State, seat: int) -> Match:
    """The last of theirs that has a result. Raises `NoMatchOfTheirs`."""
    for step in reversed(state.log):
        if isinstance(step, events.OfMatch) and step.match in state.graph.places:
            match = state.match(step.match)
            if match.result is not None and match.has(seat):
                return match
    raise NoMatchOfTheirs


def to_decide(state: State, seat: int) -> Match:
    """The match that they are in now; where there is none, their last. Raises the same."""
    try:
        return now(state, seat)
    except NoMatchOfTheirs:
        return settled(state, seat)
