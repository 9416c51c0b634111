"""Where the bot's cards stand: the tournament's in its channel, each match's in a thread."""

from sandbox.discord_world.state import Channel, Message
from sandbox.people import Player, mentioned
from sandbox.stories.set import Evening

BOTH = 2  # sides of a match


def event_card(evening: Evening) -> Message | None:
    """The tournament's card in its channel: the bot's first message there."""
    mine = (
        post
        for post in evening.places.arena.messages
        if post.author is evening.stage.discord.bot and not post.deleted
    )
    return next(mine, None)


def match_cards(evening: Evening) -> list[Message]:
    """What the bot wrote in the threads of the tournament's channel: a match each."""
    bot = evening.stage.discord.bot
    threads = evening.places.arena.threads
    return [post for thread in threads for post in thread.messages if post.author is bot]


def thread_of(evening: Evening, player: Player) -> Channel | None:
    """Where a player has a match at this moment, as their screen shows it."""
    here = (
        post for post in match_cards(evening) if post.components and _sees(evening, player, post)
    )
    found = (post for post in here if player in mentioned(post.text, evening.cast.players)[:BOTH])
    return next((post.channel for post in found), None)


def _sees(evening: Evening, player: Player, post: Message) -> bool:
    readers = evening.stage.discord.realm.readers(post.channel)
    return player.discord is not None and player.discord.id in readers
