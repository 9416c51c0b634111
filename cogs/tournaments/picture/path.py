"""One's own way through a tournament: what was played, what is now, and what may come."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from cogs.tournaments.picture.view import MatchView, cast_of, match_of
from cogs.tournaments.rules.board import Match
from cogs.tournaments.rules.bracket import NOWHERE
from cogs.tournaments.rules.standings import Placement, placements
from cogs.tournaments.rules.state import State
from cogs.tournaments.rules.titles import Title, title_of

AHEAD: Final = 8  # matches that are not played yet; nobody looks further


class When(StrEnum):
    BEFORE = "before"
    NOW = "now"
    NEXT = "next"  # it will be played, whatever happens before
    IF_WON = "if_won"
    IF_LOST = "if_lost"


@dataclass(frozen=True, slots=True)
class StepView:
    when: When
    title: Title
    match: MatchView


@dataclass(frozen=True, slots=True)
class PathView:
    entrant: int
    name: str
    placement: Placement
    out: bool  # nothing more is to come
    steps: tuple[StepView, ...]


def path_of(state: State, names: Mapping[int, str], entrant: int) -> PathView:
    """Raises `UnknownEntrant`."""
    now = state.match_of(entrant)
    placed = next(one for one in placements(state) if one.entrant == entrant)
    return PathView(
        entrant,
        cast_of((entrant,), names)[entrant],
        placed,
        not placed.playing,
        tuple(_steps(state, names, entrant, now)),
    )


def _steps(
    state: State, names: Mapping[int, str], entrant: int, now: Match | None
) -> Iterator[StepView]:
    cast = cast_of(state.entrants, names)

    def step(when: When, match: Match) -> StepView:
        return StepView(when, title_of(state, match.id), match_of(match, cast))

    for match in state.matches.values():
        if match.has(entrant) and match.result is not None:
            yield step(When.BEFORE, match)
    if now is None:
        return
    yield step(When.NOW if now.in_play else When.NEXT, now)
    places = [place for place in state.places_of(entrant) if state.board[place].id != now.id]
    for place in places[:AHEAD]:
        yield step(When.NEXT, state.board[place])
    place = state.graph.places[now.id]
    lost = state.graph.loser_to[place]
    for onward in list(_onward(state, place))[:AHEAD]:
        yield step(When.IF_WON, state.board[onward])
    if lost != NOWHERE:
        yield step(When.IF_LOST, state.board[lost >> 1])


def _onward(state: State, place: int) -> Iterator[int]:
    """Where somebody goes who always wins."""
    while (slot := state.graph.winner_to[place]) != NOWHERE:
        place = slot >> 1
        yield place
