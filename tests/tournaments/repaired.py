"""What several tests of repairs look at."""

from cogs.tournaments.rules.board import Match
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.service.live import Live
from cogs.tournaments.store import history
from core.people import Actor
from tests.tournaments.conftest import Evening

ONE, TWO, FINAL, THIRD = (MatchId(each) for each in ("W1.1", "W1.2", "W2.1", "P1.1"))


async def match(evening: Evening, which: MatchId = ONE) -> Match:
    state = (await live(evening)).state
    assert state is not None
    return state.match(which)


async def live(evening: Evening) -> Live:
    return await evening.tournaments.see(1)


async def log(evening: Evening, kind: str = "") -> list[history.Logged]:
    async with evening.db.read() as tx:
        lines = await history.log_of(tx, (await live(evening)).id)
    return [line for line in lines if not kind or line.kind == kind]


async def lost(evening: Evening, person: Actor) -> None:
    await evening.tournaments.arrive(person)
    await evening.tournaments.report(person, won=False)
