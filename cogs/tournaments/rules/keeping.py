"""What a server keeps of its own evenings: templates under a name, up to so many."""

from collections.abc import Collection

from cogs.tournaments.rules.hosting import event_name
from core.errors import Refusal


class NameKept(Refusal):
    """A template of this server has that name already, in whatever letters."""

    key = "kept-name-taken"


class TooManyKept(Refusal):
    key = "kept-too-many"


class HasItsGame(Refusal):
    """What was kept holds its game, and another one was asked for."""

    key = "kept-has-its-game"


def folded(name: str) -> str:
    """The same for "Mardi" and "mardi"."""
    return name.casefold()


def kept_name(raw: str, others: Collection[str], most: int) -> str:
    """The name under which one more is kept beside `others`.

    Raises `BadName`, `NameKept`, `TooManyKept`.
    """
    name = event_name(raw)
    if folded(name) in map(folded, others):
        raise NameKept
    if len(others) >= most:
        raise TooManyKept
    return name
