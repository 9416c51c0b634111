"""What "my match" answers in a chat: one line of 180 characters at most, the verb first."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from cogs.tournaments.service.facts import Next, Situation
from cogs.tournaments.service.next_words import in_arena, scored, stands_still, without_team
from cogs.tournaments.service.wording import Tongue, Wording
from prompts import Texts

Sentence = Callable[["BriefWords", Tongue, Next], str]


class BriefWords:
    def __init__(self, texts: Texts, wording: Wording) -> None:
        self._say = texts.say
        self._wording = wording

    def next(self, tongue: Tongue, upcoming: Next) -> str:
        """What there is to do now, or to wait for."""
        if stands_still(upcoming):
            return self._say(tongue.voice, "tournaments-brief-standstill")
        sentence = _SENTENCES.get(upcoming.situation)
        return sentence(self, tongue, upcoming) if sentence else self.nothing(tongue, upcoming)

    def nothing(self, tongue: Tongue, upcoming: Next) -> str:
        del upcoming
        return self._say(tongue.voice, "tournaments-brief-nothing")

    def invited(self, tongue: Tongue, upcoming: Next) -> str:
        event, until = _event(tongue, upcoming), _until(tongue, upcoming)
        return self._say(tongue.voice, "tournaments-brief-invited", event=event, until=until)

    def entered(self, tongue: Tongue, upcoming: Next) -> str:
        event, until = _event(tongue, upcoming), _until(tongue, upcoming)
        if upcoming.live and upcoming.until == upcoming.live.event.check_in_closes:
            return self._say(
                tongue.voice, "tournaments-brief-asked-here", event=event, until=until
            )
        return self._say(tongue.voice, "tournaments-brief-entered", event=event, until=until)

    def waiting(self, tongue: Tongue, upcoming: Next) -> str:
        return self._say(
            tongue.voice,
            "tournaments-brief-waiting",
            event=_event(tongue, upcoming),
            place=str(upcoming.me),
            until=_until(tongue, upcoming),
        )

    def alone(self, tongue: Tongue, upcoming: Next) -> str:
        return without_team(self._say, tongue, upcoming)

    def missed(self, tongue: Tongue, upcoming: Next) -> str:
        event = _event(tongue, upcoming)
        return self._say(tongue.voice, "tournaments-brief-missed", event=event)

    def drawn(self, tongue: Tongue, upcoming: Next) -> str:
        opponent, until = self._opponent(tongue, upcoming), _until(tongue, upcoming)
        return self._say(tongue.voice, "tournaments-brief-drawn", opponent=opponent, until=until)

    def bye(self, tongue: Tongue, upcoming: Next) -> str:
        return self._say(tongue.voice, "tournaments-brief-bye", until=_around(tongue, upcoming))

    def to_play(self, tongue: Tongue, upcoming: Next) -> str:
        opponent, until = self._opponent(tongue, upcoming), _until(tongue, upcoming)
        if upcoming.match and upcoming.me in upcoming.match.here:
            return self._say(
                tongue.voice, "tournaments-brief-here", opponent=opponent, until=until
            )
        if upcoming.twice:
            return self._say(
                tongue.voice, "tournaments-brief-twice", opponent=opponent, until=until
            )
        return self._say(
            tongue.voice,
            "tournaments-brief-to-play",
            opponent=opponent,
            round=self._round(tongue, upcoming),
            until=until,
        )

    def live(self, tongue: Tongue, upcoming: Next) -> str:
        opponent, round_ = self._opponent(tongue, upcoming), self._round(tongue, upcoming)
        return self._say(tongue.voice, "tournaments-brief-live", opponent=opponent, round=round_)

    def sent(self, tongue: Tongue, upcoming: Next) -> str:
        opponent, until = self._opponent(tongue, upcoming), _until(tongue, upcoming)
        return self._say(tongue.voice, "tournaments-brief-sent", opponent=opponent, until=until)

    def asked(self, tongue: Tongue, upcoming: Next) -> str:
        opponent, until = self._opponent(tongue, upcoming), _until(tongue, upcoming)
        return self._say(tongue.voice, "tournaments-brief-asked", opponent=opponent, until=until)

    def disputed(self, tongue: Tongue, upcoming: Next) -> str:
        opponent = self._opponent(tongue, upcoming)
        return self._say(tongue.voice, "tournaments-brief-disputed", opponent=opponent)

    def queued(self, tongue: Tongue, upcoming: Next) -> str:
        opponent, until = self._opponent(tongue, upcoming), _around(tongue, upcoming)
        return self._say(tongue.voice, "tournaments-brief-queued", opponent=opponent, until=until)

    def ahead(self, tongue: Tongue, upcoming: Next) -> str:
        live, feeder, until = upcoming.live, upcoming.feeder, _around(tongue, upcoming)
        if live is None or feeder is None or None in feeder.sides:
            return self._say(tongue.voice, "tournaments-brief-later", until=until)
        one, other = (self._wording.who(tongue, live, side) for side in feeder.sides)
        state = self._wording.stage(tongue.voice, feeder) + scored(feeder)
        if upcoming.of_loser:
            return self._say(
                tongue.voice,
                "tournaments-brief-ahead-lost",
                one=one,
                other=other,
                state=state,
                until=until,
            )
        return self._say(
            tongue.voice,
            "tournaments-brief-ahead",
            one=one,
            other=other,
            state=state,
            until=until,
        )

    def held(self, tongue: Tongue, upcoming: Next) -> str:
        opponent = self._opponent(tongue, upcoming)
        minutes = round(upcoming.live.event.hold_minutes) if upcoming.live else 0
        return self._say(
            tongue.voice, "tournaments-brief-held", opponent=opponent, minutes=minutes
        )

    def rests(self, tongue: Tongue, upcoming: Next) -> str:
        return self._say(tongue.voice, "tournaments-brief-rests", until=_around(tongue, upcoming))

    def between(self, tongue: Tongue, upcoming: Next) -> str:
        if in_arena(upcoming):
            return self._say(tongue.voice, "tournaments-brief-arena")
        return self._say(
            tongue.voice, "tournaments-brief-between", until=_around(tongue, upcoming)
        )

    def paused(self, tongue: Tongue, upcoming: Next) -> str:
        del upcoming
        return self._say(tongue.voice, "tournaments-brief-paused")

    def out(self, tongue: Tongue, upcoming: Next) -> str:
        placement = upcoming.placement
        if upcoming.situation is Situation.CHAMPION or placement is None:
            return self._say(tongue.voice, "tournaments-brief-champion")
        rank, last = str(placement.rank), str(placement.last)
        text = (
            self._say(tongue.voice, "tournaments-brief-out-one", rank=rank)
            if rank == last
            else self._say(tongue.voice, "tournaments-brief-out", rank=rank, last=last)
        )
        if upcoming.also is None:
            return text
        event = tongue.name(upcoming.also.event.name)
        return f"{text} {self._say(tongue.voice, 'tournaments-brief-also', event=event)}"

    def _opponent(self, tongue: Tongue, upcoming: Next) -> str:
        """One name, or two and a count: a lobby of twelve would fill the line."""
        live, match = upcoming.live, upcoming.match
        if live is None or match is None:
            return "…"
        if not match.lobby:
            return self._wording.against(tongue, live, match, upcoming.me)
        others = len(match.playing) - (upcoming.me in match.playing)
        return self._say(tongue.voice, "tournaments-brief-lobby", count=others)

    def _round(self, tongue: Tongue, upcoming: Next) -> str:
        if upcoming.live is None or upcoming.match is None:
            return ""
        return self._wording.round(tongue.voice, upcoming.live, upcoming.match)


def _event(tongue: Tongue, upcoming: Next) -> str:
    return tongue.name(upcoming.live.event.name) if upcoming.live else ""


def _until(tongue: Tongue, upcoming: Next) -> str:
    return tongue.when(upcoming.until) if upcoming.until else ""


def _around(tongue: Tongue, upcoming: Next) -> str:
    return tongue.around(upcoming.expected) if upcoming.expected else "…"


_SENTENCES: Final[Mapping[Situation, Sentence]] = MappingProxyType(
    {
        Situation.INVITED: BriefWords.invited,
        Situation.ENTERED: BriefWords.entered,
        Situation.WAITING: BriefWords.waiting,
        Situation.MISSED: BriefWords.missed,
        Situation.ALONE: BriefWords.alone,
        Situation.SPARE: BriefWords.alone,
        Situation.DRAWN: BriefWords.drawn,
        Situation.BYE: BriefWords.bye,
        Situation.TO_PLAY: BriefWords.to_play,
        Situation.LIVE: BriefWords.live,
        Situation.SENT: BriefWords.sent,
        Situation.ASKED: BriefWords.asked,
        Situation.DISPUTED: BriefWords.disputed,
        Situation.QUEUED: BriefWords.queued,
        Situation.AHEAD: BriefWords.ahead,
        Situation.HELD: BriefWords.held,
        Situation.RESTS: BriefWords.rests,
        Situation.BETWEEN: BriefWords.between,
        Situation.PAUSED: BriefWords.paused,
        Situation.OUT: BriefWords.out,
        Situation.CHAMPION: BriefWords.out,
    }
)
