"""A tournament as it stands: what was set up, the board, and the steps that led there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from cogs.tournaments.rules.board import BUSY, Board, Match, Stage
from cogs.tournaments.rules.bracket import FEWEST, IN_BRACKETS, NOWHERE, Graph, MatchId, bracket_of
from cogs.tournaments.rules.events import StageDrawn, Step
from cogs.tournaments.rules.refusals import UnknownEntrant, UnknownMatch
from cogs.tournaments.rules.setup import ELIMINATIONS, PAIRED, Format, Setup


@dataclass(frozen=True, slots=True)
class Round:
    """One round of a Swiss stage or of lobbies: its matches by their places, and who rests."""

    first: int
    stop: int
    bye: int


@dataclass(frozen=True, slots=True)
class State:
    """An immutable moment of a tournament. `moves.begin` makes the first, `play.apply` the next.

    `log` holds the steps that survive; two states with the same setup and log are equal.
    """

    setup: Setup
    graph: Graph = field(repr=False)
    board: Board = field(repr=False)
    playable: tuple[int, ...] = field(repr=False)  # places of the matches in play, sorted
    left: int  # matches without a result
    count: int  # entrants, latecomers included
    withdrawn: frozenset[int] = frozenset()
    rounds: tuple[Round, ...] = ()
    late: Mapping[int, int] = field(default_factory=dict)  # rounds that a latecomer has missed
    holders: Mapping[int, int] = field(default_factory=dict)  # seats that changed hands: tickets
    idle: frozenset[int] = frozenset()  # of an arena: who takes a break
    over: bool = False  # of an arena: the bell has rung
    log: tuple[Step, ...] = ()
    # A moment a few steps ago, so that an undo walks back instead of starting over.
    before: "State | None" = field(default=None, repr=False, compare=False)

    @property
    def entrants(self) -> range:
        return range(1, self.count + 1)

    @property
    def format(self) -> Format:
        """What is being played now: the play-offs, once they are drawn."""
        if self.setup.cut is not None and self.in_playoffs:
            return self.setup.cut.format
        return self.setup.format

    @property
    def in_playoffs(self) -> bool:
        """The second stage, or the only one of an elimination."""
        return self.graph.shape is not None

    @property
    def stage_done(self) -> bool:
        """The stage that is being played has nothing left to play."""
        if self.left:
            return False
        if self.in_playoffs or self.setup.format is Format.ROUND_ROBIN:
            return True
        if self.setup.format is Format.ARENA:
            return self.over
        return len(self.rounds) >= self.setup.planned or len(self.active) < FEWEST

    @property
    def done(self) -> bool:
        """Nothing is left to play, a third place and the play-offs included."""
        return self.stage_done and (self.in_playoffs or not self._cut_to_come)

    @property
    def _cut_to_come(self) -> bool:
        """Whether play-offs follow: there are at least two who can go on."""
        cut = self.setup.cut
        if cut is None:
            return False
        left = (sum(each not in self.withdrawn for each in group) for group in self.grouped)
        return sum(min(cut.take, here) for here in left) >= FEWEST

    @property
    def champion(self) -> int | None:
        """Who won the final; None before it, if everybody had left, and without a final."""
        if not self.in_playoffs:
            return None
        place = self.graph.final
        if self.graph.reset != NOWHERE and self.board[self.graph.reset].known:
            place = self.graph.reset
        result = self.board[place].result
        if result is None or (place == self.graph.final and self._reset_to_come):
            return None
        return result.winner or None

    @property
    def _reset_to_come(self) -> bool:
        return self.graph.reset != NOWHERE and self.board[self.graph.reset].in_play

    @property
    def grouped(self) -> tuple[tuple[int, ...], ...]:
        """The groups of a round robin; everybody in one, elsewhere."""
        if self.setup.format is Format.ROUND_ROBIN:
            return self.setup.grouped(self.count)
        return (tuple(self.entrants),)

    @property
    def playoff_order(self) -> tuple[int, ...]:
        """The seeds of the play-offs; empty before they are drawn."""
        drawn = (step.order for step in self.log if isinstance(step, StageDrawn))
        return next(drawn, ())

    @property
    def active(self) -> tuple[int, ...]:
        """Who is still in a stage of rounds: not withdrawn, not qualified and not out."""
        setup = self.setup
        here = (entrant for entrant in self.entrants if entrant not in self.withdrawn)
        if setup.format is not Format.SWISS or not (setup.wins_to_qualify or setup.losses_to_exit):
            return tuple(here)
        won, lost = self.tally()
        return tuple(
            entrant
            for entrant in here
            if (not setup.wins_to_qualify or won[entrant] < setup.wins_to_qualify)
            and (not setup.losses_to_exit or lost[entrant] < setup.losses_to_exit)
        )

    def tally(self) -> tuple[Mapping[int, int], Mapping[int, int]]:
        """Wins and losses of everybody in the rounds so far; a bye is a win."""
        won, lost = dict.fromkeys(self.entrants, 0), dict.fromkeys(self.entrants, 0)
        for round_ in self.rounds:
            if round_.bye:
                won[round_.bye] += 1
            for place in range(round_.first, round_.stop):
                result = self.board[place].result
                if result and result.winner:
                    won[result.winner] += 1
                if result and result.loser:
                    lost[result.loser] += 1
        return won, lost

    @property
    def open(self) -> tuple[Match, ...]:
        """Matches with both sides known and no result yet, in the order of the bracket."""
        return tuple(self.board[place] for place in self.playable)

    @property
    def matches(self) -> Mapping[MatchId, Match]:
        """Every contested match, in the order of the bracket; a second final only if needed."""
        reset = self.graph.reset
        return {
            match.id: match
            for place, match in enumerate(self.board)
            if place != reset or match.known
        }

    def match(self, match: MatchId) -> Match:
        """Raises `UnknownMatch` for an id that is not a contested match."""
        place = self.graph.places.get(match)
        if place is None:
            raise UnknownMatch(f"{match!r:.40} is not a match of this bracket")
        return self.board[place]

    def match_of(self, entrant: int) -> Match | None:
        """The one match `entrant` is in now, `waiting` included; None once they are out or left.

        Raises `UnknownEntrant`.
        """
        place = self.place_of(entrant)
        return None if place is None or entrant in self.withdrawn else self.board[place]

    def place_of(self, entrant: int) -> int | None:
        """The place of the match where `entrant` sits now, even if they have left.

        Of several, the one that is being played, or else the first. Raises `UnknownEntrant`.
        """
        first = None
        for place in self.places_of(entrant):
            if self.board[place].stage in BUSY:
                return place
            if first is None:
                first = place
        return first

    def places_of(self, entrant: int) -> Iterator[int]:
        """Where `entrant` sits and there is no result yet, in the order of play.

        Raises `UnknownEntrant`.
        """
        if entrant not in self.entrants:
            raise UnknownEntrant(f"{entrant!r:.40} is not an entrant")
        graph, board = self.graph, self.board
        for entry in graph.entries.get(entrant, ()):
            slot, place = entry, NOWHERE
            while slot != NOWHERE:
                place = slot >> 1
                result = board[place].result
                if result is None:
                    yield place
                    break
                if result.winner == entrant:
                    slot = graph.winner_to[place]
                else:
                    slot = graph.loser_to[place] if result.loser == entrant else NOWHERE
            else:
                reset = graph.reset  # nothing leads there: it is played by those of the final
                again = place == graph.final and reset != NOWHERE and board[reset].has(entrant)
                if again and not board[reset].result:
                    yield reset

    def busy(self, entrant: int, match: MatchId) -> bool:
        """Whether they are wanted in another match at this moment."""
        places = self.places_of(entrant)
        return any(
            self.board[place].stage in BUSY and self.board[place].id != match for place in places
        )

    def still_in(self, entrant: int) -> bool:
        """Whether there is something that they could leave. Raises `UnknownEntrant`."""
        if next(self.places_of(entrant), None) is not None:
            return True
        return self.setup.format not in ELIMINATIONS and not (self.in_playoffs or self.done)

    @property
    def comes_and_goes(self) -> bool:
        """Whether one can leave and be back later: rounds are paired, and an arena, as it goes."""
        rounds = self.setup.format in PAIRED or self.setup.format is Format.ARENA
        return rounds and not self.in_playoffs and not self.done

    def begun(self, match: Match) -> bool:
        """Whether somebody is playing it, has played it or has been given it."""
        return match.stage not in {Stage.WAITING, Stage.OPEN, Stage.CALLED}

    def draws(self, match: MatchId) -> bool:
        """Whether it may end with nobody winning: never in a bracket, never in a lobby."""
        duel = not self.match(match).lobby
        return self.setup.draws and duel and bracket_of(match) not in IN_BRACKETS

    def best_of(self, match: MatchId) -> int:
        """Of how many games it is at most: the last rounds of a bracket may have more."""
        setup, letter = self.setup, bracket_of(match)
        if not setup.finals or letter not in IN_BRACKETS or self.graph.shape is None:
            return setup.best_of
        before_last = self.graph.before_last(match)
        return setup.finals[before_last] if before_last < len(setup.finals) else setup.best_of
