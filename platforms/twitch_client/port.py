"""The connection to Twitch: it comes back by itself, hears our words, and says what we say."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import aiohttp
import twitchio
from twitchio.eventsub import RevocationReason

from config.settings import Settings
from core.clock import Clock
from core.courier import Sent
from core.errors import CannotStart
from core.people import Doorkeeper, Platform, Venue
from platforms.twitch_client.answering import Answers, Heard
from platforms.twitch_client.carrying import Carrier
from platforms.twitch_client.hearing import Once, Patience, Words, our_word
from platforms.twitch_client.pipe import Away, Pipe, Subscriptions, conduit, point_at
from platforms.twitch_client.saying import Mouth
from platforms.twitch_client.wire import Wire, open_session
from prompts import Texts
from storage.marks import Marks
from storage.outbox import Outbox

RECONCILE = 300.0  # seconds between two looks at what is subscribed
LOG_IN = 30.0  # seconds until a connection that does not come up is given up
LOOK = 15.0  # seconds between two looks at the socket; deaf twice in a row, we begin again
QUICKEST, SLOWEST = 1.0, 60.0  # seconds before we come back, doubled each time
GONE = {RevocationReason.AUTHORIZATION_REVOKED, RevocationReason.USER_REMOVED}
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Chat:
    """A stream whose chat we are in."""

    venue: Venue
    language: str = "fr"


class Deaf(OSError):
    """There is no socket, and TwitchIO has not brought one up."""


class TwitchPort:
    """Owns TwitchIO. Everything it must know of the house, it is given."""

    def __init__(  # noqa: PLR0913 - what the house hands over, by name
        self,
        *,
        settings: Settings,
        texts: Texts,
        doorkeeper: Doorkeeper,
        clock: Clock,
        outbox: Outbox,
        marks: Marks,
        words: dict[tuple[str, str], Words] | None = None,
    ) -> None:
        point_at(settings)
        self.words = {} if words is None else words
        self.closed: list[Callable[[str], Awaitable[None]]] = []
        self.came_up = asyncio.Event()
        self._settings = settings.twitch
        self._clock = clock
        self._marks = marks
        self._chats: dict[str, Chat] = {}
        self._mouths: dict[str, tuple[Mouth, asyncio.Task[None]]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._pipe: Pipe | None = None
        self._subscribed: Subscriptions | None = None
        self._once = Once()
        self._patience = Patience(self._settings.cooldown_seconds)
        self._answers = Answers(texts, doorkeeper, self.words, self.reply)
        self._carrier = Carrier(outbox, texts, clock, self.say)

    # -- what the house asks --

    async def run(self) -> None:
        """Connect, and come back for ever. Cancel it to stop.

        Raises `CannotStart` where the first connection shows that it could never work.
        """
        wait = QUICKEST
        self._answers.start()
        try:
            while True:
                began = asyncio.get_running_loop().time()
                try:
                    await self._stay()
                except Away as error:
                    self._explain_start(error)
                    log.warning("twitch.away", extra={"error": type(error).__name__})
                if asyncio.get_running_loop().time() - began > SLOWEST:
                    wait = QUICKEST
                await asyncio.sleep(wait)
                wait = min(SLOWEST, wait * 2)
        finally:
            await self._stop()

    async def follow(self, stream_id: str, *, name: str = "", language: str = "fr") -> bool:
        """Hear a chat from now on, and at every start of the connection.

        False where its owner has not let us in (yet): it is tried again every five minutes.
        """
        self._chats[stream_id] = Chat(Venue(Platform.TWITCH, stream_id, name), language)
        if self._subscribed is None:
            return True
        try:
            return await self._subscribed.add(stream_id)
        except Away as error:
            log.warning("twitch.not_followed", extra={"error": type(error).__name__})
            return True

    def follows(self, stream_id: str) -> bool:
        return stream_id in self._chats

    async def stream_named(self, login: str) -> Venue | None:
        """The channel of this name, as Twitch knows it; None if there is none, or no Twitch."""
        if self._pipe is None:
            return None
        try:
            found = await self._pipe.fetch_users(logins=[login.strip().lstrip("@").lower()])
        except Away:
            return None
        if not found:
            return None
        return Venue(Platform.TWITCH, found[0].id, found[0].display_name or login)

    async def say(self, stream_id: str, text: str) -> Sent:
        """Say a line in a chat; when Twitch grants little room, several are said as one."""
        return await self.reply(stream_id, text, "")

    async def reply(self, stream_id: str, text: str, answers: str) -> Sent:
        """Answer one line of a chat, by its id."""
        if self._pipe is None:
            return Sent.LATER
        if stream_id not in self._mouths:
            mouth = Mouth(stream_id, self._settings.lines_per_30s, self._speak)
            self._mouths[stream_id] = mouth, asyncio.create_task(mouth.run())
        return await self._mouths[stream_id][0].say(text, answers)

    async def carry(self, now: datetime) -> None:
        """Send the letters that are due, beside whatever else goes on."""
        del now  # the alarm gives it to everybody
        if self._pipe is not None:
            self._carrier.carry()

    # -- the connection --

    async def _stay(self) -> None:
        async with open_session() as session:
            wire = Wire(self._settings.client_id, self._settings.client_secret, session)
            conduit_id = await conduit(wire.api, self._marks)
            pipe = Pipe(self._settings, conduit_id, session, self._told)
            wire.take_over(pipe.http)
            try:
                await self._log_in(pipe, await wire.token())
                self._subscribed = Subscriptions(pipe.http, self._settings, conduit_id)
                self._pipe = pipe
                await self._reconcile(wire)
                self.came_up.set()
                log.info("twitch.up", extra={"platform": "twitch", "count": len(self._chats)})
                await self._watch(pipe, wire)
            finally:
                self._pipe = self._subscribed = None
                await pipe.close(save_tokens=False)

    async def _watch(self, pipe: Pipe, wire: Wire) -> None:
        deaf = 0
        for look in range(1, 1_000_000_000):
            await asyncio.sleep(LOOK)
            deaf = 0 if pipe.is_heard else deaf + 1
            if deaf > 1:
                raise Deaf
            if look % (RECONCILE // LOOK) == 0:
                try:
                    await self._reconcile(wire)
                except Away as error:  # what we hear, we still hear
                    log.warning("twitch.not_reconciled", extra={"error": type(error).__name__})

    async def _reconcile(self, wire: Wire) -> None:
        await wire.check()
        if self._subscribed is not None:
            await self._subscribed.reconcile(tuple(self._chats))

    async def _log_in(self, pipe: Pipe, token: str) -> None:
        try:
            async with asyncio.timeout(LOG_IN):  # TwitchIO would knock at a shut door for ever
                await pipe.login(token=token, load_tokens=False, save_tokens=False)
        except TimeoutError as error:
            raise Deaf from error
        if not await pipe.fetch_users(ids=[self._settings.bot_id]):
            raise CannotStart("start-twitch-credentials")

    def _explain_start(self, error: BaseException) -> None:
        """What can only be wrong in the settings stops the start; what may pass is waited out."""
        if self.came_up.is_set():
            return
        if isinstance(error, twitchio.HTTPException) and error.status in (400, 401, 403):
            raise CannotStart("start-twitch-credentials") from error
        if isinstance(error, aiohttp.ClientConnectorError | aiohttp.ConnectionTimeoutError):
            raise CannotStart("start-unreachable", url=self._settings.id_url) from error
        if isinstance(error, Deaf):
            raise CannotStart("start-unreachable", url=self._settings.eventsub_url) from error

    async def _stop(self) -> None:
        tasks = [task for _, task in self._mouths.values()] + list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._mouths.clear()
        for part in (self._answers, self._carrier):
            await part.stop()

    # -- what Twitch tells --

    def _told(self, event: str, payload: Any) -> bool:  # noqa: ANN401 - TwitchIO's events have no common type
        match event:
            case "message":
                self._hear(payload)
            case "subscription_revoked":
                self._withdrawn(payload)
            case "user_authorization_revoke" if payload.user is not None:
                self._close(payload.user.id)
            case _:
                return False
        return True

    def _hear(self, line: twitchio.ChatMessage) -> None:
        """Take a line that is for us. Of any other, nothing is looked at but where it begins."""
        chat = self._chats.get(line.broadcaster.id)
        if chat is None or line.source_broadcaster is not None:
            return  # a shared chat brings every line into every channel: theirs is theirs
        word = our_word(line.text, english=chat.language == "en")
        if word is None or line.chatter.id == self._settings.bot_id:
            return
        if not self._once.first(line.id):
            return
        if self._patience.allows(line.chatter.id, self._clock.seconds()):
            at = self._clock.now()
            self._answers.take(Heard.of(line, word, chat.venue, chat.language, at))

    def _withdrawn(self, payload: twitchio.SubscriptionRevoked) -> None:
        stream_id = str(payload.raw["condition"].get("broadcaster_user_id", ""))
        log.warning("twitch.withdrawn", extra={"reason": payload.reason.value})
        if payload.reason in GONE:
            self._close(stream_id)

    def _close(self, stream_id: str) -> None:
        """Its owner took it back: nothing of that chat reaches us any more, or leaves us."""
        if self._chats.pop(stream_id, None) is None:
            return
        for listener in self.closed:
            task = asyncio.create_task(self._tell(listener, stream_id))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _tell(self, listener: Callable[[str], Awaitable[None]], stream_id: str) -> None:
        try:
            await listener(stream_id)
        except Exception:  # One who fails must not keep the others from knowing.
            log.exception("twitch.close_failed", extra={"platform": "twitch"})

    # -- what we tell Twitch --

    async def _speak(self, stream_id: str, text: str, answers: str) -> Sent:
        return Sent.LATER if self._pipe is None else await self._pipe.say(stream_id, text, answers)
