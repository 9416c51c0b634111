"""What earlier evenings of a place tell. One function, one question."""

from sqlalchemy import func, select

from cogs.tournaments.tables import tournament_events, tournaments
from core.people import PlaceId
from storage.database import Tx


async def missed(tx: Tx, place: PlaceId, most: int) -> list[int]:
    """How many seats the check-in freed, in each of the last `most` evenings that were drawn."""
    drawn = (
        select(tournaments.c.id)
        .join(tournament_events, tournament_events.c.tournament == tournaments.c.id)
        .where(tournaments.c.place == place)
        .where(tournaments.c.rehearsal.is_(False))
        .where(tournament_events.c.kind == "drawn")
        .order_by(tournaments.c.id.desc())
        .limit(most)
    )
    evenings = [row.id for row in await tx.execute(drawn)]
    rows = await tx.execute(
        select(tournament_events.c.tournament, func.count().label("freed"))
        .where(tournament_events.c.tournament.in_(evenings))
        .where(tournament_events.c.kind == "check_in_missed")
        .group_by(tournament_events.c.tournament)
    )
    counted = {row.tournament: row.freed for row in rows}
    return [counted.get(evening, 0) for evening in evenings]
