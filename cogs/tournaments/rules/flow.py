"""Where results lead: a board on the move, for the length of one step."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import chain
from typing import Any, Final

from cogs.tournaments.rules.board import Board, Ending, Match, Result, Seat, Stage
from cogs.tournaments.rules.bracket import NOBODY, NOWHERE, Graph, Slot
from cogs.tournaments.rules.events import Step
from cogs.tournaments.rules.setup import Setup
from cogs.tournaments.rules.state import State

KEPT: Final = 32  # steps between two moments that an undo can walk back to


def laid(setup: Setup, graph: Graph) -> State:
    """Nothing has been played: every match whose sides are known is open."""
    unneeded = graph.reset != NOWHERE
    # Whoever sits down without having won or lost anything, sits at one of these.
    first = {slot >> 1 for slot in chain.from_iterable(graph.entries.values())}
    return State(
        setup=setup,
        graph=graph,
        board=Board.blank(graph),
        playable=tuple(sorted([place for place in first if min(graph.codes[place]) > NOBODY])),
        left=len(graph.ids) - unneeded,
        count=setup.entrants,
    )


class Turn:
    """A board on the move. Every change of a match goes through `take`."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._graph = state.graph
        self._board = state.board
        self._playable = list(state.playable)
        self._left = state.left
        self._withdrawn = state.withdrawn

    def then(self, step: Step, *, back: bool = True, **changed: Any) -> State:  # noqa: ANN401 - fields of a State
        """The state after `step`. Without `back`, an undo past here starts from the draw."""
        return replace(
            self._state,
            graph=self._graph,
            board=self._board,
            playable=tuple(self._playable),
            left=self._left,
            withdrawn=self._withdrawn,
            log=(*self._state.log, step),
            before=self._way_back() if back else None,
            **changed,
        )

    def _way_back(self) -> State | None:
        """The last moment kept on the way here: every log kept would be memory by the square."""
        state = self._state
        return state.before if len(state.log) % KEPT and state.before else state

    @property
    def board(self) -> Board:
        """As it is now, in the middle of the step."""
        return self._board

    def look_at(self, places: Iterable[int]) -> None:
        for place in places:
            self._look(place)

    def withdraw(self, entrant: int) -> None:
        self._withdrawn |= {entrant}
        # Nobody is told twice: a walkover may lead them on to the next match, and decide it.
        while (place := next(self._places_of(entrant), None)) is not None:
            self._look(place)

    def reinstate(self, entrant: int) -> None:
        self._withdrawn -= {entrant}

    def grow(self, graph: Graph) -> None:
        """More matches than before, all of them ready to be played."""
        start = len(self._graph.ids)
        self._board = self._board.grown(graph)
        self._graph = graph
        self._left += len(graph.ids) - start - (graph.reset >= start)
        places = range(start, len(graph.ids))
        self._playable += [place for place in places if min(graph.codes[place]) > NOBODY]
        self.look_at(place for place in places if self._board[place].known)

    def put_back(self, places: Iterable[int], past: Board) -> None:
        """Let these matches be as they were; whoever has reached them from elsewhere, sits."""
        wanted = sorted(places)
        for place in wanted:
            was, now = self._board[place], self._reached(place, past[place], set(wanted))
            self._left += self._counts(place, now) - self._counts(place, was)
            if was.in_play != now.in_play:
                self._playable = sorted({*self._playable} ^ {place})
            self._board = self._board.with_match(place, now)
        self.look_at(wanted)

    def _reached(self, place: int, past: Match, back: Set[int]) -> Match:
        """The match as it was, and on it who comes from a match that is not put back."""
        if past.known:
            return past
        if place == self._graph.reset:
            return (
                past
                if self._graph.final in back
                else replace(past, sides=self._board[place].sides)
            )
        seen = zip(self._graph.codes[place], past.sides, strict=True)
        sides = tuple(
            side if code >= 0 or ~code >> 1 in back else _seat(self._board, code)
            for code, side in seen
        )
        return replace(past, sides=sides)

    def _counts(self, place: int, match: Match) -> bool:
        """Whether it is to be played: a second final only if there is one."""
        return match.result is None and (place != self._graph.reset or match.known)

    def so_far(self) -> State:
        """The board as it is now, with the steps that were there before."""
        return replace(
            self._state, board=self._board, playable=tuple(self._playable), left=self._left
        )

    def lay_out_anew(self, graph: Graph) -> None:
        """Lay the matches of `graph` out, keeping those that are known and have not moved."""
        known = self._state.matches
        rows: list[Match] = []
        reset = graph.reset
        for place, match in enumerate(graph.ids):
            sides = tuple(_seat(rows, code) for code in graph.codes[place])
            old = known.get(match)
            if place == reset:
                kept = old if old and old.known else Match(match)
            else:
                moved = Match(match, sides, held=bool(old and old.held and not old.result))
                kept = old if old and old.sides == sides else moved
            rows.append(kept)
        self._graph, self._board = graph, Board.blank(graph)
        for place, laid_ in enumerate(rows):
            self._board = self._board.with_match(place, laid_)
        self._left = sum(match.result is None for match in rows)
        if reset != NOWHERE and not rows[reset].known:
            self._left -= 1
        self._playable = [place for place, match in enumerate(rows) if match.in_play]
        self.look_at(place for place, match in enumerate(rows) if match.stage is Stage.WAITING)

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
        if place == self._graph.final and self._graph.reset != NOWHERE:
            self._play_again(match)

    def _play_again(self, final: Match) -> None:
        """The losers' side has won the first final: both have lost once, and meet again."""
        top, bottom = final.sides
        winner = final.result.winner if final.result else NOBODY
        if top and winner == bottom:
            self._left += 1
            reset = self._board[self._graph.reset]
            self.take(self._graph.reset, replace(reset, sides=final.sides))
            self._look(self._graph.reset)

    def _sit(self, slot: Slot, seat: int) -> None:
        if slot == NOWHERE:
            return
        place, side = divmod(slot, 2)
        match = self._board[place]
        sides = (seat, match.sides[1]) if side == 0 else (match.sides[0], seat)
        self._board = self._board.with_match(place, replace(match, sides=sides))
        self._look(place)

    def _look(self, place: int) -> None:
        """Open a match whose sides are both known, or decide it if one of them is not there."""
        match = self._board[place]
        if not match.known or match.result:
            return
        if match.lobby:
            self._look_at_lobby(place, match)
            return
        staying = [side for side in match.sides if side and side not in self._withdrawn]
        if staying != list(match.sides):
            winner = staying[0] if staying else NOBODY
            given = replace(match, claim=None, held=False)
            self.take(place, settled(given, winner, Ending.WALKOVER))
        elif match.stage is Stage.WAITING:
            self._board = self._board.with_match(place, replace(match, stage=Stage.OPEN))
            insort(self._playable, place)

    def _look_at_lobby(self, place: int, match: Match) -> None:
        leaving = self._withdrawn.intersection(match.playing)
        for entrant in leaving:
            match = without(match, entrant)
        if leaving:
            self.take(place, match)

    def _places_of(self, entrant: int) -> Iterator[int]:
        now = replace(self._state, graph=self._graph, board=self._board)
        return (
            place for place in now.places_of(entrant) if self._leaves(self._board[place], entrant)
        )

    def _leaves(self, match: Match, entrant: int) -> bool:
        """Whether their leaving changes something here and now."""
        return match.known and entrant not in match.gone


def settled(match: Match, winner: int, ending: Ending) -> Match:
    """The match with a result; score and order are those that were claimed."""
    duel = not match.lobby
    loser = (match.opponent_of(winner) or NOBODY) if winner and duel else NOBODY
    score, order = (match.claim.score, match.claim.order) if match.claim else (None, ())
    result = Result(winner, loser, ending, score, order)
    return replace(match, stage=Stage.SETTLED, result=result)


def without(match: Match, entrant: int) -> Match:
    """A lobby that goes on without somebody; alone in it, one has won."""
    claim = match.claim
    if claim is not None:
        order = tuple(each for each in claim.order if each != entrant)
        claim = replace(claim, order=order, winner=next(iter(order), NOBODY))
    match = replace(match, gone=match.gone | {entrant}, claim=claim)
    playing = match.playing
    if len(playing) > 1:
        ready = match.stage is Stage.CALLED and match.here.issuperset(playing)
        return replace(match, stage=Stage.LIVE) if ready else match
    winner = playing[0] if playing else NOBODY
    return settled(replace(match, claim=None, held=False), winner, Ending.WALKOVER)


def _seat(rows: Sequence[Match] | Board, code: int) -> Seat:
    if code >= 0:
        return code
    place, lost = divmod(~code, 2)
    result = rows[place].result
    if result is None:
        return None
    return result.loser if lost else result.winner
