"""Permission bits, and who may do what where."""

from collections.abc import Iterable

BITS = {
    "administrator": 1 << 3,
    "manage_channels": 1 << 4,
    "manage_guild": 1 << 5,
    "add_reactions": 1 << 6,
    "view_channel": 1 << 10,
    "send_messages": 1 << 11,
    "manage_messages": 1 << 13,
    "embed_links": 1 << 14,
    "attach_files": 1 << 15,
    "read_message_history": 1 << 16,
    "mention_everyone": 1 << 17,
    "manage_roles": 1 << 28,
    "use_application_commands": 1 << 31,
    "manage_events": 1 << 33,
    "manage_threads": 1 << 34,
    "create_public_threads": 1 << 35,
    "create_private_threads": 1 << 36,
    "send_messages_in_threads": 1 << 38,
    "moderate_members": 1 << 40,
    "create_events": 1 << 44,
    "pin_messages": 1 << 51,
}
ALL = sum(BITS.values())
EVERYONE = sum(
    BITS[name]
    for name in (
        "add_reactions",
        "view_channel",
        "send_messages",
        "embed_links",
        "attach_files",
        "read_message_history",
        "use_application_commands",
        "create_public_threads",
        "send_messages_in_threads",
    )
)
BOT = ALL & ~BITS["administrator"]
# What a careful operator gives a bot that writes, draws and opens threads, and nothing beyond.
SPARE = sum(
    BITS[name]
    for name in (
        "view_channel",
        "send_messages",
        "embed_links",
        "attach_files",
        "read_message_history",
        "create_public_threads",
        "create_private_threads",
        "send_messages_in_threads",
    )
)
IN_A_DM = EVERYONE | BITS["pin_messages"]


def bits(names: Iterable[str] | int) -> int:
    """Permissions as one number, from names such as `manage_guild` or from the number itself."""
    if isinstance(names, int):
        return names
    total = 0
    for name in names:
        total |= BITS[name]
    return total


def names_of(value: int) -> list[str]:
    """The names of the bits that are set, for a sentence."""
    return [name for name, bit in BITS.items() if value & bit]
