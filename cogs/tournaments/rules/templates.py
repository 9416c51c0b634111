"""Ready-made tournaments, as data: how many, how long, and how long one waits for whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from cogs.tournaments.rules.refusals import UnknownTemplate
from cogs.tournaments.rules.setup import Format, Setup


@dataclass(frozen=True, slots=True)
class Window:
    """When one may check in, and when play starts."""

    opens: datetime
    closes: datetime
    starts: datetime


@dataclass(frozen=True, slots=True)
class Template:
    id: str
    name: str  # the key of its name in prompts/
    size: int  # seats; who comes later waits for one
    best_of: int
    check_in_opens: int  # minutes before the start
    check_in_closes: int
    no_show_minutes: int  # after the call of a match; whoever is not there then is late
    confirm_minutes: int  # silence of the other side confirms a report
    third_place: bool
    format: Format = Format.SINGLE_ELIMINATION

    def window(self, starts: datetime) -> Window:
        """The check-in of an event that starts then."""
        opens = starts - timedelta(minutes=self.check_in_opens)
        closes = starts - timedelta(minutes=self.check_in_closes)
        return Window(opens=opens, closes=closes, starts=starts)

    def setup(self, entrants: int) -> Setup:
        return Setup(entrants, self.format, third_place=self.third_place, best_of=self.best_of)


TEMPLATES: Final[Mapping[str, Template]] = MappingProxyType(
    {
        template.id: template
        for template in (
            Template(
                id="friday-8",
                name="tournaments-template-friday-8",
                size=8,
                best_of=1,
                check_in_opens=30,
                check_in_closes=5,
                no_show_minutes=5,
                confirm_minutes=3,
                third_place=True,
            ),
            Template(
                id="cup-16",
                name="tournaments-template-cup-16",
                size=16,
                best_of=3,
                check_in_opens=60,
                check_in_closes=10,
                no_show_minutes=10,
                confirm_minutes=5,
                third_place=True,
            ),
            Template(
                id="cup-32",
                name="tournaments-template-cup-32",
                size=32,
                best_of=3,
                check_in_opens=60,
                check_in_closes=10,
                no_show_minutes=10,
                confirm_minutes=5,
                third_place=True,
            ),
            Template(
                id="open-64",
                name="tournaments-template-open-64",
                size=64,
                best_of=1,
                check_in_opens=60,
                check_in_closes=10,
                no_show_minutes=10,
                confirm_minutes=5,
                third_place=False,
            ),
        )
    }
)


def template(name: str) -> Template:
    """Raises `UnknownTemplate`."""
    if name not in TEMPLATES:
        raise UnknownTemplate(f"there is no template {name!r:.40}")
    return TEMPLATES[name]
