"""Which accounts may be one person, how somebody wishes to be spoken to, what a code is."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import timedelta

from core.errors import Refusal
from core.people import Actor, PersonId, PlaceId, Platform

NOWHERE = PlaceId(0)  # where somebody is who writes to the bot in private
LANGUAGES = ("fr", "en")

# Without 0 O, 1 I L and U V: a code is read on a phone and typed on another screen.
ALPHABET = "ABCDEFGHJKMNPQRSTWXYZ23456789"
CODE_LENGTH = 6
CODE_LIFE = timedelta(minutes=10)


class CodeUnknown(Refusal):
    """The code is wrong, used or too old: which of them is nobody's business."""

    key = "people-code-unknown"


class AlreadyLinked(Refusal):
    key = "people-already-linked"


class NotLinked(Refusal):
    key = "people-not-linked"


class AlreadyConnected(Refusal):
    key = "people-stream-already-here"


class NotHere(Refusal):
    """It is done in a server, not in private."""

    key = "people-not-here"


class StreamUnknown(Refusal):
    key = "people-stream-unknown"


class TwitchIsOff(Refusal):
    key = "people-twitch-is-off"


class TwitchIsAway(Refusal):
    key = "people-twitch-is-away"


@dataclass(frozen=True, slots=True)
class Linked:
    """News: `was` is no more, their accounts and rows are `person`'s."""

    person: PersonId
    was: PersonId


@dataclass(frozen=True, slots=True)
class Forgotten:
    """News: this person was never here."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class StreamAwaited:
    """News: the broadcaster of this stream may type a code in its chat; somebody must listen."""

    stream: str


@dataclass(frozen=True, slots=True)
class StreamConnected:
    """News: this stream has a home."""

    stream: str


def must_be_somewhere(actor: Actor) -> None:
    """Raises `NotHere` in private."""
    if actor.place == NOWHERE:
        raise NotHere


def may_join(coming: Set[Platform], staying: Set[Platform]) -> bool:
    """One person has one account on each platform, so two who share a platform are two."""
    return not coming & staying


def tidy(code: str) -> str:
    """What somebody typed, as a code is written."""
    return "".join(code.split()).upper()


def spoken(chosen: str | None, *, now: str | None, here: str | None, before: str | None) -> str:
    """Which language to speak: what they chose, then what their platform says, then the place."""
    return chosen or now or here or before or LANGUAGES[0]
