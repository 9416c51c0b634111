"""A game as it is played here: what a host need not think of. The files stand in config/games."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from cogs.tournaments.rules.veto import Procedure

LANGUAGES: Final = ("fr", "en")
SEMI_FINAL: Final = 2  # rounds left


class Crossplay(StrEnum):
    ALL = "all"
    SOME = "some"  # the settings say which
    NONE = "none"


class Shape(StrEnum):
    SINGLE_ELIMINATION = "single_elimination"
    DOUBLE_ELIMINATION = "double_elimination"
    ROUND_ROBIN = "round_robin"
    SWISS = "swiss"
    SWISS_TOP_8 = "swiss_top_8"  # then single elimination for the first eight
    LOBBIES = "lobbies"
    ARENA = "arena"


class Scoring(StrEnum):
    WINNER = "winner"  # who won, and no more
    GAMES = "games"
    POINTS = "points"  # of each game: 5-3, 13-9
    PLACES = "places"  # of everybody in a lobby


class Draws(StrEnum):
    REPLAY = "replay"
    ALLOWED = "allowed"


class Opener(StrEnum):
    """Who opens the lobby in the game."""

    FIRST = "first"  # the side named first
    HOST = "host"


class Gives(StrEnum):
    """What the opener writes into the private thread."""

    NOTHING = "nothing"  # they invite from inside the game
    CODE = "code"
    NAME_AND_PASSWORD = "name_and_password"  # noqa: S105 - a word, not a secret
    LINK = "link"


class Proof(StrEnum):
    NONE = "none"
    SCREENSHOT = "screenshot"


@dataclass(frozen=True, slots=True)
class Roster:
    """Who a side is made of."""

    players: int  # who play at the same time
    min: int
    max: int
    substitutes: int


@dataclass(frozen=True, slots=True)
class Lobbies:
    """Everybody against everybody: points for places, over some games and rounds."""

    size: int
    games: int  # in a row, with the same people
    rounds: int
    finalists: int  # a last lobby of the best; 0 for none
    points: tuple[int, ...]  # the first place first


@dataclass(frozen=True, slots=True)
class BestOf:
    first: int = 1
    semi_final: int = 1
    final: int = 1


@dataclass(frozen=True, slots=True)
class Minutes:
    game: int
    between: int  # to find each other, choose a map, send the score
    arena: int


@dataclass(frozen=True, slots=True)
class Words:
    name: str
    settings: str  # copied into the thread
    lobby: str
    called: Mapping[str, str]  # maps and starts that have another name in this language


@dataclass(frozen=True, slots=True)
class Preset:
    id: str
    checked: date  # when somebody last compared it with the game
    platforms: tuple[str, ...]
    crossplay: Crossplay
    free: bool
    pegi: int  # 0 where there is no rating: the host decides all the same
    roster: Roster
    lobbies: Lobbies | None  # None for two sides
    shapes: tuple[Shape, ...]  # for up to 8, 16, 64 entrants, and for more
    best_of: BestOf
    scoring: Scoring
    draws: Draws
    procedure: Procedure
    opener: Opener
    gives: Gives
    minutes: Minutes
    proof: Proof
    words: Mapping[str, Words]

    def said(self, language: str) -> Words:
        return self.words.get(language, self.words[LANGUAGES[-1]])

    def called(self, language: str, choice: str) -> str:
        """The name of a map or a start in a language."""
        return self.said(language).called.get(choice, choice)

    def shape(self, entrants: int) -> Shape:
        """The format for so many, if the host does not choose another."""
        return self.shapes[sum(entrants > most for most in (8, 16, 64))]


def best_of(preset: Preset, rounds_left: int) -> int:
    """Games of a match; 1 round is left in the final, 2 in a semi-final."""
    if rounds_left <= 1:
        return preset.best_of.final
    return preset.best_of.semi_final if rounds_left == SEMI_FINAL else preset.best_of.first
