"""Who sits at the desk: every page and every act of it begins here."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime, timedelta

from aiohttp import web

from cogs.mediation.service.desks import Desks, Seat
from cogs.mediation.service.means import Means
from cogs.mediation.web_face.cookies import name_of
from cogs.mediation.web_face.sign_in import SignIn

DESK = "desk"
LOOK = timedelta(minutes=1)
Form = Mapping[str, object]


class Seats:
    def __init__(self, means: Means, desks: Desks, sign_in: SignIn) -> None:
        self._means = means
        self._desks = desks
        self._sign_in = sign_in
        self._screens: Counter[str] = Counter()  # desks that are open on a screen now
        self._looked: datetime | None = None

    def token(self, request: web.Request) -> str:
        return request.cookies.get(name_of(self._means, DESK), "")

    async def seat(self, request: web.Request) -> Seat | None:
        """Whose desk this is; asks Discord every five minutes if the role is still held."""
        token = self.token(request)
        seat = await self._desks.seat(token)
        if seat is not None and seat.ask_again:
            account = self._desks.account_of(seat.mediator)
            holds = await self._sign_in.still_holds_role(account)
            await self._desks.checked(token, holds_role=holds)
            return seat if holds else None
        return seat

    async def must_sit(self, request: web.Request) -> Seat:
        seat = await self.seat(request)
        if seat is None:
            raise web.HTTPSeeOther("/desk")
        return seat

    async def acting(self, request: web.Request) -> tuple[Seat, Form]:
        """The seat and the form of an act; a form that our own page did not make is refused."""
        seat = await self.must_sit(request)
        form = await request.post()
        if not self._desks.holds_csrf(seat, str(form.get("csrf", ""))):
            raise web.HTTPForbidden
        return seat, form

    def opened(self, token: str) -> None:
        self._screens[token] += 1

    def closed(self, token: str) -> None:
        self._screens[token] -= 1
        if self._screens[token] <= 0:
            del self._screens[token]

    async def tick(self, now: datetime) -> None:
        """A desk that is open on a screen is not idle: somebody waits there."""
        if self._looked is None or now - self._looked >= LOOK:
            self._looked = now
            await self._desks.still_there(list(self._screens))
