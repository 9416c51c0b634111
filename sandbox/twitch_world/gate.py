"""The door of Helix: whose token is shown, how often one may knock, and what is written down."""

import math
import time
from collections.abc import Awaitable, Callable

from aiohttp import web

from sandbox.twitch_world.faults import Faults
from sandbox.twitch_world.ids import Ids, Token
from sandbox.twitch_world.state import Entry, State

Answer = Callable[[web.Request, Token], Awaitable[web.Response]]
POINTS = 800  # requests a minute, one point each


class Denied(Exception):
    """What Twitch answers instead of what was asked for."""

    def __init__(self, status: int, message: str, wait: float = 60.0) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.wait = wait  # seconds until it makes sense to ask again


class Gate:
    """Wraps every answer of Helix: it checks, counts, and notes the request in the ledger."""

    def __init__(self, state: State, faults: Faults, ids: Ids) -> None:
        self._state = state
        self._faults = faults
        self._ids = ids
        self._points: dict[str, tuple[float, float]] = {}

    def guard(self, answer: Answer) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def guarded(request: web.Request) -> web.Response:
            token: Token | None = None
            wait = 60.0
            left = 0
            try:
                token = self._who(request)
                left = self._spend(token, request)
                response = await answer(request, token)
            except Denied as denied:
                body = {"error": "Denied", "status": denied.status, "message": denied.message}
                response = web.json_response(body, status=denied.status)
                wait = denied.wait
            response.headers["Ratelimit-Limit"] = str(POINTS * self._faults.faster)
            response.headers["Ratelimit-Remaining"] = str(left)
            response.headers["Ratelimit-Reset"] = str(math.ceil(self._state.wall() + wait))
            await self._note(request, response, token)
            return response

        return guarded

    def _who(self, request: web.Request) -> Token:
        if request.headers.get("Client-ID", "") != self._state.client_id:
            raise Denied(401, "Client ID and OAuth token do not match")
        if "Authorization" not in request.headers:
            raise Denied(401, "OAuth token is missing")
        token = self._ids.shown(request)
        if token is None or self._faults.refuses_tokens:
            raise Denied(401, "Invalid OAuth token")
        return token

    def _spend(self, token: Token, request: web.Request) -> int:
        wait = self._faults.busy(request.path.removeprefix("/helix/"))
        if wait:
            raise Denied(429, "Too Many Requests", wait)
        now = time.monotonic()
        most = POINTS * self._faults.faster
        left, since = self._points.get(token.user_id, (float(most), now))
        left = min(most, left + (now - since) * most / 60)
        if left < 1:
            raise Denied(429, "Too Many Requests")
        self._points[token.user_id] = (left - 1, now)
        return int(left - 1)

    async def _note(
        self, request: web.Request, response: web.Response, token: Token | None
    ) -> None:
        body = await request.json() if request.can_read_body else {}
        what = f"{request.method} {request.path.lstrip('/')}"
        client = (token.user_id or "app") if token else ""
        self._state.ledger.append(Entry("rest", what, response.status, body, client=client))


async def body_of(request: web.Request) -> dict[str, object]:
    """The JSON object that came along; `Denied` where there is none."""
    try:
        body = await request.json()
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise Denied(400, "The request body is not a JSON object")
    return body


def as_user(token: Token, scope: str = "") -> str:
    """The user whose token it is. The app's own token will not do, nor one without the scope."""
    if not token.user_id:
        raise Denied(401, "Missing User OAUTH Token")
    if scope and scope not in token.scopes:
        raise Denied(401, f"Missing scope: {scope}")
    return token.user_id


def as_app(token: Token) -> None:
    if token.user_id:
        raise Denied(401, "Missing App Access Token")
