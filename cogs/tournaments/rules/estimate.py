"""How long an event takes: the matches that wait for one another, one after the other.

Everything else is played meanwhile. Told in steps of five minutes, and rather too long than too
short: an evening that ends early is a good evening.
"""

from collections.abc import Callable, Mapping
from math import ceil, comb
from types import MappingProxyType
from typing import Final

from cogs.tournaments.rules.bracket import FEWEST
from cogs.tournaments.rules.presets import Preset, Shape, best_of
from cogs.tournaments.rules.setup import Cut, Format, Setup

STEP: Final = 5  # minutes
TOP: Final = 8  # who play on after a Swiss stage
PAUSE: Final = 4  # minutes to find each other, however many games follow
ONCE_IN_TWO: Final = 0.5  # how often a grand final is played again


def expected_minutes(preset: Preset, entrants: int, shape: Shape | None = None) -> int:
    """From the first call to the last score; 0 where nobody has an opponent."""
    if entrants < FEWEST:
        return 0
    minutes = _minutes(preset, entrants, shape or preset.shape(entrants))
    return STEP * ceil(minutes / STEP)


def expected_games(games: int) -> float:
    """Of a best-of between equals: 2.5 for a best-of-3."""
    wins = games // 2 + 1
    ways = {n: comb(n - 1, wins - 1) for n in range(wins, games + 1)}
    return sum(n * way / (1 << n - 1) for n, way in ways.items())


def _minutes(preset: Preset, entrants: int, shape: Shape) -> float:
    if shape is Shape.ARENA:
        return preset.minutes.arena
    if shape is Shape.ROUND_ROBIN:
        return _match(preset, preset.best_of.first) * (entrants - 1 + entrants % 2)
    if shape is Shape.SWISS_TOP_8:
        return _swiss(preset, entrants) + _single(preset, min(entrants, TOP))
    return PATHS[shape](preset, entrants)


def _match(preset: Preset, games: int) -> float:
    return expected_games(games) * preset.minutes.game + preset.minutes.between


def _rounds(entrants: int) -> int:
    return (entrants - 1).bit_length()


def _single(preset: Preset, entrants: int) -> float:
    return sum(_match(preset, best_of(preset, left)) for left in range(1, _rounds(entrants) + 1))


def _double(preset: Preset, entrants: int) -> float:
    """The long way: a first match lost, every round among the losers, a grand final, a reset."""
    final = _match(preset, best_of(preset, 1))
    rounds = _rounds(entrants)
    if rounds == 1:
        return final
    first = _match(preset, best_of(preset, rounds + 1))
    losers = sum(
        _match(preset, best_of(preset, 2 + left // 2)) for left in range(2 * (rounds - 1))
    )
    return first + losers + final * (1 + ONCE_IN_TWO)


def _swiss(preset: Preset, entrants: int) -> float:
    """A round waits for its slowest match, so every game of it is counted."""
    games = preset.best_of.first
    return _rounds(entrants) * (games * preset.minutes.game + preset.minutes.between)


def _lobbies(preset: Preset, entrants: int) -> float:
    lobbies = preset.lobbies
    if lobbies is None:
        return _match(preset, preset.best_of.first)
    rounds = lobbies.rounds + (entrants > lobbies.size and lobbies.finalists > 0)
    return rounds * (lobbies.games * preset.minutes.game + preset.minutes.between)


PATHS: Final[Mapping[Shape, Callable[[Preset, int], float]]] = MappingProxyType(
    {
        Shape.SINGLE_ELIMINATION: _single,
        Shape.DOUBLE_ELIMINATION: _double,
        Shape.SWISS: _swiss,
        Shape.LOBBIES: _lobbies,
    }
)


def event_minutes(setup: Setup, match_minutes: float, clock_minutes: float) -> int:
    """The same for an event as it is set up, by how long one of its usual matches lasts."""
    if setup.entrants < FEWEST:
        return 0
    if setup.format is Format.ARENA:
        return STEP * ceil(clock_minutes / STEP)
    usual, pause = expected_games(setup.best_of), min(PAUSE, match_minutes / 2)

    def match(rounds_left: int) -> float:
        """1 round is left in the final; as far as `finals` goes, it says how many games."""
        known = rounds_left <= len(setup.finals)
        games = setup.finals[rounds_left - 1] if known else setup.best_of
        return pause + (match_minutes - pause) * expected_games(games) / usual

    minutes = _to_the_cut(setup, match_minutes, match)
    if (cut := setup.cut) is not None:
        minutes += _elimination(_taken(setup, cut), cut.format, match)
    return STEP * ceil(minutes / STEP)


def _to_the_cut(setup: Setup, match_minutes: float, match: Callable[[int], float]) -> float:
    if setup.format is Format.ROUND_ROBIN:
        largest = ceil(setup.entrants / max(1, setup.groups))
        return match_minutes * setup.legs * (largest - 1 + largest % 2)
    if setup.format is Format.SWISS:  # a round waits for its slowest match
        return match_minutes * setup.planned * setup.best_of / expected_games(setup.best_of)
    if setup.format is Format.LOBBIES:
        return match_minutes * setup.planned
    return _elimination(setup.entrants, setup.format, match)


def _taken(setup: Setup, cut: Cut) -> int:
    groups = setup.groups if setup.format is Format.ROUND_ROBIN else 1
    return min(setup.entrants, cut.take * groups)


def _elimination(entrants: int, format_: Format, match: Callable[[int], float]) -> float:
    rounds = _rounds(entrants)
    if format_ is Format.SINGLE_ELIMINATION:
        return sum(map(match, range(1, rounds + 1)))
    if rounds <= 1:
        return match(1)
    losers = sum(match(2 + left // 2) for left in range(2 * (rounds - 1)))
    return match(rounds + 1) + losers + match(1) * (1 + ONCE_IN_TWO)
