"""What a bracket shows: names instead of numbers, and byes as what they are."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from cogs.tournaments.picture.lettering import cleaned
from cogs.tournaments.rules.board import Match, Seat, Stage
from cogs.tournaments.rules.bracket import NOBODY, MatchId, match_id
from cogs.tournaments.rules.state import State

WHOLE: Final = 32  # the largest bracket that is readable as a whole


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


@dataclass(frozen=True, slots=True)
class MatchView:
    id: MatchId
    round: int
    number: int
    sides: tuple[SideView, SideView]
    stage: Stage = Stage.WAITING
    played: bool = True  # False for a result without a match: a walkover, a forfeit

    @property
    def bye(self) -> bool:
        return self.sides[1].sitting is Sitting.BYE


@dataclass(frozen=True, slots=True)
class BracketView:
    """One bracket, from some round on. Build it with `of`, cut it down with `last_of`."""

    title: str
    rounds: tuple[tuple[MatchView, ...], ...]
    third: MatchView | None = None
    champion: str = ""

    @property
    def size(self) -> int:
        """Seats of the first round that is shown."""
        return 2 * len(self.rounds[0])

    @property
    def matches(self) -> tuple[MatchView, ...]:
        rounds = tuple(match for round_ in self.rounds for match in round_)
        return (*rounds, self.third) if self.third else rounds

    def last_of(self, size: int) -> "BracketView":
        """The rounds from the last `size` entrants on: 8 for a phone."""
        shown = max(1, size.bit_length() - 1)
        return replace(self, rounds=self.rounds[-shown:])


def of(state: State, names: Mapping[int, str], title: str) -> BracketView:
    """The view of a tournament. Somebody without a name is shown by their number."""
    shown = {
        entrant: cleaned(names.get(entrant, "")) or f"#{entrant}" for entrant in state.entrants
    }
    matches = state.matches
    size = len(state.graph.seats)
    rounds = tuple(
        tuple(
            _match(matches[at], round_, number, shown)
            if (at := match_id("W", round_, number)) in matches
            else _bye(state.graph.seats, number, shown)
            for number in range(1, (size >> round_) + 1)
        )
        for round_ in range(1, state.graph.rounds + 1)
    )
    third = matches.get(match_id("P", 1, 1))
    champion = state.champion
    return BracketView(
        title=cleaned(title, longest=60),
        rounds=rounds,
        third=_match(third, 1, 1, shown) if third else None,
        champion=shown[champion] if champion else "",
    )


def _bye(seats: tuple[int, ...], number: int, names: Mapping[int, str]) -> MatchView:
    seed = max(seats[2 * number - 2 : 2 * number])
    passing = SideView(Sitting.PLAYER, names[seed], seed)
    return MatchView(match_id("W", 1, number), 1, number, (passing, SideView(Sitting.BYE)))


def _match(match: Match, round_: int, number: int, names: Mapping[int, str]) -> MatchView:
    one, other = (_side(match, at, names) for at in (0, 1))
    played = match.result is None or match.result.played
    return MatchView(match.id, round_, number, (one, other), match.stage, played)


def _side(match: Match, at: int, names: Mapping[int, str]) -> SideView:
    seat: Seat = match.sides[at]
    if seat is None:
        return SideView(Sitting.UNKNOWN)
    if seat == NOBODY:
        return SideView(Sitting.EMPTY)
    result = match.result
    return SideView(
        Sitting.PLAYER,
        names[seat],
        seat,
        score=result.score[at] if result and result.score else None,
        won=result is not None and result.winner == seat,
        lost=result is not None and result.winner != seat,
    )
