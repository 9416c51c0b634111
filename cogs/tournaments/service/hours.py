"""The hours of a tournament's matches, as its log tells them: called, reported, given time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from cogs.tournaments.rules.bracket import MatchId

EXTENDED: Final = "timer_extended"
CALL, REPORT = "call", "report"  # the two clocks that a match has
Moments = dict[MatchId, datetime]


@dataclass(slots=True)
class Clocks:
    """Written while a log is read."""

    called: Moments
    reported: Moments
    call_until: Moments  # more time than the rules give
    report_until: Moments

    def call(self, match: MatchId, at: datetime) -> None:
        self.called[match] = at
        self.call_until.pop(match, None)

    def report(self, match: MatchId, at: datetime) -> None:
        self.reported[match] = at
        self.report_until.pop(match, None)

    def extend(self, payload: Mapping[str, Any]) -> None:
        until = datetime.fromtimestamp(payload["until"], UTC)
        clock = self.call_until if payload["clock"] == CALL else self.report_until
        clock[MatchId(payload["match"])] = until

    def stand_still(
        self, since: datetime, until: datetime, call: timedelta, report: timedelta
    ) -> None:
        """Nothing ran in between: every clock has as much left as it had."""
        for begun, ends, lasts in (
            (self.called, self.call_until, call),
            (self.reported, self.report_until, report),
        ):
            for match, at in begun.items():
                ends[match] = ends.get(match, at + lasts) + stood(at, since, until)
        self.reported = {
            match: at + stood(at, since, until) for match, at in self.reported.items()
        }


def stood(at: datetime, since: datetime, until: datetime) -> timedelta:
    """How long a clock that was set `at` has stood still in a pause."""
    return until - max(at, since)


def more_time(match: MatchId, clock: str, until: datetime) -> dict[str, Any]:
    """The payload of a line that gives a match more time."""
    return {"match": match, "clock": clock, "until": int(until.timestamp())}
