"""The ways out, open to anyone anywhere: `/stop`, `/erase`, `/my-data`, `/privacy`."""

import io
import json
from typing import Any

import discord
from discord import Interaction, app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from cogs.consent.discord_face.cards import Cards
from cogs.consent.service.consents import Consents
from cogs.people.service import People
from config.settings import Settings
from platforms.discord_client.pressing import Pressed
from platforms.discord_client.speaking import replace, say, who
from prompts import Texts


class RightsDiscord(commands.Cog):
    def __init__(
        self, consents: Consents, people: People, cards: Cards, texts: Texts, settings: Settings
    ) -> None:
        self._consents = consents
        self._people = people
        self._cards = cards
        self._texts = texts
        self._settings = settings

    @app_commands.command(
        name=locale_str("stop", key="consent-name-stop"),
        description=locale_str("consent-about-stop"),
    )
    async def stop(self, interaction: Interaction[Any]) -> None:
        """Everything off, before anything is answered."""
        actor = await who(interaction)
        await self._consents.stop(actor.person)
        await say(interaction, self._cards.stopped(actor.voice))

    @app_commands.command(
        name=locale_str("erase", key="consent-name-erase"),
        description=locale_str("consent-about-erase"),
    )
    async def erase(self, interaction: Interaction[Any]) -> None:
        """Asks once more, because play goes too."""
        actor = await who(interaction)
        await say(interaction, self._cards.erase_sure(actor.voice))

    async def erase_sure(self, press: Pressed) -> None:
        await replace(press.interaction, self._cards.erase_sure(press.actor.voice))

    async def erase_now(self, press: Pressed) -> None:
        await self._consents.erase(press.actor)
        await replace(press.interaction, self._texts.say(press.actor.voice, "consent-erased"))

    @app_commands.command(
        name=locale_str("my-data", key="consent-name-my-data"),
        description=locale_str("consent-about-my-data"),
    )
    async def my_data(self, interaction: Interaction[Any]) -> None:
        """Every row that names them, in a file that only they see."""
        actor = await who(interaction)
        found = await self._people.export(actor)
        page = json.dumps(found, indent=2, ensure_ascii=False, default=str).encode()
        await interaction.response.send_message(
            self._texts.say(actor.voice, "consent-my-data"),
            file=discord.File(io.BytesIO(page), "maraude.json"),
            ephemeral=True,
        )

    @app_commands.command(
        name=locale_str("privacy", key="consent-name-privacy"),
        description=locale_str("consent-about-privacy"),
    )
    async def privacy(self, interaction: Interaction[Any]) -> None:
        actor = await who(interaction)
        organisation = self._settings.organisation
        answer = self._texts.say(
            actor.voice,
            "consent-privacy",
            organisation=organisation.name,
            contact=organisation.contact,
            url=f"{self._settings.public_url}/privacy",
        )
        await say(interaction, answer)
