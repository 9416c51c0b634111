"""Who is on duty, how many more people they can take, and what may be promised because of it."""

from datetime import datetime, timedelta

from cogs.mediation.rules.hours import Promise, free_places, promise
from cogs.mediation.service.means import Means
from cogs.mediation.store import desk as store
from storage.database import Tx

ABSOLUTE = timedelta(hours=8)  # of a sign-in
IDLE = timedelta(minutes=30)


class Duty:
    def __init__(self, means: Means) -> None:
        self._means = means
        self._most = means.settings.mediation.talks_per_mediator

    async def free_places(self, tx: Tx, now: datetime) -> int:
        """How many more people those on duty can talk to now."""
        return free_places(await self._loads(tx, now), self._most)

    async def promise(self) -> Promise:
        """What somebody who wishes to talk now may be told."""
        async with self._means.db.read() as tx:
            return promise(await self._loads(tx, self._means.clock.now()), self._most)

    async def _loads(self, tx: Tx, now: datetime) -> list[int]:
        return await store.loads(tx, began_after=now - ABSOLUTE, seen_after=now - IDLE)
