"""The ladder: ratings of a game and a season, made again whenever a rated event ends."""

import asyncio
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from cogs.tournaments.rules import events
from cogs.tournaments.rules import ladder as rules
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.ladder import Bout, LadderBoard, Rater, Record, Skill
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.looking import tournament_id
from cogs.tournaments.service.seasons import season_of, span
from cogs.tournaments.service.turns import Turns
from cogs.tournaments.store import ratings
from core.people import Actor
from core.timers import Bell, Timer
from storage.database import Tx


@dataclass(frozen=True, slots=True)
class Standing:
    """An answer: the board of a game's season, as one person may see it."""

    game: str
    board: LadderBoard
    shy: bool  # they are on no board
    names: Mapping[int, str] = field(repr=False)


class Ladder:
    def __init__(self, turns: Turns, rater: Rater) -> None:
        self._turns = turns
        self._rater = rater

    async def see(self, actor: Actor, game: str) -> Standing:
        """The top ten of this season, one's neighbours, one's own best: for `actor` alone."""
        number = season_of(self._turns.clock.now())
        async with self._turns.db.read() as tx:
            records = await ratings.season(tx, game, number)
            hidden = await ratings.shy(tx)
            board = rules.board(records, actor.person, hidden)
            shown = [rung.person for rung in (*board.top, *board.around)]
            names = await ratings.names(tx, shown)
        return Standing(game, board, actor.person in hidden, names)

    async def stay_off(self, actor: Actor, *, wished: bool) -> None:
        """Be on no board, or come back. Play is rated all the same. Twice is once."""
        async with self._turns.db.write() as tx:
            await ratings.be_shy(tx, actor.person, wished=wished)

    def bells(self) -> dict[str, Bell]:
        return {"tournaments.rate": self._rate}

    async def _rate(self, tx: Tx, timer: Timer) -> Iterable[object]:
        live = await self._turns.book.open(tx, tournament_id(int(timer.key)))
        await self.settle(tx, live)
        return ()

    async def settle(self, tx: Tx, live: Live) -> None:
        """Make the season anew in which this event was played; nothing for one not rated."""
        event = live.event
        if not event.rated or not event.game:
            return
        number = season_of(event.starts_at)
        bouts: list[Bout] = []
        for tournament in await ratings.rated_in(tx, event.game, *span(number)):
            bouts += bouts_of(await self._turns.book.open(tx, tournament))
        start = await _start(tx, event.game, number)
        made = await asyncio.to_thread(partial(rules.season, bouts, self._rater, start))
        people = await ratings.known(tx, made)
        kept = {person: one for person, one in made.items() if one.played and person in people}
        await ratings.keep(tx, event.game, number, kept)


def bouts_of(live: Live) -> Iterator[Bout]:
    """The matches of an event, in the order in which they were settled."""
    if live.state is None:
        return
    order: dict[MatchId, int] = {}
    for position, step in enumerate(live.state.log):
        if isinstance(step, events.OfMatch):
            order[step.match] = position
    for match in sorted(order, key=order.__getitem__):
        found = live.state.match(match)
        result = found.result
        if result is None:
            continue
        seats = result.order or found.playing
        sides = tuple(live.people_of(seat) for seat in seats)
        if result.order:
            ranks = tuple(range(1, len(seats) + 1))
        elif result.drawn:
            ranks = (1,) * len(seats)
        else:
            ranks = tuple(1 if seat == result.winner else 2 for seat in seats)
        yield Bout(sides, ranks, result.ending, agreed=live.event.rated)


async def _start(tx: Tx, game: str, number: int) -> Mapping[int, Skill]:
    last = await ratings.last_before(tx, game, number)
    before: Mapping[int, Record] = await ratings.season(tx, game, last) if last is not None else {}
    return {person: rules.season_start(one.skill) for person, one in before.items()}
