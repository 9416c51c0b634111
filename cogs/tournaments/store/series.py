"""What repeats every week. One function, one question."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NewType

from sqlalchemy import delete, insert, select, update

from cogs.tournaments.store.announced import TournamentId
from cogs.tournaments.tables import tournament_series, tournaments
from core.people import PersonId, PlaceId
from storage.database import Tx

SeriesId = NewType("SeriesId", int)


@dataclass(frozen=True, slots=True)
class SeriesRow:
    id: SeriesId
    place: PlaceId
    host: PersonId | None
    channel: str
    zone: str
    weekday: int
    hour: int
    minute: int
    settings: Mapping[str, Any] = field(repr=False)
    next_at: datetime
    too_few: int  # events in a row


async def add(tx: Tx, first: TournamentId, values: Mapping[str, object]) -> SeriesId:
    """A series that began with `first`."""
    made = await tx.execute(
        insert(tournament_series).values(**values).returning(tournament_series.c.id)
    )
    found = SeriesId(made.scalar_one())
    await tx.execute(update(tournaments).where(tournaments.c.id == first).values(series=found))
    return found


async def one(tx: Tx, series: SeriesId) -> SeriesRow | None:
    rows = await tx.execute(select(tournament_series).where(tournament_series.c.id == series))
    row = rows.first()
    if row is None:
        return None
    return SeriesRow(**{name: getattr(row, name) for name in SeriesRow.__dataclass_fields__})


async def of(tx: Tx, tournament: TournamentId) -> SeriesRow | None:
    """The series that a tournament belongs to, while it goes on."""
    found = await tx.scalar(select(tournaments.c.series).where(tournaments.c.id == tournament))
    return await one(tx, SeriesId(found)) if found is not None else None


async def newest(tx: Tx, series: SeriesId) -> TournamentId | None:
    """The last tournament that it has brought."""
    found = await tx.scalar(
        select(tournaments.c.id)
        .where(tournaments.c.series == series)
        .order_by(tournaments.c.id.desc())
        .limit(1)
    )
    return TournamentId(found) if found is not None else None


async def change(tx: Tx, series: SeriesId, **values: object) -> None:
    await tx.execute(
        update(tournament_series).where(tournament_series.c.id == series).values(**values)
    )


async def end(tx: Tx, series: SeriesId) -> None:
    """Nothing repeats any more; what it has brought stays."""
    await tx.execute(update(tournaments).where(tournaments.c.series == series).values(series=None))
    await tx.execute(delete(tournament_series).where(tournament_series.c.id == series))


async def merge(tx: Tx, leaving: PersonId, staying: PersonId) -> None:
    await tx.execute(
        update(tournament_series).where(tournament_series.c.host == leaving).values(host=staying)
    )
