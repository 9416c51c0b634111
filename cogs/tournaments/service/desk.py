"""The desk of whoever runs an event: what blocks, is late, is disputed, and was done."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from cogs.tournaments.rules import events
from cogs.tournaments.rules.board import Match, Stage
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.crew import Act, Duty, Reach, must_reach, reach
from cogs.tournaments.rules.critical import blocking
from cogs.tournaments.rules.hosting import Trouble
from cogs.tournaments.rules.mistakes import Mistakes
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.rules.underground import may_have_one
from cogs.tournaments.service import looking
from cogs.tournaments.service.below import doubled
from cogs.tournaments.service.clocks import late
from cogs.tournaments.service.crew import Crew
from cogs.tournaments.service.figures import Figures
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.rooms import troubles
from cogs.tournaments.service.turn import MATCH_CARD
from cogs.tournaments.service.turns import Turns
from cogs.tournaments.service.volunteers import offers
from cogs.tournaments.store import history, underground
from cogs.tournaments.store.tickets import Entrant
from core.people import Actor, PersonId
from storage import cards
from storage.database import Tx

MOST_SHOWN: Final = 4  # lines of each kind on the card
DEEDS: Final = 25  # acts that can be chosen from
QUIET: Final = frozenset(("called", "arrived", "held", "released", "round_paired", "paired"))


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that can be undone: by its number in the log, never to be typed."""

    seq: int
    kind: str
    at: datetime
    by: PersonId | None
    staff: bool  # it carries a reason
    match: MatchId | None = None
    seat: int = 0


@dataclass(frozen=True, slots=True)
class Board:
    """An answer: all that one card of the desk shows. What they may not see is empty."""

    live: Live = field(repr=False)
    duties: frozenset[Duty]
    blocking: tuple[tuple[Match, int], ...]
    late: tuple[Match, ...]
    disputes: tuple[tuple[Match, datetime], ...]  # the oldest first
    troubles: Mapping[MatchId, Trouble]
    deeds: tuple[Deed, ...]  # their own, the newest first
    mistakes: Mistakes  # of the last events here
    threads: Mapping[MatchId, str]
    offers: tuple[Entrant, ...] = ()  # who would help, for those who may let them
    doubled: tuple[Entrant, ...] = ()  # who plays here and in its underground bracket
    may_go_below: bool = False  # one could be announced, by those who may


class Desk:
    """Reads only."""

    def __init__(self, turns: Turns, crew: Crew) -> None:
        self._turns = turns
        self._crew = crew
        self._figures = Figures()

    async def see(self, actor: Actor, tournament: int | None = None) -> Board:
        """Raises `NotAllowed` for players and spectators, `NoneHere`."""
        async with self._turns.db.read() as tx:
            event = await looking.meant(tx, actor, tournament, looking.at_desk)
            live = await self._turns.book.live(tx, event)
            duties = await self._crew.duties(actor, live, tx=tx)
            if reach(duties, Act.CAST) < Reach.ALL:
                must_reach(duties, Act.JUDGE)
            judges = reach(duties, Act.SEE_DISPUTES) is Reach.ALL
            log = await history.log_of(tx, live.id)
            flagged = await troubles(tx, live) if judges else {}
            board = Board(
                live,
                duties,
                blocking(live.state) if live.state and live.event.live else (),
                late(live, self._turns.clock.now()),
                _disputes(live, log) if judges else (),
                {match: what for match, what in flagged.items() if _open(live, match)},
                _own(deeds(live, log), actor) if judges else (),
                await self._figures.of_place(tx, actor.place),
                {},
                await _offers(tx, live, duties),
                await doubled(tx, self._turns.book, live) if judges else (),
                reach(duties, Act.RUN) is Reach.ALL and await _may_go_below(tx, live),
            )
            return await _with_threads(tx, board)

    async def deeds(self, actor: Actor, live: Live) -> tuple[Deed, ...]:
        """What could be undone, the newest first. Raises `NotAllowed`."""
        async with self._turns.db.read() as tx:
            await self._crew.may(actor, Act.JUDGE, live, tx=tx)
            return deeds(live, await history.log_of(tx, live.id))[:DEEDS]

    async def mistakes(self, live: Live) -> Mistakes:
        """Those of one event."""
        async with self._turns.db.read() as tx:
            return await self._figures.of_event(tx, live.id)

    async def lately(self, live: Live) -> Mistakes:
        """Those of the last events where this one is, together."""
        async with self._turns.db.read() as tx:
            return await self._figures.of_place(tx, live.event.place)


def deeds(live: Live, log: Iterable[history.Logged]) -> tuple[Deed, ...]:
    """What could be undone: of each match the last word, and every act of staff."""
    alive, found, said = set(live.seqs), list[Deed](), set[MatchId]()
    for line in reversed(list(log)):
        known = line.kind in events.KINDS and line.kind not in QUIET
        if not known or (line.kind != "undone" and line.seq not in alive):
            continue
        payload, match = line.payload, MatchId(line.payload.get("match", ""))
        if match and match in said and not line.reason:
            continue
        said.add(match)
        seat = payload.get("entrant") or payload.get("seat") or payload.get("one") or 0
        staff = line.reason is not None and line.actor is not None
        found.append(
            Deed(line.seq, line.kind, line.at, line.actor, staff, match or None, int(seat))
        )
    return tuple(found)


async def _offers(tx: Tx, live: Live, duties: frozenset[Duty]) -> tuple[Entrant, ...]:
    names = reach(duties, Act.NAME_CREW) is Reach.ALL and live.event.phase is Phase.RUNNING
    return await offers(tx, live) if names else ()


async def _may_go_below(tx: Tx, live: Live) -> bool:
    running = live.event.phase is Phase.RUNNING and not live.event.rehearsal
    if not running or live.state is None or not may_have_one(live.state):
        return False
    known = await underground.of(tx, live.id) or await underground.under(tx, live.id)
    return known is None


def _own(done: Iterable[Deed], actor: Actor) -> tuple[Deed, ...]:
    return tuple(each for each in done if each.staff and each.by == actor.person)[:5]


def _open(live: Live, match: MatchId) -> bool:
    if live.state is None or match not in live.state.graph.places:
        return False
    return live.event.live and live.state.match(match).result is None


def _disputes(live: Live, log: Iterable[history.Logged]) -> tuple[tuple[Match, datetime], ...]:
    if live.state is None:
        return ()
    since = {line.payload["match"]: line.at for line in log if line.kind == "disputed"}
    disputed = [match for match in live.state.open if match.stage is Stage.DISPUTED]
    return tuple(sorted(((each, since[each.id]) for each in disputed), key=lambda pair: pair[1]))


async def _with_threads(tx: Tx, board: Board) -> Board:
    """Where the matches that are shown first are talked about."""
    shown = [match for match, _ in board.blocking[:MOST_SHOWN]]
    shown += [*board.late[:MOST_SHOWN], *(match for match, _ in board.disputes[:MOST_SHOWN])]
    wanted = dict.fromkeys([*(match.id for match in shown), *board.troubles])
    threads = {}
    for match in list(wanted)[: 4 * MOST_SHOWN]:
        thread = await cards.where(tx, MATCH_CARD, f"{board.live.id}:{match}")
        if thread is not None:
            threads[match] = thread
    return replace(board, threads=threads)
