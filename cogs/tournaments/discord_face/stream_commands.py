"""`/tournament stream`, `/tournoi stream`: what a caster may do."""

from typing import Any

from discord import Interaction, app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from cogs.tournaments.discord_face.casting import Casting
from cogs.tournaments.discord_face.choices import Offered, like
from cogs.tournaments.discord_face.root import TOURNAMENT
from cogs.tournaments.rules.board import Stage
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.tournaments import Tournaments
from cogs.tournaments.service.wording import Tongue
from core.people import Voice
from platforms.discord_client.speaking import say, who

Asked = Interaction[Any]


class StreamCommands(commands.Cog):
    stream = app_commands.Group(
        name=locale_str("stream", key="tournaments-name-stream"),
        description=locale_str("tournaments-about-stream"),
        parent=TOURNAMENT,
    )
    casting: Casting  # handed over when it is hung up
    _tournaments: Tournaments

    @stream.command(
        name=locale_str("queue", key="tournaments-name-stream-queue"),
        description=locale_str("tournaments-about-stream-queue"),
    )
    async def stream_queue(self, interaction: Asked) -> None:
        await say(interaction, await self.casting.queue(await who(interaction)))

    @stream.command(
        name=locale_str("hold", key="tournaments-name-stream-hold"),
        description=locale_str("tournaments-about-stream-hold"),
    )
    @app_commands.rename(match=locale_str("match", key="tournaments-name-option-match"))
    @app_commands.describe(match=locale_str("tournaments-about-option-match"))
    async def stream_hold(self, interaction: Asked, match: str) -> None:
        await say(interaction, await self.casting.kept(await who(interaction), match, held=True))

    @stream.command(
        name=locale_str("release", key="tournaments-name-stream-release"),
        description=locale_str("tournaments-about-stream-release"),
    )
    @app_commands.rename(match=locale_str("match", key="tournaments-name-option-match"))
    @app_commands.describe(match=locale_str("tournaments-about-option-match"))
    async def stream_release(self, interaction: Asked, match: str) -> None:
        await say(interaction, await self.casting.kept(await who(interaction), match, held=False))

    @stream.command(
        name=locale_str("hide", key="tournaments-name-stream-hide"),
        description=locale_str("tournaments-about-stream-hide"),
    )
    @app_commands.rename(player=locale_str("player", key="tournaments-name-option-player"))
    @app_commands.describe(player=locale_str("tournaments-about-option-player"))
    async def stream_hide(self, interaction: Asked, player: str) -> None:
        await say(interaction, await self.casting.hidden(await who(interaction), player))

    @stream_hold.autocomplete("match")
    async def _to_hold(self, interaction: Asked, typed: str) -> Offered:
        return await self._matches(interaction, typed, held=False)

    @stream_release.autocomplete("match")
    async def _to_release(self, interaction: Asked, typed: str) -> Offered:
        return await self._matches(interaction, typed, held=True)

    @stream_hide.autocomplete("player")
    async def _names(self, interaction: Asked, typed: str) -> Offered:
        actor = await who(interaction)
        around = await self._tournaments.here(actor.place)
        return like(
            typed,
            (
                app_commands.Choice(name=each.name, value=f"{live.id}|{each.ticket}")
                for live in around
                if live.event.live
                for each in live.entrants
                if each.name
            ),
        )

    async def _matches(self, interaction: Asked, typed: str, *, held: bool) -> Offered:
        actor = await who(interaction)
        around = await self._tournaments.here(actor.place)
        return like(
            typed,
            (choice for live in around for choice in self._of(live, actor.voice, held=held)),
        )

    def _of(self, live: Live, voice: Voice, *, held: bool) -> Offered:
        """Matches by their players' names; one may be kept before both of them are known."""
        early = {Stage.WAITING, Stage.OPEN, Stage.CALLED}
        spoken = Tongue(voice, str, str)
        return [
            app_commands.Choice(
                name=f"{self.casting.pair(spoken, live, match)} · {match.id}"[:100],
                value=f"{live.id}|{match.id}",
            )
            for match in (live.state.board if live.state and live.event.live else ())
            if match.held is held and match.stage in early and match.playing
        ]
