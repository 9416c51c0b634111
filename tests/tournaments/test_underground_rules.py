"""Who may come down to an underground bracket, after any evening."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cogs.tournaments.rules.board import Ending
from cogs.tournaments.rules.bracket import round_of
from cogs.tournaments.rules.moves import begin
from cogs.tournaments.rules.setup import ELIMINATIONS, Format, Setup
from cogs.tournaments.rules.standings import champion, placement_of
from cogs.tournaments.rules.state import State
from cogs.tournaments.rules.underground import (
    how_far,
    may_come,
    may_have_one,
    rounds,
    still_playing,
)
from tests.tournaments.fields import FIELDS, SCRIPTS
from tests.tournaments.players import RULES, Do, lived, played

WITH_ONE = sorted(set(FIELDS) - {Format.ARENA, Format.LOBBIES})
ROUNDS = st.sampled_from([0, 2, 3, 4])
EVENINGS = 40
FORMATS = pytest.mark.parametrize("format_", WITH_ONE, ids=lambda format_: format_.value)


def wins(state: State, entrant: int) -> int:
    results = [match.result for match in state.board if match.result]
    return sum(each.played and each.winner == entrant for each in results)


@FORMATS
def test_whoever_may_come_is_out_and_was_there(format_: Format) -> None:
    @settings(max_examples=EVENINGS)
    @given(FIELDS[format_], SCRIPTS, ROUNDS)
    def promise(setup: Setup, script: list[Do], before: int) -> None:
        state, _ = lived(setup, script)
        found = may_come(state, before)
        assert len(set(found)) == len(found)
        assert not set(found) & still_playing(state)
        assert not set(found) & state.withdrawn
        assert champion(state) not in found
        for entrant in found:
            assert state.match_of(entrant) is None
            assert before or not wins(state, entrant)
            ended = [each for each in state.board if each.result and entrant in each.sides]
            last = ended[-1].result if ended else None
            absent = last is not None and last.ending is Ending.FORFEIT and last.loser == entrant
            assert not absent

    promise()


@FORMATS
def test_the_furthest_comes_first_and_among_equals_the_better_seed(format_: Format) -> None:
    @settings(max_examples=EVENINGS)
    @given(FIELDS[format_], SCRIPTS, ROUNDS)
    def promise(setup: Setup, script: list[Do], before: int) -> None:
        state, _ = lived(setup, script)
        places = how_far(state)
        assert sorted(places.values()) == list(range(1, len(state.entrants) + 1))
        found = may_come(state, before)
        assert [places[each] for each in found] == sorted(places[each] for each in found)
        ranks = [placement_of(state, each).rank for each in found]
        assert ranks == sorted(ranks)
        if setup.format in ELIMINATIONS:
            assert list(found) == sorted(
                found, key=lambda each: (placement_of(state, each).rank, each)
            )

    promise()


@FORMATS
def test_a_later_round_lets_nobody_go_who_might_have_come(format_: Format) -> None:
    @settings(max_examples=EVENINGS)
    @given(FIELDS[format_], SCRIPTS)
    def promise(setup: Setup, script: list[Do]) -> None:
        state, _ = lived(setup, script)
        few = set(may_come(state))
        for each in rounds(state):
            more = set(may_come(state, each))
            assert few <= more
            few = more

    promise()


@settings(max_examples=EVENINGS)
@given(st.integers(4, 64), st.sampled_from(sorted(RULES)))
def test_after_a_bracket_everybody_who_lost_at_once_may_come(entrants: int, rule: str) -> None:
    state = played(begin(Setup(entrants)), RULES[rule])
    losers = {
        match.result.loser
        for match in state.board
        if match.result and match.result.played and match.id[0] == "W"
        if not wins(state, match.result.loser)
    }
    assert set(may_come(state)) == losers
    assert rounds(state) == tuple(range(3, max(round_of(each.id) for each in state.board) + 1))
    outs = {
        match.result.loser: round_of(match.id)
        for match in state.board
        if match.result and match.id[0] == "W"
    }
    for each in rounds(state):
        early = {entrant for entrant, round_ in outs.items() if round_ < each}
        assert set(may_come(state, each)) == losers | early


def test_nothing_hangs_below_what_everybody_plays_to_the_end() -> None:
    for format_ in Format:
        state = begin(Setup(8, format_))
        assert may_have_one(state) == (format_ in WITH_ONE)
        assert may_come(state) == ()
