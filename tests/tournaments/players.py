"""People who play: rules that say who wins, and scripts of whatever may happen in an evening."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from hypothesis import strategies as st

from cogs.tournaments.rules import commands, events
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.moves import begin
from cogs.tournaments.rules.play import apply, decide
from cogs.tournaments.rules.refusals import PlayRefusal
from cogs.tournaments.rules.setup import Setup
from cogs.tournaments.rules.state import State

Beats = Callable[[int, int], int]  # the winner of two seeds, the better one first

RULES: Mapping[str, Beats] = MappingProxyType(
    {
        "chalk": lambda a, _: a,
        "anti": lambda _, b: b,
        "h0": lambda a, b: a if (31 * a + 17 * b) % 5 < 3 else b,
        "h1": lambda a, b: a if (31 * a + 17 * b + 1) % 5 < 3 else b,
        "h2": lambda a, b: a if (13 * a + 29 * b + 2) % 7 < 4 else b,
    }
)


def told(state: State, command: commands.Command) -> State:
    """The state once the command is done."""
    for event in decide(state, command):
        state = apply(state, event)
    return state


def sides(state: State, match: MatchId) -> tuple[int, int]:
    one, other = state.match(match).sides
    assert one
    assert other
    return one, other


def settled(state: State, match: str, winner: int) -> State:
    """Reported by the winner, confirmed by the loser."""
    at = MatchId(match)
    (loser,) = set(sides(state, at)) - {winner}
    state = told(state, commands.Report(at, by=winner, winner=winner))
    return told(state, commands.Confirm(at, by=loser))


def played(state: State, beats: Beats = RULES["chalk"]) -> State:
    """Everything that can still be played, to the end."""
    while state.open:
        match = state.open[0]
        one, other = sorted(sides(state, match.id))
        state = told(state, commands.Rule(match.id, beats(one, other)))
    return state


Do = tuple[int, int, int]
SCRIPTS = st.lists(
    st.tuples(st.integers(0, 18), st.integers(0, 199), st.integers(0, 1)), min_size=8, max_size=32
)
FIELDS = st.builds(
    Setup, entrants=st.integers(2, 24), third_place=st.booleans(), best_of=st.just(1)
)


def asked(state: State, do: Do) -> commands.Command:
    """One line of a script, as a command that makes sense more often than not."""
    kind, which, side = do
    every = list(state.matches)
    at = state.open[which % len(state.open)].id if state.open else every[which % len(every)]
    one, other = state.match(at).sides
    by, against = (one or 0, other or 0) if side == 0 else (other or 0, one or 0)
    entrant = state.entrants[which % len(state.entrants)]
    score = (2, 1) if side == 0 else (0, 2)
    choices: tuple[commands.Command, ...] = (
        commands.Call(at),
        commands.Arrive(at, by),
        commands.Confirm(at, by),
        commands.Dispute(at, by),
        commands.AutoConfirm(at),
        commands.Forfeit(at, by),
        commands.DoubleForfeit(at),
        commands.Withdraw(entrant),
        commands.Rule(at, by),
        commands.Report(at, by=by, winner=by, score=score),
        *[commands.Report(at, by=by, winner=against)] * 4,
        commands.Reinstate(min(state.withdrawn, default=entrant)),
        commands.JoinLate(len(state.entrants) + 1),
        commands.Undo(which % len(state.log) if state.log else None),
        commands.Reopen(every[which % len(every)]),
        commands.TakeBack(at, by),
    )
    return choices[kind % len(choices)]


def lived(setup: Setup, script: list[Do]) -> tuple[State, list[events.Event]]:
    """Where a script leads, and everything that happened on the way, undone events and all."""
    state, log = begin(setup), []
    for do in script:
        try:
            happened = decide(state, asked(state, do))
        except PlayRefusal:
            continue
        for event in happened:
            state = apply(state, event)
            log.append(event)
    return state, log
