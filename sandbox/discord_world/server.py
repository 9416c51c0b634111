"""The HTTP server: the API, the gateway, the CDN, the sign-in page and the control."""

import errno
from collections.abc import Iterable

from aiohttp import web

from core.errors import CannotStart
from sandbox.discord_world import oauth
from sandbox.discord_world.gate import PREFIX, Gate
from sandbox.discord_world.gateway import Gateway
from sandbox.discord_world.realm import Realm
from sandbox.discord_world.rest import (
    channels,
    commands,
    guilds,
    interactions,
    messages,
    pins,
    scheduled,
    users,
)

HOST = "127.0.0.1"
TINY_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c02"
    "0000000b4944415478da6364f80f00010501012718e3660000000049454e44ae426082"
)
ROUTES = (
    *users.ROUTES,
    *guilds.ROUTES,
    *scheduled.ROUTES,
    *commands.ROUTES,
    *pins.ROUTES,
    *messages.ROUTES,
    *channels.ROUTES,
    *interactions.ROUTES,
    *oauth.ROUTES,
)


class Server:
    """Everything that can be reached on the one port, on loopback only."""

    def __init__(self, realm: Realm, extra: Iterable[web.RouteDef] = ()) -> None:
        self._realm = realm
        self._gateway = Gateway(realm)
        self._runner = web.AppRunner(self._app(extra), access_log=None, shutdown_timeout=0.1)

    async def open(self, port: int) -> None:
        """Listen; a port in use is said in one sentence."""
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, HOST, port).start()
        except OSError as error:
            await self._runner.cleanup()
            if error.errno == errno.EADDRINUSE:
                raise CannotStart("start-port-in-use", port=str(port)) from None
            raise
        self._realm.host = f"{HOST}:{self._runner.addresses[0][1]}"

    async def close(self) -> None:
        self._gateway.close_all()
        await self._runner.cleanup()

    def _app(self, extra: Iterable[web.RouteDef]) -> web.Application:
        app = web.Application(client_max_size=32 * 1024 * 1024)
        gate = Gate(self._realm)
        for method, route, answer in ROUTES:
            handler = gate.opens(method, route, answer)
            app.router.add_route(method, PREFIX + route, handler)
        app.router.add_get("/gw/", self._gateway.connect)
        app.router.add_get("/gw", self._gateway.connect)
        app.router.add_get("/cdn/{path:.+}", self._file)
        app.router.add_get("/oauth2/authorize", oauth.SignIn(self._realm).page)
        app.router.add_routes(extra)
        app.router.add_route("*", PREFIX + "/{path:.*}", gate.lost)
        return app

    async def _file(self, request: web.Request) -> web.Response:
        """What somebody attached, or a small picture for any avatar."""
        url = f"{self._realm.http}{request.rel_url.raw_path}"
        for message in self._realm.messages.values():
            for each in message.attachments:
                if each.url == url:
                    return web.Response(body=each.data, content_type=each.content_type)
        upload = self._realm.uploads.get(url)
        if upload is not None:
            return web.Response(body=upload.data, content_type=upload.content_type)
        if request.match_info["path"].startswith("attachments/"):
            raise web.HTTPNotFound
        return web.Response(body=TINY_PNG, content_type="image/png")
