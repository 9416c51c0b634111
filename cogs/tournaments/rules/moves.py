"""What one step changes: a result moves people on, and opens or decides the matches ahead."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from cogs.tournaments.rules import events
from cogs.tournaments.rules.board import IN_PLAY, Claim, Ending, Match, Stage
from cogs.tournaments.rules.bracket import NOBODY
from cogs.tournaments.rules.flow import Turn, laid, settled, without
from cogs.tournaments.rules.growth import FITS_STAGES, grown, seat_for
from cogs.tournaments.rules.setup import ELIMINATIONS, Setup
from cogs.tournaments.rules.state import State

# From which stages a match can take an event.
TAKES: Final[Mapping[type[events.OfMatch], frozenset[Stage]]] = MappingProxyType(
    {
        events.Called: frozenset({Stage.OPEN}),
        events.Arrived: frozenset({Stage.CALLED}),
        events.Reported: frozenset({Stage.OPEN, Stage.CALLED, Stage.LIVE}),
        events.Confirmed: frozenset({Stage.REPORTED}),
        events.AutoConfirmed: frozenset({Stage.REPORTED}),
        events.Disputed: frozenset({Stage.REPORTED}),
        events.Ruled: IN_PLAY | {Stage.SETTLED},
        events.Forfeited: IN_PLAY,
        events.DoubleForfeited: IN_PLAY,
    }
)
_QUIET: Final = frozenset((Stage.WAITING, Stage.OPEN, Stage.CALLED))  # nobody plays it yet
_EARLY: Final = (  # before the first call these alone may have happened
    *(events.SeedsSwapped, events.Replaced, events.JoinedLate),
    *(events.Held, events.Released, events.RoundPaired),
)


def begin(setup: Setup) -> State:
    """The tournament as drawn: nothing played. Refuses fewer than 2 entrants, or too many."""
    return laid(setup, setup.graph())


def fits(state: State, step: events.Step) -> bool:
    """Whether `step` can happen now: its match holds the same sides, and is ready for it."""
    if isinstance(step, events.OfStages):
        return FITS_STAGES[type(step)](state, step)
    if isinstance(step, events.OfSeats):
        return _fits_seats(state, step)
    place = state.graph.places.get(step.match)
    if place is None:
        return False
    match_ = state.board[place]
    if isinstance(step, events.Held):
        return not match_.held and match_.stage in _QUIET
    if isinstance(step, events.Released):
        return match_.held
    return _fits_match(state, match_, step)


def _fits_match(state: State, match_: Match, step: events.OfMatch) -> bool:
    if match_.sides != step.sides or match_.stage not in TAKES[type(step)]:
        return False
    match step:
        case events.Called():
            return not any(state.busy(side, step.match) for side in step.sides)
        case events.Reported() | events.Ruled():
            return _stands(match_, step) and _can_win(state, match_, step)
        case events.Confirmed(by=by) | events.Disputed(by=by):
            return by in match_.playing and (match_.claim is None or match_.claim.by != by)
        case events.Arrived(by=entrant) | events.Forfeited(entrant=entrant):
            return entrant in match_.playing
        case _:
            return True


def _can_win(state: State, match: Match, step: events.Reported | events.Ruled) -> bool:
    """Whether the winner plays it, or nobody has to win; of a lobby, whether all have a place."""
    if isinstance(step, events.Reported) and step.by not in match.playing:
        return False
    if match.lobby:
        whole = sorted(step.order) == sorted(match.playing)
        return whole and step.order[:1] == (step.winner,)
    if step.winner == NOBODY:
        return state.draws(match.id)
    return step.winner in match.playing


def _stands(match: Match, step: events.Reported | events.Ruled) -> bool:
    """Whether this leaves the winner as it is, if there is one."""
    result = match.result
    return result is None or (result.played and result.winner == step.winner)


def after(state: State, step: events.Step) -> State:
    """The state once `step` has happened. One that does not fit is our fault, and raises."""
    if not fits(state, step):
        raise ValueError(f"{step} does not fit")
    if isinstance(step, events.OfStages):
        return grown(state, step)
    if isinstance(step, events.OfSeats):
        return _seated(state, step)
    turn = Turn(state)
    place = state.graph.places[step.match]
    turn.take(place, _taken(state.board[place], step))
    return turn.then(step)


def _seated(state: State, step: events.OfSeats) -> State:
    turn = Turn(state)
    match step:
        case events.Withdrawn(entrant):
            turn.withdraw(entrant)
        case events.Reinstated(entrant):
            turn.reinstate(entrant)
        case events.JoinedLate():
            return _joined(state, turn, step)
        case events.Replaced(seat, ticket):
            return turn.then(step, holders={**state.holders, seat: ticket})
        case events.SeedsSwapped(one, other, tickets):
            seats = dict(zip((one, other), tickets, strict=True))
            return turn.then(step, holders={**state.holders, **seats})
    return turn.then(step)


def free_byes(state: State) -> Iterator[int]:
    """Whose bye a latecomer may take, the lowest seed first."""
    for entrant in state.graph.byes:
        first = state.board[state.graph.entries[entrant][0] >> 1]
        if not state.begun(first) and _nobody_notices(state, entrant):
            yield entrant


def may_join(state: State, against: int) -> bool:
    """Whether one more can come in now, in the bye of `against` where there is a bracket."""
    if state.setup.format in ELIMINATIONS:
        return against in free_byes(state)
    return against == NOBODY and not state.in_playoffs and seat_for(state)


def _nobody_notices(state: State, against: int) -> bool:
    """Whether every match that has begun, in both brackets, stays with the same two."""
    if not state.graph.shape or not state.graph.shape.double:
        return True
    turn = Turn(state)
    turn.lay_out_anew(state.graph.seated(state.count + 1, against))
    there = turn.board
    begun = (match for match in state.board if state.begun(match) and match.known)
    return all(there[there.graph.places[match.id]].sides == match.sides for match in begun)


def _joined(state: State, turn: Turn, step: events.JoinedLate) -> State:
    count = state.count + 1
    # A new graph for each latecomer is much to keep: an undo past here starts over.
    if state.graph.shape is not None:
        turn.lay_out_anew(state.graph.seated(step.entrant, step.against))
        return turn.then(step, back=False, count=count)
    graph = replace(state.setup, entrants=count).graph()
    if graph.ids:
        turn.lay_out_anew(graph)
        return turn.then(step, back=False, count=count)
    late = {**state.late, step.entrant: len(state.rounds)}
    return turn.then(step, count=count, late=late)


def _fits_seats(state: State, step: events.OfSeats) -> bool:
    match step:
        case events.Withdrawn(entrant):
            known = entrant in state.entrants and entrant not in state.withdrawn
            return known and state.still_in(entrant)
        case events.Reinstated(entrant):
            return entrant in state.withdrawn and state.comes_and_goes
        case events.JoinedLate(entrant, against):
            return entrant == state.count + 1 and may_join(state, against)
        case events.Replaced(seat):
            if seat not in state.entrants or not state.still_in(seat):
                return False
            place = state.place_of(seat)
            return place is None or not state.begun(state.board[place])
        case events.SeedsSwapped(one, other):
            known = one in state.entrants and other in state.entrants and one != other
            return known and all(isinstance(done, _EARLY) for done in state.log)


def _taken(match: Match, step: events.OfMatch | events.Held | events.Released) -> Match:
    """The match itself after `step`, before anybody moves on."""
    match step:
        case events.Held() | events.Released():
            return replace(match, held=isinstance(step, events.Held))
        case events.Called():
            return replace(match, stage=Stage.CALLED)
        case events.Arrived(by=by):
            here = match.here | {by}
            ready = here.issuperset(match.playing)
            return replace(match, here=here, stage=Stage.LIVE if ready else Stage.CALLED)
        case events.Reported(by=by, winner=winner, score=score, order=order):
            match = replace(match, claim=Claim(by, winner, score, order), held=False)
            # The loser's word needs no second one.
            second = winner in (by, NOBODY) or match.lobby
            reported = replace(match, stage=Stage.REPORTED)
            return reported if second else settled(match, winner, Ending.PLAYED)
        case events.Disputed():
            return replace(match, stage=Stage.DISPUTED)
        case _:
            return _ended(replace(match, held=False), step)


def _ended(match: Match, step: events.OfMatch) -> Match:
    match step:
        case events.Ruled(winner=winner, score=score, order=order):
            ending = match.result.ending if match.result else Ending.RULED
            claim = Claim(by=NOBODY, winner=winner, score=score, order=order)
            return settled(replace(match, claim=claim), winner, ending)
        case events.Forfeited(entrant=entrant) if match.lobby:
            return without(match, entrant)
        case events.Forfeited(entrant=entrant):
            winner = match.opponent_of(entrant) or NOBODY
            return settled(replace(match, claim=None), winner, Ending.FORFEIT)
        case events.DoubleForfeited():
            return settled(replace(match, claim=None), NOBODY, Ending.DOUBLE_FORFEIT)
        case _:  # confirmed, by the other side or by the clock
            claimed = match.claim.winner if match.claim else NOBODY
            return settled(match, claimed, Ending.PLAYED)
