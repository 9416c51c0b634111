"""Which matches are worth a stream, and why: reasons that a caster reads, and decides upon."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from cogs.tournaments.rules.board import DUEL, Match, Stage
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.refusals import PlayRefusal
from cogs.tournaments.rules.state import State

TOP: Final = 4  # seeds
LATE: Final = 1  # rounds before the final, at most


class Why(StrEnum):
    """In the order in which they are told."""

    ASKED = "asked"  # its players would like it
    LATE = "late"  # a final or a semi-final
    REMATCH = "rematch"  # these two have met before this evening
    UNDEFEATED = "undefeated"  # both have won, and neither has lost
    SEEDS = "seeds"  # one of the first four


class Declined(PlayRefusal):
    """Its players would rather play without the stream."""

    key = "tournaments-declined"
    code = "declined"


class Waited(PlayRefusal):
    """It has waited for the stream as long as a match may."""

    key = "tournaments-waited"
    code = "waited"


@dataclass(frozen=True, slots=True)
class Worth:
    match: Match
    reasons: tuple[Why, ...]


def queue(state: State, asked: Collection[MatchId]) -> tuple[Worth, ...]:
    """What could be shown: what is held first, then what has most reasons, then as it is played.

    A match that is being played cannot be held any more, and one whose sides are not known yet
    is on the list only once it is held.
    """
    waiting = [match for match in state.board if _could_be(match)]
    worth = [Worth(match, tuple(reasons(state, match, asked))) for match in waiting]
    return tuple(sorted(worth, key=lambda one: (not one.match.held, -len(one.reasons))))


def reasons(state: State, match: Match, asked: Collection[MatchId]) -> Iterable[Why]:
    if match.id in asked:
        yield Why.ASKED
    if _late(state, match):
        yield Why.LATE
    if len(match.sides) == DUEL and _met(state, match):
        yield Why.REMATCH
    if match.playing and all(_undefeated(state, side) for side in match.playing):
        yield Why.UNDEFEATED
    if any(side <= TOP for side in match.playing):
        yield Why.SEEDS


def _could_be(match: Match) -> bool:
    return match.held or match.stage in {Stage.OPEN, Stage.CALLED}


def _late(state: State, match: Match) -> bool:
    return state.in_playoffs and state.graph.before_last(match.id) <= LATE


def _met(state: State, match: Match) -> bool:
    sides = set(match.playing)
    return any(
        before.result is not None and before.result.played and sides == set(before.sides)
        for before in state.board
        if before.id != match.id
    )


def _undefeated(state: State, side: int) -> bool:
    results = [match.result for match in state.board if match.has(side) and match.result]
    won = any(result.winner == side for result in results)
    return won and not any(result.loser == side for result in results)
