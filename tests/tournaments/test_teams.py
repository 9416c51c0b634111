"""Teams: one each, a captain while anybody is left, and a seat that outlives a name."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cogs.tournaments.rules import teams as rules
from cogs.tournaments.rules.refusals import PlayRefusal
from cogs.tournaments.rules.teams import STAFF, Shape, Team, Teams, missing

DUO = Shape(least=2, most=2, substitutes=1)


def full() -> Teams:
    """Team 1: captain 10, player 11, substitute 12. Team 2: captain 20, alone."""
    return Teams(DUO).create(10).join(1, 11).join(1, 12).create(20)


def test_members_join_by_one_tap_players_first_then_substitutes() -> None:
    first, second = full().teams
    assert (first.captain, first.players, first.bench) == (10, (10, 11), (12,))
    assert first.members == (10, 11, 12)
    assert (missing(first, DUO), missing(second, DUO)) == (0, 1)
    assert full().incomplete == (second,)
    with pytest.raises(rules.TeamFull):
        full().join(1, 13)
    with pytest.raises(rules.UnknownTeam):
        full().join(3, 13)


def test_a_person_is_on_one_team_at_most() -> None:
    with pytest.raises(rules.OneTeamEach):
        full().join(2, 12)
    with pytest.raises(rules.OneTeamEach):
        full().create(11)
    with pytest.raises(rules.OneTeamEach):
        full().step_in(20, 12, agreed=True)
    moved = full().leave(11).join(2, 11)
    assert moved.team_of(11) == moved.team(2)


def test_a_closed_team_lets_in_whom_its_captain_or_staff_invited() -> None:
    closed = Teams(DUO).create(10, by_invitation=True).create(20)
    with pytest.raises(rules.ByInvitation):
        closed.join(1, 11)
    for by in (10, STAFF):
        joined = closed.invite(by, 1, 11).join(1, 11)
        assert joined.team(1).players == (10, 11)
        assert joined.team(1).invited == frozenset()
    with pytest.raises(rules.CaptainOnly):
        closed.invite(20, 1, 11)
    asked_twice = closed.invite(10, 1, 20)  # they may come once they have left their own
    assert asked_twice.leave(20).join(1, 20).team(1).players == (10, 20)


def test_only_the_captain_or_staff_changes_the_team() -> None:
    changes: list[Callable[[Teams, int], Teams]] = [
        lambda t, by: t.remove(by, 11),
        lambda t, by: t.substitute(by, 11, 12),
        lambda t, by: t.hand_over(by, 12),
        lambda t, by: t.invite(by, 1, 30),
    ]
    for change in changes:
        assert change(full(), 10) == change(full(), STAFF) != full()
        for other in (11, 20, 99):
            with pytest.raises(rules.CaptainOnly):
                change(full(), other)


def test_a_player_and_a_substitute_change_places() -> None:
    swapped = full().substitute(10, 11, 12)
    assert (swapped.team(1).players, swapped.team(1).bench) == ((10, 12), (11,))
    assert swapped.substitute(10, 12, 11) == full()
    for out, into in ((12, 11), (11, 20), (11, 99), (99, 12), (10, 11)):
        with pytest.raises(rules.NotInTeam):
            full().substitute(STAFF, out, into)


def test_when_the_captain_leaves_the_next_member_is_captain_and_the_bench_moves_up() -> None:
    left = full().leave(10)
    assert (left.team(1).captain, left.team(1).players, left.team(1).bench) == (11, (11, 12), ())
    assert left.leave(11).leave(12).team(1) == Team(1, None, ())
    with pytest.raises(rules.NotInTeam):
        left.leave(10)


def test_when_a_substitute_leaves_the_other_one_stays_on_the_bench() -> None:
    two = Teams(Shape(least=2, most=2, substitutes=2)).create(1).join(1, 2).join(1, 3).join(1, 4)
    assert (two.leave(4).team(1).players, two.leave(4).team(1).bench) == ((1, 2), (3,))


def test_a_team_that_everybody_left_keeps_its_number_and_takes_nobody() -> None:
    empty = full().leave(20)
    assert empty.team(2).captain is None
    assert empty.incomplete == ()
    with pytest.raises(rules.UnknownTeam):
        empty.join(2, 30)
    assert empty.create(30).team_of(30) == empty.create(30).team(3)


def test_whoever_was_taken_out_comes_back_by_invitation_only() -> None:
    without = full().remove(10, 11)
    assert without.team(1).players == (10, 12)
    with pytest.raises(rules.ByInvitation):
        without.join(1, 11)
    assert without.invite(10, 1, 11).join(1, 11).team(1).bench == (11,)


def test_a_captain_hands_over_to_a_member() -> None:
    assert full().hand_over(10, 12).team(1).captain == 12
    with pytest.raises(rules.NotInTeam):
        full().hand_over(10, 99)
    with pytest.raises(rules.CaptainOnly):
        full().hand_over(10, 20)


@pytest.mark.parametrize("locked", [False, True])
def test_whoever_is_forgotten_becomes_a_former_player_and_the_team_plays_on(
    locked: bool,
) -> None:
    before = full().lock() if locked else full()
    after = before.forget(10)
    assert [(seat.number, seat.ticket) for seat in after.team(1).seats] == [
        (1, None),
        (2, 11),
        (3, 12),
    ]
    assert (after.team(1).captain, after.team(1).players) == (11, (11, 12))
    assert "10" not in repr(after)
    assert before.forget(99) == before


def test_a_forgotten_person_is_in_no_invitation_either() -> None:
    invited = full().invite(20, 2, 77)
    assert "77" not in repr(invited.forget(77))


def test_a_newcomer_never_gets_a_former_players_seat() -> None:
    after = full().forget(11).join(1, 13)
    assert [(seat.number, seat.ticket) for seat in after.team(1).seats] == [
        (1, 10),
        (2, None),
        (3, 12),
        (4, 13),
    ]


def test_a_locked_roster_moves_only_for_those_who_go_and_whoever_steps_in() -> None:
    locked = full().lock()
    refused: list[Callable[[Teams], Teams]] = [
        lambda t: t.create(30),
        lambda t: t.join(2, 30),
        lambda t: t.invite(20, 2, 30),
        lambda t: t.remove(10, 11),
        lambda t: t.substitute(10, 11, 12),
        lambda t: t.substitute(STAFF, 11, 12),
    ]
    for change in refused:
        with pytest.raises(rules.RosterLocked):
            change(locked)
    gone = locked.leave(11)
    assert [seat.ticket for seat in gone.team(1).seats] == [10, None, 12]
    assert gone.team(1).players == (10, 12)
    assert locked.remove(STAFF, 11) != locked
    assert locked.hand_over(10, 11).team(1).captain == 11
    assert locked.step_in(20, 30, agreed=True).team(2).players == (30,)


def test_somebody_steps_in_for_a_missing_one_if_the_other_side_or_staff_agrees() -> None:
    with pytest.raises(rules.NotAgreed):
        full().step_in(11, 30, agreed=False)
    with pytest.raises(rules.NotInTeam):
        full().step_in(99, 30, agreed=True)
    for_player = full().step_in(11, 30, agreed=True).team(1)
    assert (for_player.players, for_player.bench) == ((10, 30), (12,))
    for_bench = full().step_in(12, 30, agreed=True).team(1)
    assert (for_bench.players, for_bench.bench) == ((10, 11), (30,))
    for_captain = full().step_in(10, 30, agreed=True).team(1)
    assert (for_captain.captain, for_captain.players) == (11, (11, 30))


PERSON = st.integers(1, 8)
MOVES = st.one_of(
    st.tuples(st.just("create"), PERSON),
    st.tuples(st.just("join"), st.integers(1, 3), PERSON),
    st.tuples(st.just("join"), st.integers(1, 3), PERSON),
    st.tuples(st.just("invite"), st.just(STAFF), st.integers(1, 3), PERSON),
    st.tuples(st.just("leave"), PERSON),
    st.tuples(st.just("remove"), PERSON, PERSON),
    st.tuples(st.just("forget"), PERSON),
    st.tuples(st.just("substitute"), st.just(STAFF), PERSON, PERSON),
    st.tuples(st.just("hand_over"), PERSON, PERSON),
    st.tuples(st.just("step_in"), PERSON, PERSON),
    st.tuples(st.just("lock")),
)


@settings(max_examples=200)
@given(st.lists(MOVES, max_size=40), st.integers(1, 3), st.integers(0, 2), st.integers(0, 2))
def test_whatever_people_do_rosters_stay_right(
    moves: list[tuple[str, ...]], least: int, room: int, substitutes: int
) -> None:
    shape = Shape(least, least + room, substitutes)
    teams = Teams(shape)
    for name, *numbers in moves:
        before = teams
        options = {"agreed": True} if name == "step_in" else {}
        try:
            teams = getattr(teams, name)(*numbers, **options)
        except PlayRefusal:
            assert teams == before
            continue
        everybody = [one for team in teams.teams for one in team.members]
        assert len(everybody) == len(set(everybody))
        assert [team.number for team in teams.teams] == list(range(1, len(teams.teams) + 1))
        for team in teams.teams:
            assert len(team.players) <= shape.most
            assert len(team.bench) <= substitutes
            assert not team.bench or len(team.players) == shape.most
            assert team.captain in team.members or (team.captain is None and not team.members)
            assert missing(team, shape) == max(0, least - len(team.players))
            assert len({seat.number for seat in team.seats}) == len(team.seats)
        if name == "forget":
            assert all(numbers[0] not in team.invited for team in teams.teams)
            assert numbers[0] not in everybody
