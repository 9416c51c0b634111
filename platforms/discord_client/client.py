"""The connection to Discord: the smallest intents, no cache of anybody's words, one dispatcher."""

import asyncio
import hashlib
import json
import logging
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import aiohttp
import discord
import yarl
from discord.ext import commands

from config import is_loopback
from config.settings import Settings
from core.errors import CannotStart
from core.people import Doorkeeper
from platforms.discord_client.answering import Answering
from platforms.discord_client.pressing import Nameless, Press, pressed, verb_of
from platforms.discord_client.reading import Reads
from platforms.discord_client.speaking import CommandTexts, explain, say, voice_of, who
from prompts import Texts
from storage.marks import Marks

PRESSES = {discord.InteractionType.component, discord.InteractionType.modal_submit}
log = logging.getLogger(__name__)


def intents_for(*, watching: bool) -> discord.Intents:
    """4609 for what is addressed to the bot; the words of others only with a `watch` channel."""
    intents = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
    intents.message_content = watching
    return intents


def point_at(settings: Settings) -> None:
    """Have discord.py speak to the configured addresses; `config` lets no stranger's through."""
    discord.http.Route.BASE = settings.discord.api_base
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(settings.discord.gateway_url)
    if is_loopback(settings.discord.api_base):
        discord.Asset.BASE = settings.discord.api_base.rsplit("/api", 1)[0] + "/cdn"


class DiscordClient(commands.AutoShardedBot):
    """One login of the bot. Everything it must know of the house, it is given."""

    def __init__(  # noqa: PLR0913 - what is hung up in the house, by name
        self,
        *,
        texts: Texts,
        door: Callable[[], Doorkeeper],
        presses: Mapping[str, Press | Nameless],
        reads: Reads,
        cogs: Sequence[commands.Cog],
        marks: Marks,
        settings: Settings,
        watching: bool,
    ) -> None:
        # It never speaks aloud, so nobody need be told at each start what that would take.
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            intents=intents_for(watching=watching),
            # By default discord.py keeps the last thousand messages of everybody; 0 means 1000.
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_ratelimit_timeout=settings.discord.max_ratelimit_timeout,
            allowed_mentions=discord.AllowedMentions.none(),
            guild_ready_timeout=0.2 if is_loopback(settings.discord.api_base) else 2.0,
        )
        self.texts = texts
        self._door = door
        self.watching = watching
        self._presses = presses
        self._reads = reads
        self._hung_up = cogs
        self._marks = marks
        self._local = is_loopback(settings.discord.api_base)
        self._answering = Answering()
        self.tree.error(self._command_failed)

    @property
    def doorkeeper(self) -> Doorkeeper:
        return self._door()

    async def setup_hook(self) -> None:
        for cog in self._hung_up:
            await self.add_cog(cog)
        await self.tree.set_translator(CommandTexts(self.texts))
        await self._sync_commands()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        if not self._local:  # our own Discord does not mind how quickly somebody comes back
            await super().before_identify_hook(shard_id, initial=initial)

    async def on_message(self, message: discord.Message) -> None:
        if self.user is not None:
            await self._reads.show(message, self.user.id)

    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        if self._reads.gone is not None:
            await self._reads.gone(payload.channel_id, payload.message_id)

    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        if self._reads.gone is not None:
            await self._reads.gone(payload.channel_id, payload.message_id)

    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        if self._reads.gone is not None:
            for message in payload.message_ids:
                await self._reads.gone(payload.channel_id, message)

    async def retire(self) -> None:
        """Hear nothing more, answer whoever is being answered, and close the connection."""
        for shard in self.shards.values():
            await shard.disconnect()
        await self._answering.over()
        await self.close()

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        if interaction.type is discord.InteractionType.application_command:
            self._answering.begun(interaction.id)
        if interaction.type not in PRESSES:
            return
        self._answering.begun(interaction.id)
        try:
            await self._pressed(interaction)
        finally:
            self._answering.ended(interaction.id)

    async def on_app_command_completion(
        self, interaction: discord.Interaction[Any], command: object
    ) -> None:
        del command
        self._answering.ended(interaction.id)

    async def _pressed(self, interaction: discord.Interaction[Any]) -> None:
        verb, _ = verb_of(interaction)
        press = self._presses.get(verb)
        try:
            if press is None:
                voice = voice_of(interaction.locale)
                await say(interaction, self.texts.say(voice, "errors-too-old"))
            elif isinstance(press, Nameless):
                await press.answer(interaction)
            else:
                await press(pressed(interaction, await who(interaction)))
        except Exception as error:  # noqa: BLE001 - the one place where presses end
            await explain(interaction, error, self.texts)

    async def on_error(self, event_method: str, /, *args: object, **kwargs: object) -> None:
        del args, kwargs  # they hold people's words
        error = sys.exception()
        log.error("incident", extra={"platform": "discord", "kind": event_method}, exc_info=error)

    async def _command_failed(
        self, interaction: discord.Interaction[Any], error: discord.app_commands.AppCommandError
    ) -> None:
        await explain(interaction, error, self.texts)
        self._answering.ended(interaction.id)

    async def _sync_commands(self) -> None:
        """Tell Discord our commands, only when they have changed: each time costs its patience."""
        tree = [
            await command.get_translated_payload(self.tree, self.tree.translator)
            for command in self.tree.get_commands()
            if self.tree.translator is not None
        ]
        application = self.application_id or 0
        digest = hashlib.sha256(json.dumps([application, tree], sort_keys=True).encode())
        if await self._marks.get("discord.commands") == digest.hexdigest():
            return
        await self.tree.sync()
        await self._marks.put("discord.commands", digest.hexdigest())


class DiscordConnection:
    """Keeps one `DiscordClient` up, and makes a new one when other intents are wanted."""

    def __init__(self, settings: Settings, build: Callable[[bool], DiscordClient]) -> None:
        self._settings = settings
        self._build = build
        self._wants_words = False
        self._refused_words = False
        self.client = build(False)
        self.came_up = asyncio.Event()

    async def want_words(self, wanted: bool) -> None:
        """Ask for the MESSAGE_CONTENT intent, or give it back; it takes a new login."""
        if wanted == self._wants_words:
            return
        self._wants_words = wanted
        if self.came_up.is_set():
            await self.client.retire()

    async def run(self) -> None:
        """Connect and stay connected until cancelled. Raises `CannotStart` at the first login."""
        point_at(self._settings)
        try:
            while True:
                watching = self._wants_words and not self._refused_words
                self.client = self._build(watching)
                await self._once()
        finally:
            await self.client.close()

    async def _once(self) -> None:
        address = self._settings.discord.api_base
        try:
            await self.client.login(self._settings.discord.token)
            self.came_up.set()
            await self.client.connect(reconnect=True)
        except discord.LoginFailure as error:
            raise CannotStart("start-discord-token") from error
        except discord.PrivilegedIntentsRequired:
            # Words stay unread, and the rest of the evening goes on.
            self._refused_words = True
            log.warning("discord.intent_refused", extra={"platform": "discord"})
            await self.client.close()
        except (aiohttp.ClientError, OSError, discord.HTTPException) as error:
            if not self.came_up.is_set():
                raise CannotStart("start-unreachable", url=address) from error
            log.warning("discord.away", extra={"error": type(error).__name__})
            await self.client.close()
            await asyncio.sleep(2)
