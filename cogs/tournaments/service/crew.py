"""Who may do what in a tournament: asked by every act of staff, of faces and of services."""

from collections.abc import Mapping
from dataclasses import dataclass

from cogs.tournaments.rules.crew import GIVEN, Act, Duty, OwnersOnly, must_reach
from cogs.tournaments.service.live import Live
from cogs.tournaments.store import crew
from cogs.tournaments.store.announced import TournamentId
from core.people import Actor, PersonId, PlaceId, Platform, Role
from storage.database import Database, Tx

_HELD = {Role.OWNER: Duty.OWNER, Role.HOST: Duty.HOST}


@dataclass(frozen=True, slots=True)
class Badges:
    """An answer: which of the platform's own roles stands for which of ours, here."""

    discord: Mapping[Duty, str]
    twitch: Mapping[Duty, str]


class Crew:
    def __init__(self, db: Database) -> None:
        self._db = db

    async def may(
        self, actor: Actor, act: Act, live: Live | None = None, *, tx: Tx | None = None
    ) -> None:
        """Nothing, where `actor` may; `live` is the event, where it is about one.

        Raises the `NotAllowed` that says who can.
        """
        must_reach(await self.duties(actor, live, tx=tx), act)

    async def duties(
        self, actor: Actor, live: Live | None = None, *, tx: Tx | None = None
    ) -> frozenset[Duty]:
        """All that somebody is here, by their platform and by what they were given."""
        if tx is None:
            async with self._db.read() as reading:
                return await self.duties(actor, live, tx=reading)
        held = {duty for role, duty in _HELD.items() if role in actor.roles}
        held.add(Duty.SPECTATOR)
        if actor.badges:
            known = await crew.badges(tx, actor.place, actor.platform)
            held |= {duty for duty, badge in known.items() if badge in actor.badges}
        if live is not None:
            if live.event.place != actor.place:
                return frozenset({Duty.SPECTATOR})
            held |= await crew.duties(tx, live.id, actor.person)
            if live.entrant_of(actor.person) is not None:
                held.add(Duty.PLAYER)
        return frozenset(held)

    async def map_badge(
        self, actor: Actor, duty: Duty, badge: str | None, platform: Platform = Platform.DISCORD
    ) -> None:
        """Let a role of the platform stand for one of ours in this server. None: nobody by one.

        Raises the `NotAllowed` that says who can.
        """
        await self.may(actor, _naming(duty))
        async with self._db.write() as tx:
            await crew.map_badge(tx, actor.place, platform, duty, badge)

    async def badges(self, place: PlaceId) -> Badges:
        """Which roles of the platforms stand for ours in this place."""
        async with self._db.read() as tx:
            return Badges(
                await crew.badges(tx, place, Platform.DISCORD),
                await crew.badges(tx, place, Platform.TWITCH),
            )

    async def give(self, actor: Actor, live: Live, person: PersonId, duty: Duty) -> None:
        """Make somebody host, referee or caster of one event. Twice is once."""
        async with self._db.write() as tx:
            await self.may(actor, _naming(duty), live, tx=tx)
            await crew.give(tx, live.id, person, duty)

    async def take(self, actor: Actor, live: Live, person: PersonId, duty: Duty) -> None:
        """Take it back. Never given is as well."""
        async with self._db.write() as tx:
            await self.may(actor, _naming(duty), live, tx=tx)
            await crew.take(tx, live.id, person, duty)

    async def people(self, tournament: TournamentId) -> list[tuple[PersonId, Duty]]:
        """Everybody who was given something for this one event."""
        async with self._db.read() as tx:
            return await crew.people(tx, tournament)

    async def merge(self, tx: Tx, leaving: PersonId, staying: PersonId) -> None:
        """Two accounts were two people and are one."""
        await crew.merge(tx, leaving, staying)


def _naming(duty: Duty) -> Act:
    """Which right it takes to make somebody this."""
    if duty not in GIVEN:
        raise OwnersOnly
    return Act.NAME_HOST if duty is Duty.HOST else Act.NAME_CREW
