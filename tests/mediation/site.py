"""Our web server on loopback, browsers with cookies, and a Discord that says who is who."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

import aiohttp
from aiohttp import web

from cogs.house import House
from platforms.web_server.server import WebServer

MEMBERS: dict[str, list[str]] = {"lea": ["77"], "tom": ["12"], "eve": []}


@dataclass
class Oauth:
    """The calls that the sign-in makes. A code is the name of who signs in, and is used once."""

    used: set[str] = field(default_factory=set)
    roles: dict[str, list[str]] = field(default_factory=lambda: dict(MEMBERS))
    exchanges: list[dict[str, Any]] = field(default_factory=list)

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/oauth2/applications/@me", self._application)
        app.router.add_post("/oauth2/token", self._token)
        app.router.add_get("/users/@me", self._me)
        app.router.add_get("/users/@me/guilds/500/member", self._member)
        app.router.add_get("/guilds/500/members/{who}", self._member)
        return app

    async def _application(self, request: web.Request) -> web.Response:
        del request
        return web.json_response({"id": "900"})

    async def _token(self, request: web.Request) -> web.Response:
        form = dict(await request.post())
        self.exchanges.append(form)
        code = str(form["code"])
        if code in self.used or not form.get("code_verifier"):
            return web.json_response({"error": "invalid_grant"}, status=400)
        self.used.add(code)
        return web.json_response({"access_token": code})

    def _who(self, request: web.Request) -> str:
        asked = request.match_info.get("who")
        return asked or request.headers["Authorization"].removeprefix("Bearer ")

    async def _me(self, request: web.Request) -> web.Response:
        name = self._who(request)
        return web.json_response({"id": name, "username": name, "global_name": name.title()})

    async def _member(self, request: web.Request) -> web.Response:
        roles = self.roles.get(self._who(request))
        if roles is None:
            return web.json_response({"message": "Unknown Member"}, status=404)
        return web.json_response({"roles": roles, "nick": None})


@asynccontextmanager
async def served(app: web.Application) -> AsyncIterator[str]:
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@dataclass
class Browser:
    """Somebody's browser: cookies, and no redirect that it does not wish to follow."""

    home: str
    http: aiohttp.ClientSession

    async def get(self, path: str) -> tuple[int, str]:
        async with self.http.get(self.home + path) as answer:
            return answer.status, await answer.text()

    async def post(self, path: str, **form: str) -> tuple[int, str]:
        async with self.http.post(self.home + path, data=form) as answer:
            return answer.status, await answer.text()

    async def csrf(self) -> str:
        _, page = await self.get("/desk")
        return page.partition('name="csrf" value="')[2].partition('"')[0]

    async def sign_in(self, code: str) -> tuple[int, str]:
        async with self.http.get(f"{self.home}/desk/in", allow_redirects=False) as away:
            query = parse_qs(urlsplit(away.headers["Location"]).query)
        return await self.get(f"/desk/back?code={code}&state={query['state'][0]}")


@dataclass
class Site:
    home: str
    oauth: Oauth
    browsers: list[aiohttp.ClientSession] = field(default_factory=list)

    def browser(self) -> Browser:
        jar = aiohttp.CookieJar(unsafe=True)  # cookies of an address without a name
        http = aiohttp.ClientSession(cookie_jar=jar, headers={"Accept-Language": "fr"})
        self.browsers.append(http)
        return Browser(self.home, http)


@asynccontextmanager
async def opened(house: House, oauth: Oauth) -> AsyncIterator[Site]:
    server = WebServer(house.texts, house.web, house.streams)
    port = await server.start("127.0.0.1", 0)
    site = Site(f"http://127.0.0.1:{port}", oauth)
    try:
        yield site
    finally:
        for browser in site.browsers:
            await browser.close()
        await server.stop()
