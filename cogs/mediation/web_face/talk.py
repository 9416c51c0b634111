"""A conversation at the desk: read live, answer, hand over, pass on, finish."""

import secrets
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from aiohttp import web

from cogs.mediation.rules.case import OVER, Case, Need, Outcome
from cogs.mediation.rules.directory import NEXT, RECEIPTS, Answer, Level
from cogs.mediation.rules.refusals import OutcomeMissing
from cogs.mediation.service.cases import Cases
from cogs.mediation.service.desks import Seat
from cogs.mediation.service.handovers import Handovers
from cogs.mediation.service.means import Means
from cogs.mediation.service.talks import Talks
from cogs.mediation.web_face import labels
from cogs.mediation.web_face.desk import DeskPages
from cogs.mediation.web_face.seats import Form, Seats
from core.people import Voice
from platforms.web_server.pages import Pages
from platforms.web_server.streams import Streams

Act = Callable[[Seat, str, Form], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Services:
    cases: Cases
    talks: Talks
    handovers: Handovers


def topic_of(case: int) -> str:
    return f"mediation.case.{case}"


class TalkPages:
    def __init__(self, means: Means, seats: Seats, services: Services, desk: DeskPages) -> None:
        self._means = means
        self._seats = seats
        self._services = services
        self._desk = desk

    def routes(self, pages: Pages, streams: Streams) -> Sequence[web.AbstractRouteDef]:
        async def show(request: web.Request) -> web.StreamResponse:
            return await self.show(request, pages)

        async def events(request: web.Request) -> web.StreamResponse:
            _, case = await self._mine(request)
            return await streams.follow(request, topic_of(case.id))

        acts = {
            "say": self.say,
            "close": self.close,
            "pass": self.pass_on,
            "propose": self.propose,
            "inform": self.inform,
            "advance": self.advance,
        }
        return [
            web.get("/desk/{code}", show),
            web.get("/desk/{code}/events", events),
            web.get("/desk/{code}/lines", self.lines),
            *(web.post(f"/desk/{{code}}/{name}", self._act(act)) for name, act in acts.items()),
        ]

    async def show(self, request: web.Request, pages: Pages) -> web.StreamResponse:
        seat, case = await self._mine(request)
        lines = await self._services.talks.lines(case.id)
        proposal = await self._services.handovers.proposal(case.id)
        organisation = self._means.settings.organisation
        first = self._means.texts.say(
            Voice(case.language),
            "mediation-first-words",
            mediator=seat.mediator.pen_name,
            job=organisation.job,
            organisation=organisation.name,
            badge=seat.mediator.badge,
        )
        board = await self._desk.board(seat)
        return pages.show(
            request,
            "mediation/talk.html",
            board=board,
            case=case,
            over=case.state in OVER,
            lines=labels.shown(lines),
            first_words=first,
            fresh=secrets.token_urlsafe(16),
            proposal=proposal,
            next_steps=_next_steps(proposal.state if proposal else None),
            informed=proposal is not None and proposal.level is Level.INFORMATION,
            structures=self._services.handovers.structures,
            outcomes=Outcome,
            needs=Need,
            kept=round(self._means.settings.mediation.room_keep_hours),
        )

    async def lines(self, request: web.Request) -> web.Response:
        """What was said after a line, for the page to add; it asks again whenever it wonders."""
        _, case = await self._mine(request)
        lines = await self._services.talks.lines(case.id, labels.after(request.query))
        headers = {"Cache-Control": "no-store"}
        return web.json_response({"lines": labels.shown(lines)}, headers=headers)

    def _act(self, act: Act) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def acted(request: web.Request) -> web.StreamResponse:
            seat, form = await self._seats.acting(request)
            code = request.match_info["code"]
            await act(seat, code, form)
            if request.headers.get("Accept", "").startswith("application/json"):
                return web.json_response({"ok": True})
            over = act in (self.close, self.pass_on)
            raise web.HTTPSeeOther("/desk" if over else f"/desk/{code}")

        return acted

    async def say(self, seat: Seat, code: str, form: Form) -> None:
        name, text = str(form.get("line", "")), str(form.get("text", ""))
        talks = self._services.talks
        await talks.say_as_mediator(seat.mediator, code, name or secrets.token_hex(8), text)

    async def close(self, seat: Seat, code: str, form: Form) -> None:
        try:
            outcome, need = Outcome(str(form.get("outcome"))), Need(str(form.get("need")))
        except ValueError as error:
            raise OutcomeMissing from error
        await self._services.cases.close(seat.mediator, code, outcome, need)

    async def pass_on(self, seat: Seat, code: str, form: Form) -> None:
        del form
        await self._services.cases.pass_on(seat.mediator, code)

    async def propose(self, seat: Seat, code: str, form: Form) -> None:
        structure, lines = str(form.get("structure", "")), str(form.get("lines", ""))
        await self._services.handovers.propose(seat.mediator, code, structure, lines)

    async def inform(self, seat: Seat, code: str, form: Form) -> None:
        """Give what is public about a structure, as a line of the mediator's own."""
        structure = str(form.get("structure", ""))
        found = await self._services.handovers.inform(seat.mediator, code, structure)
        case = await self._services.talks.case(seat.mediator, code)
        text = self._means.texts.say(
            Voice(case.language),
            "mediation-information",
            name=found.name,
            about=found.about(case.language),
            contact=found.contact,
        )
        talks = self._services.talks
        await talks.say_as_mediator(seat.mediator, code, secrets.token_hex(8), text)

    async def advance(self, seat: Seat, code: str, form: Form) -> None:
        state = Answer(str(form.get("state", "")))
        await self._services.handovers.advance(seat.mediator, code, state)

    async def _mine(self, request: web.Request) -> tuple[Seat, Case]:
        seat = await self._seats.must_sit(request)
        case = await self._services.talks.case(seat.mediator, request.match_info["code"])
        return seat, case


def _next_steps(state: Answer | None) -> list[Answer]:
    """What the mediator may note next; a yes and a no are the person's own."""
    follows = NEXT[state] if state is not None else frozenset()
    return [each for each in (Answer.TOLD, *RECEIPTS) if each in follows]
