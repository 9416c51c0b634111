"""The tournaments themselves. One function, one question."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NewType

from sqlalchemy import Row, delete, func, insert, select, true, update

from cogs.tournaments.rules.hosting import NoneHere
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.rules.setup import Format
from cogs.tournaments.tables import entrants, tournaments, tournaments_below
from core.people import PersonId, PlaceId
from storage.database import Tx

TournamentId = NewType("TournamentId", int)


_COUNTS = tournaments.c.rehearsal.is_(False)  # a rehearsal is found by its number alone
BEYOND = 2**63  # what no key of any database reaches
_ABOVE = tournaments.alias("above")
# An underground bracket comes right after the one that it hangs below.
_WHEN = func.coalesce(
    select(_ABOVE.c.starts_at)
    .join(tournaments_below, tournaments_below.c.above == _ABOVE.c.id)
    .where(tournaments_below.c.tournament == tournaments.c.id)
    .correlate(tournaments)
    .scalar_subquery(),
    tournaments.c.starts_at,
)
LIVE = (Phase.REGISTRATION, Phase.CHECK_IN, Phase.CLOSED, Phase.RUNNING)


@dataclass(frozen=True, slots=True)
class Event:
    """A tournament as it was announced, and how far it has come."""

    id: TournamentId
    place: PlaceId
    channel: str
    language: str
    streams: tuple[str, ...]
    template: str
    game: str
    format: Format
    options: Mapping[str, object] = field(repr=False)
    name: str
    phase: Phase
    size: int
    best_of: int
    team_size: int
    team_most: int
    substitutes: int
    third_place: bool
    match_minutes: float
    clock_minutes: float
    call_minutes: float
    confirm_minutes: float
    hold_minutes: float
    auto_forfeit: bool
    seeding: str
    apart_recent: bool
    rated: bool
    opened_at: datetime
    check_in_opens: datetime
    check_in_closes: datetime
    starts_at: datetime
    paused_at: datetime | None
    rehearsal: bool
    secret: str = field(repr=False)
    page: str
    roll: int  # another one whenever who takes part has changed

    @property
    def live(self) -> bool:
        return self.phase in LIVE

    @property
    def in_teams(self) -> bool:
        return self.team_size > 1


async def add(tx: Tx, values: Mapping[str, object]) -> TournamentId:
    """A tournament with these columns."""
    made = await tx.execute(insert(tournaments).values(**values).returning(tournaments.c.id))
    return TournamentId(made.scalar_one())


async def event(tx: Tx, tournament: TournamentId) -> Event:
    """Raises `NoneHere`, for a number too that no row could have: one may type any."""
    if tournament >= BEYOND:
        raise NoneHere
    rows = await tx.execute(select(tournaments).where(tournaments.c.id == tournament))
    return _event(rows.first())


async def by_page(tx: Tx, page: str) -> Event:
    """The tournament with this public page. Raises `NoneHere`."""
    rows = await tx.execute(select(tournaments).where(tournaments.c.page == page).where(_COUNTS))
    return _event(rows.first())


async def by_overlay(tx: Tx, token_hash: str) -> Event:
    """The tournament that this overlay shows. Raises `NoneHere`."""
    rows = await tx.execute(
        select(tournaments).where(tournaments.c.overlay == token_hash).where(_COUNTS)
    )
    return _event(rows.first())


async def live_at(tx: Tx, place: PlaceId) -> list[Event]:
    """What is announced or played in `place`, the next to start first."""
    rows = await tx.execute(
        select(tournaments)
        .where(tournaments.c.place == place)
        .where(_COUNTS)
        .where(tournaments.c.phase.in_([phase.value for phase in LIVE]))
        .order_by(_WHEN, tournaments.c.id)
    )
    return [_event(row) for row in rows]


async def last_finished_at(tx: Tx, place: PlaceId) -> Event:
    """The last that was played to its end in `place`, no underground. Raises `NoneHere`."""
    rows = await tx.execute(
        select(tournaments)
        .where(tournaments.c.place == place)
        .where(_COUNTS)
        .where(tournaments.c.id.not_in(select(tournaments_below.c.tournament)))
        .where(tournaments.c.phase == Phase.FINISHED.value)
        .order_by(tournaments.c.id.desc())
        .limit(1)
    )
    return _event(rows.first())


async def announced_at(tx: Tx, place: PlaceId, most: int = 25) -> list[Event]:
    """What was ever announced in `place`, the newest first."""
    rows = await tx.execute(
        select(tournaments)
        .where(tournaments.c.place == place)
        .where(_COUNTS)
        .where(tournaments.c.phase != Phase.DRAFT.value)
        .order_by(tournaments.c.id.desc())
        .limit(most)
    )
    return [_event(row) for row in rows]


async def drop(tx: Tx, tournament: TournamentId) -> None:
    """A draft that was never announced leaves nothing."""
    await tx.execute(
        delete(tournaments)
        .where(tournaments.c.id == tournament)
        .where(tournaments.c.phase == Phase.DRAFT.value)
    )


async def finished_at(tx: Tx, place: PlaceId, most: int) -> list[Event]:
    """The last `most` that were played to their end in `place`, the newest first."""
    rows = await tx.execute(
        select(tournaments)
        .where(tournaments.c.place == place)
        .where(_COUNTS)
        .where(tournaments.c.phase == Phase.FINISHED.value)
        .order_by(tournaments.c.id.desc())
        .limit(most)
    )
    return [_event(row) for row in rows]


async def change(tx: Tx, tournament: TournamentId, **values: object) -> None:
    await tx.execute(update(tournaments).where(tournaments.c.id == tournament).values(**values))


async def entered_by(
    tx: Tx, person: PersonId, place: PlaceId, *, rehearsals: bool = False
) -> list[Event]:
    """The live tournaments in `place` that this person is in, those being played first.

    With `rehearsals`, these come after all that counts.
    """
    rows = await tx.execute(
        select(tournaments)
        .join(entrants, entrants.c.tournament == tournaments.c.id)
        .where(entrants.c.person == person)
        .where(tournaments.c.place == place)
        .where(tournaments.c.phase.in_([phase.value for phase in LIVE]))
        .where(true() if rehearsals else _COUNTS)
        .order_by(
            tournaments.c.rehearsal,
            tournaments.c.phase != Phase.RUNNING.value,
            _WHEN,
            tournaments.c.id,
        )
    )
    return [_event(row) for row in rows]


def _event(row: Row[Any] | None) -> Event:
    if row is None:
        raise NoneHere
    known = {name: getattr(row, name) for name in Event.__dataclass_fields__}
    format_, phase = Format(row.format), Phase(row.phase)
    return Event(**known | {"phase": phase, "format": format_, "streams": tuple(row.streams)})
