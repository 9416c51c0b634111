"""The teams of a tournament; who is on them stands with the tickets."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import delete, insert, select, update

from cogs.tournaments.store.announced import LIVE, TournamentId
from cogs.tournaments.tables import entrants, teams, tournaments
from core.people import PlaceId
from storage.database import Tx


@dataclass(frozen=True, slots=True)
class TeamRow:
    ticket: int
    name: str
    captain: int  # the ticket of a member, who may be gone since
    code: str = field(repr=False)
    open: bool


async def of(tx: Tx, tournament: TournamentId) -> list[TeamRow]:
    """In the order in which they were made."""
    rows = await tx.execute(
        select(teams).where(teams.c.tournament == tournament).order_by(teams.c.ticket)
    )
    return [TeamRow(row.ticket, row.name, row.captain, row.code, row.open) for row in rows]


async def invited_to(tx: Tx, place: PlaceId, code: str) -> TournamentId | None:
    """The tournament in `place` that has a team with this code."""
    found = await tx.scalar(
        select(tournaments.c.id)
        .join(teams, teams.c.tournament == tournaments.c.id)
        .where(tournaments.c.place == place)
        .where(tournaments.c.phase.in_([phase.value for phase in LIVE]))
        .where(teams.c.code == code)
        .order_by(tournaments.c.starts_at)
        .limit(1)
    )
    return TournamentId(found) if found is not None else None


async def add(tx: Tx, tournament: TournamentId, team: TeamRow) -> None:
    await tx.execute(
        insert(teams).values(
            tournament=tournament,
            ticket=team.ticket,
            name=team.name,
            captain=team.captain,
            code=team.code,
            open=team.open,
        )
    )


async def change(tx: Tx, tournament: TournamentId, ticket: int, **values: object) -> None:
    await tx.execute(
        update(teams)
        .where(teams.c.tournament == tournament)
        .where(teams.c.ticket == ticket)
        .values(**values)
    )


async def drop(tx: Tx, tournament: TournamentId, ticket: int) -> None:
    """There is no such team any more, nor its name."""
    await tx.execute(
        delete(teams).where(teams.c.tournament == tournament).where(teams.c.ticket == ticket)
    )


async def seat(
    tx: Tx, tournament: TournamentId, team: int, seats: Iterable[tuple[int, int, str]]
) -> None:
    """Who is on a team: their tickets, their places in it, and how they stand."""
    for ticket, place, standing in seats:
        await tx.execute(
            update(entrants)
            .where(entrants.c.tournament == tournament)
            .where(entrants.c.ticket == ticket)
            .values(team=team, seat=place, standing=standing)
        )
