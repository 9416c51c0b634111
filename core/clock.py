"""What time it is in the house."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Pace:
    """At `real` seconds since 1970 it was `house` in the house, and time runs `speed` times."""

    real: float
    house: float
    speed: float = 1.0


class Clock:
    """The house's own time, in UTC. Everybody is given one; nobody looks at the wall.

    It runs with the world, except in a demonstration, where it follows a `Pace`.
    """

    def __init__(
        self, pace: Callable[[], Pace] | None = None, wall: Callable[[], float] = time.time
    ) -> None:
        self._pace = pace or (lambda: Pace(0, 0))
        self._wall = wall

    def seconds(self) -> float:
        """House seconds since 1970."""
        pace = self._pace()
        return pace.house + (self._wall() - pace.real) * pace.speed

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.seconds(), UTC)

    def real(self, house_seconds: float) -> float:
        """How long `house_seconds` take in the world, in seconds, at the present pace."""
        return house_seconds / self._pace().speed


def steady(speed: float, wall: Callable[[], float] = time.time) -> Callable[[], Pace]:
    """A pace that starts now and never changes."""
    start = wall()
    pace = Pace(start, start, speed)
    return lambda: pace


def from_file(path: Path) -> Callable[[], Pace]:
    """A pace that somebody else sets, and may change, by replacing a small JSON file.

    Read again only when the file has changed, so it can be asked all the time.
    """
    seen: tuple[tuple[int, int], Pace] | None = None

    def pace() -> Pace:
        nonlocal seen
        # A file system's clock may stand for milliseconds: another file is told by its number too.
        found = path.stat()
        stamp = found.st_mtime_ns, found.st_ino
        if seen is None or seen[0] != stamp:
            seen = (stamp, Pace(**json.loads(path.read_text("utf-8"))))
        return seen[1]

    return pace


def set_pace(path: Path, pace: Pace) -> None:
    """Replace the file that `from_file` reads, in one step."""
    draft = path.with_suffix(".draft")
    draft.write_text(json.dumps({"real": pace.real, "house": pace.house, "speed": pace.speed}))
    draft.replace(path)
