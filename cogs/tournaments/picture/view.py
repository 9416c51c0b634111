"""What a bracket shows: names instead of numbers, and byes as what they are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from cogs.tournaments.picture.lettering import cleaned
from cogs.tournaments.rules.board import Match, Seat, Stage
from cogs.tournaments.rules.bracket import NOBODY, MatchId, bracket_of, match_id, number_of
from cogs.tournaments.rules.bracket import round_of as round_of_id
from cogs.tournaments.rules.state import State
from cogs.tournaments.rules.titles import Title, title_of_round

TITLE_LONGEST: Final = 60
Cast = Mapping[int, str]  # a name that can be drawn for every entrant


class Sitting(StrEnum):
    PLAYER = "player"
    UNKNOWN = "unknown"  # somebody will sit here
    EMPTY = "empty"  # nobody ever will: the other side passes
    BYE = "bye"  # there never was anybody: the other side passes this round


@dataclass(frozen=True, slots=True)
class SideView:
    sitting: Sitting
    name: str = ""
    seed: int = 0
    score: int | None = None
    won: bool = False
    lost: bool = False
    place: int = 0  # in a lobby that is over; 0 for whoever was not there


@dataclass(frozen=True, slots=True)
class MatchView:
    id: MatchId
    round: int
    number: int
    sides: tuple[SideView, ...]  # two, or as many as a lobby holds
    stage: Stage = Stage.WAITING
    played: bool = True  # False for a result without a match: a walkover, a forfeit
    drawn: bool = False  # nobody won, and that counts
    lobby: bool = False

    @property
    def bye(self) -> bool:
        return any(side.sitting is Sitting.BYE for side in self.sides)

    @property
    def over(self) -> bool:
        return self.stage is Stage.SETTLED or self.bye


@dataclass(frozen=True, slots=True)
class RoundView:
    """One round, with a title of its own."""

    letter: str  # of the ids of its matches
    number: int
    title: Title
    matches: tuple[MatchView, ...]
    resting: tuple[SideView, ...] = ()  # who has nobody to meet, in a round of a table

    @property
    def id(self) -> str:
        return f"round-{self.letter}{self.number}"

    @property
    def over(self) -> bool:
        return all(match.over for match in self.matches)


@dataclass(frozen=True, slots=True)
class BracketView:
    """One bracket, from some round on. Build it with `of`, cut it down with `last_of`."""

    title: str
    rounds: tuple[RoundView, ...]
    third: RoundView | None = None
    losers: tuple[RoundView, ...] = ()  # of a double elimination, and its finals
    finals: tuple[RoundView, ...] = ()
    twice: bool = False  # whoever comes from the losers' bracket must win the grand final twice
    champion: str = ""
    best: int = 0  # the seed of the champion

    @property
    def size(self) -> int:
        """Seats of the first round that is shown."""
        return 2 * len(self.rounds[0].matches)

    @property
    def double(self) -> bool:
        return bool(self.losers)

    @property
    def in_order(self) -> tuple[RoundView, ...]:
        """Every round as it is played: the losers' after the winners' round they wait for."""
        if not self.double:
            *before, final = self.rounds
            return (*before, *((self.third,) if self.third else ()), final)
        stands = {round_.id: self._turn(round_) for round_ in (*self.rounds, *self.losers)}
        both = sorted((*self.rounds, *self.losers), key=lambda round_: stands[round_.id])
        return (*both, *self.finals)

    @property
    def matches(self) -> tuple[MatchView, ...]:
        return tuple(match for round_ in self.in_order for match in round_.matches)

    def last_of(self, size: int) -> "BracketView":
        """The rounds from the last `size` entrants on: 8 for a phone."""
        shown = max(1, size.bit_length() - 1)
        if not self.double:
            return replace(self, rounds=self.rounds[-shown:])
        upper = max(1, shown - 1)
        return replace(self, rounds=self.rounds[-upper:], losers=self.losers[-2 * upper :])

    @staticmethod
    def _turn(round_: RoundView) -> tuple[int, int]:
        """Losers' round 1 needs round 1; 2 needs round 2; 3 comes after 2, 4 needs round 3."""
        if round_.letter != "L":
            return round_.number, 0
        return round_.number // 2 + 1, 1 + round_.number % 2


def cast_of(entrants: Iterable[int], names: Mapping[int, str]) -> Cast:
    """Somebody without a name that can be shown is their number."""
    return {entrant: cleaned(names.get(entrant, "")) or f"#{entrant}" for entrant in entrants}


def of(state: State, names: Mapping[int, str], title: str) -> BracketView:
    """The view of a bracket. Somebody without a name is shown by their number."""
    cast, size = cast_of(state.entrants, names), len(state.graph.seats)
    known = state.matches
    third = known.get(match_id("P", 1, 1))
    double = state.graph.shape is not None and state.graph.shape.double
    losers = 2 * (state.graph.rounds - 1) if double else 0
    finals = [match for at in (1, 2) if (match := known.get(match_id("G", at, 1)))]
    champion = state.champion
    draw = _Drawing(state, known, cast)
    return BracketView(
        title=cleaned(title, longest=TITLE_LONGEST),
        rounds=tuple(draw.round("W", at, size >> at) for at in range(1, state.graph.rounds + 1)),
        third=round_of(state, [third], cast) if third else None,
        losers=tuple(
            draw.round("L", at, size >> ((at + 1) // 2 + 1)) for at in range(1, losers + 1)
        ),
        finals=tuple(round_of(state, [final], cast) for final in finals),
        twice=state.graph.reset >= 0,
        champion=cast[champion] if champion else "",
        best=champion or 0,
    )


def round_of(
    state: State, matches: Iterable[Match], cast: Cast, resting: Iterable[int] = ()
) -> RoundView:
    """A round of these matches, one at least."""
    shown = tuple(match_of(match, cast) for match in matches)
    letter, number = bracket_of(shown[0].id), shown[0].round
    title = title_of_round(state, letter, number)
    return RoundView(letter, number, title, shown, tuple(player(one, cast) for one in resting))


def match_of(match: Match, cast: Cast) -> MatchView:
    result = match.result
    return MatchView(
        match.id,
        round_of_id(match.id),
        number_of(match.id),
        tuple(_side(match, at, cast) for at in range(len(match.sides))),
        match.stage,
        played=result is None or result.played,
        drawn=result is not None and result.drawn and not match.lobby,
        lobby=match.lobby,
    )


def player(entrant: int, cast: Cast) -> SideView:
    return SideView(Sitting.PLAYER, cast[entrant], entrant)


class _Drawing:
    """The rounds of a padded bracket, with whoever passes where there is no match."""

    def __init__(self, state: State, known: Mapping[MatchId, Match], cast: Cast) -> None:
        self._state, self._known, self._cast = state, known, cast

    def round(self, letter: str, round_: int, count: int) -> RoundView:
        title = title_of_round(self._state, letter, round_)
        shown = (self._at(letter, round_, number) for number in range(1, count + 1))
        return RoundView(letter, round_, title, tuple(match for match in shown if match))

    def _at(self, letter: str, round_: int, number: int) -> MatchView | None:
        at = match_id(letter, round_, number)
        if at in self._known:
            return match_of(self._known[at], self._cast)
        if letter == "W":
            seats = self._state.graph.seats
            seed = max(seats[2 * number - 2 : 2 * number])
            return _bye(at, number, player(seed, self._cast))
        return self._passing(at, round_, number)

    def _passing(self, at: MatchId, round_: int, number: int) -> MatchView | None:
        """Whoever drops to where nobody waits; None where nobody drops either."""
        side = 1 if round_ % 2 else (number - 1) % 2
        onward = match_id("L", round_ + 1, number if round_ % 2 else (number + 1) // 2)
        place = self._state.graph.places.get(onward)
        if place is None:
            return None
        source = self._state.graph.sources_of(place)[side]
        if not isinstance(source, str) or not source.startswith("-"):
            return None
        seat = self._known[onward].sides[side]
        here = player(seat, self._cast) if seat else SideView(Sitting.UNKNOWN)
        return _bye(at, number, here)


def _bye(at: MatchId, number: int, passing: SideView) -> MatchView:
    sides = passing, SideView(Sitting.BYE)
    return MatchView(at, round_of_id(at), number, sides)


def _side(match: Match, at: int, cast: Cast) -> SideView:
    seat: Seat = match.sides[at]
    if seat is None:
        return SideView(Sitting.UNKNOWN)
    if seat == NOBODY:
        return SideView(Sitting.EMPTY)
    result = match.result
    if match.lobby:
        order = result.order if result else ()
        place = order.index(seat) + 1 if seat in order else 0
        return SideView(Sitting.PLAYER, cast[seat], seat, place=place, won=place == 1)
    return SideView(
        Sitting.PLAYER,
        cast[seat],
        seat,
        score=result.score[at] if result and result.score else None,
        won=result is not None and result.winner == seat,
        lost=result is not None and result.winner != seat and not result.drawn,
    )
