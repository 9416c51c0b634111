"""People who play: rules that say who wins, and scripts of whatever may happen in an evening."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from functools import cmp_to_key
from types import MappingProxyType

from cogs.tournaments.rules import commands, events
from cogs.tournaments.rules.board import Match
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.moves import begin
from cogs.tournaments.rules.play import apply, decide
from cogs.tournaments.rules.refusals import PlayRefusal
from cogs.tournaments.rules.setup import Format, Setup
from cogs.tournaments.rules.state import State
from cogs.tournaments.service.matching import matched

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


def facts(state: State) -> commands.Facts:
    """What the house knows besides: a clock that never stands still, and a way to match."""
    return commands.Facts(
        since_report=timedelta(minutes=1), matcher=matched, now=10 * len(state.log)
    )


def told(state: State, command: commands.Command) -> State:
    """The state once the command is done."""
    for event in decide(state, command, facts(state)):
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


def ranked(match: Match, beats: Beats) -> tuple[int, ...]:
    """Everybody who plays, the best first: of a lobby this is its order."""

    def before(one: int, other: int) -> int:
        return -1 if beats(min(one, other), max(one, other)) == one else 1

    return tuple(sorted(match.playing, key=cmp_to_key(before)))


def played(state: State, beats: Beats = RULES["chalk"]) -> State:
    """Everything that can still be played, to the end: rounds, play-offs and a bell included."""
    ticks = 3
    while not state.done:
        if state.open:
            match = state.open[0]
            order = ranked(match, beats)
            lobby = order if match.lobby else ()
            state = told(state, commands.Rule(match.id, order[0], order=lobby))
            continue
        before = state
        if state.stage_done:
            state = told(state, commands.DrawPlayoffs())
        elif state.setup.format is not Format.ARENA:
            state = told(state, commands.Pair())
        elif ticks:
            ticks, state = ticks - 1, told(state, commands.PairUp())
            continue
        else:
            state = told(state, commands.Close())
        assert state is not before
    return state


def written(state: State) -> bytes:
    """All of a state, so that two that are the same are the same bytes."""
    plain = {
        "matches": [_match(match) for match in state.board],
        "sources": [list(map(str, sources)) for sources in state.graph.sources],
        "leads": [list(state.graph.winner_to), list(state.graph.loser_to), state.graph.final],
        "playable": list(state.playable),
        "counts": [state.left, state.count, state.over],
        "sets": [sorted(state.withdrawn), sorted(state.idle)],
        "rounds": [[each.first, each.stop, each.bye] for each in state.rounds],
        "maps": [sorted(state.late.items()), sorted(state.holders.items())],
        "log": [[events.kind_of(step), events.pack(step)] for step in state.log],
    }
    return json.dumps(plain).encode()


def _match(match: Match) -> list[object]:
    said = [repr(match.claim), repr(match.result)]
    who = [sorted(match.here), sorted(match.gone)]
    return [match.id, list(match.sides), match.stage.value, match.held, *said, *who]


Do = tuple[int, int, int]
ON_WITH_IT = 90  # of 200 commands


def asked(state: State, do: Do) -> commands.Command:
    """One line of a script, as a command that makes sense more often than not."""
    kind, which, side = do
    if kind < ON_WITH_IT:
        return _next(state, which, side)
    choices = (*_of_match(state, which, side), *_of_all(state, which, side))
    return choices[kind % len(choices)]


def _next(state: State, which: int, side: int) -> commands.Command:
    """What would be done in a quiet evening."""
    if not state.open or (state.setup.format is Format.ARENA and which < ON_WITH_IT):
        if state.stage_done:
            return commands.DrawPlayoffs()
        if state.setup.format is Format.ARENA:
            return commands.Close() if which % 16 == 15 else commands.PairUp()
        return commands.Pair()
    match = state.open[which % len(state.open)]
    one, other = match.playing[side], match.playing[1 - side]
    if match.lobby:
        return commands.Rule(match.id, one, order=(one, *sorted({*match.playing} - {one})))
    return commands.Report(match.id, by=other, winner=one)


def _of_match(state: State, which: int, side: int) -> Sequence[commands.Command]:
    every = list(state.matches)
    if not every:
        return (commands.Pair(), commands.PairUp())
    at = state.open[which % len(state.open)].id if state.open else every[which % len(every)]
    match = state.match(at)
    there = [each for each in match.sides if each] or [0]
    by, against = there[(which + side) % len(there)], there[(which + side + 1) % len(there)]
    score = (2, 1) if match.sides[0] == by else (0, 2)
    if match.lobby:
        line = tuple(sorted(match.playing, key=lambda one: (one * (which + 1)) % 7))
        first = line[0] if line else 0
        says = [commands.Report(at, by=by, winner=first, order=line)] * 4
        rules = [commands.Rule(at, first, order=line)] * 3
    else:
        says = [commands.Report(at, by=by, winner=against)] * 4
        rules = [commands.Rule(at, by), commands.Rule(at, 0), commands.Rule(at, by, score)]
    return (
        *says,
        *rules,
        commands.Call(at),
        commands.Call(at),
        commands.Arrive(at, by),
        commands.Arrive(at, against),
        commands.Confirm(at, by),
        commands.Confirm(at, against),
        commands.Dispute(at, by),
        commands.AutoConfirm(at),
        commands.TakeBack(at, by),
        commands.Report(at, by=by, winner=by, score=score),
        commands.Report(at, by=by, winner=0, score=(1, 1)),
        commands.Forfeit(at, by),
        commands.DoubleForfeit(at),
        commands.Hold(every[which % len(every)]),
        commands.Release(every[which % len(every)]),
        commands.Reopen(every[which % len(every)], again=bool(side)),
    )


def _of_all(state: State, which: int, side: int) -> Sequence[commands.Command]:
    """What needs no match, the steps that let an evening go on among them."""
    entrant = state.entrants[which % state.count]
    other = state.entrants[(which // 3) % state.count]
    away = sorted(state.withdrawn) or [entrant]
    return (
        commands.Withdraw(entrant),
        commands.Reinstate(away[which % len(away)]),
        commands.JoinLate(state.count + 1),
        commands.Replace(entrant, 900 + which),
        commands.SwapSeeds(entrant, other, (800 + which, 700 + which)),
        commands.Undo(which % len(state.log) if state.log else None, again=bool(side)),
        commands.Pause(entrant),
        commands.Resume(min(state.idle, default=entrant)),
        commands.Pair(*_by_hand(state, which)) if side else commands.Pair(),
        *[commands.Pair()] * 2,
        *[commands.PairUp()] * 3,
        commands.DrawPlayoffs() if side else commands.DrawPlayoffs(state.active[::-1]),
        commands.Close() if which > 150 else commands.PairUp(),
    )


def _by_hand(state: State, which: int) -> tuple[tuple[tuple[int, ...], ...], int]:
    line = sorted(state.active, key=lambda one: (one * (which + 1)) % 11)
    bye = line.pop() if len(line) % 2 and state.setup.format is Format.SWISS else 0
    if state.setup.format is Format.LOBBIES and len(line) % 2:
        return ((*line,),) if line else (), 0
    return tuple(zip(line[::2], line[1::2], strict=False)), bye


def lived(setup: Setup, script: list[Do]) -> tuple[State, list[events.Event]]:
    """Where a script leads, and everything that happened on the way, undone events and all."""
    state, log = begin(setup), []
    for do in script:
        try:
            happened = decide(state, asked(state, do), facts(state))
        except PlayRefusal:
            continue
        for event in happened:
            state = apply(state, event)
            log.append(event)
    return state, log
