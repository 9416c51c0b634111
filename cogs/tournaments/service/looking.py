"""Which tournament somebody means, and what their evening is like now."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from cogs.tournaments.rules.board import Match, Stage
from cogs.tournaments.rules.bracket import MatchId, Sources
from cogs.tournaments.rules.hosting import NoneHere
from cogs.tournaments.rules.roster import JOINABLE, Phase, Standing
from cogs.tournaments.rules.standings import champion, placement_of
from cogs.tournaments.rules.state import State
from cogs.tournaments.service.book import Book, Live
from cogs.tournaments.service.facts import Next, Situation
from cogs.tournaments.store import announced, tickets
from core.people import Actor, PlaceId
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
    return found


async def to_join(tx: Tx, actor: Actor) -> announced.Event | None:
    """The next that can still be joined; else whatever there is, which will say that it cannot."""
    live = await announced.live_at(tx, actor.place)
    return next((event for event in live if event.phase in JOINABLE), next(iter(live), None))


async def to_start(tx: Tx, actor: Actor) -> announced.Event | None:
    live = await announced.live_at(tx, actor.place)
    waiting = (event for event in live if event.phase is not Phase.RUNNING)
    return next(waiting, next(iter(live), None))


async def soonest(tx: Tx, actor: Actor) -> announced.Event | None:
    return next(iter(await announced.live_at(tx, actor.place)), None)


async def entered(tx: Tx, actor: Actor) -> announced.Event | None:
    """The one they are in, one being played before one that is not; else the next one here."""
    mine = await announced.entered_by(tx, actor.person, actor.place)
    return next(iter(mine), None) or await soonest(tx, actor)


async def here(tx: Tx, book: Book, place: PlaceId) -> list[Live]:
    events = await announced.live_at(tx, place)
    if not events:
        try:
            events = [await announced.last_finished_at(tx, place)]
        except NoneHere:
            return []
    return [await book.live(tx, event) for event in events]


async def next_of(tx: Tx, book: Book, actor: Actor) -> Next:
    """The live tournament they are in comes first, then the last one, then what they may join."""
    for event in await announced.entered_by(tx, actor.person, actor.place):
        return next_in(await book.live(tx, event), actor)
    around = await here(tx, book, actor.place)
    for live in around:
        if live.entrant_of(actor.person):
            return next_in(live, actor)
    for live in around:
        if live.event.phase in JOINABLE:
            return Next(Situation.INVITED, live, until=live.event.starts_at)
    return Next(Situation.NOTHING)


def next_in(live: Live, actor: Actor) -> Next:
    """What a tournament that they are in holds for them."""
    entrant = live.entrant_of(actor.person)
    if entrant is None:
        return Next(Situation.NOTHING)
    me = live.seats.get(entrant.ticket)
    if live.state is None or me is None:
        return _before(live, entrant)
    match = live.state.match_of(me)
    if match is None:
        return _without_match(live, live.state, me)
    return _during(live, live.state, me, match)


def _without_match(live: Live, state: State, me: int) -> Next:
    """Out of it, a winner, or waiting for what comes after this round."""
    placement = placement_of(state, me)
    if champion(state) == me:
        return Next(Situation.CHAMPION, live, me, placement=placement)
    if me in state.idle:
        return Next(Situation.PAUSED, live, me, placement=placement)
    if placement.playing:
        rests = bool(state.rounds) and state.rounds[-1].bye == me and state.left
        return Next(Situation.RESTS if rests else Situation.BETWEEN, live, me, placement=placement)
    return Next(Situation.OUT, live, me, placement=placement)


def _before(live: Live, entrant: tickets.Entrant) -> Next:
    event = live.event
    if entrant.standing == tickets.ALONE and live.state is not None:
        return Next(Situation.SPARE, live)
    if entrant.standing == tickets.ALONE:
        asked = event.phase is Phase.CHECK_IN and not entrant.here
        return Next(
            Situation.ALONE, live, until=event.check_in_closes if asked else event.starts_at
        )
    if entrant.standing == Standing.WAITING:
        place = live.roster.place_in_line(entrant.ticket)
        return Next(Situation.WAITING, live, place, until=event.starts_at)
    if entrant.standing != Standing.ENTERED:
        return Next(Situation.MISSED, live)
    asked = event.phase is Phase.CHECK_IN and not entrant.here
    until = event.check_in_closes if asked else event.starts_at
    return Next(Situation.ENTERED, live, until=until)


def _during(live: Live, state: State, me: int, match: Match) -> Next:
    if live.event.phase is not Phase.RUNNING:
        first = match.stage is not Stage.WAITING
        situation = Situation.DRAWN if first else Situation.BYE
        return Next(situation, live, me, match, live.event.starts_at)
    if match.stage is Stage.WAITING:
        return Next(Situation.AHEAD, live, me, match, feeder=_feeder(state, match, me))
    mine = match.claim is not None and match.claim.by == me
    situations = {
        Stage.CALLED: (Situation.TO_PLAY, live.call_ends(match.id)),
        Stage.LIVE: (Situation.LIVE, None),
        Stage.REPORTED: (
            Situation.SENT if mine else Situation.ASKED,
            live.report_stands(match.id),
        ),
        Stage.DISPUTED: (Situation.DISPUTED, None),
    }
    nothing: tuple[Situation, datetime | None] = Situation.TO_PLAY, None
    situation, until = situations.get(match.stage, nothing)
    return Next(situation, live, me, match, until)


def _feeder(state: State, match: Match, me: int) -> Match | None:
    """The match that decides who comes."""
    sources: Sources = state.graph.sources_of(state.graph.places[match.id])
    unknown = [
        source
        for source, side in zip(sources, match.sides, strict=True)
        if side != me and isinstance(source, str)
    ]
    return state.match(MatchId(unknown[0].removeprefix("-"))) if unknown else None
