"""How far everybody came in a bracket."""

from collections.abc import Mapping

from cogs.tournaments.rules.board import Ending, Match
from cogs.tournaments.rules.bracket import IN_BRACKETS, NOWHERE, bracket_of, round_of
from cogs.tournaments.rules.elimination import GrandFinal
from cogs.tournaments.rules.state import State

Far = tuple[int, int]

FINALISTS = 1_000_000  # further than any round


def reached(state: State) -> tuple[Mapping[int, Far], Mapping[int, int]]:
    """For each entrant, how far they came (larger is further), and how often they won.

    Whoever is out has come as far as the round that put them out, whoever is not as far as can
    be; then 1 with a third place won, -1 with it lost. In a double elimination the losers'
    rounds count, and whoever lost the winners' final of one without a grand final is still in.
    """
    graph = state.graph
    far: dict[int, Far] = dict.fromkeys(state.entrants, (FINALISTS, 0))
    wins = dict.fromkeys(state.entrants, 0)
    if graph.shape is None:
        return far, wins
    for place, match in enumerate(state.board):
        if match.result is None or bracket_of(match.id) not in IN_BRACKETS:
            continue
        if match.result.winner:
            wins[match.result.winner] += 1
        if bracket_of(match.id) == "P":
            _third(match, far)
            continue
        winner = match.result.winner
        for side in match.sides:
            if side and side != winner and _is_out(state, place, side):
                far[side] = _depth(state, place), 0
    _bracket_winners(state, far)
    return far, wins


def gone(state: State) -> frozenset[int]:
    """Who left a bracket by a double forfeit."""
    return frozenset(
        side
        for match in state.board
        if bracket_of(match.id) in IN_BRACKETS
        and match.result
        and match.result.ending is Ending.DOUBLE_FORFEIT
        for side in match.sides
        if side
    )


def _third(match: Match, far: dict[int, Far]) -> None:
    winner = match.result.winner if match.result else 0
    for side in match.sides:
        if side:
            far[side] = far[side][0], 1 if side == winner else -1


def _is_out(state: State, place: int, side: int) -> bool:
    """Whether losing here leaves nothing more to play, a third place set aside."""
    graph, match = state.graph, state.board[place]
    both_left = match.result is not None and not match.result.winner
    if both_left or not (graph.shape and graph.shape.double):
        return True
    if bracket_of(match.id) == "W":  # they drop, unless there was nowhere to drop to
        return graph.loser_to[place] == NOWHERE
    if place == graph.final and graph.reset != NOWHERE and state.board[graph.reset].known:
        return False  # the second final says who comes second
    return bool(side)


def _depth(state: State, place: int) -> int:
    """The round they are out in; who left the winners' bracket would have been out after it."""
    graph = state.graph
    match, drop = graph.ids[place], graph.loser_to[place]
    if bracket_of(match) == "G":
        return FINALISTS - 2
    dropped = bracket_of(match) == "W" and drop != NOWHERE and graph.ids[drop >> 1][0] == "L"
    return round_of(graph.ids[drop >> 1] if dropped else match)


def _bracket_winners(state: State, far: dict[int, Far]) -> None:
    """Without a grand final the best of the winners' bracket stands before the losers' best."""
    graph, shape = state.graph, state.graph.shape
    if shape is None or not shape.double or shape.grand_final is not GrandFinal.NONE:
        return
    result = state.board[graph.final].result
    if result is None:
        return
    for side, (depth, _) in far.items():
        if depth == FINALISTS and side != result.winner and state.match_of(side) is None:
            far[side] = FINALISTS - 1, 0
