"""What staff does to put a tournament right: shown first, done on their word, seen by everybody.

A preview is a value. Nothing has happened when it is shown, and nobody was called; what is done
later is what it showed, or nothing at all.
"""

import hashlib
from dataclasses import dataclass, field, replace

from cogs.tournaments.rules import acts, events
from cogs.tournaments.rules.acts import Repair, Way
from cogs.tournaments.rules.board import Match
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.hosting import (
    AlreadyUndone,
    Changed,
    NoneHere,
    NotRunning,
    OwnMatch,
    Reason,
)
from cogs.tournaments.rules.mending import Outlook, brought_back, outlook, taken_out, touched
from cogs.tournaments.rules.refusals import AlreadyEntered, PlayRefusal, UnknownEntrant
from cogs.tournaments.rules.roster import Phase, Standing
from cogs.tournaments.rules.state import State
from cogs.tournaments.service import seating
from cogs.tournaments.service.crew import Crew
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.playing import follow
from cogs.tournaments.service.turn import PODIUM_CARD, Turn
from cogs.tournaments.service.turns import Turns
from cogs.tournaments.store import history
from core.people import Actor
from storage import cards
from storage.database import Tx

REPAIRED = frozenset({Phase.CLOSED, Phase.RUNNING, Phase.FINISHED})
REVIVED = "event_reopened"


@dataclass(frozen=True, slots=True)
class Seen:
    """A preview: what would be done, and what it was worked out from."""

    live: Live = field(repr=False)
    repair: Repair
    outlook: Outlook = field(repr=False)
    again: bool | None  # None where nothing was paired or drawn since
    seq: int  # of the log, when this was shown
    mark: str  # the same as long as what it touches is the same

    @property
    def token(self) -> str:
        """What is handed back with the yes."""
        return f"{self.seq}.{self.mark}"


@dataclass(frozen=True, slots=True)
class Mended:
    """An answer: it is done."""

    live: Live = field(repr=False)
    repair: Repair
    outlook: Outlook = field(repr=False)
    seqs: tuple[int, ...]  # what the log got; undoing the first takes it back


class Repairs:
    def __init__(self, turns: Turns, crew: Crew) -> None:
        self._turns = turns
        self._crew = crew

    async def preview(
        self, actor: Actor, tournament: int, repair: Repair, newcomer: Actor | None = None
    ) -> Seen:
        """What a repair would do. Nothing happens, and nobody is told.

        Raises `NotAllowed`, `OwnMatch`, `NotRunning`, and what the rules refuse.
        """
        async with self._turns.db.read() as tx:
            turn = await self._turns.taken(tx, tournament, actor)
            return await self._seen(turn, actor, repair, newcomer)

    async def do(
        self,
        actor: Actor,
        tournament: int,
        repair: Repair,
        reason: Reason,
        *,
        seen: str | None = None,
        newcomer: Actor | None = None,
    ) -> Mended:
        """Do it. With the token of a preview, only if that still is what would happen.

        Raises `Changed` where it is not, and what `preview` raises.
        """
        async with self._turns.on(actor, tournament) as turn:
            now = await self._as_seen(turn, actor, repair, newcomer, seen)
            await _seat(turn, now.repair, newcomer)
            await _revive(turn)
            before, first = turn.state, turn.live.seq + 1
            await turn.record(now.outlook.steps, reason.value)
            done = tuple(range(first, turn.live.seq + 1))
            await follow(turn, before)
            return Mended(turn.live, now.repair, now.outlook, done)

    async def _as_seen(
        self,
        turn: Turn,
        actor: Actor,
        repair: Repair,
        newcomer: Actor | None,
        token: str | None,
    ) -> Seen:
        """The preview as it would be now. Raises `Changed` if it was another when it was shown."""
        try:
            now = await self._seen(turn, actor, repair, newcomer)
        except PlayRefusal:
            if token is None or token.partition(".")[0] == str(turn.live.seq):
                raise
            raise Changed from None
        if token is not None and token.partition(".")[2] != now.mark:
            raise Changed
        return now

    async def _seen(
        self, turn: Turn, actor: Actor, repair: Repair, newcomer: Actor | None
    ) -> Seen:
        live = turn.live
        if live.event.place != actor.place:
            raise NoneHere
        await self._crew.may(actor, acts.RIGHTS[type(repair)], live, tx=turn.tx)
        state = _state(live, repair)
        repair = _with_ticket(turn, repair, newcomer)
        way = await _way(turn.tx, live, state, repair)
        outcome = outlook(state, way.steps)
        _not_their_own(live, state, actor, repair, outcome)
        mark = _mark(live, state, outcome)
        return Seen(live, repair, outcome, way.again, live.seq, mark)


def _state(live: Live, repair: Repair) -> State:
    over = live.event.phase is Phase.FINISHED and not isinstance(repair, acts.OfResults)
    if live.state is None or live.event.phase not in REPAIRED or over:
        raise NotRunning
    return live.state


async def _way(tx: Tx, live: Live, state: State, repair: Repair) -> Way:
    if isinstance(repair, acts.Undo) and repair.seq is not None:
        if repair.seq in live.seqs:
            position = live.seqs.index(repair.seq)
            return acts.undoing(state, position, again=repair.again)
        return await _undoing_back(tx, live, state, repair.seq)
    tickets = {seat: ticket for ticket, seat in live.seats.items()}
    return acts.way(state, repair, tickets)


async def _undoing_back(tx: Tx, live: Live, state: State, seq: int) -> Way:
    """Undo an undoing: what it took out happens again, where it still fits."""
    lines = await history.log_of(tx, live.id, kinds=tuple(events.KINDS))
    steps = {line.seq: events.unpack(line.kind, line.payload) for line in lines}
    if not isinstance(steps.get(seq), events.Undone):
        raise AlreadyUndone
    earlier = [(at, step) for at, step in steps.items() if at <= seq]
    gone = [steps[at] for at in taken_out((), earlier)]
    back = [step for step in gone if not isinstance(step, events.Undone)]
    since = sum(at < seq for at in live.seqs)
    return Way(brought_back(state, back, since))


def _with_ticket(turn: Turn, repair: Repair, newcomer: Actor | None) -> Repair:
    """Whose seat it will be: a ticket that waits, or the next one, for a newcomer."""
    if not isinstance(repair, acts.Replace | acts.Late):
        return repair
    ticket = repair.ticket
    if newcomer is not None:
        held = turn.live.entrant_of(newcomer.person)
        ticket = held.ticket if held is not None else seating.next_ticket(turn)
    elif all(each.ticket != ticket for each in turn.live.entrants):
        raise UnknownEntrant("there is no such ticket")
    if ticket in turn.live.seats:
        raise AlreadyEntered("they have a seat already")
    return replace(repair, ticket=ticket)


async def _seat(turn: Turn, repair: Repair, newcomer: Actor | None) -> None:
    """Give whoever comes in the ticket that they play with."""
    if not isinstance(repair, acts.Replace | acts.Late):
        return
    ticket = repair.ticket
    if any(each.ticket == ticket for each in turn.live.entrants):
        await seating.promote(turn, [ticket])
    elif newcomer is not None:
        await seating.add(turn, newcomer, ticket, Standing.ENTERED.value, here=True)
        await turn.log("entered", {"ticket": ticket, "here": True})
    await seating.moved(turn)


async def _revive(turn: Turn) -> None:
    """An evening that was over goes on; its podium is shown anew when it ends anew."""
    if turn.event.phase is Phase.FINISHED:
        await turn.move_to(Phase.RUNNING)
        await turn.log(REVIVED)
        await cards.again(turn.tx, PODIUM_CARD, turn.subject)


def _not_their_own(
    live: Live, state: State, actor: Actor, repair: Repair, outcome: Outlook
) -> None:
    """Nobody rules on a match of their own; leaving, and being let in again, is not that."""
    me = live.seed_of(actor.person)
    if me is None:
        return
    if isinstance(repair, acts.Withdraw | acts.Reinstate) and repair.seat == me:
        return
    about: dict[MatchId, Match] = {}
    for step in outcome.steps[:1]:
        about |= {match: state.match(match) for match in touched(state, step)}
    about |= {match: outcome.after.match(match) for match in outcome.decided}
    if any(match.has(me) for match in about.values()):
        raise OwnMatch


def _mark(live: Live, state: State, outcome: Outlook) -> str:
    """A short name of all that this touches, as it is now."""
    steps: list[object] = [
        [live.seqs[position] for position in step.positions]
        if isinstance(step, events.Undone)
        else step
        for step in outcome.steps
    ]
    about = [match for step in outcome.steps[:1] for match in touched(state, step)]
    known = dict.fromkeys((*about, *outcome.cleared, *outcome.decided))
    now = [state.match(match) for match in known if match in state.graph.places]
    matches = [(each.id, each.sides, each.stage.value, each.claim, each.result) for each in now]
    return hashlib.sha256(repr((steps, matches)).encode()).hexdigest()[:8]
