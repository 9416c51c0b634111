"""An event that comes back every week: announced once each, whatever happens to the process."""

from datetime import UTC, datetime, timedelta

import pytest

from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.store import series
from core.people import Platform
from storage.outbox import Outbox
from tests.tournaments.conftest import Evening

DAYS = 5
FIRST = datetime(2026, 11, 20, 19, 0, tzinfo=UTC)  # 20:00 in Paris, an hour from now


async def repeated(evening: Evening) -> None:
    await evening.announced()
    await evening.series.repeat(await evening.host())


async def starts(evening: Evening) -> list[datetime]:
    """Of everything that is announced or played."""
    around = await evening.tournaments.here((await evening.host()).place)
    return [live.event.starts_at for live in around if live.event.live]


async def farewells(evening: Evening) -> list[str]:
    due = await Outbox(evening.db).due(Platform.DISCORD, evening.clock.now())
    return [posted.letter.key for posted in due if posted.letter.key.startswith("series-")]


async def finished(evening: Evening, number: int) -> None:
    """Two people play it to its end."""
    for name in ("Ana", "Ben"):
        await evening.tournaments.join(await evening.somebody(name), number)
    live = await evening.tournaments.start(await evening.host(), number)
    people = [await evening.somebody(name) for name in ("Ana", "Ben")]
    one, other = sorted(people, key=lambda each: live.seed_of(each.person) or 0)
    for actor in (one, other):
        await evening.tournaments.arrive(actor, number)
    await evening.tournaments.report(other, won=False, tournament=number)


async def test_the_next_one_is_announced_some_days_before(evening: Evening) -> None:
    await repeated(evening)
    await finished(evening, 1)
    week = FIRST + timedelta(days=7)
    await evening.ring(week - timedelta(days=DAYS, seconds=1))
    assert await starts(evening) == []
    await evening.ring(week - timedelta(days=DAYS))
    (live,) = await evening.tournaments.here((await evening.host()).place)
    assert live.event.starts_at == week
    assert (live.event.name, live.event.phase) == ("Coupe du vendredi", Phase.REGISTRATION)
    assert live.event.check_in_opens == week - timedelta(minutes=30)


async def test_twice_is_once(evening: Evening) -> None:
    await repeated(evening)
    again = await evening.series.repeat(await evening.host())
    assert not again.anew
    assert again.starts == FIRST + timedelta(days=7)
    await finished(evening, 1)
    await evening.wait(days=3)
    assert len(await starts(evening)) == 1


async def test_over_summer_time_it_stays_at_the_same_hour_on_the_clock(evening: Evening) -> None:
    evening.clock.set(datetime(2027, 3, 26, 18, 30, tzinfo=UTC))
    await repeated(evening)  # Friday, 20:30
    await finished(evening, 1)
    await evening.wait(days=4)
    assert await starts(evening) == [datetime(2027, 4, 2, 18, 30, tzinfo=UTC)]


async def test_an_announcement_that_was_missed_is_made_late_and_once(evening: Evening) -> None:
    await repeated(evening)
    await finished(evening, 1)
    evening.clock.set(FIRST + timedelta(days=6))  # nobody was up for days
    evening.restart()
    await evening.ring()
    await evening.ring()
    assert await starts(evening) == [FIRST + timedelta(days=7)]


async def test_what_has_passed_is_left_out(evening: Evening) -> None:
    await repeated(evening)
    await finished(evening, 1)
    evening.clock.set(FIRST + timedelta(days=23))
    evening.restart()
    await evening.ring()
    assert await starts(evening) == [FIRST + timedelta(days=28)]


async def test_with_less_than_an_hour_to_come_it_is_left_out(evening: Evening) -> None:
    await repeated(evening)
    await finished(evening, 1)
    evening.clock.set(FIRST + timedelta(days=7) - timedelta(minutes=59))
    await evening.ring()
    assert await starts(evening) == []
    await evening.wait(days=3)
    assert await starts(evening) == [FIRST + timedelta(days=14)]


async def test_a_clock_that_is_set_back_announces_nothing_twice(evening: Evening) -> None:
    await repeated(evening)
    await finished(evening, 1)
    await evening.wait(days=3)
    evening.clock.set(FIRST)
    evening.restart()
    await evening.wait(days=4)
    assert await starts(evening) == [FIRST + timedelta(days=7)]


@pytest.mark.parametrize("hours", range(0, 200, 20))
async def test_a_restart_at_any_hour_changes_nothing(evening: Evening, hours: int) -> None:
    await repeated(evening)
    await finished(evening, 1)
    evening.restart()
    await evening.wait(hours=hours)
    evening.restart()
    await evening.ring(FIRST + timedelta(days=7) - timedelta(hours=2))
    assert await starts(evening) == [FIRST + timedelta(days=7)]


async def test_a_kill_in_the_middle_leaves_nothing_half_done(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    await repeated(evening)
    await finished(evening, 1)
    monkeypatch.setattr(evening.series, "_arm", _killed)
    evening.clock.set(FIRST + timedelta(days=3))
    await evening.sweeper.ring_one(evening.clock.now())
    assert await starts(evening) == []
    evening.restart()
    await evening.wait(minutes=15)
    assert await starts(evening) == [FIRST + timedelta(days=7)]


async def _killed(*_: object) -> None:
    raise RuntimeError


async def test_three_times_too_few_and_it_says_so_once_and_stops(evening: Evening) -> None:
    await repeated(evening)
    await evening.ring(FIRST + timedelta(days=10))
    assert await farewells(evening) == [], "the third one is announced, and still ahead"
    assert len(await starts(evening)) == 1, "what nobody started is called off by itself"
    await evening.ring(FIRST + timedelta(days=60))
    assert await farewells(evening) == ["series-over"]
    assert await starts(evening) == []


async def test_one_that_is_played_begins_the_count_anew(evening: Evening) -> None:
    await repeated(evening)
    await evening.ring(FIRST + timedelta(days=10))
    (live,) = await evening.tournaments.here((await evening.host()).place)
    await finished(evening, live.id)
    await evening.ring(FIRST + timedelta(days=30))
    assert await farewells(evening) == []


async def test_one_called_off_early_counts_for_nothing(evening: Evening) -> None:
    await repeated(evening)
    for _ in range(5):
        await evening.tournaments.call_off(await evening.host())
        await evening.wait(days=7)
    assert await farewells(evening) == []
    assert len(await starts(evening)) == 1


async def test_stopped_it_comes_back_no_more_and_what_is_announced_stays(
    evening: Evening,
) -> None:
    await repeated(evening)
    await evening.series.stop(await evening.host(), 1)
    await evening.series.stop(await evening.host(), 1)
    assert await starts(evening) == [FIRST]
    await evening.wait(days=20)
    assert len(await evening.tournaments.here((await evening.host()).place)) <= 1
    again = await evening.series.repeat(await evening.host(), 1)
    assert again.anew


async def test_it_outlives_its_host(evening: Evening) -> None:
    await repeated(evening)
    await finished(evening, 1)
    async with evening.db.write() as tx:
        await series.change(tx, series.SeriesId(1), host=None)
    await evening.wait(days=3)
    assert await starts(evening) == [FIRST + timedelta(days=7)]
