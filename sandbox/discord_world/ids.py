"""Snowflakes: ids that carry the moment they were made in."""

from core.clock import Clock

EPOCH_MS = 1_420_070_400_000


class Snowflakes:
    """Ids as Discord makes them, as strings: each is larger than the one before.

    Two makers with different `worker` numbers never make the same id.
    """

    def __init__(self, clock: Clock, worker: int) -> None:
        self._clock = clock
        self._worker = worker << 17
        self._last = 0

    def next(self) -> str:
        moment = (int(self._clock.seconds() * 1000) - EPOCH_MS) << 22
        self._last = max(moment | self._worker, self._last + 1)
        return str(self._last)

    def apart(self) -> str:
        """An id of a later millisecond than the last, so that guilds fall on different shards."""
        self._last += 1 << 22
        return self.next()
