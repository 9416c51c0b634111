"""Signing in with this Discord: one page to say who you are, one call to make it a token."""

import base64
import hashlib
import hmac
import secrets
from functools import cached_property
from pathlib import Path
from urllib.parse import urlencode

from aiohttp import web
from jinja2 import Environment, FileSystemLoader

from core.people import Voice
from prompts import Texts
from sandbox.discord_world import shapes
from sandbox.discord_world.asking import Ask, Reply, Route, done
from sandbox.discord_world.problems import Problem
from sandbox.discord_world.realm import Realm
from sandbox.discord_world.state import Json, Person

PAGES = Environment(loader=FileSystemLoader(Path(__file__).parent / "pages"), autoescape=True)
TOKEN_SECONDS = 604_800
SIGNED_IN = "sandbox_discord"  # cookie: whose browser this is


class SignIn:
    """The page that asks who is signing in, and the codes it gave."""

    def __init__(self, realm: Realm) -> None:
        self._realm = realm

    @cached_property
    def _texts(self) -> Texts:
        """Read when somebody comes to the page: it takes a tenth of a second."""
        return Texts()

    async def page(self, request: web.Request) -> web.StreamResponse:
        """`?as=<person id>`, or the cookie, signs in at once; else one chooses from a list."""
        query = request.query
        refusal = self._refusal(dict(query))
        if refusal:
            return web.Response(status=400, text=refusal)
        remembered = request.cookies.get(SIGNED_IN, "")  # a browser that is signed in already
        chosen = self._realm.people.get(query.get("as", remembered))
        if chosen is not None:
            code = self._code(chosen, dict(query))
            back = {"code": code} | ({"state": query["state"]} if "state" in query else {})
            joint = "&" if "?" in query["redirect_uri"] else "?"
            raise web.HTTPFound(f"{query['redirect_uri']}{joint}{urlencode(back)}")
        language = "en" if query.get("locale", "fr").startswith("en") else "fr"
        title = self._texts.say(Voice(language), "sandbox-sign-in")
        people = [each for each in self._realm.people.values() if not each.bot]
        links = [(each.name, urlencode({**query, "as": each.id})) for each in people]
        nonce = secrets.token_urlsafe(16)
        html = PAGES.get_template("authorize.html").render(
            language=language, title=title, links=links, nonce=nonce
        )
        policy = {"Content-Security-Policy": f"default-src 'none'; style-src 'nonce-{nonce}'"}
        return web.Response(text=html, content_type="text/html", headers=policy)

    def _refusal(self, query: Json) -> str | None:
        """What is wrong with the request, in the words of the protocol."""
        if query.get("client_id") != self._realm.bot.id:
            return "invalid_client"
        if query.get("response_type") != "code":
            return "unsupported_response_type"
        if not str(query.get("redirect_uri", "")).startswith(
            ("http://127.0.0.1", "http://localhost")
        ):
            return "invalid redirect_uri: only loopback"
        return None if "identify" in query.get("scope", "").split() else "invalid_scope"

    def _code(self, person: Person, query: Json) -> str:
        code = secrets.token_urlsafe(24)
        self._realm.codes[code] = {
            "person": person,
            "scope": query["scope"],
            "redirect_uri": query["redirect_uri"],
            "challenge": query.get("code_challenge"),
            "method": query.get("code_challenge_method", "plain"),
        }
        return code


def token(ask: Ask) -> Reply:
    """A code, used once, becomes a token."""
    form = ask.form
    given = form.get("client_secret") or ""
    if form.get("client_id") != ask.realm.bot.id or not hmac.compare_digest(
        str(given), ask.realm.secrets.client_secret
    ):
        raise Problem(401, 0, "invalid_client")
    if form.get("grant_type") != "authorization_code":
        raise Problem(400, 0, "unsupported_grant_type")
    granted = ask.realm.codes.pop(str(form.get("code")), None)
    if granted is None or granted["redirect_uri"] != form.get("redirect_uri"):
        raise Problem(400, 0, "invalid_grant")
    if granted["challenge"] and not _proven(granted, str(form.get("code_verifier") or "")):
        raise Problem(400, 0, "invalid_grant")
    bearer = secrets.token_urlsafe(24)
    ask.realm.bearers[bearer] = (granted["person"], granted["scope"])
    return done(
        {
            "access_token": bearer,
            "token_type": "Bearer",
            "expires_in": TOKEN_SECONDS,
            "refresh_token": secrets.token_urlsafe(24),
            "scope": granted["scope"],
        }
    )


def _proven(granted: Json, verifier: str) -> bool:
    if granted["method"] == "S256":
        digest = hashlib.sha256(verifier.encode()).digest()
        verifier = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
    return hmac.compare_digest(verifier, granted["challenge"])


def authorisation(ask: Ask) -> Reply:
    """Who the bearer of a token is."""
    if ask.person is None:
        raise Problem(401, 0, "401: Unauthorized")
    return done({"user": shapes.user(ask.person), "scopes": ["identify"]})


ROUTES: tuple[Route, ...] = (
    ("POST", "/oauth2/token", token),
    ("GET", "/oauth2/@me", authorisation),
)
