"""How the bot is set: `load()` reads the defaults, the operator's file and the environment."""

import ipaddress
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pydantic import ValidationError

from config.settings import DEFAULTS, PREFIX, Settings
from core.errors import CannotStart

MOST_LINES = 100  # in 30 seconds: what Twitch lets a moderator say

ADDRESSES = {
    "discord": ("api_base", "gateway_url", "oauth_url"),
    "twitch": ("helix_url", "id_url", "eventsub_url"),
}


def load(folder: Path | None = None) -> Settings:
    """The settings of this start; `folder` is where `maraude.toml` may lie (default: here).

    Raises `CannotStart` for a name nobody knows, a value that cannot be, a file that cannot be
    read, and an address that would carry a token away from its platform.
    """
    defaults = tomllib.loads(DEFAULTS.read_text("utf-8"))
    file = _read((folder or Path.cwd()) / "maraude.toml")
    for section, values in file.items():
        _must_be_known(defaults, section, values if isinstance(values, dict) else {"": 0})
    for variable in (name for name in os.environ if name.startswith(PREFIX)):
        section, _, name = variable.removeprefix(PREFIX).lower().partition("__")
        if name not in defaults.get(section, {}):
            raise CannotStart("start-setting-unknown", name=variable)
    try:
        settings = Settings(**file)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        setting = ".".join(str(part) for part in first["loc"])
        raise CannotStart("start-setting-wrong", name=setting, problem=first["msg"]) from None
    _check_addresses(settings, defaults)
    return settings


def on_loopback(settings: Settings) -> bool:
    """Whether every platform that is configured stands on this machine: not production."""
    return all(
        is_loopback(getattr(getattr(settings, section), name))
        for section, names in ADDRESSES.items()
        if getattr(settings, f"has_{section}")
        for name in names
        if name != "oauth_url" or settings.discord.client_secret
    )


def is_loopback(address: str) -> bool:
    host = urlsplit(address).hostname or ""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _read(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {}
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        line = getattr(error, "lineno", None) or _line_in(str(error))
        raise CannotStart("start-config-malformed", file=path.name, line=line) from None


def _line_in(message: str) -> str:
    """Python 3.11 tells the line in words only: "… (at line 3, column 1)"."""
    _, _, rest = message.partition("line ")
    return rest.partition(",")[0] or "?"


def _must_be_known(
    defaults: Mapping[str, Mapping[str, Any]], section: str, values: Mapping[str, Any]
) -> None:
    for name in values:
        if name not in defaults.get(section, {}):
            raise CannotStart("start-setting-unknown", name=f"{section}.{name}".rstrip("."))


def _check_addresses(settings: Settings, defaults: Mapping[str, Mapping[str, Any]]) -> None:
    for section, names in ADDRESSES.items():
        for name in names:
            address = getattr(getattr(settings, section), name)
            if address != defaults[section][name] and not is_loopback(address):
                variable = f"{PREFIX}{section}__{name}".upper()
                raise CannotStart("start-address-refused", name=variable)
    demo = settings.demo
    files = demo.clock_file or demo.reads_file or demo.frame_from
    hurried = demo.speed != 1 or settings.twitch.lines_per_30s > MOST_LINES
    if (hurried or files) and not on_loopback(settings):
        raise CannotStart("start-speed-refused")
