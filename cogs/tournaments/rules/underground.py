"""The underground bracket: who may come down to it from a tournament, and in which order."""

from collections.abc import Mapping
from typing import Final

from cogs.tournaments.rules.board import Ending, Match
from cogs.tournaments.rules.bracket import bracket_of, round_of
from cogs.tournaments.rules.reached import reached
from cogs.tournaments.rules.refusals import PlayRefusal
from cogs.tournaments.rules.setup import Format
from cogs.tournaments.rules.standings import champion, placements
from cogs.tournaments.rules.state import State
from core.errors import Refusal

NO_WIN: Final = 0  # as `before`: only those who have won nothing
FIRST: Final = 3  # the first round of a bracket before which a winner can be out
FIRST_OF_LOSERS: Final = 2  # the same of a losers' side: they came from a bracket
_NOBODY_IS_OUT: Final = frozenset((Format.ARENA, Format.LOBBIES))  # everybody plays to the end
_ABSENT: Final = frozenset((Ending.FORFEIT, Ending.DOUBLE_FORFEIT))


class NothingBelow(Refusal):
    """A tournament that can have no underground bracket."""

    key = "underground-nothing-below"


class AlreadyBelow(Refusal):
    """It has one."""

    key = "underground-already"


class NoSuchRound(Refusal):
    """Nobody can be out before that round."""

    key = "underground-no-round"


class OnlyFromAbove(PlayRefusal):
    """They did not play in the tournament above."""

    key = "underground-only-from-above"
    code = "only_from_above"


class StillAbove(PlayRefusal):
    """There is still something to play for them in the tournament above."""

    key = "underground-still-above"
    code = "still_above"


class NotForThem(PlayRefusal):
    """They came too far, left, or did not come."""

    key = "underground-not-for-them"
    code = "not_for_them"


class WholeTeams(PlayRefusal):
    """Teams come down as they are: none is made here, and none joined."""

    key = "underground-whole-teams"
    code = "whole_teams"


def may_have_one(state: State) -> bool:
    return state.setup.format not in _NOBODY_IS_OUT


def rounds(state: State) -> tuple[int, ...]:
    """The rounds before which somebody can be out: of the bracket, or its losers' side."""
    shape = state.graph.shape
    letter, first = ("L", FIRST_OF_LOSERS) if shape and shape.double else ("W", FIRST)
    found = {round_of(match.id) for match in state.board if bracket_of(match.id) == letter}
    return tuple(sorted(each for each in found if each >= first))


def still_playing(state: State) -> frozenset[int]:
    """Everybody who has, or waits for, a match."""
    return frozenset(one.entrant for one in placements(state) if one.playing)


def may_come(state: State, before: int = NO_WIN) -> tuple[int, ...]:
    """Who may come down, the furthest first.

    Whoever is out and has won nothing that was played; with a round, whoever was out before it
    too. Not who left, nor who did not come to their last match.
    """
    won, last = _won(state) | {champion(state)}, _last_matches(state)
    depths = _depths(state) if before else {}
    return tuple(
        one.entrant
        for one in placements(state)
        if not (one.playing or one.withdrawn or _absent(last.get(one.entrant), one.entrant))
        and (one.entrant not in won or depths.get(one.entrant, before) < before)
    )


def how_far(state: State) -> Mapping[int, int]:
    """The place of everybody in the draw below: by how far they came, then by seed."""
    return {one.entrant: place for place, one in enumerate(placements(state), start=1)}


def _won(state: State) -> set[int]:
    """Whoever has won a match that was played."""
    return {match.result.winner for match in state.board if match.result and match.result.played}


def _last_matches(state: State) -> dict[int, Match]:
    """For each, the last of the matches that came to an end."""
    return {side: match for match in state.board if match.result for side in match.sides if side}


def _absent(last: Match | None, entrant: int) -> bool:
    result = last.result if last else None
    return result is not None and result.ending in _ABSENT and result.winner != entrant


def _depths(state: State) -> Mapping[int, int]:
    """The round that put each of them out; 0 for those who did not come to the play-offs."""
    if not state.in_playoffs:
        return {}
    seats = set(state.graph.seats)
    far, _ = reached(state)
    return {each: far[each][0] if each in seats else 0 for each in state.entrants}
