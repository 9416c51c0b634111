"""What a tournament is drawn from: its format, and every choice that its rules leave open."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from cogs.tournaments.rules import lobbies, robin
from cogs.tournaments.rules.bracket import NOBODY, Graph, counted, match_id, seats_of
from cogs.tournaments.rules.drops import Drops, masks
from cogs.tournaments.rules.elimination import GrandFinal, Shape
from cogs.tournaments.rules.refusals import TooMany
from cogs.tournaments.rules.tiebreaks import ROBIN, SWISS, Tiebreak, check

LOBBY: Final = 8  # players
MOST_GAMES: Final = 500_000  # of a table, counted once for each side: 700 entrants in one group


class Format(StrEnum):
    SINGLE_ELIMINATION = "single_elimination"
    DOUBLE_ELIMINATION = "double_elimination"
    ROUND_ROBIN = "round_robin"
    SWISS = "swiss"
    LOBBIES = "lobbies"  # several at once, points for places
    ARENA = "arena"  # come and go, paired again and again until the bell


ELIMINATIONS: Final = frozenset((Format.SINGLE_ELIMINATION, Format.DOUBLE_ELIMINATION))
PAIRED: Final = frozenset((Format.SWISS, Format.LOBBIES))  # round by round
LETTERS: Final[Mapping[Format, str]] = MappingProxyType(
    {Format.ROUND_ROBIN: "R", Format.SWISS: "S", Format.LOBBIES: "F", Format.ARENA: "A"}
)


@dataclass(frozen=True, slots=True)
class Cut:
    """The play-offs: the best `take` of each group, or of everybody, in an elimination."""

    take: int
    format: Format = Format.SINGLE_ELIMINATION
    third_place: bool = True
    grand_final: GrandFinal = GrandFinal.RESET
    drops: Drops = Drops.OPTIMAL

    def shape(self, order: tuple[int, ...]) -> Shape:
        """The bracket for entrants in the order of their seeds."""
        seats = tuple(map((NOBODY, *order).__getitem__, seats_of(len(order))))
        if self.format is Format.DOUBLE_ELIMINATION:
            return Shape(seats, masks=masks(self.drops, len(seats)), grand_final=self.grand_final)
        return Shape(seats, third_place=self.third_place)


@dataclass(frozen=True, slots=True)
class Setup:
    """What the draw was made from; the first graph follows from it."""

    entrants: int
    format: Format = Format.SINGLE_ELIMINATION
    third_place: bool = True  # a match for it from four entrants on
    best_of: int = 1  # above 1, a score must be that of a match played to its end
    finals: tuple[int, ...] = ()  # best of how many in the final, the semi-final, and so on
    drops: Drops = Drops.OPTIMAL
    grand_final: GrandFinal = GrandFinal.RESET
    legs: int = 1  # of a round robin
    groups: int = 1
    rounds: int = 0  # of a Swiss stage or of lobbies; 0 is as many as the field needs
    wins_to_qualify: int = 0  # with so many one is through, and paired no more; 0 is never
    losses_to_exit: int = 0
    draws: bool = False
    late_half_wins: int = 0  # what a latecomer has for each round that they missed
    lobby: int = LOBBY
    finalists: int = 0  # so many meet once more, if one lobby could not hold everybody
    points: tuple[int, ...] = ()  # of a lobby, for the first place, the second, and so on
    tiebreaks: tuple[Tiebreak, ...] = ()
    cut: Cut | None = None
    secret: str = ""  # the luck of the draw, published once it is drawn

    def graph(self) -> Graph:
        """The matches known from the beginning. Refuses too few or too many entrants."""
        order = tuple(range(1, counted(self.entrants) + 1))
        self._check()
        if self.format in ELIMINATIONS:
            return Graph().with_bracket(self._bracket().shape(order))
        if self.format is not Format.ROUND_ROBIN:
            return Graph()
        rounds = robin.together(
            [robin.schedule(group, self.legs) for group in self.grouped(self.entrants)]
        )
        ids = [
            match_id("R", round_, number)
            for round_, pairs in enumerate(rounds, 1)
            for number in range(1, len(pairs) + 1)
        ]
        return Graph().with_matches(ids, [pair for pairs in rounds for pair in pairs])

    def grouped(self, entrants: int) -> tuple[tuple[int, ...], ...]:
        """The groups of a round robin: the best seeds spread over them, in a snake."""
        return robin.snake(range(1, entrants + 1), self.groups)

    @property
    def planned(self) -> int:
        """How many rounds there will be, unless too few are left to play before."""
        if self.rounds:
            return self.rounds + self.final_lobby
        swiss = self.format is Format.SWISS
        if (
            swiss and self.wins_to_qualify and self.losses_to_exit
        ):  # by then everybody is through or out
            return self.wins_to_qualify + self.losses_to_exit - 1
        return max(1, (self.entrants - 1).bit_length()) + self.final_lobby

    @property
    def final_lobby(self) -> bool:
        """Whether the last round is one lobby of the best."""
        several = self.format is Format.LOBBIES and self.entrants > self.lobby
        return several and self.finalists > 1

    @property
    def order(self) -> tuple[Tiebreak, ...]:
        """Who comes first among those level on points, by what."""
        return self.tiebreaks or (ROBIN if self.format is Format.ROUND_ROBIN else SWISS)

    def _check(self) -> None:
        """Raises what would otherwise only be found out in the middle of the evening."""
        check(self.order)
        if self.format is Format.LOBBIES:
            lobbies.lobbies_of(range(1, self.entrants + 1), self.lobby)
            if self.points:
                lobbies.PointsTable(self.points)
        largest = -(-self.entrants // max(1, self.groups))
        if self.format is Format.ROUND_ROBIN and self.legs * largest * self.entrants > MOST_GAMES:
            raise TooMany(f"{self.entrants} entrants would have to meet too often")

    def _bracket(self) -> Cut:
        return Cut(self.entrants, self.format, self.third_place, self.grand_final, self.drops)
