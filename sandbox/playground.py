"""A page to play every part of an evening: both platforms, the overlay and the desk."""

import asyncio
import json
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from core.people import Voice
from prompts import LANGUAGES, Texts
from sandbox.discord_world.oauth import SIGNED_IN
from sandbox.stage import Stage
from sandbox.stories.set import Evening, Guest

PAGES = Path(__file__).parent / "pages"
SPEEDS = (1, 10, 60, 600)
KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
ASSETS = {path.name: KINDS[path.suffix] for path in PAGES.iterdir() if path.suffix in KINDS}
GLANCE = 0.1  # seconds between two looks at the clock's pace
KEPT = 400  # lines of the story


@dataclass(frozen=True, slots=True)
class Event:
    """Something for the page; `key` is told in the language of whoever reads it."""

    number: int
    kind: str
    what: Mapping[str, object]
    key: str = ""
    slots: Mapping[str, str | int] | None = None


class Playground:
    """Serves the page and tells it the story; what is done in it goes straight to the worlds."""

    def __init__(self, stage: Stage, language: str) -> None:
        self._stage = stage
        self._language = language
        self._texts = Texts()
        self._lines: list[Event] = []
        self._latest: dict[str, Event] = {}  # of every other kind: only the last one counts
        self._number = 0
        self._followers: set[asyncio.Queue[Event | None]] = set()
        self._watched = asyncio.Event()
        self._cast: dict[str, str] = {}
        self._chosen = "auto"
        self.chose: Callable[[float | None], None] = lambda speed: None
        self.hand: Callable[[str], None] = lambda what: None
        self._page = Environment(
            loader=FileSystemLoader(PAGES), autoescape=True, undefined=StrictUndefined
        ).get_template("evening.html")

    async def open(self, port: int = 0) -> str:
        """Listen on loopback; the page's address."""
        app = web.Application()
        app.router.add_get("/", self._show)
        app.router.add_get("/about.json", self._about)
        app.router.add_get("/story", self._story)
        app.router.add_post("/pace", self._set_pace)
        app.router.add_post("/hand", self._act)
        app.router.add_get("/{name}", _asset)
        self._runner = web.AppRunner(app, handle_signals=False, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", port).start()
        self._pacing = asyncio.create_task(self._follow_pace())
        return f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def close(self) -> None:
        self._pacing.cancel()
        for queue in self._followers:
            queue.put_nowait(None)
        await self._runner.cleanup()

    def meet(self, evening: Evening, guest: Guest) -> None:
        """Who is who, for the page."""
        cast, player = evening.cast, guest.player
        self._cast = {
            "guest": player.discord.id if player.discord else "",
            "viewer": player.twitch.login if player.twitch else "",
            "host": cast.owner.id,
            "mediator": cast.mediator.id,
            "stream": cast.lune.login,
        }

    def tell(self, kind: str, **what: object) -> None:
        """`overlay`, `desk`, `look`, `pace`: a page that comes later is told the last one."""
        self._latest[kind] = self._pass(Event(self._next(), kind, what))

    def tell_line(self, at: str, key: str, slots: Mapping[str, str | int]) -> None:
        """A line of the story; a chapter's title where there is no time before it."""
        told = Event(self._next(), "line", {"at": at, "title": not at}, key, slots)
        self._lines = [*self._lines[-KEPT:], self._pass(told)]

    async def watched(self, seconds: float) -> None:
        """Until somebody looks, or nobody did for so long."""
        try:
            await asyncio.wait_for(self._watched.wait(), seconds)
        except TimeoutError:
            return

    def _next(self) -> int:
        self._number += 1
        return self._number

    def _pass(self, event: Event) -> Event:
        for queue in self._followers:
            queue.put_nowait(event)
        return event

    async def _follow_pace(self) -> None:
        file, known = self._stage.folder / "clock.json", ""
        while True:
            text = await asyncio.to_thread(file.read_text, "utf-8")
            if text != known and text:
                known = text
                self._tell_pace()
            await asyncio.sleep(GLANCE)

    def _tell_pace(self) -> None:
        self.tell("pace", **self._pace(), chosen=self._chosen)

    def _pace(self) -> dict[str, Any]:
        pace: dict[str, Any] = json.loads((self._stage.folder / "clock.json").read_text("utf-8"))
        return pace

    def _voice(self, request: web.Request) -> Voice:
        asked = request.query.get("lang", "")
        return Voice(asked if asked in LANGUAGES else self._language)

    async def _show(self, request: web.Request) -> web.Response:
        voice, nonce = self._voice(request), secrets.token_urlsafe(16)
        self._speak(voice.language)
        page = self._page.render(
            t=lambda key, **slots: self._texts.say(voice, key, **slots),
            voice=voice,
            other=next(each for each in LANGUAGES if each != voice.language),
            speeds=SPEEDS,
            web=self._stage.web,
            nonce=nonce,
        )
        response = web.Response(text=page, content_type="text/html")
        local = "http://127.0.0.1:*"
        response.headers["Content-Security-Policy"] = (
            f"default-src 'none'; script-src 'nonce-{nonce}' 'self'; style-src 'self';"
            f" img-src 'self' {local}; connect-src 'self' {local}; frame-src {local};"
            " base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        )
        response.headers["Referrer-Policy"] = "no-referrer"
        if "mediator" in self._cast:  # this browser is the mediator's, as far as Discord knows
            response.set_cookie(SIGNED_IN, self._cast["mediator"], httponly=True, samesite="Lax")
        return response

    def _speak(self, language: str) -> None:
        """Everybody's application speaks the language of whoever plays them."""
        for person in self._stage.discord.realm.people.values():
            person.locale = language

    async def _about(self, request: web.Request) -> web.Response:
        del request
        discord = self._stage.discord.base_url
        twitch = self._stage.twitch.helix_url.rsplit("/helix", 1)[0]
        addresses = {"discord": discord, "twitch": twitch, "web": self._stage.web}
        return web.json_response({**addresses, **self._cast, "pace": self._pace()})

    async def _set_pace(self, request: web.Request) -> web.Response:
        speed = await request.text()
        if speed not in {"auto", *map(str, SPEEDS)}:
            raise web.HTTPBadRequest
        self.chose(None if speed == "auto" else float(speed))
        self._chosen = speed
        self._tell_pace()
        return web.Response(status=204)

    async def _act(self, request: web.Request) -> web.Response:
        """Somebody takes a part into their own hands: no hurry for a while."""
        self.hand(await request.text())
        return web.Response(status=204)

    async def _story(self, request: web.Request) -> web.StreamResponse:
        voice = self._voice(request)
        seen = int(request.headers.get("Last-Event-ID") or 0)
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        await response.prepare(request)
        queue: asyncio.Queue[Event | None] = asyncio.Queue()
        for told in sorted([*self._lines, *self._latest.values()], key=lambda each: each.number):
            if told.number > seen:
                queue.put_nowait(told)
        self._followers.add(queue)
        self._watched.set()
        try:
            while (event := await queue.get()) is not None:
                await response.write(self._written(event, voice))
        except (ConnectionError, asyncio.CancelledError):
            return response
        finally:
            self._followers.discard(queue)
        return response

    def _written(self, event: Event, voice: Voice) -> bytes:
        what = dict(event.what)
        if event.key:
            what["text"] = self._texts.say(voice, event.key, **(event.slots or {}))
        data = json.dumps(what, ensure_ascii=False)
        return f"id: {event.number}\nevent: {event.kind}\ndata: {data}\n\n".encode()


async def _asset(request: web.Request) -> web.StreamResponse:
    name = request.match_info["name"]
    if name not in ASSETS:
        raise web.HTTPNotFound
    return web.FileResponse(
        PAGES / name, headers={"Content-Type": ASSETS[name], "Cache-Control": "no-cache"}
    )
