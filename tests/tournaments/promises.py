"""What must hold of a tournament of any format, whatever happened in it."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise

from cogs.tournaments.rules import commands, events
from cogs.tournaments.rules.board import BUSY, Stage
from cogs.tournaments.rules.moves import begin
from cogs.tournaments.rules.play import apply, decide, foresee, replay
from cogs.tournaments.rules.refusals import PlayRefusal
from cogs.tournaments.rules.setup import ELIMINATIONS, Format, Setup
from cogs.tournaments.rules.standings import champion, placements
from cogs.tournaments.rules.state import State
from cogs.tournaments.rules.tiebreaks import LAST_WORDS
from tests.tournaments.players import Do, asked, facts, lived, played, told, written

ID_OR_PROOF = re.compile(r"[WLGPRSFA]\d+\.\d+|bound|matching|not_proved|")


def follows_from_its_log(setup: Setup, script: list[Do]) -> None:
    state, log = lived(setup, script)
    assert written(replay(setup, log)) == written(state)
    assert written(replay(setup, state.log)) == written(state)
    rows = [(events.kind_of(event), json.dumps(events.pack(event))) for event in log]
    unpacked = [events.unpack(kind, json.loads(payload)) for kind, payload in rows]
    assert unpacked == log
    assert written(replay(setup, unpacked)) == written(state)
    for word in _words([json.loads(payload) for _, payload in rows]):
        assert ID_OR_PROOF.fullmatch(word)


def keeps_the_peace(setup: Setup, script: list[Do]) -> None:
    state, _ = lived(setup, script)
    busy = Counter(side for match in state.open if match.stage in BUSY for side in match.playing)
    bracket = Counter(
        side for match in state.open if match.id[0] in "WLGP" for side in match.sides
    )
    for match in state.matches.values():
        assert (match.stage is Stage.WAITING) == (not match.known)
        assert (match.stage is Stage.SETTLED) == (match.result is not None)
        if match.in_play:
            assert state.withdrawn.isdisjoint(match.playing)
    assert set(bracket.values()) <= {1}
    if setup.format in ELIMINATIONS:
        assert set(busy.values()) <= {1}
    called = Counter(
        side for match in state.open if match.stage is Stage.CALLED for side in match.playing
    )
    assert set(called.values()) <= {1}
    assert [match.id for match in state.open] == [
        match.id for match in state.matches.values() if match.in_play
    ]
    assert state.left == sum(match.result is None for match in state.matches.values())
    losses = Counter(
        match.result.loser
        for match in state.matches.values()
        if match.result and match.id[0] in "WLG" and match.result.loser
    )
    assert max(losses.values(), default=0) <= 2


def ends_with_everybody_placed_once(setup: Setup, script: list[Do]) -> None:
    state, _ = lived(setup, script)
    assert sorted(one.entrant for one in placements(state)) == list(state.entrants)
    state = played(state)
    ended = placements(state)
    assert sorted(one.entrant for one in ended) == list(state.entrants)
    assert not any(one.playing for one in ended)
    for place, one in enumerate(ended, start=1):
        assert one.rank <= place <= one.last
        assert all(other.last == one.last for other in ended if other.rank == one.rank)
    for before, after in pairwise(ended):
        if before.values and after.values and not (before.group or state.in_playoffs):
            assert _ahead(setup, before.values, after.values)
    if won := champion(state):
        # A final that is won stays won, should its winner leave over an older match reopened.
        stayed = (one.entrant for one in ended if not one.withdrawn)
        assert won == (ended[0].entrant if state.in_playoffs else next(stayed))


def undoes_what_it_announced(setup: Setup, script: list[Do]) -> None:
    state, _ = lived(setup, script)
    for position in {0, len(state.log) // 2, len(state.log) - 1} if state.log else ():
        for again in (False, True):
            _as_announced(state, commands.Undo(position, again=again))
    for match in list(state.matches)[::3]:
        _as_announced(state, commands.Reopen(match))
    for entrant in state.withdrawn:
        _as_announced(state, commands.Reinstate(entrant))


def undoes_the_last_step(setup: Setup, script: list[Do]) -> None:
    state = begin(setup)
    for do in script:
        command = asked(state, do)
        if isinstance(command, commands.Repair):
            continue
        try:
            happened = decide(state, command, facts(state))
        except PlayRefusal:
            continue
        for event in happened:
            after = apply(state, event)
            assert written(told(after, commands.Undo())) == written(state)
            state = after


def reinstates_whoever_withdrew(setup: Setup, script: list[Do]) -> None:
    state, _ = lived(setup, script)
    for entrant in state.entrants[::3]:
        if entrant not in state.withdrawn and state.still_in(entrant):
            gone = told(state, commands.Withdraw(entrant))
            assert gone.match_of(entrant) is None
            assert written(told(gone, commands.Reinstate(entrant))) == written(state)
            for match in played(gone).matches.values():  # they are in no match to play again
                old = state.matches.get(match.id)
                if match.has(entrant) and match.result and match.result.played:
                    assert old
                    assert old.result == match.result or entrant in match.gone


def lets_a_latecomer_in(setup: Setup, script: list[Do]) -> None:
    state, _ = lived(setup, script)
    late = state.count + 1
    try:
        after = told(state, commands.JoinLate(late))
    except PlayRefusal:
        return
    old, new = state.matches, after.matches
    assert not state.in_playoffs or setup.format in ELIMINATIONS
    assert after.count == late
    appeared = new.keys() - old.keys()
    if setup.format in ELIMINATIONS:
        assert old.keys() <= new.keys()
        assert all(new[at] == match for at, match in old.items() if match.result)
        assert Counter(at[0] for at in appeared if at != "P1.1") in (Counter("W"), Counter("WL"))
        rewired = [at for at in old if old[at].sides != new[at].sides]
        assert len(rewired) <= len(appeared) or after.withdrawn
    elif setup.format is not Format.ROUND_ROBIN:
        assert old == new
    assert late in {one.entrant for one in placements(played(after))}


def is_settled_once(setup: Setup, script: list[Do]) -> None:
    """Two people say the same at once: one is heard, the other is told why not."""
    state, _ = lived(setup, script)
    for match in state.open[:2]:
        order = match.playing if match.lobby else ()
        rule = commands.Rule(match.id, match.playing[0], order=order)
        after = told(state, rule)
        assert after.left < state.left
        for command in (
            commands.Report(match.id, match.playing[0], match.playing[-1], order=order[::-1]),
            commands.AutoConfirm(match.id),
            commands.DoubleForfeit(match.id),
            commands.Rule(match.id, match.playing[-1], order=order[::-1]),
        ):
            try:
                told(after, command)
            except PlayRefusal:
                continue
            raise AssertionError(f"{command} was heard after {rule}")


def _as_announced(state: State, command: commands.Repair) -> None:
    try:
        seen = foresee(state, command, facts(state))
    except PlayRefusal:
        return
    after = told(state, command)
    assert written(after) == written(seen.outcome)
    gone = len(state.log) - len(after.log)
    assert gone == (len(seen.positions) or -1)
    assert written(after) == written(replay(state.setup, after.log))
    old, new = state.matches, after.matches
    for at in seen.replayed:
        assert old[at].result
        assert at not in new or new[at].result is None
    lost = {at for at, was in old.items() if was.result and not (at in new and new[at].result)}
    assert set(seen.replayed) == lost
    assert lost <= set(seen.cleared)
    kept = [at for at, was in old.items() if was.result and new.get(at) == was]
    assert len(kept) == seen.kept
    told_ = {side for at in seen.cleared if at in old for side in old[at].sides if side}
    assert told_ <= {*seen.people}


def _ahead(setup: Setup, one: object, other: object) -> bool:
    """Whether the first tie-break that parts the two, and speaks of both, puts `one` ahead."""
    mine, theirs = dict(one), dict(other)  # type: ignore[call-overload]  # two mappings
    for key in setup.order:
        here, there = mine.get(key, 0), theirs.get(key, 0)
        if here != there:
            return bool(here < there if key in LAST_WORDS else here > there)
    return False


def _words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _words(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _words(inner)


Promise = Callable[[Setup, list[Do]], None]
PROMISES: tuple[Promise, ...] = (
    follows_from_its_log,
    keeps_the_peace,
    ends_with_everybody_placed_once,
    undoes_what_it_announced,
    undoes_the_last_step,
    reinstates_whoever_withdrew,
    lets_a_latecomer_in,
    is_settled_once,
)
