"""Threads of their own for single messages: made once, found again, opened, put away.

Discord makes a second thread when it is asked twice, and knows no nonce for threads. So before
the first one of a channel is made, and whenever the fate of a request is not known, we look for
threads of ours that no card has: the one with the right name is taken. Spare ones are archived.

What remains: a match that is never called again after a crash in that very moment leaves an
empty thread behind, which Discord archives after a day.
"""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Final

import aiohttp
import discord

from core.clock import Clock
from core.courier import Room
from storage.cards import Cards

ARCHIVED: Final = 50083
PRIVATE, PUBLIC = 12, 11
DAY: Final = 1440  # minutes without a word after which Discord itself archives a thread
TOO_MANY: Final = frozenset((160006, 30033, 429))  # threads, people in one, requests
WRONG_CHANNEL: Final = 50024  # a kind of channel in which there are no such threads
REFUSALS: Final = TOO_MANY | {WRONG_CHANNEL, ARCHIVED, 160005}
PATIENCE: Final = timedelta(minutes=1)  # before it is tried again in a channel that refused
FORBIDDEN: Final = 403
ROUTE: Final = "/channels/{channel_id}/threads"
RETRIED: Final = 1.0  # seconds: discord.py waits that long before it repeats a request
Named = dict[tuple[int, str], list[str]]
log = logging.getLogger(__name__)


class NoRoom(Exception):
    """No thread can be made there now; `code` is Discord's reason."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def refuses(error: discord.HTTPException) -> bool:
    """Whether Discord says that it is not possible there, rather than not well asked."""
    return error.status in {403, 404} or error.code in REFUSALS


class Rooms:
    def __init__(self, client: Callable[[], discord.Client], clock: Clock) -> None:
        self._client = client
        self._clock = clock
        # Caches, dropped with the process.
        self._shut: dict[tuple[str, bool], tuple[datetime, int]] = {}
        self._spare: dict[str, Named] = {}  # by channel: threads of ours that no card has
        self._inside: set[tuple[str, str]] = set()  # who was brought into which room

    async def open(self, cards: Cards, channel: str, room: Room) -> str:
        """The thread for one more card in `channel`. Raises `NoRoom`."""
        until, code = self._shut.get((channel, room.private), (self._clock.now(), 0))
        if until > self._clock.now():
            raise NoRoom(code)
        try:
            return await self._made(cards, channel, room)
        except discord.HTTPException as error:
            if not refuses(error):
                raise
            raise self._no(channel, room, error.code, PATIENCE) from error
        except discord.RateLimited as error:
            wait = timedelta(seconds=error.retry_after)
            raise self._no(channel, room, 429, wait) from error

    async def bring(self, thread: str, room: Room, text: str = "") -> None:
        """Let in who belongs there. Whom a new message's `text` calls is in it by that.

        One request a person is left for those who come later: a match played anew by others, a
        host who is asked to decide.
        """
        for key in ((thread, member) for member in room.members):
            called = f"<@{key[1]}>" in text
            if key not in self._inside and (called or await self._bring(*key)):
                self._inside.add(key)

    async def wake(self, thread: str) -> None:
        """Open an archived thread again, so that something can be changed in it."""
        await self._client().http.edit_channel(int(thread), archived=False)

    async def remove(self, thread: str) -> None:
        """Delete it, where we may over all threads; else it is put away like any other."""
        try:
            await self._client().http.delete_channel(int(thread))
        except discord.HTTPException as error:
            if error.status != FORBIDDEN:
                raise
            await self.put_away(thread)

    async def put_away(self, thread: str) -> None:
        """Archive it. Not locked: that takes a permission over all threads, and forgives less."""
        self._inside = {key for key in self._inside if key[0] != thread}
        await self._client().http.edit_channel(int(thread), archived=True)

    async def _made(self, cards: Cards, channel: str, room: Room) -> str:
        kind = PRIVATE if room.private else PUBLIC
        spare = await self._look(cards, channel)
        if (kind, room.name) not in spare:
            made = await self._make(channel, kind, room.name)
            if channel in self._spare:
                return made
            spare = await self._look(cards, channel)
            spare.setdefault((kind, room.name), [made])
        first, *doubles = sorted(spare.pop((kind, room.name)), key=int)
        for each in doubles:
            await self.put_away(each)
        return first

    async def _make(self, channel: str, kind: Any, name: str) -> str:  # noqa: ANN401 - discord.py's number
        """What has become of others like it is forgotten where it was perhaps made twice."""
        loop = asyncio.get_running_loop()
        asked, spare = loop.time(), self._spare.pop(channel, Named())
        http = self._client().http
        _let_through(http, discord.http.Route("POST", ROUTE, channel_id=int(channel)))
        made = await http.start_thread_without_message(
            int(channel), name=name, auto_archive_duration=DAY, type=kind, invitable=False
        )
        if loop.time() - asked < RETRIED:
            self._spare[channel] = spare
        return str(made["id"])

    async def _look(self, cards: Cards, channel: str) -> Named:
        """The active threads there that are ours and no card's, by kind and name."""
        if channel in self._spare:
            return self._spare[channel]
        client = self._client()
        home: Any = await client.http.get_channel(int(channel))
        listed: Any = await client.http.get_active_threads(int(home["guild_id"]))
        taken, spare = await cards.rooms(channel), Named()
        me = str(client.user.id) if client.user else ""
        for each in listed["threads"]:
            ours = (each["parent_id"], each["owner_id"]) == (channel, me)
            if ours and each["id"] not in taken:
                spare.setdefault((each["type"], each["name"]), []).append(each["id"])
        self._spare[channel] = spare
        return spare

    async def _bring(self, thread: str, member: str) -> bool:
        """Whether it worked. They have the web page and their own card, so the match goes on."""
        try:
            await self._client().http.add_user_to_thread(int(thread), int(member))
        except (discord.HTTPException, discord.RateLimited, aiohttp.ClientError, OSError) as error:
            log.warning("discord.not_added", extra={"error": type(error).__name__})
            return False
        return True

    def _no(self, channel: str, room: Room, code: int, wait: timedelta) -> NoRoom:
        self._shut[channel, room.private] = self._clock.now() + wait, code
        log.warning("discord.no_room", extra={"error": code})
        return NoRoom(code)


def _let_through(http: discord.http.HTTPClient, route: discord.http.Route) -> None:
    """Have discord.py use the calls that are left.

    It refuses every call whose window ends later than `max_ratelimit_timeout`, however many are
    left in it. Discord counts threads in windows of minutes: it would be one, not fifty.
    """
    known = http._bucket_hashes.get(route.key, route.key)  # noqa: SLF001 - of the pinned version
    bucket = http.get_ratelimit(f"{known}:{route.major_parameters}")
    if bucket.remaining > 0:
        bucket.expires = None
