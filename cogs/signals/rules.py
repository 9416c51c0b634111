"""What is read together, and when it is enough to offer. Nothing here can be printed or kept."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NoReturn, Protocol

WINDOW = timedelta(seconds=120)  # first to last message of one burst
LONGEST = 4_000  # characters of one burst: two of Discord's longest ordinary messages


class Outcome(StrEnum):
    """All that can ever come out of a reading. There is no score, no rank and no history."""

    NOTHING = "nothing"
    ROUTINE_OFFER = "routine_offer"
    URGENT_OFFER = "urgent_offer"


@dataclass(frozen=True, slots=True)
class Reading:
    """How likely each label is, from 0 to 1. An emergency is a distress: it is at least as likely.

    The numbers are left out of the repr: a reading must not slip into a log or a traceback.
    """

    distress: float = field(repr=False)
    dropping_out: float = field(repr=False)
    emergency: float = field(repr=False)

    def __post_init__(self) -> None:
        for chance in (self.distress, self.dropping_out, self.emergency):
            if not 0.0 <= chance <= 1.0:
                raise ValueError("a probability lies between 0 and 1")
        if self.distress < self.emergency:
            object.__setattr__(self, "distress", self.emergency)


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From where on a label leads to an offer; chosen for a budget of false offers, not for F1."""

    distress: float
    dropping_out: float
    emergency: float


class Reader(Protocol):
    """Whatever weighs the consecutive texts of one burst, oldest first. It keeps none of them."""

    def weigh(self, texts: Sequence[str]) -> Reading: ...


def outcome(reading: Reading, thresholds: Thresholds) -> Outcome:
    if reading.emergency >= thresholds.emergency:
        return Outcome.URGENT_OFFER
    if reading.distress >= thresholds.distress or reading.dropping_out >= thresholds.dropping_out:
        return Outcome.ROUTINE_OFFER
    return Outcome.NOTHING


class Burst:
    """One author's messages in one channel, within two minutes of the first, in memory only.

    Each new message is read with those before it, so an emergency does not wait for the window
    to close. There is no repr of words, no pickle and no equality: a burst is read or dropped.
    """

    __slots__ = ("_texts", "began", "ends")

    def __init__(self, began: datetime, window: timedelta = WINDOW) -> None:
        self.began = began
        self.ends = began + window
        self._texts: dict[str, str] = {}

    def __repr__(self) -> str:
        return "<Burst>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("the words of a burst never leave the memory")

    @property
    def texts(self) -> tuple[str, ...]:
        """Oldest first. What is too long loses its oldest messages, then its first words."""
        kept: list[str] = []
        room = LONGEST
        for text in reversed(self._texts.values()):
            if room <= 0:
                break
            kept.append(text[-room:])
            room -= len(text)
        return tuple(reversed(kept))

    @property
    def messages(self) -> frozenset[str]:
        """Which messages are read together, by their ids."""
        return frozenset(self._texts)

    def takes(self, at: datetime) -> bool:
        """Whether a message of this moment still belongs here."""
        return self.began <= at <= self.ends

    def add(self, message: str, text: str) -> None:
        self._texts[message] = text

    def drop(self, message: str) -> None:
        """An edited or deleted message leaves; the window stays where it began."""
        self._texts.pop(message, None)

    def clear(self) -> None:
        self._texts.clear()
