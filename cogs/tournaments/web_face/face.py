"""The public page: who plays whom, who stands where, and one's own way through it."""

import asyncio
from collections.abc import Sequence
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final

from aiohttp import web

from cogs.tournaments.picture.gallery import Gallery
from cogs.tournaments.rules.hosting import NoneHere
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.rules.state import State
from cogs.tournaments.service.desk import Desk
from cogs.tournaments.service.facts import BracketMoved, RosterMoved
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.team_words import listed
from cogs.tournaments.service.tournaments import Tournaments
from cogs.tournaments.service.wording import Wording
from cogs.tournaments.web_face.listing import (
    Path as PathShown,
)
from cogs.tournaments.web_face.listing import (
    path_shown,
    playing_of,
    rounds_of,
    tables_of,
)
from cogs.tournaments.web_face.overlays import Overlays, exhibit, topic
from core.people import Voice
from platforms.web_server.pages import Pages, voice_of
from platforms.web_server.streams import Streams

FONTS: Final = ("SourceSansPro-Regular.ttf", "SourceSansPro-Bold.ttf")
NOTHING: Final = {"podium": (), "champion": None}  # what a page shows before the draw
FOUND: Final = 3  # people of one name whose way is told; more would be a search of everybody
NAME: Final = 40  # characters that somebody may look for


class TournamentsWeb:
    folder = Path(__file__).parents[1] / "pages"

    def __init__(
        self,
        tournaments: Tournaments,
        wording: Wording,
        gallery: Gallery,
        streams: Streams,
        desk: Desk,
    ) -> None:
        self._tournaments = tournaments
        self._wording = wording
        self._gallery = gallery
        self._streams = streams
        self._desk = desk
        self._overlays = Overlays(tournaments, wording, gallery, streams)

    def routes(self, pages: Pages) -> Sequence[web.AbstractRouteDef]:
        """Where the pages are; a name that nobody gave out is answered like no page at all."""
        self._pages = pages
        return (
            web.get("/t/{page}", self.page),
            web.get("/t/{page}/bracket.svg", self.svg),
            web.get("/t/{page}/bracket.png", self.png),
            web.get("/t/{page}/podium.png", self.podium),
            web.get("/t/{page}/path-{entrant:[0-9]{1,4}}.png", self.path),
            web.get("/t/{page}/events", self.events),
            web.get("/fonts/{name}", self.font),
            *self._overlays.routes(pages),
        )

    async def moved(self, fact: BracketMoved | RosterMoved) -> None:
        """Tell every open page and overlay that it is out of date."""
        self._streams.push(topic(fact.tournament), "moved")

    async def page(self, request: web.Request) -> web.StreamResponse:
        live = await self._live(request)
        figures = await self._figures(voice_of(request), live)
        # A page of a thousand players takes a while to put together: others are answered.
        return await asyncio.to_thread(self._page, request, live, figures)

    async def svg(self, request: web.Request) -> web.StreamResponse:
        live, state = await self._drawn(request)
        picture = await self._gallery.svg(exhibit(live, state), voice_of(request))
        return _picture(picture, "image/svg+xml")

    async def png(self, request: web.Request) -> web.StreamResponse:
        live, state = await self._drawn(request)
        return _picture(await self._gallery.png(exhibit(live, state), voice_of(request)))

    async def podium(self, request: web.Request) -> web.StreamResponse:
        """Three names to share, once they are known."""
        live, state = await self._drawn(request)
        if not state.done:
            raise web.HTTPNotFound
        return _picture(await self._gallery.podium_png(exhibit(live, state), voice_of(request)))

    async def path(self, request: web.Request) -> web.StreamResponse:
        live, state = await self._drawn(request)
        entrant = int(request.match_info["entrant"])
        if entrant not in state.entrants:
            raise web.HTTPNotFound
        shown, voice = exhibit(live, state), voice_of(request)
        return _picture(await self._gallery.path_png(shown, voice, entrant))

    async def events(self, request: web.Request) -> web.StreamResponse:
        return await self._streams.follow(request, topic((await self._live(request)).id))

    async def font(self, request: web.Request) -> web.StreamResponse:
        """The letters of the overlays; they come with a package, not from elsewhere."""
        name = request.match_info["name"]
        if name not in FONTS:
            raise web.HTTPNotFound
        with as_file(files("font_source_sans_pro") / "files" / name) as path:
            headers = {"Cache-Control": "max-age=86400"}
            return web.Response(body=path.read_bytes(), content_type="font/ttf", headers=headers)

    async def _figures(self, voice: Voice, live: Live) -> tuple[str, ...]:
        """How often it went wrong, and the last events here: to be read once it is over."""
        if live.event.phase is not Phase.FINISHED:
            return ()
        here = self._wording.mistakes(voice, await self._desk.mistakes(live))
        lately = self._wording.lately(voice, await self._desk.lately(live))
        return here, lately

    def _page(self, request: web.Request, live: Live, figures: tuple[str, ...]) -> web.Response:
        voice, event = voice_of(request), live.event
        wanted = request.query.get("q", "").strip()[:NAME]
        board = self._board(live, live.state, voice, wanted) if live.state else NOTHING
        return self._pages.show(
            request,
            "tournaments/page.html",
            live=live,
            event=event,
            state=self._wording.phase(voice, event.phase),
            wanted=wanted,
            drawn=live.state is not None,
            over=event.phase is Phase.FINISHED,
            figures=figures,
            players=listed(live),
            here=sum(entry.here for entry in live.roster.entered),
            **board,
        )

    def _board(self, live: Live, state: State, voice: Voice, wanted: str) -> dict[str, object]:
        """Everything that there is once the draw is made."""
        shown = exhibit(live, state)
        overview, words = self._gallery.overview(shown), self._gallery.words(voice)
        rounds = rounds_of(overview, words, wanted)
        level = next((words.level(grid.order) for grid in overview.grids if grid.order), "")
        return {
            "rounds": rounds,
            "tables": tables_of(overview, words),
            "playing": () if wanted else playing_of(overview, words),
            "paths": self._paths(live, state, voice, wanted),
            "found": sum(len(round_.matches) for round_ in rounds),
            "level": level,
            "words": words,
            "podium": overview.podium,
            "champion": overview.champion,
        }

    def _paths(self, live: Live, state: State, voice: Voice, wanted: str) -> tuple[PathShown, ...]:
        """The way of whoever is called so: nobody's where it could be anybody."""
        if not wanted:
            return ()
        sought, words = wanted.casefold(), self._gallery.words(voice)
        found = [seed for seed, name in live.names.items() if sought in name.casefold()]
        exact = [seed for seed in found if live.name(seed).casefold() == sought]
        chosen = exact or (found if len(found) <= FOUND else [])
        shown = exhibit(live, state)
        return tuple(path_shown(self._gallery.path(shown, seed), words) for seed in chosen)

    async def _live(self, request: web.Request) -> Live:
        try:
            return await self._tournaments.by_page(request.match_info["page"])
        except NoneHere:
            raise web.HTTPNotFound from None

    async def _drawn(self, request: web.Request) -> tuple[Live, State]:
        live = await self._live(request)
        if live.state is None:
            raise web.HTTPNotFound
        return live, live.state


def _picture(drawn: bytes, kind: str = "image/png") -> web.Response:
    headers = {"Cache-Control": "no-cache"}
    return web.Response(body=drawn, content_type=kind, headers=headers)
