"""The desk: who may sit at it, for how long, and whether they can be given somebody."""

import hmac
import secrets
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import timedelta

from cogs.mediation.rules.case import ALPHABET
from cogs.mediation.rules.hours import Staff
from cogs.mediation.service.duty import ABSOLUTE, IDLE
from cogs.mediation.service.means import Means
from cogs.mediation.store import desk as store
from storage.database import Tx

RECHECK = timedelta(minutes=5)
TOUCH = timedelta(minutes=1)
LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class DutyMoved:
    """News: somebody has come on duty, or gone."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A mediator who is signed in. Only `Desks` makes one."""

    mediator: Staff
    csrf: str = field(repr=False)
    ask_again: bool  # whether it is time to ask Discord if the role is still held


class Desks:
    def __init__(self, means: Means) -> None:
        self._means = means

    async def sit_down(self, account: str, name: str) -> str:
        """Sign in a Discord account that holds the mediators' role: what its cookie must hold."""
        seal, now = self._means.seal, self._means.clock.now()
        token = secrets.token_urlsafe(32)
        async with self._means.db.write() as tx:
            await store.sweep(tx, began_before=now - ABSOLUTE, seen_before=now - IDLE)
            found = await store.by_account(tx, seal.hash("staff", account))
            who = found.id if found else await self._introduce(tx, account, name)
            await store.sit_down(tx, self._hash(token), who, now)
        return token

    async def _introduce(self, tx: Tx, account: str, name: str) -> int:
        badge = "".join(secrets.choice(ALPHABET) for _ in range(4))
        pen_name = name.strip()[:LONGEST_NAME] or badge
        seal = self._means.seal
        return await store.add(
            tx, seal.hash("staff", account), seal.close(account), pen_name, badge
        )

    async def seat(self, token: str) -> Seat | None:
        """Whose seat a cookie is; None once its time is over."""
        if not token:
            return None
        now = self._means.clock.now()
        async with self._means.db.read() as tx:
            session = await store.session(tx, self._hash(token))
        if session is None or now - session.began_at > ABSOLUTE or now - session.seen_at > IDLE:
            return None
        if now - session.seen_at > TOUCH:
            await self._touch(token)
        return Seat(session.staff, self._csrf(token), now - session.checked_at > RECHECK)

    async def still_there(self, tokens: Collection[str]) -> None:
        """These desks are open on a screen: nobody is idle who waits for somebody to come."""
        for token in tokens:
            await self.seat(token)

    async def checked(self, token: str, *, holds_role: bool) -> None:
        """What Discord has answered. Without the role the seat is gone at once."""
        now = self._means.clock.now()
        async with self._means.db.write() as tx:
            if holds_role:
                await store.touch(tx, self._hash(token), checked_at=now)
            else:
                await store.stand_up(tx, self._hash(token))
        if not holds_role:
            await self._means.news.tell(DutyMoved())

    async def set_available(self, seat: Seat, *, available: bool) -> None:
        """Take or leave the duty; the desks are told."""
        async with self._means.db.write() as tx:
            await store.set_available(tx, seat.mediator.id, available=available)
        await self._means.news.tell(DutyMoved())

    async def stand_up(self, token: str) -> None:
        """Sign out; whoever is not at the desk is not on duty."""
        async with self._means.db.write() as tx:
            session = await store.session(tx, self._hash(token))
            if session is not None:
                await store.set_available(tx, session.staff.id, available=False)
            await store.stand_up(tx, self._hash(token))
        await self._means.news.tell(DutyMoved())

    def account_of(self, mediator: Staff) -> str:
        """The Discord id behind a mediator, to ask whether the role is still held."""
        return self._means.seal.reopen(mediator.sealed) or ""

    def holds_csrf(self, seat: Seat, given: str) -> bool:
        return hmac.compare_digest(seat.csrf.encode(), given.encode())

    async def _touch(self, token: str) -> None:
        async with self._means.db.write() as tx:
            await store.touch(tx, self._hash(token), seen_at=self._means.clock.now())

    def _hash(self, token: str) -> str:
        return self._means.seal.hash("desk", token)

    def _csrf(self, token: str) -> str:
        return self._means.seal.hash("csrf", token)
