"""What hangs below a tournament: for whom it is open, and who is in both. Reads only."""

from cogs.tournaments.rules.underground import may_come, still_playing
from cogs.tournaments.service.book import Book
from cogs.tournaments.service.live import Live
from cogs.tournaments.store import underground
from cogs.tournaments.store.tickets import Entrant
from cogs.tournaments.store.underground import Below
from core.people import PersonId, PlaceId
from storage.database import Tx


async def way_down(tx: Tx, book: Book, place: PlaceId, person: PersonId) -> Live | None:
    """The underground bracket that they could come down to now, or are waiting in."""
    for below in await underground.open_at(tx, place):
        live = await book.open(tx, below.tournament)
        if live.ticket_of(person) is not None:
            return live
        above = await book.open(tx, below.above)
        if not live.shut and above.seed_of(person) in welcome(above, below):
            return live
    return None


def welcome(above: Live, below: Below) -> tuple[int, ...]:
    return may_come(above.state, below.before) if above.state else ()


async def doubled(tx: Tx, book: Book, live: Live) -> tuple[Entrant, ...]:
    """Who is drawn below and plays on above, a match there having been corrected.

    `live` is either of the two; the tickets are those below.
    """
    link = await underground.of(tx, live.id) or await underground.under(tx, live.id)
    if link is None:
        return ()
    above, below = await book.open(tx, link.above), await book.open(tx, link.tournament)
    if above.state is None or below.state is None or not below.event.live:
        return ()
    here, there = still_playing(below.state), still_playing(above.state)
    found = (below.seeded[seat] for seat in sorted(here) if seat in below.seeded)
    return tuple(each for each in found if any_seat(above, below, each) & there)


def any_seat(above: Live, below: Live, side: Entrant) -> frozenset[int]:
    """The seats above of the people of a side below."""
    people = (each.person for each in below.entrants if side.ticket in {each.ticket, each.team})
    seats = (above.seed_of(person) for person in people if person is not None)
    return frozenset(seat for seat in seats if seat is not None)
