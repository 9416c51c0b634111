"""What viewers write to us on Twitch. A line that does not begin with our word is never read."""

import unicodedata
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from core.people import Actor, Handle, Venue

MARK = "!"
LOOK = 24  # characters: our longest word, written with loose accents, and a blank
FRENCH = {"tournoi": "tournoi", "defi": "defi", "parler": "parler"}
ENGLISH = FRENCH | {"tournament": "tournoi", "challenge": "defi", "talk": "parler"}
REST = "*"  # the verb of a word's handler for whatever is not a verb of its own


@dataclass(frozen=True, slots=True)
class Said:
    """A command, by somebody we have recognised. `words` is what came after the verb."""

    actor: Actor
    venue: Venue
    words: tuple[str, ...] = field(repr=False)
    chatter: Handle
    owner: bool  # the broadcaster, in their own chat
    at: datetime | None = None  # when the line was heard; it may have waited for its turn since
    language: str = "fr"  # the chat's own, whatever this person has chosen for themselves


# Answers with one line for the chat, in the channel's language, or with nothing.
Words = Callable[[Said], Awaitable[str | None]]


def our_word(text: str, *, english: bool) -> str | None:
    """The command that a line begins with, under its French name; None if it is not for us.

    This is the only look at a line, and it goes no further than its first word.
    """
    if text[:1] != MARK:
        return None
    start = text[:LOOK].split(maxsplit=1)
    return (ENGLISH if english else FRENCH).get(folded(start[0].removeprefix(MARK)))


def folded(word: str) -> str:
    """As typed on a phone: `Défi`, `DEFI` and `defi` are one word."""
    loose = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in loose if not unicodedata.combining(letter))


def find(
    words: Mapping[tuple[str, str], Words], word: str, given: tuple[str, ...]
) -> tuple[Words | None, tuple[str, ...]]:
    """Who answers, and what is left for them to read."""
    if given:
        named = words.get((word, folded(given[0])))
        if named is not None:
            return named, given[1:]
        rest = words.get((word, REST))
        if rest is not None:
            return rest, given
    return words.get((word, "")), given


class Once:
    """A short memory: whether something was seen before. Old things are forgotten."""

    def __init__(self, most: int = 5000) -> None:
        self._most = most
        self._seen: OrderedDict[str, None] = OrderedDict()

    def first(self, key: str) -> bool:
        if key in self._seen:
            return False
        self._seen[key] = None
        if len(self._seen) > self._most:
            self._seen.popitem(last=False)
        return True


class Patience:
    """Nobody is answered twice within `seconds`, so that nobody floods a chat with us."""

    def __init__(self, seconds: float, most: int = 5000) -> None:
        self._seconds = seconds
        self._most = most
        self._last: OrderedDict[str, float] = OrderedDict()

    def allows(self, who: str, now: float) -> bool:
        last = self._last.pop(who, None)
        if last is not None and now - last < self._seconds:
            self._last[who] = last
            return False
        self._last[who] = now
        if len(self._last) > self._most:
            self._last.popitem(last=False)
        return True
