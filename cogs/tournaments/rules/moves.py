"""What one step changes: a result moves the winner on, and opens or decides the matches ahead."""

from bisect import bisect_left, insort
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from cogs.tournaments.rules import events
from cogs.tournaments.rules.board import IN_PLAY, Board, Claim, Ending, Match, Result, Seat, Stage
from cogs.tournaments.rules.bracket import NOBODY, Graph, MatchId, Slot, Source
from cogs.tournaments.rules.state import Setup, State

# From which stages a match can take an event.
TAKES: Final[Mapping[type[events.Event], frozenset[Stage]]] = MappingProxyType(
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


def begin(setup: Setup) -> State:
    """The tournament as drawn: nothing played. Refuses fewer than 2 entrants, or too many."""
    graph = setup.graph()
    empty = State(setup, graph, Board(()), (), len(graph.ids))
    return _Turn(empty).laid_out({}, graph).then(())


def fits(state: State, step: events.Step) -> bool:
    """Whether `step` can happen now: its match holds the same two, and is ready for it."""
    match step:
        case events.Withdrawn(entrant):
            known = entrant in state.entrants and entrant not in state.withdrawn
            return known and state.place_of(entrant) is not None
        case events.JoinedLate(entrant, against):
            return entrant == state.graph.entrants + 1 and against in free_byes(state)
        case events.Ruled(at, sides, winner):
            match_ = _at(state, at)
            result = match_.result
            same = result is None or (result.played and result.winner == winner)
            return same and match_.sides == sides and match_.stage in TAKES[events.Ruled]
        case _:
            match_ = _at(state, step.match)
            return match_.sides == step.sides and match_.stage in TAKES[type(step)]


def after(state: State, step: events.Step) -> State:
    """The state once `step` has happened. One that does not fit is our fault, and raises."""
    if not fits(state, step):
        raise ValueError(f"{step} does not fit")
    turn = _Turn(state)
    log = (*state.log, step)
    match step:
        case events.Withdrawn(entrant):
            turn.withdraw(state, entrant)
        case events.JoinedLate(entrant, against):
            graph = state.graph.seated(entrant, against)
            # A new graph for each latecomer is much to keep: an undo past here starts over.
            return turn.laid_out(state.matches, graph).then(log)
        case _:
            place = state.graph.places[step.match]
            turn.take(place, _taken(state.board[place], step))
    return turn.then(log, state)


def free_byes(state: State) -> tuple[int, ...]:
    """Whose bye a latecomer may take, the lowest seed first."""
    if state.board[state.graph.final].result:
        return ()
    first = state.graph.first
    return tuple(
        entrant
        for entrant in state.graph.byes
        if not state.begun(state.board[first[entrant].place])
    )


def _at(state: State, match: MatchId) -> Match:
    place = state.graph.places.get(match)
    return Match(match) if place is None else state.board[place]


def _taken(match: Match, step: events.OfMatch) -> Match:
    """The match itself after `step`, before anybody moves on."""
    match step:
        case events.Called():
            return replace(match, stage=Stage.CALLED)
        case events.Arrived(by=by):
            here = match.here | {by}
            return replace(match, here=here, stage=Stage.LIVE if len(here) > 1 else Stage.CALLED)
        case events.Reported(by=by, winner=winner, score=score):
            match = replace(match, claim=Claim(by, winner, score))
            if by == winner:
                return replace(match, stage=Stage.REPORTED)
            return _settled(match, winner, Ending.PLAYED)  # the loser's word needs no second one
        case events.Disputed():
            return replace(match, stage=Stage.DISPUTED)
        case _:
            return _ended(match, step)


def _ended(match: Match, step: events.OfMatch) -> Match:
    match step:
        case events.Ruled(winner=winner, score=score):
            ending = match.result.ending if match.result else Ending.RULED
            claim = Claim(by=NOBODY, winner=winner, score=score)
            return _settled(replace(match, claim=claim), winner, ending)
        case events.Forfeited(entrant=entrant):
            winner = match.opponent_of(entrant) or NOBODY
            return _settled(replace(match, claim=None), winner, Ending.FORFEIT)
        case events.DoubleForfeited():
            return _settled(replace(match, claim=None), NOBODY, Ending.DOUBLE_FORFEIT)
        case _:  # confirmed, by the other side or by the clock
            claimed = match.claim.winner if match.claim else NOBODY
            return _settled(match, claimed, Ending.PLAYED)


def _settled(match: Match, winner: int, ending: Ending) -> Match:
    loser = (match.opponent_of(winner) or NOBODY) if winner else NOBODY
    score = match.claim.score if match.claim else None
    return replace(match, stage=Stage.SETTLED, result=Result(winner, loser, ending, score))


class _Turn:
    """A board on the move, for the length of one step."""

    def __init__(self, state: State) -> None:
        self._setup = state.setup
        self._graph = state.graph
        self._board = state.board
        self._playable = list(state.playable)
        self._left = state.left
        self._withdrawn = state.withdrawn

    def then(self, log: tuple[events.Step, ...], before: State | None = None) -> State:
        return State(
            setup=self._setup,
            graph=self._graph,
            board=self._board,
            playable=tuple(self._playable),
            left=self._left,
            withdrawn=self._withdrawn,
            log=log,
            before=before,
        )

    def laid_out(self, known: Mapping[MatchId, Match], graph: Graph) -> "_Turn":
        """Lay the matches of `graph` out, keeping those that are known and have not moved."""
        laid: dict[MatchId, Match] = {}
        for match, sources in zip(graph.ids, graph.sources, strict=True):
            sides = _seat(laid, sources[0]), _seat(laid, sources[1])
            old = known.get(match)
            laid[match] = old if old and old.sides == sides else Match(match, sides)
        self._graph = graph
        self._board = Board.of(laid.values())
        self._left = sum(match.result is None for match in laid.values())
        self._playable = [graph.places[match.id] for match in laid.values() if match.in_play]
        for place, match_ in enumerate(laid.values()):
            if match_.stage is Stage.WAITING:
                self._look(place)
        return self

    def take(self, place: int, match: Match) -> None:
        """Put the match on the board; one that has just been settled moves both sides on."""
        was = self._board[place]
        self._board = self._board.with_match(place, match)
        if match.result is None or was.result is not None:
            return
        self._left -= 1
        spot = bisect_left(self._playable, place)
        if self._playable[spot : spot + 1] == [place]:
            del self._playable[spot]
        self._sit(self._graph.winner_to[place], match.result.winner)
        self._sit(self._graph.loser_to[place], match.result.loser)

    def withdraw(self, state: State, entrant: int) -> None:
        self._withdrawn |= {entrant}
        place = state.place_of(entrant)
        if place is not None:
            self._look(place)

    def _sit(self, slot: Slot | None, seat: int) -> None:
        if slot is None:
            return
        match = self._board[slot.place]
        sides = (seat, match.sides[1]) if slot.side == 0 else (match.sides[0], seat)
        self._board = self._board.with_match(slot.place, replace(match, sides=sides))
        self._look(slot.place)

    def _look(self, place: int) -> None:
        """Open a match whose sides are both known, or decide it if one of them is not there."""
        match = self._board[place]
        if None in match.sides:
            return
        staying = [side for side in match.sides if side and side not in self._withdrawn]
        if staying != list(match.sides):
            winner = staying[0] if staying else NOBODY
            self.take(place, _settled(replace(match, claim=None), winner, Ending.WALKOVER))
        elif match.stage is Stage.WAITING:
            self._board = self._board.with_match(place, replace(match, stage=Stage.OPEN))
            insort(self._playable, place)


def _seat(laid: Mapping[MatchId, Match], source: Source) -> Seat:
    if isinstance(source, int):
        return source
    result = laid[MatchId(source.removeprefix("-"))].result
    if result is None:
        return None
    return result.loser if source.startswith("-") else result.winner
