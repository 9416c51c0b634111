"""What a slash command offers to choose from."""

from collections.abc import Iterable
from typing import Final

from discord import app_commands
from discord.app_commands import locale_str

from cogs.tournaments.discord_face.speech import at
from cogs.tournaments.rules.board import Stage
from cogs.tournaments.rules.hosting import BEST_OFS
from cogs.tournaments.rules.templates import TEMPLATES
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.wording import Tongue, Wording
from core.people import Voice

MOST: Final = 25  # that Discord shows
FORMATS: Final = [
    app_commands.Choice(name=locale_str(template.id, key=template.name), value=template.id)
    for template in TEMPLATES.values()
]
GAMES: Final[list[app_commands.Choice[int]]] = [
    app_commands.Choice(name=str(number), value=number) for number in sorted(BEST_OFS)
]
WHICH: Final = locale_str("tournament", key="tournaments-name-option-tournament")
WHICH_ABOUT: Final = locale_str("tournaments-about-option-tournament")
Offered = list[app_commands.Choice[str]]


def events(around: Iterable[Live], typed: str) -> Offered:
    """The tournaments that are not over, by what was typed of their name."""
    return like(
        typed,
        (
            app_commands.Choice(name=live.event.name, value=str(live.id))
            for live in around
            if live.event.live
        ),
    )


def sides(around: Iterable[Live], typed: str, wording: Wording, voice: Voice) -> Offered:
    """Both sides of every match in play, those that disagree first."""
    spoken = Tongue(voice, str, at)
    playing = [(live, match) for live in around if live.state for match in live.state.open]
    playing.sort(key=lambda pair: pair[1].stage is not Stage.DISPUTED)
    return like(
        typed,
        (
            app_commands.Choice(
                name=f"{wording.who(spoken, live, side)} · {match.id}",
                value=f"{live.id}|{match.id}|{side}",
            )
            for live, match in playing
            for side in match.sides
            if side
        ),
    )


def like(typed: str, choices: Iterable[app_commands.Choice[str]]) -> Offered:
    """Those that have in their name what was typed, as many as Discord shows."""
    return [each for each in choices if typed.casefold() in each.name.casefold()][:MOST]
