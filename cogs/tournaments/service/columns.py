"""An evening as the columns of its row, and back."""

from dataclasses import replace
from typing import Final

from cogs.tournaments.rules.setup import Format
from cogs.tournaments.rules.templates import Template, template
from cogs.tournaments.store.announced import Event

COPIED: Final = (
    *("template", "game", "format", "options", "name", "size", "best_of", "third_place"),
    *("team_size", "team_most", "substitutes", "match_minutes", "clock_minutes"),
    *("call_minutes", "confirm_minutes", "auto_forfeit"),
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
