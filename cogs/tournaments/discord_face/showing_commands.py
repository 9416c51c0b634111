"""`/tournament standings`: who stands where, for whoever asks."""

from typing import Any

from discord import Interaction
from discord.app_commands import locale_str
from discord.ext import commands

from cogs.tournaments.discord_face.cards import EventCards
from cogs.tournaments.discord_face.root import TOURNAMENT
from cogs.tournaments.rules.hosting import NoneHere
from cogs.tournaments.service.tournaments import Tournaments
from platforms.discord_client.speaking import say, who

_Interaction = Interaction[Any]


class ShowingCommands(commands.Cog):
    _tournaments: Tournaments
    _cards: EventCards

    @TOURNAMENT.command(
        name=locale_str("standings", key="tournaments-name-standings"),
        description=locale_str("tournaments-about-standings"),
    )
    async def standings(self, interaction: _Interaction) -> None:
        """Of the one that is being played, or else of the last one."""
        actor = await who(interaction)
        around = await self._tournaments.here(actor.place)
        if not around:
            raise NoneHere
        drawn = next((live for live in around if live.state is not None), around[0])
        await say(interaction, await self._cards.standings(actor.voice, drawn, actor.person))
