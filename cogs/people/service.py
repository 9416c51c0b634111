"""What people may do with who they are: be recognised, join accounts, say how to be spoken to."""

import secrets
from collections.abc import Awaitable, Callable, Collection
from dataclasses import replace

from cogs.people import store
from cogs.people.rules import (
    ALPHABET,
    CODE_LENGTH,
    CODE_LIFE,
    LANGUAGES,
    NOWHERE,
    AlreadyConnected,
    AlreadyLinked,
    CodeUnknown,
    Forgotten,
    Linked,
    NotLinked,
    StreamAwaited,
    StreamConnected,
    may_join,
    must_be_somewhere,
    spoken,
    tidy,
)
from core.clock import Clock
from core.news import News
from core.people import Actor, Handle, PersonId, PlaceId, Platform, Role, Venue, Voice
from storage.database import Database, Tx
from storage.seal import Seal

# Called in the transaction that makes two people one: every row of `leaving` becomes `staying`'s.
Merge = Callable[[Tx, PersonId, PersonId], Awaitable[None]]


class People:
    """The only writer of the tables of people and places; the house's doorkeeper."""

    def __init__(self, db: Database, clock: Clock, news: News, seal: Seal) -> None:
        self._db = db
        self._clock = clock
        self._news = news
        self._seal = seal
        self.merges: list[Merge] = []
        # Caches: a face that comes back costs no transaction. They may be dropped at any moment.
        self._faces: dict[str, store.Known] = {}
        self._places: dict[str, store.Place] = {}

    async def recognise(
        self,
        handle: Handle,
        venue: Venue | None = None,
        *,
        language: str | None = None,
        roles: frozenset[Role] = frozenset(),
    ) -> Actor:
        """The person behind an account, made known on the way if they are new."""
        now = language[:2] if language else None
        # A stream speaks one language to everybody: that tells nothing about this person.
        known = await self._face(handle, now if handle.platform is Platform.DISCORD else None)
        place = await self._place(venue, now) if venue is not None else None
        here = place.language if place else None
        tongue = spoken(known.language, now=now, here=here, before=known.heard)
        return Actor(
            person=known.person,
            place=(place.home or place.id) if place else NOWHERE,
            voice=Voice(tongue, known.gender),
            roles=roles,
            name=handle.name,
            platform=handle.platform,
        )

    async def account_of(self, person: PersonId, platform: Platform) -> str | None:
        """Their account's id on this platform, to mention them; None where they have none."""
        async with self._db.read() as tx:
            found = await store.address(tx, person, platform)
        return self._seal.reopen(found[0]) if found else None

    async def private_channel_of(self, person: PersonId) -> str | None:
        """The DM channel that they opened themselves; None where there is none."""
        async with self._db.read() as tx:
            found = await store.address(tx, person, Platform.DISCORD)
        return self._seal.reopen(found[1]) if found and found[1] else None

    async def voice_of(self, person: PersonId) -> Voice:
        """How to speak to somebody who is not speaking to us now."""
        async with self._db.read() as tx:
            known = await store.known(tx, person)
        if known is None:
            return Voice()
        tongue = spoken(known.language, now=None, here=None, before=known.heard)
        return Voice(tongue, known.gender)

    async def open_private(self, person: PersonId, channel: str) -> None:
        """Keep the DM channel that this person has just opened by an act of their own."""
        async with self._db.write() as tx:
            await store.set_private(tx, person, self._seal.close(channel))

    async def speak(
        self, actor: Actor, *, language: str | None = None, gender: str | None = None
    ) -> Voice:
        """Remember how `actor` wishes to be spoken to; what is not given stays as it was."""
        async with self._db.write() as tx:
            known = await store.known(tx, actor.person)
            tongue = language or (known.language if known else None)
            gender = gender or actor.voice.gender
            await store.set_voice(tx, actor.person, tongue, gender)
        self._faces = {
            account: replace(face, language=tongue, gender=gender)
            if face.person == actor.person
            else face
            for account, face in self._faces.items()
        }
        return Voice(tongue or actor.voice.language, gender)

    async def speak_here(self, actor: Actor, language: str) -> None:
        """Choose the language of a place. Raises `NotAllowed`, and `NotHere` in private."""
        actor.must_be(Role.OWNER)
        must_be_somewhere(actor)
        async with self._db.write() as tx:
            await store.change_place(tx, actor.place, language=language)
        self._places.clear()

    async def start_link(self, actor: Actor) -> str:
        """A one-time code, to be typed from the other account within ten minutes.

        Raises `AlreadyLinked`.
        """
        code = _new_code()
        expires = self._clock.now() + CODE_LIFE
        async with self._db.write() as tx:
            if len(await store.platforms(tx, actor.person)) > 1:
                raise AlreadyLinked
            await store.add_code(tx, self._hash(code), expires, person=actor.person)
        return code

    async def redeem(self, actor: Actor, venue: Venue, code: str) -> Linked | StreamConnected:
        """Use a code typed in a stream's chat: it joins two accounts, or the stream to its home.

        Raises `CodeUnknown`, `AlreadyLinked`, and `NotAllowed` for somebody else's stream.
        """
        async with self._db.write() as tx:
            found = await store.take_code(tx, self._hash(tidy(code)), self._clock.now())
            fact: Linked | StreamConnected
            if found.person is not None:
                await self._merge(tx, leaving=actor.person, staying=found.person)
                fact = Linked(found.person, actor.person)
            else:
                stream = await store.place(tx, self._seal.hash(venue.platform, venue.id))
                if stream is None or stream.id != found.stream:
                    raise CodeUnknown
                actor.must_be(Role.OWNER)
                await store.change_place(tx, stream.id, home=found.place)
                fact = StreamConnected(venue.id)
        self._faces.clear()
        self._places.clear()
        await self._news.tell(fact)
        return fact

    async def unlink(self, actor: Actor) -> None:
        """Let the Twitch account go its own way, as somebody new. Raises `NotLinked`."""
        async with self._db.write() as tx:
            if not {Platform.DISCORD, Platform.TWITCH} <= await store.platforms(tx, actor.person):
                raise NotLinked
            alone = await store.add_person(tx, None)
            await store.move_accounts(tx, actor.person, alone.person, Platform.TWITCH)
        self._faces.clear()

    async def forget(self, person: PersonId) -> None:
        """Delete somebody, and by foreign keys everything that is theirs alone."""
        async with self._db.write() as tx:
            await store.forget(tx, person)
        self._faces.clear()
        await self._news.tell(Forgotten(person))

    async def accounts_in(
        self, tx: Tx, persons: Collection[PersonId]
    ) -> dict[PersonId, list[str]]:
        """The hashes of these people's Discord accounts, seen from a transaction of the caller."""
        return await store.hashes(tx, persons)

    async def export(self, actor: Actor) -> dict[str, list[dict[str, object]]]:
        """Everything that is kept about `actor`, table by table, with their addresses opened."""
        async with self._db.read() as tx:
            found = await store.everything_about(tx, actor.person)
        for row in found.get("accounts", []):
            for column in ("sealed", "dm_channel"):
                row[column] = self._seal.reopen(row[column]) if row[column] else None
        return found

    async def connect_stream(self, actor: Actor, stream: Venue) -> str:
        """A code that the broadcaster types in their own chat to make this server their home.

        Raises `NotAllowed`, `NotHere` in private, `AlreadyConnected`.
        """
        actor.must_be(Role.OWNER)
        must_be_somewhere(actor)
        place = await self._place(stream, actor.voice.language)
        if place.home == actor.place:
            raise AlreadyConnected
        code = _new_code()
        expires = self._clock.now() + CODE_LIFE
        async with self._db.write() as tx:
            await store.add_code(tx, self._hash(code), expires, place=actor.place, stream=place.id)
        await self._news.tell(StreamAwaited(stream.id))
        return code

    async def disconnect_stream(self, stream: str) -> None:
        """Its owner has taken it back: this stream is nobody's home any more."""
        async with self._db.write() as tx:
            await store.leave_home(tx, self._seal.hash(Platform.TWITCH, stream))
        self._places.clear()

    async def streams(self) -> list[tuple[Venue, str]]:
        """The streams to listen to, each with its language."""
        async with self._db.read() as tx:
            found = await store.streams(tx, self._clock.now())
        return [
            (Venue(Platform.TWITCH, opened, name), tongue)
            for sealed, name, tongue in found
            if (opened := self._seal.reopen(sealed))
        ]

    async def streams_of(self, place: PlaceId) -> list[str]:
        """Twitch ids of the streams whose home is this server."""
        async with self._db.read() as tx:
            found = await store.streams_of(tx, place)
        return [each for each in map(self._seal.reopen, found) if each is not None]

    async def language_of(self, place: PlaceId) -> str:
        """The language of this server or stream."""
        async with self._db.read() as tx:
            return await store.language(tx, place) or LANGUAGES[0]

    async def home_of(self, venue: Venue) -> PlaceId | None:
        """The server that this stream acts as, once its broadcaster has agreed."""
        return (await self._place(venue, None)).home

    async def _face(self, handle: Handle, language: str | None) -> store.Known:
        account = self._seal.hash(handle.platform, handle.id)
        known = self._faces.get(account)
        if known is not None and language in (None, known.heard):
            return known
        async with self._db.write() as tx:
            known = await store.find(tx, account)
            if known is None:
                known = await store.add_person(tx, language)
                sealed = self._seal.close(handle.id)
                await store.add_account(tx, known.person, handle.platform, account, sealed)
            elif language is not None and language != known.heard:
                await store.set_heard(tx, known.person, language)
                known = replace(known, heard=language)
        self._faces[account] = known
        return known

    async def _place(self, venue: Venue, language: str | None) -> store.Place:
        address = self._seal.hash(venue.platform, venue.id)
        place = self._places.get(address)
        if place is not None and venue.name in ("", place.name):
            return place
        async with self._db.write() as tx:
            place = await store.place(tx, address)
            if place is None:
                tongue = language if language in LANGUAGES else LANGUAGES[0]
                made = await store.add_place(
                    tx,
                    venue.platform,
                    address,
                    self._seal.close(venue.id),
                    name=venue.name[:100],
                    language=tongue,
                )
                place = store.Place(made, venue.name[:100], tongue, None)
            elif venue.name and venue.name[:100] != place.name:
                place = replace(place, name=venue.name[:100])
                await store.change_place(tx, place.id, name=place.name)
        self._places[address] = place
        return place

    async def _merge(self, tx: Tx, *, leaving: PersonId, staying: PersonId) -> None:
        theirs = await store.platforms(tx, leaving)
        if leaving == staying or not may_join(theirs, await store.platforms(tx, staying)):
            raise AlreadyLinked
        for merge in self.merges:
            await merge(tx, leaving, staying)
        await store.move_accounts(tx, leaving, staying)
        if lost := await store.still_naming(tx, leaving):
            # Everything is undone: an incident is better than results that vanish by cascade.
            raise RuntimeError(f"No feature moves these tables when two people are one: {lost}")
        await store.forget(tx, leaving)

    def _hash(self, code: str) -> str:
        return self._seal.hash("link", code)


def _new_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
