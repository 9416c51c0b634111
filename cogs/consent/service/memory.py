"""Who may be read where, in memory: asked for every message, so it must cost nothing to say no."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from cogs.consent import store
from cogs.consent.rules.channels import Mode, State, mode_of
from cogs.consent.rules.scopes import Age, Scope, may_give
from cogs.consent.rules.words import MINT, ConsentedText, own_words
from cogs.people.service import People
from core.clock import Clock
from core.people import PersonId, Platform
from storage.database import Database
from storage.seal import Seal


@dataclass(frozen=True, slots=True)
class _Author:
    person: PersonId
    until: dict[store.ChannelId, datetime]  # where they may be read, and how long


class Memory:
    """A cache of the two yeses, rebuilt at every start. Nobody else has a place in it."""

    def __init__(self, db: Database, clock: Clock, seal: Seal, people: People, floor: int) -> None:
        self._db = db
        self._clock = clock
        self._seal = seal
        self._people = people
        self._floor = floor
        self._authors: dict[str, _Author] = {}
        self._channels: dict[str, store.Channel] = {}
        # One look at the tables at a time: an older look must not overwrite a newer one.
        self._looking = asyncio.Lock()

    def admit(
        self, author: str, channel: str, message: str, words_of: Callable[[], str]
    ) -> ConsentedText | None:
        """The words of a message, if its author and its channel have both said yes.

        In this order: author, consent, channel, and only then `words_of` is called.
        """
        known = self._authors.get(self._seal.hash(Platform.DISCORD, author))
        if known is None:
            return None
        here = self._channels.get(channel)
        if here is None or here.state is not State.WATCH:
            return None
        until = known.until.get(here.id)
        if until is None or until <= self._clock.now():
            return None
        words = own_words(words_of())
        if not words:
            return None
        return ConsentedText(known.person, channel, message, words, MINT)

    def channel(self, number: str) -> store.Channel | None:
        return self._channels.get(number)

    def mode(self, number: str) -> Mode:
        here = self._channels.get(number)
        return Mode.OFF if here is None else mode_of(here.state)

    @property
    def watching(self) -> bool:
        return any(each.state is State.WATCH for each in self._channels.values())

    def forget(self, person: PersonId) -> None:
        """At once, before anything is written: it is never too early to stop reading."""
        self._authors = {
            account: author for account, author in self._authors.items() if author.person != person
        }

    def hush(self, number: str) -> None:
        """Read nothing in this channel, until it is looked up again."""
        self._channels.pop(number, None)

    async def load(self) -> None:
        """Read channels and yeses anew from the database; what was held here is dropped."""
        async with self._looking:
            now = self._clock.now()
            async with self._db.read() as tx:
                every = await store.every_channel(tx)
                yeses = await store.everybody_standing(tx, now)
                ages = await store.every_age(tx)
                accounts = await self._people.accounts_in(tx, {yes.person for yes in yeses})
            self._channels = {each.channel: each for each in every}
            self._authors = {}
            for person in {yes.person for yes in yeses}:
                mine = [yes for yes in yeses if yes.person == person]
                self._place(person, accounts.get(person, ()), mine, ages.get(person))

    async def look_at(self, person: PersonId) -> None:
        """Remember of this person what the tables say now."""
        async with self._looking:
            async with self._db.read() as tx:
                yeses = await store.standing(tx, person, self._clock.now())
                said = await store.age(tx, person)
                accounts = await self._people.accounts_in(tx, {person})
            self.forget(person)
            self._place(person, accounts.get(person, ()), yeses, said[0] if said else None)

    async def look_in(self, number: str) -> None:
        """Remember of this channel what the tables say now."""
        async with self._looking:
            async with self._db.read() as tx:
                found = await store.channel_at(tx, number)
            if found is None:
                self._channels.pop(number, None)
            else:
                self._channels[number] = found

    def _place(
        self,
        person: PersonId,
        accounts: Iterable[str],
        yeses: Iterable[store.Yes],
        age: Age | None,
    ) -> None:
        """`watch` without `dm` could lead to nothing, so it is not read either."""
        allowed = [
            yes for yes in yeses if may_give(age or Age.UNDISCLOSED, yes.scope, self._floor)
        ]
        write = [yes.ends for yes in allowed if yes.scope is Scope.DM and yes.ends]
        until = {
            yes.channel: min(yes.ends, max(write))
            for yes in allowed
            if yes.scope is Scope.WATCH and yes.channel and yes.ends and write
        }
        if until:
            self._authors |= {account: _Author(person, until) for account in accounts}
