"""How an evening comes to be: as a draft that its host reads first, then for everybody."""

import hashlib
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from cogs.people.service import People
from cogs.tournaments.rules import hosting
from cogs.tournaments.rules.crew import Act
from cogs.tournaments.rules.planning import any_game, planned
from cogs.tournaments.rules.roster import JOINABLE, Phase
from cogs.tournaments.rules.templates import Template, template
from cogs.tournaments.service import gathering, looking, seating, telling
from cogs.tournaments.service.columns import (
    COPIED,
    OF_MATCHES,
    evening_of,
    games_asked,
    settings_of,
    teams_of,
)
from cogs.tournaments.service.crew import Crew
from cogs.tournaments.service.facts import Opened, RosterMoved
from cogs.tournaments.service.live import CHANGED, REGISTRATION_CLOSED, REGISTRATION_OPENED, Live
from cogs.tournaments.service.presets import Presets
from cogs.tournaments.service.turn import Turn
from cogs.tournaments.service.turns import Turns
from cogs.tournaments.store import announced
from cogs.tournaments.store.announced import Event
from config.settings import Tournaments as Knobs
from core.people import Actor, PlaceId
from core.timers import Timer
from storage import timers

NOWHERE: Final = PlaceId(0)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a host asks for; what is not given is as the game or the template has it."""

    template: str  # "" for the game's own format
    name: str
    channel: str
    starts_at: datetime
    size: int | None = None
    best_of: int | None = None
    game: str = ""  # "" for any game


@dataclass(frozen=True, slots=True)
class Changes:
    """What a host wants otherwise; None stays as it is."""

    name: str | None = None
    starts_at: datetime | None = None
    size: int | None = None
    best_of: int | None = None


@dataclass(frozen=True, slots=True)
class Created:
    """An answer: what was announced, and the one time that its overlays' token is told."""

    live: Live
    token: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was announced here, to choose from."""

    id: int
    name: str
    phase: Phase


class Announcing:
    """What a host does to a tournament before it is drawn."""

    def __init__(
        self,
        turns: Turns,
        people: People,
        knobs: Knobs,
        presets: Presets,
        luck: Callable[[], str] = lambda: secrets.token_hex(16),
    ) -> None:
        self._turns = turns
        self._crew = Crew(turns.db)
        self._people = people
        self._knobs = knobs
        self._presets = presets
        self._luck = luck

    async def create(self, actor: Actor, plan: Plan) -> Created:
        """Announce a tournament at once: its card, its hours, its line in the chats.

        Raises `NotAllowed`, `NotInAPlace`, `UnknownTemplate`, `UnknownGame`, `GameNotForFormat`,
        `BadName`, `BadHour`, `BadSize`, `BadBestOf`.
        """
        return await self.publish(actor, (await self.draft(actor, plan)).id)

    async def draft(self, actor: Actor, plan: Plan) -> Live:
        """Write a tournament down that nobody sees yet. Raises the same as `create`."""
        await self._crew.may(actor, Act.RUN)
        ready = template(plan.template) if plan.template else None
        name = plan.game or any_game(ready)
        game = None if ready and not plan.game else self._presets[name]
        evening = planned(game, ready, plan.size, plan.best_of)
        values = self._hours(evening, plan.starts_at) | settings_of(evening) | self._waits(evening)
        values |= {"game": name, "name": hosting.event_name(plan.name), "channel": plan.channel}
        if game is not None:
            values |= teams_of(game.roster.min, game.roster.max, game.roster.substitutes)
        else:
            values |= teams_of(evening.team_size, evening.team_size, evening.substitutes)
        return await self._drafted(actor, values)

    async def copy(
        self, actor: Actor, earlier: int | Event, channel: str, changes: Changes
    ) -> Live:
        """Write down the settings of an earlier tournament of this place again, as a draft.

        Raises `NotAllowed`, `NoneHere`, `BadName`, `BadHour`, `BadSize`, `BadBestOf`.
        """
        await self._crew.may(actor, Act.RUN)
        if isinstance(earlier, int):
            earlier = (await self._seen(actor, earlier)).event
        event = earlier
        starts = changes.starts_at or event.starts_at + timedelta(days=7)
        values = {name: getattr(event, name) for name in COPIED}
        values |= self._hours(evening_of(event), starts)
        values["channel"] = channel
        values |= self._wished(event, changes)
        return await self._drafted(actor, values)

    async def change(self, actor: Actor, changes: Changes, tournament: int | None = None) -> Live:
        """Another name, hour, size or number of games, until the draw; announced, it only grows.

        Raises `NotAllowed`, `NoneHere`, `AlreadyDrawn`, `SmallerSize`, `NothingAsked`, `BadName`…
        """
        async with self._turns.on(actor, tournament, looking.drafted) as turn:
            await self._crew.may(actor, Act.RUN, turn.live, tx=turn.tx)
            event = turn.event
            if event.phase not in JOINABLE | {Phase.DRAFT}:
                raise hosting.AlreadyDrawn
            if event.phase is not Phase.DRAFT and (changes.size or event.size) < event.size:
                raise hosting.SmallerSize
            values = self._wished(event, changes)
            if changes.starts_at is not None:
                values |= self._hours(evening_of(event), changes.starts_at)
            if not values:
                raise hosting.NothingAsked
            await turn.change(**values)
            await self._changed(turn, changes)
            return turn.live

    async def publish(self, actor: Actor, tournament: int) -> Created:
        """Announce a draft. Raises `NotAllowed`, `NoneHere`, `BadHour`, `AlreadyAnnounced`."""
        token = secrets.token_urlsafe(24)
        async with self._turns.on(actor, tournament, looking.drafted) as turn:
            await self._crew.may(actor, Act.RUN, turn.live, tx=turn.tx)
            if turn.event.phase is not Phase.DRAFT:
                raise hosting.AlreadyAnnounced
            hours = self._hours(evening_of(turn.event), turn.event.starts_at)
            await announced.change(turn.tx, turn.event.id, overlay=hash_of(token))
            await turn.change(**hours | {"opened_at": turn.now})
            await turn.move_to(Phase.REGISTRATION)
            await timers.cancel(turn.tx, "tournaments.draft", turn.subject)
            await gathering.announce(turn)
            turn.tell(Opened(turn.event.id, actor.place))
            return Created(turn.live, token)

    async def registration(
        self, actor: Actor, *, opened: bool, tournament: int | None = None
    ) -> Live:
        """Let nobody more in, or again. Twice is once.

        Raises `NotAllowed`, `NoneHere`, `AlreadyDrawn`.
        """
        async with self._turns.on(actor, tournament, looking.to_start) as turn:
            await self._crew.may(actor, Act.GATHER, turn.live, tx=turn.tx)
            if turn.event.phase not in JOINABLE:
                raise hosting.AlreadyDrawn
            if turn.live.shut is opened:
                await turn.log(REGISTRATION_OPENED if opened else REGISTRATION_CLOSED)
                await turn.show()
                turn.tell(RosterMoved(turn.event.id))
            return turn.live

    async def earlier(self, actor: Actor) -> list[Earlier]:
        """What was announced here, the newest first: to be taken up again. Raises `NotAllowed`."""
        await self._crew.may(actor, Act.RUN)
        async with self._turns.db.read() as tx:
            events = await announced.announced_at(tx, actor.place)
        return [Earlier(event.id, event.name, event.phase) for event in events]

    async def seen(self, actor: Actor, tournament: int) -> Live:
        """One that its host prepares. Raises `NotAllowed`, `NoneHere`."""
        await self._crew.may(actor, Act.RUN)
        return await self._seen(actor, tournament)

    async def _seen(self, actor: Actor, tournament: int) -> Live:
        async with self._turns.db.read() as tx:
            event = await looking.meant(tx, actor, tournament, looking.drafted)
            return await self._turns.book.live(tx, event)

    async def _drafted(self, actor: Actor, values: Mapping[str, object]) -> Live:
        if actor.place == NOWHERE:
            raise hosting.NotInAPlace
        now = self._turns.clock.now()
        row = {
            **values,
            "place": actor.place,
            "phase": Phase.DRAFT.value,
            "opened_at": now,
            "secret": self._luck(),
            "page": secrets.token_urlsafe(9),
            "overlay": hash_of(secrets.token_urlsafe(24)),
            "language": await self._people.language_of(actor.place),
            "streams": await self._people.streams_of(actor.place),
        }
        async with self._turns.db.write() as tx:
            made = await announced.add(tx, row)
            turn = await self._turns.taken(tx, made, actor)
            await _forget_at(turn)
            return turn.live

    def _hours(self, evening: Template, starts: datetime) -> dict[str, object]:
        window = hosting.hours(evening, self._turns.clock.now(), starts)
        return {
            "check_in_opens": window.opens,
            "check_in_closes": window.closes,
            "starts_at": window.starts,
        }

    def _waits(self, evening: Template) -> dict[str, object]:
        return {
            "call_minutes": min(evening.no_show_minutes, self._knobs.call_minutes),
            "confirm_minutes": min(evening.confirm_minutes, self._knobs.confirm_minutes),
        }

    def _wished(self, event: Event, changes: Changes) -> dict[str, object]:
        """The columns that follow from what a host wants otherwise, the hours left out."""
        values: dict[str, object] = {}
        if changes.name is not None:
            values["name"] = hosting.event_name(changes.name)
        if changes.size is None and changes.best_of is None:
            return values
        size = event.size if changes.size is None else changes.size
        own = event.phase is Phase.DRAFT and not event.template  # the format follows the size
        game = self._presets.find(event.game) if own else None
        ready = None if game else evening_of(event)
        evening = planned(
            game, ready, size, changes.best_of or (games_asked(event) if game else None)
        )
        found = settings_of(evening) | {"template": event.template}
        return values | (found if own else {name: found[name] for name in OF_MATCHES})

    async def _changed(self, turn: Turn, changes: Changes) -> None:
        if turn.event.phase is Phase.DRAFT:
            await _forget_at(turn)
            return
        event = turn.event
        logged = {"size": event.size, "best_of": event.best_of}
        await turn.log(CHANGED, logged | {"starts": int(event.starts_at.timestamp())})
        if changes.starts_at is not None:
            await _rewind(turn)
        held = {entry.ticket for entry in turn.live.roster.entered}
        seated = turn.live.roster.resized(event.size).entered
        await seating.promote(turn, [each.ticket for each in seated if each.ticket not in held])
        await seating.moved(turn)


async def _forget_at(turn: Turn) -> None:
    """A draft that nobody publishes is gone at the hour it was for."""
    at = turn.event.starts_at
    await timers.arm(turn.tx, Timer("tournaments.draft", turn.subject, at))


async def _rewind(turn: Turn) -> None:
    """Set the clocks of registration and check-in anew, and tell the chats."""
    event = turn.event
    await timers.cancel(turn.tx, "tournaments.start", turn.subject)
    if event.phase is Phase.REGISTRATION:
        opens = Timer("tournaments.checkin_open", turn.subject, event.check_in_opens)
        await timers.arm(turn.tx, opens)
    else:
        closes = Timer("tournaments.checkin_close", turn.subject, event.check_in_closes)
        await timers.arm(turn.tx, closes)
    minutes = max(1, round((event.starts_at - turn.now) / timedelta(minutes=1)))
    what = f"at{int(event.starts_at.timestamp())}"
    await telling.now(turn, what, "games-chat-moved", event=event.name, minutes=minutes)


def hash_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
