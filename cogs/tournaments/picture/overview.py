"""All that there is to show of a tournament, whatever its format: tables, rounds, a bracket."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from cogs.tournaments.picture.grids import GridView, grids_of
from cogs.tournaments.picture.lettering import cleaned
from cogs.tournaments.picture.view import (
    TITLE_LONGEST,
    BracketView,
    Cast,
    RoundView,
    SideView,
    cast_of,
    of,
    player,
    round_of,
)
from cogs.tournaments.rules.board import Match, Stage
from cogs.tournaments.rules.bracket import bracket_of
from cogs.tournaments.rules.bracket import round_of as number_of_round
from cogs.tournaments.rules.setup import Format
from cogs.tournaments.rules.standings import champion, placements
from cogs.tournaments.rules.state import State

PODIUM: Final = 3
_LIVE_FIRST: Final = {Stage.LIVE: 0, Stage.REPORTED: 1, Stage.DISPUTED: 2, Stage.SETTLED: 9}


@dataclass(frozen=True, slots=True)
class Step:
    """One place of the podium; places may be shared."""

    rank: int
    side: SideView


@dataclass(frozen=True, slots=True)
class Overview:
    title: str
    format: Format  # of the first stage
    grids: tuple[GridView, ...]
    played: tuple[RoundView, ...]  # the rounds of the tables, in order
    bracket: BracketView | None  # the only stage of an elimination, or the play-offs
    podium: tuple[Step, ...]  # empty before the end
    champion: SideView | None

    @property
    def rounds(self) -> tuple[RoundView, ...]:
        """Every round in the order of play."""
        return (*self.played, *(self.bracket.in_order if self.bracket else ()))

    @property
    def current(self) -> RoundView | None:
        """The first round that has a match left; the last one once all are over."""
        rounds = self.rounds
        last = rounds[-1] if rounds else None
        return next((round_ for round_ in rounds if not round_.over), last)


def overview_of(state: State, names: Mapping[int, str], title: str) -> Overview:
    cast = cast_of(state.entrants, names)
    first = champion(state)
    return Overview(
        cleaned(title, longest=TITLE_LONGEST),
        state.setup.format,
        grids_of(state, cast),
        tuple(_played(state, cast)),
        of(state, names, title) if state.in_playoffs else None,
        _podium(state, cast) if state.done else (),
        player(first, cast) if first else None,
    )


def _podium(state: State, cast: Cast) -> tuple[Step, ...]:
    there = (one for one in placements(state) if one.rank <= PODIUM and not one.withdrawn)
    return tuple(Step(one.rank, player(one.entrant, cast)) for one in there)


def _played(state: State, cast: Cast) -> Iterator[RoundView]:
    """The rounds of the first stage, unless it is an elimination."""
    if state.setup.format is Format.ARENA:
        yield from _arena(state, cast)
        return
    if state.rounds:
        for round_ in state.rounds:
            matches = [state.board[place] for place in range(round_.first, round_.stop)]
            if matches:
                yield round_of(state, matches, cast, [round_.bye] if round_.bye else ())
        return
    by_round: dict[int, list[Match]] = {}
    for match in state.board:
        if bracket_of(match.id) == "R":
            by_round.setdefault(number_of_round(match.id), []).append(match)
    for matches in by_round.values():
        yield round_of(state, matches, cast, _resting(state, matches))


def _resting(state: State, matches: list[Match]) -> list[int]:
    there = {side for match in matches for side in match.sides if side}
    return [each for each in state.entrants if each not in there | state.withdrawn]


def _arena(state: State, cast: Cast) -> Iterator[RoundView]:
    """What is being played, then what was, the newest first."""
    matches = [match for match in state.board if bracket_of(match.id) == "A"]
    now = [match for match in matches if match.result is None]
    done = [match for match in reversed(matches) if match.result and match.result.played]
    now.sort(key=lambda match: _LIVE_FIRST.get(match.stage, 5))
    if now or done:
        yield round_of(state, [*now, *done], cast)
