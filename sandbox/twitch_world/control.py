"""The world by HTTP, for pages and for a conductor in another process. Loopback only."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from aiohttp import web

from sandbox.twitch_world.state import Account, Line, Stream, login_of

if TYPE_CHECKING:
    from sandbox.twitch_world.world import TwitchWorld

HOSTS = {"127.0.0.1", "localhost", "::1"}
Told = dict[str, object]
R = TypeVar("R", bound=web.StreamResponse)
Verb = Callable[[dict[str, str]], Awaitable[Told]]


class Control:
    def __init__(self, world: "TwitchWorld") -> None:
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        verbs: dict[str, Verb] = {
            "chat": self._chat,
            "stream": self._stream,
            "viewer": self._viewer,
            "live": self._live,
            "authorise": self._authorise,
            "fault": self._fault,
        }
        return [
            web.get("/_world/state", self._state),
            web.get("/_world/lines", self._lines),
            web.get("/_world/events", self._events),
            *(web.post(f"/_world/{name}", _verb(verb)) for name, verb in verbs.items()),
            *(web.options(f"/_world/{name}", _preflight) for name in verbs),
        ]

    async def _chat(self, asked: dict[str, str]) -> Told:
        """{"stream", "viewer", "text", "reply_to"?}; an unknown viewer is made on the way."""
        stream = self._found(asked["stream"])
        name = asked["viewer"]
        known = self._world.state.account(login=login_of(name))
        parent = self._world.state.lines.get(asked.get("reply_to", ""))
        author = known or self._world.add_viewer(name)
        return (await self._world.chat(author, stream, asked["text"], parent)).shown()

    async def _stream(self, asked: dict[str, str]) -> Told:
        language = asked.get("language", "fr")
        return _account(self._world.add_stream(asked["login"], asked["name"], language))

    async def _viewer(self, asked: dict[str, str]) -> Told:
        return _account(self._world.add_viewer(asked["name"]))

    async def _live(self, asked: dict[str, str]) -> Told:
        stream = self._found(asked["stream"])
        await (self._world.go_live if asked.get("live") else self._world.go_offline)(stream)
        return _account(stream)

    async def _authorise(self, asked: dict[str, str]) -> Told:
        stream = self._found(asked["stream"])
        if asked.get("on", True):
            self._world.authorise(stream)
        else:
            await self._world.revoke(stream)
        return _account(stream)

    async def _fault(self, asked: dict[str, str]) -> Told:
        match asked["kind"]:
            case "reconnect":
                await self._world.order_reconnect()
            case "abort":
                self._world.abort()
            case "double":
                self._world.deliver_twice()
            case "expire":
                self._world.expire_tokens()
            case "drop":
                self._world.drop_next_line(asked.get("reason", "automod_held"))
            case "busy":
                self._world.answer_429(asked.get("prefix", ""), float(asked["after"]))
            case unknown:
                raise ValueError(f"no fault is called {unknown!r}")
        return {"ok": True}

    async def _state(self, request: web.Request) -> web.Response:
        world = self._world
        shown: Told = {
            "helix_url": world.helix_url,
            "id_url": world.id_url,
            "eventsub_url": world.eventsub_url,
            "client_id": world.client_id,
            "bot_id": world.bot_id,
            "streams": [_account(stream) for stream in world.streams()],
            "accounts": [_account(one) for one in world.state.accounts.values()],
        }
        return _open_to(request, web.json_response(shown))

    async def _lines(self, request: web.Request) -> web.Response:
        stream = self._world.state.stream(request.query.get("stream", ""))
        lines = stream.lines if stream else self._world.state.lines.values()
        return _open_to(request, web.json_response({"lines": [line.shown() for line in lines]}))

    async def _events(self, request: web.Request) -> web.StreamResponse:
        """Every line as it is said: `event: line`, with the line as JSON."""
        waiting: asyncio.Queue[Line] = asyncio.Queue(1000)

        def hear(line: Line) -> None:
            if not waiting.full():
                waiting.put_nowait(line)

        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        _open_to(request, response)
        await response.prepare(request)
        self._world.state.readers.add(hear)
        try:
            await response.write(b": hello\n\n")
            while True:
                line = await waiting.get()
                data = json.dumps(line.shown(), ensure_ascii=False)
                await response.write(f"id: {line.id}\nevent: line\ndata: {data}\n\n".encode())
        except ConnectionError:
            return response
        finally:
            self._world.state.readers.discard(hear)

    def _found(self, key: str) -> Stream:
        stream = self._world.state.stream(key)
        if stream is None:
            raise ValueError(f"no stream is called {key!r}")
        return stream


def _verb(verb: Verb) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def asked(request: web.Request) -> web.Response:
        # A page from elsewhere cannot send this type without asking first, and is told no.
        if request.content_type != "application/json":
            return web.json_response({"error": "send application/json"}, status=415)
        try:
            told, status = await verb(await request.json()), 200
        except (KeyError, TypeError, ValueError) as wrong:
            told, status = {"error": str(wrong)}, 400
        return _open_to(request, web.json_response(told, status=status))

    return asked


async def _preflight(request: web.Request) -> web.Response:
    response = _open_to(request, web.Response(status=204))
    response.headers["Access-Control-Allow-Headers"] = "Content-Type"
    return response


def _open_to(request: web.Request, response: R) -> R:
    """Pages on this machine may ask; nobody else's may."""
    origin = request.headers.get("Origin", "")
    if urlsplit(origin).hostname in HOSTS:
        response.headers["Access-Control-Allow-Origin"] = origin
    return response


def _account(account: Account) -> Told:
    shown: Told = {"id": account.id, "login": account.login, "name": account.name}
    if isinstance(account, Stream):
        shown |= {"language": account.language, "live": account.live}
    return shown
