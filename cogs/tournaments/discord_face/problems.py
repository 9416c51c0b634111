"""The button for when something is wrong: one choice, and what happens next."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import Final

from cogs.tournaments.discord_face.presses import match_of
from cogs.tournaments.discord_face.speech import button, tongue
from cogs.tournaments.rules.board import Stage
from cogs.tournaments.rules.hosting import NoneHere, Trouble
from cogs.tournaments.service.tournaments import Tournaments
from core.courier import Card
from platforms.discord_client.pressing import Press, Pressed
from platforms.discord_client.speaking import say
from prompts import Texts

TROUBLES: Final[Mapping[Trouble, str]] = MappingProxyType(
    {
        Trouble.ABSENT: "tournaments-trouble-absent",
        Trouble.LOBBY: "tournaments-trouble-lobby",
        Trouble.SCORE: "tournaments-trouble-score",
        Trouble.OTHER: "tournaments-trouble-other",
    }
)


class Problems:
    def __init__(self, tournaments: Tournaments, texts: Texts) -> None:
        self._tournaments = tournaments
        self._texts = texts

    def all(self) -> Mapping[str, Press]:
        return {"tournaments.problem": self.problem, "tournaments.flag": self.flag}

    async def problem(self, press: Pressed) -> None:
        """Ask which it is: four buttons, nothing to type."""
        tournament, match = match_of(press)
        label = partial(self._texts.say, press.actor.voice)
        rows = tuple(
            (button("flag", label(key), tournament, match, trouble),)
            for trouble, key in TROUBLES.items()
        )
        await say(press.interaction, Card(label("tournaments-problem-ask"), rows))

    async def flag(self, press: Pressed) -> None:
        tournament, match = match_of(press)
        trouble = _trouble(press.args)
        moved = await self._tournaments.flag(press.actor, trouble, tournament, match)
        voice = press.actor.voice
        until = moved.live.call_ends(moved.match.id)
        if trouble is Trouble.ABSENT and moved.match.stage is Stage.CALLED and until:
            when = tongue(voice).when(until)
            text = self._texts.say(voice, "tournaments-flagged-absent", until=when)
        else:
            text = self._texts.say(voice, "tournaments-flagged", what=trouble.value)
        await say(press.interaction, text)


def _trouble(args: tuple[str, ...]) -> Trouble:
    """What the button stands for; one that was made up leads nowhere."""
    try:
        return Trouble(args[2])
    except (IndexError, ValueError):
        raise NoneHere from None
