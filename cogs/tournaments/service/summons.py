"""Whom a letter calls on Discord, asked at the moment when it leaves.

No account is ever kept in a letter, and whoever has come meanwhile is not called any more.
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from types import MappingProxyType

from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.hosting import NoneHere
from cogs.tournaments.service import looking
from cogs.tournaments.service.book import Live
from cogs.tournaments.service.clocks import waited_for
from cogs.tournaments.service.turns import Turns
from cogs.tournaments.service.waiting import PING
from core.courier import Letter
from core.people import Doorkeeper, PersonId, Platform

Calls = Callable[[Letter], Awaitable[tuple[str, ...]]]
Chosen = Callable[[Live, Letter], Iterable[PersonId]]


class Summons:
    def __init__(self, turns: Turns, door: Doorkeeper) -> None:
        self._turns = turns
        self._door = door

    def all(self) -> Mapping[str, Calls]:
        """By the text key of the letter."""
        return MappingProxyType({PING: self._by(missing)})

    def _by(self, chosen: Chosen) -> Calls:
        async def calls(letter: Letter) -> tuple[str, ...]:
            number = looking.tournament_id(int(letter.slots["tournament"]))
            try:
                async with self._turns.db.read() as tx:
                    live = await self._turns.book.open(tx, number)
            except NoneHere:
                return ()
            accounts = [
                await self._door.account_of(person, Platform.DISCORD)
                for person in dict.fromkeys(chosen(live, letter))
            ]
            return tuple(account for account in accounts if account is not None)

        return calls


def missing(live: Live, letter: Letter) -> Iterable[PersonId]:
    """Who has been called to this match and has not come; of a team, everybody."""
    match = waited_for(live, MatchId(str(letter.slots["match"])))
    for seat in match.absent if match else ():
        yield from live.people_of(seat)
