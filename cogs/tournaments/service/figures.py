"""How often events went wrong: figures of an event, or of the last ones in a place."""

import asyncio
from collections import OrderedDict
from typing import Final

from cogs.tournaments.rules.mistakes import Line, Mistakes, mistakes, together
from cogs.tournaments.store import announced, history
from core.people import PlaceId
from storage.database import Tx

RECENT: Final = 20  # events that a server's mistake rate is about
KEPT: Final = 64  # events in memory: whole logs are read for them


class Figures:
    """Worked out once for every line that a log grows by. A cache: it may be dropped."""

    def __init__(self) -> None:
        self._known: OrderedDict[announced.TournamentId, tuple[int, Mistakes]] = OrderedDict()

    async def of_event(self, tx: Tx, tournament: announced.TournamentId) -> Mistakes:
        """Of one event, from its whole log."""
        newest = await history.last_seq(tx, tournament)
        known = self._known.get(tournament)
        if known is None or known[0] != newest:
            log = await history.log_of(tx, tournament)
            lines = [Line(line.at, line.kind, line.payload) for line in log]
            # Thousands of matches take a moment: others are answered meanwhile.
            known = newest, await asyncio.to_thread(mistakes, lines)
        self._known[tournament] = known
        self._known.move_to_end(tournament)
        while len(self._known) > KEPT:
            self._known.popitem(last=False)
        return known[1]

    async def of_place(self, tx: Tx, place: PlaceId) -> Mistakes:
        """Of the last events that were played to their end there, together."""
        ended = await announced.finished_at(tx, place, RECENT)
        return together([await self.of_event(tx, event.id) for event in ended])
