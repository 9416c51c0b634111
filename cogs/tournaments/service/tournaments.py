"""The way in: what players and hosts may do, one transaction each, news after it is kept."""

import secrets

from cogs.people.rules import StreamConnected
from cogs.people.service import People
from cogs.tournaments.rules import commands, hosting
from cogs.tournaments.rules.board import Match
from cogs.tournaments.rules.crew import Act
from cogs.tournaments.rules.refusals import AlreadySettled, OthersNow
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.service import (
    descent,
    gathering,
    latecomers,
    looking,
    matches,
    reminders,
    upcoming,
)
from cogs.tournaments.service.announcing import Created, hash_of
from cogs.tournaments.service.below import way_down
from cogs.tournaments.service.crew import Crew
from cogs.tournaments.service.facts import Joined, Left, Moved, Next
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.marks import meant
from cogs.tournaments.service.playing import play
from cogs.tournaments.service.turn import Turn
from cogs.tournaments.service.turns import Turns
from cogs.tournaments.store import announced, tickets, underground
from core.people import Actor, PersonId, PlaceId, Platform, Venue
from storage.database import Tx


class Tournaments:
    """The only writer of the tournament tables."""

    def __init__(
        self,
        turns: Turns,
        people: People,
    ) -> None:
        self._turns = turns
        self._crew = Crew(turns.db)
        self._db = turns.db
        self._clock = turns.clock
        self._book = turns.book
        self._people = people

    async def join(self, actor: Actor, tournament: int | None = None, stream: str = "") -> Joined:
        """Take a seat, or a place in the line. Twice is once; `stream` is the chat it came from.

        Raises `NoneHere`, `RegistrationClosed`, and of an underground bracket what
        `descent.come_down` raises.
        """
        async with self._turns.on(actor, tournament, self._to_join) as turn:
            known = turn.event.streams
            if stream and stream not in known:  # a chat connected since: it is told from now on
                await turn.change(streams=(*known, stream))
            if below := await underground.of(turn.tx, turn.event.id):
                return await descent.come_down(turn, self._book, below, actor)
            if upcoming.open_arena(turn.live):
                return await latecomers.come_in(turn, actor)
            return await reminders.with_hope(turn, await gathering.enter(turn, actor))

    async def _to_join(self, tx: Tx, actor: Actor) -> announced.Event | None:
        """What is open to them alone comes first."""
        below = await way_down(tx, self._book, actor.place, actor.person)
        return below.event if below else await looking.to_join(tx, actor)

    async def leave(self, actor: Actor, tournament: int | None = None) -> Left:
        """Give the seat back; once drawn, withdraw. Raises `NoneHere`, `NotEntered`."""
        async with self._turns.on(actor, tournament, self._turns.entered) as turn:
            return await gathering.leave(turn, actor)

    async def check_in(self, actor: Actor, tournament: int | None = None) -> Joined:
        """Say "I'm here" before the draw.

        Raises `NoneHere`, `NotEntered`, `CheckInNotOpen`, `CheckInOver`.
        """
        async with self._turns.on(actor, tournament, self._turns.entered) as turn:
            return await gathering.check_in(turn, actor)

    async def draw(self, actor: Actor, tournament: int | None = None) -> Live:
        """Close the check-in and draw.

        Raises `NotAllowed`, `NoneHere`, `AlreadyDrawn`, `TooFew`.
        """
        async with self._turns.on(actor, tournament, looking.to_start) as turn:
            await self._crew.may(actor, Act.SEED, turn.live, tx=turn.tx)
            await gathering.draw(turn)
            return turn.live

    async def start(self, actor: Actor, tournament: int | None = None) -> Live:
        """Play now, drawing first if need be. Raises `NotAllowed`, `NoneHere`, `TooFew`."""
        async with self._turns.on(actor, tournament, looking.to_start) as turn:
            await self._crew.may(actor, Act.SEED, turn.live, tx=turn.tx)
            if turn.event.phase in {Phase.FINISHED, Phase.CANCELLED}:
                raise hosting.NoneHere
            await gathering.start(turn)
            return turn.live

    async def call_off(self, actor: Actor, tournament: int | None = None) -> Live:
        """No more of it. Raises `NotAllowed`, `NoneHere`, `NotRunning` once it is finished."""
        async with self._turns.on(actor, tournament, looking.soonest) as turn:
            await self._crew.may(actor, Act.RUN, turn.live, tx=turn.tx)
            if turn.event.phase is Phase.FINISHED:
                raise hosting.NotRunning
            await gathering.call_off(turn)
            return turn.live

    async def arrive(
        self, actor: Actor, tournament: int | None = None, match: str | None = None
    ) -> Moved:
        """Say "I'm here" to a match that was called. Raises what the rules refuse."""
        async with self._turns.on(actor, tournament, self._turns.entered) as turn:
            return await matches.arrive(turn, actor, match)

    async def report(
        self,
        actor: Actor,
        won: bool | None,
        score: tuple[int, int] | None = None,
        tournament: int | None = None,
        match: str | None = None,
        *,
        order: tuple[int, ...] = (),
    ) -> Moved:
        """Say how one's match ended, one's own games first. The loser's word settles it.

        `order` are the seats of a lobby, the best first. Raises `SayHere` for a typed report
        before anybody came, and what the rules refuse.
        """
        async with self._turns.on(actor, tournament, self._turns.entered) as turn:
            return await matches.report(turn, actor, matches.Told(won, score, match, order))

    async def confirm(
        self, actor: Actor, tournament: int | None = None, match: str | None = None
    ) -> Moved:
        """Agree with what the other side reported. Twice is once."""
        async with self._turns.on(actor, tournament, self._turns.entered) as turn:
            return await matches.confirm(turn, actor, match)

    async def dispute(
        self, actor: Actor, tournament: int | None = None, match: str | None = None
    ) -> Moved:
        """Disagree with what the other side reported: a host decides. Twice is once."""
        async with self._turns.on(actor, tournament, self._turns.entered) as turn:
            return await matches.dispute(turn, actor, match)

    async def take_back(
        self, actor: Actor, tournament: int | None = None, match: str | None = None
    ) -> Moved:
        """Withdraw one's own report: the last, where no match is named.

        Settled, that is for ten minutes and until play goes on. Raises what the rules refuse.
        """
        async with self._turns.on(actor, tournament, self._turns.entered) as turn:
            return await matches.take_back(turn, actor, match)

    async def flag(
        self, actor: Actor, trouble: hosting.Trouble, tournament: int, match: str
    ) -> Moved:
        """Tell the hosts that something is wrong with one's match. Raises `AlreadySettled`."""
        async with self._turns.on(actor, tournament, self._turns.entered) as turn:
            return await matches.flag(turn, actor, match, trouble)

    async def rule(self, actor: Actor, tournament: int, verdict: matches.Verdict) -> Live:
        """Declare who won, with a reason both sides see.

        Raises `NotAllowed`, `OwnMatch`, and `Changed` where it was settled otherwise meanwhile, or
        where others sit there than did when the verdict was asked for.
        """
        async with self._turns.on(actor, tournament, looking.soonest) as turn:
            await self._crew.may(actor, Act.JUDGE, turn.live, tx=turn.tx)
            match = _still(turn, verdict.match)
            mine = turn.live.seed_of(actor.person)
            if mine is not None and match.has(mine):
                raise hosting.OwnMatch
            command = commands.Rule(match.id, verdict.winner, verdict.score, verdict.order)
            try:
                await play(turn, command, reason=verdict.reason.value)
            except AlreadySettled:
                raise hosting.Changed from None
            return turn.live

    async def new_overlay(self, actor: Actor, tournament: int | None = None) -> Created:
        """A new address for the overlays; the old one shows nothing more. Raises `NotAllowed`."""
        token = secrets.token_urlsafe(24)
        async with self._turns.on(actor, tournament, looking.soonest) as turn:
            await self._crew.may(actor, Act.RUN, turn.live, tx=turn.tx)
            await announced.change(turn.tx, turn.event.id, overlay=hash_of(token))
            return Created(turn.live, token)

    async def my_match(self, actor: Actor) -> Next:
        """The one thing that somebody's evening waits for, wherever they ask."""
        async with self._db.read() as tx:
            return await upcoming.next_of(tx, self._book, actor, self._clock.now())

    async def here(self, place: PlaceId) -> list[Live]:
        """What is announced or played in a place; where there is nothing, the last that was."""
        async with self._db.read() as tx:
            return await looking.here(tx, self._book, place)

    async def see(self, tournament: int) -> Live:
        """One tournament, for whoever shows it. Raises `NoneHere`."""
        async with self._db.read() as tx:
            return await self._book.open(tx, announced.TournamentId(tournament))

    async def by_page(self, page: str) -> Live:
        """The tournament of a public page. Raises `NoneHere`."""
        async with self._db.read() as tx:
            return await self._book.live(tx, await announced.by_page(tx, page))

    async def by_overlay(self, token: str) -> Live:
        """The tournament of an overlay. Raises `NoneHere`."""
        async with self._db.read() as tx:
            return await self._book.live(tx, await announced.by_overlay(tx, hash_of(token)))

    async def stream_connected(self, fact: StreamConnected) -> None:
        """A stream has found its home: it is told of what is announced or played there."""
        home = await self._people.home_of(Venue(Platform.TWITCH, fact.stream))
        async with self._db.write() as tx:
            for event in await announced.live_at(tx, home) if home else ():
                known = [stream for stream in event.streams if stream != fact.stream]
                await announced.change(tx, event.id, streams=[*known, fact.stream])

    async def merge(self, tx: Tx, leaving: PersonId, staying: PersonId) -> None:
        """Two accounts were two people and are one. A seat they would hold twice is held once."""
        for tournament, ticket in await tickets.merge(tx, leaving, staying):
            live = await self._book.open(tx, tournament)
            if live.state is None:
                turn = Turn(tx, live, self._clock.now(), staying)
                await gathering.let_go(turn, ticket)


def _still(turn: Turn, given: str) -> Match:
    """The match that staff has looked at. Raises `Changed` where it is another one by now."""
    try:
        return meant(turn.live, turn.state, given)
    except OthersNow:
        raise hosting.Changed from None
