"""Options of a format as plain values, as scripts and files write them, made into a `Setup`.

An option that a format has no use for is allowed and changes nothing.
"""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

from cogs.tournaments.rules.drops import Drops
from cogs.tournaments.rules.elimination import GrandFinal
from cogs.tournaments.rules.setup import ELIMINATIONS, Cut, Format, Setup
from cogs.tournaments.rules.tiebreaks import Tiebreak

HIGHEST: Final = 10_000


class BadOption(ValueError):
    """`error` is the word for scripts; the text says which option, and what it takes."""

    def __init__(self, error: str, message: str) -> None:
        super().__init__(message)
        self.error = error


def setup_of(format_: Format, entrants: int, options: Mapping[str, object]) -> Setup:
    """Raises `BadOption`."""
    values = {name: _read(name, value) for name, value in options.items()}
    return Setup(entrants, format_, **values)


def options_of(setup: Setup) -> dict[str, object]:
    """The options that lead to this setup, those left at their defaults left out."""
    plain, standard = {}, Setup(setup.entrants, setup.format)
    for name in _OPTIONS:
        value = getattr(setup, name)
        if value != getattr(standard, name):
            plain[name] = _written(value)
    return plain


def _read(name: str, value: object) -> Any:  # noqa: ANN401 - a field of a Setup
    if name not in _OPTIONS:
        raise BadOption("unknown_option", f"{name!r:.40} is not an option")
    try:
        return _OPTIONS[name](value)
    except BadOption:
        raise
    except (TypeError, ValueError, KeyError) as wrong:
        raise BadOption("bad_field", f"{name}: {wrong}") from wrong


def _written(value: object) -> object:
    if isinstance(value, tuple):
        return [_written(each) for each in value]
    if isinstance(value, Cut):
        return {name: _written(getattr(value, name)) for name in _CUT}
    return value.value if isinstance(value, StrEnum) else value


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError("it is true or false")
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= HIGHEST:
        raise TypeError(f"it is a whole number, from 0 to {HIGHEST:,}")
    return value


def _one_or_more(value: object) -> int:
    if (number := _number(value)) < 1:
        raise ValueError("it is 1 or more")
    return number


def _numbers(value: object) -> tuple[int, ...]:
    if not isinstance(value, Sequence) or isinstance(value, str):
        raise TypeError("it is a list of whole numbers")
    return tuple(map(_number, value))


def _word(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("it is a word")
    return value


def _one_of(kind: type[StrEnum]) -> Callable[[object], StrEnum]:
    def read(value: object) -> StrEnum:
        if value not in [each.value for each in kind]:
            raise ValueError(f"it is one of {', '.join(kind)}")
        return kind(value)

    return read


def _tiebreaks(value: object) -> tuple[StrEnum, ...]:
    if not isinstance(value, Sequence) or isinstance(value, str):
        raise TypeError("it is a list of words")
    return tuple(map(_one_of(Tiebreak), value))


def _cut(value: object) -> Cut:
    if not isinstance(value, Mapping) or value.keys() - _CUT.keys() or "take" not in value:
        raise ValueError(f"it has take, and may have {', '.join(_CUT)}")
    cut = Cut(**{name: _CUT[name](each) for name, each in value.items()})
    if cut.format not in ELIMINATIONS:
        raise ValueError("play-offs are a single or a double elimination")
    return cut


_BRACKET: Final[Mapping[str, Callable[[object], Any]]] = MappingProxyType(
    {
        "third_place": _yes_or_no,
        "grand_final": _one_of(GrandFinal),
        "drops": _one_of(Drops),
    }
)
_CUT: Final = MappingProxyType({"take": _one_or_more, "format": _one_of(Format), **_BRACKET})
_OPTIONS: Final[Mapping[str, Callable[[object], Any]]] = MappingProxyType(
    {
        **_BRACKET,
        "best_of": _one_or_more,
        "finals": _numbers,
        "legs": _one_or_more,
        "groups": _one_or_more,
        "rounds": _number,
        "wins_to_qualify": _number,
        "losses_to_exit": _number,
        "draws": _yes_or_no,
        "late_half_wins": _number,
        "lobby": _one_or_more,
        "finalists": _number,
        "points": _numbers,
        "tiebreaks": _tiebreaks,
        "cut": _cut,
        "secret": _word,
    }
)
