"""XP: what answers bring, never more than a day's worth, and for how long it is kept."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from cogs.challenges.rules.quiz import WEEK, YEAR, credit
from cogs.challenges.store import ledger
from cogs.challenges.store.answers import Given
from cogs.challenges.store.ledger import Entry
from cogs.challenges.store.rounds import RoundId
from core.people import PersonId
from core.timers import Timer
from storage import timers
from storage.database import Tx

XP_FORGET = "challenges.forget"
HOUR = timedelta(hours=1)


class Purse:
    """Speaks inside the transactions of the services; opens none."""

    def __init__(self, per_day: int) -> None:
        self._per_day = per_day

    async def credit_round(
        self, tx: Tx, which: RoundId, given: Iterable[Given], now: datetime
    ) -> None:
        """One entry a player: the score of the round, as far as the day's cap allows."""
        points: dict[PersonId, int] = {}
        lasts: dict[PersonId, bool] = {}
        for each in given:
            points[each.person] = points.get(each.person, 0) + each.points
            lasts[each.person] = each.lasts
        scores = [Given(person, 0, 0, score, lasts[person]) for person, score in points.items()]
        await self._enter(tx, f"round:{which}", scores, now)

    async def credit_answer(self, tx: Tx, which: RoundId, given: Given, now: datetime) -> None:
        """One entry for an answer that no clock measured."""
        await self._enter(tx, f"round:{which}:{given.position}", [given], now)

    async def _enter(self, tx: Tx, reference: str, scores: list[Given], now: datetime) -> None:
        today = await ledger.earned(tx, now.date(), [each.person for each in scores])
        entries = [
            Entry(
                each.person,
                credit(each.points, today.get(each.person, 0), self._per_day),
                now.date(),
                reference,
                _end(now, lasts=each.lasts),
            )
            for each in scores
        ]
        await ledger.enter(tx, [entry for entry in entries if entry.amount])
        # Answers of those who did not say their age go with the week, whatever they brought.
        for end in {_end(now, lasts=False), *(entry.forget_at for entry in entries)}:
            await timers.arm(tx, Timer(XP_FORGET, f"{end:%Y-%m-%dT%H}", end))


def _end(now: datetime, *, lasts: bool) -> datetime:
    """Until when this is kept. Rounded up to the hour, so that a busy evening is one timer."""
    end = now + (YEAR if lasts else WEEK)
    return end.replace(minute=0, second=0, microsecond=0) + HOUR
