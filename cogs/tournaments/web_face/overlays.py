"""What OBS shows over a game: reached by a token, right without any script."""

import asyncio
from collections.abc import Sequence
from typing import Any, Final

from aiohttp import web

from cogs.tournaments.picture.gallery import Exhibit, Gallery
from cogs.tournaments.rules.board import IN_PLAY, Match, Stage
from cogs.tournaments.rules.hosting import NoneHere
from cogs.tournaments.rules.standings import champion
from cogs.tournaments.rules.state import State
from cogs.tournaments.service.cast import on_stage
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.tournaments import Tournaments
from cogs.tournaments.service.wording import Tongue, Wording
from core.people import Voice
from platforms.web_server.pages import ANYONE, Pages
from platforms.web_server.streams import Streams

ON_STREAM: Final = 8  # the last rounds, or the rows, that are readable on a stream
NEXT: Final = 2  # matches announced after the one being played
QUEUE: Final = 4  # and on a screen of their own
# The one on stream is the one that people watch: being played before about to be.
_FIRST: Final = (Stage.LIVE, Stage.REPORTED, Stage.DISPUTED, Stage.CALLED, Stage.OPEN)


class Overlays:
    def __init__(
        self, tournaments: Tournaments, wording: Wording, gallery: Gallery, streams: Streams
    ) -> None:
        self._tournaments = tournaments
        self._wording = wording
        self._gallery = gallery
        self._streams = streams

    def routes(self, pages: Pages) -> Sequence[web.AbstractRouteDef]:
        self._pages = pages
        return (
            web.get("/o/{token}/bracket", self.bracket),
            web.get("/o/{token}/now", self.now),
            web.get("/o/{token}/next", self.next),
            web.get("/o/{token}/podium", self.podium),
            web.get("/o/{token}/events", self.events),
        )

    async def bracket(self, request: web.Request) -> web.StreamResponse:
        live = await self._live(request)
        picture = ""
        if live.state is not None:
            last = 2 * ON_STREAM if request.query.get("size") == "16" else ON_STREAM
            voice = Voice(live.event.language)
            drawn = await self._gallery.on_stage(exhibit(live, live.state), voice, last)
            picture = drawn.decode()
        return self._show(request, "tournaments/overlay_bracket.html", live, picture=picture)

    async def now(self, request: web.Request) -> web.StreamResponse:
        live = await self._live(request)
        shown = self._cards(live, 1 + NEXT)
        return self._show(
            request,
            "tournaments/overlay_now.html",
            live,
            now=shown[0] if shown else None,
            following=shown[1:],
            champion=self._champion(live),
        )

    async def next(self, request: web.Request) -> web.StreamResponse:
        """What comes after the match that is being watched."""
        live = await self._live(request)
        following = self._cards(live, 1 + QUEUE)[1:]
        return self._show(request, "tournaments/overlay_next.html", live, following=following)

    async def podium(self, request: web.Request) -> web.StreamResponse:
        live = await self._live(request)
        shown = exhibit(live, live.state) if live.state else None
        overview = await asyncio.to_thread(self._gallery.overview, shown) if shown else None
        steps = overview.podium if overview else ()
        return self._show(request, "tournaments/overlay_podium.html", live, steps=steps)

    async def events(self, request: web.Request) -> web.StreamResponse:
        return await self._streams.follow(request, topic((await self._live(request)).id))

    def _show(
        self,
        request: web.Request,
        template: str,
        live: Live,
        **values: Any,  # noqa: ANN401 - what it names
    ) -> web.Response:
        """An overlay speaks the language of its tournament, whatever OBS would ask for."""
        delay, language = request.query.get("delay", ""), live.event.language
        return self._pages.show(
            request.clone(rel_url=request.rel_url.update_query(lang=language)),
            template,
            frames=ANYONE,
            live=live,
            token=request.match_info["token"],
            delay=min(600, int(delay)) if delay.isdecimal() else 0,
            **values,
        )

    async def _live(self, request: web.Request) -> Live:
        try:
            return on_stage(await self._tournaments.by_overlay(request.match_info["token"]))
        except NoneHere:
            raise web.HTTPNotFound from None

    def _champion(self, live: Live) -> str:
        first = champion(live.state) if live.state else None
        return self._wording.who(_tongue(live), live, first) if first else ""

    def _cards(self, live: Live, most: int) -> list[dict[str, str]]:
        """The matches in play or about to be, the one to watch first."""
        if live.state is None or not live.event.live:
            return []
        playing = [match for match in live.state.open if match.stage in IN_PLAY]
        playing.sort(key=lambda match: _FIRST.index(match.stage))
        return [self._card(live, match) for match in playing[:most]]

    def _card(self, live: Live, match: Match) -> dict[str, str]:
        tongue = _tongue(live)
        sides = [self._wording.who(tongue, live, side) for side in match.sides]
        one, other = sides if not match.lobby else ("", "")
        return {
            "one": one,
            "other": other,
            "all": " · ".join(sides) if match.lobby else "",
            "round": self._wording.round(tongue.voice, live, match),
            "stage": self._wording.stage(tongue.voice, match),
            "kind": match.stage.value,
        }


def exhibit(live: Live, state: State) -> Exhibit:
    """Not the same picture as on the page: some names may be kept off a stream."""
    return Exhibit(f"{live.version}.stage", state, live.names, live.event.name)


def topic(tournament: int) -> str:
    return f"tournament:{tournament}"


def _tongue(live: Live) -> Tongue:
    return Tongue(Voice(live.event.language), str, str)
