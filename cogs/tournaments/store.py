"""Where tournaments are kept. One function, one question."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NewType

from sqlalchemy import Row, bindparam, delete, func, insert, select, update

from cogs.tournaments.rules.hosting import NoneHere
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.tables import entrants, pseudonyms, tournament_events, tournaments
from core.people import PersonId, PlaceId, Platform
from storage.database import Tx

TournamentId = NewType("TournamentId", int)

LIVE = (Phase.REGISTRATION, Phase.CHECK_IN, Phase.CLOSED, Phase.RUNNING)
LEFT = "left"  # the standing of a ticket that nobody holds any more
MISSED = "missed"  # had a seat and did not check in


@dataclass(frozen=True, slots=True)
class Event:
    """A tournament as it was announced, and how far it has come."""

    id: TournamentId
    place: PlaceId
    channel: str
    language: str
    streams: tuple[str, ...]
    template: str
    name: str
    phase: Phase
    size: int
    best_of: int
    third_place: bool
    call_minutes: float
    confirm_minutes: float
    opened_at: datetime
    check_in_opens: datetime
    check_in_closes: datetime
    starts_at: datetime
    secret: str = field(repr=False)
    page: str

    @property
    def live(self) -> bool:
        return self.phase in LIVE


@dataclass(frozen=True, slots=True)
class Entrant:
    """A ticket, with whoever holds it; `name` is empty where it is not to be shown."""

    ticket: int
    person: PersonId | None
    name: str = field(repr=False)
    platform: Platform
    standing: str
    here: bool
    seed: int | None


@dataclass(frozen=True, slots=True)
class Logged:
    seq: int
    at: datetime
    actor: PersonId | None
    kind: str
    payload: Mapping[str, Any]
    reason: str | None


async def add(tx: Tx, values: Mapping[str, object]) -> TournamentId:
    """A tournament with these columns."""
    made = await tx.execute(insert(tournaments).values(**values).returning(tournaments.c.id))
    return TournamentId(made.scalar_one())


async def event(tx: Tx, tournament: TournamentId) -> Event:
    """Raises `NoneHere`."""
    rows = await tx.execute(select(tournaments).where(tournaments.c.id == tournament))
    return _event(rows.first())


async def by_page(tx: Tx, page: str) -> Event:
    """The tournament with this public page. Raises `NoneHere`."""
    rows = await tx.execute(select(tournaments).where(tournaments.c.page == page))
    return _event(rows.first())


async def by_overlay(tx: Tx, token_hash: str) -> Event:
    """The tournament that this overlay shows. Raises `NoneHere`."""
    rows = await tx.execute(select(tournaments).where(tournaments.c.overlay == token_hash))
    return _event(rows.first())


async def live_at(tx: Tx, place: PlaceId) -> list[Event]:
    """What is announced or played in `place`, the next to start first."""
    rows = await tx.execute(
        select(tournaments)
        .where(tournaments.c.place == place)
        .where(tournaments.c.phase.in_([phase.value for phase in LIVE]))
        .order_by(tournaments.c.starts_at, tournaments.c.id)
    )
    return [_event(row) for row in rows]


async def last_finished_at(tx: Tx, place: PlaceId) -> Event:
    """The last that was played to its end in `place`. Raises `NoneHere`."""
    rows = await tx.execute(
        select(tournaments)
        .where(tournaments.c.place == place)
        .where(tournaments.c.phase == Phase.FINISHED.value)
        .order_by(tournaments.c.id.desc())
        .limit(1)
    )
    return _event(rows.first())


async def change(tx: Tx, tournament: TournamentId, **values: object) -> None:
    await tx.execute(update(tournaments).where(tournaments.c.id == tournament).values(**values))


async def all_entrants(tx: Tx, tournament: TournamentId) -> list[Entrant]:
    """Every ticket that somebody held, in the order of arrival."""
    rows = await tx.execute(
        select(entrants, pseudonyms.c.name)
        .outerjoin(
            pseudonyms,
            (pseudonyms.c.tournament == entrants.c.tournament)
            & (pseudonyms.c.ticket == entrants.c.ticket),
        )
        .where(entrants.c.tournament == tournament)
        .order_by(entrants.c.ticket)
    )
    return [
        Entrant(
            row.ticket,
            row.person,
            row.name or "",
            Platform(row.platform),
            row.standing,
            row.here,
            row.seed,
        )
        for row in rows
    ]


async def entered_by(tx: Tx, person: PersonId, place: PlaceId) -> list[Event]:
    """The live tournaments in `place` that this person is in, those being played first."""
    rows = await tx.execute(
        select(tournaments)
        .join(entrants, entrants.c.tournament == tournaments.c.id)
        .where(entrants.c.person == person)
        .where(tournaments.c.place == place)
        .where(tournaments.c.phase.in_([phase.value for phase in LIVE]))
        .order_by((tournaments.c.phase != Phase.RUNNING.value), tournaments.c.starts_at)
    )
    return [_event(row) for row in rows]


async def add_entrant(tx: Tx, tournament: TournamentId, entrant: Entrant) -> None:
    await tx.execute(
        insert(entrants).values(
            tournament=tournament,
            ticket=entrant.ticket,
            person=entrant.person,
            platform=entrant.platform.value,
            standing=entrant.standing,
            here=entrant.here,
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
        .values(person=None, standing=LEFT, here=False)
    )
    await tx.execute(
        delete(pseudonyms)
        .where(pseudonyms.c.tournament == tournament)
        .where(pseudonyms.c.ticket == ticket)
    )


async def set_entrants(
    tx: Tx, tournament: TournamentId, tickets: Iterable[int], **values: object
) -> None:
    """The same `values` for several tickets."""
    await tx.execute(
        update(entrants)
        .where(entrants.c.tournament == tournament)
        .where(entrants.c.ticket.in_(list(tickets)))
        .values(**values)
    )


async def seat(tx: Tx, tournament: TournamentId, seeds: Sequence[int]) -> None:
    """Give the tickets their seeds, the best first: one statement, however many there are."""
    await tx.execute(
        update(entrants)
        .where(entrants.c.tournament == tournament)
        .where(entrants.c.ticket == bindparam("held"))
        .values(seed=bindparam("given")),
        [{"held": ticket, "given": seed} for seed, ticket in enumerate(seeds, start=1)],
    )


async def last_seq(tx: Tx, tournament: TournamentId) -> int:
    """The number of the newest event in the log; 0 for none."""
    found = await tx.scalar(
        select(func.max(tournament_events.c.seq)).where(
            tournament_events.c.tournament == tournament
        )
    )
    return found or 0


async def log_of(
    tx: Tx,
    tournament: TournamentId,
    after: int = 0,
    since: datetime | None = None,
    kinds: Sequence[str] = (),
) -> list[Logged]:
    """The log in its order, from after `after` or the hour `since` on; whole, or some kinds."""
    asked = select(tournament_events).where(tournament_events.c.tournament == tournament)
    if since is not None:
        asked = asked.where(tournament_events.c.at >= since)
    if kinds:
        asked = asked.where(tournament_events.c.kind.in_(kinds))
    rows = await tx.execute(
        asked.where(tournament_events.c.seq > after).order_by(tournament_events.c.seq)
    )
    return [Logged(row.seq, row.at, row.actor, row.kind, row.payload, row.reason) for row in rows]


async def write_log(tx: Tx, tournament: TournamentId, lines: Sequence[Mapping[str, Any]]) -> None:
    """Add to the log; nothing is ever changed in it or taken out."""
    if lines:
        await tx.execute(
            insert(tournament_events), [{"tournament": tournament, **line} for line in lines]
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
        await set_entrants(tx, tournament, [ticket], person=None)
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


def _event(row: Row[Any] | None) -> Event:
    if row is None:
        raise NoneHere
    known = {name: getattr(row, name) for name in Event.__dataclass_fields__}
    return Event(**known | {"phase": Phase(row.phase), "streams": tuple(row.streams)})
