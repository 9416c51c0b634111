"""The Quiz Éclair, as viewers of a stream meet it: one word to answer, one line a result."""

from cogs.challenges.rules.refusals import AlreadyAnswered, NoneOnStage, NotOpenYet, TooLate
from cogs.challenges.service.playing import Playing
from cogs.challenges.service.showing import Showing
from core.clock import Clock
from platforms.twitch_client.hearing import Once, Said
from prompts import Texts

QUIET = 60  # seconds of house time in which a chat is told once that it is too late


class ChallengesTwitch:
    def __init__(self, playing: Playing, showing: Showing, texts: Texts, clock: Clock) -> None:
        self._playing = playing
        self._showing = showing
        self._texts = texts
        self._clock = clock
        self._told = Once()  # a cache: which chats have had their one line

    async def what_is_on(self, said: Said) -> str:
        scene = await self._showing.stage(said.actor.place)
        if scene is None:
            raise NoneOnStage
        return self._texts.say(said.actor.voice, "challenges-on", number=scene.life.position)

    async def answer(self, said: Said) -> str | None:
        """Take a letter. Nothing is said to those who are in time: the result is for everybody."""
        at = said.at or self._clock.now()
        try:
            await self._playing.answer(said.actor, said.words[0], at=at, stream=said.venue.id)
        except (TooLate, NoneOnStage) as late:
            minute = int(self._clock.seconds() // QUIET)
            if self._told.first(f"{said.venue.id}:{minute}"):
                return self._texts.say(said.actor.voice, late.key)
        except (AlreadyAnswered, NotOpenYet):
            return None
        return None

    async def points(self, said: Said) -> str:
        score = await self._playing.score(said.actor)
        return self._texts.say(
            said.actor.voice,
            "challenges-points",
            name=said.chatter.name,
            xp=score.xp,
            level=score.level,
            today=score.today,
        )
