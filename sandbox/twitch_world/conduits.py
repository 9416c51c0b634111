"""Conduits: the app's own pipe for events, whose shards are carried by any socket."""

import secrets

from aiohttp import web

from sandbox.twitch_world.eventsub import Shard, Sockets
from sandbox.twitch_world.gate import Denied, Gate, as_app, body_of
from sandbox.twitch_world.ids import Token

AT_MOST = 5  # per client
SHARDS = 20_000


class Conduits:
    def __init__(self, sockets: Sockets, gate: Gate) -> None:
        self._sockets = sockets
        self._gate = gate

    def routes(self) -> list[web.RouteDef]:
        path, guard = "/helix/eventsub/conduits", self._gate.guard
        return [
            web.get(path, guard(self._list)),
            web.post(path, guard(self._create)),
            web.patch(path, guard(self._resize)),
            web.delete(path, guard(self._delete)),
            web.get(f"{path}/shards", guard(self._shards)),
            web.patch(f"{path}/shards", guard(self._assign)),
        ]

    async def _list(self, _: web.Request, token: Token) -> web.Response:
        as_app(token)
        return web.json_response({"data": [self._shown(key) for key in self._sockets.conduits]})

    async def _create(self, request: web.Request, token: Token) -> web.Response:
        as_app(token)
        count = self._count(request)
        if len(self._sockets.conduits) >= AT_MOST:
            raise Denied(429, "conduit limit reached")
        key = secrets.token_hex(16)
        self._sockets.conduits[key] = [Shard(str(number)) for number in range(count)]
        return web.json_response({"data": [self._shown(key)]})

    async def _resize(self, request: web.Request, token: Token) -> web.Response:
        as_app(token)
        shards, count = self._found(request, "id"), self._count(request)
        shards[count:] = [Shard(str(number)) for number in range(len(shards), count)]
        return web.json_response({"data": [self._shown(request.query["id"])]})

    async def _delete(self, request: web.Request, token: Token) -> web.Response:
        as_app(token)
        self._found(request, "id")
        key = request.query["id"]
        del self._sockets.conduits[key]
        for one in [s for s in self._sockets.subscriptions.values() if s.conduit == key]:
            del self._sockets.subscriptions[one.id]
        return web.Response(status=204)

    async def _shards(self, request: web.Request, token: Token) -> web.Response:
        as_app(token)
        asked = request.query.get("status")
        found = [
            s.shown() for s in self._found(request, "conduit_id") if asked in (None, s.status)
        ]
        return web.json_response({"data": found, "pagination": {}})

    async def _assign(self, request: web.Request, token: Token) -> web.Response:
        as_app(token)
        body = await body_of(request)
        key = request.query.get("conduit_id") or str(body.get("conduit_id", ""))
        shards = self._sockets.conduits.get(key)
        wanted = body.get("shards")
        if shards is None:
            raise Denied(404, "conduit not found")
        if not isinstance(wanted, list):
            raise Denied(400, "shards is required")
        done: list[dict[str, object]] = []
        errors: list[dict[str, object]] = []
        for one in wanted:
            why = self._attach(shards, str(one["id"]), one.get("transport", {}))
            if why:
                errors.append({"id": one["id"], "message": why, "code": "invalid_parameter"})
            else:
                done.append(shards[int(one["id"])].shown())
        return web.json_response({"data": done, "errors": errors}, status=202)

    def _attach(self, shards: list[Shard], number: str, transport: dict[str, str]) -> str:
        """Let a socket carry a shard. The reason, where that cannot be."""
        shard = next((s for s in shards if s.id == number), None)
        session = self._sockets.sessions.get(transport.get("session_id", ""))
        if shard is None:
            return "The shard id is outside the conduit's range"
        if session is None:
            return "The websocket session does not exist or is disconnected"
        shard.session, shard.status, session.used = session, "enabled", True
        return ""

    def _found(self, request: web.Request, field: str) -> list[Shard]:
        shards = self._sockets.conduits.get(request.query.get(field, ""))
        if shards is None:
            raise Denied(404, "conduit not found")
        return shards

    def _count(self, request: web.Request) -> int:
        asked = request.query.get("shard_count", "")
        if not asked.isdecimal() or not 1 <= int(asked) <= SHARDS:
            raise Denied(400, f"shard_count must be between 1 and {SHARDS}")
        return int(asked)

    def _shown(self, key: str) -> dict[str, object]:
        return {"id": key, "shard_count": len(self._sockets.conduits[key])}
