"""The mistake rate: what counts as a mistake, once, and what does not."""

from datetime import UTC, datetime, timedelta

from cogs.tournaments.rules import commands, events
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.mistakes import Line, Mistakes, mistakes, together
from cogs.tournaments.rules.moves import begin
from cogs.tournaments.rules.play import apply, decide
from cogs.tournaments.rules.setup import Setup
from cogs.tournaments.rules.state import State

START = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
ONE, TWO, FINAL, THIRD = (MatchId(each) for each in ("W1.1", "W1.2", "W2.1", "P1.1"))


class Told:
    """An event of four, played by commands, a minute apart."""

    def __init__(self) -> None:
        self.state: State = begin(Setup(4))
        self.log: list[Line] = []
        self.at = START

    def play(self, *given: commands.Command, minutes: float = 1) -> None:
        for command in given:
            self.at += timedelta(minutes=minutes)
            for step in decide(self.state, command):
                self.state = apply(self.state, step)
                self.log.append(Line(self.at, events.kind_of(step), events.pack(step)))

    def say(self, kind: str, minutes: float = 1) -> None:
        self.at += timedelta(minutes=minutes)
        self.log.append(Line(self.at, kind, {}))

    def found(self) -> Mistakes:
        found = mistakes(self.log)
        results = [match.result for match in self.state.board]
        assert found.played == sum(bool(result and result.played) for result in results)
        return found

    def won(self, *matches: tuple[MatchId, int, int]) -> None:
        for match, loser, winner in matches:
            self.play(commands.Report(match, loser, winner))


def test_an_evening_without_a_mistake_has_none() -> None:
    told = Told()
    told.won((ONE, 4, 1), (TWO, 3, 2), (FINAL, 2, 1), (THIRD, 4, 3))
    assert told.found() == Mistakes(4, 0)


def test_a_reopened_match_counts_once_and_what_falls_with_it_does_not() -> None:
    told = Told()
    told.won((ONE, 4, 1), (TWO, 3, 2), (FINAL, 2, 1))
    for winner, loser in ((4, 1), (1, 4)):
        told.play(commands.Reopen(ONE))
        told.won((ONE, loser, winner))
    told.won((FINAL, 2, 1), (THIRD, 4, 3))
    assert told.found() == Mistakes(4, 1)


def test_a_dispute_counts_where_it_was_right() -> None:
    for ruled, wrong in ((4, 1), (1, 0)):
        told = Told()
        told.play(commands.Report(ONE, 1, 1), commands.Dispute(ONE, 4))
        told.play(commands.Rule(ONE, ruled), minutes=6)
        found = told.found()
        assert (found.played, found.wrong, found.wait) == (1, wrong, 6)


def test_staff_that_changes_a_confirmed_score_counts() -> None:
    told = Told()
    told.play(commands.Report(ONE, 1, 1), commands.Confirm(ONE, 4))
    told.play(commands.Rule(ONE, 1, (2, 0)))
    assert told.found() == Mistakes(1, 1)


def test_what_was_not_played_is_in_neither_number() -> None:
    told = Told()
    told.play(commands.Forfeit(ONE, 4), commands.Withdraw(3))
    assert told.found() == Mistakes(0, 0)
    told.play(commands.Reopen(ONE), commands.Forfeit(ONE, 4))
    assert told.found() == Mistakes(0, 0)
    assert told.found().rate == 0


def test_a_score_taken_back_before_anybody_agreed_is_no_mistake() -> None:
    told = Told()
    told.play(commands.Report(ONE, 1, 1), commands.TakeBack(ONE, 1))
    told.won((ONE, 4, 1))
    assert told.found() == Mistakes(1, 0)


def test_a_late_start_is_counted_from_the_call_and_without_the_pauses() -> None:
    told = Told()
    told.play(commands.Call(ONE), commands.Call(TWO))
    told.say("event_paused", minutes=1)
    told.say("event_resumed", minutes=9)
    told.won((ONE, 4, 1))
    told.play(commands.Report(TWO, 3, 2), minutes=12)
    assert told.found().late == 1


def test_several_events_are_counted_together() -> None:
    whole = together((Mistakes(10, 1, (3.0,), 2), Mistakes(30, 1, (5.0, 9.0), 1), Mistakes(0, 0)))
    assert whole == Mistakes(40, 2, (3.0, 5.0, 9.0), 3)
    assert (whole.rate, whole.wait) == (0.05, 5.0)
    assert together(()).wait is None
