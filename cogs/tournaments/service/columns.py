"""An evening as the columns of its row, and back."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from cogs.tournaments.rules.interchange.told import LATER
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.rules.setup import Format
from cogs.tournaments.rules.templates import Template, template
from cogs.tournaments.store.announced import Event, TournamentId
from core.people import PlaceId

COPIED: Final = (
    *("template", "game", "format", "options", "name", "size", "best_of", "third_place"),
    *("team_size", "team_most", "substitutes", "match_minutes", "clock_minutes"),
    *("call_minutes", "confirm_minutes", "hold_minutes", "auto_forfeit"),
    *("seeding", "apart_recent", "rated"),
)
OF_MATCHES: Final = ("size", "best_of", "options", "match_minutes")


def settings_of(evening: Template) -> dict[str, object]:
    return {
        "template": evening.id,
        "format": evening.format,
        "options": dict(evening.options),
        "size": evening.size,
        "best_of": evening.best_of,
        "third_place": evening.third_place,
        "match_minutes": evening.match_minutes,
        "clock_minutes": evening.clock_minutes,
        "auto_forfeit": evening.auto_forfeit,
        "rated": evening.rated,
    }


def teams_of(least: int, most: int, substitutes: int) -> dict[str, object]:
    return {"team_size": least, "team_most": most, "substitutes": substitutes}


def evening_of(event: Event) -> Template:
    """What was announced, as it would be planned: its hours come from what was ready-made."""
    free = Template("", "", event.size, event.format)
    return replace(
        template(event.template) if event.template else free,
        size=event.size,
        format=event.format,
        options=event.options,
        best_of=event.best_of,
        third_place=event.third_place,
        match_minutes=round(event.match_minutes),
        clock_minutes=round(event.clock_minutes),
    )


def games_asked(event: Event) -> int | None:
    """How many games its host asked for; None where it has what its game says."""
    alone = "finals" not in event.options and event.format is not Format.LOBBIES
    return event.best_of if alone else None


def as_announced(
    settings: Mapping[str, Any], place: PlaceId, channel: str, now: datetime
) -> Event:
    """The columns that were `COPIED`, as an event that is over: one to be done again."""
    return Event(
        **{**LATER, **settings, "format": Format(settings["format"])},
        id=TournamentId(0),
        place=place,
        channel=channel,
        language="",
        streams=(),
        phase=Phase.FINISHED,
        opened_at=now,
        check_in_opens=now,
        check_in_closes=now,
        starts_at=now,
        paused_at=None,
        rehearsal=False,
        secret="",
        page="",
        roll=0,
    )
