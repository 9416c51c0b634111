"""What the staff's commands share: handed over once, when they are hung up."""

from dataclasses import dataclass

from cogs.tournaments.discord_face.desk_cards import DeskCards
from cogs.tournaments.discord_face.mending import Mending
from cogs.tournaments.discord_face.repair_choices import RepairChoices
from cogs.tournaments.rules.hosting import NoneHere
from cogs.tournaments.service.crew import Crew
from cogs.tournaments.service.desk import Deed, Desk
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.pauses import Pauses
from cogs.tournaments.service.tournaments import Tournaments
from core.clock import Clock
from core.errors import NotAllowed
from core.people import Actor, Doorkeeper
from prompts import Texts


@dataclass(frozen=True, slots=True)
class Staff:
    tournaments: Tournaments
    crew: Crew
    desk: Desk
    pauses: Pauses
    mending: Mending
    cards: DeskCards
    choices: RepairChoices
    texts: Texts
    clock: Clock
    door: Doorkeeper

    async def here(self, actor: Actor) -> list[Live]:
        return await self.tournaments.here(actor.place)

    async def meant(self, actor: Actor, given: int | None = None) -> Live:
        """The one that was chosen, or the one that is played. Raises `NoneHere`."""
        around = await self.here(actor)
        if given is not None:
            return next((live for live in around if live.id == given), None) or _none()
        drawn = (live for live in around if live.state is not None)
        return next(drawn, None) or next(iter(around), None) or _none()

    async def deeds(self, actor: Actor) -> list[tuple[Live, Deed]]:
        """What could be undone here; nothing for those who may not."""
        found = []
        for live in await self.here(actor):
            try:
                found += [(live, deed) for deed in await self.desk.deeds(actor, live)]
            except NotAllowed:
                continue
        return found


def _none() -> Live:
    raise NoneHere
