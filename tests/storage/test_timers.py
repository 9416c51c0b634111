"""A promise with an hour on it is kept once, late rather than never."""

from collections.abc import Iterable
from datetime import timedelta

import pytest
from sqlalchemy import insert, select

from core.news import News
from core.timers import Timer
from storage.database import Database, Tx
from storage.marks import marks
from storage.timers import Sweeper, arm, cancel, go_on, stop
from tests.doubles import EVENING, Hands


class Bells:
    """Writes down that it rang, in the transaction that it is rung in; may fail at first."""

    def __init__(self, failing: int = 0) -> None:
        self.failing = failing

    async def ring(self, tx: Tx, timer: Timer) -> Iterable[object]:
        await tx.execute(insert(marks).values(name=timer.key, value=timer.kind))
        if self.failing:
            self.failing -= 1
            raise RuntimeError("not yet")
        return [timer.key]


async def _arm(db: Database, key: str, minutes: float) -> None:
    async with db.write() as tx:
        await arm(tx, Timer("test.bell", key, EVENING + timedelta(minutes=minutes)))


async def _rung(db: Database) -> list[str]:
    async with db.read() as tx:
        return list(await tx.scalars(select(marks.c.name).order_by(marks.c.name)))


async def test_what_is_due_rings_and_the_rest_waits(db: Database, clock: Hands) -> None:
    await _arm(db, "soon", 5)
    await _arm(db, "later", 50)
    sweeper = Sweeper(db, News(), {"test.bell": Bells().ring})
    assert not await sweeper.ring_one(clock.now())
    assert await sweeper.ring_one(clock.forward(minutes=10))
    assert not await sweeper.ring_one(clock.now())
    assert await _rung(db) == ["soon"]
    assert await sweeper.waiting() == 1


async def test_a_bell_that_fails_leaves_nothing_behind_and_rings_again(
    db: Database, clock: Hands
) -> None:
    await _arm(db, "stubborn", 0)
    sweeper = Sweeper(db, News(), {"test.bell": Bells(failing=2).ring})
    for _ in range(2):
        assert await sweeper.ring_one(clock.now())
        assert await _rung(db) == []
        clock.forward(minutes=11)
    assert await sweeper.ring_one(clock.now())
    assert await _rung(db) == ["stubborn"]
    assert await sweeper.waiting() == 0


async def test_a_timer_that_takes_the_number_of_the_one_that_rang_is_kept(
    db: Database, clock: Hands
) -> None:
    async def hand_over(tx: Tx, timer: Timer) -> Iterable[object]:
        await cancel(tx, timer.kind, timer.key)
        await arm(tx, Timer("test.next", timer.key, timer.due))
        return ()

    await _arm(db, "relay", 0)
    sweeper = Sweeper(db, News(), {"test.bell": hand_over, "test.next": Bells().ring})
    assert await sweeper.ring_one(clock.now())
    assert await sweeper.waiting() == 1
    assert await sweeper.ring_one(clock.now())
    assert await _rung(db) == ["relay"]
    assert await sweeper.waiting() == 0


async def test_armed_again_it_has_one_hour_and_cancelled_it_has_none(
    db: Database, clock: Hands
) -> None:
    await _arm(db, "moved", 1)
    await _arm(db, "moved", 30)
    await _arm(db, "dropped", 1)
    async with db.write() as tx:
        await cancel(tx, "test.bell", "dropped")
    sweeper = Sweeper(db, News(), {"test.bell": Bells().ring})
    assert not await sweeper.ring_one(clock.forward(minutes=5))
    assert await sweeper.ring_one(clock.forward(minutes=30))


async def test_news_is_told_after_the_effect_is_kept(db: Database, clock: Hands) -> None:
    seen: list[list[str]] = []
    news = News()

    async def listen(fact: str) -> None:
        seen.append([fact, *await _rung(db)])

    news.on(str, listen)
    await _arm(db, "a", 0)
    await Sweeper(db, news, {"test.bell": Bells().ring}).ring_one(clock.now())
    assert seen == [["a", "a"]]


async def test_a_failure_rolled_back_does_not_spoil_the_write_after_it(db: Database) -> None:
    with pytest.raises(RuntimeError):
        async with db.write() as tx:
            await arm(tx, Timer("test.bell", "ghost", EVENING))
            raise RuntimeError
    assert await Sweeper(db, News(), {}).next_due() is None


async def test_what_stands_still_does_not_ring_and_keeps_the_time_it_had_left(
    db: Database, clock: Hands
) -> None:
    bells, news = Bells(), News()
    for key, minutes in (("7", 5), ("7:one", 10), ("70", 5)):
        await _arm(db, key, minutes)
    async with db.write() as tx:
        await stop(tx, "test", "7", clock.now())
    clock.forward(minutes=30)
    async with db.write() as tx:
        await arm(tx, Timer("test.bell", "7:late", clock.now() + timedelta(minutes=1)))
        await stop(tx, "test", "7", clock.now(), but=("test.other",))
    sweeper = Sweeper(db, news, {"test.bell": bells.ring})
    while await sweeper.ring_one(clock.now()):
        pass
    assert await _rung(db) == ["70"]
    assert await sweeper.next_due() is None
    clock.forward(minutes=30)
    async with db.write() as tx:
        await go_on(tx, "test", "7", clock.now())
    assert await sweeper.next_due() == clock.now() + timedelta(minutes=1)
    clock.forward(minutes=5)
    while await sweeper.ring_one(clock.now()):
        pass
    assert await _rung(db) == ["7", "70", "7:late"]
    clock.forward(minutes=5)
    await sweeper.ring_one(clock.now())
    assert await _rung(db) == ["7", "70", "7:late", "7:one"]
