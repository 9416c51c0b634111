"""Somebody was called and did not come: a match goes on without them, or not at all."""

from cogs.tournaments.rules import commands
from cogs.tournaments.rules.board import Match
from cogs.tournaments.rules.hosting import Reason
from cogs.tournaments.rules.setup import Format
from cogs.tournaments.service.playing import play
from cogs.tournaments.service.turn import Turn


async def not_there(turn: Turn, match: Match) -> None:
    """Whoever has not come forfeits; where neither has, nobody goes on.

    In an arena nobody is punished: who is absent takes a break, the other one meets somebody
    else. A lobby plays without them.
    """
    absent, why = match.absent, Reason.ABSENT.value
    if turn.event.format is Format.ARENA:
        await play(turn, commands.DoubleForfeit(match.id), reason=why)
        for seat in absent:
            await play(turn, commands.Pause(seat))
    elif match.lobby and match.here:
        for seat in absent:
            await play(turn, commands.Forfeit(match.id, seat), reason=why)
    elif len(absent) > 1:
        await play(turn, commands.DoubleForfeit(match.id), reason=why)
    else:
        await play(turn, commands.Forfeit(match.id, absent[0]), reason=why)
