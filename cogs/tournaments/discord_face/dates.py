"""A tournament in Discord's own list of events: what stands there, and why it does not."""

from collections.abc import Mapping
from datetime import timedelta
from types import MappingProxyType
from typing import Final

from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.service.describing import Describing
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.rooms import Rooms
from cogs.tournaments.service.tournaments import Tournaments
from core.courier import Appointment, Progress
from core.people import Voice

SHORTEST: Final = 30  # minutes that Discord shows it for, at least
PROGRESS: Final[Mapping[Phase, Progress]] = MappingProxyType(
    {
        Phase.RUNNING: Progress.ON,
        Phase.FINISHED: Progress.OVER,
        Phase.CANCELLED: Progress.OFF,
    }
)


class Dates:
    def __init__(
        self,
        *,
        tournaments: Tournaments,
        describing: Describing,
        rooms: Rooms,
        public_url: str,
        wanted: bool,
    ) -> None:
        """`wanted`: whether tournaments stand in that list at all."""
        self._tournaments = tournaments
        self._describing = describing
        self._rooms = rooms
        self._public_url = public_url
        self._wanted = wanted

    async def show(self, subject: str) -> Appointment | None:
        if not self._wanted:
            return None
        live = await self._tournaments.see(int(subject))
        event, voice = live.event, Voice(live.event.language)
        page = f"{self._public_url}/t/{event.page}"
        line = self._describing.line(voice, event)
        minutes = max(SHORTEST, self._describing.minutes(event))
        return Appointment(
            name=event.name,
            about=self._describing.texts.say(voice, "series-date-about", about=line, page=page),
            mark=page,
            starts=event.starts_at,
            ends=event.starts_at + timedelta(minutes=minutes),
            progress=PROGRESS.get(event.phase, Progress.AHEAD),
        )

    async def note(self, voice: Voice, live: Live) -> str:
        """For the host, before the draw: what is missing, and how to mend it. Else nothing."""
        ahead = live.event.phase in {Phase.REGISTRATION, Phase.CHECK_IN}
        if not ahead or await self._rooms.unlisted(live.id) is None:
            return ""
        return "\n" + self._describing.texts.say(voice, "series-date-refused")
