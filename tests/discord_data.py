"""People, roles and options of commands as Discord writes them."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Somebody:
    """A member of the server, chosen for an option of a command."""

    id: int


@dataclass(frozen=True)
class SomeRole:
    """A role of the server, chosen for an option of a command."""

    id: int


@dataclass(frozen=True, slots=True)
class SomeFile:
    """A file that somebody attaches to a command."""

    name: str
    size: int
    id: int = 4321


def option_data(name: str, value: object) -> dict[str, Any]:
    match value:
        case Somebody(number) | SomeRole(number):
            kind = 6 if isinstance(value, Somebody) else 8
            return {"type": kind, "name": name, "value": str(number)}
        case SomeFile():
            return {"type": 11, "name": name, "value": str(value.id)}
        case bool():
            return {"type": 5, "name": name, "value": value}
        case int():
            return {"type": 4, "name": name, "value": value}
    return {"type": 3, "name": name, "value": value}


def role_data(number: int) -> dict[str, Any]:
    looks = {"color": 0, "colors": {"primary_color": 0}, "hoist": False, "position": 0}
    rights = {"permissions": "0", "managed": False, "mentionable": False, "flags": 0}
    return {"id": str(number), "name": f"role{number}", **looks, **rights}


def user_data(number: int) -> dict[str, Any]:
    return {
        "id": str(number),
        "username": f"player{number}",
        "discriminator": "0",
        "global_name": None,
        "avatar": None,
    }
