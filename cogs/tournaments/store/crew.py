"""Who helps to run a tournament, and by which right. One function, one question."""

from collections.abc import Mapping

from sqlalchemy import delete, insert, select

from cogs.tournaments.rules.crew import Duty
from cogs.tournaments.store.announced import TournamentId
from cogs.tournaments.tables import tournament_badges, tournament_crew
from core.people import PersonId, PlaceId, Platform
from storage.database import Tx


async def badges(tx: Tx, place: PlaceId, platform: Platform) -> Mapping[Duty, str]:
    """Which of the platform's own roles stands for which of ours in a place."""
    rows = await tx.execute(
        select(tournament_badges.c.duty, tournament_badges.c.badge)
        .where(tournament_badges.c.place == place)
        .where(tournament_badges.c.platform == platform.value)
    )
    return {Duty(row.duty): row.badge for row in rows}


async def map_badge(
    tx: Tx, place: PlaceId, platform: Platform, duty: Duty, badge: str | None
) -> None:
    """Let `badge` stand for this role; None is nobody by a badge."""
    await tx.execute(
        delete(tournament_badges)
        .where(tournament_badges.c.place == place)
        .where(tournament_badges.c.platform == platform.value)
        .where(tournament_badges.c.duty == duty.value)
    )
    if badge is not None:
        await tx.execute(
            insert(tournament_badges).values(
                place=place, platform=platform.value, duty=duty.value, badge=badge
            )
        )


async def duties(tx: Tx, tournament: TournamentId, person: PersonId) -> frozenset[Duty]:
    """What was given to this person for this one event."""
    rows = await tx.scalars(
        select(tournament_crew.c.duty)
        .where(tournament_crew.c.tournament == tournament)
        .where(tournament_crew.c.person == person)
    )
    return frozenset(map(Duty, rows))


async def people(tx: Tx, tournament: TournamentId) -> list[tuple[PersonId, Duty]]:
    """Everybody who was given something for this one event."""
    rows = await tx.execute(
        select(tournament_crew.c.person, tournament_crew.c.duty)
        .where(tournament_crew.c.tournament == tournament)
        .order_by(tournament_crew.c.duty, tournament_crew.c.person)
    )
    return [(PersonId(row.person), Duty(row.duty)) for row in rows]


async def give(tx: Tx, tournament: TournamentId, person: PersonId, duty: Duty) -> None:
    await take(tx, tournament, person, duty)
    await tx.execute(
        insert(tournament_crew).values(tournament=tournament, person=person, duty=duty.value)
    )


async def take(tx: Tx, tournament: TournamentId, person: PersonId, duty: Duty) -> None:
    await tx.execute(
        delete(tournament_crew)
        .where(tournament_crew.c.tournament == tournament)
        .where(tournament_crew.c.person == person)
        .where(tournament_crew.c.duty == duty.value)
    )


async def merge(tx: Tx, leaving: PersonId, staying: PersonId) -> None:
    """Everything that `leaving` was given is `staying`'s; twice is once."""
    rows = await tx.execute(
        select(tournament_crew.c.tournament, tournament_crew.c.duty).where(
            tournament_crew.c.person == leaving
        )
    )
    for row in list(rows):
        await give(tx, TournamentId(row.tournament), staying, Duty(row.duty))
    await tx.execute(delete(tournament_crew).where(tournament_crew.c.person == leaving))
