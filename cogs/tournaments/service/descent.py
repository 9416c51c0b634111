"""Coming down to an underground bracket: the one tap that enters it."""

from dataclasses import replace

from cogs.tournaments.rules.refusals import RegistrationClosed
from cogs.tournaments.rules.roster import JOINABLE, Standing
from cogs.tournaments.rules.teams import Team
from cogs.tournaments.rules.underground import (
    NotForThem,
    OnlyFromAbove,
    StillAbove,
    WholeTeams,
    still_playing,
)
from cogs.tournaments.service import seating, teaming, telling
from cogs.tournaments.service.below import welcome
from cogs.tournaments.service.book import Book
from cogs.tournaments.service.facts import Joined
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.squads import row_of
from cogs.tournaments.service.turn import Turn
from cogs.tournaments.store import tickets, underground
from cogs.tournaments.store.tickets import Entrant
from cogs.tournaments.store.underground import Below
from core.people import Actor, Platform


async def come_down(turn: Turn, book: Book, below: Below, actor: Actor) -> Joined:
    """Take a seat, with one's team as it was above; who has come is there. Twice is once.

    Raises `RegistrationClosed`, `OnlyFromAbove`, `StillAbove`, `NotForThem`.
    """
    held = turn.live.entrant_of(actor.person)
    if held is not None and held.standing in set(Standing):
        return seating.joined(turn, held.ticket, actor.platform, anew=False)
    if turn.event.phase not in JOINABLE or turn.live.shut:
        raise RegistrationClosed
    above = await book.open(turn.tx, below.above)
    seat = above.seed_of(actor.person)
    if above.state is None or seat is None:
        raise OnlyFromAbove
    if seat in still_playing(above.state):
        raise StillAbove
    if seat not in welcome(above, below):
        raise NotForThem
    if turn.event.in_teams:
        team = above.squads.team(above.seeded[seat].ticket)
        ticket = await _with_team(turn, above, team, actor.platform)
    else:
        ticket = await _alone(turn, above.seeded[seat], actor.platform)
    if actor.platform is Platform.TWITCH:
        await telling.soon(turn)
    return seating.joined(turn, ticket, actor.platform, anew=True)


async def whole_teams(turn: Turn) -> None:
    """Nobody makes or joins a team of an underground bracket. Raises `WholeTeams`."""
    if await underground.of(turn.tx, turn.event.id) is not None:
        raise WholeTeams


async def _alone(turn: Turn, was: Entrant, platform: Platform) -> int:
    """Under the name that they had above."""
    ticket = seating.next_ticket(turn)
    roster = turn.live.roster.join(ticket, turn.event.phase)
    entry = roster.entry(ticket)
    await _add(turn, replace(was, ticket=ticket, platform=platform), entry.standing.value)
    await seating.entered(turn, entry)
    await seating.moved(turn)
    return ticket


async def _with_team(turn: Turn, above: Live, team: Team, platform: Platform) -> int:
    """The same people with the same name and captain, and nobody else."""
    known = {each.ticket: each for each in above.entrants}
    captain = team.captain or team.members[0]
    order = dict.fromkeys((captain, *team.members))
    first = seating.next_ticket(turn)
    mine = {old: first + at for at, old in enumerate(order)}
    number = first + len(mine)
    entry = turn.live.roster.join(number, turn.event.phase).entry(number)
    for old, ticket in mine.items():
        await _add(turn, replace(known[old], ticket=ticket), tickets.ALONE)
    name = row_of(above.teams, team.number).name
    await teaming.found(turn, mine[captain], name, entry, platform)
    squads = turn.live.squads
    for old in list(order)[1:]:
        squads = squads.join(number, mine[old])
    shut = (replace(one, open=one.open and one.number != number) for one in squads.teams)
    await teaming.keep(turn, replace(squads, teams=tuple(shut)), teaming.Change.JOINED)
    return number


async def _add(turn: Turn, entrant: Entrant, standing: str) -> None:
    """A ticket of somebody from above: they are there, and as hidden as they were."""
    came = replace(entrant, standing=standing, here=True, team=None, place=None, wish=None)
    await tickets.add(turn.tx, turn.event.id, came)
    if came.hidden:
        await tickets.change(turn.tx, turn.event.id, [came.ticket], hidden=True)
