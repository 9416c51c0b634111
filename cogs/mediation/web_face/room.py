"""The room: a link, a device, and a conversation without an account. It leaves no trace."""

import secrets
from collections.abc import Sequence

from aiohttp import web

from cogs.mediation.rules.case import Case
from cogs.mediation.rules.directory import Answer
from cogs.mediation.service.cases import Cases
from cogs.mediation.service.handovers import Handovers, Proposal
from cogs.mediation.service.means import Means
from cogs.mediation.service.rooms import Door, Inside, Rooms
from cogs.mediation.service.talks import Talks
from cogs.mediation.web_face import labels
from cogs.mediation.web_face.cookies import give_cookie, name_of
from cogs.mediation.web_face.talk import Services, topic_of
from core.people import Voice
from platforms.web_server.pages import Pages, voice_of
from platforms.web_server.streams import Streams

DEVICE = "device"
ELSEWHERE = "/play"  # where a quick exit leads: an ordinary page about games


class RoomPages:
    def __init__(self, means: Means, rooms: Rooms, services: Services) -> None:
        self._means = means
        self._rooms = rooms
        self._cases: Cases = services.cases
        self._talks: Talks = services.talks
        self._handovers: Handovers = services.handovers

    def routes(self, pages: Pages, streams: Streams) -> Sequence[web.AbstractRouteDef]:
        async def show(request: web.Request) -> web.StreamResponse:
            return await self.show(request, pages)

        async def events(request: web.Request) -> web.StreamResponse:
            case = await self._inside(request)
            return await streams.follow(request, topic_of(case.id))

        async def play(request: web.Request) -> web.StreamResponse:
            return pages.show(request, "mediation/play.html")

        return [
            web.get("/r/{token}", show),
            web.post("/r/{token}/enter", self.enter),
            web.get("/r/{token}/events", events),
            web.get("/r/{token}/lines", self.lines),
            web.post("/r/{token}/say", self.say),
            web.post("/r/{token}/handover", self.handover),
            web.post("/r/{token}/leave", self.leave),
            web.get(ELSEWHERE, play),
        ]

    async def show(self, request: web.Request, pages: Pages) -> web.StreamResponse:
        found = await self._rooms.look(request.match_info["token"], self._device(request))
        if isinstance(found, Door):
            return pages.show(request, "mediation/door.html", token=found.token)
        organisation = self._means.settings.organisation
        lines = await self._talks.lines(found.case.id)
        proposal = await self._handovers.proposal(found.case.id)
        return pages.show(
            request,
            "mediation/room.html",
            token=request.match_info["token"],
            organisation=organisation.name,
            mediator=found.mediator,
            over=found.over,
            lines=labels.shown(lines),
            fresh=secrets.token_urlsafe(16),
            handover=self._told(voice_of(request), found, proposal),
            kept=round(self._means.settings.mediation.room_keep_hours),
        )

    def _told(
        self, voice: Voice, found: Inside, proposal: Proposal | None
    ) -> dict[str, object] | None:
        """The hand-over as the person is asked about it: the exact lines, and nothing else."""
        if proposal is None or not proposal.lines or proposal.call_before is None or found.over:
            return None
        say, partner = self._means.texts.say, proposal.structure.name
        if proposal.state is Answer.PROPOSED:
            sentence = say(
                voice,
                "mediation-handover",
                partner=partner,
                lines=proposal.lines,
                date=labels.day(proposal.call_before),
            )
            before, only, after = sentence.split("**", 2)
            told: dict[str, object] = {"before": before, "only": only, "after": after}
            return {"asked": True, "proof": proposal.proof, **told}
        if proposal.state is Answer.DECLINED:
            return {"asked": False, "sentence": say(voice, "mediation-handover-declined")}
        sentence = say(voice, "mediation-handover-agreed", partner=partner)
        return {"asked": False, "sentence": sentence, "lines": proposal.lines}

    async def enter(self, request: web.Request) -> web.StreamResponse:
        token = request.match_info["token"]
        device = await self._rooms.enter(token, self._device(request))
        inside = web.HTTPSeeOther(f"/r/{token}?lang={voice_of(request).language}")
        give_cookie(self._means, inside, DEVICE, device, seconds=None)
        raise inside

    async def lines(self, request: web.Request) -> web.Response:
        """What was said after a line. A page that missed an event asks, and loses nothing."""
        case = await self._inside(request)
        lines = labels.shown(await self._talks.lines(case.id, labels.after(request.query)))
        return web.json_response({"lines": lines}, headers={"Cache-Control": "no-store"})

    async def say(self, request: web.Request) -> web.StreamResponse:
        case = await self._inside(request)
        form = await request.post()
        name = str(form.get("line", "")) or secrets.token_hex(8)
        await self._talks.say_as_person(case.id, name, str(form.get("text", "")))
        return self._done(request)

    async def handover(self, request: web.Request) -> web.StreamResponse:
        case = await self._inside(request)
        form = await request.post()
        proof, agreed = str(form.get("proof", "")), form.get("agreed") == "yes"
        await self._handovers.answer(case.id, proof, agreed=agreed)
        return self._done(request)

    async def leave(self, request: web.Request) -> web.StreamResponse:
        """Out, at once: even a room that is no more leads to the same ordinary page."""
        found = await self._rooms.look(request.match_info["token"], self._device(request))
        if isinstance(found, Inside):
            await self._cases.leave(found.case)
        raise web.HTTPSeeOther(ELSEWHERE)

    def _done(self, request: web.Request) -> web.StreamResponse:
        if request.headers.get("Accept", "").startswith("application/json"):
            return web.json_response({"ok": True})
        token, language = request.match_info["token"], voice_of(request).language
        raise web.HTTPSeeOther(f"/r/{token}?lang={language}#last")

    async def _inside(self, request: web.Request) -> Case:
        """The case of whoever is inside. Raises `LinkOver`, `OtherDevice`."""
        found = await self._rooms.look(request.match_info["token"], self._device(request))
        if isinstance(found, Door):
            raise web.HTTPSeeOther(f"/r/{found.token}")
        return found.case

    def _device(self, request: web.Request) -> str:
        return request.cookies.get(name_of(self._means, DEVICE), "")
