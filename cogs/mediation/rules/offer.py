"""Who may be offered a talk, and when the message leaves. Nothing here knows what was said."""

from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

PER_YEAR = 4
YEAR = timedelta(days=365)
TWICE_UNANSWERED = timedelta(days=90)
REFUSED_FOR = timedelta(hours=24)  # a closed door is not knocked at again within a day (P-17)
STORM = timedelta(minutes=10)
STORM_OFFERS = 5  # above it, a copypasta, a raid or bad news: nobody is written to one by one

Luck = Callable[[float, float], float]  # a number between two others, both included


class Reason(StrEnum):
    """Why a message left: told to whoever received it, and kept nowhere else."""

    EVENT = "event"
    SIGNAL = "signal"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Limits:
    """What is set in the section `mediation`."""

    soonest: timedelta
    latest: timedelta
    cooldown: timedelta
    cooldown_unanswered: timedelta
    per_place: int  # offers out at once for each free place of a mediator


@dataclass(frozen=True, slots=True)
class Standing:
    """All that is asked of the world at the moment when a message would leave."""

    may_write: bool  # the scope `dm` stands, and the person is 15 or older: consent's word
    not_before: datetime | None
    sent_in_a_year: int
    refused: bool  # their private messages were closed to us, less than a day ago
    outstanding: int  # offers of anybody that were sent lately and not answered
    free_places: int


def leaves_at(now: datetime, limits: Limits, luck: Luck, *, urgent: bool) -> datetime:
    """An emergency card leaves now; an offer at a random moment, so nobody links cause and effect.

    The moment is drawn by the second: whole minutes would be a rhythm that can be recognised.
    """
    if urgent:
        return now
    wait = luck(limits.soonest.total_seconds(), limits.latest.total_seconds())
    return now + timedelta(seconds=wait)


def may_leave(standing: Standing, now: datetime, limits: Limits, *, urgent: bool) -> bool:
    """Nothing but the person's own permission and door stand before an emergency card (7.4)."""
    if not standing.may_write or standing.refused:
        return False
    if urgent:
        return True
    rested = standing.not_before is None or standing.not_before <= now
    room = standing.outstanding < standing.free_places * limits.per_place
    return rested and room and standing.sent_in_a_year < PER_YEAR


def rests_until(now: datetime, limits: Limits, *, unanswered_before: bool) -> datetime:
    """Written by every message that leaves, whatever its reason: not before this again."""
    return now + (TWICE_UNANSWERED if unanswered_before else limits.cooldown_unanswered)


class Storms:
    """Offers by channel in the last minutes, in memory: times and nothing else."""

    def __init__(self) -> None:
        self._lately: defaultdict[str, deque[datetime]] = defaultdict(deque)

    def rages(self, channel: str, now: datetime) -> bool:
        """Count one more offer in this channel, and say whether they are too many."""
        times = self._lately[channel]
        while times and times[0] <= now - STORM:
            times.popleft()
        times.append(now)
        return len(times) > STORM_OFFERS
