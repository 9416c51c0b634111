"""What "my match" answers where there is room: a sentence or two, for every situation."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from cogs.tournaments.rules.board import Match
from cogs.tournaments.rules.setup import Format
from cogs.tournaments.service.facts import Next, Situation
from cogs.tournaments.service.wording import Tongue, Wording
from prompts import Texts

Sentence = Callable[["NextWords", Tongue, Next], str]


class NextWords:
    def __init__(self, texts: Texts, wording: Wording) -> None:
        self._say = texts.say
        self._wording = wording

    def next(self, tongue: Tongue, upcoming: Next) -> str:
        """What there is to do or to wait for, and after it what else goes on here."""
        if stands_still(upcoming):
            return self._say(tongue.voice, "tournaments-next-standstill")
        sentence = _SENTENCES.get(upcoming.situation)
        text = sentence(self, tongue, upcoming) if sentence else self._nothing(tongue)
        if upcoming.twice:
            text = self._say(tongue.voice, "tournaments-next-twice") + "\n" + text
        if upcoming.also is not None:
            name, starts = tongue.name(upcoming.also.event.name), upcoming.also.event.starts_at
            text += "\n" + self._say(
                tongue.voice, "tournaments-next-also", event=name, until=tongue.when(starts)
            )
        return text

    def _nothing(self, tongue: Tongue) -> str:
        return self._say(tongue.voice, "tournaments-next-nothing")

    def invited(self, tongue: Tongue, upcoming: Next) -> str:
        return self._say(
            tongue.voice,
            "tournaments-next-invited",
            event=_event(tongue, upcoming),
            until=_until(tongue, upcoming),
        )

    def entered(self, tongue: Tongue, upcoming: Next) -> str:
        event, until = _event(tongue, upcoming), _until(tongue, upcoming)
        if upcoming.live and upcoming.until == upcoming.live.event.check_in_closes:
            return self._say(tongue.voice, "tournaments-next-asked-here", event=event, until=until)
        return self._say(tongue.voice, "tournaments-next-entered", event=event, until=until)

    def waiting(self, tongue: Tongue, upcoming: Next) -> str:
        return self._say(
            tongue.voice,
            "tournaments-next-waiting",
            event=_event(tongue, upcoming),
            place=str(upcoming.me),
            until=_until(tongue, upcoming),
        )

    def alone(self, tongue: Tongue, upcoming: Next) -> str:
        return without_team(self._say, tongue, upcoming)

    def missed(self, tongue: Tongue, upcoming: Next) -> str:
        return self._say(tongue.voice, "tournaments-next-missed", event=_event(tongue, upcoming))

    def drawn(self, tongue: Tongue, upcoming: Next) -> str:
        return self._say(
            tongue.voice,
            "tournaments-next-drawn",
            opponent=self._opponent(tongue, upcoming),
            until=_until(tongue, upcoming),
        )

    def bye(self, tongue: Tongue, upcoming: Next) -> str:
        until = _around(tongue, upcoming)
        return self._say(tongue.voice, "tournaments-next-bye", until=until)

    def to_play(self, tongue: Tongue, upcoming: Next) -> str:
        live, match = upcoming.live, upcoming.match
        if live is None or match is None:
            return self._nothing(tongue)
        opponent, until = self._opponent(tongue, upcoming), _until(tongue, upcoming)
        round_ = self._wording.round(tongue.voice, live, match)
        if upcoming.me in match.here:
            return self._say(
                tongue.voice,
                "tournaments-next-here",
                opponent=opponent,
                round=round_,
                until=until,
            )
        return self._say(
            tongue.voice,
            "tournaments-next-to-play",
            opponent=opponent,
            round=round_,
            best=live.state.best_of(match.id) if live.state else live.event.best_of,
            until=until,
        )

    def live(self, tongue: Tongue, upcoming: Next) -> str:
        return self._say(
            tongue.voice,
            "tournaments-next-live",
            opponent=self._opponent(tongue, upcoming),
            round=self._round(tongue, upcoming),
        )

    def sent(self, tongue: Tongue, upcoming: Next) -> str:
        opponent, until = self._opponent(tongue, upcoming), _until(tongue, upcoming)
        return self._say(tongue.voice, "tournaments-next-sent", opponent=opponent, until=until)

    def asked(self, tongue: Tongue, upcoming: Next) -> str:
        opponent, until = self._opponent(tongue, upcoming), _until(tongue, upcoming)
        return self._say(tongue.voice, "tournaments-next-asked", opponent=opponent, until=until)

    def disputed(self, tongue: Tongue, upcoming: Next) -> str:
        return self._say(
            tongue.voice, "tournaments-next-disputed", opponent=self._opponent(tongue, upcoming)
        )

    def queued(self, tongue: Tongue, upcoming: Next) -> str:
        return self._say(
            tongue.voice,
            "tournaments-next-queued",
            opponent=self._opponent(tongue, upcoming),
            until=_around(tongue, upcoming),
        )

    def ahead(self, tongue: Tongue, upcoming: Next) -> str:
        until = _around(tongue, upcoming)
        if upcoming.live is None or upcoming.feeder is None or None in upcoming.feeder.sides:
            return self._say(tongue.voice, "tournaments-next-later", until=until)
        sides = upcoming.feeder.sides
        one, other = (self._wording.who(tongue, upcoming.live, side) for side in sides)
        state = self._wording.stage(tongue.voice, upcoming.feeder) + scored(upcoming.feeder)
        if upcoming.of_loser:
            return self._say(
                tongue.voice,
                "tournaments-next-ahead-lost",
                one=one,
                other=other,
                state=state,
                until=until,
            )
        return self._say(
            tongue.voice,
            "tournaments-next-ahead",
            one=one,
            other=other,
            state=state,
            until=until,
        )

    def held(self, tongue: Tongue, upcoming: Next) -> str:
        opponent, minutes = self._opponent(tongue, upcoming), _hold(upcoming)
        return self._say(tongue.voice, "tournaments-next-held", opponent=opponent, minutes=minutes)

    def rests(self, tongue: Tongue, upcoming: Next) -> str:
        until = _around(tongue, upcoming)
        return self._say(tongue.voice, "tournaments-next-rests", until=until)

    def between(self, tongue: Tongue, upcoming: Next) -> str:
        if in_arena(upcoming):
            return self._say(tongue.voice, "tournaments-next-arena")
        until = _around(tongue, upcoming)
        return self._say(tongue.voice, "tournaments-next-between", until=until)

    def paused(self, tongue: Tongue, upcoming: Next) -> str:
        del upcoming
        return self._say(tongue.voice, "tournaments-next-paused")

    def out(self, tongue: Tongue, upcoming: Next) -> str:
        placement = upcoming.placement
        if upcoming.situation is Situation.CHAMPION or placement is None:
            return self._say(tongue.voice, "tournaments-next-champion")
        rank, last = str(placement.rank), str(placement.last)
        if rank == last:
            return self._say(tongue.voice, "tournaments-next-out-one", rank=rank)
        return self._say(tongue.voice, "tournaments-next-out", rank=rank, last=last)

    def _opponent(self, tongue: Tongue, upcoming: Next) -> str:
        if upcoming.live is None or upcoming.match is None:
            return "…"
        return self._wording.against(tongue, upcoming.live, upcoming.match, upcoming.me)

    def _round(self, tongue: Tongue, upcoming: Next) -> str:
        if upcoming.live is None or upcoming.match is None:
            return ""
        return self._wording.round(tongue.voice, upcoming.live, upcoming.match)


def without_team(say: Callable[..., str], tongue: Tongue, upcoming: Next) -> str:
    """Of an event of teams, where they have none."""
    event, until = _event(tongue, upcoming), _until(tongue, upcoming)
    if upcoming.situation is Situation.SPARE:
        return say(tongue.voice, "teams-next-spare", event=event)
    if upcoming.live and upcoming.until == upcoming.live.event.check_in_closes:
        return say(tongue.voice, "teams-next-alone-here", event=event, until=until)
    return say(tongue.voice, "teams-next-alone", event=event, until=until)


def scored(match: Match) -> str:
    """The score that one side has given: ", 2-1"."""
    if match.claim is None or match.claim.score is None:
        return ""
    more, fewer = sorted(match.claim.score, reverse=True)
    return f", {more}-{fewer}"


def stands_still(upcoming: Next) -> bool:
    """Their match waits, because everything does: no hour that was told is true."""
    live = upcoming.live
    return upcoming.match is not None and live is not None and live.event.paused_at is not None


def in_arena(upcoming: Next) -> bool:
    return upcoming.live is not None and upcoming.live.event.format is Format.ARENA


def _event(tongue: Tongue, upcoming: Next) -> str:
    return tongue.name(upcoming.live.event.name) if upcoming.live else ""


def _until(tongue: Tongue, upcoming: Next) -> str:
    return tongue.when(upcoming.until) if upcoming.until else ""


def _hold(upcoming: Next) -> int:
    """Minutes, as long as a match may wait for the stream."""
    return round(upcoming.live.event.hold_minutes) if upcoming.live else 0


def _around(tongue: Tongue, upcoming: Next) -> str:
    return tongue.around(upcoming.expected) if upcoming.expected else "…"


_SENTENCES: Final[Mapping[Situation, Sentence]] = MappingProxyType(
    {
        Situation.INVITED: NextWords.invited,
        Situation.ENTERED: NextWords.entered,
        Situation.WAITING: NextWords.waiting,
        Situation.MISSED: NextWords.missed,
        Situation.ALONE: NextWords.alone,
        Situation.SPARE: NextWords.alone,
        Situation.DRAWN: NextWords.drawn,
        Situation.BYE: NextWords.bye,
        Situation.TO_PLAY: NextWords.to_play,
        Situation.LIVE: NextWords.live,
        Situation.SENT: NextWords.sent,
        Situation.ASKED: NextWords.asked,
        Situation.DISPUTED: NextWords.disputed,
        Situation.QUEUED: NextWords.queued,
        Situation.AHEAD: NextWords.ahead,
        Situation.HELD: NextWords.held,
        Situation.RESTS: NextWords.rests,
        Situation.BETWEEN: NextWords.between,
        Situation.PAUSED: NextWords.paused,
        Situation.OUT: NextWords.out,
        Situation.CHAMPION: NextWords.out,
    }
)
