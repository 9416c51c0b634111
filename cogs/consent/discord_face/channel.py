"""`/channel`, for those who run a server; and an eye on the notice that nobody may take away."""

from typing import Any

import discord
from discord import Interaction, Permissions, app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from cogs.consent.discord_face.cards import Cards, day_and_hour
from cogs.consent.service.channels import Channels, Room
from cogs.consent.service.notices import Notices
from core.courier import Card
from platforms.discord_client.speaking import say, who
from prompts import Texts


class ChannelDiscord(commands.Cog):
    channel = app_commands.Group(
        name=locale_str("channel", key="consent-name-channel"),
        description=locale_str("consent-about-channel"),
        guild_only=True,
        default_permissions=Permissions(manage_guild=True),
    )

    def __init__(self, channels: Channels, notices: Notices, cards: Cards, texts: Texts) -> None:
        self._channels = channels
        self._notices = notices
        self._cards = cards
        self._texts = texts

    @channel.command(
        name=locale_str("open", key="consent-name-open"),
        description=locale_str("consent-about-open"),
    )
    async def open(self, interaction: Interaction[Any]) -> None:
        actor = await who(interaction)
        room = Room(
            str(interaction.channel_id),
            age_restricted=bool(getattr(interaction.channel, "nsfw", False)),
            all_powerful=interaction.app_permissions.administrator,
        )
        await self._channels.open(actor, room)
        await say(interaction, self._texts.say(actor.voice, "consent-channel-opened"))

    @channel.command(
        name=locale_str("watch", key="consent-name-watch"),
        description=locale_str("consent-about-watch"),
    )
    async def watch(self, interaction: Interaction[Any]) -> None:
        actor = await who(interaction)
        status = await self._channels.watch(actor, str(interaction.channel_id))
        day, hour = day_and_hour(status.watch_from) if status.watch_from else ("", "")
        answer = self._texts.say(actor.voice, "consent-channel-watch", day=day, hour=hour)
        await say(interaction, answer)

    @channel.command(
        name=locale_str("pause", key="consent-name-pause"),
        description=locale_str("consent-about-pause"),
    )
    async def pause(self, interaction: Interaction[Any]) -> None:
        actor = await who(interaction)
        await self._channels.pause(actor, str(interaction.channel_id))
        await say(interaction, self._texts.say(actor.voice, "consent-channel-paused"))

    @channel.command(
        name=locale_str("close", key="consent-name-close"),
        description=locale_str("consent-about-close"),
    )
    async def close(self, interaction: Interaction[Any]) -> None:
        actor = await who(interaction)
        await self._channels.close(actor, str(interaction.channel_id))
        await say(interaction, self._texts.say(actor.voice, "consent-channel-closed"))

    @channel.command(
        name=locale_str("state", key="consent-name-state"),
        description=locale_str("consent-about-state"),
    )
    async def state(self, interaction: Interaction[Any]) -> None:
        """Where the channel stands, and how many said yes once they are ten."""
        actor = await who(interaction)
        status = await self._channels.state(actor, str(interaction.channel_id))
        day, hour = day_and_hour(status.watch_from) if status.watch_from else ("", "")
        answer = self._texts.say(
            actor.voice, "consent-channel-state", state=status.state.value, day=day, hour=hour
        )
        if status.watchers is None:
            answer += "\n" + self._texts.say(actor.voice, "consent-channel-few")
        else:
            answer += "\n" + self._texts.say(
                actor.voice, "consent-channel-many", count=status.watchers
            )
        await say(interaction, answer)

    async def notice(self, subject: str) -> Card | None:
        """What the notice of a channel says now."""
        found = await self._notices.notice_of(subject)
        if found is None:
            return None
        channel, language = found
        return self._cards.notice(channel.state, language, channel.watch_from)

    # Events by ids alone: what a deleted or edited message said is not looked at.

    @commands.Cog.listener()
    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        await self._notices.gone(str(payload.channel_id), str(payload.message_id))

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        for message in payload.message_ids:
            await self._notices.gone(str(payload.channel_id), str(message))

    @commands.Cog.listener()
    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        pinned = payload.data.get("pinned")
        if pinned is not None:
            channel, message = str(payload.channel_id), str(payload.message_id)
            await self._notices.pinned(channel, message, pinned=pinned)

    @commands.Cog.listener()
    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        await self._channels.vanished(str(channel.id))

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        for channel in guild.channels:
            await self._channels.vanished(str(channel.id))
