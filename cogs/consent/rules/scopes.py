"""What somebody may say yes to, at which age, and for how long."""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from enum import StrEnum

from core.errors import Refusal

AGE_STANDS = timedelta(days=30)  # before somebody may say that they are older than they said
ACCOUNT_OLD_ENOUGH = timedelta(days=7)
MEMBER_LONG_ENOUGH = timedelta(days=1)


class Scope(StrEnum):
    PLAY = "play"
    WATCH = "watch"  # a program looks at my messages, in this channel
    DM = "dm"  # the bot may write first
    STATS = "stats"
    FOLLOW_UP = "follow_up"
    TALK = "talk"
    HANDOVER = "handover"


ASKED = (Scope.WATCH, Scope.DM, Scope.FOLLOW_UP, Scope.STATS)  # the boxes of the card, in order
_FROM_THE_FLOOR = frozenset(ASKED)


class Age(StrEnum):
    """A bracket that somebody said. A date of birth is never asked."""

    UNDER_13 = "under_13"
    FROM_13 = "age_13_14"
    FROM_15 = "age_15_17"
    FROM_18 = "age_18_25"
    FROM_26 = "age_26_plus"
    UNDISCLOSED = "undisclosed"


_YOUNGEST = {
    Age.UNDER_13: 0,
    Age.FROM_13: 13,
    Age.FROM_15: 15,
    Age.FROM_18: 18,
    Age.FROM_26: 26,
    Age.UNDISCLOSED: 13,  # I4: unknown is the youngest who may use the bot at all
}
ADULT = 18


class TooYoung(Refusal):
    key = "consent-too-young"


class AgeStands(Refusal):
    """They said they were younger less than a month ago."""

    key = "consent-age-stands"


class TooNew(Refusal):
    """The account or the membership is too young for `watch` and `dm` (T-07)."""

    key = "consent-account-too-new"


class CardTooOld(Refusal):
    """What was shown is not what would be shown now, or it was not shown to this person (T-23)."""

    key = "consent-card-too-old"


def youngest(age: Age) -> int:
    return _YOUNGEST[age]


def may_give(age: Age, scope: Scope, floor: int) -> bool:
    """Whether somebody of this age may say this yes; `floor` is `age.floor`, 15 or higher."""
    if age is Age.UNDER_13:
        return False
    return scope not in _FROM_THE_FLOOR or youngest(age) >= floor


def may_say(age: Age, before: Age | None, waited: timedelta) -> bool:
    """Downward at once, upward after thirty days."""
    return before is None or youngest(age) <= youngest(before) or waited >= AGE_STANDS


def may_trust(account: timedelta, membership: timedelta) -> bool:
    """Whether an account is no newcomer made for a raid."""
    return account >= ACCOUNT_OLD_ENOUGH and membership >= MEMBER_LONG_ENOUGH


@dataclass(frozen=True, slots=True)
class Months:
    """How long each yes lasts."""

    adult: int
    minor: int
    stats: int
    follow_up: int

    def of(self, scope: Scope, age: Age) -> int | None:
        """None for what ends with the thing it was given for, not with a date."""
        lasting: Mapping[Scope, int] = {Scope.STATS: self.stats, Scope.FOLLOW_UP: self.follow_up}
        if scope in (Scope.WATCH, Scope.DM):
            return self.adult if youngest(age) >= ADULT else self.minor
        return lasting.get(scope)


def ends(given: datetime, months: int, zone: tzinfo) -> datetime:
    """When a yes of so many months is over: never later than by the sun or by the clock (I11).

    Counted once in UTC and once on the clocks of `zone`; the sooner one holds, so that no change
    of the clocks ever adds an hour.
    """
    by_sun = _later(given.astimezone(UTC), months)
    by_clock = _later(given.astimezone(zone), months).astimezone(UTC)
    return min(by_sun, by_clock)


def _later(moment: datetime, months: int) -> datetime:
    years, month = divmod(moment.month - 1 + months, 12)
    year, month = moment.year + years, month + 1
    day = min(moment.day, calendar.monthrange(year, month)[1])
    return moment.replace(year=year, month=month, day=day)
