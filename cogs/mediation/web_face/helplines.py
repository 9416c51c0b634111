"""The page behind the link of a stream: who answers now, and how to reach the team. No account."""

from collections.abc import Sequence

from aiohttp import web

from cogs.mediation.service.lines import Numbers
from cogs.mediation.service.means import Means
from platforms.web_server.pages import Pages, voice_of

HERE = "/parler"


class HelpPage:
    def __init__(self, means: Means, numbers: Numbers) -> None:
        self._organisation = means.settings.organisation.name
        self._numbers = numbers

    def routes(self, pages: Pages) -> Sequence[web.AbstractRouteDef]:
        async def show(request: web.Request) -> web.Response:
            language = voice_of(request).language
            return pages.show(
                request,
                "mediation/help.html",
                organisation=self._organisation,
                lines=[
                    (each.number, each.name, each.about(language))
                    for each in self._numbers.open_now()
                ],
            )

        return [web.get(HERE, show)]
