"""What people complain of elsewhere, one promise for each: the pains that are the rules' own.

The others, late notices and silent matches among them, are the service's.
"""

import pytest

from cogs.tournaments.rules import commands, events, refusals
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.elimination import GrandFinal
from cogs.tournaments.rules.moves import begin
from cogs.tournaments.rules.play import decide, foresee
from cogs.tournaments.rules.setup import Cut, Format, Setup
from cogs.tournaments.rules.standings import placements
from cogs.tournaments.rules.state import State
from cogs.tournaments.rules.tiebreaks import SWISS, Tiebreak
from tests.tournaments.players import RULES, facts, played, told


def ruled(state: State, **winners: int) -> State:
    """`W1_2=3`: 3 won W1.2."""
    for match, winner in winners.items():
        state = told(state, commands.Rule(MatchId(match.replace("_", ".")), winner))
    return state


def double(entrants: int, **options: object) -> State:
    return begin(Setup(entrants, Format.DOUBLE_ELIMINATION, **options))  # type: ignore[arg-type]


def swiss(entrants: int, rounds: int) -> State:
    return begin(Setup(entrants, Format.SWISS, rounds=rounds))


def a_round(state: State) -> State:
    """Paired, and won by the better seeds."""
    state = told(state, commands.Pair())
    for match in state.open:
        state = told(state, commands.Rule(match.id, min(match.playing)))
    return state


def test_pain_01_wrong_score_is_undone_with_preview() -> None:
    state = ruled(double(4), W1_1=1, W1_2=2, L1_1=4, W2_1=1)
    seen = foresee(state, commands.Reopen(MatchId("W1.1")))
    assert seen.replayed == ("W1.1", "W2.1", "L1.1")
    assert seen.kept == 1  # the other first match stands, played on or not
    assert seen.people == (1, 2, 3, 4)
    after = told(state, commands.Reopen(MatchId("W1.1")))
    assert after == seen.outcome
    corrected = ruled(after, W1_1=4)
    assert corrected.match(MatchId("W2.1")).sides == (4, 2)
    assert corrected.match(MatchId("L1.1")).sides == (1, 3)


def test_pain_01_a_round_already_paired_stays_unless_it_is_to_be_paired_again() -> None:
    state = told(a_round(swiss(4, 3)), commands.Pair())
    first = state.board[0].id
    kept = told(state, commands.Reopen(first))
    assert len(kept.rounds) == 2
    assert [match.id for match in kept.open] == [first, "S2.1", "S2.2"]
    again = told(state, commands.Reopen(first, again=True))
    assert [match.id for match in again.open] == [first]
    assert len(again.rounds) == 1


def test_pain_02_one_withdrawal_reaches_both_brackets_and_every_stage() -> None:
    state = told(ruled(double(4), W1_1=1), commands.Withdraw(4))
    state = ruled(state, W1_2=3)
    assert state.match(MatchId("L1.1")).result == ruled(state).match(MatchId("L1.1")).result
    assert state.match(MatchId("L1.1")).result.winner == 2  # type: ignore[union-attr]
    assert told(told(double(4), commands.Withdraw(4)), commands.Reinstate(4)) == double(4)

    groups = begin(Setup(4, Format.ROUND_ROBIN, groups=2, cut=Cut(2)))
    through = told(played_groups(groups), commands.DrawPlayoffs())
    left = told(through, commands.Withdraw(1))
    assert all(1 not in match.playing for match in left.open)


def played_groups(state: State) -> State:
    while state.open:
        state = told(state, commands.Rule(state.open[0].id, min(state.open[0].playing)))
    return state


def test_pain_02_when_neither_comes_both_go_and_nobody_waits() -> None:
    state = told(double(4), commands.DoubleForfeit(MatchId("W1.1")))
    state = ruled(state, W1_2=2)
    assert state.match(MatchId("W2.1")).result.winner == 2  # type: ignore[union-attr]
    state = ruled(played(state))
    assert state.champion == 2
    gone = [one for one in placements(state) if one.entrant in {1, 4}]
    assert all(one.withdrawn and (one.rank, one.last) == (3, 4) for one in gone)


def test_pain_02_who_left_a_swiss_keeps_their_points_and_may_come_back() -> None:
    state = told(told(swiss(4, 3), commands.Pair()), commands.Withdraw(4))
    state = a_round(ruled(state, S1_1=1))
    assert all(4 not in match.sides for match in state.board if match.id.startswith("S2"))
    assert decide(state, commands.Reinstate(4)) == (events.Reinstated(4),)
    back = told(state, commands.Reinstate(4))
    assert back.matches == state.matches
    assert 4 in back.active
    assert any(4 in match.sides for match in told(back, commands.Pair()).open)


def test_pain_03_somebody_late_takes_a_bye_and_nobody_else_notices() -> None:
    state = ruled(double(6), W1_2=4)
    late = told(state, commands.JoinLate(7))
    assert late.match(MatchId("W1.3")).sides == (2, 7)
    assert {*late.matches} - {*state.matches} == {"W1.3", "L1.2"}
    assert late.match(MatchId("W1.2")) == state.match(MatchId("W1.2"))


def test_pain_03_a_swiss_takes_latecomers_until_half_of_it_is_paired() -> None:
    state = a_round(swiss(4, 4))
    late = told(state, commands.JoinLate(5))
    assert 5 in late.active
    state = told(state, commands.Pair())
    with pytest.raises(refusals.NoSeat):
        told(state, commands.JoinLate(5))


def test_pain_03_nobody_slips_into_play_offs_that_are_drawn() -> None:
    setup = Setup(6, Format.ROUND_ROBIN, groups=2, cut=Cut(3))
    state = told(played_groups(begin(setup)), commands.DrawPlayoffs())
    assert state.graph.byes
    with pytest.raises(refusals.NoSeat):
        told(state, commands.JoinLate(7))


def test_pain_04_a_bye_is_no_match_in_either_bracket() -> None:
    for entrants in range(2, 40):
        state = double(entrants)
        first = [match for match in state.matches.values() if match.id.startswith("W1.")]
        assert len(first) == entrants - len(state.graph.seats) // 2
        for match in played(state, RULES["anti"]).matches.values():
            assert match.result
            assert match.result.loser


def test_pain_05_any_number_from_two_on_plays_a_double_elimination() -> None:
    assert [len(double(2).matches), len(double(3).matches)] == [1, 4]
    assert played(double(2)).champion == 1
    for entrants in (3, 5, 6, 7, 100):
        state = played(double(entrants), RULES["h1"])
        assert len(state.matches) in {2 * entrants - 2, 2 * entrants - 1}


def test_pain_06_the_second_final_is_there_only_if_the_first_asks_for_it() -> None:
    final = ruled(double(4), W1_1=1, W1_2=2, W2_1=1, L1_1=3, L2_1=2)
    assert "G2.1" not in final.matches
    assert not final.done
    assert ruled(final, G1_1=1).champion == 1
    assert "G2.1" not in ruled(final, G1_1=1).matches
    again = ruled(final, G1_1=2)
    assert (again.champion, again.match(MatchId("G2.1")).sides) == (None, (1, 2))
    assert ruled(again, G2_1=2).champion == 2
    undone = told(ruled(again, G2_1=2), commands.Reopen(MatchId("G1.1")))
    assert "G2.1" not in undone.matches


@pytest.mark.parametrize(("grand_final", "finals"), [("single", ["G1.1"]), ("none", [])])
def test_pain_06_a_final_may_be_played_once_or_not_at_all(
    grand_final: str, finals: list[str]
) -> None:
    state = played(double(8, grand_final=GrandFinal(grand_final)), RULES["anti"])
    assert [at for at in state.matches if at.startswith("G")] == finals
    best = placements(state)
    assert best[0].entrant == state.champion
    assert [(one.rank, one.last) for one in best[:3]] == [(1, 1), (2, 2), (3, 3)]


def test_pain_07_losers_of_one_match_are_kept_apart_as_long_as_can_be() -> None:
    """With the optimal masks nobody of 64 can meet again before the seventh losers' round."""
    state = double(64)
    before: dict[frozenset[int], str] = {}
    again = []
    while state.open:
        match = state.open[0]
        pair = frozenset(match.playing)
        if pair in before and match.id.startswith("L"):
            again.append(match.id)
        before[pair] = match.id
        state = told(state, commands.Rule(match.id, max(pair)))
    assert all(int(at[1:].split(".")[0]) >= 7 for at in again)


def test_pain_08_a_swiss_says_what_it_could_not_avoid_and_proves_it() -> None:
    state = swiss(5, 4)
    for _ in range(4):
        (paired,) = decide(state, commands.Pair(), facts(state))
        assert isinstance(paired, events.RoundPaired)
        assert paired.proof in {"bound", "matching"}
        assert paired.cost[:2] == (0, 0)  # no rematch, and no second bye
        assert paired.cost >= paired.bound
        state = a_round(state)
    assert {each.bye for each in state.rounds} <= set(state.entrants)
    assert len({each.bye for each in state.rounds}) == 4


def test_pain_09_tie_breaks_are_a_list_fixed_before_the_start() -> None:
    state = a_round(a_round(swiss(6, 2)))
    rows = placements(state)
    assert all(tuple(row.values) == tuple(k for k in SWISS if k in row.values) for row in rows)
    assert rows[0].values[Tiebreak.POINTS] == 4
    with pytest.raises(refusals.BadTiebreaks):
        begin(Setup(4, Format.SWISS, tiebreaks=(Tiebreak.POINTS,)))
