"""A board is kept in memory, and who takes part with it: it is never out of date."""

import pytest
from sqlalchemy import delete, insert, select, text, update

from cogs.people.tables import people
from cogs.tournaments.service.book import Book
from cogs.tournaments.store.announced import TournamentId
from cogs.tournaments.tables import entrants, pseudonyms, teams, tournament_guests, tournaments
from storage.database import Tx
from tests.tournaments.conftest import Evening
from tests.tournaments.squads import duos

CHANGES = {
    "a ticket is given": insert(entrants).values(
        tournament=1, ticket=90, platform="discord", standing="entered", here=False
    ),
    "somebody is here": update(entrants).where(entrants.c.ticket == 2).values(here=True),
    "a ticket is gone": delete(entrants).where(entrants.c.ticket == 3),
    "a name is given": insert(tournament_guests).values(tournament=1, ticket=2, name="Anouk"),
    "a name is changed": update(pseudonyms).where(pseudonyms.c.ticket == 1).values(name="Anouk"),
    "a name is gone": delete(pseudonyms).where(pseudonyms.c.ticket == 1),
    "a team is opened": update(teams).where(teams.c.ticket == 2).values(open=True),
    "a team is gone": delete(teams).where(teams.c.ticket == 2),
    "a guest is renamed": update(tournament_guests).values(name="Anouk"),
    "a guest is gone": delete(tournament_guests),
    "somebody is forgotten": delete(people),
}


async def roll(tx: Tx) -> int:
    return int((await tx.execute(select(tournaments.c.roll))).scalar_one())


@pytest.mark.parametrize("what", CHANGES)
async def test_whoever_changes_who_takes_part_changes_the_roll(
    evening: Evening, what: str
) -> None:
    await duos(evening, "Nova", "Zed")
    async with evening.db.write() as tx:
        guest = {"tournament": 1, "ticket": 5, "name": "Invitée"}
        await tx.execute(insert(tournament_guests).values(guest))
    async with evening.db.write() as tx:
        before = await roll(tx)
        done = await tx.execute(CHANGES[what])
        assert done.rowcount > 0
        assert await roll(tx) != before


async def test_a_change_that_was_taken_back_is_not_taken_for_the_next_one(
    evening: Evening,
) -> None:
    await duos(evening, "Nova", "Zed")
    book, seen = Book(), []
    for name, kept in (("Anouk", False), ("Zoé", True)):
        async with evening.db.write() as tx:
            changed = update(pseudonyms).where(pseudonyms.c.ticket == 1).values(name=name)
            await tx.execute(changed)
            live = await book.open(tx, TournamentId(1))
            seen.append(next(each.name for each in live.entrants if each.ticket == 1))
            if not kept:
                await tx.rollback()
    assert seen == ["Anouk", "Zoé"]


async def test_who_is_forgotten_is_gone_from_the_board_in_memory(evening: Evening) -> None:
    players = await evening.running(4)
    before = await evening.live()
    async with evening.db.write() as tx:
        await tx.execute(delete(people).where(people.c.id == players[0].person))
    after = await evening.live()
    assert before.name(1)
    assert after.name(1) == ""
    assert after.seed_of(players[0].person) is None


async def test_what_has_not_changed_is_not_read_again(evening: Evening) -> None:
    await evening.running(4)
    before = await evening.live()
    assert await evening.live() is before
    async with evening.db.write() as tx:
        await tx.execute(text("UPDATE tournaments SET name = 'Autre nom'"))
    after = await evening.live()
    assert after.event.name == "Autre nom"
    assert after.entrants is before.entrants
