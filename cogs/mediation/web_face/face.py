"""Mediation in a browser, as the web server is given it, and what pushes to open pages."""

from collections.abc import Sequence
from pathlib import Path

from aiohttp import web

from cogs.mediation.service.cases import CaseMoved, CaseOpened
from cogs.mediation.service.desks import DutyMoved
from cogs.mediation.service.talks import LineSaid
from cogs.mediation.web_face.desk import TOPIC, DeskPages
from cogs.mediation.web_face.helplines import HelpPage
from cogs.mediation.web_face.room import RoomPages
from cogs.mediation.web_face.talk import TalkPages, topic_of
from core.news import News
from platforms.web_server.pages import Pages
from platforms.web_server.streams import Streams


class MediationWeb:
    folder = Path(__file__).parents[1] / "pages"

    def __init__(
        self,
        desk: DeskPages,
        talk: TalkPages,
        room: RoomPages,
        help_page: HelpPage,
        streams: Streams,
    ) -> None:
        self._desk = desk
        self._talk = talk
        self._room = room
        self._help = help_page
        self._streams = streams

    def routes(self, pages: Pages) -> Sequence[web.AbstractRouteDef]:
        return [
            *self._desk.routes(pages, self._streams),
            *self._talk.routes(pages, self._streams),
            *self._room.routes(pages, self._streams),
            *self._help.routes(pages),
        ]

    def follow(self, news: News) -> None:
        """Pages are told that something is new, never what: they ask, and are checked again."""
        news.on(LineSaid, self._said)
        news.on(CaseMoved, self._moved)
        news.on(CaseOpened, self._moved)
        news.on(DutyMoved, self._duty)

    async def _said(self, fact: LineSaid) -> None:
        self._streams.push(topic_of(fact.case), "line")
        self._streams.push(TOPIC, "moved")

    async def _moved(self, fact: CaseMoved | CaseOpened) -> None:
        self._streams.push(topic_of(fact.case), "moved")
        self._streams.push(TOPIC, "moved")

    async def _duty(self, fact: DutyMoved) -> None:
        del fact
        self._streams.push(TOPIC, "moved")
