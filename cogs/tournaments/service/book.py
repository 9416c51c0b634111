"""Where every tournament stands: its row, its entrants, and the board that its log leads to."""

from collections import OrderedDict
from dataclasses import replace
from typing import Final

from cogs.tournaments.service.live import Live, Pen
from cogs.tournaments.service.squads import taking_part
from cogs.tournaments.store import announced, history
from storage.database import Tx

KEPT: Final = 32  # boards in memory


class Book:
    """Boards rebuilt from the log. A cache: it may be dropped at any moment.

    Only what was read from the database is kept, so a transaction that fails spoils nothing.
    """

    def __init__(self) -> None:
        self._pages: OrderedDict[announced.TournamentId, Live] = OrderedDict()

    async def open(self, tx: Tx, tournament: announced.TournamentId) -> Live:
        """Raises `NoneHere`."""
        return await self.live(tx, await announced.event(tx, tournament))

    async def live(self, tx: Tx, event: announced.Event) -> Live:
        """The tournament as `tx` sees it. Not to be asked after writing in the same `tx`."""
        newest = await history.last_seq(tx, event.id)
        page = self._pages.get(event.id)
        if page is None or page.seq > newest:  # newer: we began before the last writer ended
            page = Live(event, ())
        known = page.seq > 0 and page.event.roll == event.roll
        if page.seq < newest:
            pen = Pen(replace(page, event=event))
            for line in await history.log_of(tx, event.id, page.seq):
                pen.read(line)
            page = pen.live()
        if not known:
            entrants, teams = await taking_part(tx, event)
            page = replace(page, event=event, entrants=entrants, teams=teams)
        elif page.event != event:
            page = replace(page, event=event)
        self._keep(page)
        return page

    def _keep(self, page: Live) -> None:
        kept = self._pages.get(page.id)
        if kept is None or kept.seq <= page.seq:
            self._pages[page.id] = page
        self._pages.move_to_end(page.id)
        while len(self._pages) > KEPT:
            self._pages.popitem(last=False)
