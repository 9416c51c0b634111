"""How the bot is set: `load()` reads the defaults, the operator's file and the environment."""

import ipaddress
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pydantic import ValidationError

from config.settings import Settings
from core.errors import CannotStart

HOME = Path(__file__).parent
PREFIX = "MARAUDE_"
ADDRESSES = {
    "discord": ("api_base", "gateway_url", "oauth_url"),
    "twitch": ("helix_url", "id_url", "eventsub_url"),
}


def load(folder: Path | None = None, environment: Mapping[str, str] | None = None) -> Settings:
    """The settings of this start; `folder` is where `maraude.toml` may lie (default: here).

    Raises `CannotStart` for a name nobody knows, a value that cannot be, a file that cannot be
    read, and an address that would carry a token away from its platform.
    """
    defaults = tomllib.loads((HOME / "default.toml").read_text("utf-8"))
    layers = [defaults, _file((folder or Path.cwd()) / "maraude.toml")]
    layers.append(_environment(os.environ if environment is None else environment, defaults))
    merged: dict[str, dict[str, Any]] = {name: dict(values) for name, values in defaults.items()}
    for layer in layers[1:]:
        for section, values in layer.items():
            if section not in merged or not isinstance(values, dict):
                raise CannotStart("start-setting-unknown", name=section)
            for name, value in values.items():
                if name not in merged[section]:
                    raise CannotStart("start-setting-unknown", name=f"{section}.{name}")
                merged[section][name] = value
    try:
        settings = Settings.model_validate(merged)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        name = ".".join(str(part) for part in first["loc"])
        raise CannotStart("start-setting-wrong", name=name, problem=first["msg"]) from None
    _check_addresses(settings, defaults)
    return settings


def on_loopback(settings: Settings) -> bool:
    """Whether every platform that is configured stands on this machine: not production."""
    return all(
        is_loopback(getattr(getattr(settings, section), name))
        for section, names in ADDRESSES.items()
        if getattr(settings, f"has_{section}")
        for name in names
        if not (name == "oauth_url" and not settings.discord.client_secret)
    )


def is_loopback(address: str) -> bool:
    host = urlsplit(address).hostname or ""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _file(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {}
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        line = getattr(error, "lineno", 0) or 0
        raise CannotStart("start-config-malformed", file=path.name, line=str(line)) from None


def _environment(
    environment: Mapping[str, str], defaults: Mapping[str, Mapping[str, Any]]
) -> dict[str, dict[str, Any]]:
    """`MARAUDE_WEB__PORT=1` as {"web": {"port": "1"}}; pydantic gives each its type."""
    found: dict[str, dict[str, Any]] = {}
    for variable, value in environment.items():
        if not variable.startswith(PREFIX):
            continue
        section, _, name = variable.removeprefix(PREFIX).lower().partition("__")
        if name not in defaults.get(section, {}):
            raise CannotStart("start-setting-unknown", name=variable)
        found.setdefault(section, {})[name] = value
    return found


def _check_addresses(settings: Settings, defaults: Mapping[str, Mapping[str, Any]]) -> None:
    for section, names in ADDRESSES.items():
        for name in names:
            address = getattr(getattr(settings, section), name)
            if address != defaults[section][name] and not is_loopback(address):
                variable = f"{PREFIX}{section}__{name}".upper()
                raise CannotStart("start-address-refused", name=variable)
    demo = settings.demo
    hurried = demo.speed != 1 or demo.clock_file or demo.reads_file or demo.frame_from
    if hurried and not on_loopback(settings):
        raise CannotStart("start-speed-refused")
