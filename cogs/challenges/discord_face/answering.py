"""What members type and press, and where each of it goes."""

from typing import Any

from discord import Interaction, app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from cogs.challenges.discord_face.drawing import AGAIN, PACKS, Drawing
from cogs.challenges.rules.refusals import NoneOnStage
from cogs.challenges.service.hosting import Hosting
from cogs.challenges.service.playing import Playing
from cogs.challenges.service.showing import Showing
from core.clock import Clock
from core.courier import Card
from platforms.discord_client.pressing import Pressed
from platforms.discord_client.speaking import replace, say, who
from prompts import Texts

THEMES = [
    app_commands.Choice(name=locale_str(pack, key=key), value=pack) for pack, key in PACKS.items()
]


class ChallengesDiscord(commands.Cog):
    challenge = app_commands.Group(
        name=locale_str("challenge", key="challenges-name-challenge"),
        description=locale_str("challenges-about-challenge"),
        guild_only=True,
    )

    def __init__(
        self, hosting: Hosting, playing: Playing, showing: Showing, texts: Texts, clock: Clock
    ) -> None:
        self._hosting = hosting
        self._playing = playing
        self._showing = showing
        self._texts = texts
        self._clock = clock
        self._drawing = Drawing(texts)

    @challenge.command(
        name=locale_str("start", key="challenges-name-start"),
        description=locale_str("challenges-about-start"),
    )
    @app_commands.rename(pack=locale_str("pack", key="challenges-name-option-pack"))
    @app_commands.describe(pack=locale_str("challenges-about-option-pack"))
    @app_commands.choices(pack=THEMES)
    async def start(self, interaction: Interaction[Any], pack: str = "") -> None:
        actor = await who(interaction)
        await self._hosting.start(actor, str(interaction.channel_id), pack)
        await say(interaction, self._texts.say(actor.voice, "challenges-started"))

    @challenge.command(
        name=locale_str("skip", key="challenges-name-skip"),
        description=locale_str("challenges-about-skip"),
    )
    async def skip(self, interaction: Interaction[Any]) -> None:
        actor = await who(interaction)
        await self._hosting.skip(actor)
        await say(interaction, self._texts.say(actor.voice, "challenges-skipped"))

    @challenge.command(
        name=locale_str("play", key="challenges-name-play"),
        description=locale_str("challenges-about-play"),
    )
    async def play(self, interaction: Interaction[Any]) -> None:
        """The question that is open; where none is, the newest round without a clock."""
        actor = await who(interaction)
        try:
            card = self._drawing.asked(actor.voice, await self._playing.current(actor))
        except NoneOnStage:
            card = self._drawing.calm(actor.voice, await self._playing.untimed(actor))
        await say(interaction, card)

    @challenge.command(
        name=locale_str("list", key="challenges-name-list"),
        description=locale_str("challenges-about-list"),
    )
    async def list(self, interaction: Interaction[Any]) -> None:
        actor = await who(interaction)
        scene = await self._showing.stage(actor.place)
        packs = self._showing.packs()
        await say(interaction, self._drawing.listed(actor.voice, scene, packs))

    @challenge.command(
        name=locale_str("me", key="challenges-name-me"),
        description=locale_str("challenges-about-me"),
    )
    async def me(self, interaction: Interaction[Any]) -> None:
        actor = await who(interaction)
        score = await self._playing.score(actor)
        await say(interaction, self._drawing.score(actor.voice, score))

    async def draw(self, subject: str) -> Card | None:
        """The round's card as it is now; None where nothing is left to show."""
        scene = await self._showing.scene(int(subject))
        return None if scene is None else self._drawing.scene(scene)

    async def look(self, press: Pressed) -> None:
        """The open question, in private, with this player's own letters."""
        asked = await self._playing.current(press.actor)
        await _show(press, self._drawing.asked(press.actor.voice, asked))

    async def answer(self, press: Pressed) -> None:
        at = self._clock.now()
        which, position, letter = press.args
        asked = (int(which), int(position))
        taken = await self._playing.answer(press.actor, letter, at=at, asked=asked)
        await replace(press.interaction, self._drawing.taken(press.actor.voice, taken))

    async def calm(self, press: Pressed) -> None:
        """The next question of a round that is over, without a clock."""
        which = int(press.args[0])
        asked = await self._playing.untimed(press.actor, which)
        await _show(press, self._drawing.calm(press.actor.voice, asked, which))

    async def reply(self, press: Pressed) -> None:
        which, position, letter = press.args
        told = await self._playing.reply(press.actor, int(which), int(position), letter)
        await replace(press.interaction, self._drawing.told(press.actor.voice, told, int(which)))

    async def score(self, press: Pressed) -> None:
        score = await self._playing.score(press.actor, int(press.args[0]))
        await _show(press, Card(self._drawing.score(press.actor.voice, score)))


async def _show(press: Pressed, card: Card) -> None:
    """In the private message that was pressed, or in a first one."""
    if AGAIN in press.args:
        await replace(press.interaction, card)
    else:
        await say(press.interaction, card)
