"""Helix's side of EventSub: what may be subscribed to, by whom, and where it is delivered."""

import secrets

from aiohttp import web

from sandbox.twitch_world.eventsub import Session, Sockets, Subscription
from sandbox.twitch_world.gate import Denied, Gate, as_user, body_of
from sandbox.twitch_world.ids import Token
from sandbox.twitch_world.state import State, Stream

MAX_COST = 10
PER_SOCKET = 300
SOCKETS_PER_USER = 3
KNOWN = {
    "channel.chat.message": "1",
    "stream.online": "1",
    "stream.offline": "1",
    "user.authorization.grant": "1",
    "user.authorization.revoke": "1",
}


class Subscriptions:
    def __init__(self, state: State, sockets: Sockets, gate: Gate) -> None:
        self._state = state
        self._sockets = sockets
        self._gate = gate

    def routes(self) -> list[web.RouteDef]:
        path, guard = "/helix/eventsub/subscriptions", self._gate.guard
        return [
            web.post(path, guard(self._create)),
            web.get(path, guard(self._list)),
            web.delete(path, guard(self._delete)),
        ]

    async def _create(self, request: web.Request, token: Token) -> web.Response:
        body = await body_of(request)
        kind, version = str(body.get("type")), str(body.get("version"))
        condition, transport = body.get("condition"), body.get("transport")
        if KNOWN.get(kind) != version:
            raise Denied(400, f"invalid subscription type and version: {kind} {version}")
        if not isinstance(condition, dict) or not isinstance(transport, dict):
            raise Denied(400, "condition and transport are required")
        new = Subscription(
            id=secrets.token_hex(16),
            type=kind,
            version=version,
            condition={str(key): str(value) for key, value in condition.items() if value},
            since=self._state.stamp(),
            owner=token.user_id or "app",
        )
        self._place(new, {key: str(value) for key, value in transport.items()}, token)
        self._authorise(new, token)
        self._refuse_twins(new)
        self._sockets.subscriptions[new.id] = new
        if new.session:
            new.session.used, new.session.user_id = True, token.user_id
        return web.json_response(self._counted([new.shown()], new.owner), status=202)

    async def _list(self, request: web.Request, token: Token) -> web.Response:
        owner = token.user_id or "app"
        asked = request.query
        found = [
            one.shown()
            for one in self._sockets.subscriptions.values()
            if one.owner == owner
            and asked.get("type", one.type) == one.type
            and asked.get("status", one.status) == one.status
            and asked.get("conduit_id", one.conduit) == one.conduit
            and asked.get("subscription_id", one.id) == one.id
        ]
        first = int(asked.get("after") or 0)
        page: dict[str, object] = {"cursor": str(first + 100)} if first + 100 < len(found) else {}
        body = self._counted(found[first : first + 100], owner) | {"pagination": page}
        return web.json_response(body)

    async def _delete(self, request: web.Request, token: Token) -> web.Response:
        found = self._sockets.subscriptions.get(request.query.get("id", ""))
        if found is None or found.owner != (token.user_id or "app"):
            raise Denied(404, "subscription not found")
        del self._sockets.subscriptions[found.id]
        return web.Response(status=204)

    def _place(self, new: Subscription, transport: dict[str, str], token: Token) -> None:
        match transport.get("method"):
            case "conduit" if not token.user_id:
                new.conduit = transport.get("conduit_id", "")
                if new.conduit not in self._sockets.conduits:
                    raise Denied(400, "conduit does not exist")
            case "websocket" if token.user_id:
                new.session = self._session(transport.get("session_id", ""), token)
            case "conduit" | "websocket":
                raise Denied(400, "invalid transport and auth combination")
            case method:
                raise Denied(400, f"unsupported transport method: {method}")

    def _session(self, key: str, token: Token) -> Session:
        session = self._sockets.sessions.get(key)
        if session is None:
            raise Denied(
                400, "websocket transport session does not exist or has already disconnected"
            )
        if session.user_id not in ("", token.user_id):
            raise Denied(400, "websocket transport cannot have subscriptions by different users")
        own = [s for s in self._sockets.sessions.values() if s.user_id == token.user_id]
        if session not in own and len(own) >= SOCKETS_PER_USER:
            raise Denied(429, "number of websocket transports limit exceeded")
        on_it = [s for s in self._sockets.subscriptions.values() if s.session is session]
        if len(on_it) >= PER_SOCKET:
            raise Denied(429, "subscription limit exceeded")
        return session

    def _authorise(self, new: Subscription, token: Token) -> None:
        if new.type.startswith("user.authorization."):
            if new.condition.get("client_id") != self._state.client_id:
                raise Denied(403, "subscription missing proper authorization")
            return
        stream = self._state.stream(new.condition.get("broadcaster_user_id", ""))
        if stream is None:
            raise Denied(400, "invalid condition: unknown broadcaster")
        if new.type == "channel.chat.message":
            self._authorise_chat(new, stream, token)

    def _authorise_chat(self, new: Subscription, stream: Stream, token: Token) -> None:
        reader = new.condition.get("user_id", "")
        mine = self._state.grants.get(reader, set())
        if token.user_id:
            if as_user(token, "user:read:chat") != reader:
                raise Denied(403, "subscription missing proper authorization")
            new.cost = 0 if "channel:bot" in self._state.grants.get(stream.id, ()) else 1
            spent = sum(
                s.cost for s in self._sockets.subscriptions.values() if s.owner == new.owner
            )
            if spent + new.cost > MAX_COST:
                raise Denied(429, "subscription limit exceeded: max_total_cost")
            return
        welcome = "channel:bot" in self._state.grants.get(stream.id, ())
        if not (
            mine >= {"user:read:chat", "user:bot"} and (welcome or reader in stream.moderators)
        ):
            raise Denied(403, "subscription missing proper authorization")

    def _refuse_twins(self, new: Subscription) -> None:
        for other in self._sockets.subscriptions.values():
            same = (other.type, other.version, other.condition) == (
                new.type,
                new.version,
                new.condition,
            )
            if same and (other.session, other.conduit) == (new.session, new.conduit):
                raise Denied(409, f"subscription already exists. id={other.id}")

    def _counted(self, shown: list[dict[str, object]], owner: str) -> dict[str, object]:
        own = [s for s in self._sockets.subscriptions.values() if s.owner == owner]
        return {
            "data": shown,
            "total": len(own),
            "total_cost": sum(s.cost for s in own),
            "max_total_cost": MAX_COST if owner != "app" else 10_000,
        }
