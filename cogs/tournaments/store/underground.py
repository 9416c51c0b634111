"""Which tournament hangs below which."""

from dataclasses import dataclass

from sqlalchemy import Row, insert, select

from cogs.tournaments.rules.roster import JOINABLE
from cogs.tournaments.store.announced import TournamentId
from cogs.tournaments.tables import tournaments
from cogs.tournaments.tables import tournaments_below as rows
from core.people import PlaceId
from storage.database import Tx


@dataclass(frozen=True, slots=True)
class Below:
    tournament: TournamentId
    above: TournamentId
    before: int  # the round before which one may have gone out; 0 for those with no win only


async def add(tx: Tx, below: Below) -> None:
    await tx.execute(
        insert(rows).values(tournament=below.tournament, above=below.above, before=below.before)
    )


async def of(tx: Tx, tournament: TournamentId) -> Below | None:
    """None for a tournament like any other."""
    found = await tx.execute(select(rows).where(rows.c.tournament == tournament))
    return _below(found.first())


async def under(tx: Tx, above: TournamentId) -> Below | None:
    """What hangs below a tournament."""
    found = await tx.execute(select(rows).where(rows.c.above == above))
    return _below(found.first())


async def open_at(tx: Tx, place: PlaceId) -> list[Below]:
    """Those of `place` that are not drawn yet, the first announced first."""
    found = await tx.execute(
        select(rows)
        .join(tournaments, tournaments.c.id == rows.c.tournament)
        .where(tournaments.c.place == place)
        .where(tournaments.c.phase.in_([phase.value for phase in JOINABLE]))
        .order_by(rows.c.tournament)
    )
    return [below for row in found if (below := _below(row)) is not None]


def _below(row: Row[tuple[int, int, int]] | None) -> Below | None:
    if row is None:
        return None
    return Below(TournamentId(row.tournament), TournamentId(row.above), row.before)
