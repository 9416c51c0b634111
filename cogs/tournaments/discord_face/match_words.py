"""Where a match stands, in the sentence of its card."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final

from cogs.tournaments.discord_face.speech import soon
from cogs.tournaments.rules.board import Ending, Match, Score, Stage
from cogs.tournaments.rules.bracket import NOBODY
from cogs.tournaments.rules.hosting import Reason
from cogs.tournaments.rules.patience import OVER, moment
from cogs.tournaments.service.book import Live
from cogs.tournaments.service.clocks import call
from core.clock import Clock
from core.people import Voice
from prompts import Texts

REASONS: Final[Mapping[Reason, str]] = MappingProxyType(
    {
        Reason.HEARD: "tournaments-reason-heard",
        Reason.PROOF: "tournaments-reason-proof",
        Reason.ABSENT: "tournaments-reason-absent",
        Reason.MISTAKE: "tournaments-reason-mistake",
        Reason.CONDUCT: "tournaments-reason-conduct",
        Reason.ASKED: "tournaments-reason-asked",
        Reason.TECHNICAL: "tournaments-reason-technical",
    }
)


class MatchWords:
    def __init__(self, texts: Texts, clock: Clock) -> None:
        self.texts = texts
        self._clock = clock

    def stage(self, voice: Voice, live: Live, match: Match, names: Mapping[int, str]) -> str:
        """Where a match stands, with its sign, and what comes next."""
        say = self.texts.say
        if match.held:
            return say(voice, "tournaments-match-held")
        match match.stage:
            case Stage.CALLED:
                return self._called(voice, live, match, names)
            case Stage.LIVE:
                return say(voice, "tournaments-match-live")
            case Stage.REPORTED:
                return self._reported(voice, live, match, names)
            case Stage.DISPUTED:
                return say(voice, "tournaments-match-disputed")
            case Stage.SETTLED:
                return self._settled(voice, live, match, names)
        return say(voice, "tournaments-match-waiting")

    def _called(self, voice: Voice, live: Live, match: Match, names: Mapping[int, str]) -> str:
        ends = live.call_ends(match.id) or live.event.starts_at
        missing = ", ".join(names.get(side, "…") for side in match.absent)
        if ends <= self._clock.now():
            return self._late(voice, live, ends, missing)
        if not match.here:
            return self.texts.say(voice, "tournaments-match-called", until=soon(ends))
        name = ", ".join(names.get(side, "…") for side in match.playing if side in match.here)
        return self.texts.say(
            voice, "tournaments-match-half", name=name, missing=missing, until=soon(ends)
        )

    def _late(self, voice: Voice, live: Live, ends: datetime, missing: str) -> str:
        if not live.event.auto_forfeit:
            return self.texts.say(voice, "tournaments-match-late-asked", missing=missing)
        until = soon(moment(ends, call(live), OVER))
        return self.texts.say(voice, "tournaments-match-late", missing=missing, until=until)

    def _reported(self, voice: Voice, live: Live, match: Match, names: Mapping[int, str]) -> str:
        claim, say = match.claim, self.texts.say
        if claim is None:
            return say(voice, "tournaments-match-live")
        name, winner = names[claim.by], names[claim.winner]
        other = names.get(match.opponent_of(claim.by) or NOBODY, "…")
        until = soon(live.report_stands(match.id) or live.event.starts_at)
        if claim.score is None:
            return say(
                voice,
                "tournaments-match-reported",
                name=name,
                winner=winner,
                other=other,
                until=until,
            )
        return say(
            voice,
            "tournaments-match-reported-score",
            name=name,
            winner=winner,
            other=other,
            until=until,
            score=games(claim.score),
        )

    def _settled(self, voice: Voice, live: Live, match: Match, names: Mapping[int, str]) -> str:
        result, say = match.result, self.texts.say
        if result is None or not result.winner:
            return say(voice, "tournaments-match-nobody")
        winner = names[result.winner]
        if not result.played:
            return say(voice, "tournaments-match-passes", winner=winner)
        if result.score:
            score = games(result.score)
            text = say(voice, "tournaments-match-won-score", winner=winner, score=score)
        else:
            text = say(voice, "tournaments-match-won", winner=winner)
        reason = live.reasons.get(match.id)
        if result.ending is not Ending.RULED or reason is None:
            return text
        why = say(voice, REASONS[Reason(reason)])
        return text + "\n" + say(voice, "tournaments-match-ruled", reason=why)


def games(score: Score) -> str:
    """The winner's games first, as a sentence has it."""
    more, fewer = sorted(score, reverse=True)
    return f"{more}-{fewer}"
