"""What people see on their screens, as it happens, for pages that show it."""

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any

KEPT = 1_000


@dataclass(eq=False, slots=True)
class Screen:
    """Somebody watching: one person's screen, or everybody's at once."""

    person: str | None
    events: asyncio.Queue[str] = field(default_factory=lambda: asyncio.Queue(KEPT))


class Feed:
    def __init__(self) -> None:
        self._screens: set[Screen] = set()

    def watch(self, person: str | None) -> Screen:
        screen = Screen(person)
        self._screens.add(screen)
        return screen

    def leave(self, screen: Screen) -> None:
        self._screens.discard(screen)

    def tell(self, kind: str, data: dict[str, Any], readers: set[str]) -> None:
        """One event, to the screens of its readers; a screen that does not keep up is let go."""
        for screen in list(self._screens):
            if screen.person is not None and screen.person not in readers:
                continue
            line = {"event": kind, "data": data, "readers": sorted(readers)}
            try:
                screen.events.put_nowait(json.dumps(line, ensure_ascii=False))
            except asyncio.QueueFull:
                self.leave(screen)
