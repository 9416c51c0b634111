"""The desk in a chat: what blocks, more time, a pause for all, and matches for the stream."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from cogs.tournaments.rules import pointing
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.hosting import BadMinutes, NoMatchOfTheirs, NotRunning, Reason
from cogs.tournaments.rules.typed import named, why
from cogs.tournaments.service.cast import Cast
from cogs.tournaments.service.desk import Desk
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.pauses import Pauses
from cogs.tournaments.twitch_face.face import WORD
from cogs.tournaments.twitch_face.staff_words import StaffWords
from platforms.twitch_client.hearing import Said, Words

MORE: Final = 5  # minutes, where none are said
LONGEST: Final = 1440  # minutes: a day


class ChatDesk:
    def __init__(self, desk: Desk, pauses: Pauses, cast: Cast, words: StaffWords) -> None:
        self._desk = desk
        self._pauses = pauses
        self._cast = cast
        self._words = words
        self._texts = words.texts

    def all(self) -> Mapping[tuple[str, str], Words]:
        verbs: dict[str, Words] = {
            **dict.fromkeys(("regie", "desk"), self.desk),
            **dict.fromkeys(("prolonger", "extend"), self.extend),
            **dict.fromkeys(("suspendre", "suspend"), self.suspend),
            **dict.fromkeys(("reprendre", "resume"), self.resume),
            **dict.fromkeys(("file", "queue"), self.queue),
            **dict.fromkeys(("retenir", "hold"), self.hold),
            **dict.fromkeys(("liberer", "release"), self.release),
        }
        return MappingProxyType({(WORD, verb): act for verb, act in verbs.items()})

    async def desk(self, said: Said) -> str:
        """What is blocking."""
        return self._words.board(said.actor.voice, await self._desk.see(said.actor))

    async def extend(self, said: Said) -> str:
        """`prolonger 10 NOVA`: more time in one match; without a name, wherever one waits."""
        live = (await self._desk.see(said.actor)).live
        minutes, words = _minutes(said.words)
        match = _match_of(live, words) if words else None
        _, longer = await self._pauses.extend(said.actor, live.id, minutes, Reason.ABSENT, match)
        return self._texts.say(
            said.actor.voice, "chat-extended", minutes=minutes, count=len(longer)
        )

    async def suspend(self, said: Said) -> str:
        """Everything stands still; a reason of ours may follow."""
        live = (await self._desk.see(said.actor)).live
        reason = why(said.words[0]) if said.words else Reason.TECHNICAL
        await self._pauses.pause(said.actor, live.id, reason)
        return self._texts.say(said.actor.voice, "chat-suspended")

    async def resume(self, said: Said) -> str:
        live = (await self._desk.see(said.actor)).live
        await self._pauses.resume(said.actor, live.id)
        return self._texts.say(said.actor.voice, "repairs-resumed")

    async def queue(self, said: Said) -> str:
        return self._words.queue(said.actor.voice, await self._cast.queue(said.actor))

    async def hold(self, said: Said) -> str:
        """Keep the match of whoever is named; without a name, what there is to choose from."""
        if not said.words:
            return await self.queue(said)
        live = (await self._cast.queue(said.actor)).live
        found = _match_of(live, said.words)
        live = (await self._cast.hold(said.actor, found, live.id)).live
        return self._kept(said, live, found, held=True)

    async def release(self, said: Said) -> str:
        """Let the match of whoever is named be played; without a name, the only one kept."""
        queue = await self._cast.queue(said.actor)
        held = [worth.match for worth in queue.matches if worth.match.held]
        if said.words:
            found = _match_of(queue.live, said.words)
        elif len(held) == 1:
            found = held[0].id
        elif held:
            return self._words.queue(said.actor.voice, queue)
        else:
            raise NoMatchOfTheirs
        live = (await self._cast.release(said.actor, found, queue.live.id)).live
        return self._kept(said, live, found, held=False)

    def _kept(self, said: Said, live: Live, match: MatchId, *, held: bool) -> str:
        voice = said.actor.voice
        if live.state is None:
            raise NotRunning
        found = live.state.match(match)
        named_ = self._words.match(voice, live, found)
        if not held:
            return self._texts.say(voice, "chat-released", match=named_)
        first = self._words.typed(live, found.playing[0]) if found.playing else "…"
        return self._texts.say(voice, "chat-held", match=named_, name=first)


def _match_of(live: Live, words: tuple[str, ...]) -> MatchId:
    """Raises `NotRunning`, `NobodyNamed`, `SeveralNamed`, `NoMatchOfTheirs`."""
    if live.state is None:
        raise NotRunning
    return pointing.now(live.state, named(" ".join(words), live.names)).id


def _minutes(words: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """`10 NOVA`, `10`, `NOVA` or nothing. Raises `BadMinutes`."""
    if not words or not (words[0].isascii() and words[0].isdecimal()):
        return MORE, words
    minutes = int(words[0][:5])
    if not 1 <= minutes <= LONGEST:
        raise BadMinutes
    return minutes, words[1:]
