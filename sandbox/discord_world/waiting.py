"""Waiting until something is so, and saying what was awaited when it never is."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
GLANCE_SECONDS = 0.02


class NothingHappened(TimeoutError):
    """What was awaited did not come in time; the message says what it was."""


class CannotDo(Exception):
    """A person tried what Discord's own application would not offer them."""


class Pulse:
    """Beats whenever the world has changed."""

    def __init__(self) -> None:
        self._next = asyncio.Event()

    def beat(self) -> None:
        self._next.set()
        self._next = asyncio.Event()

    async def until(
        self, look: Callable[[], T | None], seconds: float, what: Callable[[], str] | str
    ) -> T:
        """The first thing that `look` finds; it looks at every beat, and now and then."""
        end = asyncio.get_running_loop().time() + seconds
        while True:
            beat = self._next
            found = look()
            if found:
                return found
            left = end - asyncio.get_running_loop().time()
            if left <= 0:
                raise NothingHappened(f"{what if isinstance(what, str) else what()} ({seconds} s)")
            try:
                await asyncio.wait_for(beat.wait(), min(left, GLANCE_SECONDS))
            except TimeoutError:
                continue
