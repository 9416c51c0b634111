"""Words that people write on Discord: who may look at them, and when."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import discord

Listener = Callable[[discord.Message], Awaitable[None]]


@dataclass
class Reads:
    """The faces that messages are shown to. Whoever is not here never meets one.

    `addressed` gets what was written to the bot: a private message, or one that mentions it.
    `overheard` gets the rest, and must ask for both yeses before it looks at a word.
    `gone` hears the channel and the id of a message that was edited or deleted.
    """

    addressed: Listener | None = None
    overheard: Listener | None = None
    gone: Callable[[int, int], Awaitable[None]] | None = None

    async def show(self, message: discord.Message, me: int) -> None:
        """Pass a message on. Looks at ids alone, whoever wrote it and wherever."""
        if message.author.id == me or message.webhook_id is not None:
            return
        addressed = _is_addressed(message, me)
        if addressed and message.author.bot:  # another bot cannot say yes, so it is not overheard
            return
        listener = self.addressed if addressed else self.overheard
        if listener is not None:
            await listener(message)


def is_private(message: discord.Message) -> bool:
    """Whether nobody else reads along: a server that discord.py does not know has no `guild`."""
    return message.guild is None and message.channel.type is discord.ChannelType.private


def _is_addressed(message: discord.Message, me: int) -> bool:
    # Not `raw_mentions`, which searches the words.
    if is_private(message):
        return True
    return any(user.id == me for user in message.mentions)
