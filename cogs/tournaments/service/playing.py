"""What a move on the board leads to: calls, deadlines, cards, and the end of the evening."""

from collections.abc import Iterator
from typing import Final

from cogs.tournaments.rules import commands
from cogs.tournaments.rules.board import Match, Stage
from cogs.tournaments.rules.bracket import NOBODY
from cogs.tournaments.rules.play import NO_FACTS, decide
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.rules.standings import champion
from cogs.tournaments.rules.state import State
from cogs.tournaments.rules.underground import may_have_one
from cogs.tournaments.service import clocks, telling
from cogs.tournaments.service.advancing import advance, call, over
from cogs.tournaments.service.facts import BracketMoved, Champion
from cogs.tournaments.service.live import changed
from cogs.tournaments.service.turn import EVENT_CARD, MATCH_CARD, PODIUM_CARD, Turn
from core.timers import Timer
from storage import cards, timers

BELOW: Final = "tournaments.below"


async def play(
    turn: Turn,
    command: commands.Command,
    facts: commands.Facts = NO_FACTS,
    reason: str | None = None,
) -> None:
    """Do what the rules decide, and what follows from it. Raises what the rules refuse."""
    before = turn.state
    steps = decide(before, command, facts)
    if steps:
        await turn.record(steps, reason)
        await follow(turn, before)


async def call_all(turn: Turn) -> None:
    """Play begins: everybody whose opponent is known is called."""
    before = turn.state
    await advance(turn)
    await call(turn, turn.state.open)
    await follow(turn, before)


async def follow(turn: Turn, before: State) -> None:
    """Call who can play now, set and stop the clocks, and have everything drawn anew."""
    if turn.event.phase is Phase.RUNNING and turn.event.paused_at is None:
        await advance(turn)
        await call(turn, changed(before, turn.state))
    for match in changed(before, turn.state):
        await attend(turn, match)
    for match in _handed_over(before, turn.state):
        await show_match(turn, match)
    await _take_away(turn, before)
    if may_have_one(before) and _back(before, turn.state):
        await timers.arm(turn.tx, Timer(BELOW, turn.subject, turn.now))
    await turn.show()
    await telling.soon(turn)
    turn.tell(BracketMoved(turn.event.id))
    if over(turn.state):
        await _finish(turn)


def _handed_over(before: State, now: State) -> Iterator[Match]:
    """Matches that stand as they did, while somebody else has a seat in them."""
    for seat in before.holders.keys() | now.holders.keys():
        other = before.holders.get(seat) != now.holders.get(seat)
        found = now.match_of(seat) if other and seat in now.entrants else None
        if found is not None:
            yield found


def _back(before: State, now: State) -> bool:
    """Whether somebody who was out plays on: a corrected match has them again."""
    here = {side for match in changed(before, now) for side in match.sides if side}
    known = (side for side in here if side in before.entrants)
    return any(before.match_of(side) is None and now.match_of(side) is not None for side in known)


async def show_match(turn: Turn, match: Match) -> None:
    await cards.again(turn.tx, MATCH_CARD, f"{turn.subject}:{match.id}")


async def _take_away(turn: Turn, before: State) -> None:
    """Matches that are no more, because the round they were paired in is undone."""
    there = turn.state.graph.places
    if there.keys() < before.graph.places.keys():
        for match in before.board:
            if match.id not in there:
                await clocks.stop(turn, match)
                await show_match(turn, match)


async def attend(turn: Turn, match: Match) -> None:
    """What a match needs in the stage it has come to."""
    key = clocks.key_of(turn, match)
    match match.stage:
        case Stage.CALLED if turn.live.call_ends(match.id):
            await clocks.wind(turn, match)
            parent = EVENT_CARD, turn.subject
            await cards.want(turn.tx, MATCH_CARD, key, turn.event.channel, parent)
            return
        case Stage.OPEN if match.held:  # its players are told that it waits
            await clocks.stop(turn, match)
            await clocks.keep(turn, match)
            parent = EVENT_CARD, turn.subject
            await cards.want(turn.tx, MATCH_CARD, key, turn.event.channel, parent)
            return
        case Stage.REPORTED:
            due = turn.live.report_stands(match.id) or turn.now
            await clocks.stop(turn, match)
            await timers.arm(turn.tx, Timer("tournaments.confirm", key, due))
        case Stage.LIVE:
            await clocks.stop(turn, match)
            await clocks.let_choose(turn, match)
        case _:
            await clocks.stop(turn, match)
    await show_match(turn, match)


async def _finish(turn: Turn) -> None:
    state = turn.state
    await turn.log(telling.FINISHED)
    await turn.move_to(Phase.FINISHED)
    if turn.event.rated:
        await timers.arm(turn.tx, Timer("tournaments.rate", turn.subject, turn.now))
    beside = (EVENT_CARD, turn.subject) if turn.event.rehearsal else None  # in its private thread
    await cards.want(turn.tx, PODIUM_CARD, turn.subject, turn.event.channel, beside)
    winner = turn.live.seeded.get(champion(state) or NOBODY)
    turn.tell(Champion(turn.event.id, winner.person if winner else None))
