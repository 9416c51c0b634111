"""What a log may hold: only what the rules would have written there, whatever was undone since."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings

from cogs.tournaments.rules import commands, events
from cogs.tournaments.rules.board import Match
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.moves import begin, fits
from cogs.tournaments.rules.play import decide, replay
from cogs.tournaments.rules.refusals import PlayRefusal
from cogs.tournaments.rules.repair import preview
from cogs.tournaments.rules.setup import Format, Setup
from cogs.tournaments.rules.state import State
from tests.tournaments.fields import FIELDS, SCRIPTS
from tests.tournaments.players import Do, lived, told

FIRST = MatchId("W1.1")
STRANGER = 77
CASES = 16


def sayable(match: Match) -> Iterator[tuple[events.OfMatch, commands.OfMatch]]:
    """Whatever might be said of a match, of those who sit there and of others; and as a wish."""
    at, sides = match.id, tuple(side for side in match.sides if side is not None)
    line = tuple(sorted(match.playing))
    orders = [line, line[::-1], tuple(sorted(sides))] if match.lobby else [()]
    for one in (*sides[:3], *match.gone, 0, STRANGER):
        yield events.Arrived(at, sides, one), commands.Arrive(at, one)
        yield events.Confirmed(at, sides, one), commands.Confirm(at, one)
        yield events.Disputed(at, sides, one), commands.Dispute(at, one)
        yield events.Forfeited(at, sides, one), commands.Forfeit(at, one)
        for order in orders:
            yield events.Ruled(at, sides, one, None, order), commands.Rule(at, one, order=order)
            for by in (*sides[:2], *match.gone, 0, STRANGER):
                reported = events.Reported(at, sides, by, one, None, order)
                yield reported, commands.Report(at, by, one, order=order)


def says_only_what_could_be_said(setup: Setup, script: list[Do]) -> None:
    state, _ = lived(setup, script)
    every = list(state.matches.values())
    for match in (*state.open[:3], *every[-2:]):
        for step, wish in sayable(match):
            if fits(state, step):
                assert _answer(state, wish) in ((step,), ()), step


def _answer(state: State, wish: commands.OfMatch) -> object:
    try:
        return decide(state, wish)
    except PlayRefusal as refusal:
        return refusal


@pytest.mark.parametrize("format_", FIELDS, ids=lambda format_: format_.value)
def test_a_step_fits_only_where_somebody_could_have_said_it(format_: Format) -> None:
    story = given(FIELDS[format_], SCRIPTS)(says_only_what_could_be_said)
    settings(max_examples=CASES, deadline=None)(story)()


@pytest.mark.parametrize(
    "step",
    [
        events.Reported(FIRST, (1, 4), by=1, winner=2),
        events.Reported(FIRST, (1, 4), by=3, winner=1),
        events.Reported(FIRST, (1, 4), by=1, winner=0),
        events.Ruled(FIRST, (1, 4), winner=3),
        events.Ruled(FIRST, (1, 4), winner=0),
    ],
    ids=["another wins", "another reports", "nobody wins", "another is ruled in", "nobody is"],
)
def test_an_undo_takes_out_a_result_of_somebody_who_does_not_sit_there(
    step: events.Reported | events.Ruled,
) -> None:
    called = told(begin(Setup(4)), commands.Call(FIRST))
    state = replace(called, log=(*called.log, step), before=None)
    assert preview(state, (0,)).positions == (0, 1)
    sound = replace(step, by=1, winner=1) if isinstance(step, events.Reported) else None
    kept = replace(called, log=(*called.log, sound or replace(step, winner=4)), before=None)
    assert preview(kept, (0,)).positions == (0,)


def test_a_log_that_has_somebody_else_win_is_not_played_again() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        replay(Setup(4), [events.Reported(FIRST, (1, 4), by=4, winner=2)])


def test_nobody_confirms_or_disputes_their_own_report_by_way_of_the_log() -> None:
    reported = told(begin(Setup(4)), commands.Report(FIRST, by=1, winner=1))
    for kind in (events.Confirmed, events.Disputed):
        assert not fits(reported, kind(FIRST, (1, 4), 1))
        assert fits(reported, kind(FIRST, (1, 4), 4))
