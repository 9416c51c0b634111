"""What a person wrote in a file, read field by field, with everything that is wrong noted down.

What was expected is told in signs and not in words, so that every language reads it: `1…20` is a
whole number, `a | b` one of these words, `"…"` a text, `["…", …]` a list of them, `—` nothing:
such a field does not exist.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

TEXT: Final = '"…"'
TEXTS: Final = '["…", …]'
NUMBERS: Final = "[1, 2, …]"
NOTHING: Final = "—"

Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Problem:
    key: str  # as one would look for it: roster.max
    expected: str

    def __str__(self) -> str:
        return f"{self.key} → {self.expected}"


class BadPreset(ValueError):
    """A file of a game that cannot be used, with all that is wrong in it."""

    def __init__(self, file: str, problems: Iterable[Problem]) -> None:
        self.file = file
        self.problems = tuple(problems)
        super().__init__(f"{file}: {'; '.join(map(str, self.problems))}")


class Fields:
    """One table of a file. What cannot be read is noted, and something harmless stands for it."""

    def __init__(
        self, data: Mapping[str, object], problems: list[Problem], path: str = ""
    ) -> None:
        self._data = data
        self._problems = problems
        self._path = path
        self._known: set[str] = set()

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(self._data)

    def has(self, key: str) -> bool:
        return key in self._data

    def value(self, key: str) -> object:
        """Whatever stands there, None for nothing."""
        return self._look(key)

    def note(self, key: str, expected: str) -> None:
        """Once for each key: what follows from a first mistake is not another one."""
        name = f"{self._path}{key}"
        if name not in (problem.key for problem in self._problems):
            self._problems.append(Problem(name, expected))

    def table(self, key: str) -> "Fields":
        """A table that is missing is an empty one: each of its fields is then noted."""
        found = self._look(key)
        if found is not None and not isinstance(found, Mapping):
            self.note(key, f"[{key}]")
        inner = found if isinstance(found, Mapping) else {}
        return Fields(inner, self._problems, f"{self._path}{key}.")

    def whole(self, key: str, low: int, high: int, *, default: int | None = None) -> int:
        found = self._look(key, default)
        if isinstance(found, int) and not isinstance(found, bool) and low <= found <= high:
            return found
        self.note(key, f"{low}…{high}")
        return low

    def odd(self, key: str, high: int) -> int:
        found = self.whole(key, 1, high)
        if found % 2 == 0:
            self.note(key, " | ".join(str(number) for number in range(1, high + 1, 2)))
        return found

    def among(self, key: str, numbers: tuple[int, ...]) -> int:
        found = self._look(key)
        if isinstance(found, int) and not isinstance(found, bool) and found in numbers:
            return found
        self.note(key, " | ".join(map(str, numbers)))
        return numbers[0]

    def flag(self, key: str) -> bool:
        found = self._look(key)
        if not isinstance(found, bool):
            self.note(key, "true | false")
        return found is True

    def word(self, key: str, kind: type[Word]) -> Word:
        found = self._look(key)
        if isinstance(found, str) and found in list(kind):
            return kind(found)
        self.note(key, " | ".join(kind))
        return next(iter(kind))

    def text(self, key: str, longest: int) -> str:
        found = self._look(key)
        text = found.strip() if isinstance(found, str) else ""
        if not 0 < len(text) <= longest:
            self.note(key, f"{TEXT} (1…{longest})")
        return text

    def texts(self, key: str, *, needed: bool = False) -> tuple[str, ...]:
        """A list of different texts, empty unless it is needed."""
        found = self._look(key, [])
        texts = found if isinstance(found, list) else [None]
        if not all(isinstance(text, str) and text.strip() for text in texts):
            self.note(key, TEXTS)
            return ()
        if len(set(texts)) < len(texts) or (needed and not texts):
            self.note(key, TEXTS)
        return tuple(texts)

    def sequence(self, key: str) -> tuple[str, ...]:
        """A list of words that may come again."""
        found = self._look(key, [])
        if isinstance(found, list) and all(isinstance(each, str) for each in found):
            return tuple(found)
        self.note(key, TEXTS)
        return ()

    def numbers(self, key: str) -> tuple[int, ...]:
        found = self._look(key, [])
        if isinstance(found, list) and all(type(each) is int and each >= 0 for each in found):
            return tuple(found)
        self.note(key, NUMBERS)
        return ()

    def close(self) -> None:
        """Nothing else should stand here: a field nobody reads is a field misspelt."""
        for key in self._data:
            if key not in self._known:
                self.note(key, NOTHING)

    def _look(self, key: str, default: object = None) -> object:
        self._known.add(key)
        return self._data.get(key, default)
