"""A Quiz Éclair: five questions, everybody in the window scores, nobody ever loses a point."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from cogs.challenges.rules.refusals import NotOpenYet, TooFewQuestions, TooLate

QUESTIONS = 5
RIGHT = 10
BANDS = ((8, 2), (16, 1))  # seconds of a 25-second window, and what speed adds up to there
FULL_WINDOW = 25
TOO_QUICK = 0.6  # seconds: nobody reads that fast. Noted, not punished
REST = timedelta(days=30)  # a question does not come back sooner
XP_PER_DAY = 100
PAUSE = timedelta(seconds=12)  # to read why, before the next question
GRACE = timedelta(seconds=2)  # for answers that are on their way when a window closes
PATIENCE = timedelta(seconds=60)  # for a post that is not confirmed, before it is tried again
TRIES = 3
WEEK = timedelta(days=7)  # what is kept of those who did not say that they are 15 or older
YEAR = timedelta(days=365)  # of everybody else's XP


class State(StrEnum):
    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"
    JUDGED = "judged"
    ARCHIVED = "archived"


_AFTER = dict(zip(State, list(State)[1:], strict=False))


@dataclass(frozen=True, slots=True)
class Life:
    """Where a round stands. It only ever moves forward, one step at a time."""

    state: State = State.PLANNED
    position: int = 1  # the question on stage, from 1

    @property
    def is_live(self) -> bool:
        """Whether a question is, or may yet be, on stage."""
        return self.state in (State.PLANNED, State.OPEN)

    def to(self, state: State) -> "Life":
        if _AFTER.get(self.state) is not state:
            raise ValueError(f"A round goes from {self.state} to {_AFTER.get(self.state)}.")
        return replace(self, state=state)

    def end(self) -> "Life":
        """Over, by whatever steps are left before it is judged."""
        return replace(self, state=State.JUDGED)

    def next_question(self) -> "Life | None":
        """The same round one question on; None after the last."""
        if self.state is not State.OPEN:
            raise ValueError("Only an open round has another question.")
        return replace(self, position=self.position + 1) if self.position < QUESTIONS else None


@dataclass(frozen=True, slots=True)
class Window:
    """When answers to a question count. It starts when the platform has confirmed the post."""

    opened: datetime
    delay: float = 0.0  # seconds that viewers see behind: window and bands grow by as much
    seconds: float = FULL_WINDOW

    @property
    def closes(self) -> datetime:
        return self.opened + timedelta(seconds=self.seconds + self.delay)

    def took(self, at: datetime) -> float:
        """Seconds from the confirmed post. Raises `NotOpenYet` or `TooLate` outside the window."""
        if at < self.opened:
            raise NotOpenYet
        if at > self.closes:
            raise TooLate
        return (at - self.opened).total_seconds()


@dataclass(frozen=True, slots=True)
class Mark:
    """What one answer is worth."""

    points: int
    right: bool
    flagged: bool = False  # quicker than anybody reads


def mark(chosen: int, right: int, took: float, window: Window) -> Mark:
    """An answer within the window: a function of the answer alone, whoever came before."""
    flagged = took < TOO_QUICK
    if chosen != right:
        return Mark(0, right=False, flagged=flagged)
    return Mark(RIGHT + speed_bonus(took, window), right=True, flagged=flagged)


def mark_untimed(chosen: int, right: int) -> Mark:
    """The same question with all the time in the world: the same points but the speed bonus."""
    return Mark(RIGHT if chosen == right else 0, right=chosen == right)


def speed_bonus(took: float, window: Window) -> int:
    """2, 1 or 0. The bands grow with the window, and start behind the stream's delay."""
    scale = window.seconds / FULL_WINDOW
    for limit, bonus in BANDS:
        if took <= limit * scale + window.delay:
            return bonus
    return 0


def share(right: Iterable[bool]) -> int | None:
    """How many answers in a hundred were right; None where nobody answered."""
    counted = list(right)
    return round(100 * sum(counted) / len(counted)) if counted else None


def credit(points: int, earned_today: int, per_day: int = XP_PER_DAY) -> int:
    """The XP that `points` bring: never less than nothing, never beyond the day's cap."""
    return max(0, min(points, per_day - earned_today))


def level(xp: int) -> int:
    return 1 + int((max(0, xp) / 100) ** 0.5)


def rested(questions: Iterable[str], played: Mapping[str, datetime], now: datetime) -> list[str]:
    """The questions that were not played in the last 30 days."""
    return [each for each in questions if each not in played or now - played[each] >= REST]


def enough(questions: Sequence[str]) -> Sequence[str]:
    """The same questions. Raises `TooFewQuestions` if a round cannot be made of them."""
    if len(questions) < QUESTIONS:
        raise TooFewQuestions
    return questions
