"""Accounts, languages and streams, as people on Discord meet them."""

from collections.abc import Awaitable, Callable
from typing import Any

from discord import Interaction, Permissions, app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from cogs.people.rules import AlreadyLinked, StreamUnknown
from cogs.people.service import People
from core.courier import Card, Choice
from core.people import Venue, Voice
from platforms.discord_client.pressing import Pressed
from platforms.discord_client.speaking import plain, replace, say, who
from prompts import Texts

UNLINK = "people.unlink"
# A stream by the name in its address; None where Twitch knows no such name.
FindStream = Callable[[str], Awaitable[Venue | None]]

TONGUES = [
    app_commands.Choice(name=locale_str("fr", key="people-choice-french"), value="fr"),
    app_commands.Choice(name=locale_str("en", key="people-choice-english"), value="en"),
]
AGREEMENTS = [
    app_commands.Choice(
        name=locale_str("feminine", key="people-choice-feminine"), value="feminine"
    ),
    app_commands.Choice(
        name=locale_str("masculine", key="people-choice-masculine"), value="masculine"
    ),
    app_commands.Choice(name=locale_str("other", key="people-choice-other"), value="other"),
]
FOR = [
    app_commands.Choice(name=locale_str("me", key="people-choice-me"), value="me"),
    app_commands.Choice(name=locale_str("here", key="people-choice-here"), value="here"),
]


class PeopleDiscord(commands.Cog):
    stream = app_commands.Group(
        name=locale_str("stream", key="people-name-stream"),
        description=locale_str("people-about-stream"),
        guild_only=True,
        default_permissions=Permissions(manage_guild=True),
    )

    def __init__(self, people: People, texts: Texts, find_stream: FindStream) -> None:
        self._people = people
        self._texts = texts
        self._find_stream = find_stream

    @app_commands.command(
        name=locale_str("link", key="people-name-link"),
        description=locale_str("people-about-link"),
    )
    async def link(self, interaction: Interaction[Any]) -> None:
        """A code for the other account; or, once joined, the button that undoes it."""
        actor = await who(interaction)
        try:
            code = await self._people.start_link(actor)
        except AlreadyLinked:
            label = self._texts.say(actor.voice, "people-unlink-button")
            answer = self._texts.say(actor.voice, "people-link-already")
            await say(interaction, Card(answer, ((Choice(UNLINK, label),),)))
            return
        await say(interaction, self._texts.say(actor.voice, "people-link-code", code=code))

    async def unlink(self, press: Pressed) -> None:
        await self._people.unlink(press.actor)
        await replace(press.interaction, self._texts.say(press.actor.voice, "people-unlinked"))

    @app_commands.command(
        name=locale_str("language", key="people-name-language"),
        description=locale_str("people-about-language"),
    )
    @app_commands.rename(
        language=locale_str("language", key="people-name-language"),
        agreement=locale_str("agreement", key="people-name-option-agreement"),
        scope=locale_str("for", key="people-name-option-for"),
    )
    @app_commands.describe(
        language=locale_str("people-about-option-language"),
        agreement=locale_str("people-about-option-agreement"),
        scope=locale_str("people-about-option-for"),
    )
    @app_commands.choices(language=TONGUES, agreement=AGREEMENTS, scope=FOR)
    async def language(
        self,
        interaction: Interaction[Any],
        language: str,
        agreement: str | None = None,
        scope: str = "me",
    ) -> None:
        """How to speak to somebody, or in a whole server."""
        actor = await who(interaction)
        if scope == "here":
            await self._people.speak_here(actor, language)
            await say(interaction, self._texts.say(Voice(language), "people-spoken-here"))
            return
        voice = await self._people.speak(actor, language=language, gender=agreement)
        await say(interaction, self._texts.say(voice, "people-spoken"))

    @stream.command(
        name=locale_str("add", key="people-name-add"),
        description=locale_str("people-about-add"),
    )
    @app_commands.rename(login=locale_str("login", key="people-name-option-login"))
    @app_commands.describe(login=locale_str("people-about-option-login"))
    async def add(self, interaction: Interaction[Any], login: str) -> None:
        """A code with which a broadcaster makes this server the home of their stream."""
        actor = await who(interaction)
        # Twitch is asked first, and may take longer than the three seconds that Discord waits.
        await interaction.response.defer(ephemeral=True)
        found = await self._find_stream(login.strip().lstrip("@").lower())
        if found is None:
            raise StreamUnknown
        code = await self._people.connect_stream(actor, found)
        await say(
            interaction,
            self._texts.say(
                actor.voice, "people-stream-code", stream=plain(found.name), code=code
            ),
        )
