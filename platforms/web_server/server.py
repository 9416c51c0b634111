"""Listens, and is the one place where a web error ends."""

import errno
import logging
import secrets
from collections.abc import Sequence
from pathlib import Path

from aiohttp import web
from aiohttp.typedefs import Handler

from core.errors import CannotStart, Refusal
from platforms.web_server.pages import HOME, Pages, WebFace, voice_of
from platforms.web_server.streams import Streams
from prompts import Texts

log = logging.getLogger(__name__)
STATIC = HOME / "static"
MOST_BYTES = 64 * 1024  # a form; nobody sends us files
HEADERS = {"Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff"}


class WebServer:
    def __init__(
        self, texts: Texts, faces: Sequence[WebFace], streams: Streams, frame_from: str = ""
    ) -> None:
        self._texts = texts
        self._streams = streams
        self._pages = Pages(texts, faces, frame_from)
        self.app = web.Application(middlewares=[self._explain], client_max_size=MOST_BYTES)
        self.app.router.add_get("/livez", _alive)
        self.app.router.add_get("/static/{name}", _static)
        for face in faces:
            self.app.add_routes(face.routes(self._pages))
        # Signals stay ours, and no path, which may hold a token, is ever logged.
        self._runner = web.AppRunner(self.app, handle_signals=False, access_log=None)

    async def start(self, host: str, port: int) -> int:
        """Listen, and say on which port. Raises `CannotStart` where it is taken."""
        await self._runner.setup()
        site = web.TCPSite(self._runner, host, port)
        try:
            await site.start()
        except OSError as error:
            await self._runner.cleanup()
            if error.errno == errno.EADDRINUSE:
                raise CannotStart("start-port-in-use", port=str(port)) from error
            raise
        address = self._runner.addresses[0]
        return int(address[1])

    async def stop(self) -> None:
        self._streams.close()
        await self._runner.cleanup()

    @web.middleware
    async def _explain(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            response = await handler(request)
        except web.HTTPException as answer:
            answer.headers.update(HEADERS)
            if answer.status in {403, 404}:
                return self._sorry(request, answer.status, "web-not-found")
            raise
        except Refusal as refusal:
            return self._sorry(request, 409, refusal.key)
        except Exception:  # the one place where web errors end
            number = secrets.token_hex(3).upper()
            log.exception("incident", extra={"incident": number, "platform": "web"})
            return self._sorry(request, 500, "errors-incident", number=number)
        if not response.prepared:
            response.headers.update(HEADERS)
        return response

    def _sorry(self, request: web.Request, status: int, key: str, **slots: str) -> web.Response:
        sentence = self._texts.say(voice_of(request), key, **slots)
        response = self._pages.show(request, "house/sorry.html", status=status, sentence=sentence)
        response.headers.update(HEADERS)
        return response


async def _alive(request: web.Request) -> web.Response:
    del request
    return web.Response(text="ok")


async def _static(request: web.Request) -> web.StreamResponse:
    path = STATIC / Path(request.match_info["name"]).name
    if not path.is_file():
        raise web.HTTPNotFound
    return web.FileResponse(path, headers={"Cache-Control": "max-age=300"})
