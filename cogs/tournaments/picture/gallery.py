"""Pictures that are asked for again and again: drawn once for each version, in a thread."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from cogs.tournaments.picture import png, svg
from cogs.tournaments.picture.outline import outline
from cogs.tournaments.picture.view import BracketView, of
from cogs.tournaments.picture.words import Words, words_of
from cogs.tournaments.rules.state import State
from core.people import Voice
from prompts import Texts

KEPT: Final = 24  # pictures in memory


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One tournament at one moment; `version` changes whenever it looks different."""

    version: str
    state: State
    names: Mapping[int, str]
    title: str


class Gallery:
    """Draws brackets. What it keeps is a cache: it may be dropped at any moment."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._kept: OrderedDict[tuple[str, str, str], bytes] = OrderedDict()

    async def png(self, exhibit: Exhibit, voice: Voice, size: int) -> bytes:
        """The last rounds, from `size` entrants on."""

        def draw() -> bytes:
            view = self.view(exhibit).last_of(size)
            return png.draw(view, self.words(view, voice))

        return await self._drawn(exhibit, voice, f"png {size}", draw)

    async def svg(
        self, exhibit: Exhibit, voice: Voice, *, size: int, transparent: bool = False
    ) -> bytes:
        """The last rounds, from `size` entrants on; `transparent` leaves the paper out."""

        def draw() -> bytes:
            view = self.view(exhibit).last_of(size)
            return svg.draw(view, self.words(view, voice), transparent=transparent).encode()

        return await self._drawn(exhibit, voice, f"svg {size} {transparent:d}", draw)

    def lines(self, exhibit: Exhibit, voice: Voice, size: int) -> list[str]:
        """The same as text, round by round."""
        return outline(self.view(exhibit).last_of(size), self._texts, voice)

    def view(self, exhibit: Exhibit) -> BracketView:
        return of(exhibit.state, exhibit.names, exhibit.title)

    def words(self, view: BracketView, voice: Voice) -> Words:
        return words_of(self._texts, voice, view)

    async def _drawn(
        self, exhibit: Exhibit, voice: Voice, kind: str, draw: Callable[[], bytes]
    ) -> bytes:
        key = exhibit.version, voice.language, kind
        found = self._kept.get(key)
        if found is None:
            found = await asyncio.to_thread(draw)
            self._kept[key] = found
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return found
