"""Running an evening: its hours, why a host may decide a match, and what cannot be done."""

from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from cogs.tournaments.rules.names import clusters
from cogs.tournaments.rules.refusals import PlayRefusal
from cogs.tournaments.rules.templates import Template, Window
from core.errors import Refusal

SOONEST: Final = timedelta(minutes=1)
LATEST: Final = timedelta(days=60)
FIRST_COME: Final = timedelta(minutes=5)  # between the announcement and the check-in, at least
LONGEST_NAME: Final = 60
BEST_OFS: Final = frozenset((1, 3, 5, 7))


class NoneHere(Refusal):
    """There is no such tournament, here or any more."""

    key = "tournaments-none-here"


class NotInAPlace(Refusal):
    """It is done in a server or a stream, not in private."""

    key = "tournaments-not-in-a-place"


class AlreadyRehearsing(Refusal):
    """One rehearsal at a time in a place."""

    key = "series-already-rehearsing"


class NoPrivateThread(Refusal):
    """A rehearsal has nowhere to be seen by its organisers alone."""

    key = "series-no-private-thread"


class BadHour(Refusal):
    key = "tournaments-bad-hour"


class BadName(Refusal):
    key = "tournaments-bad-name"


class BadSize(Refusal):
    key = "tournaments-bad-size"


class BadBestOf(Refusal):
    key = "tournaments-bad-best-of"


class SmallerSize(Refusal):
    """Once announced it only grows: nobody loses a seat."""

    key = "games-smaller-size"


class NothingAsked(Refusal):
    """A change without anything that changes."""

    key = "games-nothing-asked"


class AlreadyAnnounced(Refusal):
    key = "games-already-announced"


class NotRunning(PlayRefusal):
    """Its matches are not being played: not yet, or not any more."""

    key = "tournaments-not-running"
    code = "not_running"


class AlreadyDrawn(PlayRefusal):
    key = "tournaments-already-drawn"
    code = "already_drawn"


class OwnMatch(PlayRefusal):
    """Nobody rules on a match of their own."""

    key = "tournaments-own-match"
    code = "own_match"


class Changed(PlayRefusal):
    """Since the preview was shown, what it is about has become something else."""

    key = "repairs-changed"
    code = "changed"


class AlreadyUndone(PlayRefusal):
    key = "repairs-already-undone"
    code = "already_undone"


class NoClock(PlayRefusal):
    """Nothing is waited for, so there is no time to give."""

    key = "repairs-no-clock"
    code = "no_clock"


class Standstill(PlayRefusal):
    """The event is paused."""

    key = "repairs-standstill"
    code = "standstill"


class Unreadable(Refusal):
    """What was typed as a score is not one."""

    key = "tournaments-score-unreadable"


class NobodyNamed(Refusal):
    """No name here begins with what was typed."""

    key = "chat-nobody-named"


class SeveralNamed(Refusal):
    """More than one name begins with what was typed."""

    key = "chat-several-named"


class NoMatchOfTheirs(Refusal):
    """There is no match of this person that it could be about."""

    key = "chat-no-match"


class NothingShown(Refusal):
    """A yes, and nothing was shown lately that it could be for."""

    key = "chat-nothing-shown"


class NoReason(Refusal):
    """A decision needs one of our reasons."""

    key = "chat-no-reason"


class BadHold(Refusal):
    """For the stream, a match waits a few minutes, and an hour at most."""

    key = "games-bad-hold"


class BadMinutes(Refusal):
    key = "chat-bad-minutes"


class Reason(StrEnum):
    """Why staff decides. One of these and never a free text: it is shown to both sides."""

    HEARD = "heard"  # both sides were heard
    PROOF = "proof"  # an image shows it
    ABSENT = "absent"  # somebody did not come, or left
    MISTAKE = "mistake"  # the result that stood was wrong
    CONDUCT = "conduct"  # fair play, or the lack of it
    ASKED = "asked"  # the players asked for it
    TECHNICAL = "technical"  # the game, the line or the stream failed


class Trouble(StrEnum):
    """What players tell staff of. One of these and never a free text: nobody's words are kept."""

    ABSENT = "absent"  # the other side is not there
    LOBBY = "lobby"  # the game cannot be started
    SCORE = "score"  # the score that was given is wrong
    OTHER = "other"


def hours(template: Template, now: datetime, starts: datetime) -> Window:
    """The check-in of an event announced at `now`; with little time, everything is quicker.

    Raises `BadHour` for a start that has passed, or lies too far ahead.
    """
    span = starts - now
    if not SOONEST <= span <= LATEST:
        raise BadHour
    window = template.window(starts)
    if window.opens - now >= FIRST_COME:
        return window
    closes = max(window.closes, starts - span / 6)
    return replace(window, opens=now + span / 3, closes=closes)


def event_name(raw: str) -> str:
    """A name on one line. Raises `BadName` for none, or one too long to be read on a phone."""
    name = " ".join("".join(letter for letter in raw if letter.isprintable()).split())
    if not name or len(name) > LONGEST_NAME or len(clusters(name)) > LONGEST_NAME:
        raise BadName
    return name


def best_of(asked: int) -> int:
    """Raises `BadBestOf` for a number of games that could end in a draw."""
    if asked not in BEST_OFS:
        raise BadBestOf
    return asked
