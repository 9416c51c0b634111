"""The stand-ins. Only what lies outside the house is ever replaced."""

from datetime import UTC, datetime, timedelta

from core.clock import Clock, Pace

EVENING = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)  # a Friday, 19:00 in Paris


class Hands(Clock):
    """A clock that stands still until the test moves it."""

    def __init__(self, start: datetime = EVENING) -> None:
        self._at = start
        super().__init__(lambda: Pace(0, self._at.timestamp()), wall=lambda: 0)

    def forward(self, **span: float) -> datetime:
        """Move on by `timedelta(**span)`, and say what time it is now."""
        self._at += timedelta(**span)
        return self._at

    def set(self, moment: datetime) -> None:
        self._at = moment
