"""What may be read in a channel, and what leads from one state to the next."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import Enum, StrEnum, auto

from core.errors import Refusal

BOT = "Maraude"  # as people call it
PURGE_AFTER = timedelta(hours=24)  # from closing a channel to forgetting it
DPIA_LASTS = 12  # months
TOLD_FROM = 10  # people who said yes, before anybody learns how many


class Mode(StrEnum):
    """What the bot reads in a channel."""

    OFF = "off"
    ADDRESSED = "addressed"  # what is written to it
    WATCH = "watch"  # and what those write who said yes


class State(StrEnum):
    ABSENT = "absent"
    NOTICE_DUE = "notice_due"
    ADDRESSED = "addressed"
    WATCH_PENDING = "watch_pending"
    WATCH = "watch"
    PAUSED = "paused"
    CLOSED = "closed"


class Act(Enum):
    OPEN = auto()
    NOTICE_SHOWN = auto()
    ASK_WATCH = auto()
    BEGIN_WATCH = auto()
    PAUSE = auto()
    CLOSE = auto()


OPEN_STATES = frozenset({State.ADDRESSED, State.WATCH_PENDING, State.WATCH})

# From `paused` there is one way back: a new notice, and from there the same steps as before.
_STEPS: Mapping[tuple[State, Act], State] = {
    (State.ABSENT, Act.OPEN): State.NOTICE_DUE,
    (State.CLOSED, Act.OPEN): State.NOTICE_DUE,
    (State.PAUSED, Act.OPEN): State.NOTICE_DUE,
    (State.NOTICE_DUE, Act.NOTICE_SHOWN): State.ADDRESSED,
    (State.ADDRESSED, Act.ASK_WATCH): State.WATCH_PENDING,
    (State.WATCH_PENDING, Act.BEGIN_WATCH): State.WATCH,
    **{(state, Act.PAUSE): State.PAUSED for state in OPEN_STATES},
    **{
        (state, Act.CLOSE): State.CLOSED
        for state in (*OPEN_STATES, State.NOTICE_DUE, State.PAUSED)
    },
}


class NotNow(Refusal):
    """The channel is not where this act could lead on from."""

    key = "consent-channel-not-now"


class AgeRestricted(Refusal):
    key = "consent-channel-age-restricted"


class TooPowerful(Refusal):
    """With the Administrator permission the bot could see what it must not: it wants less."""

    key = "consent-channel-too-powerful"


class WatchNotAllowed(Refusal):
    """In production nothing is watched before a DPIA, a DPO and Discord have agreed."""

    key = "consent-watch-not-allowed"


def after(state: State, act: Act) -> State:
    """The state that follows. Raises `NotNow`."""
    found = _STEPS.get((state, act))
    if found is None:
        raise NotNow
    return found


def mode_of(state: State) -> Mode:
    if state is State.WATCH:
        return Mode.WATCH
    return Mode.ADDRESSED if state in OPEN_STATES else Mode.OFF


def may_watch(*, dpia: str, signed: str, officer: str, permission: str, today: date) -> bool:
    """Whether everybody who must has agreed, and the assessment is under a year old (L-18)."""
    try:
        day = date.fromisoformat(signed)
    except ValueError:
        return False
    age = (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)
    return bool(dpia and officer and permission) and day <= today and age < DPIA_LASTS


def told(count: int) -> int | None:
    """How many said yes, as far as anybody may learn it: fewer than ten is not told."""
    return count if count >= TOLD_FROM else None
