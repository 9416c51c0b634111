"""Teams of people who play, as a test needs them."""

from cogs.tournaments.service.teams import (
    Teams,
)
from cogs.tournaments.store import history
from core.people import Actor
from tests.tournaments.conftest import Evening


def teams(evening: Evening) -> Teams:
    return Teams(evening.turns)


async def team(evening: Evening, name: str, many: int = 2) -> list[Actor]:
    """A team of people called `name` 1, `name` 2, ...: the captain first."""
    people = [await evening.somebody(f"{name} {number}") for number in range(1, many + 1)]
    made = await teams(evening).create(people[0], name)
    for person in people[1:]:
        await teams(evening).join(person, team=made.team.number)
    return people


async def duos(evening: Evening, *names: str) -> list[list[Actor]]:
    await evening.announced(template="duo-16")
    return [await team(evening, name) for name in names]


async def playing(evening: Evening, *names: str) -> list[list[Actor]]:
    """Duos that were drawn and called, in the order of the seeds."""
    made = await duos(evening, *names)
    live = await evening.tournaments.start(await evening.host())
    return sorted(made, key=lambda people: live.seed_of(people[0].person) or 0)


async def ticket(evening: Evening, person: Actor) -> int:
    own = (await evening.live()).ticket_of(person.person)
    assert own is not None
    return own.ticket


async def changes(evening: Evening) -> list[str | None]:
    """Why rosters changed, in the order of the log."""
    live = await evening.live()
    async with evening.db.read() as tx:
        lines = await history.log_of(tx, live.id, kinds=("roster_changed",))
    numbers = {type(one) for line in lines for one in line.payload.values()}
    assert numbers <= {int, list, type(None)}, "no name is in the log"
    return [line.reason for line in lines]
