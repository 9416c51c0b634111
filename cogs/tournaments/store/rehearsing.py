"""Rehearsals, which nobody else finds. One function, one question."""

from sqlalchemy import delete, select

from cogs.tournaments.store.announced import LIVE, TournamentId
from cogs.tournaments.tables import tournament_events, tournaments
from core.people import PersonId, PlaceId
from storage.database import Tx


async def at(tx: Tx, place: PlaceId) -> TournamentId | None:
    """The one that is being played in `place`."""
    found = await tx.scalar(
        select(tournaments.c.id)
        .where(tournaments.c.place == place)
        .where(tournaments.c.rehearsal)
        .where(tournaments.c.phase.in_([phase.value for phase in LIVE]))
        .limit(1)
    )
    return TournamentId(found) if found is not None else None


async def begun_by(tx: Tx, tournament: TournamentId) -> PersonId | None:
    """Whose act stands first in its log; None once they are forgotten."""
    found = await tx.scalar(
        select(tournament_events.c.actor)
        .where(tournament_events.c.tournament == tournament)
        .order_by(tournament_events.c.seq)
        .limit(1)
    )
    return PersonId(found) if found is not None else None


async def drop(tx: Tx, tournament: TournamentId) -> None:
    """With all that hangs on it; a tournament that counts is never dropped."""
    await tx.execute(
        delete(tournaments).where(tournaments.c.id == tournament).where(tournaments.c.rehearsal)
    )
