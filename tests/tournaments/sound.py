"""What is true of an evening at every moment, whoever pressed what at once."""

import asyncio
from collections import Counter
from collections.abc import Awaitable

from sqlalchemy import select

from cogs.tournaments.rules.board import BUSY, Stage
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.service.book import Book
from cogs.tournaments.service.clocks import CONFIRM, NO_SHOW, VETO
from cogs.tournaments.service.live import Live
from cogs.tournaments.store import history
from core.errors import Refusal
from storage.database import Database
from storage.timers import timers

BELONGS = {NO_SHOW: Stage.CALLED, CONFIRM: Stage.REPORTED, VETO: Stage.LIVE}
HOURS = {  # of the whole event, and the only phases that wait for them
    "tournaments.checkin_open": {Phase.REGISTRATION},
    "tournaments.checkin_close": {Phase.CHECK_IN},
    "tournaments.start": {Phase.CHECK_IN, Phase.CLOSED},
    "tournaments.arena_tick": {Phase.RUNNING},
    "tournaments.arena_close": {Phase.RUNNING},
}


async def at_once(*acts: Awaitable[object], turned: bool = False) -> list[object]:
    """What each is answered, a refusal or something else, whoever presses first.

    Whatever is raised and is no refusal is our fault, and raised.
    """
    order = list(enumerate(acts))
    order = order[::-1] if turned else order
    ended = await asyncio.gather(*(act for _, act in order), return_exceptions=True)
    for each in ended:
        if isinstance(each, BaseException) and not isinstance(each, Refusal):
            raise each
    answers = dict(zip((at for at, _ in order), ended, strict=True))
    return [answers[at] for at in range(len(acts))]


def named(answers: list[object]) -> Counter[str]:
    """How often which kind of answer was given."""
    return Counter(type(each).__name__ for each in answers)


async def sound(db: Database, live: Live) -> None:
    """The log leads to what is shown, nobody is wanted twice, every clock waits for something."""
    async with db.read() as tx:
        assert await Book().open(tx, live.id) == live, "read anew, it is another evening"
        lines = await history.log_of(tx, live.id)
        clocks = {(row.kind, row.key) for row in await tx.execute(select(timers))}
    assert [line.seq for line in lines] == list(range(1, live.seq + 1))
    for kind, key in clocks:
        assert live.event.phase in HOURS.get(kind, {live.event.phase}), (kind, key)
    if live.state is None:
        return
    wanted = Counter(s for m in live.state.board if m.stage in BUSY for s in m.playing)
    assert set(wanted.values()) <= {1}, "somebody is wanted in two matches"
    ours = {(kind, key.partition(":")[2]) for kind, key in clocks if kind in BELONGS}
    for kind, match in ours:
        assert live.state.match(MatchId(match)).stage is BELONGS[kind], (kind, match)
    waited = {(k, m.id) for m in live.state.open for k, s in BELONGS.items() if m.stage is s}
    missing = {one for one in waited - ours if one[0] != VETO}
    assert not missing or live.event.phase is not Phase.RUNNING, "nothing waits for them"
