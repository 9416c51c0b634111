"""Scores, names and reasons as people type them, on a phone and in two languages."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from cogs.tournaments.rules.bracket import NOBODY
from cogs.tournaments.rules.hosting import NobodyNamed, NoReason, Reason, SeveralNamed, Unreadable

WON: Final = frozenset(("gagne", "gagnee", "victoire", "won", "win", "w", "g"))
LOST: Final = frozenset(("perdu", "perdue", "defaite", "lost", "loss", "lose", "l", "p"))
DRAWN: Final = frozenset(("nul", "nulle", "egalite", "draw", "drawn", "tie"))
LONGEST: Final = 100  # characters of a name as it is typed: more are never one
NO_GAMES: Final = (0, 0)  # a draw of which nobody counted the games
ONE_DIGIT: Final = 9
_GAMES: Final = re.compile(r"(\d{1,3})\s*[-–—:/\s]\s*(\d{1,3})")

Told = tuple[bool | None, tuple[int, int] | None]


def told(text: str) -> Told:
    """Who won, if that was said, and the games, one's own first; as many for both are a draw.

    Whether there are draws is for the rules to say. Raises `Unreadable` for what is neither.
    """
    words = _plain(text).split()
    said = [word for word in words if word in WON or word in LOST]
    games = _GAMES.search(text)
    if not said and not games:
        if DRAWN.intersection(words):
            return None, NO_GAMES
        raise Unreadable
    won = said[0] in WON if said else None
    if games is None:
        return won, None
    return won, (int(games[1]), int(games[2]))


@dataclass(frozen=True, slots=True)
class Arrival:
    """The order in which people came in, as it was typed, and what is wrong with it."""

    order: tuple[int, ...]
    missing: tuple[int, ...] = ()
    twice: tuple[int, ...] = ()
    strangers: tuple[int, ...] = ()  # numbers that are nobody's

    @property
    def whole(self) -> bool:
        return not (self.missing or self.twice or self.strangers)


def arrival(text: str, numbers: Collection[int]) -> Arrival:
    """Read "4 1 3 2", "4,1,3,2" or, while nobody has two digits, "4132"."""
    written = re.findall(r"\d+", text)
    if len(written) == 1 and max(numbers, default=0) <= ONE_DIGIT:
        written = list(written[0])
    order = tuple(int(each[-4:]) for each in written)
    return Arrival(
        order,
        missing=tuple(each for each in sorted(numbers) if each not in order),
        twice=tuple(dict.fromkeys(each for each in order if order.count(each) > 1)),
        strangers=tuple(dict.fromkeys(each for each in order if each not in numbers)),
    )


_PAIR: Final = re.compile(r"(\d{1,3})\s*[-–—:/]\s*(\d{1,3})")


def points(text: str) -> tuple[tuple[int, int], ...]:
    """The points of each game, one's own first: "13-9, 8-13, 13-11". Raises `Unreadable`."""
    found = tuple((int(mine), int(theirs)) for mine, theirs in _PAIR.findall(text))
    if not found:
        raise Unreadable
    return found


def games_of(points: tuple[tuple[int, int], ...]) -> tuple[int, int]:
    """How many games each side has won; a single one is told by its points."""
    if len(points) == 1:
        return points[0]
    return sum(mine > other for mine, other in points), sum(mine < other for mine, other in points)


REASONS: Final[Mapping[str, Reason]] = MappingProxyType(
    {
        **dict.fromkeys(("entendu", "entendus", "entendues", "heard"), Reason.HEARD),
        **dict.fromkeys(("preuve", "proof"), Reason.PROOF),
        **dict.fromkeys(("absence", "absent", "absente", "absents"), Reason.ABSENT),
        **dict.fromkeys(("erreur", "mistake", "error"), Reason.MISTAKE),
        **dict.fromkeys(("conduite", "conduct"), Reason.CONDUCT),
        **dict.fromkeys(("demande", "asked"), Reason.ASKED),
        **dict.fromkeys(("technique", "technical"), Reason.TECHNICAL),
    }
)


def why(typed: str) -> Reason:
    """Raises `NoReason` for what is none of ours."""
    found = REASONS.get(_plain(typed))
    if found is None:
        raise NoReason
    return found


def named(typed: str, names: Mapping[int, str]) -> int:
    """Whose name was typed, or is the only one that begins so; a number is that seat, #3 always.

    Raises `NobodyNamed`, `SeveralNamed`.
    """
    plain = _plain(typed[:LONGEST]).removeprefix("@")
    wanted = " ".join(plain.removeprefix("#").split())
    known = {seat: " ".join(_plain(name).split()) for seat, name in names.items()}
    same = [seat for seat, name in known.items() if wanted and name == wanted]
    number = int(wanted) if wanted.isascii() and wanted.isdecimal() else NOBODY
    if plain.startswith("#") and number in known:
        return number
    found = same or [seat for seat, name in known.items() if wanted and name.startswith(wanted)]
    if len(found) > 1:
        raise SeveralNamed
    if found:
        return found[0]
    if number not in known:
        raise NobodyNamed
    return number


def _plain(text: str) -> str:
    loose = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in loose if not unicodedata.combining(letter))
