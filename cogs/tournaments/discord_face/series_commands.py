"""`/tournament rehearse`: with robots, and seen by nobody else."""

from typing import Any

from discord import Interaction, app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from cogs.tournaments.discord_face.choices import FORMATS, WHICH, Offered, events
from cogs.tournaments.discord_face.rehearsing import Rehearsing
from cogs.tournaments.discord_face.root import TOURNAMENT
from cogs.tournaments.service.tournaments import Tournaments
from platforms.discord_client.speaking import who

Asked = Interaction[Any]


class SeriesCommands(commands.Cog):
    _tournaments: Tournaments
    rehearsing: Rehearsing

    @TOURNAMENT.command(
        name=locale_str("rehearse", key="series-name-rehearse"),
        description=locale_str("series-about-rehearse"),
    )
    @app_commands.rename(
        tournament=WHICH,
        template=locale_str("template", key="tournaments-name-option-template"),
    )
    @app_commands.describe(
        tournament=locale_str("series-about-option-tournament"),
        template=locale_str("series-about-option-template"),
    )
    @app_commands.choices(template=FORMATS)
    async def rehearse(
        self, interaction: Asked, tournament: str | None = None, template: str | None = None
    ) -> None:
        await self.rehearsing.rehearse(interaction, tournament, template)

    @rehearse.autocomplete("tournament")
    async def _what_is_on(self, interaction: Asked, typed: str) -> Offered:
        actor = await who(interaction)
        return events(await self._tournaments.here(actor.place), typed)
