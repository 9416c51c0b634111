"""A person's yeses: given one by one, withdrawn at once, over by themselves."""

from collections.abc import Callable, Collection, Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from cogs.consent import store
from cogs.consent.rules.channels import OPEN_STATES, Mode, NotNow
from cogs.consent.rules.facts import Choices, Shown, Stopped, Withdrew
from cogs.consent.rules.scopes import (
    ASKED,
    Age,
    AgeStands,
    Months,
    Scope,
    TooNew,
    TooYoung,
    ends,
    may_give,
    may_say,
    may_trust,
)
from cogs.consent.rules.words import ConsentedText
from cogs.consent.service.memory import Memory
from cogs.people.rules import Forgotten, Linked
from cogs.people.service import People
from core.clock import Clock
from core.news import News
from core.people import Actor, PersonId
from core.timers import Timer
from storage import timers
from storage.database import Database, Tx

EXPIRE = "consent.expire"
FORGET = "consent.forget_record"
KEPT = timedelta(days=365)  # a record outlives its yes by twelve months, to prove it was given
ZONE = ZoneInfo("Europe/Paris")
TRUSTED_ONLY = frozenset({Scope.WATCH, Scope.DM})
UNWRITTEN = frozenset({Scope.WATCH, Scope.DM, Scope.FOLLOW_UP})


class Consents:
    """The only writer of yeses and ages, and the only way to somebody's overheard words."""

    def __init__(  # noqa: PLR0913 - what it is built from, by name
        self,
        *,
        db: Database,
        clock: Clock,
        news: News,
        people: People,
        memory: Memory,
        months: Months,
        floor: int,
        production: bool,
    ) -> None:
        self._db = db
        self._clock = clock
        self._news = news
        self._people = people
        self._memory = memory
        self._months = months
        self._floor = floor
        self._production = production
        people.merges.append(store.move)
        news.on(Forgotten, self._was_forgotten)
        news.on(Linked, self._was_linked)

    def admit(
        self, author: str, channel: str, message: str, words_of: Callable[[], str]
    ) -> ConsentedText | None:
        """The author's own words, if they and the channel have both said yes; or nothing.

        `author`, `channel` and `message` are Discord's ids. Answered from memory, and `words_of`
        is not called before both yeses are there.
        """
        return self._memory.admit(author, channel, message, words_of)

    def mode(self, channel: str) -> Mode:
        """What may be read in the channel that Discord calls by this id."""
        return self._memory.mode(channel)

    def watching(self) -> bool:
        """Whether any channel is watched: only then are people's words asked of Discord."""
        return self._memory.watching

    async def may_write_first(self, tx: Tx, person: PersonId) -> bool:
        """Whether the bot may send `person` a private message now; asked where it is sent."""
        accounts = await self._people.accounts_in(tx, {person})
        if await store.suppressed(tx, accounts.get(person, ())):
            return False
        return await self.holds(tx, person, Scope.DM)

    async def holds(self, tx: Tx, person: PersonId, scope: Scope) -> bool:
        """Whether this yes stands now, at the age they said."""
        said = await store.age(tx, person)
        if not may_give(said[0] if said else Age.UNDISCLOSED, scope, self._floor):
            return False
        standing = await store.standing(tx, person, self._clock.now())
        return any(yes.scope is scope for yes in standing)

    async def age_of(self, person: PersonId) -> Age | None:
        """The bracket they said; None if they were never asked. Unknown counts as youngest."""
        async with self._db.read() as tx:
            said = await store.age(tx, person)
        return said[0] if said else None

    async def choices(self, person: PersonId, channel: str) -> Choices:
        """What this person has said yes to, `watch` as far as this channel goes."""
        here = self._memory.channel(channel)
        async with self._db.read() as tx:
            standing = await store.standing(tx, person, self._clock.now())
        return _choices(standing, here.id if here else None)

    def may_be_asked(self, age: Age) -> bool:
        """Whether the boxes of the card may be shown to somebody of this age at all."""
        return all(may_give(age, scope, self._floor) for scope in ASKED)

    def would_end(self, age: Age, given: datetime) -> datetime:
        """When `watch` and `dm` would be over, if they were given at this moment."""
        return ends(given, self._months.of(Scope.DM, age) or 0, ZONE)

    async def say_age(self, actor: Actor, age: Age) -> None:
        """Keep the bracket that `actor` says; what it does not allow is over at once.

        Under 13 nothing is kept at all. Raises `AgeStands` for somebody who grows too quickly.
        """
        now = self._clock.now()
        async with self._db.write() as tx:
            before = await store.age(tx, actor.person)
            if before and not may_say(age, before[0], now - before[1]):
                raise AgeStands
            standing = await store.standing(tx, actor.person, now)
            if age is Age.UNDER_13:
                await store.forget_age(tx, actor.person)
            elif before is None or before[0] is not age:
                await store.set_age(tx, actor.person, age, now)
            lost = [yes for yes in standing if not may_give(age, yes.scope, self._floor)]
            await take_back(tx, lost, now)
            await self._shorten(tx, [yes for yes in standing if yes not in lost], age, now)
        await self._memory.look_at(actor.person)
        if lost:
            scopes = frozenset(yes.scope for yes in lost)
            await self._news.tell(Withdrew(actor.person, scopes))

    async def choose(self, actor: Actor, ticked: Collection[Scope], shown: Shown) -> Choices:
        """Have exactly the `ticked` boxes of the card: what is new is given, the rest withdrawn.

        A box that was ticked before keeps its end. Raises what `give` raises.
        """
        here = self._memory.channel(shown.channel)
        before = (await self.choices(actor.person, shown.channel)).scopes
        off = before.intersection(ASKED) - set(ticked)
        if off:  # first, and whatever becomes of the rest
            await self._end(actor.person, off, here.id if here else None)
            await self._news.tell(Withdrew(actor.person, off))
        return await self.give(actor, ticked, shown)

    async def give(self, actor: Actor, scopes: Collection[Scope], shown: Shown) -> Choices:
        """Say yes to `scopes`, on the strength of the text that was `shown`.

        Raises `TooYoung`, `TooNew` for a newcomer's account, and `NotNow` for `watch` where the
        channel is not open.
        """
        async with self._db.write() as tx:
            await self._give(tx, actor, scopes, shown)
        await self._memory.look_at(actor.person)
        return await self.choices(actor.person, shown.channel)

    async def withdraw(self, person: PersonId, scopes: Collection[Scope]) -> None:
        """Take back these yeses, at once, wherever they were given."""
        lost = await self._end(person, scopes)
        await self._news.tell(Withdrew(person, lost))

    async def stop(self, person: PersonId) -> None:
        """Everything off, at once: no more reading, no more message from us."""
        await self._end(person, ASKED)
        await self._news.tell(Stopped(person))

    async def never_again(self, person: PersonId) -> None:
        """Do not write to them: `watch`, `dm` and `follow_up` are off, and a keyed hash says so.

        It outlives being forgotten, and is lifted by their own new yes to `dm` alone.
        """
        await self._end(person, UNWRITTEN, suppress=True)
        await self._news.tell(Stopped(person))

    async def erase(self, actor: Actor) -> None:
        """Forget `actor`, but for a keyed hash that says: do not write to them."""
        await self._end(actor.person, ASKED, suppress=True)
        await self._news.tell(Stopped(actor.person))
        await self._people.forget(actor.person)

    async def expire(self, tx: Tx, timer: Timer) -> Iterable[object]:
        """A yes is over: its record is kept for a while longer, to prove that it was given."""
        number = int(timer.key)
        yes = await store.find(tx, number)
        # Looked at again: the row may be gone, and its number somebody else's by now.
        if yes is None or yes.ends is None or yes.ends > self._clock.now():
            return ()
        await timers.arm(tx, Timer(FORGET, timer.key, self._clock.now() + KEPT))
        return [Withdrew(yes.person, frozenset({yes.scope}))]

    async def forget_record(self, tx: Tx, timer: Timer) -> Iterable[object]:
        """Delete the record of a yes that ended long enough ago."""
        await store.forget_before(tx, int(timer.key), self._clock.now() - KEPT)
        return ()

    async def _end(
        self,
        person: PersonId,
        scopes: Collection[Scope],
        here: store.ChannelId | None = None,
        *,
        suppress: bool = False,
    ) -> frozenset[Scope]:
        """Withdraw; where a channel is given, `watch` goes on in the others."""
        self._memory.forget(person)
        now = self._clock.now()
        async with self._db.write() as tx:
            standing = await store.standing(tx, person, now)
            lost = [
                yes
                for yes in standing
                if yes.scope in scopes and (here is None or yes.channel in (None, here))
            ]
            await take_back(tx, lost, now)
            if suppress:
                accounts = await self._people.accounts_in(tx, {person})
                await store.suppress(tx, accounts.get(person, ()), now)
        await self._memory.look_at(person)
        return frozenset(yes.scope for yes in lost)

    async def _give(self, tx: Tx, actor: Actor, scopes: Collection[Scope], shown: Shown) -> None:
        now = self._clock.now()
        said = await store.age(tx, actor.person)
        age = said[0] if said else Age.UNDISCLOSED
        if not all(may_give(age, scope, self._floor) for scope in scopes):
            raise TooYoung
        newcomer = not may_trust(shown.account, shown.membership)
        if self._production and newcomer and TRUSTED_ONLY & set(scopes):
            raise TooNew
        here = await store.channel_at(tx, shown.channel)
        if Scope.WATCH in scopes and (here is None or here.state not in OPEN_STATES):
            raise NotNow
        standing = await store.standing(tx, actor.person, now)
        held = _choices(standing, here.id if here else None).scopes
        for scope in set(scopes) - held:  # what stands keeps its end
            months = self._months.of(scope, age)
            until = ends(now, months, ZONE) if months else None
            channel = here.id if here and scope is Scope.WATCH else None
            record = store.Record(
                scope, shown.version, shown.language, age, shown.surface, now, until, channel
            )
            number = await store.add(tx, actor.person, record)
            if until:
                await timers.arm(tx, Timer(EXPIRE, str(number), until))
        if Scope.DM in scopes:  # they have changed their mind about "do not write to me"
            accounts = await self._people.accounts_in(tx, {actor.person})
            await store.unsuppress(tx, accounts.get(actor.person, ()))

    async def _shorten(self, tx: Tx, yeses: Iterable[store.Yes], age: Age, now: datetime) -> None:
        """Somebody younger than they said has the younger's time, from today on."""
        for yes in yeses:
            months = self._months.of(yes.scope, age)
            until = ends(now, months, ZONE) if months else None
            if until and yes.ends and until < yes.ends:
                await store.shorten(tx, yes.id, until)
                await timers.arm(tx, Timer(EXPIRE, str(yes.id), until))

    async def _was_forgotten(self, fact: Forgotten) -> None:
        self._memory.forget(fact.person)

    async def _was_linked(self, fact: Linked) -> None:
        self._memory.forget(fact.was)
        await self._memory.look_at(fact.person)


async def take_back(tx: Tx, yeses: Collection[store.Yes], now: datetime) -> None:
    """Withdraw these yeses; their records are kept for a while, to prove that they were given."""
    await store.withdraw(tx, [yes.id for yes in yeses], now)
    for yes in yeses:
        await timers.cancel(tx, EXPIRE, str(yes.id))
        await timers.arm(tx, Timer(FORGET, str(yes.id), now + KEPT))


def _choices(standing: Iterable[store.Yes], here: store.ChannelId | None) -> Choices:
    shown = [
        yes for yes in standing if yes.scope is not Scope.WATCH or (here and yes.channel == here)
    ]
    dates = [yes.ends for yes in shown if yes.scope in TRUSTED_ONLY and yes.ends]
    return Choices(frozenset(yes.scope for yes in shown), min(dates, default=None))
