"""Reads the dated rows of config/: numbers that answer, structures that help."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from cogs.mediation.rules.directory import Structure
from cogs.mediation.rules.resources import Resource
from config.settings import DEFAULTS
from core.errors import CannotStart

HOME = DEFAULTS.parent


def resources(file: Path = HOME / "resources_fr.toml") -> tuple[Resource, ...]:
    """Raises `CannotStart` for a file that cannot be read, or a row that lacks something."""
    return tuple(_resource(row, file) for row in _rows(file, "resource"))


def structures(file: Path = HOME / "directory.toml") -> tuple[Structure, ...]:
    """Raises what `resources` raises."""
    return tuple(_structure(row, file) for row in _rows(file, "structure"))


def _rows(file: Path, name: str) -> list[dict[str, Any]]:
    try:
        rows = tomllib.loads(file.read_text("utf-8"))[name]
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError) as error:
        raise CannotStart("start-config-malformed", file=file.name, line="?") from error
    except OSError as error:
        raise CannotStart("start-file-missing", file=file.name) from error
    return list(rows)


def _resource(row: dict[str, Any], file: Path) -> Resource:
    row = {**row, "channels": tuple(row.get("channels", ()))}
    try:
        return Resource(**{**row, "verified_on": _day(row)})
    except (TypeError, ValueError) as error:
        raise CannotStart("start-config-malformed", file=file.name, line="?") from error


def _structure(row: dict[str, Any], file: Path) -> Structure:
    row = {**row, "needs": tuple(row.get("needs", ()))}
    try:
        return Structure(**{**row, "verified_on": _day(row)})
    except (TypeError, ValueError) as error:
        raise CannotStart("start-config-malformed", file=file.name, line="?") from error


def _day(row: dict[str, Any]) -> date | None:
    given = row.get("verified_on")
    if given in (None, ""):
        return None
    return given if isinstance(given, date) else date.fromisoformat(str(given))
