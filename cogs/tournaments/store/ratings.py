"""What is believed of people's play, and what keeps people apart. One function, one question."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import delete, func, insert, select

from cogs.tournaments.rules.ladder import Record, Skill
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.rules.separation import Label
from cogs.tournaments.store.announced import TournamentId
from cogs.tournaments.tables import (
    ladder_shy,
    pseudonyms,
    ratings,
    ticket_labels,
    tournaments,
    tournaments_below,
)
from core.people import PersonId, PlaceId
from storage.database import Tx


async def season(tx: Tx, game: str, number: int) -> dict[int, Record]:
    """Nobody, where nobody was rated."""
    rows = await tx.execute(
        select(ratings).where(ratings.c.game == game).where(ratings.c.season == number)
    )
    return {
        row.person: Record(Skill(row.mu, row.sigma), played=row.played, best=row.best)
        for row in rows
    }


async def last_before(tx: Tx, game: str, number: int) -> int | None:
    """The newest season before `number` in which somebody was rated."""
    found: int | None = await tx.scalar(
        select(func.max(ratings.c.season))
        .where(ratings.c.game == game)
        .where(ratings.c.season < number)
    )
    return found


async def keep(tx: Tx, game: str, number: int, records: Mapping[int, Record]) -> None:
    """The whole season anew; what was kept of it before is gone."""
    await tx.execute(
        delete(ratings).where(ratings.c.game == game).where(ratings.c.season == number)
    )
    if records:
        await tx.execute(
            insert(ratings),
            [
                {
                    "person": person,
                    "game": game,
                    "season": number,
                    "mu": one.skill.mu,
                    "sigma": one.skill.sigma,
                    "played": one.played,
                    "best": one.best,
                }
                for person, one in records.items()
            ],
        )


async def known(tx: Tx, people: Iterable[int]) -> frozenset[int]:
    """Those who have not been forgotten."""
    found = await tx.scalars(
        select(pseudonyms.c.person).where(pseudonyms.c.person.in_(list(people))).distinct()
    )
    return frozenset(found)


async def rated_in(tx: Tx, game: str, since: datetime, until: datetime) -> list[TournamentId]:
    """The rated events of a game that began in a span and are over, in their order."""
    rows = await tx.scalars(
        select(tournaments.c.id)
        .where(tournaments.c.game == game)
        .where(tournaments.c.rated)
        .where(tournaments.c.phase == Phase.FINISHED.value)
        .where(tournaments.c.starts_at >= since)
        .where(tournaments.c.starts_at < until)
        .order_by(tournaments.c.starts_at, tournaments.c.id)
    )
    return [TournamentId(each) for each in rows]


async def last_events(tx: Tx, place: PlaceId, most: int) -> list[TournamentId]:
    """The last events of a place that were played to their end, their undergrounds left out."""
    rows = await tx.scalars(
        select(tournaments.c.id)
        .where(tournaments.c.place == place)
        .where(tournaments.c.id.not_in(select(tournaments_below.c.tournament)))
        .where(tournaments.c.rehearsal.is_(False))
        .where(tournaments.c.phase == Phase.FINISHED.value)
        .order_by(tournaments.c.id.desc())
        .limit(most)
    )
    return [TournamentId(each) for each in rows]


async def shy(tx: Tx) -> frozenset[int]:
    """Who wishes to be on no board."""
    return frozenset(await tx.scalars(select(ladder_shy.c.person)))


async def be_shy(tx: Tx, person: PersonId, *, wished: bool) -> None:
    """Twice is once."""
    await tx.execute(delete(ladder_shy).where(ladder_shy.c.person == person))
    if wished:
        await tx.execute(insert(ladder_shy).values(person=person))


async def names(tx: Tx, people: Iterable[int]) -> dict[int, str]:
    """The last name that each of them played under."""
    rows = await tx.execute(
        select(pseudonyms.c.person, pseudonyms.c.name)
        .where(pseudonyms.c.person.in_(list(people)))
        .order_by(pseudonyms.c.tournament)
    )
    return {row.person: row.name for row in rows}


async def labels(tx: Tx, tournament: TournamentId) -> dict[int, set[Label]]:
    """What keeps tickets apart: a club, a class, a city."""
    found: dict[int, set[Label]] = {}
    rows = await tx.execute(select(ticket_labels).where(ticket_labels.c.tournament == tournament))
    for row in rows:
        found.setdefault(row.ticket, set()).add(Label(row.kind, row.value, hard=row.hard))
    return found


async def label(tx: Tx, tournament: TournamentId, ticket: int, one: Label) -> None:
    """One of a kind for each ticket; an empty value takes it away."""
    await tx.execute(
        delete(ticket_labels)
        .where(ticket_labels.c.tournament == tournament)
        .where(ticket_labels.c.ticket == ticket)
        .where(ticket_labels.c.kind == one.kind)
    )
    if one.value:
        await tx.execute(
            insert(ticket_labels).values(
                tournament=tournament,
                ticket=ticket,
                kind=one.kind,
                value=one.value,
                hard=one.hard,
            )
        )
