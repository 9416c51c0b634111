"""The sentences that every face says the same way; each brings how it writes names and hours."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Final

from cogs.tournaments.rules.board import Match, Stage
from cogs.tournaments.rules.bracket import NOBODY, round_of
from cogs.tournaments.rules.mistakes import Mistakes
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.rules.setup import Format
from cogs.tournaments.rules.titles import title_of
from cogs.tournaments.service.facts import Joined, Left, Moved
from cogs.tournaments.service.live import Live
from core.people import Voice
from prompts import Texts

_PHASES: Final[Mapping[Phase, str]] = MappingProxyType(
    {
        Phase.DRAFT: "games-state-draft",
        Phase.REGISTRATION: "tournaments-state-registration",
        Phase.CHECK_IN: "tournaments-state-check-in",
        Phase.CLOSED: "tournaments-state-closed",
        Phase.RUNNING: "tournaments-state-running",
        Phase.FINISHED: "tournaments-state-finished",
        Phase.CANCELLED: "tournaments-state-cancelled",
    }
)


@dataclass(frozen=True, slots=True)
class Tongue:
    """How one reader is spoken to, on one platform."""

    voice: Voice
    name: Callable[[str], str]  # a nickname as it is written here
    when: Callable[[datetime], str]  # an hour as it is written here
    clock: Callable[[datetime], str] | None = None  # the same, where it is only an estimate

    def around(self, moment: datetime) -> str:
        return (self.clock or self.when)(moment)


class Wording:
    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def who(self, tongue: Tongue, live: Live, seed: int | None) -> str:
        """Somebody in the bracket; a number for those whose name is not shown."""
        if seed is None or seed == NOBODY:
            return "…"
        shown = live.name(seed)
        if shown:
            return tongue.name(shown)
        return self._texts.say(tongue.voice, "tournaments-somebody", number=str(seed))

    def round(self, voice: Voice, live: Live, match: Match) -> str:
        """The name of a match's round: "Final", "Round 1"."""
        if live.state is None:
            return ""
        title = title_of(live.state, match.id)
        return self._texts.say(voice, title, round=str(round_of(match.id)))

    def stage(self, voice: Voice, match: Match) -> str:
        """How far a match is, in a word or two."""
        match match.stage:
            case Stage.LIVE:
                return self._texts.say(voice, "tournaments-picture-live")
            case Stage.REPORTED:
                return self._texts.say(voice, "tournaments-picture-reported")
            case Stage.DISPUTED:
                return self._texts.say(voice, "tournaments-picture-disputed")
            case Stage.WAITING:
                return self._texts.say(voice, "tournaments-picture-unknown")
        return self._texts.say(voice, "tournaments-picture-ready")

    def phase(self, voice: Voice, phase: Phase) -> str:
        return self._texts.say(voice, _PHASES[phase])

    def joined(self, tongue: Tongue, joined: Joined) -> str:
        return self._alone(tongue, joined) if joined.alone else self._entered(tongue, joined)

    def _entered(self, tongue: Tongue, joined: Joined) -> str:
        event, say = joined.live.event, self._texts.say
        starts, place = tongue.when(event.starts_at), str(joined.place)
        if joined.waiting and joined.frees:
            return say(tongue.voice, "tournaments-in-line-hope", place=place, frees=joined.frees)
        if joined.waiting:
            return say(tongue.voice, "tournaments-in-line", place=place)
        if event.phase is Phase.RUNNING and event.format is Format.ARENA:
            return self._came_in(tongue, joined)
        if not joined.anew:
            return say(tongue.voice, "tournaments-joined-again", starts=starts)
        entered = len(joined.live.roster.entered)
        if joined.live.roster.entry(joined.ticket).here:
            return say(
                tongue.voice,
                "tournaments-joined-here",
                entered=entered,
                size=event.size,
                starts=starts,
            )
        opens = tongue.when(event.check_in_opens)
        return say(
            tongue.voice,
            "tournaments-joined",
            entered=entered,
            size=event.size,
            starts=starts,
            opens=opens,
        )

    def _came_in(self, tongue: Tongue, joined: Joined) -> str:
        """Into an arena that is being played."""
        if joined.anew:
            return self._texts.say(tongue.voice, "tournaments-came-in")
        return self._texts.say(tongue.voice, "tournaments-came-back")

    def _alone(self, tongue: Tongue, joined: Joined) -> str:
        """Of an event of teams, without one."""
        starts = tongue.when(joined.live.event.starts_at)
        if joined.live.state is not None:
            return self._texts.say(tongue.voice, "teams-spare")
        if not joined.anew:
            return self._texts.say(tongue.voice, "teams-alone-again", starts=starts)
        return self._texts.say(tongue.voice, "teams-alone", starts=starts)

    def checked_in(self, tongue: Tongue, joined: Joined) -> str:
        if joined.waiting:
            place = str(joined.place)
            return self._texts.say(tongue.voice, "tournaments-checked-in-waiting", place=place)
        starts = tongue.when(joined.live.event.starts_at)
        if joined.alone:
            return self._texts.say(tongue.voice, "teams-alone-here", starts=starts)
        return self._texts.say(tongue.voice, "tournaments-checked-in", starts=starts)

    def left(self, tongue: Tongue, left: Left) -> str:
        if left.withdrew:
            return self._texts.say(tongue.voice, "tournaments-withdrew")
        if left.team:
            return self._texts.say(tongue.voice, "teams-left", team=tongue.name(left.team))
        return self._texts.say(tongue.voice, "tournaments-left")

    def arrived(self, tongue: Tongue, moved: Moved) -> str:
        opponent = self.against(tongue, moved.live, moved.match, moved.me)
        until = moved.live.call_ends(moved.match.id)
        if moved.match.stage is Stage.CALLED and until:
            return self._texts.say(
                tongue.voice, "tournaments-arrived", opponent=opponent, until=tongue.when(until)
            )
        return self._texts.say(tongue.voice, "tournaments-arrived-both", opponent=opponent)

    def reported(self, tongue: Tongue, moved: Moved) -> str:
        """The answer to whoever gave a score, or answered one."""
        opponent = self.against(tongue, moved.live, moved.match, moved.me)
        result, say = moved.match.result, self._texts.say
        if result is not None and (moved.match.lobby or result.drawn):
            return say(tongue.voice, "games-reported-noted")
        if result is not None and result.winner == moved.me:
            return say(tongue.voice, "tournaments-reported-won")
        if result is not None:
            return say(tongue.voice, "tournaments-reported-lost", opponent=opponent)
        if moved.match.stage is Stage.DISPUTED:
            return say(tongue.voice, "tournaments-contested")
        until = tongue.when(moved.live.report_stands(moved.match.id) or moved.live.event.starts_at)
        return say(tongue.voice, "tournaments-reported", opponent=opponent, until=until)

    def mistakes(self, voice: Voice, found: Mistakes) -> str:
        """One line of figures of the event, never of a person."""
        percent = f"{100 * found.rate:.1f}"
        if voice.language == "fr":
            percent = percent.replace(".", ",")
        text = self._texts.say(
            voice,
            "repairs-mistakes",
            percent=percent,
            wrong=found.wrong,
            played=found.played,
            late=found.late,
        )
        if found.wait is None:
            return text
        wait = self._texts.say(voice, "repairs-mistakes-wait", minutes=round(found.wait))
        return f"{text} · {wait}"

    def lately(self, voice: Voice, found: Mistakes) -> str:
        """The same of the last events in a place, together."""
        return self._texts.say(voice, "tournaments-lately", figures=self.mistakes(voice, found))

    def against(self, tongue: Tongue, live: Live, match: Match, me: int) -> str:
        """The other side of a match; of a lobby, everybody else."""
        if not match.lobby:
            return self.who(tongue, live, match.opponent_of(me))
        return ", ".join(self.who(tongue, live, side) for side in match.playing if side != me)
