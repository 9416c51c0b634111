"""The one listener that overhears. It asks for both yeses before it looks at a word."""

import discord

from cogs.consent.service.consents import Consents
from cogs.mediation.service.cards import Scene
from cogs.signals.service import Signals


class Overhearing:
    def __init__(self, signals: Signals, consents: Consents) -> None:
        self._signals = signals
        self._consents = consents

    async def overhear(self, message: discord.Message) -> None:
        """Ids first; the words are reached for by `admit`, if it finds both yeses there."""
        said = self._consents.admit(
            str(message.author.id),
            str(message.channel.id),
            str(message.id),
            lambda: message.content,
        )
        if said is None:
            return
        server = message.guild.name if message.guild is not None else ""
        scene = Scene(message.author.display_name, server, said.channel)
        await self._signals.hear(said, scene)

    async def gone(self, channel: int, message: int) -> None:
        del channel
        self._signals.gone(str(message))
