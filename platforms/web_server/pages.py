"""Pages from templates, in the reader's language, with headers that let nothing else in."""

import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, PrefixLoader, StrictUndefined

from core.people import Voice
from prompts import LANGUAGES, Texts

HOME = Path(__file__).parents[1]
NO_ONE, ANYONE = "'none'", "* file:"  # who may show a page in a frame


class WebFace(Protocol):
    """A feature as the browser meets it."""

    folder: Path  # its templates, called "<feature>/<file>"

    def routes(self, pages: "Pages") -> Sequence[web.AbstractRouteDef]: ...


class Pages:
    """Renders templates. Every page carries its own nonce: no other script or style runs."""

    def __init__(self, texts: Texts, faces: Sequence[WebFace], frame_from: str = "") -> None:
        self._texts = texts
        self._frame_from = frame_from
        loaders = {face.folder.parent.name: FileSystemLoader(face.folder) for face in faces}
        loaders["house"] = FileSystemLoader(HOME / "pages")
        self._templates = Environment(
            loader=PrefixLoader(loaders),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def show(
        self,
        request: web.Request,
        template: str,
        *,
        status: int = 200,
        frames: str = NO_ONE,
        **values: Any,  # noqa: ANN401 - whatever the template names
    ) -> web.Response:
        """The page `template` ("mediation/desk.html"), never kept by a cache.

        Templates get `t(key, **variables)` for a text, `voice`, and `nonce` for their script.
        """
        voice = voice_of(request)
        nonce = secrets.token_urlsafe(16)
        body = self._templates.get_template(template).render(
            t=lambda key, **variables: self._texts.say(voice, key, **variables),
            voice=voice,
            nonce=nonce,
            **values,
        )
        response = web.Response(text=body, content_type="text/html", status=status)
        response.headers["Content-Security-Policy"] = self._policy(nonce, frames)
        response.headers["Cache-Control"] = "no-store"
        return response

    def _policy(self, nonce: str, frames: str) -> str:
        # On a demonstration's own machine its page may show ours side by side.
        ancestors = self._frame_from if frames == NO_ONE and self._frame_from else frames
        return (
            f"default-src 'none'; script-src 'nonce-{nonce}' 'self'; style-src 'nonce-{nonce}'"
            " 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self';"
            f" form-action 'self'; base-uri 'none'; frame-ancestors {ancestors}"
        )


def voice_of(request: web.Request) -> Voice:
    """`?lang=`, then what the browser asks for, then French."""
    browser = request.headers.get("Accept-Language", "").split(",")
    asked = [request.query.get("lang", "")]
    asked += [part.strip().partition(";")[0].partition("-")[0].lower() for part in browser]
    return Voice(next((language for language in asked if language in LANGUAGES), "fr"))
