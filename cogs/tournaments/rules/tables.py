"""What has been played, as a table reads it: games, lobbies, and the results of an arena."""

from collections.abc import Iterator, Mapping, Sequence

from cogs.tournaments.rules import arena, lobbies
from cogs.tournaments.rules.board import Match
from cogs.tournaments.rules.bracket import NOBODY, bracket_of
from cogs.tournaments.rules.setup import Format
from cogs.tournaments.rules.state import State
from cogs.tournaments.rules.tiebreaks import Game, Row, table

__all__ = (
    "Row",
    "arena_games",
    "arena_points",
    "half_wins",
    "lobby_rounds",
    "points",
    "table_of",
)

WIN, DRAW, LOSS = 2, 1, 0  # half-wins


def table_of(state: State, entrants: Sequence[int]) -> tuple[Row, ...]:
    """The table of these entrants, level ones parted by the stage's tie-breaks."""
    setup, inside = state.setup, set(entrants)
    games = [game for game in _games(state, entrants) if game.one in inside]
    missed = {each: count * setup.late_half_wins for each, count in state.late.items()}
    extra = {each: credit for each, credit in missed.items() if each in inside and credit}
    return table(entrants, games, setup.order, extra=extra, secret=setup.secret)


def half_wins(state: State) -> Mapping[int, int]:
    """Of everybody in the rounds so far: a win is two, and so is a bye."""
    scores = {
        each: state.late.get(each, 0) * state.setup.late_half_wins for each in state.entrants
    }
    board = state.board
    for round_ in state.rounds:
        if round_.bye:
            scores[round_.bye] += WIN
        for place in range(round_.first, round_.stop):
            match = board[place]
            result = match.result
            if result is None:
                continue
            if result.winner:
                scores[result.winner] += WIN
            elif result.drawn:
                for side in match.playing:
                    scores[side] += DRAW
    return scores


def points(state: State) -> lobbies.PointsTable:
    """What the places of a lobby are worth."""
    return lobbies.PointsTable(state.setup.points) if state.setup.points else lobbies.PointsTable()


def lobby_rounds(state: State) -> list[list[lobbies.LobbyResult]]:
    """The lobbies that are over, round by round."""
    rounds = []
    for round_ in state.rounds:
        ended = (state.board[place] for place in range(round_.first, round_.stop))
        rounds.append([_lobby(match) for match in ended if match.result])
    return rounds


def arena_games(state: State) -> Mapping[int, list[arena.Met]]:
    """What everybody played, in the order in which they did."""
    games: dict[int, list[arena.Met]] = {entrant: [] for entrant in state.entrants}
    for match in state.board:
        result = match.result
        if result is None or not result.played or bracket_of(match.id) != "A":
            continue
        one, other = match.playing
        for me, you in ((one, other), (other, one)):
            outcome = arena.Outcome.WON if result.winner == me else arena.Outcome.LOST
            games[me].append(arena.Met(you, arena.Outcome.DREW if result.drawn else outcome))
    return games


def arena_points(state: State) -> Mapping[int, int]:
    return {
        entrant: arena.points_of(met.outcome for met in games)
        for entrant, games in arena_games(state).items()
    }


def _games(state: State, entrants: Sequence[int]) -> Iterator[Game]:
    """Their byes and their matches that count, in the order of play."""
    annulled = _annulled(state)
    for round_ in state.rounds:
        if round_.bye:
            yield Game(round_.bye, NOBODY, (WIN, LOSS), played=False)
    entries = state.graph.entries
    # Of many groups each looks at its own matches alone.
    for place in sorted({slot >> 1 for one in entrants for slot in entries.get(one, ())}):
        match = state.board[place]
        counts = bracket_of(match.id) in "RS" and annulled.isdisjoint(match.playing)
        if counts and match.result is not None:
            yield _game(match)


def _game(match: Match) -> Game:
    one, other = match.playing
    result = match.result
    if result is None:
        raise ValueError(f"{match.id} has no result")
    if result.drawn:
        points_ = DRAW, DRAW
    else:
        points_ = (WIN if result.winner == one else LOSS, WIN if result.winner == other else LOSS)
    return Game(one, other, points_, result.score, played=result.played)


def _annulled(state: State) -> frozenset[int]:
    """Whose matches do not count: who left a round robin before half of them were played.

    A match that the other side did not come to is no less theirs.
    """
    if not state.withdrawn or state.setup.format is not Format.ROUND_ROBIN:
        return frozenset()
    missed: dict[int, int] = dict.fromkeys(state.withdrawn, 0)
    every: dict[int, int] = dict.fromkeys(state.withdrawn, 0)
    for match in state.board:
        for side in state.withdrawn.intersection(match.playing):
            if bracket_of(match.id) == "R":
                every[side] += 1
                result = match.result
                missed[side] += result is None or not (result.played or result.winner == side)
    return frozenset(each for each in state.withdrawn if 2 * missed[each] > every[each])


def _lobby(match: Match) -> lobbies.LobbyResult:
    result = match.result
    if result is None:
        raise ValueError(f"{match.id} has no result")
    if result.drawn:  # between two
        return lobbies.LobbyResult((match.playing,))
    order = result.order or ((result.winner,) if result.winner else ())
    if result.played and result.loser:
        order = result.winner, result.loser
    absent = tuple(side for side in match.sides if side and side not in order)
    return lobbies.LobbyResult(tuple((entrant,) for entrant in order), absent)
