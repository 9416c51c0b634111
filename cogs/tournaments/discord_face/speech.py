"""How Discord writes names, hours and links."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from cogs.tournaments.rules.hosting import NoneHere
from cogs.tournaments.rules.names import clusters
from cogs.tournaments.service.wording import Tongue
from core.courier import Choice
from core.people import Voice
from platforms.discord_client.speaking import plain

LABEL: Final = 38  # characters of a button that a phone shows
SENT: Final = 80  # that Discord takes, an emoji counted by its parts
SAYS, RULES = "say", "rule"  # an order of arrival: a player tells it, or a host decides it


def bold(name: str) -> str:
    return f"**{plain(name)}**"


def soon(moment: datetime) -> str:
    """An hour that every reader sees in their own time: "in 5 minutes"."""
    return f"<t:{int(moment.timestamp())}:R>"


def at(moment: datetime) -> str:
    """The same with the clock: "19:00 (in 5 minutes)"."""
    seconds = int(moment.timestamp())
    return f"<t:{seconds}:t> (<t:{seconds}:R>)"


def around(moment: datetime) -> str:
    """An hour that is only an estimate: "19:35", and no countdown to it."""
    return f"<t:{int(moment.timestamp())}:t>"


def tongue(voice: Voice) -> Tongue:
    return Tongue(voice, bold, soon, around)


def button(verb: str, label: str, *args: object, style: str = "secondary") -> Choice:
    return Choice(f"tournaments.{verb}", short(label), tuple(map(str, args)), style)


def number_at(args: Sequence[str], at: int = 0) -> int:
    """What stands in a button's id, or for a choice; one that was made up leads nowhere.

    Raises `NoneHere`.
    """
    if len(args) <= at or not args[at].isdecimal():
        raise NoneHere
    return int(args[at])


def short(label: str, most: int = LABEL) -> str:
    """As much of a label as a phone shows, and no half of a character."""
    letters = clusters(label)
    if len(letters) <= most and len(label) <= SENT:
        return label
    while len(letters) >= most or sum(map(len, letters)) >= SENT:
        letters.pop()
    return "".join(letters).rstrip() + "…"


def link(label: str, address: str) -> Choice:
    return Choice("", label, style="link", link=address)
