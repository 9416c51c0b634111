"""The door every call goes through: faults, tokens, limits, and the ledger."""

import asyncio
import copy
import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from sandbox.discord_world.asking import Answer, Ask, Reply, read
from sandbox.discord_world.faults import Fault
from sandbox.discord_world.ledger import Call
from sandbox.discord_world.limits import Bucket
from sandbox.discord_world.problems import Problem, invalid, no_route, unauthorised
from sandbox.discord_world.realm import Realm
from sandbox.discord_world.state import Person

PREFIX = "/api/v10"
OPEN = ("/interactions/", "/webhooks/", "/oauth2/token")
SIGNED_IN = ("/users/@me", "/oauth2/@me")
MAJORS = ("channel_id", "guild_id", "webhook_id", "webhook_token", "interaction_id")
log = logging.getLogger("sandbox")
Responder = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Gate:
    """Turns an answering function into an HTTP handler that behaves as Discord does."""

    def __init__(self, realm: Realm) -> None:
        self._realm = realm

    def opens(self, method: str, route: str, answer: Answer) -> Responder:
        """A handler for one route, with its bucket."""

        async def respond(request: web.Request) -> web.StreamResponse:
            path = request.path.removeprefix(PREFIX)
            call = Call(method, path, route, dict(request.query), None, request.content_type, {})
            call.reason = request.headers.get("X-Audit-Log-Reason")
            self._realm.ledger.calls.append(call)
            fault = self._realm.faults.next(method, path)
            if fault is not None:
                await asyncio.sleep(fault.seconds)
                if not fault.after and fault.status is not None:
                    return self._broken(request, call, fault)
            major = ":".join(request.match_info.get(each, "") for each in MAJORS)
            bucket = self._realm.limits.bucket(f"{method} {route}", major)
            reply, headers = await self._reply(request, call, answer, bucket)
            if fault is not None and fault.after:
                return self._broken(request, call, fault)
            call.status, call.answer = reply.status, copy.deepcopy(reply.data)
            self._realm.pulse.beat()
            return _response(reply, headers)

        return respond

    async def lost(self, request: web.Request) -> web.StreamResponse:
        """A path that Discord does not have, or that this one does not know."""
        path = request.path.removeprefix(PREFIX)
        call = Call(request.method, path, "", dict(request.query), None, "", {}, status=404)
        self._realm.ledger.calls.append(call)
        problem = no_route()
        call.answer = problem.body()
        return _response(Reply(404, call.answer), {})

    async def _reply(
        self, request: web.Request, call: Call, answer: Answer, bucket: Bucket
    ) -> tuple[Reply, dict[str, str]]:
        now = asyncio.get_running_loop().time()
        try:
            person = self._person(request, call.path)
            wait, everywhere = self._wait(bucket, call.path, now)
            if wait:
                return _slow_down(wait, bucket, everywhere, now)
            body, files = await read(request)
            call.body = copy.deepcopy(body)
            call.files = {name: (each.filename, len(each.data)) for name, each in files.items()}
            ask = Ask(
                self._realm,
                dict(request.match_info),
                dict(request.query),
                body,
                files,
                now,
                person,
            )
            return _answered(answer, ask), bucket.headers(now)
        except Problem as problem:
            return Reply(problem.status, problem.body()), bucket.headers(now)

    def _wait(self, bucket: Bucket, path: str, now: float) -> tuple[float, bool]:
        """How long to wait, and whether that is for every route."""
        wait = 0.0 if path.startswith(OPEN) else self._realm.limits.everything.take(now)
        return (wait, True) if wait else (bucket.take(now), False)

    def _person(self, request: web.Request, path: str) -> Person | None:
        """Who is asking: None for the bot. A wrong token is refused."""
        if path.startswith(OPEN):
            return None
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme == "Bot" and token == self._realm.secrets.bot_token:
            return None
        if scheme == "Bearer" and token in self._realm.bearers and path.startswith(SIGNED_IN):
            return self._realm.bearers[token][0]
        raise unauthorised()

    def _broken(self, request: web.Request, call: Call, fault: Fault) -> web.StreamResponse:
        call.faulty, call.status, call.answer = True, fault.status or 0, fault.body
        if not fault.status and request.transport is not None:
            request.transport.abort()
        return _response(Reply(fault.status or 500, fault.body), fault.headers)


def _answered(answer: Answer, ask: Ask) -> Reply:
    """The reply; a body that is not shaped as its reader expects is an invalid form."""
    try:
        return answer(ask)
    except (AttributeError, KeyError, TypeError, ValueError) as wrong:
        log.warning("sandbox.unreadable", exc_info=wrong)
        raise invalid("_", "This value is not of the kind, or is missing.") from wrong


def _slow_down(
    wait: float, bucket: Bucket, everywhere: bool, now: float
) -> tuple[Reply, dict[str, str]]:
    """The true 429: with `Via`, so that clients know it is Discord who says so."""
    body = {
        "message": "You are being rate limited.",
        "retry_after": round(wait, 3),
        "global": everywhere,
    }
    headers = bucket.headers(now) | {"Via": "1.1 sandbox", "Retry-After": str(int(wait) + 1)}
    headers["X-RateLimit-Scope"] = "global" if everywhere else "user"
    return Reply(429, body), headers | ({"X-RateLimit-Global": "true"} if everywhere else {})


def _response(reply: Reply, headers: dict[str, str]) -> web.Response:
    """The content type is exactly `application/json`: clients compare it as a whole."""
    if reply.data is None:
        return web.Response(status=reply.status, headers=headers)
    raw = reply.data if isinstance(reply.data, bytes) else _bytes(reply.data)
    kind = {"Content-Type": "application/json"}
    return web.Response(status=reply.status, body=raw, headers=kind | headers)


def _bytes(data: Any) -> bytes:  # noqa: ANN401 - JSON is any shape
    return json.dumps(data, ensure_ascii=False).encode()
