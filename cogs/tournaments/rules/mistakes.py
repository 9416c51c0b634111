"""How often an event went wrong, from its whole log: figures of the event, never of a person.

A match counts once. Walkovers, byes and annulled matches are in neither number.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from statistics import median
from typing import Any, Final

from cogs.tournaments.rules import events
from cogs.tournaments.rules.board import DUEL
from cogs.tournaments.rules.bracket import NOBODY, MatchId

LATE: Final = timedelta(minutes=10)  # after the call
PAUSED, RESUMED = "event_paused", "event_resumed"
_RESULTS: Final = (events.Confirmed, events.AutoConfirmed, events.Ruled)
_SETTLING: Final = (*_RESULTS, events.Forfeited, events.DoubleForfeited)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the log, as far as it matters here."""

    at: datetime
    kind: str
    payload: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Mistakes:
    played: int  # matches
    wrong: int  # of these: reopened, overruled once confirmed, or rightly disputed
    waits: tuple[float, ...] = ()  # minutes that each dispute waited for its ruling
    late: int = 0  # matches that started more than ten minutes after their call

    @property
    def rate(self) -> float:
        return self.wrong / self.played if self.played else 0.0

    @property
    def wait(self) -> float | None:
        """The median minutes that a dispute waited; None where there was none."""
        return median(self.waits) if self.waits else None


def together(several: Iterable[Mistakes]) -> Mistakes:
    """Several events as one."""
    known = tuple(several)
    return Mistakes(
        sum(each.played for each in known),
        sum(each.wrong for each in known),
        tuple(wait for each in known for wait in each.waits),
        sum(each.late for each in known),
    )


def mistakes(log: Iterable[Line]) -> Mistakes:
    """What the whole log of an event says."""
    history = _History()
    for line in log:
        history.read(line)
    played = history.played()
    return Mistakes(
        len(played),
        len(played & history.wrong),
        tuple(history.waits),
        len(played & history.late()),
    )


@dataclass(slots=True)
class _History:
    wrong: set[MatchId] = field(default_factory=set)
    waits: list[float] = field(default_factory=list)
    _steps: list[events.Step] = field(default_factory=list)
    _settled: set[MatchId] = field(default_factory=set)
    _claims: dict[MatchId, events.Reported] = field(default_factory=dict)
    _disputed: dict[MatchId, datetime] = field(default_factory=dict)
    _called: dict[MatchId, datetime] = field(default_factory=dict)
    _started: dict[MatchId, datetime] = field(default_factory=dict)
    _arrived: dict[MatchId, set[int]] = field(default_factory=dict)
    _pauses: list[tuple[datetime, datetime]] = field(default_factory=list)
    _since: datetime | None = None

    def read(self, line: Line) -> None:
        if line.kind == PAUSED:
            self._since = line.at
        elif line.kind == RESUMED and self._since is not None:
            self._pauses.append((self._since, line.at))
            self._since = None
        if line.kind not in events.KINDS:
            return
        step = events.unpack(line.kind, line.payload)
        if isinstance(step, events.Undone):
            self._undone(step, line.at)
            return
        self._steps.append(step)
        if isinstance(step, events.OfMatch):
            self._start(step, line.at)
            self._judge(step, line.at)

    def played(self) -> set[MatchId]:
        """Settled in the end, by a result of its own."""
        return {
            step.match
            for step in self._steps
            if isinstance(step, _RESULTS) or (isinstance(step, events.Reported) and _given(step))
        }

    def late(self) -> set[MatchId]:
        return {
            match
            for match, at in self._started.items()
            if match in self._called and self._between(self._called[match], at) > LATE
        }

    def _undone(self, undone: events.Undone, at: datetime) -> None:
        gone = [self._steps[position] for position in undone.positions]
        self._steps = [
            step for at_, step in enumerate(self._steps) if at_ not in set(undone.positions)
        ]
        first = gone[0]
        if isinstance(first, events.OfMatch) and first.match in self._settled:
            self.wrong.add(first.match)
        # What falls with it was not wrong: it has to be played again, that is all.
        for match in {step.match for step in gone if isinstance(step, events.OfMatch)}:
            self._settled.discard(match)
            self._answered(match, at)

    def _start(self, step: events.OfMatch, at: datetime) -> None:
        """The first call and the first game count: what is played again has started before."""
        match step:
            case events.Called(match):
                self._called.setdefault(match, at)
            case events.Arrived(match, sides, by):
                there = self._arrived.setdefault(match, set())
                there.add(by)
                if there.issuperset(sides):
                    self._started.setdefault(match, at)
            case events.Reported(match):
                self._started.setdefault(match, at)

    def _judge(self, step: events.OfMatch, at: datetime) -> None:
        match step:
            case events.Reported():
                self._claims[step.match] = step
                if _given(step):
                    self._settled.add(step.match)
            case events.Disputed():
                self._disputed[step.match] = at
            case events.Ruled():
                claim = self._claims.get(step.match)
                upheld = step.match in self._disputed and _otherwise(claim, step)
                if upheld or step.match in self._settled:
                    self.wrong.add(step.match)
        if isinstance(step, _SETTLING):
            self._settled.add(step.match)
            self._answered(step.match, at)

    def _answered(self, match: MatchId, at: datetime) -> None:
        since = self._disputed.pop(match, None)
        if since is not None:
            self.waits.append(self._between(since, at) / timedelta(minutes=1))

    def _between(self, one: datetime, other: datetime) -> timedelta:
        """The time between two moments, without that during which nothing ran."""
        still = sum((_overlap(pause, one, other) for pause in self._pauses), timedelta())
        return other - one - still


def _otherwise(claim: events.Reported | None, ruled: events.Ruled) -> bool:
    """Whether staff decided something else than had been reported."""
    if claim is None or claim.winner != ruled.winner or claim.order != ruled.order:
        return True
    return ruled.score is not None and claim.score != ruled.score


def _given(step: events.Reported) -> bool:
    """The loser's own word, which needs no second one."""
    return len(step.sides) == DUEL and step.winner not in (step.by, NOBODY)


def _overlap(pause: Sequence[datetime], one: datetime, other: datetime) -> timedelta:
    return max(min(pause[1], other) - max(pause[0], one), timedelta())
