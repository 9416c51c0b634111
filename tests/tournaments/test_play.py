"""Stories of single matches: who may say what, when, and what follows from it."""

from datetime import timedelta

import pytest

from cogs.tournaments.rules import commands, events, refusals
from cogs.tournaments.rules.board import Ending, Stage
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.moves import begin
from cogs.tournaments.rules.play import apply, decide, foresee
from cogs.tournaments.rules.setup import Setup
from cogs.tournaments.rules.standings import placement_of, placements
from cogs.tournaments.rules.state import State
from tests.tournaments.players import played, settled, told

FIRST, SECOND, FINAL, THIRD = map(MatchId, ("W1.1", "W1.2", "W2.1", "P1.1"))


@pytest.fixture
def four() -> State:
    """1 meets 4, 2 meets 3."""
    return begin(Setup(4))


def stage(state: State, match: MatchId) -> Stage:
    return state.match(match).stage


def test_a_match_goes_from_waiting_to_settled_by_every_stage(four: State) -> None:
    assert stage(four, FINAL) is Stage.WAITING
    assert stage(four, FIRST) is Stage.OPEN
    four = told(four, commands.Call(FIRST))
    assert stage(four, FIRST) is Stage.CALLED
    assert four.match(FIRST).absent == (1, 4)
    four = told(four, commands.Arrive(FIRST, 4))
    assert four.match(FIRST).absent == (1,)
    assert decide(four, commands.Arrive(FIRST, 4)) == ()  # said twice is said once
    four = told(four, commands.Arrive(FIRST, 1))
    assert stage(four, FIRST) is Stage.LIVE
    four = told(four, commands.Report(FIRST, by=1, winner=1, score=(2, 1)))
    assert stage(four, FIRST) is Stage.REPORTED
    four = told(four, commands.Confirm(FIRST, by=4))
    assert stage(four, FIRST) is Stage.SETTLED
    result = four.match(FIRST).result
    assert result is not None
    assert (result.winner, result.loser, result.score) == (1, 4, (2, 1))
    assert four.match(FINAL).sides == (1, None)


def test_the_loser_is_believed_at_once(four: State) -> None:
    four = told(four, commands.Report(FIRST, by=4, winner=1))
    assert stage(four, FIRST) is Stage.SETTLED


def test_silence_is_a_yes_once_the_clock_says_so(four: State) -> None:
    four = told(four, commands.Report(FIRST, by=1, winner=1))
    four = told(four, commands.AutoConfirm(FIRST))
    assert stage(four, FIRST) is Stage.SETTLED
    with pytest.raises(refusals.AlreadySettled):  # a timer that rings twice changes nothing
        decide(four, commands.AutoConfirm(FIRST))


def test_two_reports_that_agree_settle_and_two_that_differ_are_for_staff(four: State) -> None:
    four = told(four, commands.Report(FIRST, by=1, winner=1))
    assert decide(four, commands.Report(FIRST, by=4, winner=1)) == (
        events.Confirmed(FIRST, (1, 4), by=4),
    )
    four = told(four, commands.Report(FIRST, by=4, winner=4))
    assert stage(four, FIRST) is Stage.DISPUTED
    for again in (commands.Confirm(FIRST, 4), commands.Report(FIRST, by=1, winner=1)):
        with pytest.raises(refusals.InDispute):
            decide(four, again)
    four = told(four, commands.Rule(FIRST, 4, (0, 2)))
    result = four.match(FIRST).result
    assert result is not None
    assert (result.winner, result.ending, result.score) == (4, Ending.RULED, (0, 2))


def test_neighbours_play_on_during_a_dispute(four: State) -> None:
    four = told(four, commands.Report(FIRST, by=1, winner=1))
    four = told(four, commands.Dispute(FIRST, by=4))
    four = settled(four, SECOND, 2)
    assert stage(four, SECOND) is Stage.SETTLED


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (commands.Report(FINAL, by=1, winner=1), refusals.NotOpen),
        (commands.Report(FIRST, by=2, winner=2), refusals.NotPlaying),
        (commands.Report(FIRST, by=1, winner=2), refusals.NotPlaying),
        (commands.Report(FIRST, by=0, winner=0), refusals.NotPlaying),
        (commands.Report(MatchId("W9.9"), by=1, winner=1), refusals.UnknownMatch),
        (commands.Report(FIRST, by=1, winner=1, score=(1, 2)), refusals.BadScore),
        (commands.Report(FIRST, by=1, winner=1, score=(1, 1)), refusals.BadScore),
        (commands.Report(FIRST, by=1, winner=1, score=(1, -1)), refusals.BadScore),
        (commands.Arrive(FIRST, 1), refusals.NotOpen),
        (commands.Confirm(FIRST, 1), refusals.NothingReported),
        (commands.Dispute(FIRST, 1), refusals.NothingReported),
        (commands.AutoConfirm(FINAL), refusals.NotOpen),
        (commands.Call(FINAL), refusals.NotOpen),
        (commands.Rule(FIRST, 2), refusals.NotPlaying),
        (commands.Forfeit(FIRST, 2), refusals.NotPlaying),
        (commands.DoubleForfeit(FINAL), refusals.NotOpen),
        (commands.Withdraw(9), refusals.UnknownEntrant),
        (commands.Reinstate(1), refusals.NotWithdrawn),
        (commands.JoinLate(5), refusals.NoSeat),
        (commands.Undo(), refusals.NothingToUndo),
        (commands.Undo(0), refusals.NothingToUndo),
        (commands.Reopen(FIRST), refusals.NothingReported),
        (commands.TakeBack(FIRST, 1), refusals.NothingReported),
    ],
)
def test_what_cannot_be_done_now_is_refused(
    four: State, command: commands.Command, why: type[refusals.PlayRefusal]
) -> None:
    with pytest.raises(why):
        decide(four, command)


def test_nobody_answers_their_own_report_or_reports_twice(four: State) -> None:
    four = told(four, commands.Report(FIRST, by=1, winner=1))
    with pytest.raises(refusals.OwnReport):
        decide(four, commands.Confirm(FIRST, by=1))
    with pytest.raises(refusals.AlreadyReported):
        decide(four, commands.Report(FIRST, by=1, winner=1))
    with pytest.raises(refusals.AlreadyReported):
        decide(four, commands.Call(FIRST))


def test_a_match_is_called_once(four: State) -> None:
    with pytest.raises(refusals.AlreadyCalled):
        decide(told(four, commands.Call(FIRST)), commands.Call(FIRST))


def test_in_a_best_of_three_the_score_is_that_of_a_match_played_out() -> None:
    state = begin(Setup(2, best_of=3))
    assert told(state, commands.Report(FIRST, by=1, winner=1, score=(2, 1))).open
    for score in ((1, 0), (3, 1), (2, 2)):
        with pytest.raises(refusals.BadScore):
            decide(state, commands.Report(FIRST, by=1, winner=1, score=score))


def test_whoever_does_not_come_loses_and_still_plays_for_third_place(four: State) -> None:
    four = told(four, commands.Forfeit(FIRST, 1))
    four = settled(four, SECOND, 2)
    assert four.match(FINAL).sides == (4, 2)
    assert four.match(THIRD).sides == (1, 3)
    result = four.match(FIRST).result
    assert result is not None
    assert result.ending is Ending.FORFEIT
    assert not result.played


def test_after_a_double_forfeit_whoever_would_have_met_the_winner_passes(four: State) -> None:
    four = told(four, commands.DoubleForfeit(FIRST))
    four = settled(four, SECOND, 3)
    assert four.champion == 3
    assert four.done
    third = four.match(THIRD).result
    assert third is not None
    assert (third.winner, third.ending) == (2, Ending.WALKOVER)
    assert {one.entrant for one in placements(four) if one.withdrawn} == {1, 4}


def test_whoever_leaves_gives_walkovers_and_keeps_their_results() -> None:
    state = settled(settled(begin(Setup(8)), "W1.1", 1), "W1.2", 4)
    state = told(state, commands.Withdraw(1))
    assert state.match(MatchId("W1.1")).result
    walkover = state.match(MatchId("W2.1")).result
    assert walkover is not None
    assert (walkover.winner, walkover.ending) == (4, Ending.WALKOVER)
    assert state.match_of(1) is None
    with pytest.raises(refusals.AlreadyOut):
        decide(state, commands.Withdraw(1))
    state = played(state)
    assert state.done
    assert placement_of(state, 1).withdrawn


def test_when_everybody_leaves_it_ends_without_a_champion() -> None:
    state = begin(Setup(5))
    for entrant in (3, 1, 5, 2):
        state = told(state, commands.Withdraw(entrant))
    assert state.done
    assert state.champion == 4
    state = told(begin(Setup(2)), commands.DoubleForfeit(FIRST))
    assert state.done
    assert state.champion is None


def test_somebody_who_left_comes_back_until_play_has_gone_on(four: State) -> None:
    gone = told(four, commands.Withdraw(4))
    assert told(gone, commands.Reinstate(4)) == four
    gone = settled(settled(gone, SECOND, 2), FINAL, 1)
    with pytest.raises(refusals.TooLate):
        decide(gone, commands.Reinstate(4))


def test_an_undo_takes_what_no_longer_fits_and_keeps_the_rest() -> None:
    state = begin(Setup(8))
    for match, winner in (("W1.1", 1), ("W1.2", 4), ("W1.3", 2), ("W2.1", 1), ("W1.4", 3)):
        state = settled(state, match, winner)
    seen = foresee(state, commands.Reopen(MatchId("W1.2")))
    assert seen.replayed == ("W1.2", "W2.1")
    assert seen.kept == 3
    assert seen.people == (1, 4, 5)
    after = told(state, commands.Reopen(MatchId("W1.2")))
    assert [match.id for match in after.open] == ["W1.2", "W2.2"]
    assert after.match(MatchId("W2.1")).sides == (1, None)
    # The same winner again, and the match after it can be played again.
    assert settled(after, "W1.2", 4).match(MatchId("W2.1")).sides == (1, 4)


def test_staff_corrects_a_score_and_nothing_else_changes(four: State) -> None:
    four = settled(settled(settled(four, FIRST, 1), SECOND, 2), FINAL, 1)
    corrected = told(four, commands.Rule(FIRST, 1, (2, 1)))
    result = corrected.match(FIRST).result
    assert result is not None
    assert (result.score, result.ending) == ((2, 1), Ending.PLAYED)
    assert corrected.match(FINAL) == four.match(FINAL)
    with pytest.raises(refusals.AlreadySettled):  # another winner is an undo, with its preview
        decide(four, commands.Rule(FIRST, 4))


def test_one_takes_back_ones_own_report_and_nobody_elses(four: State) -> None:
    reported = told(four, commands.Report(FIRST, by=1, winner=1))
    assert told(reported, commands.TakeBack(FIRST, by=1)) == four
    with pytest.raises(refusals.OthersReport):
        decide(reported, commands.TakeBack(FIRST, by=4))
    confirmed = told(reported, commands.Confirm(FIRST, by=4))
    soon, late = (commands.Facts(timedelta(minutes=m)) for m in (9, 11))
    (event,) = decide(confirmed, commands.TakeBack(FIRST, by=1), soon)
    assert apply(confirmed, event) == four
    with pytest.raises(refusals.TooLate):
        decide(confirmed, commands.TakeBack(FIRST, by=1), late)
    gone_on = told(settled(confirmed, SECOND, 2), commands.Report(FINAL, by=1, winner=1))
    with pytest.raises(refusals.TooLate):
        decide(gone_on, commands.TakeBack(FIRST, by=1), soon)


def test_a_latecomer_takes_the_bye_of_the_lowest_seed_that_has_not_begun() -> None:
    state = begin(Setup(5))  # byes for 1, 2 and 3; 2 meets 3 in W2.2
    assert decide(state, commands.JoinLate(6)) == (events.JoinedLate(6, against=3),)
    with pytest.raises(refusals.NotNext):
        decide(state, commands.JoinLate(7))
    state = told(state, commands.Report(MatchId("W2.2"), by=3, winner=2))
    assert decide(state, commands.JoinLate(6)) == (events.JoinedLate(6, against=1),)
    state = told(state, commands.JoinLate(6))
    assert state.match(MatchId("W1.1")).sides == (1, 6)
    assert state.match(MatchId("W2.2")).result
    with pytest.raises(refusals.NoSeat):
        decide(state, commands.JoinLate(7))


def test_a_player_finds_their_one_match_whatever_happened_to_it(four: State) -> None:
    assert [match.id for e in (1, 2) if (match := four.match_of(e))] == [FIRST, SECOND]
    four = settled(four, FIRST, 1)
    assert [match.id for e in (1, 4) if (match := four.match_of(e))] == [FINAL, THIRD]
    with pytest.raises(refusals.UnknownEntrant):
        four.match_of(5)
    assert played(four).match_of(1) is None


def test_fewer_than_two_or_more_than_4096_cannot_start() -> None:
    for entrants in (-1, 0, 1):
        with pytest.raises(refusals.TooFew):
            begin(Setup(entrants))
    with pytest.raises(refusals.TooMany):
        begin(Setup(4097))


def test_an_event_that_does_not_fit_is_our_fault(four: State) -> None:
    for event in (
        events.Reported(FIRST, (1, 3), by=1, winner=1),  # others play here now
        events.Confirmed(FIRST, (1, 4), by=4),
        events.Withdrawn(9),
        events.JoinedLate(5, against=1),
        events.Called(MatchId("W9.9"), (1, 4)),
    ):
        with pytest.raises(ValueError, match="does not fit"):
            apply(four, event)
    with pytest.raises(ValueError, match="colour"):
        events.unpack("withdrawn", {"entrant": 1, "colour": 2})


def test_no_payload_has_room_for_a_name() -> None:
    numbers = {"by", "winner", "entrant", "against", "seat", "ticket", "one", "other", "round"}
    numbers |= {"sides", "score", "order", "tickets", "pairs", "bye", "cost", "bound", "positions"}
    for kind in events.KINDS.values():
        assert set(kind.__dataclass_fields__) <= numbers | {"match", "proof"}
