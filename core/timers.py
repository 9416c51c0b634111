"""A promise with an hour on it."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Timer:
    """Rings once at `due`, or late, never not at all. `kind` is `feature.what`."""

    kind: str
    key: str
    due: datetime
    payload: Mapping[str, Any] = field(default_factory=dict)


# Rung inside the transaction that completes the timer; what it returns is news, told after it.
Bell = Callable[[Any, Timer], Awaitable[Iterable[object]]]
