"""Seasons of the ladder: eight weeks each, counted from a Monday."""

from datetime import UTC, datetime, timedelta
from typing import Final

FIRST: Final = datetime(2026, 1, 5, tzinfo=UTC)  # a Monday
LENGTH: Final = timedelta(weeks=8)


def season_of(at: datetime) -> int:
    return (at - FIRST) // LENGTH


def span(number: int) -> tuple[datetime, datetime]:
    """The first moment of a season, and the first after it."""
    begins = FIRST + number * LENGTH
    return begins, begins + LENGTH
