"""Who takes part. One function, one question."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import delete, func, insert, select, update

from cogs.tournaments.store.announced import TournamentId
from cogs.tournaments.tables import (
    entrants,
    pseudonyms,
    teams,
    tournament_events,
)
from cogs.tournaments.tables import tournament_guests as guests
from core.people import PersonId, Platform
from storage.database import Tx

LEFT = "left"  # the standing of a ticket that nobody holds any more


MISSED = "missed"  # had a seat and did not check in


# Where it is played in teams, the ticket that is drawn is the team's, and people stand in it.
PLAYER = "player"
BENCH = "bench"
ALONE = "alone"  # has no team: one is proposed to them at the draw


@dataclass(frozen=True, slots=True)
class Entrant:
    """A ticket, with whoever holds it; `name` is empty where it is not to be shown."""

    ticket: int
    person: PersonId | None
    name: str = field(repr=False)
    platform: Platform
    standing: str
    here: bool
    team: int | None = None  # the ticket of the team they are on
    place: int | None = None  # in that team, in the order of arrival
    hidden: bool = False  # from the overlays
    wish: int | None = None  # the seed that a host gave them by hand
    robot: int | None = None  # its number, where a robot plays


async def everybody(tx: Tx, tournament: TournamentId) -> list[Entrant]:
    """Every ticket that somebody held, in the order of arrival."""
    rows = await tx.execute(
        select(
            entrants, func.coalesce(pseudonyms.c.name, teams.c.name, guests.c.name).label("name")
        )
        .outerjoin(
            pseudonyms,
            (pseudonyms.c.tournament == entrants.c.tournament)
            & (pseudonyms.c.ticket == entrants.c.ticket),
        )
        .outerjoin(
            teams,
            (teams.c.tournament == entrants.c.tournament) & (teams.c.ticket == entrants.c.ticket),
        )
        .outerjoin(
            guests,
            (guests.c.tournament == entrants.c.tournament)
            & (guests.c.ticket == entrants.c.ticket),
        )
        .where(entrants.c.tournament == tournament)
        .order_by(entrants.c.ticket)
    )
    return [
        Entrant(
            row.ticket,
            row.person,
            row.name or (f"Robot {row.robot}" if row.robot else ""),
            Platform(row.platform),
            row.standing,
            row.here,
            row.team,
            row.seat,
            row.hidden,
            row.wish,
            row.robot,
        )
        for row in rows
    ]


async def add(tx: Tx, tournament: TournamentId, entrant: Entrant) -> None:
    await tx.execute(
        insert(entrants).values(
            tournament=tournament,
            ticket=entrant.ticket,
            person=entrant.person,
            platform=entrant.platform.value,
            standing=entrant.standing,
            here=entrant.here,
            team=entrant.team,
            seat=entrant.place,
            robot=entrant.robot,
        )
    )
    if entrant.name and entrant.person is not None:
        await tx.execute(
            insert(pseudonyms).values(
                tournament=tournament,
                ticket=entrant.ticket,
                person=entrant.person,
                name=entrant.name,
            )
        )


async def release(tx: Tx, tournament: TournamentId, ticket: int) -> None:
    """Nobody holds this ticket any more, and its name is gone."""
    await tx.execute(
        update(entrants)
        .where(entrants.c.tournament == tournament)
        .where(entrants.c.ticket == ticket)
        .values(person=None, standing=LEFT, here=False, team=None, seat=None)
    )
    for names in (pseudonyms, guests):
        await tx.execute(
            delete(names).where(names.c.tournament == tournament).where(names.c.ticket == ticket)
        )


async def change(
    tx: Tx, tournament: TournamentId, tickets: Iterable[int], **values: object
) -> None:
    """The same `values` for several tickets."""
    await tx.execute(
        update(entrants)
        .where(entrants.c.tournament == tournament)
        .where(entrants.c.ticket.in_(list(tickets)))
        .values(**values)
    )


async def merge(tx: Tx, leaving: PersonId, staying: PersonId) -> list[tuple[TournamentId, int]]:
    """Everything of `leaving` becomes `staying`'s; says which tickets they would hold twice."""
    twice = await tx.execute(
        select(entrants.c.tournament, entrants.c.ticket)
        .where(entrants.c.person == leaving)
        .where(
            entrants.c.tournament.in_(
                select(entrants.c.tournament).where(entrants.c.person == staying)
            )
        )
    )
    doubled = [(TournamentId(row.tournament), int(row.ticket)) for row in twice]
    for tournament, ticket in doubled:
        await change(tx, tournament, [ticket], person=None)
        await tx.execute(
            delete(pseudonyms)
            .where(pseudonyms.c.tournament == tournament)
            .where(pseudonyms.c.ticket == ticket)
        )
    for table in (entrants, pseudonyms):
        await tx.execute(update(table).where(table.c.person == leaving).values(person=staying))
    await tx.execute(
        update(tournament_events).where(tournament_events.c.actor == leaving).values(actor=staying)
    )
    return doubled
