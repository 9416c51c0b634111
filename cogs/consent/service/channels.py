"""A channel's yes: opened by those who run the place, announced, watched a day later, paused."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from cogs.consent import store
from cogs.consent.rules.channels import (
    OPEN_STATES,
    PURGE_AFTER,
    Act,
    AgeRestricted,
    NotNow,
    State,
    TooPowerful,
    WatchNotAllowed,
    after,
    may_watch,
    told,
)
from cogs.consent.rules.facts import ChannelMoved, Status, WatchChanged, Withdrew
from cogs.consent.rules.scopes import Scope
from cogs.consent.service.consents import take_back
from cogs.consent.service.memory import Memory
from cogs.people.rules import must_be_somewhere
from cogs.people.service import People
from config.settings import Settings
from core.clock import Clock
from core.courier import Letter
from core.errors import NotAllowed
from core.news import News
from core.people import Actor, PersonId, Platform, Role
from core.timers import Timer
from storage import cards, outbox, timers
from storage.database import Database, Tx

NOTICE = "consent.notice"
WATCH_BEGIN = "consent.watch_begin"
PURGE = "consent.purge"
ZONE = ZoneInfo("Europe/Paris")


@dataclass(frozen=True, slots=True)
class Room:
    """A Discord channel, as far as it matters whether it may be opened."""

    channel: str
    age_restricted: bool = False
    all_powerful: bool = False  # the bot holds Administrator there


class Channels:
    """The only writer of channels and their states."""

    def __init__(  # noqa: PLR0913 - what it is built from, by name
        self,
        *,
        db: Database,
        clock: Clock,
        news: News,
        people: People,
        memory: Memory,
        settings: Settings,
        production: bool,
    ) -> None:
        self._db = db
        self._clock = clock
        self._news = news
        self._people = people
        self._memory = memory
        self._settings = settings
        self._production = production
        self._watched = False
        news.on(ChannelMoved, self._has_moved)

    async def load(self) -> None:
        """Take up the state of every channel; pause what production does not allow any more."""
        await self._memory.load()
        if not self.may_watch():
            async with self._db.read() as tx:
                every = await store.every_channel(tx)
            for each in every:
                if each.state in (State.WATCH, State.WATCH_PENDING):
                    await self.stop_reading(each.channel)
        self._watched = False
        if self._memory.watching:
            self._watched = True
            await self._news.tell(WatchChanged(watching=True))

    async def open(self, actor: Actor, room: Room) -> None:
        """Have the notice posted; once it stands there, what is addressed to the bot is read.

        Raises `NotAllowed`, `NotHere`, `AgeRestricted`, `TooPowerful`, `NotNow`.
        """
        _must_run_it(actor)
        if room.age_restricted:
            raise AgeRestricted
        if room.all_powerful:
            raise TooPowerful
        now = self._clock.now()
        async with self._db.write() as tx:
            found = await store.channel_at(tx, room.channel)
            if found is None:
                found = await store.add_channel(tx, actor.place, room.channel, now)
            _must_be_there(actor, found)
            state = after(found.state, Act.OPEN)
            fresh = {"message": None, "pinned": False, "watch_from": None}
            found = await store.change_channel(
                tx, found.id, state=state.value, changed_at=now, notice=found.notice + 1, **fresh
            )
            await timers.cancel(tx, PURGE, str(found.id))
            await cards.want(tx, NOTICE, subject_of(found), found.channel)
        await self.look_in(found.channel)

    async def watch(self, actor: Actor, number: str) -> Status:
        """Announce that in 24 hours those who say yes are read here.

        Raises `NotAllowed`, `WatchNotAllowed` where production lacks a gate, `NotNow`.
        """
        _must_run_it(actor)
        if not self.may_watch():
            raise WatchNotAllowed
        now = self._clock.now()
        begins = now + timedelta(hours=self._settings.consent.watch_notice_hours)
        language = await self._people.language_of(actor.place)
        async with self._db.write() as tx:
            found = await self._step(tx, actor, number, Act.ASK_WATCH)
            found = await store.change_channel(tx, found.id, watch_from=begins)
            await timers.arm(tx, Timer(WATCH_BEGIN, str(found.id), begins))
            local = begins.astimezone(ZONE)
            key, day, hour = "consent-watch-announced", f"{local:%d/%m}", f"{local:%H:%M}"
            await self._post(tx, found, "watch", key, language, day=day, hour=hour)
            await cards.again(tx, NOTICE, subject_of(found))
        await self.look_in(number)
        return Status(found.state, begins)

    async def pause(self, actor: Actor, number: str) -> None:
        """Read nothing here, at once. Raises `NotAllowed`, `NotNow` for what is not open."""
        _must_run_it(actor)
        here = self._memory.channel(number)
        if here is not None:
            _must_be_there(actor, here)
        if not await self.stop_reading(number):
            raise NotNow

    async def close(self, actor: Actor, number: str) -> None:
        """Read nothing here any more; the yeses said for this channel end with it.

        Raises `NotAllowed`, `NotNow` for a channel that was never opened.
        """
        _must_run_it(actor)
        self._memory.hush(number)
        async with self._db.write() as tx:
            people = await self._shut(tx, await self._step(tx, actor, number, Act.CLOSE))
        await self._has_shut(number, people)

    async def vanished(self, number: str) -> None:
        """The channel, its server or our place in it is gone: the same as closing it."""
        here = self._memory.channel(number)
        if here is None or here.state is State.CLOSED:
            return
        self._memory.hush(number)
        async with self._db.write() as tx:
            state = after(here.state, Act.CLOSE)
            people = await self._shut(tx, await self._write(tx, here, state))
        await self._has_shut(number, people)

    async def state(self, actor: Actor, number: str) -> Status:
        """What those who run the place may know of a channel. Raises `NotAllowed`."""
        _must_run_it(actor)
        async with self._db.read() as tx:
            found = await store.channel_at(tx, number)
            if found is None:
                return Status(State.ABSENT)
            _must_be_there(actor, found)
            count = await store.watchers(tx, found.id, self._clock.now())
        return Status(found.state, found.watch_from, told(count))

    async def stop_reading(self, number: str) -> bool:
        """Pause an open channel, and say so in it. False where nothing was read anyway."""
        here = self._memory.channel(number)
        if here is None or here.state not in OPEN_STATES:
            return False
        self._memory.hush(number)
        language = await self._people.language_of(here.place)
        async with self._db.write() as tx:
            found = await store.channel(tx, here.id)
            paused = found is not None and found.state in OPEN_STATES
            if found is not None and paused:
                await self._write(tx, found, after(found.state, Act.PAUSE))
                await timers.cancel(tx, WATCH_BEGIN, str(found.id))
                await self._post(tx, found, "pause", "consent-watch-paused", language)
        await self._news.tell(ChannelMoved(number))
        return paused

    async def look_in(self, number: str) -> None:
        """Remember what is written of a channel, and tell those who must know."""
        await self._memory.look_in(number)
        watching = self._memory.watching
        if watching != self._watched:
            self._watched = watching
            await self._news.tell(WatchChanged(watching))

    def may_watch(self) -> bool:
        """Whether every gate of production is met; on loopback there is none (L-18)."""
        settings = self._settings
        return not self._production or may_watch(
            dpia=settings.dpia.ref,
            signed=settings.dpia.date,
            officer=settings.dpo.contact,
            permission=settings.discord.permission_ref,
            today=self._clock.now().date(),
        )

    async def _has_moved(self, fact: ChannelMoved) -> None:
        await self.look_in(fact.channel)

    async def _step(self, tx: Tx, actor: Actor, number: str, act: Act) -> store.Channel:
        found = await store.channel_at(tx, number)
        if found is None:
            raise NotNow
        _must_be_there(actor, found)
        return await self._write(tx, found, after(found.state, act))

    async def _write(self, tx: Tx, found: store.Channel, state: State) -> store.Channel:
        now = self._clock.now()
        return await store.change_channel(tx, found.id, state=state.value, changed_at=now)

    async def _shut(self, tx: Tx, found: store.Channel) -> set[PersonId]:
        """End what was said for this channel; who had said yes to being read in it."""
        now = self._clock.now()
        yeses = await store.standing_in(tx, found.id, now)
        await take_back(tx, yeses, now)
        await timers.cancel(tx, WATCH_BEGIN, str(found.id))
        await timers.arm(tx, Timer(PURGE, str(found.id), now + PURGE_AFTER))
        await cards.again(tx, NOTICE, subject_of(found))
        return {yes.person for yes in yeses}

    async def _has_shut(self, number: str, people: Collection[PersonId]) -> None:
        # Remembered, a yes would come back with the channel: it may be opened again within a day.
        for person in people:
            await self._memory.look_at(person)
            await self._news.tell(Withdrew(person, frozenset({Scope.WATCH})))
        await self._news.tell(ChannelMoved(number))

    async def _post(
        self, tx: Tx, found: store.Channel, what: str, key: str, language: str, **slots: str
    ) -> None:
        nonce = f"{what}:{found.id}:{int(self._clock.seconds())}"
        target = f"channel:{found.channel}"
        await outbox.post(tx, Letter(nonce, Platform.DISCORD, target, key, language, slots))


def subject_of(found: store.Channel) -> str:
    """Each opening has a notice of its own: the card of the one before is not taken up again."""
    return f"{found.id}:{found.notice}"


def _must_run_it(actor: Actor) -> None:
    actor.must_be(Role.OWNER)
    must_be_somewhere(actor)


def _must_be_there(actor: Actor, found: store.Channel) -> None:
    if found.place != actor.place:
        raise NotAllowed
