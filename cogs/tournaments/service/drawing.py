"""The draw: whose seat is where, worked out before it is made, so that a host can look first."""

import asyncio
from collections.abc import Mapping

from cogs.tournaments.rules import ladder, seeding
from cogs.tournaments.rules.ladder import Record
from cogs.tournaments.rules.seeding import Drawn, Seeding
from cogs.tournaments.rules.standings import placements
from cogs.tournaments.rules.underground import how_far
from cogs.tournaments.service.book import Book
from cogs.tournaments.service.live import Live, setup_of
from cogs.tournaments.service.seasons import season_of
from cogs.tournaments.store import ratings, underground
from cogs.tournaments.store.announced import Event
from storage.database import Tx

RECENT = 3  # events whose first matches are not played again at once


async def drawn(tx: Tx, live: Live, playing: tuple[int, ...]) -> Drawn:
    """The tickets of those who play, in the order of their seeds."""
    event, book = live.event, Book()
    mode = Seeding(event.seeding)
    merit = await _merit(tx, book, live, mode)
    labels = await ratings.labels(tx, event.id)
    met = await _met(tx, book, live) if event.apart_recent else []
    order = seeding.ordered(playing, mode, event.secret, merit)
    known = set(playing)
    pairs = [pair for pair in met if known.issuperset(pair)]
    setup = setup_of(event, len(order))
    return await asyncio.to_thread(seeding.apart, order, setup, mode, labels, pairs)


async def _merit(tx: Tx, book: Book, live: Live, mode: Seeding) -> Mapping[int, float]:
    """By ticket, larger is better; whoever has none is not in it."""
    match mode:
        case Seeding.RATING:
            return await _rated(tx, live)
        case Seeding.LAST:
            return await _last(tx, book, live)
        case Seeding.HAND:
            return {each.ticket: -each.wish for each in live.entrants if each.wish is not None}
        case Seeding.ABOVE:
            return await _above(tx, book, live)
        case Seeding.LOT:
            return {}


async def records_of(tx: Tx, event: Event) -> Mapping[int, Record]:
    """What is believed of people's play of this game: of its season, or the last one before."""
    number = season_of(event.starts_at)
    records = await ratings.season(tx, event.game, number)
    if records:
        return records
    last = await ratings.last_before(tx, event.game, number)
    return await ratings.season(tx, event.game, last) if last is not None else {}


async def _rated(tx: Tx, live: Live) -> Mapping[int, float]:
    """The sum of what is believed of a side's people, unsure ones lower."""
    records = await records_of(tx, live.event)
    merit: dict[int, float] = {}
    for entrant in live.entrants:
        if entrant.person is not None and (found := records.get(entrant.person)):
            side = entrant.team or entrant.ticket
            merit[side] = merit.get(side, 0) + ladder.shown(found.skill)
    return merit


async def _last(tx: Tx, book: Book, live: Live) -> Mapping[int, float]:
    before = await ratings.last_events(tx, live.event.place, 1)
    if not before:
        return {}
    last = await book.open(tx, before[0])
    if last.state is None:
        return {}
    return _as_in(live, last, {one.entrant: one.rank for one in placements(last.state)})


async def _above(tx: Tx, book: Book, live: Live) -> Mapping[int, float]:
    """By how far they came in the tournament that this one hangs below."""
    below = await underground.of(tx, live.id)
    above = await book.open(tx, below.above) if below else None
    return _as_in(live, above, how_far(above.state)) if above and above.state else {}


def _as_in(live: Live, other: Live, ranks: Mapping[int, int]) -> Mapping[int, float]:
    """As the people of each side came in elsewhere; of several, the best counts."""
    merit: dict[int, float] = {}
    for entrant in live.entrants:
        seat = other.seed_of(entrant.person) if entrant.person is not None else None
        if seat is not None:
            side = entrant.team or entrant.ticket
            merit[side] = max(merit.get(side, -float("inf")), -ranks[seat])
    return merit


async def _met(tx: Tx, book: Book, live: Live) -> list[tuple[int, int]]:
    """Tickets whose people have played each other in one of the last events here."""
    mine = {each.person: each.team or each.ticket for each in live.entrants if each.person}
    pairs = set()
    for tournament in await ratings.last_events(tx, live.event.place, RECENT):
        before = await book.open(tx, tournament)
        for match in before.state.board if before.state else ():
            if match.result is None or not match.result.played or match.lobby:
                continue
            one, other = (
                {mine[person] for person in before.people_of(seat) if person in mine}
                for seat in match.playing
            )
            pairs |= {(min(a, b), max(a, b)) for a in one for b in other if a != b}
    return sorted(pairs)
