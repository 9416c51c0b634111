"""The same weekday and hour every week, as the clocks of a place show it.

Hours are kept in UTC and counted in the place's own time, so a change to summer time moves
nothing for whoever looks at a clock there. An hour that a change leaves out is an hour later that
night; one that comes twice is meant the first time.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, Self
from zoneinfo import ZoneInfo

WEEK: Final = timedelta(days=7)
LEAST: Final = timedelta(
    hours=1
)  # between an announcement and its start; with less, it is skipped
TOO_FEW_IN_A_ROW: Final = 3  # events that could not be played, and nothing repeats any more


@dataclass(frozen=True, slots=True)
class Weekly:
    """A weekday (0 is Monday) and an hour on the clocks of a zone."""

    zone: str
    weekday: int
    hour: int
    minute: int

    @classmethod
    def of(cls, moment: datetime, zone: str) -> Self:
        """As people there would say when `moment` is."""
        local = moment.astimezone(ZoneInfo(zone))
        return cls(zone, local.weekday(), local.hour, local.minute)

    def after(self, moment: datetime) -> datetime:
        """The first time after `moment` that their clocks show it, in UTC."""
        day = moment.astimezone(ZoneInfo(self.zone)).date()
        day += timedelta(days=(self.weekday - day.weekday()) % 7)
        found = self._on(day)
        return found if found > moment else self._on(day + WEEK)

    def still_ahead(self, starts: datetime, now: datetime) -> datetime:
        """`starts`, or the first one after it that there is still time to announce."""
        return starts if starts - now >= LEAST else self.after(now + LEAST - timedelta(seconds=1))

    def _on(self, day: date) -> datetime:
        clock = time(self.hour, self.minute, tzinfo=ZoneInfo(self.zone))
        return datetime.combine(day, clock).astimezone(UTC)


def in_a_row(before: int, *, drawn: bool, stalled: bool) -> int:
    """How many in a row had too few people, after one more. One called off early says nothing."""
    if drawn:
        return 0
    return before + 1 if stalled else before
