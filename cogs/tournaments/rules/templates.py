"""Ready-made tournaments, as data: how many, how long, and how long one waits for whom."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from cogs.tournaments.rules.options import setup_of
from cogs.tournaments.rules.patience import LADDER, OVER
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
    format: Format
    options: Mapping[str, object] = field(default_factory=dict)  # by the engine's names
    best_of: int = 1
    third_place: bool = True
    check_in_opens: int = 60  # minutes before the start
    check_in_closes: int = 10
    no_show_minutes: float = 10  # after the call of a match; whoever is not there then is late
    auto_forfeit: bool = True  # half as long again, and it goes on without who is missing
    confirm_minutes: int = 5  # silence of the other side confirms a report
    match_minutes: int = 15  # as long as a match lasts: feeds estimates, and an arena's last call
    clock_minutes: int = 45  # of an arena
    rated: bool = False  # counts for the season of its game, where it has one
    team_size: int = 1  # players on a side; 1 where everybody plays for themselves
    substitutes: int = 0

    def window(self, starts: datetime) -> Window:
        """The check-in of an event that starts then."""
        opens = starts - timedelta(minutes=self.check_in_opens)
        closes = starts - timedelta(minutes=self.check_in_closes)
        return Window(opens=opens, closes=closes, starts=starts)

    def setup(self, entrants: int) -> Setup:
        options = {**self.options, "third_place": self.third_place, "best_of": self.best_of}
        return setup_of(self.format, entrants, options)


_TOP_8: Final = MappingProxyType({"cut": {"take": 8, "third_place": True}})
_GROUPS: Final = MappingProxyType({"groups": 4, "cut": {"take": 2}})
_KARTS: Final = MappingProxyType({"lobby": 12, "rounds": 3})
_SINGLE: Final = Format.SINGLE_ELIMINATION
_DOUBLE: Final = Format.DOUBLE_ELIMINATION


def _quick(one: Template) -> Template:
    """For an evening of an hour: five minutes after a call it goes on, with or without staff."""
    quick = replace(one, check_in_opens=30, check_in_closes=5, confirm_minutes=3)
    return replace(quick, no_show_minutes=5 / LADDER[OVER])


def _of(team_size: int, one: Template) -> Template:
    """In teams, with somebody to spare; whoever comes alone is proposed one."""
    return replace(one, team_size=team_size, substitutes=1, match_minutes=20)


TEMPLATES: Final[Mapping[str, Template]] = MappingProxyType(
    {
        template.id: template
        for template in (
            _quick(
                Template("friday-8", "tournaments-template-friday-8", 8, _SINGLE, match_minutes=10)
            ),
            Template(
                "cup-16", "tournaments-template-cup-16", 16, _SINGLE, best_of=3, match_minutes=20
            ),
            Template(
                "cup-32", "tournaments-template-cup-32", 32, _SINGLE, best_of=3, match_minutes=20
            ),
            Template("open-64", "tournaments-template-open-64", 64, _SINGLE, third_place=False),
            Template("double-16", "tournaments-template-double-16", 16, _DOUBLE),
            Template("double-256", "tournaments-template-double-256", 256, _DOUBLE),
            Template(
                "groups-16", "tournaments-template-groups-16", 16, Format.ROUND_ROBIN, _GROUPS
            ),
            Template("swiss-32", "tournaments-template-swiss-32", 32, Format.SWISS, _TOP_8),
            _quick(
                Template(
                    "arena-45", "tournaments-template-arena-45", 64, Format.ARENA, match_minutes=8
                )
            ),
            _quick(
                Template(
                    "kart-night", "tournaments-template-kart-night", 24, Format.LOBBIES, _KARTS
                )
            ),
            _of(2, Template("duo-16", "teams-template-duo-16", 16, _DOUBLE, best_of=3)),
            _of(3, Template("trio-8", "teams-template-trio-8", 8, _SINGLE, best_of=3)),
        )
    }
)


def template(name: str) -> Template:
    """Raises `UnknownTemplate`."""
    if name not in TEMPLATES:
        raise UnknownTemplate(f"there is no template {name!r:.40}")
    return TEMPLATES[name]
