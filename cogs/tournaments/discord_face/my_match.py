"""The answer to "my match": the sentence, the buttons of the situation, the way to the thread."""

from collections.abc import Iterator
from functools import partial

from cogs.tournaments.discord_face.match_cards import MatchCards
from cogs.tournaments.discord_face.speech import button, tongue
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.rules.setup import Format
from cogs.tournaments.service.facts import Next, Situation
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.next_words import NextWords
from cogs.tournaments.service.rooms import Rooms
from cogs.tournaments.service.tournaments import Tournaments
from core.courier import Card, Choice
from core.people import Actor, Voice
from prompts import Texts

TO_ANSWER = {
    *(Situation.TO_PLAY, Situation.LIVE, Situation.HELD),
    *(Situation.SENT, Situation.ASKED, Situation.DISPUTED),
}
WISHING = {Situation.AHEAD, Situation.QUEUED, Situation.DRAWN, Situation.BYE}


class MyMatch:
    def __init__(
        self,
        *,
        tournaments: Tournaments,
        texts: Texts,
        words: NextWords,
        match_cards: MatchCards,
        rooms: Rooms,
    ) -> None:
        self._tournaments = tournaments
        self._texts = texts
        self._words = words
        self._match_cards = match_cards
        self._rooms = rooms

    async def card(self, actor: Actor) -> Card:
        """One answer, whatever the evening is like for them."""
        upcoming = await self._tournaments.my_match(actor)
        text = self._words.next(tongue(actor.voice), upcoming)
        if upcoming.live is None:
            return Card(text)
        if upcoming.match is not None and upcoming.situation in TO_ANSWER:
            return await self._with_match(actor, upcoming, text)
        acts = tuple(self._acts(actor.voice, upcoming, upcoming.live))
        return Card(text, (acts,) if acts else ())

    async def _with_match(self, actor: Actor, upcoming: Next, text: str) -> Card:
        live, match = upcoming.live, upcoming.match
        if live is None or match is None:
            return Card(text)
        thread = await self._rooms.thread_of(live.id, match.id)
        if thread is not None:
            where = f"<#{thread}>"
            text += "\n" + self._texts.say(actor.voice, "tournaments-next-thread", thread=where)
        if upcoming.situation is Situation.DISPUTED:
            return Card(text)
        return Card(text, self._match_cards.acts(actor.voice, live, match))

    def _acts(self, voice: Voice, upcoming: Next, live: Live) -> list[Choice]:
        """What can be done between two matches, or instead of one."""
        label, found = partial(self._texts.say, voice), list[Choice]()
        if upcoming.situation is Situation.INVITED:
            found.append(self._join(voice, upcoming, live))
        if upcoming.situation is Situation.PAUSED:
            resume = label("tournaments-button-resume")
            found.append(button("come_back", resume, live.id, style="success"))
        if upcoming.situation is Situation.BETWEEN and live.event.format is Format.ARENA:
            found.append(button("rest", label("tournaments-button-pause"), live.id))
        if upcoming.situation in {Situation.BETWEEN, Situation.PAUSED}:
            found.append(button("leave", label("tournaments-button-leave"), live.id))
        if upcoming.situation in {Situation.DRAWN, Situation.BYE}:
            found.append(button("leave", label("tournaments-button-cannot"), live.id))
        if upcoming.situation in WISHING and live.event.streams:
            found.append(button("on_stream", label("tournaments-button-on-stream"), live.id, "-"))
        return [*found, *self._instead(voice, upcoming, live)]

    def _instead(self, voice: Voice, upcoming: Next, live: Live) -> Iterator[Choice]:
        """What goes on for whoever is out of it: another event first, then a hand to lend."""
        if upcoming.also is not None:
            yield self._join(voice, upcoming, upcoming.also)
        playing = live.event.phase is Phase.RUNNING and not live.event.rehearsal
        if upcoming.situation is Situation.OUT and playing:
            yield button("help_offer", self._texts.say(voice, "helping-button-offer"), live.id)

    def _join(self, voice: Voice, upcoming: Next, live: Live) -> Choice:
        key = "underground-button" if upcoming.below else "tournaments-button-join"
        return button("join", self._texts.say(voice, key), live.id, style="primary")
