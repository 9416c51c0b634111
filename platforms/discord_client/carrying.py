"""What we send first on Discord: letters, cards that are edited in place, and whispers."""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import Any

import aiohttp
import discord

from core.clock import Clock
from core.courier import Card, Letter, Room, Sent
from core.people import Doorkeeper, PersonId, Platform, Voice
from platforms.discord_client.pressing import file_of, text_of, view_of
from platforms.discord_client.rooms import ARCHIVED, NoRoom, Rooms, refuses
from prompts import Texts
from storage.cards import CardRow, Cards, OldRoom
from storage.outbox import Outbox, Posted

THREAD_EXISTS = 160004
A_WHILE = timedelta(minutes=10)
BUSY = {429, *range(500, 600)}  # HTTP status: the same again, later
Renderer = Callable[[str], Awaitable[Card | None]]
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is asked at the moment of sending: what a card shows, whether a letter may leave.

    Some letters call people, as `$who`: their accounts are asked for at that moment too, and are
    kept nowhere. With nobody left to call such a letter is not sent.
    """

    cards: Mapping[str, Renderer]
    letters: Mapping[str, Callable[[Letter], Awaitable[bool]]]
    calls: Mapping[str, Callable[[Letter], Awaitable[Sequence[str]]]] = field(default_factory=dict)


class DiscordCourier:
    """Carries letters, cards and whispers. Sent twice after a crash, one is one: by its nonce."""

    def __init__(
        self,
        client: Callable[[], discord.Client],
        door: Callable[[], Doorkeeper],
        texts: Texts,
        clock: Clock,
        drawn: Drawn,
    ) -> None:
        self._client = client
        self._door = door
        self._texts = texts
        self._renderers = drawn.cards
        self._letters = drawn.letters
        self._calls = drawn.calls
        self._clock = clock
        self._threads: set[str] = set()  # a cache: threads known to be there
        self._rooms = Rooms(client, clock)
        self._busy = asyncio.Lock()

    async def carry(
        self, outbox: Outbox, cards: Cards, pause: timedelta, last_words: timedelta = A_WHILE
    ) -> None:
        """Send every letter and card that is due, and put away the rooms that are over.

        `pause`: house time between a card's edits; `last_words`: how long a room stays after all.
        """
        async with self._busy:
            now = self._clock.now()
            # A channel that must wait for Discord's patience holds up no other; in one, in order.
            lanes: defaultdict[str, list[Callable[[], Awaitable[None]]]] = defaultdict(list)
            for posted in await outbox.due(Platform.DISCORD, now):
                lanes[posted.letter.target].append(partial(self._send, outbox, posted))
            for card in await cards.behind(now):
                lane = lanes[f"channel:{card.where}"]
                lane.append(partial(self._card, cards, card, pause, last_words))
            for old in await cards.over(now):
                lanes[f"channel:{old.room}"].append(partial(self._put_away, cards, old))
            await asyncio.gather(*(_one_by_one(lane) for lane in lanes.values()))

    async def whisper(self, person: PersonId, voice: Voice, card: Card, nonce: str) -> Sent:
        """Send `card`, silently, to the private channel that this person opened themselves."""
        del voice  # the card is already said
        channel = await self._door().private_channel_of(person)
        if channel is None:
            return Sent.CLOSED
        target = self._client().get_partial_messageable(
            int(channel), type=discord.ChannelType.private
        )
        return await self._attempt(_post(target, card, nonce, silent=True))

    async def _send(self, outbox: Outbox, posted: Posted) -> None:
        outcome = await self._attempt(self._letter(posted))
        await outbox.done(posted, outcome, self._clock.now())

    async def _letter(self, posted: Posted) -> None:
        letter = posted.letter
        may_leave = self._letters.get(letter.key)
        if may_leave is not None and not await may_leave(letter):
            return
        slots, called = dict(letter.slots), None
        if letter.key in self._calls:
            called = await self._calls[letter.key](letter)
            if not called:
                return
            slots["who"] = " ".join(f"<@{account}>" for account in called)
        text = self._texts.say(Voice(letter.language), letter.key, **slots)
        kind, _, number = letter.target.partition(":")
        if kind == "person":
            found = await self._door().private_channel_of(PersonId(int(number)))
            if found is None:
                return
            number = found
        target = self._client().get_partial_messageable(int(number))
        users = [discord.Object(int(account)) for account in called or ()]
        await _post(target, Card(text), letter.nonce, silent=kind == "person", calls=users)

    async def _card(
        self, cards: Cards, row: CardRow, pause: timedelta, last_words: timedelta
    ) -> None:
        try:
            card = await self._renderers[row.kind](row.subject)
        except Exception:  # A card that cannot be drawn must not keep the others from being shown.
            log.exception("discord.card_failed", extra={"kind": row.kind})
            await cards.failed(row, self._clock.now())
            return
        if card is None:
            await cards.given_up(row)
            return
        message = row.message

        async def show() -> None:
            nonlocal message
            if message is not None:
                await self._edit(row, card)
            else:
                message = await self._first(cards, row, card)

        outcome = await self._attempt(show())
        now = self._clock.now()
        if outcome is Sent.DELIVERED:
            over = card.room is not None and card.room.over
            await cards.shown(row, message, now + pause, now + last_words if over else None)
        elif outcome is Sent.CLOSED:
            await cards.given_up(row)
        else:
            await cards.failed(row, now)

    async def _first(self, cards: Cards, row: CardRow, card: Card) -> str:
        """Post it: in its room, or with the others, or at the worst in the channel itself."""
        if card.room is None:
            return await self._posted(row, card, await self._shared(row))
        if row.room is None:
            row = await self._lodging(cards, row, card.room)
        try:
            return await self._posted(row, card, row.where)
        except discord.HTTPException as error:
            if row.where == row.channel or card.room.strict or not refuses(error):
                raise
            row = await cards.lodged(row, row.channel, error.code)
            return await self._posted(row, card, row.where)

    async def _lodging(self, cards: Cards, row: CardRow, room: Room) -> CardRow:
        """Where it is to stand, written down before anything is posted there."""
        try:
            return await cards.lodged(row, await self._rooms.open(cards, row.channel, room))
        except NoRoom as no:
            if room.strict:
                raise
            return await cards.lodged(row, await self._shared_if_any(row), no.code)

    async def _shared_if_any(self, row: CardRow) -> str:
        try:
            return await self._shared(row)
        except discord.HTTPException as error:
            if not refuses(error):
                raise
            return row.channel

    async def _posted(self, row: CardRow, card: Card, where: str) -> str:
        target = self._client().get_partial_messageable(int(where))
        sent = await _post(target, card, f"card:{row.id}", calls=True)
        if card.pin:
            await _pin(sent)
        if card.room is not None and row.refused is None:
            await self._rooms.bring(where, card.room, text_of(card))
        return str(sent.id)

    async def _edit(self, row: CardRow, card: Card) -> None:
        try:
            await self._edited(row, card)
        except discord.HTTPException as error:
            if error.code != ARCHIVED:
                raise
            await self._rooms.wake(row.where)
            await self._edited(row, card)
        if card.room is not None and row.room is not None and row.refused is None:
            await self._rooms.bring(row.room, card.room)

    async def _edited(self, row: CardRow, card: Card) -> None:
        target = self._client().get_partial_messageable(int(row.where))
        file = file_of(card)
        await target.get_partial_message(int(row.message or 0)).edit(
            content=text_of(card),
            view=view_of(card),
            attachments=[file] if file else [],
            allowed_mentions=discord.AllowedMentions.none(),
        )

    async def _put_away(self, cards: Cards, old: OldRoom) -> None:
        away = self._rooms.remove if old.gone else self._rooms.put_away
        outcome = await self._attempt(away(old.room))
        busy = outcome is Sent.LATER
        await cards.put_away(old, self._clock.now() + A_WHILE if busy else None)

    async def _shared(self, row: CardRow) -> str:
        """The thread that starts from the parent's message, with its id; else the channel."""
        if row.parent_room is not None:
            return row.parent_room
        thread = row.parent_message
        if thread is None:
            return row.channel
        if thread not in self._threads:
            name = await self._thread_name(row)
            try:
                # Not `create_thread`, which wants the guild that a partial channel does not know.
                await self._client().http.start_thread_with_message(
                    int(row.channel), int(thread), name=name, auto_archive_duration=1440
                )
            except discord.HTTPException as error:
                if error.code != THREAD_EXISTS:
                    raise
            self._threads.add(thread)
        return thread

    async def _thread_name(self, row: CardRow) -> str:
        card = await self._renderers[row.parent_kind](row.parent_subject)
        return (card.thread if card else "")[:100] or "…"

    async def _attempt(self, sending: Awaitable[Any]) -> Sent:
        try:
            await sending
        except discord.HTTPException as error:
            outcome = Sent.LATER if error.status in BUSY else Sent.CLOSED
            log.warning("discord.not_sent", extra={"status": error.status, "error": error.code})
            return outcome
        except (NoRoom, discord.RateLimited, aiohttp.ClientError, TimeoutError, OSError) as error:
            log.warning("discord.not_sent", extra={"error": type(error).__name__})
            return Sent.LATER
        except Exception:  # Our fault, unless the login has ended: kept, and none is held up.
            if not self._client().is_closed():
                log.exception("incident", extra={"platform": "discord"})
            return Sent.LATER
        return Sent.DELIVERED


async def _one_by_one(lane: Iterable[Callable[[], Awaitable[None]]]) -> None:
    for send in lane:
        await send()


async def _post(
    target: discord.PartialMessageable,
    card: Card,
    nonce: str,
    *,
    silent: bool = False,
    calls: bool | Sequence[discord.Object] = False,
) -> discord.Message:
    """Names that look like mentions call nobody; `calls`: all that are meant, or these alone."""
    given: dict[str, Any] = {}
    if (view := view_of(card)) is not None:
        given["view"] = view
    if (file := file_of(card)) is not None:
        given["file"] = file
    return await target.send(
        text_of(card),
        nonce=nonce,
        silent=silent,
        # Said in full: what is left out is taken from the client, and it lets nobody be called.
        allowed_mentions=discord.AllowedMentions(
            everyone=False, roles=False, users=calls or False
        ),
        **given,
    )


async def _pin(message: discord.Message) -> None:
    try:
        await message.pin()
    except discord.HTTPException as error:
        # It still stands there, which is what its readers need: pinning is not always ours to do.
        log.warning("discord.not_pinned", extra={"status": error.status, "error": error.code})
