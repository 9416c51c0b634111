"""A tournament as it stands: what was set up, the board, and the steps that led there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from cogs.tournaments.rules.board import Board, Match, Stage
from cogs.tournaments.rules.bracket import Graph, MatchId, Slot, seats_of
from cogs.tournaments.rules.events import Step
from cogs.tournaments.rules.refusals import UnknownEntrant, UnknownMatch


class Format(StrEnum):
    SINGLE_ELIMINATION = "single_elimination"


@dataclass(frozen=True, slots=True)
class Setup:
    """What the draw was made from; the seats follow from it."""

    entrants: int
    format: Format = Format.SINGLE_ELIMINATION
    third_place: bool = True  # a match for it from four entrants on
    best_of: int = 1  # above 1, a score must be that of a match played to its end

    def graph(self) -> Graph:
        return Graph.single(seats_of(self.entrants), third_place=self.third_place)


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
    withdrawn: frozenset[int] = frozenset()
    log: tuple[Step, ...] = ()
    # The moment before the last step, so that an undo walks back instead of starting over.
    before: "State | None" = field(default=None, repr=False, compare=False)

    @property
    def entrants(self) -> range:
        return range(1, self.graph.entrants + 1)

    @property
    def done(self) -> bool:
        """Nothing is left to play, a third place included."""
        return self.left == 0

    @property
    def champion(self) -> int | None:
        """Who won the final; None before it, or if everybody had left."""
        result = self.board[self.graph.final].result
        return result.winner or None if result else None

    @property
    def open(self) -> tuple[Match, ...]:
        """Matches with both sides known and no result yet, in the order of the bracket."""
        return tuple(self.board[place] for place in self.playable)

    @property
    def matches(self) -> Mapping[MatchId, Match]:
        """Every contested match, in the order of the bracket."""
        return {match.id: match for match in self.board}

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
        """The place of the match where `entrant` sits now, even if they have left."""
        slot: Slot | None = self.graph.first.get(entrant)
        if slot is None:
            raise UnknownEntrant(f"{entrant!r:.40} is not an entrant")
        while slot:
            result = self.board[slot.place].result
            if result is None:
                return slot.place
            if result.winner == entrant:
                slot = self.graph.winner_to[slot.place]
            else:
                slot = self.graph.loser_to[slot.place] if result.loser == entrant else None
        return None

    def begun(self, match: Match) -> bool:
        """Whether somebody is playing it, has played it or has been given it."""
        return match.stage not in {Stage.WAITING, Stage.OPEN, Stage.CALLED}
