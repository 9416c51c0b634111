"""What an evening is played as: its game, a ready-made evening, and what its host asks for."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from cogs.tournaments.rules import hosting
from cogs.tournaments.rules.bracket import FEWEST, MOST
from cogs.tournaments.rules.estimate import expected_games
from cogs.tournaments.rules.presets import BestOf, Draws, Preset, Shape
from cogs.tournaments.rules.setup import Format
from cogs.tournaments.rules.templates import Template
from core.errors import Refusal

ANY: Final = "any-1v1"
ANY_LOBBY: Final = "any-lobby"
USUAL_SIZE: Final = 16  # seats, where neither a host nor a ready-made evening says how many
TOP: Final = 8  # who play on after a Swiss stage

_FORMATS: Final[Mapping[Shape, Format]] = MappingProxyType(
    {
        **{shape: Format(shape.value) for shape in Shape if shape is not Shape.SWISS_TOP_8},
        Shape.SWISS_TOP_8: Format.SWISS,
    }
)


class GameNotForFormat(Refusal):
    """A game of two sides in lobbies, or one of lobbies between two sides."""

    key = "games-not-for-format"


def any_game(ready: Template | None) -> str:
    """The game of an evening whose host names none."""
    return ANY_LOBBY if ready and ready.format is Format.LOBBIES else ANY


def planned(
    game: Preset | None, ready: Template | None, size: int | None, best_of: int | None
) -> Template:
    """The evening as it will be: what is not asked for is as the game or `ready` has it.

    A ready-made evening keeps its format and its seats; what a game says of its matches goes
    before what is ready-made. Raises `BadSize`, `BadBestOf`, `GameNotForFormat`.
    """
    seats = size if size is not None else ready.size if ready else USUAL_SIZE
    if not FEWEST <= seats <= MOST:
        raise hosting.BadSize
    base = ready or Template("", "", seats, Format.SINGLE_ELIMINATION)
    found = replace(base if game is None else _of_game(game, base, ready is None, seats))
    found = replace(found, size=seats)
    return found if best_of is None else _all_of(found, hosting.best_of(best_of))


def _of_game(game: Preset, base: Template, free: bool, seats: int) -> Template:
    shape = game.shape(seats)
    format_ = _FORMATS[shape] if free else base.format
    if (format_ is Format.LOBBIES) is not (game.lobbies is not None):
        raise GameNotForFormat
    options: dict[str, object] = dict(base.options)
    if free and shape is Shape.SWISS_TOP_8:
        options["cut"] = {"take": TOP, "third_place": True}
    return replace(
        base,
        format=format_,
        options={**options, **_options(game)},
        best_of=game.best_of.first,
        match_minutes=match_minutes(game),
        clock_minutes=game.minutes.arena,
    )


def match_minutes(game: Preset) -> int:
    """As long as a match of this game lasts, from its call to its score."""
    if game.lobbies is not None:
        return game.lobbies.games * game.minutes.game + game.minutes.between
    return round(expected_games(game.best_of.first) * game.minutes.game + game.minutes.between)


def _options(game: Preset) -> dict[str, object]:
    """What the game says of its matches, by the names that the engine gives its options."""
    options: dict[str, object] = {}
    if game.draws is Draws.ALLOWED:
        options["draws"] = True
    if game.best_of != BestOf(*[game.best_of.first] * 3):
        options["finals"] = [game.best_of.final, game.best_of.semi_final]
    if (lobbies := game.lobbies) is not None:
        options |= {"lobby": lobbies.size, "rounds": lobbies.rounds}
        options["finalists"] = lobbies.finalists
        options["points"] = list(lobbies.points)
    return options


def _all_of(evening: Template, best_of: int) -> Template:
    """Every match in so many games, the final included; a lobby has its own."""
    if evening.format is Format.LOBBIES:
        return evening
    options = {name: value for name, value in evening.options.items() if name != "finals"}
    longer = expected_games(best_of) / expected_games(evening.best_of)
    minutes = round(evening.match_minutes * longer)
    return replace(evening, best_of=best_of, options=options, match_minutes=minutes)
