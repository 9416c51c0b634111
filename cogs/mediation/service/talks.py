"""Talks: what a person and a mediator say, sealed under the case's own key."""

import secrets
from dataclasses import dataclass, field
from datetime import datetime
from typing import Self

from cogs.mediation.rules.case import OVER, Case, after_mediator, after_person
from cogs.mediation.rules.hours import Staff
from cogs.mediation.rules.refusals import NothingSaid, NotYours, TalkOver
from cogs.mediation.rules.words import defanged, plain
from cogs.mediation.service.means import Means
from cogs.mediation.store import cases, talks
from storage.database import Tx
from storage.seal import Seal

PERSON, MEDIATOR, HOUSE = "person", "mediator", "house"
LONGEST_NAME = 36


@dataclass(frozen=True, slots=True)
class LineSaid:
    """News: there is something new to read in this case."""

    case: int


@dataclass(frozen=True, slots=True)
class Line:
    id: int
    name: str  # given by the page that sent it
    said_by: str
    text: str = field(repr=False)
    said_at: datetime


class Key:
    """The key of one case. Without it its lines are noise, to us as to everybody."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self._box = Seal(raw)

    @classmethod
    def new(cls) -> Self:
        return cls(secrets.token_bytes(32))

    @classmethod
    def reopened(cls, sealed: str, seal: Seal) -> Self | None:
        raw = seal.reopen(sealed)
        return None if raw is None else cls(bytes.fromhex(raw))

    def sealed(self, seal: Seal) -> str:
        return seal.close(self._raw.hex())

    def close(self, words: str) -> str:
        return self._box.close(words)

    def reopen(self, sealed: str) -> str | None:
        return self._box.reopen(sealed)


async def key_of(tx: Tx, case: int, seal: Seal) -> Key | None:
    sealed = await cases.key_of(tx, case)
    return None if sealed is None else Key.reopened(sealed, seal)


class Talks:
    def __init__(self, means: Means) -> None:
        self._means = means

    async def lines(self, case: int, after: int = 0) -> list[Line]:
        """What was said after line `after`, oldest first; nothing once the key is destroyed."""
        async with self._means.db.read() as tx:
            key = await key_of(tx, case, self._means.seal)
            kept = await talks.lines(tx, case, after) if key is not None else []
        opened = [(each, key.reopen(each.sealed)) for each in kept] if key is not None else []
        return [
            Line(each.id, each.line, each.said_by, text, each.said_at)
            for each, text in opened
            if text is not None
        ]

    async def say_as_person(self, case: int, name: str, text: str) -> None:
        """A line from the room. Raises `TalkOver`, `NothingSaid`."""
        await self._say(case, PERSON, name, defanged(_meant(text)))

    async def say_as_mediator(self, mediator: Staff, code: str, name: str, text: str) -> None:
        """A line from the desk. Raises `NotYours`, `TalkOver`, `NothingSaid`."""
        async with self._means.db.read() as tx:
            case = await cases.by_code(tx, code)
        if case is None or case.claimed_by != mediator.id:
            raise NotYours
        await self._say(case.id, MEDIATOR, name, _meant(text), mediator)

    async def _say(
        self, case_id: int, said_by: str, name: str, text: str, mediator: Staff | None = None
    ) -> None:
        now = self._means.clock.now()
        async with self._means.db.write() as tx:
            case = await cases.one(tx, case_id)
            key = await key_of(tx, case_id, self._means.seal)
            if case is None or key is None or case.state in OVER:
                raise TalkOver
            # Looked at again inside: the case may have been passed on since.
            if mediator is not None and case.claimed_by != mediator.id:
                raise NotYours
            line = talks.SealedLine(0, said_by, name[:LONGEST_NAME], key.close(text), now)
            if await talks.add_line(tx, case_id, line):
                await self._step(tx, case, mediator, now)
        await self._means.news.tell(LineSaid(case_id))

    async def _step(self, tx: Tx, case: Case, mediator: Staff | None, now: datetime) -> None:
        state = after_person(case.state) if mediator is None else after_mediator(case.state)
        if mediator is not None and case.answered_at is None:
            await cases.change(tx, case.id, answered_at=now)
        if state is not case.state:
            staff = None if mediator is None else mediator.id
            await cases.step(tx, case.id, state, staff, now)

    async def case(self, mediator: Staff, code: str) -> Case:
        """A case as its own mediator may see it. Raises `NotYours`."""
        async with self._means.db.read() as tx:
            case = await cases.by_code(tx, code)
        if case is None or case.claimed_by != mediator.id:
            raise NotYours
        return case


def _meant(text: str) -> str:
    said = plain(text)
    if not said:
        raise NothingSaid
    return said
