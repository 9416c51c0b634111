"""How a service speaks first, and what it says, without a platform in the type."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from core.people import PersonId, Platform, Voice


@dataclass(frozen=True, slots=True)
class Choice:
    """A button. `verb` is `feature.act`; who presses it is asked again by the service."""

    verb: str
    label: str  # already said, in the language of whoever will read it
    args: tuple[str, ...] = ()
    style: str = "secondary"  # primary, secondary, success, danger, link
    link: str = ""  # an address instead of a verb, for style "link"
    disabled: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    png: bytes = field(repr=False)
    name: str  # "bracket.png"
    alt: str


@dataclass(frozen=True, slots=True)
class Room:
    """A thread of a message's own. In a private one, who is not in it reads nothing."""

    name: str  # no person's name: whoever is in the channel may see it
    private: bool = True
    members: tuple[str, ...] = ()  # accounts there that belong in it
    over: bool = False  # nothing more will happen in it: after a while it is put away
    strict: bool = False  # where there is no such thread, the message is not shown at all


@dataclass(frozen=True, slots=True)
class Card:
    """What one message shows, worked out when it is sent: text, rows of buttons, a picture."""

    text: str
    rows: tuple[tuple[Choice, ...], ...] = ()
    picture: Picture | None = None
    thread: str = ""  # the name of the thread that starts from this message, if one does
    room: Room | None = None  # the thread that this message stands in alone, if one is wanted
    pin: bool = False  # whether the message is pinned, where we may


class Progress(StrEnum):
    """How far something is that was announced with an hour."""

    AHEAD = "ahead"
    ON = "on"
    OVER = "over"
    OFF = "off"  # it will not take place


@dataclass(frozen=True, slots=True)
class Appointment:
    """What stands in a platform's own list of events, worked out when it is sent."""

    name: str
    about: str  # contains `mark`
    mark: str  # an address that no other one has: by it ours is found again
    starts: datetime
    ends: datetime
    progress: Progress


@dataclass(frozen=True, slots=True)
class Letter:
    """A message that we send first and that must arrive: it is kept as a row until it is sent.

    `slots` are values of the text, ids and names as text, counts as numbers; never somebody's
    own words.
    """

    nonce: str  # deterministic, 25 characters at most: sent twice, it is one message
    platform: Platform
    target: str  # Discord: "channel:<id>", "person:<PersonId>"; Twitch: "stream:<broadcaster id>"
    key: str
    language: str
    slots: Mapping[str, str | int] = field(default_factory=dict)
    not_before: datetime | None = None


class Sent(StrEnum):
    """What became of something we tried to send."""

    DELIVERED = "delivered"
    CLOSED = "closed"  # they take no messages from us: do not try again
    LATER = "later"  # the platform is busy or away: the same message again, later


class Courier(Protocol):
    """The port for what may never be a row: a private message, sent now, silent, at most once."""

    async def whisper(self, person: PersonId, voice: Voice, card: Card, nonce: str) -> Sent:
        """Send `card` to the private channel that this person opened themselves."""
