"""The sentences that every face says the same way; each brings how it writes names and hours."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from cogs.tournaments.rules.board import Match, Stage
from cogs.tournaments.rules.bracket import NOBODY, round_of
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.rules.titles import title_of
from cogs.tournaments.service.book import Live
from cogs.tournaments.service.facts import Joined, Left, Moved, Next, Situation
from core.people import Voice
from prompts import Texts


@dataclass(frozen=True, slots=True)
class Tongue:
    """How one reader is spoken to, on one platform."""

    voice: Voice
    name: Callable[[str], str]  # a nickname as it is written here
    when: Callable[[datetime], str]  # an hour as it is written here


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
        say = self._texts.say
        match phase:
            case Phase.REGISTRATION:
                return say(voice, "tournaments-state-registration")
            case Phase.CHECK_IN:
                return say(voice, "tournaments-state-check-in")
            case Phase.CLOSED:
                return say(voice, "tournaments-state-closed")
            case Phase.RUNNING:
                return say(voice, "tournaments-state-running")
            case Phase.FINISHED:
                return say(voice, "tournaments-state-finished")
            case Phase.CANCELLED:
                return say(voice, "tournaments-state-cancelled")

    def joined(self, tongue: Tongue, joined: Joined) -> str:
        event, say = joined.live.event, self._texts.say
        starts, place = tongue.when(event.starts_at), str(joined.place)
        if joined.waiting:
            return say(tongue.voice, "tournaments-in-line", place=place)
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

    def checked_in(self, tongue: Tongue, joined: Joined) -> str:
        if joined.waiting:
            place = str(joined.place)
            return self._texts.say(tongue.voice, "tournaments-checked-in-waiting", place=place)
        starts = tongue.when(joined.live.event.starts_at)
        return self._texts.say(tongue.voice, "tournaments-checked-in", starts=starts)

    def left(self, tongue: Tongue, left: Left) -> str:
        if left.withdrew:
            return self._texts.say(tongue.voice, "tournaments-withdrew")
        return self._texts.say(tongue.voice, "tournaments-left")

    def arrived(self, tongue: Tongue, moved: Moved) -> str:
        opponent = self._opponent(tongue, moved.live, moved.match, moved.me)
        until = moved.live.call_ends(moved.match.id)
        if moved.match.stage is Stage.CALLED and until:
            return self._texts.say(
                tongue.voice, "tournaments-arrived", opponent=opponent, until=tongue.when(until)
            )
        return self._texts.say(tongue.voice, "tournaments-arrived-both", opponent=opponent)

    def reported(self, tongue: Tongue, moved: Moved) -> str:
        """The answer to whoever gave a score, or answered one."""
        opponent = self._opponent(tongue, moved.live, moved.match, moved.me)
        result, say = moved.match.result, self._texts.say
        if result is not None and result.winner == moved.me:
            return say(tongue.voice, "tournaments-reported-won")
        if result is not None:
            return say(tongue.voice, "tournaments-reported-lost", opponent=opponent)
        if moved.match.stage is Stage.DISPUTED:
            return say(tongue.voice, "tournaments-contested")
        until = tongue.when(moved.live.report_stands(moved.match.id) or moved.live.event.starts_at)
        return say(tongue.voice, "tournaments-reported", opponent=opponent, until=until)

    def next(self, tongue: Tongue, upcoming: Next) -> str:
        """What "my match" answers, in one or two sentences."""
        live, situation = upcoming.live, upcoming.situation
        until = tongue.when(upcoming.until) if upcoming.until else ""
        if live is None:
            return self._texts.say(tongue.voice, "tournaments-next-nothing")
        if situation in {Situation.OUT, Situation.CHAMPION}:
            return self._out(tongue.voice, upcoming)
        if situation is Situation.AHEAD:
            return self._ahead(tongue, live, upcoming)
        if situation is Situation.BYE:
            return self._texts.say(tongue.voice, "tournaments-next-bye", until=until)
        if upcoming.match is None:
            return self._before(tongue, live, upcoming, until)
        return self._match(tongue, live, upcoming.match, upcoming)

    def _before(self, tongue: Tongue, live: Live, upcoming: Next, until: str) -> str:
        voice, event, say = tongue.voice, tongue.name(live.event.name), self._texts.say
        match upcoming.situation:
            case Situation.INVITED:
                return say(voice, "tournaments-next-invited", event=event, until=until)
            case Situation.WAITING:
                place = str(upcoming.me)
                return say(
                    voice, "tournaments-next-waiting", event=event, place=place, until=until
                )
            case Situation.MISSED:
                return say(voice, "tournaments-next-missed", event=event)
            case _ if upcoming.until == live.event.check_in_closes:
                return say(voice, "tournaments-next-asked-here", event=event, until=until)
        return say(voice, "tournaments-next-entered", event=event, until=until)

    def _match(self, tongue: Tongue, live: Live, match: Match, upcoming: Next) -> str:
        voice, say = tongue.voice, self._texts.say
        opponent = self._opponent(tongue, live, match, upcoming.me)
        until = tongue.when(upcoming.until) if upcoming.until else ""
        match upcoming.situation:
            case Situation.DRAWN:
                return say(voice, "tournaments-next-drawn", opponent=opponent, until=until)
            case Situation.SENT:
                return say(voice, "tournaments-next-sent", opponent=opponent, until=until)
            case Situation.ASKED:
                return say(voice, "tournaments-next-asked", opponent=opponent, until=until)
            case Situation.DISPUTED:
                return say(voice, "tournaments-next-disputed", opponent=opponent)
        return self._to_play(tongue, live, match, upcoming)

    def _to_play(self, tongue: Tongue, live: Live, match: Match, upcoming: Next) -> str:
        voice, say = tongue.voice, self._texts.say
        opponent = self._opponent(tongue, live, match, upcoming.me)
        until = tongue.when(upcoming.until) if upcoming.until else ""
        round_ = self.round(voice, live, match)
        if upcoming.situation is Situation.LIVE:
            return say(voice, "tournaments-next-live", opponent=opponent, round=round_)
        if upcoming.me in match.here:
            return say(
                voice, "tournaments-next-here", opponent=opponent, round=round_, until=until
            )
        return say(
            voice,
            "tournaments-next-to-play",
            opponent=opponent,
            round=round_,
            best=live.event.best_of,
            until=until,
        )

    def _ahead(self, tongue: Tongue, live: Live, upcoming: Next) -> str:
        feeder = upcoming.feeder
        if feeder is None or None in feeder.sides:
            return self._texts.say(tongue.voice, "tournaments-next-later")
        one, other = (self.who(tongue, live, side) for side in feeder.sides)
        state = self.stage(tongue.voice, feeder)
        if upcoming.match and upcoming.match.id.startswith("P"):
            return self._texts.say(
                tongue.voice, "tournaments-next-ahead-lost", one=one, other=other, state=state
            )
        return self._texts.say(
            tongue.voice, "tournaments-next-ahead", one=one, other=other, state=state
        )

    def _out(self, voice: Voice, upcoming: Next) -> str:
        placement = upcoming.placement
        if upcoming.situation is Situation.CHAMPION or placement is None:
            return self._texts.say(voice, "tournaments-next-champion")
        rank, last = str(placement.rank), str(placement.last)
        if rank == last:
            return self._texts.say(voice, "tournaments-next-out-one", rank=rank)
        return self._texts.say(voice, "tournaments-next-out", rank=rank, last=last)

    def _opponent(self, tongue: Tongue, live: Live, match: Match, me: int) -> str:
        return self.who(tongue, live, match.opponent_of(me))
