"""Rooms: a link that works once, on one device, for somebody without an account or a name."""

import secrets
from dataclasses import dataclass, field

from cogs.mediation.rules.case import OVER, Case
from cogs.mediation.rules.hours import Staff
from cogs.mediation.rules.refusals import LinkOver, OtherDevice
from cogs.mediation.service.means import Means
from cogs.mediation.store import cases, desk, talks


@dataclass(frozen=True, slots=True)
class Inside:
    """What the one who is inside may see."""

    case: Case
    mediator: Staff | None
    over: bool


@dataclass(frozen=True, slots=True)
class Door:
    """A room that nobody has entered yet."""

    token: str = field(repr=False)


class Rooms:
    def __init__(self, means: Means) -> None:
        self._means = means

    async def look(self, token: str, device: str) -> Inside | Door:
        """The room behind a link, for this device; its door while nobody has gone in.

        Looking changes nothing: a chat's link preview looks too. Raises `LinkOver`,
        `OtherDevice`.
        """
        async with self._means.db.read() as tx:
            room = await talks.room(tx, self._hash(token))
            if room is None:
                raise LinkOver
            if room.device is None:
                if room.opens_until <= self._means.clock.now():
                    raise LinkOver
                return Door(token)
            if not device or room.device != self._device(device):
                raise OtherDevice
            case = await cases.one(tx, room.case)
            if case is None:
                raise LinkOver
            holder = case.claimed_by
            mediator = await desk.one(tx, holder) if holder is not None else None
        return Inside(case, mediator, case.state in OVER)

    async def enter(self, token: str, device: str) -> str:
        """Go in, and give the room to this device: what its cookie must hold from now on.

        Other rooms of the same case close. Raises `LinkOver`, `OtherDevice`.
        """
        device = device or secrets.token_urlsafe(24)
        async with self._means.db.write() as tx:
            room = await talks.room(tx, self._hash(token))
            if room is None:
                raise LinkOver
            if room.device is not None:
                if room.device != self._device(device):
                    raise OtherDevice
                return device
            if room.opens_until <= self._means.clock.now():
                raise LinkOver
            await talks.bind(tx, room.id, self._device(device))
            await talks.close_other_rooms(tx, room.case, room.id)
        return device

    def _hash(self, token: str) -> str:
        return self._means.seal.hash("room", token)

    def _device(self, device: str) -> str:
        return self._means.seal.hash("device", device)
