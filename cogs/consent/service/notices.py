"""The notice of a channel: shown, pinned, kept an eye on, and what a day under it leads to."""

from collections.abc import Iterable

from cogs.consent import store
from cogs.consent.rules.channels import OPEN_STATES, Act, State, after
from cogs.consent.rules.facts import ChannelMoved
from cogs.consent.service.channels import NOTICE, Channels, subject_of
from cogs.consent.service.memory import Memory
from cogs.people.service import People
from core.clock import Clock
from core.timers import Timer
from storage import cards
from storage.database import Database, Tx


class Notices:
    """Without its notice a channel is not read."""

    def __init__(
        self, db: Database, clock: Clock, people: People, memory: Memory, channels: Channels
    ) -> None:
        self._db = db
        self._clock = clock
        self._people = people
        self._memory = memory
        self._channels = channels
        self._moved: set[str] = set()  # written in somebody else's transaction; looked at soon
        # What became of messages of a channel whose notice is not written down yet.
        self._early: dict[tuple[str, str], bool | None] = {}

    async def notice_of(self, subject: str) -> tuple[store.Channel, str] | None:
        """The channel that a notice stands for, and its language; None for an older notice."""
        async with self._db.read() as tx:
            found = await store.channel(tx, _channel_id(subject))
        if found is None or subject_of(found) != subject:
            return None
        return found, await self._people.language_of(found.place)

    async def shown(self, tx: Tx, subject: str) -> None:
        """The notice stands in the channel: from now on what is addressed to the bot is read."""
        found = await store.channel(tx, _channel_id(subject))
        if found is None or subject_of(found) != subject or found.state is not State.NOTICE_DUE:
            return
        message = await cards.message_of(tx, NOTICE, subject) or ""
        early = self._early.get((found.channel, message), False)
        state = after(found.state, Act.NOTICE_SHOWN)
        await store.change_channel(
            tx,
            found.id,
            state=(after(state, Act.PAUSE) if early is None else state).value,
            changed_at=self._clock.now(),
            message=message,
            pinned=bool(early),
        )
        self._early = {key: was for key, was in self._early.items() if key[0] != found.channel}
        self._moved.add(found.channel)

    async def gone(self, number: str, message: str) -> None:
        """A message was deleted. If it was the notice, the channel is paused."""
        here = self._memory.channel(number)
        if here is None:
            return
        if here.state is State.NOTICE_DUE:
            self._early[number, message] = None
            await self._channels.look_in(number)  # it may have been written meanwhile
            here = self._memory.channel(number)
        if here is not None and message == here.message:
            await self._channels.stop_reading(number)

    async def pinned(self, number: str, message: str, *, pinned: bool) -> None:
        """A message is pinned, or is not: a notice that was and is no more counts as gone."""
        here = self._memory.channel(number)
        if here is None:
            return
        if here.state is State.NOTICE_DUE and pinned:
            self._early[number, message] = True
            await self._channels.look_in(number)
            here = self._memory.channel(number)
        if here is None or message != here.message or pinned == here.pinned:
            return
        if not pinned:
            await self._channels.stop_reading(number)
        elif here.state in OPEN_STATES:
            async with self._db.write() as tx:
                await store.change_channel(tx, here.id, pinned=True)
            await self._channels.look_in(number)

    async def begin_watch(self, tx: Tx, timer: Timer) -> Iterable[object]:
        """A day has passed under the notice: those who said yes are read from now on."""
        found = await store.channel(tx, store.ChannelId(int(timer.key)))
        if found is None or found.state is not State.WATCH_PENDING:
            return ()
        if not self._channels.may_watch():
            return ()
        if found.watch_from is None or found.watch_from > self._clock.now():
            return ()
        state = after(found.state, Act.BEGIN_WATCH)
        now = self._clock.now()
        await store.change_channel(tx, found.id, state=state.value, changed_at=now)
        await cards.again(tx, NOTICE, subject_of(found))
        return [ChannelMoved(found.channel)]

    async def purge(self, tx: Tx, timer: Timer) -> Iterable[object]:
        """A day after its closing a channel is forgotten."""
        found = await store.channel(tx, store.ChannelId(int(timer.key)))
        if found is None or found.state is not State.CLOSED:
            return ()
        await store.forget_channel(tx, found.id)
        return [ChannelMoved(found.channel)]

    async def tick(self, _now: object) -> None:
        """Look up what was written since the last look."""
        while self._moved:
            await self._channels.look_in(self._moved.pop())


def _channel_id(subject: str) -> store.ChannelId:
    return store.ChannelId(int(subject.partition(":")[0]))
