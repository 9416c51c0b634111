"""Tournaments in a browser: the public bracket, and what OBS shows over a game.

The list of rounds is the page, the picture its twin. Overlays are reached by a token of their own;
nothing on them needs a script to be right, only to stay right.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, Final

from aiohttp import web

from cogs.tournaments.picture.gallery import Exhibit, Gallery
from cogs.tournaments.picture.view import WHOLE, BracketView, MatchView, SideView
from cogs.tournaments.picture.words import Words
from cogs.tournaments.rules.board import IN_PLAY, Match, Stage
from cogs.tournaments.rules.hosting import NoneHere
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.rules.state import State
from cogs.tournaments.service.book import Live
from cogs.tournaments.service.facts import BracketMoved, RosterMoved
from cogs.tournaments.service.tournaments import Tournaments
from cogs.tournaments.service.wording import Tongue, Wording
from core.people import Voice
from platforms.web_server.pages import ANYONE, Pages, voice_of
from platforms.web_server.streams import Streams

LARGEST: Final = 64  # entrants whose whole bracket is one picture on the page
ON_STREAM: Final = 8  # the last rounds that are readable on a stream
NEXT: Final = 2  # matches announced after the one being played
FONTS: Final = ("SourceSansPro-Regular.ttf", "SourceSansPro-Bold.ttf")
# The one on stream is the one that people watch: being played before about to be.
_FIRST: Final = (Stage.LIVE, Stage.REPORTED, Stage.DISPUTED, Stage.CALLED, Stage.OPEN)


@dataclass(frozen=True, slots=True)
class Shown:
    """One match as a page lists it."""

    match: MatchView
    names: tuple[str, str]
    chip: str  # its state in a word; empty where there is nothing to say
    kind: str  # of the chip: what colour and sign it has


@dataclass(frozen=True, slots=True)
class Round:
    name: str
    matches: tuple[Shown, ...]
    current: bool


class TournamentsWeb:
    folder = Path(__file__).parent / "pages"

    def __init__(
        self,
        tournaments: Tournaments,
        wording: Wording,
        gallery: Gallery,
        streams: Streams,
    ) -> None:
        self._tournaments = tournaments
        self._wording = wording
        self._gallery = gallery
        self._streams = streams

    def routes(self, pages: Pages) -> Sequence[web.AbstractRouteDef]:
        """Where the pages are; a name that nobody gave out is answered like no page at all."""
        self._pages = pages
        return (
            web.get("/t/{page}", self.page),
            web.get("/t/{page}/bracket.svg", self.svg),
            web.get("/t/{page}/bracket.png", self.png),
            web.get("/t/{page}/events", self.events),
            web.get("/o/{token}/bracket", self.overlay_bracket),
            web.get("/o/{token}/now", self.overlay_now),
            web.get("/o/{token}/events", self.overlay_events),
            web.get("/fonts/{name}", self.font),
        )

    async def moved(self, fact: BracketMoved | RosterMoved) -> None:
        """Tell every open page and overlay that it is out of date."""
        self._streams.push(_topic(fact.tournament), "moved")

    async def page(self, request: web.Request) -> web.StreamResponse:
        live = await self._live(request)
        voice = voice_of(request)
        wanted = request.query.get("q", "").strip()[:40]
        rounds = self._rounds(live, voice, wanted) if live.state else ()
        return self._pages.show(
            request,
            "tournaments/page.html",
            live=live,
            event=live.event,
            state=self._wording.phase(voice, live.event.phase),
            rounds=rounds,
            found=sum(len(round_.matches) for round_ in rounds),
            wanted=wanted,
            drawn=live.state is not None,
            over=live.event.phase is Phase.FINISHED,
            champion=self._champion(live, voice),
            players=[each.name for each in live.entrants if each.name and each.standing != "left"],
            here=sum(entry.here for entry in live.roster.entered),
        )

    async def svg(self, request: web.Request) -> web.StreamResponse:
        live, state = await self._drawn(request)
        picture = await self._gallery.svg(exhibit(live, state), voice_of(request), size=LARGEST)
        return _picture(picture, "image/svg+xml")

    async def png(self, request: web.Request) -> web.StreamResponse:
        live, state = await self._drawn(request)
        picture = await self._gallery.png(exhibit(live, state), voice_of(request), WHOLE)
        return _picture(picture, "image/png")

    async def events(self, request: web.Request) -> web.StreamResponse:
        return await self._streams.follow(request, _topic((await self._live(request)).id))

    async def overlay_bracket(self, request: web.Request) -> web.StreamResponse:
        live = await self._overlaid(request)
        picture = ""
        if live.state is not None:
            size = 2 * ON_STREAM if request.query.get("size") == "16" else ON_STREAM
            drawn = await self._gallery.svg(
                exhibit(live, live.state), Voice(live.event.language), size=size, transparent=True
            )
            picture = drawn.decode()
        return self._overlay(request, "tournaments/overlay_bracket.html", live, picture=picture)

    async def overlay_now(self, request: web.Request) -> web.StreamResponse:
        live = await self._overlaid(request)
        voice, matches = Voice(live.event.language), self._ahead(live)
        shown = [self._card(live, voice, match) for match in matches[: 1 + NEXT]]
        return self._overlay(
            request,
            "tournaments/overlay_now.html",
            live,
            now=shown[0] if shown else None,
            following=shown[1:],
            champion=self._champion(live, voice),
        )

    async def overlay_events(self, request: web.Request) -> web.StreamResponse:
        live = await self._overlaid(request)
        return await self._streams.follow(request, _topic(live.id))

    async def font(self, request: web.Request) -> web.StreamResponse:
        """The letters of the overlays; they come with a package, not from elsewhere."""
        name = request.match_info["name"]
        if name not in FONTS:
            raise web.HTTPNotFound
        with as_file(files("font_source_sans_pro") / "files" / name) as path:
            headers = {"Cache-Control": "max-age=86400"}
            return web.Response(body=path.read_bytes(), content_type="font/ttf", headers=headers)

    def _overlay(
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
            return await self._tournaments.by_page(request.match_info["page"])
        except NoneHere:
            raise web.HTTPNotFound from None

    async def _overlaid(self, request: web.Request) -> Live:
        try:
            return await self._tournaments.by_overlay(request.match_info["token"])
        except NoneHere:
            raise web.HTTPNotFound from None

    async def _drawn(self, request: web.Request) -> tuple[Live, State]:
        live = await self._live(request)
        if live.state is None:
            raise web.HTTPNotFound
        return live, live.state

    def _champion(self, live: Live, voice: Voice) -> str:
        if live.state is None or live.state.champion is None:
            return ""
        return self._wording.who(_tongue(voice), live, live.state.champion)

    def _rounds(self, live: Live, voice: Voice, wanted: str) -> tuple[Round, ...]:
        if live.state is None:
            return ()
        view = self._gallery.view(exhibit(live, live.state))
        words = self._gallery.words(view, voice)
        current = _current(view)
        rounds = [
            Round(name, _listed(matches, words, wanted), at == current)
            for at, (name, matches) in enumerate(zip(words.rounds, view.rounds, strict=True))
        ]
        if view.third is not None:
            third = _listed((view.third,), words, wanted)
            rounds.insert(len(rounds) - 1, Round(words.third, third, current=False))
        return tuple(round_ for round_ in rounds if round_.matches)

    def _ahead(self, live: Live) -> list[Match]:
        """The matches in play or about to be, the one to watch first."""
        if live.state is None or not live.event.live:
            return []
        playing = [match for match in live.state.open if match.stage in IN_PLAY]
        return sorted(playing, key=lambda match: _FIRST.index(match.stage))

    def _card(self, live: Live, voice: Voice, match: Match) -> dict[str, str]:
        one, other = (self._wording.who(_tongue(voice), live, side) for side in match.sides)
        return {
            "one": one,
            "other": other,
            "round": self._wording.round(voice, live, match),
            "stage": self._wording.stage(voice, match),
            "kind": match.stage.value,
        }


def exhibit(live: Live, state: State) -> Exhibit:
    return Exhibit(live.version, state, live.names, live.event.name)


def _tongue(voice: Voice) -> Tongue:
    return Tongue(voice, str, str)


def _topic(tournament: int) -> str:
    return f"tournament:{tournament}"


def _picture(drawn: bytes, kind: str) -> web.Response:
    headers = {"Cache-Control": "no-cache"}
    return web.Response(body=drawn, content_type=kind, headers=headers)


def _current(view: BracketView) -> int:
    """The first round that still has a match to play; the last one once all are."""
    for at, matches in enumerate(view.rounds):
        if any(match.stage is not Stage.SETTLED and not match.bye for match in matches):
            return at
    return len(view.rounds) - 1


def _listed(matches: Sequence[MatchView], words: Words, wanted: str) -> tuple[Shown, ...]:
    shown = (_shown(match, words) for match in matches)
    sought = wanted.casefold()
    return tuple(
        one for one in shown if not sought or any(sought in name.casefold() for name in one.names)
    )


def _shown(match: MatchView, words: Words) -> Shown:
    one, other = (_name(side, words) for side in match.sides)
    if match.bye:
        return Shown(match, (one, ""), words.bye, "bye")
    chips = {
        Stage.OPEN: (words.ready, "ready"),
        Stage.CALLED: (words.ready, "ready"),
        Stage.LIVE: (words.live, "live"),
        Stage.REPORTED: (words.reported, "live"),
        Stage.DISPUTED: (words.disputed, "dispute"),
    }
    chip, kind = chips.get(match.stage, ("", ""))
    if match.stage is Stage.SETTLED and not match.played:
        chip, kind = words.forfeit, "bye"
    return Shown(match, (one, other), chip, kind)


def _name(side: SideView, words: Words) -> str:
    return {"player": side.name, "unknown": words.unknown, "empty": words.empty}.get(
        side.sitting.value, ""
    )
