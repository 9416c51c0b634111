"""The caster's queue: one card with its buttons, and what they do."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Final

from cogs.tournaments.discord_face.presses import match_of
from cogs.tournaments.discord_face.speech import button, tongue
from cogs.tournaments.rules.board import Match
from cogs.tournaments.rules.casting import Worth
from cogs.tournaments.rules.hosting import NoneHere
from cogs.tournaments.service.cast import Cast, Queue
from cogs.tournaments.service.deed_words import WORTH
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.wording import Tongue, Wording
from core.courier import Card, Choice
from core.people import Actor, Voice
from platforms.discord_client.pressing import Press, Pressed
from platforms.discord_client.speaking import replace, say
from prompts import Texts

MOST: Final = 5  # matches of a card: Discord shows five rows of buttons


class Casting:
    def __init__(self, cast: Cast, texts: Texts, wording: Wording) -> None:
        self._cast = cast
        self._texts = texts
        self._wording = wording

    def all(self) -> Mapping[str, Press]:
        return {
            "tournaments.hold": self.hold,
            "tournaments.release": self.release,
            "tournaments.hide": self.hide,
            "tournaments.unhide": self.unhide,
            "tournaments.without_stream": self.without_stream,
            "tournaments.on_stream": self.on_stream,
        }

    async def hold(self, press: Pressed) -> None:
        tournament, match = match_of(press)
        queue = await self._cast.hold(press.actor, match, tournament)
        await replace(press.interaction, self.card(press.actor.voice, queue))

    async def release(self, press: Pressed) -> None:
        tournament, match = match_of(press)
        queue = await self._cast.release(press.actor, match, tournament)
        await replace(press.interaction, self.card(press.actor.voice, queue))

    async def hide(self, press: Pressed) -> None:
        await self._hide(press, hidden=True)

    async def unhide(self, press: Pressed) -> None:
        await self._hide(press, hidden=False)

    async def without_stream(self, press: Pressed) -> None:
        """Players of a match that is kept would rather play now."""
        tournament, match = match_of(press)
        await self._cast.decline(press.actor, tournament, match)
        await say(press.interaction, self._texts.say(press.actor.voice, "tournaments-no-stream"))

    async def on_stream(self, press: Pressed) -> None:
        """A player would like their next match to be shown."""
        tournament, _ = match_of(press)
        await self._cast.ask(press.actor, tournament)
        await say(press.interaction, self._texts.say(press.actor.voice, "tournaments-wished"))

    async def queue(self, actor: Actor) -> Card:
        return self.card(actor.voice, await self._cast.queue(actor))

    async def kept(self, actor: Actor, match: str, *, held: bool) -> Card:
        """Hold or release the match that was chosen by its players' names."""
        number, _, match_id = match.partition("|")
        if not number.isdecimal():
            raise NoneHere
        act = self._cast.hold if held else self._cast.release
        return self.card(actor.voice, await act(actor, match_id, int(number)))

    async def hidden(self, actor: Actor, player: str) -> str:
        """Keep a name off the overlays, or show it again where it was kept off."""
        number, _, ticket = player.partition("|")
        if not (number.isdecimal() and ticket.isdecimal()):
            raise NoneHere
        queue = await self._cast.queue(actor, int(number))
        was = any(each.hidden for each in queue.live.entrants if each.ticket == int(ticket))
        await self._cast.hide(actor, int(ticket), int(number), hidden=not was)
        if was:
            return self._texts.say(actor.voice, "tournaments-unhidden")
        return self._texts.say(actor.voice, "tournaments-hidden")

    def card(self, voice: Voice, queue: Queue) -> Card:
        """What could be shown and why, with one row of buttons each."""
        say_, shown = partial(self._texts.say, voice), queue.matches[:MOST]
        lines = [say_("tournaments-stream-title")]
        lines += [self._line(voice, queue.live, worth) for worth in shown]
        if not shown:
            lines.append(say_("tournaments-stream-empty"))
        if more := len(queue.matches) - len(shown):
            lines.append(self._texts.say(voice, "tournaments-stream-more", count=more))
        rows = (tuple(self._row(voice, queue.live, worth.match)) for worth in shown)
        return Card("\n".join(lines), tuple(rows))

    def pair(self, spoken: Tongue, live: Live, match: Match) -> str:
        """Who plays: "Ada – Bo", with a gap for whoever is not known yet."""
        return " – ".join(self._wording.who(spoken, live, side) for side in match.sides)

    async def _hide(self, press: Pressed, *, hidden: bool) -> None:
        tournament, ticket = match_of(press)
        if not ticket.isdecimal():
            raise NoneHere
        await self._cast.hide(press.actor, int(ticket), tournament, hidden=hidden)
        queue = await self._cast.queue(press.actor, tournament)
        await replace(press.interaction, self.card(press.actor.voice, queue))

    def _line(self, voice: Voice, live: Live, worth: Worth) -> str:
        say_, match = partial(self._texts.say, voice), worth.match
        why = [say_(WORTH[each]) for each in worth.reasons]
        if match.held:
            why.insert(0, say_("tournaments-why-held"))
        round_ = self._wording.round(voice, live, match)
        return " · ".join((f"- {self.pair(tongue(voice), live, match)}", round_, *why))

    def _row(self, voice: Voice, live: Live, match: Match) -> Iterable[Choice]:
        bare, key = Tongue(voice, str, str), (live.id, match.id)
        pair = self.pair(bare, live, match)
        if match.held:
            label = self._texts.say(voice, "tournaments-button-release", match=pair)
            yield button("release", label, *key, style="success")
        else:
            label = self._texts.say(voice, "tournaments-button-hold", match=pair)
            yield button("hold", label, *key, style="primary")
        for side in match.playing[:2]:
            if side in live.seeded:
                yield self._name(bare, live, side)

    def _name(self, bare: Tongue, live: Live, side: int) -> Choice:
        entrant, name = live.seeded[side], self._wording.who(bare, live, side)
        if entrant.hidden:
            label = self._texts.say(bare.voice, "tournaments-button-unhide", name=name)
            return button("unhide", label, live.id, entrant.ticket)
        label = self._texts.say(bare.voice, "tournaments-button-hide", name=name)
        return button("hide", label, live.id, entrant.ticket)
