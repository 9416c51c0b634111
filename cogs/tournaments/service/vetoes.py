"""Who takes which map, in the thread of a match: one choice, one line in the log.

The log holds numbers only: whose choice, the how-manieth, and its place in the game's list. What
was chosen and whose turn it is follow from it, so a restart in the middle loses nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import Any, Final

from cogs.tournaments.rules import hosting, veto
from cogs.tournaments.rules.board import DUEL, Match, Stage
from cogs.tournaments.rules.bracket import NOBODY, MatchId
from cogs.tournaments.rules.presets import Preset
from cogs.tournaments.rules.refusals import NotAChoice, NothingToChoose, NotPlaying, PlayRefusal
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.rules.veto import Act, Kind, Veto
from cogs.tournaments.rules.veto import Turn as Due
from cogs.tournaments.service.clocks import VETO
from cogs.tournaments.service.live import RESUMED, Live
from cogs.tournaments.service.marks import meant
from cogs.tournaments.service.playing import show_match
from cogs.tournaments.service.presets import Presets
from cogs.tournaments.service.turn import Turn
from cogs.tournaments.service.turns import Turns
from cogs.tournaments.store import history
from core.people import Actor
from core.timers import Bell, Timer
from storage import timers
from storage.database import Tx

CHOSEN: Final = "veto_chosen"
LOST: Final = "veto_lost"  # a game of it, where the loser picks the next map


@dataclass(frozen=True, slots=True)
class Choosing:
    """Where the choice of maps stands in a match; `until` is when the clock chooses."""

    game: Preset
    veto: Veto
    until: datetime

    @property
    def turn(self) -> Due | None:
        return veto.next_turn(self.veto)

    @property
    def asks_who_lost(self) -> bool:
        """The next map waits for the end of a game: its loser will choose."""
        loses = self.veto.procedure.kind is Kind.LOSER_PICKS
        more = len(self.veto.losers) + 1 < self.veto.best_of
        return loses and more and self.turn is None and not self.veto.decided


class Vetoes:
    def __init__(self, turns: Turns, presets: Presets) -> None:
        self._turns = turns
        self._presets = presets

    def bells(self) -> Mapping[str, Bell]:
        return MappingProxyType({VETO: self.ring})

    async def of(self, live: Live, match: Match) -> Choosing | None:
        """None where there is nothing to choose in this game, or nothing yet."""
        async with self._turns.db.read() as tx:
            return await self._read(tx, live, match)

    async def choose(
        self, actor: Actor, tournament: int, match: str, number: int, choice: int
    ) -> Live:
        """Take or ban a map, or say how to start; `number` is the how-manieth choice it is.

        Pressed twice is once. Raises `NotPlaying`, `NothingToChoose`, `NotYourTurn`,
        `AlreadyTaken`, `NotAChoice`, `Standstill`.
        """
        async with self._turns.on(actor, tournament, self._turns.entered) as turn:
            found, side, choosing = await self._mine(turn, actor, match)
            if number < len(choosing.veto.chosen):
                return turn.live
            now = choosing.turn
            if now is None:
                raise NothingToChoose
            names = _named(choosing.veto, now.act)
            if not 0 <= choice < len(names):
                raise NotAChoice
            after = veto.choose(choosing.veto, side, names[choice])
            seat = found.sides[side] or NOBODY
            await self._written(turn, found, choosing, seat, choice)
            await _wind(turn, found, after)
            return turn.live

    async def lost(self, actor: Actor, tournament: int, match: str, number: int) -> Live:
        """Say that one has lost a game, and so picks the next map; `number` games were before.

        Pressed twice is once. Raises `NotPlaying`, `NothingToChoose`, `Standstill`.
        """
        async with self._turns.on(actor, tournament, self._turns.entered) as turn:
            found, side, choosing = await self._mine(turn, actor, match)
            if number < len(choosing.veto.losers):
                return turn.live
            if not choosing.asks_who_lost:
                raise NothingToChoose
            payload = {"match": found.id, "by": found.sides[side], "at": number}
            await turn.log(LOST, payload)
            await _wind(turn, found, veto.played(choosing.veto, side))
            return turn.live

    async def ring(self, tx: Any, timer: Timer) -> Iterable[object]:  # noqa: ANN401 - a Bell
        """Whoever waited too long: a lot chooses that everybody can check."""
        number, _, match_id = timer.key.partition(":")
        try:
            turn = await self._turns.taken(tx, int(number))
        except hosting.NoneHere:
            return ()
        found = _live(turn, match_id)
        choosing = await self._read(tx, turn.live, found) if found else None
        if found is None or choosing is None or (now := choosing.turn) is None:
            return ()
        if turn.now < choosing.until:
            await timers.arm(tx, Timer(VETO, timer.key, choosing.until))
            return ()
        after = veto.timed_out(choosing.veto, _lot(turn.live, found))
        chosen = after.chosen[len(choosing.veto.chosen)].choice
        choice = _named(choosing.veto, now.act).index(chosen)
        await self._written(turn, found, choosing, NOBODY, choice)
        await _wind(turn, found, after)
        return turn.facts

    async def _mine(self, turn: Turn, actor: Actor, match_id: str) -> tuple[Match, int, Choosing]:
        me, found = turn.live.seed_of(actor.person), meant(turn.live, turn.state, match_id)
        if me is None or not found.has(me):
            raise NotPlaying
        if turn.event.paused_at is not None:
            raise hosting.Standstill
        choosing = await self._read(turn.tx, turn.live, found)
        if choosing is None or found.stage is not Stage.LIVE:
            raise NothingToChoose
        return found, found.sides.index(me), choosing

    async def _written(
        self, turn: Turn, match: Match, choosing: Choosing, seat: int, choice: int
    ) -> None:
        number = len(choosing.veto.chosen)
        payload = {"match": match.id, "by": seat, "at": number, "choice": choice}
        await turn.log(CHOSEN, payload)

    async def _read(self, tx: Tx, live: Live, match: Match) -> Choosing | None:
        game, called = self._presets.find(live.event.game), live.called.get(match.id)
        duel = len(match.sides) == DUEL and None not in match.sides
        begun = match.stage not in {Stage.WAITING, Stage.OPEN, Stage.CALLED}
        if game is None or game.procedure.kind is Kind.NONE or called is None:
            return None
        if not (duel and begun and live.state):
            return None
        kinds = (CHOSEN, LOST, "arrived", RESUMED)
        known = await history.log_of(tx, live.id, since=called, kinds=kinds)
        lines = [line for line in known if line.payload.get("match") == match.id]
        lot = _lot(live, match)
        first = veto.begin(game.procedure, live.state.best_of(match.id), veto.toss(lot))
        since = lines[-1].at if lines else called
        until = since + timedelta(seconds=game.procedure.seconds) + _stood_still(known, since)
        return Choosing(game, _told(first, match, lines, lot), until)


def _stood_still(lines: Sequence[history.Logged], since: datetime) -> timedelta:
    """How long the event was paused since then: nobody's time ran."""
    still = timedelta()
    for line in lines:
        if line.kind == RESUMED and line.at > since:
            still += line.at - max(since, datetime.fromtimestamp(line.payload["since"], UTC))
    return still


def _told(one: Veto, match: Match, lines: Sequence[history.Logged], lot: str) -> Veto:
    """The choice as the log has it; a file that was changed meanwhile ends it where it is."""
    for line in lines:
        by = line.payload.get("by", NOBODY)
        try:
            if line.kind == LOST:
                one = veto.played(one, match.sides.index(by))
            elif line.kind == CHOSEN and by:
                now = veto.next_turn(one)
                names = _named(one, now.act) if now else ()
                one = veto.choose(one, match.sides.index(by), names[line.payload["choice"]])
            elif line.kind == CHOSEN:
                one = veto.timed_out(one, lot)
        except (PlayRefusal, ValueError, IndexError):
            return one
    return one


def _named(one: Veto, act: Act) -> tuple[str, ...]:
    """The list that a number in the log counts in."""
    return one.procedure.starts if act is Act.START else one.procedure.pool


def _lot(live: Live, match: Match) -> str:
    return f"{live.event.secret}:{match.id}"


def _live(turn: Turn, match_id: str) -> Match | None:
    """The match, while it is played; None where the event stands still or is over."""
    state = turn.live.state
    if state is None or turn.event.phase is not Phase.RUNNING or turn.event.paused_at:
        return None
    place = state.graph.places.get(MatchId(match_id))
    found = None if place is None else state.board[place]
    return found if found and found.stage is Stage.LIVE else None


async def _wind(turn: Turn, match: Match, after: Veto) -> None:
    """Show what was chosen, and give the next one as much time."""
    key = f"{turn.subject}:{match.id}"
    await timers.cancel(turn.tx, VETO, key)
    if veto.next_turn(after) is not None:
        due = turn.now + timedelta(seconds=after.procedure.seconds)
        await timers.arm(turn.tx, Timer(VETO, key, due))
    await show_match(turn, match)
