"""What can go wrong on Twitch, on demand."""

import time
from collections import deque
from dataclasses import dataclass, field


@dataclass
class Faults:
    """Read by the parts of the world at the moment they act."""

    drops: deque[str] = field(default_factory=deque)  # reasons; one for each line to drop
    doubles: int = 0  # notifications still to be delivered twice
    refuses_tokens: bool = False  # every token is answered "Invalid OAuth token"
    unused_after: float = 10.0  # seconds until a socket without a subscription is closed
    faster: int = 1  # how many times what Twitch lets through, on a clock that runs as fast
    grace: float = 30.0  # seconds an old socket lives after a reconnect order
    _busy: dict[str, float] = field(default_factory=dict)

    def be_busy(self, prefix: str, after: float) -> None:
        """Answer 429 to paths that begin with `prefix`, for `after` seconds."""
        self._busy[prefix] = time.monotonic() + after

    def busy(self, path: str) -> float:
        """For how many seconds `path` is still busy; 0 if it is not."""
        now = time.monotonic()
        waits = [until - now for prefix, until in self._busy.items() if path.startswith(prefix)]
        return max([0.0, *waits])

    def drop(self) -> str | None:
        return self.drops.popleft() if self.drops else None

    def twice(self) -> bool:
        self.doubles, double = max(0, self.doubles - 1), self.doubles > 0
        return double
