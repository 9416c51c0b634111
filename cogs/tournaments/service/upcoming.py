"""What somebody's evening is like now: the one thing that "my match" answers, everywhere."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from cogs.tournaments.rules.board import Match, Stage
from cogs.tournaments.rules.bracket import NOWHERE, MatchId
from cogs.tournaments.rules.forecast import Forecast
from cogs.tournaments.rules.roster import JOINABLE, Phase, Standing
from cogs.tournaments.rules.setup import Format
from cogs.tournaments.rules.standings import champion, placement_of
from cogs.tournaments.rules.state import State
from cogs.tournaments.service.below import way_down
from cogs.tournaments.service.book import Book
from cogs.tournaments.service.facts import Next, Situation
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.looking import beneath, here
from cogs.tournaments.store import announced, tickets
from core.people import Actor, Platform
from storage.database import Tx

DONE: Final = frozenset(
    (Situation.OUT, Situation.CHAMPION, Situation.MISSED, Situation.NOTHING, Situation.SPARE)
)
_OF_STAGE: Final = {
    Stage.CALLED: Situation.TO_PLAY,
    Stage.OPEN: Situation.QUEUED,
    Stage.LIVE: Situation.LIVE,
    Stage.DISPUTED: Situation.DISPUTED,
    Stage.WAITING: Situation.AHEAD,
}


async def next_of(tx: Tx, book: Book, actor: Actor, now: datetime) -> Next:
    """The live tournament they play in comes first, then the last one, then what they may join.

    Where nothing is left for them in it, the answer has the way to what they could play instead.
    """
    alone = actor.platform is Platform.DISCORD  # where nobody else reads the answer
    entered = await announced.entered_by(tx, actor.person, actor.place, rehearsals=alone)
    mine = [next_in(await book.live(tx, event), actor, now) for event in entered]
    for found in mine:
        if found.situation not in DONE:
            return found
    around = await here(tx, book, actor.place)
    over = [next_in(live, actor, now) for live in around if live.entrant_of(actor.person)]
    last = next(iter((*mine, *over)), None)
    free = last is None or last.situation is Situation.OUT
    closed = await beneath(tx, actor.place)
    below = await way_down(tx, book, actor.place, actor.person) if free and closed else None
    other = below or _joinable((live for live in around if live.id not in closed), actor)
    if last is not None:
        return replace(last, also=other, below=below is not None)
    if other is not None:
        found = Next(Situation.INVITED, other, until=other.event.starts_at)
        return replace(found, below=below is not None)
    return Next(Situation.NOTHING)


def next_in(live: Live, actor: Actor, now: datetime) -> Next:
    """What a tournament that they are in holds for them."""
    entrant = live.entrant_of(actor.person)
    if entrant is None:
        return Next(Situation.NOTHING)
    me = live.seats.get(entrant.ticket)
    if live.state is None or me is None:
        return _before(live, entrant)
    match = live.state.match_of(me)
    if match is None:
        return _without_match(live, live.state, me, now)
    return _during(live, live.state, me, match, now)


def _joinable(around: Iterable[Live], actor: Actor) -> Live | None:
    """Where they could still come in: an arena that is being played, or the next event."""
    free = [live for live in around if live.entrant_of(actor.person) is None]
    arenas = (live for live in free if open_arena(live))
    coming = (live for live in free if live.event.phase in JOINABLE and not live.shut)
    return next(iter((*arenas, *coming)), None)


def open_arena(live: Live) -> bool:
    """One may come and go while it is played."""
    running = live.event.phase is Phase.RUNNING and live.event.format is Format.ARENA
    return running and live.state is not None and not live.state.over


def _without_match(live: Live, state: State, me: int, now: datetime) -> Next:
    """Out of it, a winner, or waiting for what comes after this round."""
    placement = placement_of(state, me)
    found = Next(Situation.OUT, live, me, placement=placement)
    if champion(state) == me:
        return replace(found, situation=Situation.CHAMPION)
    if me in state.idle and me not in state.withdrawn:
        return replace(found, situation=Situation.PAUSED)
    if not placement.playing:
        return found
    rests = bool(state.rounds) and state.rounds[-1].bye == me and state.left
    situation = Situation.RESTS if rests else Situation.BETWEEN
    return replace(found, situation=situation, expected=_forecast(live, state, now).round_ends())


def _before(live: Live, entrant: tickets.Entrant) -> Next:
    event = live.event
    asked = event.phase is Phase.CHECK_IN and not entrant.here
    until = event.check_in_closes if asked else event.starts_at
    if entrant.standing == tickets.ALONE:
        return Next(Situation.SPARE if live.state else Situation.ALONE, live, until=until)
    if entrant.standing == Standing.WAITING:
        place = live.roster.place_in_line(entrant.ticket)
        return Next(Situation.WAITING, live, place, until=event.starts_at)
    if entrant.standing != Standing.ENTERED:
        return Next(Situation.MISSED, live)
    return Next(Situation.ENTERED, live, until=until)


def _during(live: Live, state: State, me: int, match: Match, now: datetime) -> Next:
    found = _placed(live, state, me, match, now)
    if live.event.phase is not Phase.RUNNING:
        first = match.stage is not Stage.WAITING
        situation = Situation.DRAWN if first else Situation.BYE
        return replace(found, situation=situation, until=live.event.starts_at)
    if match.held:
        return replace(found, situation=Situation.HELD)
    if match.stage is Stage.REPORTED:
        mine = match.claim is not None and match.claim.by == me
        situation = Situation.SENT if mine else Situation.ASKED
        return replace(found, situation=situation, until=live.report_stands(match.id))
    until = live.call_ends(match.id) if match.stage is Stage.CALLED else None
    situation = _OF_STAGE.get(match.stage, Situation.TO_PLAY)
    return replace(found, situation=situation, until=until)


def _placed(live: Live, state: State, me: int, match: Match, now: datetime) -> Next:
    """What is known of their next match, whatever its stage."""
    source = _unknown(state, match)
    return Next(
        Situation.AHEAD,
        live,
        me,
        match,
        feeder=state.match(MatchId(source.removeprefix("-"))) if source else None,
        of_loser=source.startswith("-"),
        expected=_forecast(live, state, now).starts(match),
        twice=_twice(state, match, me),
    )


def _forecast(live: Live, state: State, now: datetime) -> Forecast:
    each = timedelta(minutes=live.event.match_minutes)
    return Forecast(state, now, each, live.called, live.event.starts_at)


def _unknown(state: State, match: Match) -> str:
    """Where the other side comes from, while it is not known: "W1.2", or "-W1.2" for its loser."""
    sources = state.graph.sources_of(state.graph.places[match.id])
    sides = zip(sources, match.sides, strict=True)
    open_ = (source for source, side in sides if side is None and isinstance(source, str))
    return next(open_, "")


def _twice(state: State, match: Match, me: int) -> bool:
    """Whether they come to a grand final from the losers' side, which is its second one."""
    graph = state.graph
    if graph.reset == NOWHERE or graph.places[match.id] != graph.final:
        return False
    return match.sides[1] == me
