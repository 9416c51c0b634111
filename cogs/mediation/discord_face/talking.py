"""/talk, "Talk about this", and words written to the bot: one of the three faces that read."""

from collections.abc import Callable
from typing import Any

import discord
from discord import Interaction, app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from cogs.consent.rules.channels import Mode
from cogs.consent.rules.words import is_stop
from cogs.consent.service.consents import Consents
from cogs.mediation.discord_face.minute import Minute
from cogs.mediation.rules.emergency import language_of_danger
from core.clock import Clock
from core.courier import Card, Choice
from core.people import Doorkeeper, Handle, Platform, Voice
from platforms.discord_client.reading import is_private
from platforms.discord_client.speaking import answer, say, voice_of
from prompts import Texts

ERASE = "consent.erase"  # the button of the feature below


class MediationDiscord(commands.Cog):
    def __init__(self, minute: Minute) -> None:
        super().__init__()
        self._minute = minute
        menu = app_commands.ContextMenu(
            name=locale_str("Talk about this", key="mediation-name-talk-about-this"),
            callback=self.talk_about_this,
        )
        # A cog knows no decorator for menus; from this list discord.py adds them to the tree.
        self.__cog_app_commands__ = [*self.__cog_app_commands__, menu]  # type: ignore[list-item]

    @app_commands.command(
        name=locale_str("talk", key="mediation-name-talk"),
        description=locale_str("mediation-about-talk"),
    )
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
    async def talk(self, interaction: Interaction[Any]) -> None:
        """The same private card for everybody, at any age; it works when little else does."""
        await say(interaction, self._minute.talk_card(voice_of(interaction.locale)))

    async def talk_about_this(
        self, interaction: Interaction[Any], message: discord.Message
    ) -> None:
        """Serves whoever clicks. The message is read only if it is their own (T-02)."""
        voice = voice_of(interaction.locale)
        own = message.author.id == interaction.user.id
        if own and language_of_danger(message.content):
            server = interaction.guild.name if interaction.guild else ""
            card = self._minute.emergency_card(voice, interaction.user.display_name, server)
        else:
            card = self._minute.talk_card(voice)
        await say(interaction, card)


class Addressed:
    """Reads what was written to the bot, and nothing else. Nothing of it is kept."""

    def __init__(
        self,
        minute: Minute,
        consents: Consents,
        texts: Texts,
        clock: Clock,
        door: Callable[[], Doorkeeper],
    ) -> None:
        self._minute = minute
        self._consents = consents
        self._texts = texts
        self._clock = clock
        self._door = door

    async def read(self, message: discord.Message) -> None:
        """Emergency phrases first: before anybody is looked up, so that it needs no database."""
        if not is_private(message):
            await answer(message, self._public(message))
            return
        language = language_of_danger(message.content)
        if language is not None:
            card = self._minute.emergency_card(Voice(language), message.author.display_name)
            await answer(message, card, silent=True)
        else:
            await self._in_private(message)

    def _public(self, message: discord.Message) -> Card:
        """The same line for everybody. Where the channel is not open, the words stay unread."""
        voice = voice_of(message.guild.preferred_locale) if message.guild else Voice()
        may_read = self._consents.mode(str(message.channel.id)) is not Mode.OFF
        danger = may_read and language_of_danger(message.content) is not None
        return self._minute.public_card(voice, message.author.id, danger=danger, clock=self._clock)

    async def _in_private(self, message: discord.Message) -> None:
        author = message.author
        actor = await self._door().recognise(
            Handle(Platform.DISCORD, str(author.id), author.display_name)
        )
        if is_stop(message.content):
            await self._consents.stop(actor.person)
            erase = Choice(ERASE, self._texts.say(actor.voice, "consent-erase-button"))
            card = Card(self._texts.say(actor.voice, "consent-stopped"), ((erase,),))
        else:
            card = self._minute.talk_card(actor.voice)
        await answer(message, card)
