"""Every request that TwitchIO makes, in our hands: one token, no storms, no hurry.

TwitchIO asks for a new token without end when Twitch refuses them all (975 requests in one
call), renews one token several times at once, and knows neither 429 nor `Ratelimit-Reset`
(spec/platforms.md 3.5, T1 to T3). So its client keeps its models, and loses its `request`.
"""

import asyncio
import functools
import logging
from collections import deque
from contextvars import ContextVar
from email.utils import parsedate_to_datetime
from types import SimpleNamespace
from typing import TYPE_CHECKING

import aiohttp
from twitchio.authentication.tokens import ManagedHTTPClient
from twitchio.exceptions import HTTPException
from twitchio.http import HTTPClient, Route

if TYPE_CHECKING:
    from twitchio.types_.responses import RawResponse

UNAUTHORISED, BUSY = 401, 429  # HTTP statuses
STRIKES = 3  # calls refused with a brand-new token before we stop asking
SHUT = 60.0  # seconds that nothing is asked then
TRIES = 3  # times one request is made while Twitch is busy
LONGEST = 90.0  # seconds that one request waits for Twitch to be less busy
POINTS, MINUTE = 760, 60.0  # Twitch grants 800 points a minute
log = logging.getLogger(__name__)

_headers: ContextVar[dict[str, str] | None] = ContextVar("_headers", default=None)


class Refused(Exception):
    """Twitch refuses our tokens, whatever we do: it is left alone for a minute."""


class Window:
    """At most so many turns in any stretch of so many seconds of real time."""

    def __init__(self, most: int, seconds: float) -> None:
        self._most = most
        self._seconds = seconds
        self._turns: deque[float] = deque()

    def left(self) -> int:
        now = asyncio.get_running_loop().time()
        while self._turns and self._turns[0] <= now - self._seconds:
            self._turns.popleft()
        return self._most - len(self._turns)

    async def turn(self) -> None:
        loop = asyncio.get_running_loop()
        while self.left() <= 0:  # noqa: ASYNC110 - several may wait, and time is all they wait for
            await asyncio.sleep(max(0.01, self._turns[0] + self._seconds - loop.time()))
        self._turns.append(loop.time())


class Wire:
    """The one way to Twitch's API, for one application and one session."""

    def __init__(self, client_id: str, client_secret: str, session: aiohttp.ClientSession) -> None:
        self._oauth = ManagedHTTPClient(
            client_id=client_id, client_secret=client_secret, session=session
        )
        self._room = Window(POINTS, MINUTE)
        self._renewing = asyncio.Lock()
        self._token = ""
        self._strikes = 0
        self._shut_until = 0.0
        self.take_over(self._oauth)

    @property
    def api(self) -> ManagedHTTPClient:
        return self._oauth

    def take_over(self, http: ManagedHTTPClient) -> None:
        """From now on, what this client of TwitchIO asks goes through here."""
        mine = functools.partial(self._request, http)
        http.request = mine  # type: ignore[method-assign]  # T1-T3: the library's own cannot stay

    async def token(self) -> str:
        """The application's token; there is one, whoever asks at once."""
        return self._token or await self._renew("")

    async def check(self) -> None:
        """Ask Twitch whether the token still holds, as it wants to be asked every hour."""
        token = await self.token()
        try:
            await self._oauth.validate_token(token)
        except HTTPException as error:
            if error.status != UNAUTHORISED:
                raise
            await self._renew(token)

    async def _request(self, http: ManagedHTTPClient, route: Route) -> "RawResponse | str | None":
        if route.use_id:
            return await HTTPClient.request(http, route)
        if asyncio.get_running_loop().time() < self._shut_until:
            raise Refused
        token = await self.token()
        try:
            answer = await self._patiently(http, route, token)
        except HTTPException as error:
            if not _token_refused(error):
                raise
            answer = await self._again(http, route, token)
        self._strikes = 0
        return answer

    async def _again(
        self, http: ManagedHTTPClient, route: Route, refused: str
    ) -> "RawResponse | str | None":
        """Once more with a new token, and never a third time."""
        try:
            return await self._patiently(http, route, await self._renew(refused))
        except HTTPException as error:
            if not _token_refused(error):
                raise
            self._strike()
            raise Refused from error

    async def _renew(self, old: str) -> str:
        async with self._renewing:
            if self._token == old:  # else somebody who waited here before us has renewed it
                payload = await self._oauth.client_credentials_token()
                self._token = payload.access_token
            return self._token

    async def _patiently(
        self, http: ManagedHTTPClient, route: Route, token: str
    ) -> "RawResponse | str | None":
        for _ in range(TRIES - 1):
            try:
                return await self._once(http, route, token)
            except HTTPException as error:
                if error.status != BUSY:
                    raise
                wait = _until_reset(_headers.get() or {})
                log.warning("twitch.busy", extra={"platform": "twitch", "seconds": wait})
                if wait > LONGEST:
                    raise
                await asyncio.sleep(wait)
        return await self._once(http, route, token)

    async def _once(
        self, http: ManagedHTTPClient, route: Route, token: str
    ) -> "RawResponse | str | None":
        await self._room.turn()
        _headers.set({})
        route.update_headers({"Authorization": f"Bearer {token}"})
        return await HTTPClient.request(http, route)

    def _strike(self) -> None:
        self._strikes += 1
        if self._strikes >= STRIKES:
            self._shut_until = asyncio.get_running_loop().time() + SHUT
            self._strikes = 0
            log.error("twitch.shut", extra={"platform": "twitch", "seconds": SHUT})


def _token_refused(error: HTTPException) -> bool:
    """The one 401 that a new token may cure; a missing scope is another matter."""
    said = error.extra if isinstance(error.extra, dict) else {}
    cure = ("invalid oauth token", "invalid access token")
    return error.status == UNAUTHORISED and str(said.get("message", "")).lower() in cure


def _until_reset(headers: dict[str, str]) -> float:
    """Seconds until Twitch has patience again, by its own clock: ours may be wrong."""
    try:
        server = parsedate_to_datetime(headers["Date"]).timestamp()
        return max(0.5, float(headers["Ratelimit-Reset"]) - server)
    except (KeyError, ValueError):
        return 1.0


async def _note_headers(
    session: aiohttp.ClientSession, context: SimpleNamespace, params: aiohttp.TraceRequestEndParams
) -> None:
    del session, context
    kept = _headers.get()
    if kept is not None:
        kept.update(params.response.headers)


def open_session() -> aiohttp.ClientSession:
    """A session that lets us see the headers TwitchIO keeps to itself."""
    trace = aiohttp.TraceConfig()
    trace.on_request_end.append(_note_headers)
    return aiohttp.ClientSession(
        timeout=aiohttp.ClientTimeout(total=15, connect=5), trace_configs=[trace]
    )
