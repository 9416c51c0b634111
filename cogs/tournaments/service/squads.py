"""Teams as the rules see them, read from the rows of a tournament."""

from collections.abc import Iterable, Sequence

from cogs.tournaments.rules.teams import Seat, Shape, Team, Teams, UnknownTeam
from cogs.tournaments.store import teams, tickets
from cogs.tournaments.store.announced import Event
from cogs.tournaments.store.teams import TeamRow
from cogs.tournaments.store.tickets import BENCH, Entrant
from storage.database import Tx


async def taking_part(tx: Tx, event: Event) -> tuple[tuple[Entrant, ...], tuple[TeamRow, ...]]:
    """Everybody's tickets and the teams, as `tx` sees them now."""
    rows = await teams.of(tx, event.id) if event.in_teams else ()
    return tuple(await tickets.everybody(tx, event.id)), tuple(rows)


def held(entrant: Entrant) -> bool:
    """Whether anybody plays with a ticket: a person, or a robot in a rehearsal."""
    return entrant.person is not None or entrant.robot is not None


def row_of(rows: Iterable[TeamRow], number: int) -> TeamRow:
    """Raises `UnknownTeam`."""
    for row in rows:
        if row.ticket == number:
            return row
    raise UnknownTeam


def squads_of(event: Event, entrants: Iterable[Entrant], rows: Sequence[TeamRow]) -> Teams:
    """Whoever was forgotten is a former player: the next one is captain, the bench moves up."""
    shape = Shape(event.team_size, event.team_most, event.substitutes)
    seated: dict[int, list[Entrant]] = {row.ticket: [] for row in rows}
    for entrant in entrants:
        if entrant.team in seated:
            seated[entrant.team].append(entrant)
    return Teams(shape, tuple(_team(row, seated[row.ticket], shape) for row in rows))


def _team(row: TeamRow, members: list[Entrant], shape: Shape) -> Team:
    members.sort(key=lambda member: member.place or 0)
    players = sum(held(member) and member.standing != BENCH for member in members)
    up = max(0, shape.most - players)  # what former players have left free
    seats = []
    for member in members:
        bench = member.standing == BENCH
        if bench and up and held(member):
            bench, up = False, up - 1
        ticket = member.ticket if held(member) else None
        seats.append(Seat(member.place or 0, ticket, bench))
    team = Team(row.ticket, row.captain, tuple(seats), open=row.open)
    captain = row.captain if row.captain in team.members else next(iter(team.members), None)
    return Team(team.number, captain, team.seats, open=team.open)
