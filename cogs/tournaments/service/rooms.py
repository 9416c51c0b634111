"""Where the matches of a tournament are talked about, and who should come and see."""

from collections.abc import Mapping

from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.hosting import Trouble
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.turn import EVENT_CARD, MATCH_CARD
from cogs.tournaments.store import announced, history
from core.people import PersonId
from storage import appointments, cards
from storage.database import Database, Tx

CREATED, FLAGGED = "created", "flagged"


class Rooms:
    """Reads only: the threads themselves are made by whoever carries the cards."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def thread_of(self, tournament: int, match: str) -> str | None:
        """The Discord thread that a match's card stands in; None while there is no card."""
        async with self._db.read() as tx:
            return await cards.where(tx, MATCH_CARD, f"{tournament}:{match}")

    async def refused(self, tournament: int) -> int | None:
        """Why the newest match has no thread of its own: Discord's code. None where it has one."""
        async with self._db.read() as tx:
            return await cards.refusal_below(tx, EVENT_CARD, str(tournament))

    async def unlisted(self, tournament: int) -> int | None:
        """Why it is not in Discord's own list of events: Discord's code. None where it may be."""
        async with self._db.read() as tx:
            return await appointments.refusal(tx, EVENT_CARD, str(tournament))

    async def host_of(self, tournament: announced.TournamentId) -> PersonId | None:
        """Who announced it; None once they are forgotten."""
        async with self._db.read() as tx:
            lines = await history.log_of(tx, tournament, kinds=(CREATED,))
        return lines[0].actor if lines else None

    async def troubles(self, live: Live) -> Mapping[MatchId, Trouble]:
        """What players have flagged, by match; what was flagged before a new call is over."""
        async with self._db.read() as tx:
            return await troubles(tx, live)


async def troubles(tx: Tx, live: Live) -> Mapping[MatchId, Trouble]:
    found = {}
    for line in await history.log_of(tx, live.id, kinds=(FLAGGED,)):
        match = MatchId(line.payload["match"])
        called = live.called.get(match)
        if called is not None and line.at >= called:
            found[match] = Trouble(line.payload["trouble"])
    return found
