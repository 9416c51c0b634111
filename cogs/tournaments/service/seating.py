"""Seats that change hands before the draw: who moves up, and what follows for everybody."""

from collections.abc import Iterable

from cogs.tournaments.rules.names import shown_name
from cogs.tournaments.rules.refusals import RegistrationClosed
from cogs.tournaments.rules.roster import Entry, Standing
from cogs.tournaments.service import reminders
from cogs.tournaments.service.facts import Joined, RosterMoved
from cogs.tournaments.service.turn import Turn
from cogs.tournaments.store import tickets
from core.people import Actor, Platform


def next_ticket(turn: Turn) -> int:
    return 1 + max((each.ticket for each in turn.live.entrants), default=0)


async def add(turn: Turn, actor: Actor, ticket: int, standing: str, *, here: bool) -> None:
    """A ticket of a person, with their name as it is shown. Raises `RegistrationClosed`."""
    if turn.live.shut and turn.live.state is None:
        raise RegistrationClosed
    taken = {each.name for each in turn.live.entrants}
    name = shown_name(actor.name, taken)
    entrant = tickets.Entrant(ticket, actor.person, name, actor.platform, standing, here)
    await tickets.add(turn.tx, turn.event.id, entrant)


async def entered(turn: Turn, entry: Entry) -> None:
    """Log who has taken a seat, or a place in the line."""
    waiting = entry.standing is Standing.WAITING
    kind = "waitlisted" if waiting else "entered"
    await turn.log(kind, {"ticket": entry.ticket, "here": entry.here})


def joined(turn: Turn, ticket: int, platform: Platform, *, anew: bool) -> Joined:
    entry = turn.live.roster.entry(ticket)
    waiting = entry.standing is Standing.WAITING
    line = turn.live.roster.waiting if waiting else turn.live.roster.entered
    place = 1 + [each.ticket for each in line].index(ticket)
    return Joined(turn.live, ticket, place, waiting, anew, platform)


async def give_back(turn: Turn, ticket: int) -> None:
    """Nobody holds this ticket any more, and the first in line moves up."""
    after = turn.live.roster.leave(ticket, turn.event.phase)
    seated = {entry.ticket for entry in turn.live.roster.entered}
    up = [entry.ticket for entry in after.entered if entry.ticket not in seated]
    await tickets.release(turn.tx, turn.event.id, ticket)
    await turn.log("left", {"ticket": ticket})
    await promote(turn, up)


async def promote(turn: Turn, up: Iterable[int]) -> None:
    up = list(up)
    for ticket in up:
        await turn.log("promoted", {"ticket": ticket})
    await tickets.change(turn.tx, turn.event.id, up, standing=Standing.ENTERED.value)
    if up:
        await reminders.moved_up(turn, up)


async def moved(turn: Turn) -> None:
    """Read the entrants anew, and have everything drawn anew that shows them."""
    await turn.look_again()
    await turn.show()
    turn.tell(RosterMoved(turn.event.id))
