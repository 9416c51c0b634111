"""What the rules do by themselves: pair the next round, draw the play-offs, call who can play."""

import asyncio
from collections.abc import Iterable

from cogs.tournaments.rules import commands, events
from cogs.tournaments.rules.board import BUSY, Match, Stage
from cogs.tournaments.rules.bracket import FEWEST
from cogs.tournaments.rules.play import decide
from cogs.tournaments.rules.refusals import TooFew
from cogs.tournaments.rules.setup import PAIRED
from cogs.tournaments.rules.standings import through
from cogs.tournaments.rules.state import State
from cogs.tournaments.service.facts import MatchCalled
from cogs.tournaments.service.matching import matched
from cogs.tournaments.service.turn import Turn


async def advance(turn: Turn) -> None:
    """Begin what comes next, once nothing of the round or of the stage is left to play."""
    state = turn.state
    if state.left or state.in_playoffs:
        return
    if state.stage_done:
        if state.setup.cut is not None and not over(state):
            await _decided(turn, commands.DrawPlayoffs())
    elif state.setup.format in PAIRED:
        await _decided(turn, commands.Pair())


def over(state: State) -> bool:
    """Nothing more will be played: everything is, or too few are left for the play-offs."""
    if state.done:
        return True
    return state.stage_done and len(through(state)) < FEWEST


async def call(turn: Turn, changed: Iterable[Match]) -> None:
    """Call everybody of the `changed` matches who is free, and whose opponent is."""
    state, steps = turn.state, []
    wanted: set[int] = set()
    for match in _callable(state, changed):
        if wanted.isdisjoint(match.playing):
            wanted.update(match.playing)
            steps.append(events.Called(match.id, match.playing))
    await turn.record(steps)
    for step in steps:
        turn.tell(MatchCalled(turn.event.id, step.match))


async def _decided(turn: Turn, command: commands.OfStages) -> None:
    """Pairing two thousand takes a while: it is done in a thread, and nobody waits for it."""
    facts = commands.Facts(matcher=matched)
    try:
        steps = await asyncio.to_thread(decide, turn.state, command, facts)
    except TooFew:
        return
    await turn.record(steps)


def _callable(state: State, changed: Iterable[Match]) -> list[Match]:
    """Matches that could be called now: each side's next one, nobody in it busy elsewhere."""
    sides = dict.fromkeys(side for match in changed for side in match.sides if side)
    nexts = dict.fromkeys(place for side in sides if (place := _next_of(state, side)) is not None)
    matches = (state.board[place] for place in sorted(nexts))
    return [
        match for match in matches if not any(state.busy(side, match.id) for side in match.playing)
    ]


def _next_of(state: State, side: int) -> int | None:
    """Where somebody plays next, if they are free to."""
    first = None
    for place in state.places_of(side):
        match = state.board[place]
        if match.stage in BUSY:
            return None
        if first is None and match.stage is Stage.OPEN and not match.held:
            first = place
    return first
