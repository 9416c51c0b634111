"""How fast an evening runs that somebody watches: by itself, or as they chose."""

import asyncio
from dataclasses import dataclass

from sandbox.stories.set import Evening, Guest

WAITING, BUSY, BY_HAND, IN_A_ROOM = 30.0, 10.0, 5.0, 2.0  # house seconds in a second
LONG_WAIT = 60.0  # the same, while there is nothing to see but a clock
HAND, ROOM, MATCH = 45.0, 300.0, 2.0  # seconds for which it stays slow after somebody acted
NEVER = -1e9


@dataclass
class Tempo:
    """Quick while people wait, slow while somebody plays; and whatever they chose instead."""

    evening: Evening
    guest: Guest
    chosen: float | None = None
    waits_at: float = LONG_WAIT
    free: bool = False  # the night before runs at its own pace
    hand_at: float = NEVER
    room_at: float = NEVER
    waiting: bool = True

    def __call__(self, waiting: bool) -> float:
        self.waiting = waiting
        if self.chosen is not None:
            return self.chosen
        now = asyncio.get_running_loop().time()
        if now - self.room_at < ROOM:
            return IN_A_ROOM
        if self.by_hand or now - self.guest.plays < MATCH:
            return BY_HAND
        return self.waits_at if waiting else BUSY

    @property
    def by_hand(self) -> bool:
        """Whether somebody has acted just now."""
        return asyncio.get_running_loop().time() - self.hand_at < HAND

    def choose(self, speed: float | None) -> None:
        self.chosen = speed
        self.apply()

    def touch(self, what: str) -> None:
        """Somebody acts in the page, or opens the room of a conversation."""
        now = asyncio.get_running_loop().time()
        self.hand_at = now
        if what == "room":
            self.room_at = now
        self.apply()

    def apply(self) -> None:
        if self.free:
            self.evening.hurry(waiting=self.waiting)
