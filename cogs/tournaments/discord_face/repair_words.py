"""What a repair is called, what it will change, and what staff has done: in words, with names."""

from collections.abc import Iterable
from functools import partial
from typing import Final

from cogs.tournaments.discord_face.speech import tongue
from cogs.tournaments.rules import acts
from cogs.tournaments.rules.acts import Repair
from cogs.tournaments.rules.board import Match
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.mistakes import Mistakes
from cogs.tournaments.rules.state import State
from cogs.tournaments.service.deed_words import DEEDS
from cogs.tournaments.service.desk import Deed
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.repairs import Seen
from cogs.tournaments.service.wording import Tongue, Wording
from core.people import Voice
from prompts import Texts

MOST: Final = 5  # matches that are named


class RepairWords:
    def __init__(self, texts: Texts, wording: Wording) -> None:
        self.texts = texts
        self._wording = wording

    def match(self, tongue: Tongue, live: Live, state: State, match: MatchId) -> str:
        """`Round 1 · NOVA – Léo`, on the board as it is or as it will be."""
        place = state.graph.places.get(match)
        found = Match(match) if place is None else state.board[place]
        sides = " – ".join(self._wording.who(tongue, live, side) for side in found.sides[:MOST])
        return f"{self._wording.round(tongue.voice, live, found)} · {sides}"

    def deed(self, tongue: Tongue, live: Live, deed: Deed) -> str:
        """`Score · NOVA – Léo`."""
        what = self.texts.say(tongue.voice, DEEDS.get(deed.kind, "repairs-deed-other"))
        if deed.match and live.state:
            return f"{what} · {self.match(tongue, live, live.state, deed.match)}"
        return f"{what} · {self.who(tongue, live, deed.seat)}" if deed.seat else what

    def who(self, tongue: Tongue, live: Live, seat: int) -> str:
        return self._wording.who(tongue, live, seat)

    def preview(self, voice: Voice, seen: Seen, newcomer: str = "", deed: str = "") -> str:
        """What will happen; nothing has yet, and nobody was told."""
        say, outlook = partial(self.texts.say, voice), seen.outlook
        cleared = [match for match in outlook.cleared if match not in outlook.decided]
        lines = [self.title(voice, seen.live, seen.repair, newcomer, deed)]
        lines.append(
            say(
                "repairs-preview",
                kept=outlook.kept,
                cleared=len(cleared),
                people=len(outlook.people),
            )
        )
        if outlook.decided:
            named = self._matches(voice, seen.live, outlook.after, outlook.decided)
            lines.append(say("repairs-preview-decided", matches=named))
        if cleared and seen.live.state:
            named = self._matches(voice, seen.live, seen.live.state, cleared)
            lines.append(say("repairs-preview-cleared", matches=named))
        if seen.again is not None:
            lines.append(say("repairs-preview-again" if seen.again else "repairs-preview-keep"))
        return "\n".join(lines)

    def title(
        self, voice: Voice, live: Live, repair: Repair, newcomer: str = "", deed: str = ""
    ) -> str:
        """What it is, in a line: "Undo: Round 1 · NOVA – Léo"."""
        say, spoken = partial(self.texts.say, voice), tongue(voice)
        who = partial(self._wording.who, spoken, live)
        about = deed
        if not about and live.state and (match := getattr(repair, "match", None)):
            about = self.match(spoken, live, live.state, match)
        match repair:
            case acts.Undo():
                return say("repairs-title-undo", what=about)
            case acts.Reopen():
                return say("repairs-title-reopen", what=about)
            case acts.Rule(winner=winner):
                return say("repairs-title-rule", what=about, name=who(winner))
            case acts.Forfeit(seat=seat):
                return say("repairs-title-forfeit", what=about, name=who(seat))
            case acts.DoubleForfeit():
                return say("repairs-title-double", what=about)
        return self._of_seats(voice, live, repair, newcomer)

    def _of_seats(self, voice: Voice, live: Live, repair: Repair, newcomer: str) -> str:
        say, who = partial(self.texts.say, voice), partial(self._wording.who, tongue(voice), live)
        match repair:
            case acts.Withdraw(seat):
                return say("repairs-title-withdraw", name=who(seat))
            case acts.Reinstate(seat):
                return say("repairs-title-reinstate", name=who(seat))
            case acts.Replace(seat):
                return say("repairs-title-replace", name=who(seat), newcomer=newcomer)
            case acts.Swap(one, other):
                return say("repairs-title-swap", one=who(one), other=who(other))
        return say("repairs-title-late", newcomer=newcomer)

    def mistakes(self, voice: Voice, found: Mistakes) -> str:
        return self._wording.mistakes(voice, found)

    def lately(self, voice: Voice, found: Mistakes) -> str:
        return self._wording.lately(voice, found)

    def _matches(self, voice: Voice, live: Live, state: State, matches: Iterable[MatchId]) -> str:
        named = list(matches)
        spoken = tongue(voice)
        shown = [self.match(spoken, live, state, match) for match in named[:MOST]]
        more = len(named) - len(shown)
        return ", ".join(shown) + (f" (+{more})" if more else "")
