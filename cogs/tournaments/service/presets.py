"""The games one can play here: ours, and those that whoever runs the bot has added."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final, Self

from cogs.tournaments.rules.fields import BadPreset
from cogs.tournaments.rules.preset_files import read
from cogs.tournaments.rules.presets import Preset
from cogs.tournaments.rules.refusals import UnknownGame
from config.settings import DEFAULTS
from core.errors import CannotStart

GAMES: Final = DEFAULTS.parent / "games"


class Presets:
    """Read once, at the start; a game never changes under an evening."""

    def __init__(self, games: Mapping[str, Preset]) -> None:
        self._games = MappingProxyType(dict(sorted(games.items())))

    def __iter__(self) -> Iterator[Preset]:
        return iter(self._games.values())

    def __getitem__(self, name: str) -> Preset:
        """Raises `UnknownGame`."""
        if name not in self._games:
            raise UnknownGame(f"there is no game {name!r:.40}")
        return self._games[name]

    def find(self, name: str) -> Preset | None:
        """None for one that is not here any more: an evening outlives its file."""
        return self._games.get(name)

    @classmethod
    def load(cls, folder: str = "") -> Self:
        """Ours, then those of `folder`, which may replace ours by taking their name.

        Raises `CannotStart` for a folder that is not there, and for a file that cannot be used.
        """
        folders = [GAMES, Path(folder)] if folder else [GAMES]
        return cls({file.stem: _game(file) for place in folders for file in _files(place)})


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise CannotStart("start-file-missing", file=str(folder))
    return sorted(folder.glob("*.toml"))


def _game(file: Path) -> Preset:
    try:
        return read(file.stem, tomllib.loads(file.read_text("utf-8")))
    except OSError:
        raise CannotStart("start-file-missing", file=str(file)) from None
    except BadPreset as bad:
        problems = "".join(f"\n  {problem}" for problem in bad.problems)
        raise CannotStart("start-game-wrong", file=file.name, problems=problems) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CannotStart("start-config-malformed", file=file.name, line=_line(error)) from None


def _line(error: ValueError) -> str:
    """Python 3.11 tells the line in words only: "… (at line 3, column 1)"."""
    _, _, rest = str(error).partition("line ")
    return rest.partition(",")[0] or "?"
