"""Repairs as they stand in a button: a letter, and what it is about. Nobody ever types one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from cogs.tournaments.rules import acts
from cogs.tournaments.rules.acts import Repair
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.hosting import NoneHere

LENGTH = 5  # the tournament, the letter, two of what it is about, and whether to pair again
_AGAIN = {"": None, "y": True, "n": False}
_SHAPES: Final[Mapping[str, tuple[type[Repair], tuple[str, ...]]]] = MappingProxyType(
    {
        "u": (acts.Undo, ("seq",)),
        "m": (acts.Undo, ("match",)),
        "o": (acts.Reopen, ("match",)),
        "r": (acts.Rule, ("match", "winner")),
        "f": (acts.Forfeit, ("match", "seat")),
        "d": (acts.DoubleForfeit, ("match",)),
        "w": (acts.Withdraw, ("seat",)),
        "b": (acts.Reinstate, ("seat",)),
        "p": (acts.Replace, ("seat", "ticket")),
        "l": (acts.Late, ("ticket",)),
        "s": (acts.Swap, ("one", "other")),
    }
)
_SIGN = {again: sign for sign, again in _AGAIN.items()}


@dataclass(frozen=True, slots=True)
class Coded:
    """A repair in one tournament; `account` is of a newcomer who has no ticket yet."""

    tournament: int
    repair: Repair
    account: str = ""

    @property
    def args(self) -> tuple[str, ...]:
        letter, one, other = _parts(self.repair)
        if self.account:
            one, other = (one, f"@{self.account}") if letter == "p" else (f"@{self.account}", "")
        again = getattr(self.repair, "again", None)
        return str(self.tournament), letter, one, other, _SIGN[again]


def read(args: Sequence[str]) -> Coded:
    """Raises `NoneHere` for a button that was made up."""
    try:
        tournament, letter, one, other, sign = args[:LENGTH]
        account = (one if one.startswith("@") else other if other.startswith("@") else "")[1:]
        one, other = ("0" if each.startswith("@") else each for each in (one, other))
        return Coded(int(tournament), _repair(letter, one, other, _AGAIN[sign]), account)
    except (ValueError, KeyError):
        raise NoneHere from None


def _parts(repair: Repair) -> tuple[str, str, str]:
    for letter, (shape, names) in _SHAPES.items():
        values = [getattr(repair, name) for name in names] if type(repair) is shape else [None]
        if None not in values:
            one, other = (*map(str, values), "")[:2]
            return letter, one, other
    raise ValueError("nobody knows what to undo")


def _repair(letter: str, one: str, other: str, again: bool | None) -> Repair:
    """Raises `KeyError` and `ValueError` for what is none."""
    shape, names = _SHAPES[letter]
    given: dict[str, Any] = {
        name: MatchId(value) if name == "match" else int(value)
        for name, value in zip(names, (one, other), strict=False)
    }
    if again is not None:
        given["again"] = again
    try:
        return shape(**given)
    except TypeError:
        raise ValueError("it pairs nothing") from None
