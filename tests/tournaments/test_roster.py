"""Before the first match: who is in, who waits, who is there, in which order they are seeded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.tournaments.rules import refusals
from cogs.tournaments.rules.moves import begin
from cogs.tournaments.rules.roster import (
    Phase,
    Roster,
    commitment,
    drawn_by_lot,
)
from cogs.tournaments.rules.setup import ELIMINATIONS, Format
from cogs.tournaments.rules.templates import TEMPLATES, Template, template
from tests.doubles import EVENING

OPEN, CHECK_IN = Phase.REGISTRATION, Phase.CHECK_IN


def full(size: int, people: int) -> Roster:
    roster = Roster(size)
    for ticket in range(1, people + 1):
        roster = roster.join(ticket, OPEN)
    return roster


def tickets(roster: Roster) -> list[int]:
    return [entry.ticket for entry in roster.entered]


def test_who_comes_when_it_is_full_waits_and_knows_their_place() -> None:
    roster = full(2, 4)
    assert tickets(roster) == [1, 2]
    assert [roster.place_in_line(ticket) for ticket in (3, 4)] == [1, 2]
    with pytest.raises(refusals.NotEntered):
        roster.place_in_line(1)


def test_who_leaves_makes_room_for_the_first_in_line() -> None:
    roster = full(2, 4).leave(1, OPEN)
    assert tickets(roster) == [2, 3]
    assert roster.place_in_line(4) == 1
    assert tickets(roster.leave(4, OPEN)) == [2, 3]


def test_during_check_in_the_first_in_line_who_is_there_comes_first() -> None:
    roster = full(2, 4).check_in(4, CHECK_IN)
    assert tickets(roster.leave(1, CHECK_IN)) == [2, 4]


def test_nobody_enters_twice_or_after_the_draw_or_leaves_what_they_are_not_in() -> None:
    roster = full(2, 1)
    with pytest.raises(refusals.AlreadyEntered):
        roster.join(1, OPEN)
    with pytest.raises(refusals.NotEntered):
        roster.leave(2, OPEN)
    for phase in set(Phase) - {OPEN, CHECK_IN}:
        with pytest.raises(refusals.RegistrationClosed):
            roster.join(2, phase)
        with pytest.raises(refusals.RegistrationClosed):
            roster.leave(1, phase)


def test_one_checks_in_while_check_in_is_open() -> None:
    roster = full(2, 2)
    with pytest.raises(refusals.CheckInNotOpen):
        roster.check_in(1, OPEN)
    with pytest.raises(refusals.CheckInOver):
        roster.check_in(1, Phase.CLOSED)
    with pytest.raises(refusals.NotEntered):
        roster.check_in(3, CHECK_IN)
    once = roster.check_in(1, CHECK_IN)
    assert once.check_in(1, CHECK_IN) == once
    assert once.entry(1).here


def test_at_the_end_of_check_in_the_line_fills_the_seats_of_the_missing() -> None:
    roster = full(3, 6)
    for ticket in (1, 3, 5):
        roster = roster.check_in(ticket, CHECK_IN)
    closing = roster.close()
    assert closing.playing == (1, 3, 5)
    assert closing.promoted == (5,)
    assert closing.missed == (2,)
    assert closing.waiting == (4, 6)


def test_who_joins_during_check_in_is_there() -> None:
    assert full(2, 1).join(2, CHECK_IN).close().playing == (2,)


@given(st.integers(1, 8), st.lists(st.tuples(st.integers(0, 2), st.integers(1, 12))))
def test_no_seat_is_given_twice_and_none_stays_empty_while_somebody_waits(
    size: int, evening: list[tuple[int, int]]
) -> None:
    roster = Roster(size)
    for do, ticket in evening:
        try:
            roster = (roster.join, roster.leave, roster.check_in)[do](ticket, CHECK_IN)
        except refusals.PlayRefusal:
            continue
        assert len(roster.entered) <= size
        assert not roster.waiting or len(roster.entered) == size
    closing = roster.close()
    assert len(closing.playing) <= size
    shared = [*closing.playing, *closing.missed, *closing.waiting]
    assert sorted(shared) == sorted(entry.ticket for entry in roster.entries)


def test_more_seats_are_filled_from_the_line_and_fewer_take_nobodys() -> None:
    roster = full(2, 4)
    assert tickets(roster.resized(3)) == [1, 2, 3]
    assert tickets(roster.resized(1)) == [1, 2]


def test_a_lot_can_be_checked_against_what_was_promised_and_another_secret_is_another_draw() -> (
    None
):
    field = range(1, 33)
    drawn = drawn_by_lot(field, "one secret")
    assert sorted(drawn) == list(field)
    assert drawn == drawn_by_lot(reversed(field), "one secret")
    assert drawn != drawn_by_lot(field, "another")
    assert len(commitment("one secret")) == 64


@pytest.mark.parametrize("one", TEMPLATES.values(), ids=lambda one: one.id)
def test_a_template_makes_an_evening_that_holds_together(one: Template) -> None:
    window = one.window(EVENING)
    assert window.opens < window.closes < window.starts == EVENING
    assert one.best_of % 2 == 1
    state = begin(one.setup(one.size))
    assert state.entrants == range(1, one.size + 1)
    known = one.format in {*ELIMINATIONS, Format.ROUND_ROBIN}  # the others are paired as they go
    assert len(state.graph.entries) == (one.size if known else 0)


def test_an_unknown_template_is_refused() -> None:
    assert template("friday-8").size == 8
    with pytest.raises(refusals.UnknownTemplate):
        template("monday-7")
