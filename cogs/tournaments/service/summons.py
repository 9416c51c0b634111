"""Whom a letter calls on Discord, asked at the moment when it leaves.

No account is ever kept in a letter, and whoever has come meanwhile is not called any more.
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from types import MappingProxyType

from cogs.tournaments.rules.board import Match
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.hosting import NoneHere
from cogs.tournaments.service import looking, reminders
from cogs.tournaments.service.cast import FREED, KEPT
from cogs.tournaments.service.clocks import waited_for
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.reminders import CALLED_UP, REMIND
from cogs.tournaments.service.rooms import CREATED
from cogs.tournaments.service.turns import Turns
from cogs.tournaments.service.underground import BACK
from cogs.tournaments.service.volunteers import WELCOME
from cogs.tournaments.service.waiting import PING
from cogs.tournaments.store import history
from cogs.tournaments.store.tickets import Entrant
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
        return MappingProxyType(
            {
                PING: self._by(missing),
                KEPT: self._by(kept),
                FREED: self._by(freed),
                REMIND: self._by(not_here),
                CALLED_UP: self._by(moved_up),
                WELCOME: self._by(moved_up),
                BACK: self._with_host(self._by(moved_up)),
            }
        )

    def _with_host(self, others: Calls) -> Calls:
        """Whoever announced it first, then the others."""

        async def calls(letter: Letter) -> tuple[str, ...]:
            number = looking.tournament_id(int(letter.slots["tournament"]))
            async with self._turns.db.read() as tx:
                lines = await history.log_of(tx, number, kinds=(CREATED,))
            host = lines[0].actor if lines else None
            account = await self._door.account_of(host, Platform.DISCORD) if host else None
            found = (account, *await others(letter)) if account else await others(letter)
            return tuple(dict.fromkeys(found))

        return calls

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


def kept(live: Live, letter: Letter) -> Iterable[PersonId]:
    """Everybody of a match that is still kept for the stream."""
    match = _match(live, letter)
    return _of(live, match) if match is not None and match.held else ()


def freed(live: Live, letter: Letter) -> Iterable[PersonId]:
    """Everybody of a match that was kept for the stream, and is called now."""
    match = _match(live, letter)
    return _of(live, match) if match is not None and not match.held else ()


def not_here(live: Live, letter: Letter) -> Iterable[PersonId]:
    """Who has still not checked in, of those that this letter is for."""
    return _ticketed(reminders.missing(live), letter)


def moved_up(live: Live, letter: Letter) -> Iterable[PersonId]:
    """Who was given a seat, or a part in the crew."""
    return _ticketed(live.entrants, letter)


def _ticketed(some: Iterable[Entrant], letter: Letter) -> Iterable[PersonId]:
    wanted = set(map(int, str(letter.slots["tickets"]).split()))
    return (each.person for each in some if each.person and each.ticket in wanted)


def _match(live: Live, letter: Letter) -> Match | None:
    match = live.state.match(MatchId(str(letter.slots["match"]))) if live.state else None
    return match if match is not None and match.in_play and live.event.live else None


def _of(live: Live, match: Match) -> Iterable[PersonId]:
    for seat in match.playing:
        yield from live.people_of(seat)
