"""Pictures that are asked for again and again: drawn once for each version, in a thread."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from cogs.tournaments.picture import png, svg
from cogs.tournaments.picture.outline import (
    outline,
    path_lines,
    podium_lines,
)
from cogs.tournaments.picture.overview import Overview, overview_of
from cogs.tournaments.picture.path import PathView, path_of
from cogs.tournaments.picture.phone import DOTS, path, phone
from cogs.tournaments.picture.podium import podium
from cogs.tournaments.picture.ranking import places, ranking
from cogs.tournaments.picture.whole import on_stage, whole
from cogs.tournaments.picture.words import Words, words_of
from cogs.tournaments.rules.state import State
from core.people import Voice
from prompts import LANGUAGES, Texts

KEPT: Final = 24  # pictures in memory
VIEWS: Final = 8  # tournaments whose names and matches are kept put together


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One tournament at one moment; `version` changes whenever it looks different."""

    version: str
    state: State
    names: Mapping[int, str]
    title: str

    @property
    def key(self) -> str:
        """Names change without a version: somebody may have asked to be forgotten."""
        return f"{self.version} {hash(tuple(self.names.items()))}"


class Gallery:
    """Draws tournaments. What it keeps is a cache: it may be dropped at any moment.

    What has a coroutine computes in a thread; the rest computes where it is called.
    """

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._words = {language: words_of(texts, Voice(language)) for language in LANGUAGES}
        self._kept: OrderedDict[tuple[str, str, str], bytes] = OrderedDict()
        self._views: OrderedDict[str, Overview] = OrderedDict()

    async def png(self, exhibit: Exhibit, voice: Voice) -> bytes:
        """The tournament at a glance, for a phone: never more than its top eight."""

        def draw() -> bytes:
            return png.draw(phone(self.overview(exhibit), self.words(voice)), DOTS)

        return await self._drawn(exhibit, voice, "png", draw)

    async def path_png(self, exhibit: Exhibit, voice: Voice, entrant: int) -> bytes:
        """One's own way, for a phone."""

        def draw() -> bytes:
            drawing = path(self.path(exhibit, entrant), exhibit.title, self.words(voice))
            return png.draw(drawing, DOTS)

        return await self._drawn(exhibit, voice, f"path {entrant}", draw)

    async def podium_png(self, exhibit: Exhibit, voice: Voice) -> bytes:
        """The card to share; of a tournament that is over."""

        def draw() -> bytes:
            shown = self.overview(exhibit)
            return png.draw(podium(shown.podium, shown.title, self.words(voice)), DOTS)

        return await self._drawn(exhibit, voice, "podium", draw)

    async def svg(self, exhibit: Exhibit, voice: Voice) -> bytes:
        """Everything, for a page."""

        def draw() -> bytes:
            return svg.draw(whole(self.overview(exhibit), self.words(voice))).encode()

        return await self._drawn(exhibit, voice, "svg", draw)

    async def on_stage(self, exhibit: Exhibit, voice: Voice, last: int) -> bytes:
        """What a stream can show, without any paper behind it."""

        def draw() -> bytes:
            drawing = on_stage(self.overview(exhibit), self.words(voice), last)
            return svg.draw(drawing, transparent=True).encode()

        return await self._drawn(exhibit, voice, f"stage {last}", draw)

    async def lines(self, exhibit: Exhibit, voice: Voice, most: int = 0) -> list[str]:
        """The same as text, tables first, then round by round."""
        return await asyncio.to_thread(
            lambda: outline(self.overview(exhibit), self.words(voice), most)
        )

    async def standings(self, exhibit: Exhibit, voice: Voice, most: int, me: int) -> list[str]:
        """Who stands where, `me` included wherever that is; 0 for nobody."""

        def read() -> list[str]:
            overview, words = self.overview(exhibit), self.words(voice)
            if overview.grids and overview.bracket is None:
                return ranking(overview, words, most, me)
            return list(places(exhibit.state, exhibit.names, words, most, me))

        return await asyncio.to_thread(read)

    async def path_lines(self, exhibit: Exhibit, voice: Voice, entrant: int) -> list[str]:
        return await asyncio.to_thread(
            lambda: path_lines(self.path(exhibit, entrant), self.words(voice))
        )

    async def podium_lines(self, exhibit: Exhibit) -> list[str]:
        return await asyncio.to_thread(lambda: podium_lines(self.overview(exhibit).podium))

    def overview(self, exhibit: Exhibit) -> Overview:
        """Put together once for each version; names may change without one."""
        key = exhibit.key
        found = self._views.get(key)
        if found is None:
            found = overview_of(exhibit.state, exhibit.names, exhibit.title)
            self._views[key] = found
            while len(self._views) > VIEWS:
                self._views.popitem(last=False)
        return found

    def path(self, exhibit: Exhibit, entrant: int) -> PathView:
        return path_of(exhibit.state, exhibit.names, entrant)

    def words(self, voice: Voice) -> Words:
        return self._words[voice.language]

    async def _drawn(
        self, exhibit: Exhibit, voice: Voice, kind: str, draw: Callable[[], bytes]
    ) -> bytes:
        key = exhibit.key, voice.language, kind
        found = self._kept.get(key)
        if found is None:
            found = await asyncio.to_thread(draw)
            self._kept[key] = found
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return found
