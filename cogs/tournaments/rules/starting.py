"""When an evening starts, as people type it: in minutes, or as an hour of their own clocks."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from types import MappingProxyType
from typing import Final

from core.errors import Refusal

_TOMORROW: Final = frozenset(("demain", "tomorrow"))
_TODAY: Final = frozenset(("aujourd'hui", "today", "soir", "tonight"))
_DAYS: Final[Mapping[str, int]] = MappingProxyType(
    {
        name: number
        for names in (
            ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
            ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        )
        for number, name in enumerate(names)
    }
)
_MINUTES: Final = re.compile(r"\+?(?:dans|in)?\s*(\d{1,5})\s*(?:m|mn|min|minutes?)?")
_HOURS: Final = re.compile(r"(?:dans|in)\s*(\d{1,3})\s*(?:h|heures?|hours?)\s*(\d{1,2})?")
_CLOCK: Final = re.compile(r"(?<![\d/:])(\d{1,2})\s*(?:[h:]\s*(\d{2})?\s*(am|pm)?|(am|pm))(?!\d)")
_DATE: Final = re.compile(r"\b(\d{1,2})/(\d{1,2})(?:/(\d{4}))?\b|\b(\d{4})-(\d{2})-(\d{2})\b")
NOON: Final = 12  # hours


class UnreadableHour(Refusal):
    """What was typed is neither a number of minutes nor an hour."""

    key = "games-hour-unreadable"


def start_of(text: str, now: datetime, zone: tzinfo) -> datetime:
    """The moment that is meant, in UTC: "45", "20:30", "20h", "demain 20h", "24/12 20:30".

    An hour without a day is the next one that the clocks of `zone` show. Raises `UnreadableHour`.
    """
    plain = _plain(text)
    if found := _HOURS.fullmatch(plain):
        return now + timedelta(hours=int(found[1]), minutes=int(found[2] or 0))
    if found := _MINUTES.fullmatch(plain):
        return now + timedelta(minutes=int(found[1]))
    here = now.astimezone(zone)
    try:
        clock = _clock(_DATE.sub(" ", plain))
        day = _day(plain, here)
        if day is None:
            day = here.date() + timedelta(days=_moment(here.date(), clock, zone) <= now)
        return _moment(day, clock, zone)
    except ValueError as wrong:
        raise UnreadableHour from wrong


def _moment(day: date, clock: time, zone: tzinfo) -> datetime:
    """Counted on the clocks of the place: a night when they change makes no hour wrong."""
    return datetime.combine(day, clock, zone).astimezone(UTC)


def _clock(plain: str) -> time:
    found = _CLOCK.search(plain)
    if found is None:
        raise UnreadableHour
    hour, half = int(found[1]), found[3] or found[4]
    if half:
        hour = hour % NOON + (NOON if half == "pm" else 0)
    return time(hour, int(found[2] or 0))


def _day(plain: str, here: datetime) -> date | None:
    today = here.date()
    if found := _DATE.search(plain):
        if found[4]:
            return date(int(found[4]), int(found[5]), int(found[6]))
        named = date(int(found[3] or today.year), int(found[2]), int(found[1]))
        return named if found[3] or named >= today else named.replace(year=today.year + 1)
    words = plain.split()
    if any(word in _TOMORROW for word in words):
        return today + timedelta(days=1)
    if any(word in _TODAY for word in words):
        return today
    ahead = [(_DAYS[word] - today.weekday()) % 7 for word in words if word in _DAYS]
    return today + timedelta(days=ahead[0]) if ahead else None


def _plain(text: str) -> str:
    loose = unicodedata.normalize("NFKD", text.casefold())
    letters = (letter for letter in loose if not unicodedata.combining(letter))
    return " ".join("".join(letters).replace("à", " ").replace(",", " ").split())
