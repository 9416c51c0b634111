"""The desk: who waits, since when, and the conversations of whoever sits here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from types import ModuleType
from typing import ClassVar

from aiohttp import web

from cogs.mediation.rules.case import Case
from cogs.mediation.rules.queue import Waiting
from cogs.mediation.service.cases import Cases
from cogs.mediation.service.desks import Desks, Seat
from cogs.mediation.service.means import Means
from cogs.mediation.web_face import labels
from cogs.mediation.web_face.cookies import forget_cookie, give_cookie
from cogs.mediation.web_face.seats import DESK, Seats
from cogs.mediation.web_face.sign_in import SignIn, close_the_door
from platforms.web_server.pages import Pages
from platforms.web_server.streams import Streams

TOPIC = "mediation.desk"
HOURS = 8 * 3600


@dataclass(frozen=True, slots=True)
class Board:
    """The list that stands beside every conversation."""

    seat: Seat
    waiting: list[Waiting]
    mine: list[Case]
    most: int
    promised: int  # seconds within which somebody should have answered
    now: datetime
    pace: float  # seconds of the house in one of the world

    labels: ClassVar[ModuleType] = labels


class DeskPages:
    def __init__(
        self, means: Means, desks: Desks, cases: Cases, seats: Seats, sign_in: SignIn
    ) -> None:
        self._means = means
        self._desks = desks
        self._cases = cases
        self._seats = seats
        self._sign_in = sign_in

    def routes(self, pages: Pages, streams: Streams) -> Sequence[web.AbstractRouteDef]:
        async def desk(request: web.Request) -> web.StreamResponse:
            return await self.show(request, pages)

        async def events(request: web.Request) -> web.StreamResponse:
            return await self.follow(request, streams)

        return [
            web.get("/desk", desk),
            web.get("/desk/in", self._sign_in.leave_for_discord),
            web.get("/desk/back", self.come_back),
            web.get("/desk/events", events),
            web.post("/desk/out", self.sign_out),
            web.post("/desk/available", self.available),
            web.post("/desk/next", self.next_person),
            web.post("/desk/claim", self.claim),
        ]

    async def show(self, request: web.Request, pages: Pages) -> web.StreamResponse:
        seat = await self._seats.seat(request)
        if seat is None:
            ready = self._sign_in.is_set_up
            return pages.show(request, "mediation/sign_in.html", ready=ready)
        return pages.show(request, "mediation/desk.html", board=await self.board(seat))

    async def board(self, seat: Seat) -> Board:
        """What the list beside every conversation shows too."""
        knobs = self._means.settings.mediation
        return Board(
            seat=seat,
            waiting=await self._cases.waiting(),
            mine=await self._cases.held_by(seat.mediator),
            most=knobs.talks_per_mediator,
            promised=round(knobs.answer_minutes * 60),
            now=self._means.clock.now(),
            pace=1 / self._means.clock.real(1),
        )

    async def come_back(self, request: web.Request) -> web.StreamResponse:
        """Raises what the sign-in raises: told on a page of its own, with nothing kept."""
        signed = await self._sign_in.come_back(request)
        token = await self._desks.sit_down(signed.account, signed.name)
        home = web.HTTPSeeOther("/desk")
        give_cookie(self._means, home, DESK, token, seconds=HOURS)
        close_the_door(self._means, home)
        raise home

    async def sign_out(self, request: web.Request) -> web.StreamResponse:
        await self._seats.acting(request)
        await self._desks.stand_up(self._seats.token(request))
        home = web.HTTPSeeOther("/desk")
        forget_cookie(self._means, home, DESK)
        raise home

    async def available(self, request: web.Request) -> web.StreamResponse:
        seat, form = await self._seats.acting(request)
        await self._desks.set_available(seat, available=form.get("available") == "yes")
        raise web.HTTPSeeOther("/desk")

    async def next_person(self, request: web.Request) -> web.StreamResponse:
        seat, _ = await self._seats.acting(request)
        code = await self._cases.next_person(seat.mediator)
        raise web.HTTPSeeOther(f"/desk/{code}")

    async def claim(self, request: web.Request) -> web.StreamResponse:
        seat, form = await self._seats.acting(request)
        case = await self._cases.claim(seat.mediator, str(form.get("code", "")))
        raise web.HTTPSeeOther(f"/desk/{case.code}")

    async def follow(self, request: web.Request, streams: Streams) -> web.StreamResponse:
        await self._seats.must_sit(request)
        token = self._seats.token(request)
        self._seats.opened(token)
        try:
            return await streams.follow(request, TOPIC)
        finally:
            self._seats.closed(token)
