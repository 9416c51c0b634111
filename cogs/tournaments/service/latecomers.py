"""Coming in while it is played: a seat for whoever comes late, and back after a break."""

from cogs.tournaments.rules import commands
from cogs.tournaments.rules.play import decide
from cogs.tournaments.rules.refusals import NoSeat, NotEntered
from cogs.tournaments.rules.roster import Standing
from cogs.tournaments.service import seating, telling
from cogs.tournaments.service.facts import Joined
from cogs.tournaments.service.playing import follow, play
from cogs.tournaments.service.turn import Turn
from cogs.tournaments.service.turns import Turns
from cogs.tournaments.store import tickets
from core.people import Actor, Platform


async def come_in(turn: Turn, actor: Actor) -> Joined:
    """Into an arena that is being played, anew or after a break. Twice is once.

    Raises `NoSeat` where everything is taken or the bell has rung.
    """
    held = turn.live.entrant_of(actor.person)
    seat = turn.live.seats.get(held.ticket) if held else None
    if held is not None and seat is not None:
        await _back(turn, seat)
        return seating.joined(turn, held.ticket, actor.platform, anew=False)
    if turn.state.count - len(turn.state.withdrawn) >= turn.event.size:
        raise NoSeat(f"all {turn.event.size} seats are taken")
    if held is not None:  # had no seat when it was drawn: that ticket is over
        await tickets.release(turn.tx, turn.event.id, held.ticket)
    ticket = seating.next_ticket(turn)
    await seating.add(turn, actor, ticket, Standing.ENTERED.value, here=True)
    await turn.look_again()
    await seat_late(turn, ticket)
    await turn.log("entered", {"ticket": ticket, "here": True})
    await seating.moved(turn)
    if actor.platform is Platform.TWITCH:
        await telling.soon(turn)
    return seating.joined(turn, ticket, actor.platform, anew=True)


async def seat_late(turn: Turn, ticket: int) -> int:
    """A seat for this ticket, the last one; raises what the rules of the format refuse."""
    before, seat = turn.state, turn.state.count + 1
    await turn.record(decide(before, commands.JoinLate(seat)))
    await turn.record(decide(turn.state, commands.Replace(seat, ticket)))
    await follow(turn, before)
    return seat


async def _back(turn: Turn, seat: int) -> None:
    if seat in turn.state.withdrawn:
        await play(turn, commands.Reinstate(seat))
    if seat in turn.state.idle:
        await play(turn, commands.Resume(seat))


class Breaks:
    """An arena is left for a while, and taken up again, without losing anything."""

    def __init__(self, turns: Turns) -> None:
        self._turns = turns

    async def pause(self, actor: Actor, tournament: int | None = None) -> None:
        """Meet nobody for a while; a match that has begun is still theirs. Twice is once.

        Raises `NoneHere`, `NotEntered`, `NotRunning`, `NoArena`.
        """
        async with self._turns.on(actor, tournament, self._turns.entered) as turn:
            seat = _seat(turn, actor)
            if seat not in turn.state.idle:
                await play(turn, commands.Pause(seat))

    async def resume(self, actor: Actor, tournament: int | None = None) -> None:
        """Meet people again. Twice is once. Raises what `pause` does."""
        async with self._turns.on(actor, tournament, self._turns.entered) as turn:
            await _back(turn, _seat(turn, actor))


def _seat(turn: Turn, actor: Actor) -> int:
    seat = turn.live.seed_of(actor.person)
    if seat is None:
        raise NotEntered
    return seat
