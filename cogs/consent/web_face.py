"""The privacy page: who is responsible, what is read, what is kept, which rights."""

from collections.abc import Sequence
from pathlib import Path

from aiohttp import web

from config.settings import Settings
from platforms.web_server.pages import Pages


class ConsentWeb:
    folder = Path(__file__).parent / "pages"

    def __init__(self, settings: Settings) -> None:
        self._organisation = settings.organisation

    def routes(self, pages: Pages) -> Sequence[web.AbstractRouteDef]:
        async def privacy(request: web.Request) -> web.Response:
            return pages.show(request, "consent/privacy.html", organisation=self._organisation)

        return [web.get("/privacy", privacy)]
