"""Who asks on Discord, and how they are answered, refusals and our own faults included."""

import logging
import secrets
from dataclasses import replace as replace_field
from typing import Any, Protocol, cast

import discord
from discord import Locale, app_commands

from core.courier import Card
from core.errors import Refusal
from core.people import Actor, Doorkeeper, Handle, Platform, Role, Venue, Voice
from platforms.discord_client.pressing import Form, file_of, modal_of, text_of, view_of
from platforms.discord_client.reading import is_private
from prompts import Texts

VOICE = "voice"  # among what an interaction carries: how its person wishes to be spoken to
UNKNOWN_INTERACTION = 10062  # what Discord calls one that it no longer waits for
log = logging.getLogger(__name__)


class Knowing(Protocol):
    """A client that knows whom to ask who somebody is."""

    @property
    def doorkeeper(self) -> Doorkeeper: ...


class Doored(Protocol):
    """What of our client is needed here; discord.py knows it as any client."""

    @property
    def doorkeeper(self) -> Doorkeeper: ...


async def who(interaction: discord.Interaction[Any]) -> Actor:
    """The person who spoke, as the doorkeeper knows them, with what Discord lets them do here."""
    client = cast("Knowing", interaction.client)
    actor = await client.doorkeeper.recognise(
        Handle(Platform.DISCORD, str(interaction.user.id), interaction.user.display_name),
        venue_of(interaction),
        language=voice_of(interaction.locale).language,
        roles=_roles(interaction.permissions) if interaction.guild_id else frozenset(),
    )
    interaction.extras[VOICE] = actor.voice  # a refusal is told in the same one
    return replace_field(actor, badges=_badges(interaction.user))


async def somebody(interaction: discord.Interaction[Any], member: discord.Member) -> Actor:
    """Somebody else of this server, named by whoever asks. What they may do is not known."""
    client = cast("Knowing", interaction.client)
    handle = Handle(Platform.DISCORD, str(member.id), member.display_name)
    return await client.doorkeeper.recognise(handle, venue_of(interaction))


def venue_of(interaction: discord.Interaction[Any]) -> Venue | None:
    if interaction.guild_id is None:
        return None
    name = interaction.guild.name if interaction.guild else ""
    return Venue(Platform.DISCORD, str(interaction.guild_id), name)


def _roles(permissions: discord.Permissions) -> frozenset[Role]:
    owner = permissions.manage_guild or permissions.administrator
    host = owner or permissions.manage_events
    return frozenset(role for role, held in ((Role.OWNER, owner), (Role.HOST, host)) if held)


def _badges(user: discord.User | discord.Member) -> frozenset[str]:
    """The roles that this server has given them; in private, none."""
    if not isinstance(user, discord.Member):
        return frozenset()
    return frozenset(str(role.id) for role in user.roles if not role.is_default())


def voice_of(locale: Locale) -> Voice:
    # Not `Locale.language_code`, which answers "fr-FR" where Discord itself says "fr".
    return Voice(locale.value.partition("-")[0])


def plain(name: str) -> str:
    """A name that cannot format, mention or link anything."""
    return discord.utils.escape_mentions(discord.utils.escape_markdown(name))


async def say(
    interaction: discord.Interaction[Any], card: Card | str, *, private: bool = True
) -> None:
    """Answer, by a new message; the first or a later one. Private answers are ephemeral."""
    shown = Card(card) if isinstance(card, str) else card
    given: dict[str, Any] = {"allowed_mentions": discord.AllowedMentions.none()}
    if (view := view_of(shown)) is not None:
        given["view"] = view
    if (file := file_of(shown)) is not None:
        given["file"] = file
    if interaction.response.is_done():
        await interaction.followup.send(text_of(shown), ephemeral=private, **given)
    else:
        await interaction.response.send_message(text_of(shown), ephemeral=private, **given)


async def answer(message: discord.Message, card: Card, *, silent: bool = False) -> None:
    """Answer words that were written to the bot: in private there, in public as a reply."""
    given: dict[str, Any] = {"allowed_mentions": discord.AllowedMentions.none(), "silent": silent}
    if (view := view_of(card)) is not None:
        given["view"] = view
    if is_private(message):
        await message.channel.send(text_of(card), **given)
    else:
        await message.reply(text_of(card), mention_author=False, **given)


async def replace(interaction: discord.Interaction[Any], card: Card | str) -> None:
    """Answer a press by changing the message that was pressed."""
    shown = Card(card) if isinstance(card, str) else card
    file = file_of(shown)
    await interaction.response.edit_message(
        content=text_of(shown), view=view_of(shown), attachments=[file] if file else []
    )


async def ask(interaction: discord.Interaction[Any], form: Form) -> None:
    """Answer by a form; it comes back as a press of its verb."""
    await interaction.response.send_modal(modal_of(form))


async def explain(
    interaction: discord.Interaction[Any], error: BaseException, texts: Texts
) -> None:
    """Tell the person what was refused, or that something broke. Discord errors end here.

    An answer that comes after Discord's three seconds is no fault of what was done: it is kept,
    and the person who asks again is told so.
    """
    if _too_late(error):
        log.warning("discord.too_late", extra={"platform": "discord"})
        return
    voice = interaction.extras.get(VOICE) or voice_of(interaction.locale)
    refusal = _refusal(error)
    if refusal is not None:
        answer = texts.say(voice, refusal.key)
    else:
        number = secrets.token_hex(3).upper()
        log.error("incident", extra={"incident": number, "platform": "discord"}, exc_info=error)
        answer = texts.say(voice, "errors-incident", number=number)
    try:
        await say(interaction, answer)
    except Exception as unsaid:  # The connection is over: nobody is left to tell.
        if not _too_late(unsaid):
            log.exception("discord.unanswered", extra={"platform": "discord"})


def _too_late(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, discord.NotFound) and error.code == UNKNOWN_INTERACTION:
            return True
        error = error.__cause__
    return False


def _refusal(error: BaseException | None) -> Refusal | None:
    while error is not None:
        if isinstance(error, Refusal):
            return error
        error = error.__cause__
    return None


class CommandTexts(app_commands.Translator):
    """Names and describes commands in every language Discord has, so that nobody reads a key.

    A command's name in code is its English name; its French one is the text
    `<feature>-name-<name>`, given as `locale_str(name, key=...)`.
    """

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        del context
        key = string.extras.get("key", string.message)
        return self._texts.say(voice_of(locale), key) if "-" in key else None
