"""How long a called match waits for who is missing: three pings, then staff, then it goes on.

Of a call of ten minutes: pings after 3, 5 and 8, the late list at 10, a forfeit at 15.
"""

from datetime import datetime, timedelta
from typing import Final

LADDER: Final = (0.3, 0.5, 0.8, 1.0, 1.5)  # parts of the call
LAST_PING: Final = 2
LATE: Final = 3  # staff may give more time, decide, or let somebody else play
OVER: Final = 4  # nobody of the staff has acted


def moment(ends: datetime, call: timedelta, step: int) -> datetime:
    """When a step comes for a call that lasts until `ends`."""
    return ends + call * (LADDER[step] - 1)


def reached(ends: datetime, call: timedelta, now: datetime) -> int | None:
    """The last step that has come; None before the first."""
    steps = range(len(LADDER))
    return max((at for at in steps if moment(ends, call, at) <= now), default=None)


def upcoming(ends: datetime, call: timedelta, now: datetime) -> int | None:
    """The next step; None once all have come."""
    last = reached(ends, call, now)
    following = 0 if last is None else last + 1
    return following if following < len(LADDER) else None
