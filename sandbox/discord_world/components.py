"""Buttons, menus and text displays, found wherever they stand in a message or a modal."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

ROW, BUTTON, SELECT, TEXT_INPUT = 1, 2, 3, 4
USER_SELECT, ROLE_SELECT, MENTIONABLE_SELECT, CHANNEL_SELECT = 5, 6, 7, 8
SECTION, TEXT_DISPLAY, CONTAINER, LABEL = 9, 10, 17, 18
FILE_UPLOAD, RADIO_GROUP, CHECKBOX_GROUP, CHECKBOX = 19, 21, 22, 23
SELECTS = {SELECT, USER_SELECT, ROLE_SELECT, MENTIONABLE_SELECT, CHANNEL_SELECT}
LINK = 5


@dataclass(frozen=True, slots=True)
class Option:
    label: str
    value: str
    default: bool = False


@dataclass(frozen=True, slots=True)
class Component:
    """A thing one can press, choose from or fill in."""

    kind: int
    custom_id: str | None
    label: str
    url: str | None = None
    disabled: bool = False
    style: int = 0
    required: bool = False
    options: tuple[Option, ...] = ()
    limits: tuple[int, int] = (0, 4000)
    value: str | None = None


def walk(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Every component, outer ones first."""
    for raw in rows:
        yield raw
        yield from walk(raw.get("components") or [])
        yield from walk([raw[key] for key in ("accessory", "component") if raw.get(key)])


def flatten(rows: list[dict[str, Any]]) -> list[Component]:
    """What can be used, in reading order; a label lends its words to what it wraps."""
    labels = {
        id(raw["component"]): raw.get("label", "") for raw in walk(rows) if raw["type"] == LABEL
    }
    return [
        _read(raw, labels.get(id(raw), ""))
        for raw in walk(rows)
        if "custom_id" in raw or _link(raw)
    ]


def _link(raw: dict[str, Any]) -> bool:
    return bool(raw["type"] == BUTTON)


def _read(raw: dict[str, Any], label: str) -> Component:
    kind = raw["type"]
    return Component(
        kind=kind,
        custom_id=raw.get("custom_id"),
        label=raw.get("label") or label or raw.get("placeholder") or _emoji(raw),
        url=raw.get("url"),
        disabled=bool(raw.get("disabled")),
        style=raw.get("style") or 0,
        required=bool(raw.get("required", kind != CHECKBOX)),
        options=tuple(
            Option(each["label"], each["value"], bool(each.get("default")))
            for each in raw.get("options") or []
        ),
        limits=_limits(raw),
        value=raw.get("value"),
    )


def _limits(raw: dict[str, Any]) -> tuple[int, int]:
    """How many characters, or how many values; what is not said is Discord's default."""
    if raw["type"] == TEXT_INPUT:
        return raw.get("min_length") or 0, raw.get("max_length") or 4000
    low, high = raw.get("min_values"), raw.get("max_values")
    most = len(raw["options"]) if raw["type"] == CHECKBOX_GROUP else 1
    return 1 if low is None else low, most if high is None else high


def _emoji(raw: dict[str, Any]) -> str:
    return (raw.get("emoji") or {}).get("name") or ""


def texts(content: str, embeds: list[dict[str, Any]], rows: list[dict[str, Any]]) -> str:
    """Everything a person reads in a message, one piece a line."""
    pieces: list[str | None] = [content]
    for embed in embeds:
        pieces += [(embed.get("author") or {}).get("name"), embed.get("title")]
        pieces += [embed.get("description")]
        for each in embed.get("fields") or []:
            pieces += [each["name"], each["value"]]
        pieces += [(embed.get("footer") or {}).get("text")]
    pieces += [raw["content"] for raw in walk(rows) if raw["type"] == TEXT_DISPLAY]
    return "\n".join(piece for piece in pieces if piece)
