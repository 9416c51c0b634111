"""A score as people type it, on a phone and in two languages."""

import re
import unicodedata
from typing import Final

from cogs.tournaments.rules.hosting import Unreadable

WON: Final = frozenset(("gagne", "gagnee", "victoire", "won", "win", "w", "g"))
LOST: Final = frozenset(("perdu", "perdue", "defaite", "lost", "loss", "lose", "l", "p"))
_GAMES: Final = re.compile(r"(\d{1,3})\s*[-–—:/\s]\s*(\d{1,3})")

Told = tuple[bool | None, tuple[int, int] | None]


def told(text: str) -> Told:
    """Who won, if that was said, and the games, one's own first.

    Raises `Unreadable` for what is neither.
    """
    words = _plain(text).split()
    said = [word for word in words if word in WON or word in LOST]
    games = _GAMES.search(text)
    if not said and not games:
        raise Unreadable
    won = said[0] in WON if said else None
    if games is None:
        return won, None
    mine, theirs = int(games[1]), int(games[2])
    if mine == theirs:
        raise Unreadable
    return won, (mine, theirs)


def _plain(text: str) -> str:
    loose = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in loose if not unicodedata.combining(letter))
