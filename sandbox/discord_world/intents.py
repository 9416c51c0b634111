"""Which events a session asked for, and whose words it may read."""

from sandbox.discord_world.state import DM, Message, Person

GUILDS, MEMBERS, PRESENCES = 1 << 0, 1 << 1, 1 << 8
GUILD_MESSAGES, GUILD_REACTIONS = 1 << 9, 1 << 10
DIRECT_MESSAGES, DIRECT_REACTIONS = 1 << 12, 1 << 13
SCHEDULED_EVENTS = 1 << 16
MESSAGE_CONTENT = 1 << 15
PRIVILEGED = MEMBERS | PRESENCES | MESSAGE_CONTENT
KNOWN = (1 << 26) - 1

_BY_EVENT = {
    "MESSAGE_REACTION": (GUILD_REACTIONS, DIRECT_REACTIONS),
    "MESSAGE": (GUILD_MESSAGES, DIRECT_MESSAGES),
    "CHANNEL_PINS": (GUILDS, DIRECT_MESSAGES),
    "GUILD_MEMBER_": (MEMBERS, MEMBERS),
    "GUILD_MEMBERS_CHUNK": (0, 0),
    "INTERACTION": (0, 0),
    "GUILD_SCHEDULED_EVENT": (SCHEDULED_EVENTS, 0),
    "GUILD": (GUILDS, 0),
    "CHANNEL": (GUILDS, 0),
    "THREAD": (GUILDS, 0),
}


def needed(event: str, in_guild: bool) -> int:
    """The intent without which a session does not hear of this event; 0 for none."""
    for start, (guild, direct) in _BY_EVENT.items():
        if event.startswith(start):
            return guild if in_guild else direct
    return 0


def readable(message: Message, bot: Person, content: bool) -> bool:
    """Whether the bot may read the words of a message, with or without MESSAGE_CONTENT."""
    exempt = message.author is bot or bot in message.mentions or message.channel.kind == DM
    return content or exempt


def flags(granted: int) -> int:
    """The application's flags: which privileged intents it holds, as a small application."""
    limited = {PRESENCES: 1 << 13, MEMBERS: 1 << 15, MESSAGE_CONTENT: 1 << 19}
    return sum(flag for intent, flag in limited.items() if granted & intent)
