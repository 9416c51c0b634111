"""Files on their way in, and the names that came with them. One function, one question."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import delete, insert, select

from cogs.tournaments.rules.hosting import NoneHere
from cogs.tournaments.store.announced import TournamentId
from cogs.tournaments.tables import (
    entrants,
    ticket_labels,
    tournament_guests,
    tournament_imports,
)
from core.people import PersonId, PlaceId
from storage.database import Tx

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file that somebody has sent, and not said yes to."""

    id: int
    place: PlaceId
    person: PersonId
    channel: str
    tournament: TournamentId | None
    data: bytes = field(repr=False)


async def keep(tx: Tx, values: Row) -> int:
    """One for each person: an earlier one is gone."""
    await tx.execute(
        delete(tournament_imports).where(tournament_imports.c.person == values["person"])
    )
    made = await tx.execute(
        insert(tournament_imports).values(**values).returning(tournament_imports.c.id)
    )
    return int(made.scalar_one())


async def waiting(tx: Tx, number: int) -> Waiting:
    """Raises `NoneHere` once it is gone."""
    rows = await tx.execute(select(tournament_imports).where(tournament_imports.c.id == number))
    row = rows.first()
    if row is None:
        raise NoneHere
    return Waiting(row.id, row.place, row.person, row.channel, row.tournament, row.data)


async def drop(tx: Tx, number: int) -> None:
    await tx.execute(delete(tournament_imports).where(tournament_imports.c.id == number))


async def guests(tx: Tx, tournament: TournamentId, names: Mapping[int, str]) -> None:
    """Names by ticket, of people without an account here."""
    rows = [
        {"tournament": tournament, "ticket": ticket, "name": name}
        for ticket, name in names.items()
        if name
    ]
    if rows:
        await tx.execute(insert(tournament_guests), rows)


async def tickets(tx: Tx, tournament: TournamentId, rows: Iterable[Row]) -> None:
    """Tickets as they are given, nobody's so far."""
    given = [{"tournament": tournament, **row} for row in rows]
    if given:
        await tx.execute(insert(entrants), given)


async def labels(tx: Tx, tournament: TournamentId, rows: Iterable[Row]) -> None:
    given = [{"tournament": tournament, **row} for row in rows]
    if given:
        await tx.execute(insert(ticket_labels), given)
