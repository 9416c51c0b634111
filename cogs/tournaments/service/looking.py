"""Which tournament somebody means, and what their evening is like now."""

from collections.abc import Awaitable, Callable

from cogs.tournaments.rules.hosting import NoneHere
from cogs.tournaments.rules.roster import JOINABLE, Phase
from cogs.tournaments.rules.setup import Format
from cogs.tournaments.service.book import Book
from cogs.tournaments.service.live import Live
from cogs.tournaments.store import announced, underground
from core.people import Actor, PlaceId, Platform
from storage.database import Tx

Which = Callable[[Tx, Actor], Awaitable[announced.Event | None]]


def tournament_id(number: int) -> announced.TournamentId:
    return announced.TournamentId(number)


async def meant(tx: Tx, actor: Actor, given: int | None, which: Which) -> announced.Event:
    """The tournament on the button pressed, or else the one that is meant here.

    Raises `NoneHere`, also for a tournament of another place.
    """
    if given is None:
        found = await which(tx, actor)
    else:
        found = await announced.event(tx, announced.TournamentId(given))
    if found is None or found.place != actor.place:
        raise NoneHere
    if found.phase is Phase.DRAFT and which is not drafted:
        raise NoneHere
    return found


async def to_join(tx: Tx, actor: Actor) -> announced.Event | None:
    """An arena that is being played, or the next that can still be joined.

    Else whatever there is, which will say that it cannot.
    """
    live = await open_to_all(tx, actor.place)
    arenas = (e for e in live if e.format is Format.ARENA and e.phase is Phase.RUNNING)
    coming = (event for event in live if event.phase in JOINABLE)
    return next(iter((*arenas, *coming, *live)), None)


async def open_to_all(tx: Tx, place: PlaceId) -> list[announced.Event]:
    """What is announced or played, but for what only those who are out of another come to."""
    below = await beneath(tx, place)
    return [event for event in await announced.live_at(tx, place) if event.id not in below]


async def beneath(tx: Tx, place: PlaceId) -> frozenset[announced.TournamentId]:
    """The underground brackets that are not drawn yet."""
    return frozenset(each.tournament for each in await underground.open_at(tx, place))


async def to_start(tx: Tx, actor: Actor) -> announced.Event | None:
    live = await announced.live_at(tx, actor.place)
    waiting = (event for event in live if event.phase is not Phase.RUNNING)
    return next(waiting, next(iter(live), None))


async def drafted(tx: Tx, actor: Actor) -> announced.Event | None:
    """The only way to one that is not announced yet: its host has its number."""
    return await to_start(tx, actor)


async def soonest(tx: Tx, actor: Actor) -> announced.Event | None:
    return next(iter(await announced.live_at(tx, actor.place)), None)


async def at_desk(tx: Tx, actor: Actor) -> announced.Event | None:
    """The one being played, else the next to be; else the last that was."""
    live = await announced.live_at(tx, actor.place)
    played = (event for event in live if event.phase is Phase.RUNNING)
    found = next(played, next(iter(live), None))
    return found or await announced.last_finished_at(tx, actor.place)


async def all_entered(tx: Tx, actor: Actor) -> list[announced.Event]:
    """Those they are in, what is being played before what is not."""
    alone = actor.platform is Platform.DISCORD  # where nobody else reads the answer
    return await announced.entered_by(tx, actor.person, actor.place, rehearsals=alone)


async def here(tx: Tx, book: Book, place: PlaceId) -> list[Live]:
    events = await announced.live_at(tx, place)
    if not events:
        try:
            events = [await announced.last_finished_at(tx, place)]
        except NoneHere:
            return []
    return [await book.live(tx, event) for event in events]
