"""What staff has done to an event, on the cards that everybody concerned sees."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from cogs.tournaments.discord_face.match_words import REASONS
from cogs.tournaments.discord_face.repair_words import RepairWords
from cogs.tournaments.rules.board import Ending, Match
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.hosting import Reason
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.service.desk import Desk
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.pauses import WAITS
from cogs.tournaments.service.tournaments import Tournaments
from core.courier import Card
from core.people import Voice

Drawn = Callable[[str], Awaitable[Card | None]]


@dataclass(frozen=True, slots=True)
class StaffLines:
    """Puts a line under the cards that others draw."""

    tournaments: Tournaments
    desk: Desk
    words: RepairWords

    def event(self, drawn: Drawn) -> Drawn:
        async def show(subject: str) -> Card | None:
            card = await drawn(subject)
            live = await self.tournaments.see(int(subject))
            return self._under(card, self._pause(live))

        return show

    def match(self, drawn: Drawn) -> Drawn:
        async def show(subject: str) -> Card | None:
            number, _, name = subject.partition(":")
            live = await self.tournaments.see(int(number))
            if live.state is not None and MatchId(name) not in live.state.graph.places:
                gone = self.words.texts.say(Voice(live.event.language), "repairs-match-gone")
                return Card(gone)
            card = await drawn(subject)
            if live.state is None:
                return card
            match = live.state.match(MatchId(name))
            waits = match.stage in WAITS
            return self._under(card, self._why(live, match), self._pause(live) if waits else "")

        return show

    def podium(self, drawn: Drawn) -> Drawn:
        async def show(subject: str) -> Card | None:
            card = await drawn(subject)
            live = await self.tournaments.see(int(subject))
            voice = Voice(live.event.language)
            figures = "-# " + self.words.mistakes(voice, await self.desk.mistakes(live))
            running = live.event.phase is Phase.RUNNING
            again = self.words.texts.say(voice, "repairs-podium-again") if running else ""
            return self._under(card, again, figures)

        return show

    def _under(self, card: Card | None, *lines: str) -> Card | None:
        if card is None:
            return None
        return replace(card, text="\n".join(filter(None, (card.text, *lines))))

    def _pause(self, live: Live) -> str:
        if live.event.paused_at is None:
            return ""
        return self.words.texts.say(Voice(live.event.language), "repairs-card-paused")

    def _why(self, live: Live, match: Match) -> str:
        """The reason of the last act of staff; under a ruling, the card itself has it."""
        reason = live.reasons.get(match.id)
        ruled = match.result is not None and match.result.ending is Ending.RULED
        if reason is None or ruled:
            return ""
        voice = Voice(live.event.language)
        why = self.words.texts.say(voice, REASONS[Reason(reason)])
        return self.words.texts.say(voice, "tournaments-match-ruled", reason=why)
