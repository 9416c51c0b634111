"""Brackets and standings for whoever asks on Discord: the list first, the picture with it.

A list is cut where a message ends; a picture is one for a phone, with its words as its text.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from cogs.tournaments.picture.gallery import Exhibit, Gallery
from cogs.tournaments.picture.outline import alt_of
from cogs.tournaments.rules.bracket import NOBODY
from cogs.tournaments.rules.state import State
from cogs.tournaments.service.live import Live
from core.courier import Picture
from core.people import Voice
from platforms.discord_client.speaking import plain

TOP: Final = 8  # entrants of a bracket, or rows of a table, that a phone shows
ROWS: Final = 16  # of the standings as a list
MOST_TEXT: Final = 1900  # characters of a message, with some room


@dataclass(frozen=True, slots=True)
class Sight:
    """What there is to see of a tournament: the list, and its picture."""

    text: str
    picture: Picture


class Showing:
    def __init__(self, gallery: Gallery) -> None:
        self._gallery = gallery

    async def bracket(self, voice: Voice, live: Live, state: State) -> Sight:
        """The end of the bracket; the tables and the round being played where there is none."""
        shown = exhibit(live, state)
        lines = await self._gallery.lines(shown, voice, TOP)
        drawn = await self._gallery.png(shown, voice)
        return Sight(fitting(lines), Picture(drawn, "bracket.png", alt_of(lines)))

    async def standings(self, voice: Voice, live: Live, state: State, me: int = NOBODY) -> Sight:
        """Who stands where, oneself included wherever that is, and one's own way as a picture."""
        shown = exhibit(live, state)
        lines = await self._gallery.standings(shown, voice, ROWS, me)
        if not me:
            return Sight(fitting(lines), (await self.bracket(voice, live, state)).picture)
        drawn = await self._gallery.path_png(shown, voice, me)
        way = await self._gallery.path_lines(shown, voice, me)
        return Sight(fitting(lines), Picture(drawn, "path.png", alt_of(way)))

    async def podium(self, voice: Voice, live: Live, state: State) -> Picture:
        """The card to share, once it is over; before, the tournament as it stands."""
        if not state.done:
            return (await self.bracket(voice, live, state)).picture
        shown = exhibit(live, state)
        drawn = await self._gallery.podium_png(shown, voice)
        names = await self._gallery.podium_lines(shown)
        return Picture(drawn, "podium.png", alt_of([live.event.name, *names]))


def exhibit(live: Live, state: State) -> Exhibit:
    return Exhibit(live.version, state, live.names, live.event.name)


def fitting(lines: Iterable[str]) -> str:
    """As many whole lines as a message holds; a name formats and mentions nothing."""
    text = ""
    for line in lines:
        longer = f"{text}\n{plain(line)}" if text else plain(line)
        if len(longer) > MOST_TEXT:
            return f"{text}\n…"
        text = longer
    return text
