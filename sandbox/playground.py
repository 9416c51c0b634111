"""A page to play every part of an evening: both platforms, the overlay and the desk."""

import asyncio
import json
from pathlib import Path

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from core.people import Voice
from prompts import LANGUAGES, Texts
from sandbox.stage import Stage

PAGES = Path(__file__).parent / "pages"
SPEEDS = (1, 10, 60, 600)
ASSETS = {"evening.css": "text/css", "evening.js": "text/javascript"}


class Playground:
    """Serves the page and tells it the story; what is done in it goes straight to the worlds."""

    def __init__(self, stage: Stage, language: str) -> None:
        self._stage = stage
        self._language = language
        self._texts = Texts()
        self._told: list[tuple[str, str]] = []
        self._followers: set[asyncio.Queue[tuple[str, str]]] = set()
        self._page = Environment(
            loader=FileSystemLoader(PAGES), autoescape=True, undefined=StrictUndefined
        ).get_template("evening.html")
        self.me = ""

    async def open(self, port: int = 0) -> str:
        """Listen on loopback; the page's address."""
        app = web.Application()
        app.router.add_get("/", self._show)
        app.router.add_get("/about.json", self._about)
        app.router.add_get("/story", self._story)
        app.router.add_post("/pace", self._set_pace)
        app.router.add_get("/{name}", _asset)
        self._runner = web.AppRunner(app, handle_signals=False, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", port).start()
        return f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def close(self) -> None:
        await self._runner.cleanup()

    def tell(self, kind: str, **what: object) -> None:
        """Something for the page: a `line` of the story, the `pace`, the `overlay`'s address."""
        event = kind, json.dumps(what, ensure_ascii=False)
        self._told = [*self._told[-200:], event]
        for queue in self._followers:
            if not queue.full():
                queue.put_nowait(event)

    def tell_pace(self) -> None:
        pace = json.loads((self._stage.folder / "clock.json").read_text("utf-8"))
        self.tell("pace", **pace)

    async def _show(self, request: web.Request) -> web.Response:
        asked = request.query.get("lang", self._language)
        voice = Voice(asked if asked in LANGUAGES else self._language)
        page = self._page.render(
            t=lambda key, **slots: self._texts.say(voice, key, **slots),
            voice=voice,
            other=next(each for each in LANGUAGES if each != voice.language),
            speeds=SPEEDS,
            web=self._stage.web,
        )
        response = web.Response(text=page, content_type="text/html")
        local = "http://127.0.0.1:*"
        response.headers["Content-Security-Policy"] = (
            f"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' {local};"
            f" connect-src 'self' {local}; frame-src {local}; base-uri 'none'; form-action 'none'"
        )
        self._language = voice.language
        return response

    async def _about(self, request: web.Request) -> web.Response:
        del request
        return web.json_response(
            {
                "discord": self._stage.discord.base_url,
                "twitch": self._stage.twitch.helix_url.rsplit("/helix", 1)[0],
                "web": self._stage.web,
                "me": self.me or None,
                "language": self._language,
            }
        )

    async def _set_pace(self, request: web.Request) -> web.Response:
        speed = await request.text()
        if speed not in map(str, SPEEDS):
            raise web.HTTPBadRequest
        self._stage.run_at(float(speed))
        self.tell_pace()
        return web.Response(status=204)

    async def _story(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        await response.prepare(request)
        queue: asyncio.Queue[tuple[str, str]] = asyncio.Queue(500)
        for event in self._told:
            queue.put_nowait(event)
        self._followers.add(queue)
        try:
            while True:
                kind, data = await queue.get()
                await response.write(f"event: {kind}\ndata: {data}\n\n".encode())
        except (ConnectionError, asyncio.CancelledError):
            return response
        finally:
            self._followers.discard(queue)


async def _asset(request: web.Request) -> web.StreamResponse:
    name = request.match_info["name"]
    if name not in ASSETS:
        raise web.HTTPNotFound
    return web.FileResponse(PAGES / name, headers={"Content-Type": ASSETS[name]})
