"""Who is next: the urgency the person chose, then how long they have waited. Nothing else (D7)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Urgency(StrEnum):
    """Chosen by the person, in their own words; never worked out."""

    HARD_NOW = "hard_now"
    TODAY = "today"
    WHENEVER = "whenever"


RANKS = {Urgency.HARD_NOW: 0, Urgency.TODAY: 1, Urgency.WHENEVER: 2}


@dataclass(frozen=True, slots=True)
class Waiting:
    """One person who waits, as the desk may know them."""

    case: int
    code: str
    urgency: Urgency
    since: datetime
    bracket: str
    entry: str


def in_order(waiting: Iterable[Waiting]) -> list[Waiting]:
    return sorted(waiting, key=lambda each: (RANKS[each.urgency], each.since, each.case))
