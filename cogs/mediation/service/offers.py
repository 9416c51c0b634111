"""Offers: one message at most, silent, the same for all; in memory until it is due (M-08)."""

import secrets
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from cogs.consent.rules.channels import BOT
from cogs.consent.rules.facts import Stopped, Withdrew
from cogs.consent.rules.scopes import Scope
from cogs.consent.service.consents import Consents
from cogs.mediation.rules.offer import (
    REFUSED_FOR,
    YEAR,
    Limits,
    Luck,
    Reason,
    Standing,
    Storms,
    leaves_at,
    may_leave,
    rests_until,
)
from cogs.mediation.service import cards
from cogs.mediation.service.duty import Duty
from cogs.mediation.service.means import Means
from cogs.mediation.service.slips import Slip, Slips
from cogs.mediation.store import offers as store
from cogs.people.rules import Forgotten, Linked
from core.courier import Card, Courier, Letter, Sent
from core.people import Actor, PersonId, Platform, Voice
from core.timers import Timer
from storage import outbox, timers
from storage.database import Tx

REMIND = "mediation.remind"
REMINDER = "mediation-reminder"
AGAIN = timedelta(seconds=5)  # house time between two attempts at a platform that is busy
MOST_ATTEMPTS = 5
EVENING, MIDDAY, SATURDAY = 20, 12, 5  # hours of the person's day, and the sixth day of the week
ZONE = ZoneInfo("Europe/Paris")


@dataclass(slots=True)
class Wish:
    """A message that may leave later. It has no row, no log line, and no words of anybody."""

    person: PersonId
    scene: cards.Scene = field(repr=False)
    reason: Reason = field(repr=False)
    urgent: bool = field(default=False, repr=False)
    causes: frozenset[str] = field(default=frozenset(), repr=False)  # ids of messages
    due: datetime | None = None
    nonce: str = field(default_factory=lambda: secrets.token_hex(12), repr=False)
    attempts: int = 0
    entered: datetime | None = None  # when its line was written into the ledger
    rested: datetime | None = None  # until when they rested before that


def limits_of(means: Means) -> Limits:
    knobs = means.settings.mediation
    return Limits(
        soonest=timedelta(minutes=knobs.offer_delay_min_minutes),
        latest=timedelta(minutes=knobs.offer_delay_max_minutes),
        cooldown=timedelta(days=knobs.cooldown_days),
        cooldown_unanswered=timedelta(days=knobs.cooldown_unanswered_days),
        per_place=knobs.offers_per_free_slot,
    )


class Offers:
    """What may be sent to somebody who did not ask, and what they answer to it."""

    def __init__(
        self,
        *,
        means: Means,
        consents: Consents,
        duty: Duty,
        voice_of: Callable[[PersonId], Awaitable[Voice]],
        courier: Courier | None,
        luck: Luck,
    ) -> None:
        self._means = means
        self._consents = consents
        self._duty = duty
        self._voice_of = voice_of
        self._courier = courier
        self._luck = luck
        self._limits = limits_of(means)
        self._slips = Slips(means.seal)
        self._storms = Storms()
        self._pending: dict[PersonId, Wish] = {}
        self._leaving: Wish | None = None  # on its way this very moment
        means.news.on(Stopped, self._forget_about)
        means.news.on(Withdrew, self._withdrew)
        means.news.on(Forgotten, self._forget_about)
        means.news.on(Linked, self._was_linked)

    def later(self, wish: Wish) -> None:
        """Send this at its moment, if it may still be sent then. Nothing is written down now.

        One wish for each person: an emergency takes the place of a routine one, never the reverse.
        """
        if self._means.production and not self._means.settings.dpia.ref:
            return
        before = self._pending.get(wish.person)
        if before is not None and (before.urgent or not wish.urgent):
            return
        now = self._means.clock.now()
        if not wish.urgent and self._storms.rages(wish.scene.channel, now):
            return
        wish.due = leaves_at(now, self._limits, self._luck, urgent=wish.urgent)
        self._pending[wish.person] = wish

    def take_back(self, message: str) -> None:
        """A message that led to an offer is gone, or was changed: so is the offer."""
        self._pending = {
            person: wish for person, wish in self._pending.items() if message not in wish.causes
        }
        if self._leaving is not None and message in self._leaving.causes:
            self._leaving = None

    @property
    def waiting(self) -> int:
        """How many messages wait for their moment. Who they are for, nobody can ask."""
        return len(self._pending)

    async def tick(self, now: datetime) -> None:
        """Let leave what is due."""
        for wish in [each for each in self._pending.values() if each.due and each.due <= now]:
            # While another one left, this one may have been dropped, or replaced.
            if self._pending.get(wish.person) is wish:
                self._leaving = self._pending.pop(wish.person)
                await self._send(wish, now)
        self._leaving = None

    async def _send(self, wish: Wish, now: datetime) -> None:
        """One transaction asks the world again and writes what every message writes; then it goes.

        The ledger line is there before the message: a crash between the two loses a message and
        never sends two.
        """
        if self._courier is None:
            return
        async with self._means.db.write() as tx:
            if not await self._may_leave(tx, wish, now):
                return
            if not wish.attempts:
                await self._enter(tx, wish, now)
        voice = await self._voice_of(wish.person)
        card = self._card(wish, voice, now)
        if self._leaving is not wish:  # they have said stop since they were asked, or it is gone
            return
        sent = await self._courier.whisper(wish.person, voice, card, wish.nonce)
        wish.attempts += 1
        if sent is Sent.CLOSED:
            await self._refused(wish)
        elif sent is Sent.LATER and wish.attempts < MOST_ATTEMPTS and self._leaving is wish:
            # The same nonce: if the first attempt did arrive, Discord makes one message of both.
            wish.due = now + AGAIN
            self._pending.setdefault(wish.person, wish)

    async def _enter(self, tx: Tx, wish: Wish, now: datetime) -> None:
        wish.entered, wish.rested = now, await store.not_before(tx, wish.person)
        before = await store.last_unanswered(tx, wish.person)
        until = rests_until(now, self._limits, unanswered_before=before)
        await store.forget_what_is_over(tx, now, now - YEAR)
        await store.rest(tx, wish.person, until)
        await store.enter(tx, wish.person, now)

    async def _refused(self, wish: Wish) -> None:
        """They take no messages from us: nothing was sent, and nothing is tried for a day."""
        if wish.entered is None:
            return
        until = wish.entered + REFUSED_FOR
        async with self._means.db.write() as tx:
            await store.refused(tx, wish.person, wish.entered)
            await store.rest(tx, wish.person, max(until, wish.rested or until))

    async def _may_leave(self, tx: Tx, wish: Wish, now: datetime) -> bool:
        may_write = await self._consents.may_write_first(tx, wish.person)
        if wish.attempts:  # its line in the ledger is written already
            return may_write
        knobs = self._means.settings.mediation
        standing = Standing(
            may_write=may_write,
            not_before=await store.not_before(tx, wish.person),
            sent_in_a_year=await store.sent_since(tx, wish.person, now - YEAR),
            refused=await store.refused_since(tx, wish.person, now - REFUSED_FOR),
            outstanding=await store.outstanding(
                tx, now - timedelta(hours=knobs.outstanding_hours)
            ),
            free_places=await self._duty.free_places(tx, now),
        )
        return may_leave(standing, now, self._limits, urgent=wish.urgent)

    def _card(self, wish: Wish, voice: Voice, now: datetime) -> Card:
        texts, settings = self._means.texts, self._means.settings
        slip = Slip.of(wish.reason, wish.scene.channel)
        sealed = self._slips.close(slip, str(wish.person), now)
        if wish.urgent:
            return cards.emergency(texts, voice, wish.scene, slip=sealed)
        return cards.offer(texts, voice, wish.scene, settings, sealed)

    async def fine(self, actor: Actor) -> None:
        """They are fine: nothing from us for as long as the cool-down lasts."""
        now = self._means.clock.now()
        async with self._means.db.write() as tx:
            await store.answered(tx, actor.person, now)
            await store.rest(tx, actor.person, now + self._limits.cooldown)

    async def remind(self, actor: Actor, when: str) -> None:
        """One short note, at the time they chose: "tonight", "tomorrow" or "weekend"."""
        now = self._means.clock.now()
        async with self._means.db.write() as tx:
            await store.answered(tx, actor.person, now)
            told = {"language": actor.voice.language}
            await timers.arm(tx, Timer(REMIND, str(actor.person), hour_of(when, now), told))

    async def answered(self, actor: Actor) -> None:
        """They have answered, in whatever way: it is no longer outstanding."""
        async with self._means.db.write() as tx:
            await store.answered(tx, actor.person, self._means.clock.now())

    def why(self, actor: Actor, sealed: str) -> Slip | None:
        """The true reason, out of the message's own button; None once it is too old."""
        return self._slips.open(sealed, str(actor.person), self._means.clock.now())

    async def ring_reminder(self, tx: Tx, timer: Timer) -> Iterable[object]:
        """The bell of `remind`: asked again whether they may be written to."""
        person = PersonId(int(timer.key))
        if await self._consents.may_write_first(tx, person):
            language = str(timer.payload["language"])
            nonce = f"remind:{person}:{int(timer.due.timestamp()) % 10**8}"[:25]
            slots = {"bot": BOT}
            target = f"person:{person}"
            letter = Letter(nonce, Platform.DISCORD, target, REMINDER, language, slots)
            await outbox.post(tx, letter)
        return ()

    async def merge(self, tx: Tx, leaving: PersonId, staying: PersonId) -> None:
        """Two people are one, in the transaction that makes them so."""
        await store.merge(tx, leaving, staying)

    async def may_remind(self, letter: Letter) -> bool:
        """Asked just before a reminder leaves: it may have waited, and they may have stopped."""
        async with self._means.db.read() as tx:
            return await self._consents.may_write_first(tx, _whom(letter))

    async def _forget_about(self, fact: Stopped | Forgotten) -> None:
        self._drop(fact.person)

    async def _withdrew(self, fact: Withdrew) -> None:
        if fact.scopes & {Scope.DM, Scope.WATCH}:
            self._drop(fact.person)

    async def _was_linked(self, fact: Linked) -> None:
        self._drop(fact.was)

    def _drop(self, person: PersonId) -> None:
        self._pending.pop(person, None)
        if self._leaving is not None and self._leaving.person == person:
            self._leaving = None


def _whom(letter: Letter) -> PersonId:
    return PersonId(int(letter.target.partition(":")[2]))


def hour_of(when: str, now: datetime) -> datetime:
    """The hour that "tonight", "tomorrow" or "weekend" means, and never one that has passed."""
    here = now.astimezone(ZONE)
    days, hour = {
        "tomorrow": (1, MIDDAY),
        "weekend": ((SATURDAY - here.weekday()) % 7, MIDDAY),
    }.get(when, (0, EVENING))
    moment = (here + timedelta(days=days)).replace(hour=hour, minute=0, second=0, microsecond=0)
    return moment if moment > here else here + timedelta(hours=1)
