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

    def stand_still(self, span: timedelta, call: timedelta, report: timedelta) -> None:
        """Nothing ran for so long: every clock has as much left as it had."""
        for since, until, lasts in (
            (self.called, self.call_until, call),
            (self.reported, self.report_until, report),
        ):
            for match, at in since.items():
                until[match] = until.get(match, at + lasts) + span


def more_time(match: MatchId, clock: str, until: datetime) -> dict[str, Any]:
    """The payload of a line that gives a match more time."""
    return {"match": match, "clock": clock, "until": int(until.timestamp())}
