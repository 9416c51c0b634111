"""Where a match stands, in the sentence of its card."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from types import MappingProxyType
from typing import Final

from cogs.tournaments.discord_face.speech import soon
from cogs.tournaments.discord_face.veto_words import VetoWords
from cogs.tournaments.rules.board import Ending, Match, Score, Stage
from cogs.tournaments.rules.bracket import NOBODY, NOWHERE
from cogs.tournaments.rules.hosting import Reason
from cogs.tournaments.rules.patience import OVER, moment
from cogs.tournaments.service.clocks import call
from cogs.tournaments.service.live import Live
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
MOST_NAMES: Final = 700  # characters for those of one lobby; they stand in a card twice
PLAIN: Final[Mapping[Stage, str]] = MappingProxyType(
    {
        Stage.LIVE: "tournaments-match-live",
        Stage.DISPUTED: "tournaments-match-disputed",
    }
)


class MatchWords:
    def __init__(self, texts: Texts, clock: Clock, games: VetoWords) -> None:
        self.texts = texts
        self.games = games
        self._clock = clock

    def head(
        self, voice: Voice, round_: str, live: Live, match: Match, names: Mapping[int, str]
    ) -> str:
        """Who plays, in which round; of a lobby, everybody."""
        sides = [names.get(side or NOBODY, "…") for side in match.sides]
        if match.lobby:
            return self.texts.say(
                voice, "tournaments-match-head-lobby", round=round_, players=_some(sides, ", ")
            )
        return self.texts.say(
            voice,
            "tournaments-match-head",
            round=round_,
            one=sides[0],
            other=sides[1],
            best=live.state.best_of(match.id) if live.state else live.event.best_of,
        )

    def stage(self, voice: Voice, live: Live, match: Match, names: Mapping[int, str]) -> str:
        """Where a match stands, with its sign, and what comes next."""
        if match.held:
            minutes = round(live.event.hold_minutes)
            return self.texts.say(voice, "tournaments-match-held", minutes=minutes)
        match match.stage:
            case Stage.CALLED:
                return self._called(voice, live, match, names)
            case Stage.LIVE if match.lobby:
                many = self.games.in_a_row(live)
                return self.texts.say(voice, "games-lobby-live", games=many)
            case Stage.REPORTED:
                return self._reported(voice, live, match, names)
            case Stage.SETTLED:
                return self._settled(voice, live, match, names)
        return self.texts.say(voice, PLAIN.get(match.stage, "tournaments-match-waiting"))

    def twice(self, voice: Voice, live: Live, match: Match, names: Mapping[int, str]) -> str:
        """Of a grand final: who must win it twice, and what the second one decides."""
        graph = live.state.graph if live.state else None
        if graph is None or graph.reset == NOWHERE or not match.known:
            return ""
        place = graph.places[match.id]
        if place == graph.reset:
            return "\n" + self.texts.say(voice, "tournaments-match-last")
        if place != graph.final:
            return ""
        name = names.get(match.sides[1] or NOBODY, "…")
        return "\n" + self.texts.say(voice, "tournaments-match-twice", name=name)

    def _called(self, voice: Voice, live: Live, match: Match, names: Mapping[int, str]) -> str:
        ends = live.call_ends(match.id) or live.event.starts_at
        missing = _some([names.get(side, "…") for side in match.absent], ", ")
        if ends <= self._clock.now():
            return self._late(voice, live, ends, missing)
        if not match.here:
            return self.texts.say(voice, "tournaments-match-called", until=soon(ends))
        name = _some([names.get(side, "…") for side in match.playing if side in match.here], ", ")
        return self.texts.say(
            voice, "tournaments-match-half", name=name, missing=missing, until=soon(ends)
        )

    def _late(self, voice: Voice, live: Live, ends: datetime, missing: str) -> str:
        if not live.event.auto_forfeit:
            return self.texts.say(voice, "tournaments-match-late-asked", missing=missing)
        until = soon(moment(ends, call(live), OVER))
        return self.texts.say(voice, "tournaments-match-late", missing=missing, until=until)

    def _reported(self, voice: Voice, live: Live, match: Match, names: Mapping[int, str]) -> str:
        claim = match.claim
        if claim is None:
            return self.texts.say(voice, "tournaments-match-live")
        said = partial(
            self.texts.say,
            voice,
            name=names.get(claim.by, "…"),
            until=soon(live.report_stands(match.id) or live.event.starts_at),
        )
        if claim.order:
            return said("games-lobby-reported", order=_order(claim.order, names))
        said = partial(said, other=names.get(match.opponent_of(claim.by) or NOBODY, "…"))
        if not claim.winner:
            return said("games-reported-draw", score=_equal(claim.score))
        if claim.score is None:
            return said("tournaments-match-reported", winner=names[claim.winner])
        score = games(claim.score)
        return said("tournaments-match-reported-score", winner=names[claim.winner], score=score)

    def _settled(self, voice: Voice, live: Live, match: Match, names: Mapping[int, str]) -> str:
        result, say = match.result, self.texts.say
        text = self._result(voice, match, names)
        if result is None:
            return text
        reason = live.reasons.get(match.id)
        if result.ending is not Ending.RULED or reason is None:
            return text
        why = say(voice, REASONS[Reason(reason)])
        return text + "\n" + say(voice, "tournaments-match-ruled", reason=why)

    def _result(self, voice: Voice, match: Match, names: Mapping[int, str]) -> str:
        """How it ended, in one sentence."""
        result, say = match.result, self.texts.say
        if result is not None and result.drawn:
            return say(voice, "games-drawn", score=_equal(result.score))
        if result is None or not result.winner:
            return say(voice, "tournaments-match-nobody")
        if result.order:
            return say(voice, "games-lobby-settled", order=_order(result.order, names))
        winner = names[result.winner]
        if not result.played:
            return say(voice, "tournaments-match-passes", winner=winner)
        if result.score is None:
            return say(voice, "tournaments-match-won", winner=winner)
        return say(voice, "tournaments-match-won-score", winner=winner, score=games(result.score))


def _order(order: tuple[int, ...], names: Mapping[int, str]) -> str:
    """Everybody in the order of arrival: "1. NOVA · 2. Léo"."""
    return _some(
        [f"{place}. {names.get(seat, '…')}" for place, seat in enumerate(order, 1)], " · "
    )


def _some(named: Sequence[str], between: str) -> str:
    """As many as leave room for the rest of a card; of a big lobby, how many more there are."""
    shown, room = 0, MOST_NAMES
    while shown < len(named) and (room := room - len(named[shown]) - len(between)) >= 0:
        shown += 1
    more = [] if shown == len(named) else [f"… +{len(named) - shown}"]
    return between.join((*named[:shown], *more))


def _equal(score: Score | None) -> str:
    """The word `none` where nobody counted the games of a draw."""
    return f"{score[0]}-{score[1]}" if score else "none"


def games(score: Score) -> str:
    """The winner's games first, as a sentence has it."""
    more, fewer = sorted(score, reverse=True)
    return f"{more}-{fewer}"
