"""The one way to do something to a tournament: a transaction, and its news once it is kept."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from cogs.tournaments.service import looking
from cogs.tournaments.service.book import Book
from cogs.tournaments.service.turn import Turn, keep_still
from cogs.tournaments.service.upcoming import DONE, next_in
from cogs.tournaments.store import announced
from core.clock import Clock
from core.news import News
from core.people import Actor
from storage.database import Database, Tx


class Turns:
    """What every service of this feature shares."""

    def __init__(self, db: Database, clock: Clock, news: News, book: Book) -> None:
        self.db = db
        self.clock = clock
        self.news = news
        self.book = book

    @asynccontextmanager
    async def on(
        self, actor: Actor, tournament: int | None, which: looking.Which = looking.soonest
    ) -> AsyncIterator[Turn]:
        """The transaction on the tournament that `actor` means; its news is told after it.

        Raises `NoneHere`.
        """
        async with self.db.write() as tx:
            event = await looking.meant(tx, actor, tournament, which)
            turn = await self.taken(tx, event.id, actor)
            yield turn
            await keep_still(turn)
        await self.tell(turn)

    async def entered(self, tx: Tx, actor: Actor) -> announced.Event | None:
        """The one they are in; of several, the first that has something left for them."""
        mine = await looking.all_entered(tx, actor)
        for event in mine if len(mine) > 1 else ():
            live = await self.book.live(tx, event)
            if next_in(live, actor, self.clock.now()).situation not in DONE:
                return event
        return next(iter(mine), None) or await looking.soonest(tx, actor)

    async def taken(self, tx: Tx, tournament: int, actor: Actor | None = None) -> Turn:
        """A turn inside a transaction that somebody else has opened."""
        live = await self.book.open(tx, looking.tournament_id(tournament))
        return Turn(tx, live, self.clock.now(), actor.person if actor else None)

    async def tell(self, turn: Turn) -> None:
        """Tell the news of a turn whose transaction is kept."""
        for fact in turn.facts:
            await self.news.tell(fact)
