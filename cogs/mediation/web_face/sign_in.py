"""Signing in at the desk: Discord says who holds the mediators' role, and is told nothing."""

import base64
import hashlib
import json
import logging
import secrets
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import aiohttp
from aiohttp import web

from cogs.mediation.rules.refusals import NeedsTwoFactor, NoBadge, SignInFailed
from cogs.mediation.service.means import Means
from cogs.mediation.web_face.cookies import forget_cookie, give_cookie, name_of

MINUTES = 10.0
SCOPES = "identify guilds.members.read"
WAIT = aiohttp.ClientTimeout(total=10)
DOOR = "door"
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Signed:
    account: str
    name: str


class SignIn:
    def __init__(self, means: Means) -> None:
        self._means = means
        self._discord = means.settings.discord
        self._hub = means.settings.mediation.hub_guild
        self._role = means.settings.mediation.mediator_role
        self._application = ""  # a cache: our own id, as Discord says it

    @property
    def is_set_up(self) -> bool:
        return bool(self._discord.client_secret and self._hub and self._role)

    async def leave_for_discord(self, request: web.Request) -> web.StreamResponse:
        """Send the browser to Discord, with a state that is bound to it for ten minutes."""
        if not self.is_set_up:
            raise web.HTTPSeeOther("/desk")
        state, verifier = secrets.token_urlsafe(32), secrets.token_urlsafe(48)
        digest = hashlib.sha256(verifier.encode()).digest()
        query = {
            "response_type": "code",
            "client_id": await self._client_id(),
            "scope": SCOPES,
            "state": state,
            "redirect_uri": self._back(request),
            "code_challenge": base64.urlsafe_b64encode(digest).decode().rstrip("="),
            "code_challenge_method": "S256",
        }
        away = web.HTTPFound(f"{self._discord.oauth_url}?{urlencode(query)}")
        kept = json.dumps([state, verifier, self._means.clock.seconds()])
        sealed = self._means.seal.close(kept)
        give_cookie(self._means, away, DOOR, sealed, seconds=int(MINUTES * 60))
        raise away

    async def come_back(self, request: web.Request) -> Signed:
        """Who has come back from Discord. Raises `SignInFailed`, `NoBadge`, `NeedsTwoFactor`."""
        verifier = self._verifier(request)
        try:
            async with aiohttp.ClientSession(timeout=WAIT) as http:
                token = await self._exchange(http, request, verifier)
                # The token dies with this function: nothing of it is kept.
                me = await self._get(http, "users/@me", f"Bearer {token}")
                path = f"users/@me/guilds/{self._hub}/member"
                member = await self._get(http, path, f"Bearer {token}")
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            log.warning("desk.sign_in_failed", extra={"error": type(error).__name__})
            raise SignInFailed from error
        if me is None:
            raise SignInFailed
        if member is None or self._role not in member.get("roles", ()):
            raise NoBadge
        if self._means.production and me.get("mfa_enabled") is False:
            raise NeedsTwoFactor
        name = member.get("nick") or me.get("global_name") or me.get("username") or ""
        return Signed(str(me["id"]), str(name))

    async def still_holds_role(self, account: str) -> bool:
        """Asked of Discord with the bot's own token. Unreachable, it changes nothing."""
        path = f"guilds/{self._hub}/members/{account}"
        try:
            async with aiohttp.ClientSession(timeout=WAIT) as http:
                member = await self._get(http, path, f"Bot {self._discord.token}")
        except (aiohttp.ClientError, TimeoutError, ValueError):
            return True
        return member is not None and self._role in member.get("roles", ())

    def _verifier(self, request: web.Request) -> str:
        sealed = request.cookies.get(name_of(self._means, DOOR), "")
        opened = self._means.seal.reopen(sealed) if sealed else None
        if opened is None:
            raise SignInFailed
        state, verifier, since = json.loads(opened)
        age = self._means.clock.seconds() - since
        given = request.query.get("state", "")
        ours = secrets.compare_digest(state.encode(), given.encode())
        if not ours or not 0 <= age <= MINUTES * 60:
            raise SignInFailed
        return str(verifier)

    async def _exchange(
        self, http: aiohttp.ClientSession, request: web.Request, verifier: str
    ) -> str:
        form = {
            "client_id": await self._client_id(),
            "client_secret": self._discord.client_secret,
            "grant_type": "authorization_code",
            "code": request.query.get("code", ""),
            "redirect_uri": self._back(request),
            "code_verifier": verifier,
        }
        async with http.post(f"{self._discord.api_base}/oauth2/token", data=form) as answer:
            if answer.status != web.HTTPOk.status_code:
                raise SignInFailed
            return str((await answer.json())["access_token"])

    async def _client_id(self) -> str:
        if not self._application:
            token = f"Bot {self._discord.token}"
            try:
                async with aiohttp.ClientSession(timeout=WAIT) as http:
                    mine = await self._get(http, "oauth2/applications/@me", token)
            except (aiohttp.ClientError, TimeoutError, ValueError) as error:
                raise SignInFailed from error
            if mine is None:
                raise SignInFailed
            self._application = str(mine["id"])
        return self._application

    async def _get(
        self, http: aiohttp.ClientSession, path: str, authorization: str
    ) -> dict[str, Any] | None:
        """What Discord answers; None for what it does not know, or does not show."""
        headers = {"Authorization": authorization}
        async with http.get(f"{self._discord.api_base}/{path}", headers=headers) as answer:
            if answer.status in {401, 403, 404}:
                return None
            answer.raise_for_status()
            found: dict[str, Any] = await answer.json()
            return found

    def _back(self, request: web.Request) -> str:
        public = self._means.settings.web.public_url.rstrip("/")
        return f"{public or request.url.origin()}/desk/back"


def close_the_door(means: Means, response: web.StreamResponse) -> None:
    """The state was used, whatever came of it."""
    forget_cookie(means, response, DOOR)
