"""Commands, answered one after the other for each viewer, refusals and our faults included."""

import asyncio
import logging
import secrets
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Self

import twitchio

from core.courier import Sent
from core.errors import Refusal
from core.people import Actor, Doorkeeper, Handle, Platform, Role, Venue, Voice
from platforms.twitch_client.hearing import Said, Words, find
from prompts import Texts

LANES = 4  # commands that are answered at once; one viewer's stay in one lane, and in order
DEEP = 1000  # commands that may wait in a lane; more would be answered too late to matter
MODERATOR = "moderator"
OWNER = frozenset({Role.OWNER, Role.HOST})
log = logging.getLogger(__name__)

Reply = Callable[[str, str, str], Coroutine[Any, Any, Sent]]


@dataclass(frozen=True, slots=True)
class Heard:
    """A line that begins with one of our words."""

    id: str
    word: str
    given: tuple[str, ...] = field(repr=False)
    venue: Venue
    chatter: Handle
    language: str
    at: datetime
    badges: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls, line: twitchio.ChatMessage, word: str, venue: Venue, language: str, at: datetime
    ) -> Self:
        name = line.chatter.display_name or line.chatter.name or ""
        return cls(
            id=line.id,
            word=word,
            given=tuple(line.text.split()[1:]),
            venue=venue,
            chatter=Handle(Platform.TWITCH, line.chatter.id, name),
            language=language,
            at=at,
            badges=frozenset({MODERATOR} & {badge.set_id for badge in line.badges}),
        )


class Answers:
    def __init__(
        self,
        texts: Texts,
        doorkeeper: Doorkeeper,
        words: Mapping[tuple[str, str], Words],
        reply: Reply,
    ) -> None:
        self._texts = texts
        self._doorkeeper = doorkeeper
        self._words = words
        self._reply = reply
        self._lanes: list[asyncio.Queue[Heard]] = [asyncio.Queue(DEEP) for _ in range(LANES)]
        self._tasks: list[asyncio.Task[None]] = []
        self._replies: set[asyncio.Task[Sent]] = set()

    def start(self) -> None:
        self._tasks = [asyncio.create_task(self._work(lane)) for lane in self._lanes]

    async def stop(self) -> None:
        tasks = [*self._tasks, *self._replies]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def take(self, heard: Heard) -> None:
        lane = self._lanes[hash(heard.chatter.id) % LANES]
        if lane.full():
            log.warning("twitch.overrun", extra={"platform": "twitch", "count": lane.qsize()})
        else:
            lane.put_nowait(heard)

    async def _work(self, lane: asyncio.Queue[Heard]) -> None:
        while True:
            heard = await lane.get()
            answer = await self._answer(heard)
            if answer:
                # Not awaited here: a chat that is out of breath must not hold up the others.
                said = asyncio.create_task(self._reply(heard.venue.id, answer, heard.id))
                self._replies.add(said)
                said.add_done_callback(self._replies.discard)

    async def _answer(self, heard: Heard) -> str | None:
        voice = Voice(heard.language)
        handler, rest = find(self._words, heard.word, heard.given)
        if handler is None:
            return None
        try:
            actor = await self._known(heard)
            voice = actor.voice  # a refusal is told in the language of every other answer
            owner = heard.chatter.id == heard.venue.id
            return await handler(
                Said(actor, heard.venue, rest, heard.chatter, owner, heard.at, heard.language)
            )
        except Refusal as refusal:
            return self._texts.say(voice, refusal.key)
        except Exception:  # The one place where faults of a chat command end.
            number = secrets.token_hex(3).upper()
            log.exception("incident", extra={"incident": number, "platform": "twitch"})
            return self._texts.say(voice, "errors-incident", number=number)

    async def _known(self, heard: Heard) -> Actor:
        actor = await self._doorkeeper.recognise(
            heard.chatter,
            heard.venue,
            language=heard.language,
            roles=OWNER if heard.chatter.id == heard.venue.id else frozenset(),
        )
        return replace(actor, badges=heard.badges)
