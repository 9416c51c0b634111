"""Who meets whom: the contested matches of an elimination, and where each of them leads.

Entrants are numbers, 1 the best seed. A source of a side is a seed (5), the winner of a match
("W1.2") or its loser ("-W1.2"). Byes are resolved here and are never matches; the ids are those
of the bracket padded to a power of two, so one more entrant moves nobody.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, NewType, Self

from cogs.tournaments.rules.refusals import TooFew, TooMany

MatchId = NewType("MatchId", str)
Source = int | str
Sources = tuple[Source, Source]

NOBODY: Final = 0  # an empty seat: whoever meets it passes
FEWEST: Final = 2
MOST: Final = 1024


class Slot(NamedTuple):
    """One side of one match: the match by its place in the graph, 0 the side listed first."""

    place: int
    side: int


@dataclass(frozen=True, slots=True)
class Graph:
    """The matches in an order in which every source stands before its use."""

    seats: tuple[int, ...]  # the padded first round, top to bottom; NOBODY is a bye
    third_place: bool
    ids: tuple[MatchId, ...]
    sources: tuple[Sources, ...]
    places: Mapping[MatchId, int]
    winner_to: tuple[Slot | None, ...]
    loser_to: tuple[Slot | None, ...]
    first: Mapping[int, Slot]  # where each entrant sits down
    final: int  # the place of the match that makes the champion

    @classmethod
    def single(cls, seats: Sequence[int], *, third_place: bool) -> Self:
        """A single elimination over these seats, their number a power of two."""
        contested = _contested(_padded_single(seats, third_place=third_place))
        ids = tuple(contested)
        places = {match: place for place, match in enumerate(ids)}
        winner_to: list[Slot | None] = [None] * len(ids)
        loser_to: list[Slot | None] = [None] * len(ids)
        first = {}
        for place, sides in enumerate(contested.values()):
            for side, source in enumerate(sides):
                slot = Slot(place, side)
                if isinstance(source, int):
                    first[source] = slot
                elif source.startswith("-"):
                    loser_to[places[MatchId(source[1:])]] = slot
                else:
                    winner_to[places[MatchId(source)]] = slot
        return cls(
            seats=tuple(seats),
            third_place=third_place,
            ids=ids,
            sources=tuple(contested.values()),
            places=places,
            winner_to=tuple(winner_to),
            loser_to=tuple(loser_to),
            first=first,
            final=places[match_id("W", rounds_of(len(seats)), 1)],
        )

    @property
    def entrants(self) -> int:
        return len(self.first)

    @property
    def rounds(self) -> int:
        return rounds_of(len(self.seats))

    @property
    def byes(self) -> tuple[int, ...]:
        """Who passes the first round, the lowest seed first."""
        pairs = zip(self.seats[::2], self.seats[1::2], strict=True)
        return tuple(sorted((sum(pair) for pair in pairs if NOBODY in pair), reverse=True))

    def seated(self, entrant: int, against: int) -> Self:
        """The same bracket with one more entrant, in the bye of `against`."""
        seats = list(self.seats)
        seats[seats.index(against) ^ 1] = entrant
        return self.single(seats, third_place=self.third_place)


def match_id(bracket: str, round_: int, number: int) -> MatchId:
    return MatchId(f"{bracket}{round_}.{number}")


def round_of(match: MatchId) -> int:
    """The round in an id, counted from 1 in its own bracket."""
    return int(match[1 : match.index(".")])


def rounds_of(size: int) -> int:
    return size.bit_length() - 1


def seats_of(entrants: int) -> tuple[int, ...]:
    """The padded first round: best seeds far apart, byes to the best. Refuses a field of one."""
    if entrants < FEWEST:
        raise TooFew(f"{entrants} entrants, at least {FEWEST} are needed")
    if entrants > MOST:
        raise TooMany(f"{entrants} entrants, at most {MOST} are possible")
    order = [1]
    while len(order) < entrants:
        # Opponents always add up to the same number: 1 and 2 meet in the final or never.
        order = [seed for top in order for seed in (top, 2 * len(order) + 1 - top)]
    return tuple(seed if seed <= entrants else NOBODY for seed in order)


def _padded_single(
    seats: Sequence[int], *, third_place: bool
) -> Iterator[tuple[MatchId, Sources]]:
    for number in range(len(seats) // 2):
        yield match_id("W", 1, number + 1), (seats[2 * number], seats[2 * number + 1])
    last = rounds_of(len(seats))
    for round_ in range(2, last + 1):
        for number in range(1, (len(seats) >> round_) + 1):
            pair = match_id("W", round_ - 1, 2 * number - 1), match_id("W", round_ - 1, 2 * number)
            yield match_id("W", round_, number), pair
    if third_place and last > 1:
        yield match_id("P", 1, 1), (f"-W{last - 1}.1", f"-W{last - 1}.2")


def _contested(padded: Iterator[tuple[MatchId, Sources]]) -> dict[MatchId, Sources]:
    """What is left once a match with one empty side is its other side, and one with two is empty.

    The loser of such a match is nobody, whoever asks for them.
    """
    matches: dict[MatchId, Sources] = {}
    stands_for: dict[Source, Source] = {}
    for match, (one, other) in padded:
        sides = stands_for.get(one, one), stands_for.get(other, other)
        if NOBODY in sides:
            stands_for[match] = sides[0] or sides[1]
            stands_for[f"-{match}"] = NOBODY
        else:
            matches[match] = sides
    return matches
