"""What must hold of every tournament, whoever plays, leaves, comes late or is corrected."""

import os
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cogs.tournaments.rules import commands, events
from cogs.tournaments.rules.board import Stage
from cogs.tournaments.rules.moves import begin
from cogs.tournaments.rules.play import apply, decide, foresee, replay
from cogs.tournaments.rules.refusals import PlayRefusal
from cogs.tournaments.rules.setup import Setup
from cogs.tournaments.rules.standings import placements
from cogs.tournaments.rules.state import State
from tests.tournaments.players import FIELDS, RULES, SCRIPTS, Do, asked, lived, played, told


def same(one: State, other: State) -> bool:
    """Byte for byte, and not only in what equality looks at."""
    return one == other and repr(one.matches) == repr(other.matches) and one.log == other.log


def follows_from_its_log(setup: Setup, script: list[Do]) -> None:
    state, log = lived(setup, script)
    assert same(replay(setup, log), state)
    assert same(replay(setup, state.log), state)
    packed = [(events.kind_of(event), events.pack(event)) for event in log]
    assert same(replay(setup, [events.unpack(*row) for row in packed]), state)


def keeps_the_peace(setup: Setup, script: list[Do]) -> None:
    state, _ = lived(setup, script)
    seated = Counter(side for match in state.open for side in match.sides)
    assert set(seated.values()) <= {1}
    assert not state.withdrawn & seated.keys()
    for match in state.matches.values():
        assert (match.stage is Stage.WAITING) == (None in match.sides)
        assert (match.stage is Stage.SETTLED) == (match.result is not None)
    assert [match.id for match in state.open] == [
        match.id for match in state.matches.values() if match.in_play
    ]
    assert state.left == sum(match.result is None for match in state.matches.values())


def ends_with_everybody_placed_once(setup: Setup, script: list[Do]) -> None:
    state, _ = lived(setup, script)
    during = placements(state)
    assert sorted(one.entrant for one in during) == list(state.entrants)
    state = played(state)
    assert state.done
    ended = placements(state)
    assert sorted(one.entrant for one in ended) == list(state.entrants)
    assert not any(one.playing for one in ended)
    for place, one in enumerate(ended, start=1):
        assert one.rank <= place <= one.last
    if state.champion:
        assert [one.entrant for one in ended if one.rank == 1] == [state.champion]


def undoes_what_it_announced(setup: Setup, script: list[Do]) -> None:
    state, _ = lived(setup, script)
    for position in {0, len(state.log) // 2, len(state.log) - 1} if state.log else ():
        seen = foresee(state, commands.Undo(position))
        after = told(state, commands.Undo(position))
        assert same(after, seen.outcome)
        assert len(after.log) == len(state.log) - len(seen.positions)
        assert same(after, replay(setup, after.log))
        for at in seen.replayed:
            assert state.match(at).result
            assert at not in after.matches or after.match(at).result is None
        kept = [m for m in state.matches.values() if m.result and after.matches.get(m.id) == m]
        assert len(kept) == seen.kept


def undoes_the_last_step(setup: Setup, script: list[Do]) -> None:
    state = begin(setup)
    for do in script:
        try:
            happened = decide(state, _no_repair(state, do))
        except PlayRefusal:
            continue
        for event in happened:
            after = apply(state, event)
            assert same(told(after, commands.Undo()), state)
            state = after


def reinstates_whoever_withdrew(setup: Setup, script: list[Do]) -> None:
    state, _ = lived(setup, script)
    for entrant in state.entrants[::5]:
        if state.match_of(entrant) is not None:
            gone = told(state, commands.Withdraw(entrant))
            assert gone.match_of(entrant) is None
            assert same(told(gone, commands.Reinstate(entrant)), state)


def lets_a_latecomer_in(setup: Setup, script: list[Do]) -> None:
    state, _ = lived(setup, script)
    try:
        after = told(state, commands.JoinLate(len(state.entrants) + 1))
    except PlayRefusal:
        return
    old, new = state.matches, after.matches
    (appeared,) = [at for at in new.keys() - old.keys() if at.startswith("W")]
    assert old.keys() <= new.keys()
    assert appeared.startswith("W1.")
    assert all(new[at] == match for at, match in old.items() if match.result)
    rewired = [at for at in old if old[at].sides != new[at].sides]
    assert len(rewired) <= 1 or after.withdrawn


def _no_repair(state: State, do: Do) -> commands.Command:
    return asked(state, (do[0] % 14, do[1], do[2]))


PROMISES = (
    follows_from_its_log,
    undoes_what_it_announced,
    keeps_the_peace,
    ends_with_everybody_placed_once,
    undoes_the_last_step,
    reinstates_whoever_withdrew,
    lets_a_latecomer_in,
)
Promise = Callable[[Setup, list[Do]], None]


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.__name__)
def test_after_any_evening_a_tournament(promise: Promise) -> None:
    examples = 100 if promise in PROMISES[:2] else 60
    settings(max_examples=examples, deadline=None)(given(FIELDS, SCRIPTS)(promise))()


@pytest.mark.long
@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.__name__)
def test_after_many_evenings_a_tournament(promise: Promise) -> None:
    """As many as there is time for: `EVENINGS=10000 pytest -m long tests/tournaments`."""
    evenings = int(os.environ.get("EVENINGS", "2000"))
    chance = settings(max_examples=evenings, deadline=None, derandomize=False)
    chance(given(FIELDS, SCRIPTS)(promise))()


@settings(max_examples=40)
@given(st.integers(2, 200), st.sampled_from(sorted(RULES)))
def test_everybody_but_the_champion_loses_exactly_once(entrants: int, rule: str) -> None:
    state = played(begin(Setup(entrants, third_place=False)), RULES[rule])
    losses = Counter(match.result.loser for match in state.matches.values() if match.result)
    assert losses == Counter(set(state.entrants) - {state.champion})


@settings(max_examples=30)
@given(st.integers(2, 300))
def test_when_the_better_seed_always_wins_places_follow_seeds(entrants: int) -> None:
    places = placements(played(begin(Setup(entrants))))
    assert [one.entrant for one in places] == list(range(1, entrants + 1))
    assert places[0].rank == places[0].last == 1
    assert {(one.rank, one.last) for one in places[4:8]} <= {(5, min(8, entrants))}


def test_places_are_shared_by_round() -> None:
    ends = [(one.rank, one.last) for one in placements(played(begin(Setup(8))))]
    assert ends == [(1, 1), (2, 2), (3, 3), (4, 4), *[(5, 8)] * 4]
    ends = [(one.rank, one.last) for one in placements(played(begin(Setup(4, third_place=False))))]
    assert ends == [(1, 1), (2, 2), (3, 4), (3, 4)]
