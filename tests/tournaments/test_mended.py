"""Where repairs and formats meet: what was once wrong here, or would be easily."""

from datetime import timedelta

import pytest

from cogs.tournaments.rules import commands, events, refusals
from cogs.tournaments.rules.board import Ending, Stage
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.moves import begin
from cogs.tournaments.rules.play import apply, decide, foresee
from cogs.tournaments.rules.setup import Cut, Format, Setup
from cogs.tournaments.rules.standings import champion, placements
from cogs.tournaments.rules.state import State
from tests.tournaments.players import RULES, played, told


def at(match: str) -> MatchId:
    return MatchId(match)


def stage_played(state: State) -> State:
    """Everything but the play-offs."""
    while not state.stage_done:
        if not state.open:
            state = told(state, commands.Pair())
        for match in state.open:
            order = match.playing if match.lobby else ()
            state = told(state, commands.Rule(match.id, match.playing[0], order=order))
    return state


def test_a_lobby_of_two_gives_points_to_both() -> None:
    state = told(begin(Setup(4, Format.LOBBIES, lobby=3, rounds=1)), commands.Pair())
    assert [len(match.sides) for match in state.open] == [2, 2]
    state = stage_played(state)
    assert [one.points for one in placements(state)] == [15, 15, 12, 12]


def test_a_lobby_goes_on_without_whoever_does_not_come_until_one_is_left() -> None:
    state = told(begin(Setup(3, Format.LOBBIES, rounds=1)), commands.Pair())
    state = told(state, commands.Forfeit(at("F1.1"), 1))
    assert state.match(at("F1.1")).playing == (2, 3)
    state = told(state, commands.Withdraw(3))
    result = state.match(at("F1.1")).result
    assert result
    assert (result.winner, result.ending) == (2, Ending.WALKOVER)
    assert champion(state) == 2


def test_in_a_lobby_the_word_of_who_left_counts_without_them() -> None:
    state = told(begin(Setup(4, Format.LOBBIES, rounds=1)), commands.Pair())
    state = told(state, commands.Report(at("F1.1"), by=2, winner=4, order=(4, 2, 1, 3)))
    state = told(state, commands.Withdraw(4))
    state = told(state, commands.Confirm(at("F1.1"), by=1))
    result = state.match(at("F1.1")).result
    assert result
    assert (result.winner, result.order) == (2, (2, 1, 3))


def test_an_order_of_arrival_goes_with_the_no_show_it_was_made_without() -> None:
    state = told(begin(Setup(3, Format.LOBBIES, rounds=1)), commands.Pair())
    state = told(state, commands.Forfeit(at("F1.1"), 1))
    state = told(state, commands.Rule(at("F1.1"), 3, order=(3, 2)))
    assert foresee(state, commands.Undo(1)).positions == (1, 2)
    reopened = told(state, commands.Reopen(at("F1.1")))  # the no-show is no part of the result
    assert reopened.match(at("F1.1")).playing == (2, 3)


def test_who_is_through_may_still_leave_before_the_play_offs_are_drawn() -> None:
    state = stage_played(begin(Setup(4, Format.SWISS, rounds=2, cut=Cut(2))))
    state = told(state, commands.Withdraw(placements(state)[0].entrant))
    drawn = told(state, commands.DrawPlayoffs())
    assert state.withdrawn.isdisjoint(drawn.playoff_order)
    assert len(drawn.playoff_order) == 2


def test_a_stage_after_which_fewer_than_two_are_left_is_the_last() -> None:
    state = begin(Setup(3, Format.ROUND_ROBIN, cut=Cut(2)))
    state = stage_played(told(told(state, commands.Withdraw(3)), commands.Withdraw(1)))
    assert state.done
    assert champion(state) == 2


def test_play_offs_go_with_the_round_they_were_drawn_from() -> None:
    state = stage_played(begin(Setup(4, Format.SWISS, rounds=1, cut=Cut(4))))
    state = told(state, commands.DrawPlayoffs())
    seen = foresee(state, commands.Undo(0))
    assert seen.positions == (0, 1, 2, 3)
    assert told(state, commands.Undo(0)).open == ()
    kept = told(state, commands.Reopen(at("S1.1")))  # a result alone leaves them standing
    assert kept.in_playoffs


def test_a_draw_may_be_ruled_in_a_first_stage_whose_play_offs_are_drawn() -> None:
    setup = Setup(4, Format.ROUND_ROBIN, draws=True, cut=Cut(2))
    state = told(stage_played(begin(setup)), commands.DrawPlayoffs())
    state = told(state, commands.Reopen(at("R1.1")))
    drawn = told(state, commands.Rule(at("R1.1"), 0)).match(at("R1.1")).result
    assert drawn
    assert drawn.drawn
    with pytest.raises(refusals.NoDraws):
        told(state, commands.Rule(at("W1.1"), 0))


def test_nobody_comes_back_into_groups_whose_play_offs_are_drawn() -> None:
    setup = Setup(8, Format.ROUND_ROBIN, groups=2, cut=Cut(2))
    state = stage_played(told(begin(setup), commands.Withdraw(8)))
    state = told(state, commands.DrawPlayoffs())
    with pytest.raises(refusals.TooLate):
        told(state, commands.Reinstate(8))


def test_a_stage_does_not_start_with_options_that_cannot_be_played() -> None:
    with pytest.raises(refusals.TooFew):
        begin(Setup(4, Format.LOBBIES, lobby=1))
    with pytest.raises(refusals.BadPoints):
        begin(Setup(4, Format.LOBBIES, points=(1, 3)))
    with pytest.raises(refusals.TooMany):
        begin(Setup(4096, Format.ROUND_ROBIN))


def test_pairs_made_by_hand_name_everybody_once() -> None:
    state = begin(Setup(5, Format.LOBBIES, lobby=3))
    for wrong in (((1, 2), (3, 4)), ((1,), (2, 3, 4, 5)), ((1, 2, 3), (3, 4, 5))):
        with pytest.raises(refusals.BadPairs):
            told(state, commands.Pair(wrong))
    assert len(told(state, commands.Pair(((1, 2), (3, 4, 5)))).open) == 2


def test_an_undo_leaves_nothing_behind_of_what_was_undone() -> None:
    for entrants in (2, 3, 8, 40):
        drawn = begin(Setup(entrants, Format.DOUBLE_ELIMINATION))
        ended = played(drawn)
        while ended.log:
            ended = told(ended, commands.Undo(0))
        assert ended == drawn


def arena(entrants: int) -> State:
    return told(begin(Setup(entrants, Format.ARENA)), commands.PairUp())


def test_an_undone_meeting_leaves_the_later_ones_with_their_numbers() -> None:
    state = arena(4)
    for match in state.open:
        state = told(state, commands.Rule(match.id, match.playing[0]))
    state = told(state, commands.PairUp())
    later = [match.id for match in state.open]
    assert later == ["A1.3", "A1.4"]
    state = told(state, commands.Undo(0))
    assert [match.id for match in state.open] == later
    assert "A1.1" not in state.matches
    state = told(state, commands.Rule(at("A1.3"), state.match(at("A1.3")).playing[0]))
    state = told(state, commands.Rule(at("A1.4"), state.match(at("A1.4")).playing[0]))
    assert [match.id for match in told(state, commands.PairUp()).open] == ["A1.5", "A1.6"]


def test_an_old_meeting_is_reported_anew_while_both_play_on() -> None:
    state = arena(2)
    state = told(state, commands.Rule(at("A1.1"), 1))
    state = told(told(state, commands.PairUp()), commands.Rule(at("A1.2"), 1))
    state = told(told(state, commands.Reopen(at("A1.1"))), commands.Rule(at("A1.1"), 2))
    assert [(one.entrant, one.points) for one in placements(state)] == [(1, 2), (2, 2)]


def test_at_the_bell_what_was_reported_still_counts() -> None:
    state = arena(4)
    state = told(state, commands.Report(at("A1.1"), by=1, winner=1))
    state = told(state, commands.Close())
    assert state.match(at("A1.2")).result.ending is Ending.ANNULLED  # type: ignore[union-attr]
    assert state.match(at("A1.1")).stage is Stage.REPORTED
    assert not state.done
    state = told(state, commands.AutoConfirm(at("A1.1")))
    assert state.done
    assert champion(state) == 1


def test_one_leaves_an_arena_and_is_back_without_a_match_reopened() -> None:
    state = told(arena(4), commands.Pause(1))
    assert state.match_of(1) is not None  # a break ends no match
    state = told(told(state, commands.Withdraw(1)), commands.PairUp())
    other = state.match(at("A1.2")).playing[0]
    state = told(told(state, commands.Rule(at("A1.2"), other)), commands.PairUp())
    assert decide(state, commands.Reinstate(1)) == (events.Reinstated(1),)
    again = told(told(state, commands.Reinstate(1)), commands.Resume(1))
    assert again.match(at("A1.1")).result == state.match(at("A1.1")).result
    assert 1 not in again.withdrawn


def test_when_the_winners_champion_leaves_the_losers_side_has_won() -> None:
    state = begin(Setup(4, Format.DOUBLE_ELIMINATION))
    for match, winner in (("W1.1", 1), ("W1.2", 2), ("W2.1", 1)):
        state = told(state, commands.Rule(at(match), winner))
    state = played(told(state, commands.Withdraw(1)), RULES["anti"])
    assert state.champion == 4
    assert [one.entrant for one in placements(state)] == [4, 1, 2, 3]


def test_after_a_double_forfeit_of_the_winners_final_the_others_play_for_it() -> None:
    state = begin(Setup(8, Format.DOUBLE_ELIMINATION))
    for _ in range(6):
        first = next(match for match in state.open if match.id.startswith("W"))
        state = told(state, commands.Rule(first.id, min(first.playing)))
    state = played(told(state, commands.DoubleForfeit(at("W3.1"))))
    assert state.champion == 3
    ends = {one.entrant: (one.rank, one.last) for one in placements(state)}
    assert ends[3] == (1, 1)
    assert ends[1] == ends[2] == (2, 3)


@pytest.mark.parametrize("format_", list(Format))
@pytest.mark.parametrize("entrants", [2, 3])
def test_when_everybody_leaves_it_ends_without_a_champion(format_: Format, entrants: int) -> None:
    state = begin(Setup(entrants, format_))
    for entrant in state.entrants[:-1]:
        state = told(state, commands.Withdraw(entrant))
    if state.still_in(entrants):
        state = told(state, commands.Withdraw(entrants))
        assert champion(played(state)) is None
    else:
        assert champion(state) == entrants


@pytest.mark.parametrize(
    "setup",
    [Setup(4, Format.SWISS), Setup(3, Format.ROUND_ROBIN, cut=Cut(2))],
    ids=["round", "cut"],
)
def test_what_was_made_from_a_slip_is_made_again_unless_somebody_plays_it(setup: Setup) -> None:
    soon, state = commands.Facts(timedelta(minutes=1)), begin(setup)
    if not state.open:
        state = told(state, commands.Pair())
    while len(state.open) > 1:
        state = told(state, commands.Rule(state.open[0].id, state.open[0].playing[0]))
    slip, (one, other) = state.open[0].id, state.open[0].playing
    before, state = state, told(state, commands.Report(slip, by=one, winner=other))
    state = told(state, commands.DrawPlayoffs() if setup.cut else commands.Pair())
    (undone,) = decide(state, commands.TakeBack(slip, one), soon)
    assert apply(state, undone) == before
    first, *_ = state.open
    state = told(state, commands.Report(first.id, by=first.playing[0], winner=first.playing[0]))
    with pytest.raises(refusals.TooLate):
        decide(state, commands.TakeBack(slip, one), soon)


@pytest.mark.parametrize("winner", [1, 4])
@pytest.mark.parametrize("disputed", [False, True])
def test_nobody_takes_back_what_staff_has_decided(winner: int, disputed: bool) -> None:
    state = told(begin(Setup(4)), commands.Report(at("W1.1"), by=1, winner=1))
    if disputed:
        state = told(state, commands.Dispute(at("W1.1"), by=4))
    state = told(state, commands.Rule(at("W1.1"), winner))
    for seat in (1, 4):
        with pytest.raises(refusals.AlreadySettled):
            decide(state, commands.TakeBack(at("W1.1"), by=seat), commands.Facts(timedelta(0)))
