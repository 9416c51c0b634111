"""Filling in what a message or a form offers, as Discord's own application would allow it."""

from collections.abc import Mapping, Sequence

from sandbox.discord_world.components import (
    CHECKBOX,
    CHECKBOX_GROUP,
    FILE_UPLOAD,
    LABEL,
    RADIO_GROUP,
    ROW,
    SELECT,
    SELECTS,
    TEXT_INPUT,
    Component,
    flatten,
)
from sandbox.discord_world.slashing import Typed
from sandbox.discord_world.state import Json
from sandbox.discord_world.waiting import CannotDo

Fill = str | bool | Sequence[object]


def pick(offered: list[Component], name: str) -> Component:
    """The component of that custom id or label, if it can be used."""
    usable = [each for each in offered if each.custom_id is not None]
    for each in usable:
        if name in {each.custom_id, each.label}:
            if each.disabled:
                raise CannotDo(f"{name!r} is disabled")
            return each
    known = ", ".join(f"{each.label!r} ({each.custom_id})" for each in usable) or "nothing"
    raise CannotDo(f"There is no {name!r} to press; there is {known}")


def chosen(menu: Component, values: Sequence[object], typed: Typed) -> list[str]:
    """The values of a menu as they travel."""
    low, high = menu.limits
    if not low <= len(values) <= high:
        raise CannotDo(f"{menu.custom_id} takes {low} to {high} values, not {len(values)}")
    if menu.kind in {SELECT, RADIO_GROUP, CHECKBOX_GROUP}:
        return [_option(menu, str(value)) for value in values]
    return [str(typed.name(value)) for value in values]


def _option(menu: Component, value: str) -> str:
    for each in menu.options:
        if value in {each.value, each.label}:
            return each.value
    known = ", ".join(f"{each.label!r}" for each in menu.options)
    raise CannotDo(f"{menu.custom_id} offers {known}; not {value!r}")


def filled(rows: list[Json], values: Mapping[str, Fill], typed: Typed) -> list[Json]:
    """The components of a form as they come back, with what was entered."""
    known = {each.custom_id: each for each in flatten(rows)}
    for name in values.keys() - known.keys():
        raise CannotDo(f"The form has no {name!r}; it has {', '.join(map(str, known))}")
    return [_row(raw, known, values, typed) for raw in rows]


def _row(
    raw: Json, known: Mapping[str | None, Component], values: Mapping[str, Fill], typed: Typed
) -> Json:
    base = {"type": raw["type"], "id": raw.get("id", 1)}
    if raw["type"] == ROW:
        inner = raw["components"][0]
        one = _field(known[inner["custom_id"]], values, typed)
        return base | {"components": [one | {"id": inner.get("id", 1)}]}
    if raw["type"] == LABEL:
        inner = raw["component"]
        one = _field(known[inner["custom_id"]], values, typed)
        return base | {"component": one | {"id": inner.get("id", 1)}}
    return base


def _field(field: Component, values: Mapping[str, Fill], typed: Typed) -> Json:
    name = str(field.custom_id)
    shape: Json = {"type": field.kind, "custom_id": name}
    value = values.get(name, _untouched(field))
    if field.kind == TEXT_INPUT:
        return shape | {"value": _words(field, str(value))}
    if field.kind == CHECKBOX:
        return shape | {"value": bool(value)}
    several = [value] if isinstance(value, str) and value else list(value or ())  # type: ignore[arg-type]
    if field.required and not several:
        raise CannotDo(f"{name} must be filled in")
    if field.kind == RADIO_GROUP:
        return shape | {"value": _option(field, str(several[0])) if several else None}
    if field.kind in SELECTS | {CHECKBOX_GROUP} and several:
        return shape | {"values": chosen(field, several, typed)}
    if field.kind == FILE_UPLOAD:
        return shape | {"values": [typed.name(each) for each in several]}
    return shape | {"values": several}


def _untouched(field: Component) -> Fill:
    """What a field holds when nobody touches it."""
    if field.kind == TEXT_INPUT:
        return field.value or ""
    return [each.value for each in field.options if each.default]


def _words(field: Component, words: str) -> str:
    low, high = field.limits
    if field.required and not words:
        raise CannotDo(f"{field.custom_id} must be filled in")
    if words and not low <= len(words) <= high:
        raise CannotDo(f"{field.custom_id} takes {low} to {high} characters")
    return words
