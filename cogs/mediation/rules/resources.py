"""Numbers that people may ring, and how fresh our word on them is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

STALE = timedelta(days=180)
WEEKEND, OFFICE = 5, (9, 17)
RESCUE = frozenset({"15", "17", "18", "112"})  # for a danger; the others are to talk to
ALWAYS = frozenset({"15", "17", "18", "112", "114", "3114"})  # hiding these would be the danger


@dataclass(frozen=True, slots=True)
class Resource:
    """One dated row of `config/resources_fr.toml`. Texts are in both languages."""

    number: str
    name: str
    about_fr: str
    about_en: str
    hours: str
    channels: tuple[str, ...]
    source: str
    verified_on: date | None
    verified_by: str  # empty until a person has dialled it
    url: str = ""
    youngest: int = 0
    oldest: int = 120

    def about(self, language: str) -> str:
        return self.about_fr if language == "fr" else self.about_en


def shown(resources: Iterable[Resource], today: date, *, production: bool) -> list[Resource]:
    """The rows that may be shown: in production, what nobody has dialled lately stays hidden."""
    return [each for each in resources if not production or _stands(each, today)]


def answers(resource: Resource, here: datetime, age: int | None) -> bool:
    """Whether somebody picks up at this hour of Paris, for a person of this age, if known."""
    if age is not None and not resource.youngest <= age <= resource.oldest:
        return False
    if resource.hours == "office":
        return here.weekday() < WEEKEND and OFFICE[0] <= here.hour < OFFICE[1]
    opens, dash, closes = resource.hours.partition("-")
    return not dash or int(opens) <= here.hour < int(closes)


def _stands(resource: Resource, today: date) -> bool:
    if resource.number in ALWAYS:
        return True
    fresh = resource.verified_on is not None and today - resource.verified_on < STALE
    return fresh and bool(resource.verified_by)
