"""Cases: opened by a person's click and nothing else, claimed by one mediator, ended with care."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from cogs.mediation.rules.case import (
    MOVES,
    OVER,
    Case,
    Entry,
    Need,
    Outcome,
    State,
    end_for,
    move,
    new_code,
)
from cogs.mediation.rules.hours import Staff
from cogs.mediation.rules.queue import Urgency, Waiting, in_order
from cogs.mediation.rules.refusals import (
    AlreadyTaken,
    HandsFull,
    NobodyWaits,
    NotYours,
    WrongMove,
)
from cogs.mediation.service.means import Means
from cogs.mediation.service.talks import Key
from cogs.mediation.store import cases as store
from cogs.mediation.store import offers, talks
from core.people import Actor, PersonId
from core.timers import Timer
from storage import timers
from storage.database import Tx

SHRED = "mediation.shred"
UNNAME = "mediation.unname"
NAME_KEPT = timedelta(days=30)  # after the end: whom a case was about
REOPENS = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class CaseOpened:
    """News: somebody has asked to talk."""

    case: int


@dataclass(frozen=True, slots=True)
class CaseMoved:
    """News: a case stands elsewhere than a moment ago."""

    case: int


@dataclass(frozen=True, slots=True)
class Opened:
    """What the person gets: the way into their room."""

    case: int
    token: str = field(repr=False)


class Cases:
    def __init__(self, means: Means) -> None:
        self._means = means

    async def open(self, actor: Actor, urgency: Urgency, entry: Entry, bracket: str) -> Opened:
        """A case for `actor`, who has just asked for it, and a new way into its room.

        Asked twice, it is one case; the second link closes the first. Somebody who left comes
        back to where they were.
        """
        now = self._means.clock.now()
        async with self._means.db.write() as tx:
            await offers.answered(tx, actor.person, now)
            case = await self._theirs(tx, actor, urgency, now)
            if case is None:
                case = await self._begin(tx, actor, urgency, entry, bracket)
            elif (await store.key_of(tx, case)) is None:
                await store.keep_key(tx, case, Key.new().sealed(self._means.seal))
            token = secrets.token_urlsafe(24)
            life = timedelta(minutes=self._means.settings.mediation.room_link_minutes)
            await talks.add_room(tx, case, self._means.seal.hash("room", token), now + life)
        await self._means.news.tell(CaseOpened(case))
        return Opened(case, token)

    async def _theirs(self, tx: Tx, actor: Actor, urgency: Urgency, now: datetime) -> int | None:
        """Their open case, or the one they left not long ago, which waits again.

        How urgent it is, is what they have just said, not what they said the last time.
        """
        last = await store.last_of(tx, actor.person)
        if last is None:
            return None
        if last.closed_at is None:
            await store.change(tx, last.id, urgency=urgency.value)
            return last.id
        if last.state is State.LEFT and now - last.closed_at < REOPENS:
            state = move(last.state, State.WAITING)
            fresh = {"closed_at": None, "outcome": None, "claimed_by": None}
            again = {"opened_at": now, "urgency": urgency.value}
            await store.step(tx, last.id, state, None, now, **fresh, **again)
            await timers.cancel(tx, SHRED, str(last.id))
            await timers.cancel(tx, UNNAME, str(last.id))
            return last.id
        return None

    async def _begin(
        self, tx: Tx, actor: Actor, urgency: Urgency, entry: Entry, bracket: str
    ) -> int:
        code = new_code(secrets.randbelow)
        while await store.code_is_taken(tx, code):
            code = new_code(secrets.randbelow)
        start = store.Start(code, actor.person, urgency, bracket, entry, actor.voice.language)
        case = await store.add(tx, start, self._means.clock.now())
        await store.keep_key(tx, case, Key.new().sealed(self._means.seal))
        return case

    async def waiting(self) -> list[Waiting]:
        """Who waits, in the order in which they are next."""
        async with self._means.db.read() as tx:
            return in_order(await store.waiting(tx))

    async def held_by(self, mediator: Staff) -> list[Case]:
        """The open cases of this mediator."""
        async with self._means.db.read() as tx:
            return await store.held_by(tx, mediator.id)

    async def claim(self, mediator: Staff, code: str) -> Case:
        """Take somebody who waits. Raises `AlreadyTaken`, `HandsFull`."""
        async with self._means.db.write() as tx:
            case = await store.by_code(tx, code)
            if case is None:
                raise AlreadyTaken
            await self._claim(tx, mediator, case.id)
        await self._means.news.tell(CaseMoved(case.id))
        return case

    async def next_person(self, mediator: Staff) -> str:
        """Take whoever is next, and say their code. Raises `NobodyWaits`, `HandsFull`."""
        async with self._means.db.write() as tx:
            queue = in_order(await store.waiting(tx))
            if not queue:
                raise NobodyWaits
            await self._claim(tx, mediator, queue[0].case)
        await self._means.news.tell(CaseMoved(queue[0].case))
        return queue[0].code

    async def _claim(self, tx: Tx, mediator: Staff, case: int) -> None:
        most = self._means.settings.mediation.talks_per_mediator
        if await store.count_held(tx, mediator.id) >= most:
            raise HandsFull
        if not await store.claim(tx, case, mediator.id, self._means.clock.now()):
            raise AlreadyTaken

    async def pass_on(self, mediator: Staff, code: str) -> None:
        """Give a person back to the queue, where their place is kept. Raises `NotYours`."""
        async with self._means.db.write() as tx:
            case = await mine(tx, mediator, code)
            state = move(case.state, State.WAITING)
            now = self._means.clock.now()
            await store.step(tx, case.id, state, mediator.id, now, claimed_by=None)
        await self._means.news.tell(CaseMoved(case.id))

    async def close(self, mediator: Staff, code: str, outcome: Outcome, need: Need) -> None:
        """End a case. Its key has some hours left. Raises `NotYours`, `WrongMove`."""
        now = self._means.clock.now()
        async with self._means.db.write() as tx:
            case = await mine(tx, mediator, code)
            state = end_for(outcome)
            if state not in MOVES[case.state] and state is State.LEFT:
                state = State.CLOSED
            state = move(case.state, state)
            ending = {"closed_at": now, "closed_by": mediator.id}
            ending |= {"outcome": outcome.value, "need": need.value}
            await store.step(tx, case.id, state, mediator.id, now, **ending)
            await self._run_out(tx, case.id, now)
        await self._means.news.tell(CaseMoved(case.id))

    async def leave(self, case: Case) -> None:
        """The person goes, at once; the link of their room is dead, their place is kept."""
        now = self._means.clock.now()
        async with self._means.db.write() as tx:
            await talks.close_rooms(tx, case.id)
            fresh = await store.one(tx, case.id)
            if fresh is None or fresh.state in OVER or State.LEFT not in MOVES[fresh.state]:
                return
            ending = {"closed_at": now, "outcome": Outcome.LEFT.value}
            await store.step(tx, case.id, State.LEFT, None, now, **ending)
            await self._run_out(tx, case.id, now)
        await self._means.news.tell(CaseMoved(case.id))

    async def merge(self, tx: Tx, leaving: PersonId, staying: PersonId) -> None:
        """Two people are one, in the transaction that makes them so."""
        await store.merge(tx, leaving, staying)

    async def _run_out(self, tx: Tx, case: int, now: datetime) -> None:
        kept = timedelta(hours=self._means.settings.mediation.room_keep_hours)
        await timers.arm(tx, Timer(SHRED, str(case), now + kept))
        await timers.arm(tx, Timer(UNNAME, str(case), now + NAME_KEPT))

    async def ring_shred(self, tx: Tx, timer: Timer) -> Iterable[object]:
        """The bell that destroys a talk's key, if the talk is still over."""
        case = int(timer.key)
        if not await store.is_over(tx, case):
            return ()
        await store.shred(tx, case)
        await talks.blank(tx, case)
        await talks.close_rooms(tx, case)
        return (CaseMoved(case),)

    async def ring_unname(self, tx: Tx, timer: Timer) -> Iterable[object]:
        """Part a case that is over from the person it was about."""
        if await store.is_over(tx, int(timer.key)):
            await store.unname(tx, int(timer.key))
        return ()


async def mine(tx: Tx, mediator: Staff, code: str) -> Case:
    """The case of this code, if it is `mediator`'s. Raises `NotYours`."""
    case = await store.by_code(tx, code)
    if case is None or case.claimed_by != mediator.id:
        raise NotYours
    if case.state in OVER:
        raise WrongMove
    return case
