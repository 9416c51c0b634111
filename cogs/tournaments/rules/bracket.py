"""The board's wiring: which matches there are, who sits down where, and where a result leads.

Entrants are numbers, 1 the best seed. A source of a side is a seed (5), the winner of a match
("W1.2") or its loser ("-W1.2"). A bracket is drawn by `elimination`; here it is put together with
what was drawn before it, so that a group stage and its play-offs are one board.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Self

from cogs.tournaments.rules import elimination
from cogs.tournaments.rules.elimination import Drawn, GrandFinal, Shape, drawn
from cogs.tournaments.rules.refusals import TooFew, TooMany

MatchId = elimination.MatchId
Source = int | str
Sources = tuple[Source, ...]
Slot = int  # one side of one match: twice its place in the graph, plus the side

FEWEST: Final = 2
MOST: Final = 4096
NOBODY: Final = elimination.NOBODY  # an empty seat: whoever meets it passes
NOWHERE: Final = elimination.NOWHERE
IN_BRACKETS: Final = frozenset("WLGP")  # the letters of their matches


@dataclass(frozen=True, slots=True)
class Graph:
    """The matches in an order in which every source stands before its use."""

    ids: tuple[MatchId, ...] = ()
    # For each match, its sides: a seed, or ~(2 * place) for a winner, ~(2 * place + 1) a loser.
    codes: tuple[tuple[int, ...], ...] = field(default=(), repr=False)
    places: Mapping[MatchId, int] = field(default_factory=dict, repr=False, compare=False)
    winner_to: tuple[Slot, ...] = field(default=(), repr=False)
    loser_to: tuple[Slot, ...] = field(default=(), repr=False)
    # Where an entrant sits down without having won or lost anything, in the order of play.
    entries: Mapping[int, tuple[Slot, ...]] = field(default_factory=dict, repr=False)
    shape: Shape | None = None  # of the bracket in it
    final: int = NOWHERE  # the place of the match that makes the champion
    reset: int = NOWHERE  # of the second final, played only if the losers' side wins the first

    @classmethod
    def single(cls, seats: Sequence[int], *, third_place: bool) -> Self:
        """A single elimination over these seats, their number a power of two."""
        return cls().with_bracket(Shape(tuple(seats), third_place=third_place))

    @classmethod
    def double(
        cls, seats: Sequence[int], masks: Sequence[int], grand_final: GrandFinal = GrandFinal.RESET
    ) -> Self:
        """A double elimination; `masks` say where losers drop, one for each winners' round."""
        return cls().with_bracket(Shape(tuple(seats), masks=tuple(masks), grand_final=grand_final))

    @property
    def sources(self) -> tuple[Sources, ...]:
        """Of every match, as the ids of matches or the numbers of seeds."""
        return tuple(self.sources_of(place) for place in range(len(self.ids)))

    def sources_of(self, place: int) -> Sources:
        return tuple(map(self._source, self.codes[place]))

    @property
    def seats(self) -> tuple[int, ...]:
        """The padded first round of the bracket, top to bottom; NOBODY is a bye."""
        return self.shape.seats if self.shape else ()

    @property
    def rounds(self) -> int:
        """Of the winners' bracket; 0 where there is no bracket."""
        return rounds_of(len(self.seats)) if self.shape else 0

    @property
    def byes(self) -> tuple[int, ...]:
        """Who passes the first round, the lowest seed first."""
        pairs = zip(self.seats[::2], self.seats[1::2], strict=True)
        return tuple(sorted((sum(pair) for pair in pairs if NOBODY in pair), reverse=True))

    def before_last(self, match: MatchId) -> int:
        """How many rounds stand between a match of the bracket and its end: 0 for the final."""
        letter, round_ = bracket_of(match), round_of(match)
        if self.shape is None or letter == "G":
            return 0
        if letter == "P":
            return 1
        finals = int(self.shape.double and self.shape.grand_final is not GrandFinal.NONE)
        if letter == "L":
            return (2 * (self.rounds - 1) - round_) // 2 + finals
        return self.rounds - round_ + finals

    def seated(self, entrant: int, against: int) -> Self:
        """The same bracket with one more entrant, in the bye of `against`."""
        if self.shape is None:
            raise ValueError("there is no bracket to sit down in")
        seats = list(self.shape.seats)
        seats[seats.index(against) ^ 1] = entrant
        return type(self)().with_bracket(replace(self.shape, seats=tuple(seats)))

    def with_bracket(self, shape: Shape) -> Self:
        """What is there, and a bracket after it."""
        made = drawn(shape)
        start = len(self.ids)
        ids = self.ids + tuple(made.ids)
        moved = Drawn.moved(made, start) if start else made
        return replace(
            self,
            ids=ids,
            codes=self.codes + tuple(moved.codes),
            places=dict(zip(ids, range(len(ids)), strict=True)),
            winner_to=self.winner_to + tuple(moved.winner_to),
            loser_to=self.loser_to + tuple(moved.loser_to),
            entries=_joined(self.entries, moved.entries) if start else moved.entries,
            shape=shape,
            final=moved.final,
            reset=moved.reset,
        )

    def with_matches(self, ids: Iterable[str], sides: Sequence[tuple[int, ...]]) -> Self:
        """What is there, and matches whose sides are known and which lead nowhere."""
        start, named = len(self.ids), tuple(map(MatchId, ids))
        places = range(start, start + len(named))
        entries: dict[int, tuple[Slot, ...]] = {}
        for place, seated in enumerate(sides, start):
            for entrant in seated:  # of a lobby there are more sides than a slot can tell apart
                entries[entrant] = (*entries.get(entrant, ()), 2 * place)
        none = (NOWHERE,) * len(named)
        return replace(
            self,
            ids=self.ids + named,
            codes=self.codes + tuple(sides),
            places=dict(self.places) | dict(zip(named, places, strict=True)),
            winner_to=self.winner_to + none,
            loser_to=self.loser_to + none,
            entries=_joined(self.entries, entries),
        )

    def _source(self, code: int) -> Source:
        if code >= 0:
            return code
        place, lost = divmod(~code, 2)
        return f"-{self.ids[place]}" if lost else self.ids[place]


def match_id(bracket: str, round_: int, number: int) -> MatchId:
    return MatchId(f"{bracket}{round_}.{number}")


def bracket_of(match: MatchId) -> str:
    """The letter of an id: W, L, G, P of a bracket, R of a table, S Swiss, F lobbies, A arena."""
    return match[:1]


def round_of(match: MatchId) -> int:
    """The round in an id, counted from 1 in its own bracket."""
    return int(match[1 : match.index(".")])


def number_of(match: MatchId) -> int:
    """The number in an id, counted from 1 in its own round."""
    return int(match[match.index(".") + 1 :])


def rounds_of(size: int) -> int:
    return size.bit_length() - 1


def counted(entrants: int) -> int:
    """The same number. Refuses a field of one, or one too large."""
    if entrants < FEWEST:
        raise TooFew(f"{entrants} entrants, at least {FEWEST} are needed")
    if entrants > MOST:
        raise TooMany(f"{entrants} entrants, at most {MOST} are possible")
    return entrants


def seats_of(entrants: int) -> tuple[int, ...]:
    """The padded first round: best seeds far apart, byes to the best. Refuses a field of one."""
    order = [1]
    while len(order) < counted(entrants):
        # Opponents always add up to the same number: 1 and 2 meet in the final or never.
        total = 2 * len(order) + 1
        both = [NOBODY] * (total - 1)
        both[::2], both[1::2] = order, [total - seed for seed in order]
        order = both
    if len(order) == entrants:
        return tuple(order)
    return tuple([seed if seed <= entrants else NOBODY for seed in order])


def _joined(
    one: Mapping[int, tuple[Slot, ...]], other: Mapping[int, tuple[Slot, ...]]
) -> Mapping[int, tuple[Slot, ...]]:
    both = dict(one)
    for entrant, slots in other.items():
        both[entrant] = (*both.get(entrant, ()), *slots)
    return both
