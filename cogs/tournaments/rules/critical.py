"""What is blocking: the matches that most of what is still to be played waits for."""

from cogs.tournaments.rules.board import BUSY, Match
from cogs.tournaments.rules.bracket import NOWHERE
from cogs.tournaments.rules.setup import PAIRED
from cogs.tournaments.rules.state import State


def blocking(state: State) -> tuple[tuple[Match, int], ...]:
    """Matches under way, with how many matches or rounds wait for each; the most first."""
    found = [
        (state.board[place], _ahead(state, place))
        for place in state.playable
        if state.board[place].stage in BUSY
    ]
    return tuple(sorted(found, key=lambda pair: -pair[1]))


def _ahead(state: State, place: int) -> int:
    graph = state.graph
    rounds = 0
    if not state.in_playoffs and state.setup.format in PAIRED:
        rounds = max(0, state.setup.planned - len(state.rounds))
    seen: set[int] = set()
    waiting = [place]
    while waiting:
        now = waiting.pop()
        for slot in (graph.winner_to[now], graph.loser_to[now]):
            there = slot >> 1
            if slot != NOWHERE and there not in seen and state.board[there].result is None:
                seen.add(there)
                waiting.append(there)
    return len(seen) + rounds
