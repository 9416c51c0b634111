"""What Discord refuses in buttons, menus and modals, and its API description does not say."""

from sandbox.discord_world.components import (
    BUTTON,
    LABEL,
    LINK,
    ROW,
    SELECT,
    SELECTS,
    TEXT_DISPLAY,
    TEXT_INPUT,
    walk,
)
from sandbox.discord_world.problems import invalid
from sandbox.discord_world.state import Json

ROWS, IN_A_ROW, V2_TOTAL, OPTIONS, CUSTOM_ID, WORDS = 5, 5, 40, 25, 100, 80
PREMIUM, INPUT = 6, 4000
IN_MODALS_ONLY = {LABEL, 19, 21, 22, 23}


def check_rows(rows: list[Json], *, v2: bool) -> None:
    """The components of a message."""
    for number, raw in enumerate(rows):
        if raw.get("type") in IN_MODALS_ONLY | {TEXT_INPUT}:
            raise invalid(f"components.{number}", "This component stands in modals only.")
        if not v2 and raw.get("type") != ROW:
            raise invalid(f"components.{number}.type", "Without IS_COMPONENTS_V2, only rows.")
    if not v2 and len(rows) > ROWS:
        raise invalid("components", f"Must be between 1 and {ROWS} in length.")
    everything = list(walk(rows))
    if v2 and len(everything) > V2_TOTAL:
        raise invalid("components", f"No more than {V2_TOTAL} components in all.")
    for number, raw in enumerate(everything):
        _check_one(f"components.{number}", raw)
    check_unique(everything)


def check_unique(everything: list[Json]) -> None:
    """No two components answer to one name."""
    names = [raw["custom_id"] for raw in everything if raw.get("custom_id")]
    for name in names:
        if names.count(name) > 1:
            why = "Component custom id cannot be duplicated"
            raise invalid("components", why, "COMPONENT_CUSTOM_ID_DUPLICATED")


def _check_one(where: str, raw: Json) -> None:
    kind = raw.get("type")
    if kind == ROW:
        _check_row(where, raw)
    elif kind == BUTTON:
        _check_button(where, raw)
    elif kind in SELECTS:
        _check_select(where, raw)
    elif kind == TEXT_DISPLAY and not raw.get("content"):
        raise invalid(f"{where}.content", "This field is required")


def _check_row(where: str, raw: Json) -> None:
    inside = raw.get("components") or []
    kinds = {each.get("type") for each in inside}
    if not 1 <= len(inside) <= IN_A_ROW:
        raise invalid(f"{where}.components", f"Must be between 1 and {IN_A_ROW} in length.")
    if kinds & (SELECTS | {TEXT_INPUT}) and len(inside) > 1:
        raise invalid(f"{where}.components", "A menu stands alone in its row.")
    if not kinds <= SELECTS | {BUTTON, TEXT_INPUT}:
        raise invalid(f"{where}.components", "This component cannot stand in a row.")


def _check_button(where: str, raw: Json) -> None:
    link = raw.get("style") == LINK
    if link and ("custom_id" in raw or not raw.get("url")):
        raise invalid(where, "A link button has a url and no custom id")
    if not link and raw.get("style") != PREMIUM and (raw.get("url") or not raw.get("custom_id")):
        raise invalid(where, "A custom id is required, and a url is for links")
    if not (raw.get("label") or raw.get("emoji")) and raw.get("style") != PREMIUM:
        raise invalid(where, "A button must have a label or an emoji")
    short(f"{where}.label", raw.get("label"), WORDS)
    short(f"{where}.custom_id", raw.get("custom_id"), CUSTOM_ID)


def _check_select(where: str, raw: Json) -> None:
    short(f"{where}.custom_id", raw.get("custom_id") or "", CUSTOM_ID, 1)
    short(f"{where}.placeholder", raw.get("placeholder"), 150)
    low, high = (1 if raw.get(key) is None else raw[key] for key in ("min_values", "max_values"))
    if low > high:
        raise invalid(where, "min_values is above max_values")
    if raw["type"] != SELECT:
        return
    options = raw.get("options") or []
    values = [each["value"] for each in options]
    if not 1 <= len(options) <= OPTIONS or high > len(options):
        raise invalid(f"{where}.options", f"Must be between 1 and {OPTIONS} in length.")
    if len(set(values)) < len(values):
        raise invalid(
            f"{where}.options", "Values are duplicated", "SELECT_OPTION_VALUE_DUPLICATED"
        )
    for number, each in enumerate(options):
        for key in ("label", "value", "description"):
            short(f"{where}.options.{number}.{key}", each.get(key), 100)


def check_modal(data: Json) -> None:
    """A window with fields to fill in."""
    short("data.title", data.get("title") or "", 45, 1)
    short("data.custom_id", data.get("custom_id") or "", CUSTOM_ID, 1)
    rows = data.get("components") or []
    if not 1 <= len(rows) <= ROWS:
        raise invalid("data.components", f"Must be between 1 and {ROWS} in length.")
    for number, raw in enumerate(rows):
        _check_modal_row(f"data.components.{number}", raw)
    everything = list(walk(rows))
    for raw in everything:
        if raw["type"] == TEXT_INPUT:
            _check_input(raw)
        elif raw["type"] in SELECTS:
            _check_select("data.components", raw)
    check_unique(everything)


def _check_modal_row(where: str, raw: Json) -> None:
    if raw.get("type") not in {ROW, LABEL, TEXT_DISPLAY}:
        raise invalid(f"{where}.type", "Only rows, labels and texts.")
    if raw["type"] == ROW and [each["type"] for each in raw["components"]] != [TEXT_INPUT]:
        raise invalid(where, "One text input a row.")
    if raw["type"] == LABEL:
        short(f"{where}.label", raw.get("label") or "", 45, 1)


def _check_input(raw: Json) -> None:
    where = f"data.components.{raw.get('custom_id')}"
    short(f"{where}.label", raw.get("label"), 45)
    short(f"{where}.placeholder", raw.get("placeholder"), 100)
    short(f"{where}.value", raw.get("value"), 4000)
    low, high = raw.get("min_length") or 0, raw.get("max_length") or INPUT
    if low > high or high > INPUT:
        raise invalid(where, "min_length and max_length do not agree")


def short(where: str, words: str | None, most: int, least: int = 0) -> None:
    if words is not None and not least <= len(words) <= most:
        why = f"Must be between {least} and {most} in length."
        raise invalid(where, why, "BASE_TYPE_BAD_LENGTH")
