"""id.twitch.tv: who may act for whom. Refresh tokens are single-use, the strict case."""

import secrets
import time
from collections.abc import Iterable
from dataclasses import dataclass

from aiohttp import web

from sandbox.twitch_world.state import Account, Entry, State

LASTS = 14_400  # seconds; an app token lasts longer on the real one, nothing depends on it


@dataclass
class Token:
    value: str
    user_id: str  # empty for an app token
    scopes: tuple[str, ...]
    ends: float
    refresh: str = ""


class Ids:
    """Tokens: given, shown, renewed, taken back."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._tokens: dict[str, Token] = {}
        self._refreshes: dict[str, Token] = {}
        self._codes: dict[str, tuple[str, tuple[str, ...], str]] = {}
        self.visitor: Account | None = None  # who sits before the browser, for `authorize`

    def routes(self) -> list[web.RouteDef]:
        return [
            web.post("/id/oauth2/token", self._token),
            web.get("/id/oauth2/validate", self._validate),
            web.get("/id/oauth2/authorize", self._authorize),
            web.post("/id/oauth2/revoke", self._revoke),
        ]

    def mint(self, account: Account | None, scopes: Iterable[str] = ()) -> Token:
        """A token for the app (no account), or for somebody who said yes to `scopes`."""
        token = Token(
            value=secrets.token_hex(15),
            user_id=account.id if account else "",
            scopes=tuple(scopes),
            ends=time.monotonic() + LASTS,
            refresh=secrets.token_hex(25) if account else "",
        )
        self._tokens[token.value] = token
        if account:
            self._refreshes[token.refresh] = token
            self._state.grants.setdefault(account.id, set()).update(scopes)
        return token

    def shown(self, request: web.Request) -> Token | None:
        """The live token in the Authorization header, as `OAuth …` or as `Bearer …`."""
        kind, _, value = request.headers.get("Authorization", "").partition(" ")
        token = self._tokens.get(value) if kind in ("OAuth", "Bearer") else None
        return token if token and token.ends > time.monotonic() else None

    def expire(self) -> None:
        for token in self._tokens.values():
            token.ends = 0.0

    def forget(self, account: Account) -> None:
        """Somebody took their authorisation back: their tokens are worth nothing from now on."""
        for token in [t for t in self._tokens.values() if t.user_id == account.id]:
            del self._tokens[token.value]
            self._refreshes.pop(token.refresh, None)

    async def _token(self, request: web.Request) -> web.Response:
        given = {**request.query, **await request.post()}
        fields = {key: str(value) for key, value in given.items()}
        if fields.get("client_id") != self._state.client_id:
            return self._told(request, 400, "invalid client")
        if not secrets.compare_digest(fields.get("client_secret", ""), self._state.client_secret):
            return self._told(request, 403, "invalid client secret")
        match fields.get("grant_type"):
            case "client_credentials":
                return self._granted(request, self.mint(None))
            case "refresh_token":
                return self._refresh(request, fields.get("refresh_token", ""))
            case "authorization_code":
                return self._code(request, fields)
        return self._told(request, 400, "invalid grant type")

    def _refresh(self, request: web.Request, value: str) -> web.Response:
        old = self._refreshes.pop(value, None)
        if old is None:
            return self._told(request, 400, "Invalid refresh token")
        self._tokens.pop(old.value, None)
        return self._granted(request, self.mint(self._state.accounts[old.user_id], old.scopes))

    def _code(self, request: web.Request, fields: dict[str, str]) -> web.Response:
        user_id, scopes, redirect = self._codes.pop(fields.get("code", ""), ("", (), ""))
        if not user_id:
            return self._told(request, 400, "Invalid authorization code")
        if fields.get("redirect_uri") != redirect:
            return self._told(request, 400, "Parameter redirect_uri does not match registered URI")
        return self._granted(request, self.mint(self._state.accounts[user_id], scopes))

    def _granted(self, request: web.Request, token: Token) -> web.Response:
        body: dict[str, object] = {
            "access_token": token.value,
            "expires_in": LASTS,
            "token_type": "bearer",
        }
        if token.user_id:
            body |= {"refresh_token": token.refresh, "scope": list(token.scopes)}
        self._note(request, 200)
        return web.json_response(body)

    async def _validate(self, request: web.Request) -> web.Response:
        token = self.shown(request)
        if token is None:
            return self._told(request, 401, "invalid access token")
        body: dict[str, object] = {
            "client_id": self._state.client_id,
            "scopes": list(token.scopes) or None,
            "expires_in": int(token.ends - time.monotonic()),
        }
        if token.user_id:
            account = self._state.accounts[token.user_id]
            body |= {"login": account.login, "user_id": account.id}
        self._note(request, 200)
        return web.json_response(body)

    async def _authorize(self, request: web.Request) -> web.Response:
        asked = request.query
        if asked.get("client_id") != self._state.client_id:
            return self._told(request, 400, "invalid client")
        account = self._state.account(login=asked.get("as", "")) or self.visitor
        if account is None:
            return self._told(request, 401, "nobody is signed in here: call sign_in() first")
        code = secrets.token_hex(15)
        scopes = tuple(asked.get("scope", "").split())
        self._codes[code] = (account.id, scopes, asked.get("redirect_uri", ""))
        back = web.Response(status=302)
        target = request.url.__class__(asked.get("redirect_uri", "")).update_query(
            code=code, scope=" ".join(scopes), state=asked.get("state", "")
        )
        back.headers["Location"] = str(target)
        self._note(request, 302)
        return back

    async def _revoke(self, request: web.Request) -> web.Response:
        given = {**request.query, **await request.post()}
        token = self._tokens.pop(str(given.get("token", "")), None)
        if token is None:
            return self._told(request, 400, "Invalid token")
        self._refreshes.pop(token.refresh, None)
        self._note(request, 200)
        return web.Response()

    def _told(self, request: web.Request, status: int, message: str) -> web.Response:
        self._note(request, status)
        return web.json_response({"status": status, "message": message}, status=status)

    def _note(self, request: web.Request, status: int) -> None:
        what = f"{request.method} {request.path.lstrip('/')}"
        grant = request.query.get("grant_type", "")
        self._state.ledger.append(Entry("rest", what, status, {"grant_type": grant}))
