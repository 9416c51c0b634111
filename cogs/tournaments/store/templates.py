"""Evenings that a server keeps to create others from. One function, one question."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NewType

from sqlalchemy import delete, insert, select

from cogs.tournaments.tables import tournament_templates
from core.people import PlaceId
from storage.database import Tx

TemplateId = NewType("TemplateId", int)


@dataclass(frozen=True, slots=True)
class TemplateRow:
    id: TemplateId
    place: PlaceId
    name: str
    settings: Mapping[str, Any] = field(repr=False)  # the columns of a tournament


async def add(
    tx: Tx, place: PlaceId, name: str, folded: str, settings: Mapping[str, object]
) -> TemplateId:
    made = await tx.execute(
        insert(tournament_templates)
        .values(place=place, name=name, folded=folded, settings=settings)
        .returning(tournament_templates.c.id)
    )
    return TemplateId(made.scalar_one())


async def at(tx: Tx, place: PlaceId) -> list[TemplateRow]:
    """Those of `place`, by their names."""
    rows = await tx.execute(
        select(tournament_templates)
        .where(tournament_templates.c.place == place)
        .order_by(tournament_templates.c.folded)
    )
    return [TemplateRow(row.id, row.place, row.name, row.settings) for row in rows]


async def drop(tx: Tx, template: TemplateId) -> None:
    await tx.execute(delete(tournament_templates).where(tournament_templates.c.id == template))
