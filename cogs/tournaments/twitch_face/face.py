"""`!tournoi` and its words. Short, the verb first, and no private thing in a public chat."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from cogs.tournaments.rules.hosting import Unreadable
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.rules.typed import told
from cogs.tournaments.service.brief_words import BriefWords
from cogs.tournaments.service.cast import Cast
from cogs.tournaments.service.latecomers import Breaks
from cogs.tournaments.service.team_words import TeamWords
from cogs.tournaments.service.teams import Teams
from cogs.tournaments.service.tournaments import Tournaments
from cogs.tournaments.service.wording import Tongue, Wording
from core.clock import Clock
from core.people import Voice
from platforms.twitch_client.hearing import Said, Words, folded
from prompts import Texts

WORD: Final = "tournoi"
MOST: Final = 180  # characters of an answer
YES: Final = frozenset(("ok", "oui", "yes"))
CREATE: Final = frozenset(("creer", "create", "nouvelle", "new"))
BACK: Final = frozenset(("annuler", "annule", "undo", "cancel"))
NO: Final = frozenset(("non", "no"))


class TournamentsTwitch:
    def __init__(
        self,
        tournaments: Tournaments,
        texts: Texts,
        wording: Wording,
        clock: Clock,
        public_url: str,
        teams: Teams,
    ) -> None:
        self._teams = teams
        self._team_words = TeamWords(texts)
        self._tournaments = tournaments
        self._texts = texts
        self._wording = wording
        self._brief = BriefWords(texts, wording)
        self._clock = clock
        self._public_url = public_url

    def all(self) -> Mapping[tuple[str, str], Words]:
        """Every word, in both languages; accents and capitals are folded by the platform."""
        verbs: dict[str, Words] = {
            **dict.fromkeys(("", "rejoindre", "join"), self.join),
            **dict.fromkeys(("ok", "present", "presente", "here"), self.here),
            **dict.fromkeys(("match",), self.match),
            **dict.fromkeys(("score",), self.score),
            **dict.fromkeys(("arbre", "tableau", "bracket"), self.bracket),
            **dict.fromkeys(("quitter", "leave"), self.leave),
            **dict.fromkeys(("equipe", "team"), self.team),
            **dict.fromkeys(("gagne", "won"), self.won),
            **dict.fromkeys(("perdu", "lost"), self.lost),
        }
        return MappingProxyType({(WORD, verb): words for verb, words in verbs.items()})

    async def join(self, said: Said) -> str | None:
        """Silent for a seat: newcomers are told together, in one line, a few seconds later."""
        joined = await self._tournaments.join(said.actor, stream=said.venue.id)
        if joined.anew and not (joined.waiting or joined.alone):
            return None
        return short(self._wording.joined(self._tongue(said), joined))

    async def here(self, said: Said) -> str:
        """Say "I am here": for the match that was called, or else for the check-in."""
        upcoming = await self._tournaments.my_match(said.actor)
        live = upcoming.live
        if live is not None and live.event.phase is Phase.RUNNING and upcoming.match:
            moved = await self._tournaments.arrive(said.actor, live.id)
            return short(self._wording.arrived(self._tongue(said), moved))
        checked = await self._tournaments.check_in(said.actor)
        return short(self._wording.checked_in(self._tongue(said), checked))

    async def match(self, said: Said) -> str:
        upcoming = await self._tournaments.my_match(said.actor)
        return short(self._brief.next(self._tongue(said), upcoming))

    async def score(self, said: Said) -> str:
        """`score 2-1`, `score gagné`; of the other side's: `score ok`, `non`; `score annuler`."""
        if not said.words:
            raise Unreadable
        answer = folded(said.words[0])
        if answer in YES:
            await self._tournaments.confirm(said.actor)
            return self._texts.say(said.actor.voice, "tournaments-confirmed")
        if answer in NO:
            await self._tournaments.dispute(said.actor)
            return self._texts.say(said.actor.voice, "tournaments-contested")
        if answer in BACK:
            await self._tournaments.take_back(said.actor)
            return self._texts.say(said.actor.voice, "tournaments-taken-back")
        won, games = told(" ".join(said.words))
        return await self._report(said, won, games)

    async def won(self, said: Said) -> str:
        return await self._report(said, True, None)

    async def lost(self, said: Said) -> str:
        return await self._report(said, False, None)

    async def team(self, said: Said) -> str:
        """`equipe CODE` joins, `equipe creer NOM` makes one, and `equipe` says how."""
        if not said.words:
            return self._texts.say(said.actor.voice, "teams-how")
        if folded(said.words[0]) in CREATE and said.words[1:]:
            seen = await self._teams.create(said.actor, " ".join(said.words[1:]))
            return short(self._team_words.made(self._tongue(said), seen))
        seen = await self._teams.join(said.actor, code="".join(said.words))
        return short(self._team_words.joined(self._tongue(said), seen))

    async def leave(self, said: Said) -> str:
        left = await self._tournaments.leave(said.actor)
        return short(self._wording.left(self._tongue(said), left))

    async def bracket(self, said: Said) -> str:
        around = await self._tournaments.here(said.actor.place)
        if not around:
            return self._texts.say(said.actor.voice, "tournaments-list-empty")
        page = f"{self._public_url}/t/{around[0].event.page}"
        return self._texts.say(said.actor.voice, "tournaments-on-page", page=page)

    async def _report(self, said: Said, won: bool | None, games: tuple[int, int] | None) -> str:
        upcoming = await self._tournaments.my_match(said.actor)
        if upcoming.live is not None and upcoming.match is not None and upcoming.match.lobby:
            page = f"{self._public_url}/t/{upcoming.live.event.page}"
            return self._texts.say(said.actor.voice, "games-lobby-on-page", page=page)
        moved = await self._tournaments.report(said.actor, won, games)
        return short(self._wording.reported(self._tongue(said), moved))

    def _tongue(self, said: Said) -> Tongue:
        voice = said.actor.voice
        return Tongue(voice, str, lambda moment: self._in_minutes(voice, moment))

    def _in_minutes(self, voice: Voice, moment: datetime) -> str:
        minutes = max(0, round((moment - self._clock.now()) / timedelta(minutes=1)))
        return self._texts.say(voice, "tournaments-in-minutes", minutes=minutes)


def short(text: str, most: int = MOST) -> str:
    """As much of it as an answer holds, cut after a word."""
    if len(text) <= most:
        return text
    kept = text[: most - 1]
    return (kept.rpartition(" ")[0] or kept) + "…"


class ChatExtras:
    """A break from an arena, and a match played without the stream."""

    def __init__(self, breaks: Breaks, cast: Cast, texts: Texts) -> None:
        self._breaks = breaks
        self._cast = cast
        self._texts = texts

    def all(self) -> Mapping[tuple[str, str], Words]:
        words: dict[str, Words] = {
            "pause": self.pause,
            **dict.fromkeys(("refuser", "refuse"), self.refuse),
        }
        return MappingProxyType({(WORD, verb): act for verb, act in words.items()})

    async def pause(self, said: Said) -> str:
        await self._breaks.pause(said.actor)
        return self._texts.say(said.actor.voice, "tournaments-brief-paused")

    async def refuse(self, said: Said) -> str:
        """Their match is kept for the stream, and they would rather play."""
        await self._cast.decline(said.actor)
        return self._texts.say(said.actor.voice, "tournaments-no-stream")
