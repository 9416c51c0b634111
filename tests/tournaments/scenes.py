"""A moment of every format worth looking at: something over, something being played, a tie."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from cogs.tournaments.rules import commands
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.moves import begin
from cogs.tournaments.rules.setup import Cut, Format, Setup
from cogs.tournaments.rules.state import State
from tests.tournaments.players import RULES, played, ranked, told

Scene = Callable[[], State]


def ruled(state: State, many: int, *, draws: bool = False) -> State:
    """The next matches as the rules of `h0` have them; every fourth a draw where there are."""
    for count in range(many):
        match = state.open[0]
        order = ranked(match, RULES["h0"])
        winner = 0 if draws and count % 4 == 3 else order[0]
        lobby = order if match.lobby else ()
        score = None if match.lobby or not winner else (2, 1)
        if score and winner != match.sides[0]:
            score = (1, 2)
        state = told(state, commands.Rule(match.id, winner, score, lobby))
    return state


def live(state: State) -> State:
    """The first open match is being played, the second is reported."""
    match, *more = state.open
    state = told(state, commands.Call(match.id))
    for side in match.playing:
        state = told(state, commands.Arrive(match.id, side))
    if more and not more[0].lobby:
        side = more[0].playing[0]
        state = told(state, commands.Report(more[0].id, by=side, winner=side))
    return state


def single() -> State:
    return live(ruled(begin(Setup(20)), 9))


def double() -> State:
    """Eleven: byes in both brackets."""
    setup = Setup(11, Format.DOUBLE_ELIMINATION)
    return live(ruled(begin(setup), 10))


def reset() -> State:
    """The losers' side has won the first of two grand finals."""
    state = begin(Setup(6, Format.DOUBLE_ELIMINATION))
    while state.left > 1 or not state.match(MatchId("G1.1")).result:
        match = state.open[0]
        one, other = match.sides
        winner = (other if match.id == "G1.1" else min(match.playing)) or one
        state = told(state, commands.Rule(match.id, winner or 0))
    return state


def robin() -> State:
    setup = Setup(6, Format.ROUND_ROBIN, draws=True)
    return live(ruled(begin(setup), 8, draws=True))


def groups() -> State:
    setup = Setup(12, Format.ROUND_ROBIN, groups=3, cut=Cut(2))
    return live(ruled(begin(setup), 12))


def playoffs() -> State:
    state = begin(Setup(12, Format.ROUND_ROBIN, groups=2, cut=Cut(4)))
    state = told(ruled(state, len(state.open)), commands.DrawPlayoffs())
    return live(ruled(state, 2))


def swiss() -> State:
    state = begin(Setup(15, Format.SWISS, rounds=4, draws=True))
    for _ in range(2):
        state = told(state, commands.Pair())
        state = ruled(state, len(state.open), draws=True)
    state = told(state, commands.Withdraw(15))
    state = told(state, commands.Pair())
    return live(ruled(state, 2))


def lobbies() -> State:
    state = begin(Setup(20, Format.LOBBIES, lobby=8, rounds=3))
    state = told(state, commands.Pair())
    state = told(ruled(state, 3), commands.Pair())
    return live(ruled(state, 1))


def arena() -> State:
    state = begin(Setup(9, Format.ARENA))
    for _ in range(3):
        state = told(state, commands.PairUp())
        state = ruled(state, len(state.open))
    return live(told(state, commands.PairUp()))


def ended(scene: Scene) -> Scene:
    return lambda: played(scene(), RULES["h0"])


SCENES: Mapping[str, Scene] = MappingProxyType(
    {
        "single": single,
        "double": double,
        "reset": reset,
        "robin": robin,
        "groups": groups,
        "playoffs": playoffs,
        "swiss": swiss,
        "lobbies": lobbies,
        "arena": arena,
        "single-ended": ended(single),
        "double-ended": ended(reset),
        "groups-ended": ended(groups),
        "swiss-ended": ended(swiss),
        "lobbies-ended": ended(lobbies),
        "arena-ended": ended(arena),
    }
)
