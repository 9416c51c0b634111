"""The same hour every week on the clocks of a place, through both changes of the year."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.tournaments.rules.weekly import LEAST, Weekly, in_a_row

PARIS = "Europe/Paris"
ZONES = st.sampled_from([PARIS, "America/New_York", "Australia/Lord_Howe", "UTC", "Asia/Tehran"])


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[arg-type, misc]  # year to minute


def test_summer_time_moves_nothing_on_the_clock() -> None:
    friday = Weekly.of(utc(2027, 3, 26, 19, 30), PARIS)  # 20:30 in winter
    after = friday.after(utc(2027, 3, 26, 19, 30))
    assert after == utc(2027, 4, 2, 18, 30), "20:30 in summer, an hour earlier in UTC"


def test_winter_time_moves_nothing_on_the_clock() -> None:
    friday = Weekly.of(utc(2026, 10, 23, 18, 30), PARIS)
    assert friday.after(utc(2026, 10, 23, 18, 30)) == utc(2026, 10, 30, 19, 30)


def test_an_hour_that_is_left_out_is_an_hour_later_that_night() -> None:
    sunday = Weekly(PARIS, weekday=6, hour=2, minute=30)
    left_out = sunday.after(utc(2027, 3, 22, 0, 0))
    assert left_out == utc(2027, 3, 28, 1, 30)
    assert left_out.astimezone(ZoneInfo(PARIS)).hour == 3
    assert sunday.after(left_out) == utc(2027, 4, 4, 0, 30), "2:30 again"


def test_an_hour_that_comes_twice_is_meant_once() -> None:
    sunday = Weekly(PARIS, weekday=6, hour=2, minute=30)
    first = sunday.after(utc(2026, 10, 20, 0, 0))
    assert first == utc(2026, 10, 25, 0, 30)
    assert sunday.after(first) == utc(2026, 11, 1, 1, 30)


@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)),  # noqa: DTZ001 - made aware below
    ZONES,
    st.tuples(st.integers(0, 6), st.integers(0, 23), st.integers(0, 59)),
)
def test_the_next_one_is_ahead_within_a_week_and_on_its_weekday(
    at: datetime, zone: str, when: tuple[int, int, int]
) -> None:
    moment, weekly = at.replace(tzinfo=UTC), Weekly(zone, *when)
    found = weekly.after(moment)
    assert moment < found <= moment + timedelta(days=7, hours=1)
    local = found.astimezone(ZoneInfo(zone))
    shift = (local.hour - weekly.hour) * 60 + local.minute - weekly.minute
    assert (local.weekday() - weekly.weekday) % 7 in ({0} if shift >= 0 else {0, 1})
    assert 0 <= shift % 1440 <= 60, "later by the hour that is left out, at most"


@given(st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)), st.integers(-900, 900))  # noqa: DTZ001
def test_what_is_announced_late_leaves_time_to_come(at: datetime, hours: int) -> None:
    now = at.replace(tzinfo=UTC)
    starts = now + timedelta(hours=hours)
    found = Weekly.of(starts, PARIS).still_ahead(starts, now)
    assert found - now >= LEAST
    assert found >= starts


@pytest.mark.parametrize(
    ("drawn", "stalled", "many"), [(True, False, 0), (False, True, 3), (False, False, 2)]
)
def test_only_an_hour_with_too_few_there_counts(drawn: bool, stalled: bool, many: int) -> None:
    assert in_a_row(2, drawn=drawn, stalled=stalled) == many
