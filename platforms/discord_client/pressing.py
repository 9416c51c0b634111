"""Buttons, menus and forms: drawn from a `Card`, answered by verb, alive after any restart.

What a component means stands in its `custom_id` alone ("tournaments.join|7"), so nothing has to
be remembered between the message and the click: discord.py is told not to (see
docs/decisions/0004-one-dispatcher.md), and its `on_interaction` event brings every press here.
"""

import io
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

import discord

from core.courier import Card, Choice
from core.people import Actor

STYLES = {
    "primary": discord.ButtonStyle.primary,
    "secondary": discord.ButtonStyle.secondary,
    "success": discord.ButtonStyle.success,
    "danger": discord.ButtonStyle.danger,
}
SEPARATOR = "|"
MOST = 100  # characters of a custom_id
LONGEST = 2000  # characters of a message


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button pressed, a menu chosen from, or a form sent, by somebody we have recognised."""

    interaction: discord.Interaction[Any]
    actor: Actor
    args: tuple[str, ...] = ()
    values: tuple[str, ...] = ()  # what was chosen in a menu
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)  # of a form


Press = Callable[[Pressed], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Nameless:
    """A press that is answered whoever it is: nobody is recognised, so it needs no database."""

    answer: Callable[[discord.Interaction[Any]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Field:
    """One line or box of a form."""

    name: str
    label: str
    long: bool = False
    required: bool = True
    value: str = ""
    most: int = 200  # characters


@dataclass(frozen=True, slots=True)
class Form:
    """A Discord modal. It must be the first answer to a click, and has five fields at most."""

    verb: str
    title: str
    fields: tuple[Field, ...]
    args: tuple[str, ...] = ()
    text: str = ""  # what stands above the fields


def custom_id(verb: str, args: Sequence[str]) -> str:
    made = SEPARATOR.join((verb, *args))
    if len(made) > MOST:
        raise ValueError(f"Discord takes {MOST} characters: {verb}")
    return made


def text_of(card: Card) -> str:
    """The card's text, as much of it as Discord takes: cut short, it is told all the same."""
    if len(card.text) <= LONGEST:
        return card.text
    kept = card.text[: LONGEST - 2]
    return (kept.rpartition("\n")[0] or kept) + "\n…"


def view_of(card: Card) -> discord.ui.View | None:
    """The card's buttons. Stopped before it is sent, a view is not kept in discord.py's memory."""
    if not card.rows:
        return None
    view = discord.ui.View(timeout=None)
    for row, choices in enumerate(card.rows):
        for choice in choices:
            view.add_item(_button(choice, row))
    view.stop()
    return view


def _button(choice: Choice, row: int) -> discord.ui.Button[Any]:
    if choice.style == "link":
        return discord.ui.Button(label=choice.label, url=choice.link, row=row)
    return discord.ui.Button(
        label=choice.label,
        style=STYLES[choice.style],
        custom_id=custom_id(choice.verb, choice.args),
        disabled=choice.disabled,
        row=row,
    )


def file_of(card: Card) -> discord.File | None:
    if card.picture is None:
        return None
    picture = card.picture
    return discord.File(io.BytesIO(picture.png), picture.name, description=picture.alt[:1024])


class _Modal(discord.ui.Modal):
    """Only drawn by discord.py; what is sent back is read by `pressed`."""

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        del interaction


def modal_of(form: Form) -> discord.ui.Modal:
    modal = _Modal(title=form.title, custom_id=custom_id(form.verb, form.args), timeout=900)
    if form.text:
        modal.add_item(discord.ui.TextDisplay(form.text))
    for each in form.fields:
        modal.add_item(
            discord.ui.TextInput(
                custom_id=each.name,
                label=each.label,
                style=discord.TextStyle.long if each.long else discord.TextStyle.short,
                required=each.required,
                default=each.value or None,
                max_length=each.most,
            )
        )
    return modal


def verb_of(interaction: discord.Interaction[Any]) -> tuple[str, tuple[str, ...]]:
    """The verb and the arguments in the component's or form's id."""
    data = cast("Mapping[str, Any]", interaction.data or {})
    verb, *args = str(data.get("custom_id", "")).split(SEPARATOR)
    return verb, tuple(args)


def pressed(interaction: discord.Interaction[Any], actor: Actor) -> Pressed:
    data = cast("Mapping[str, Any]", interaction.data or {})
    _, args = verb_of(interaction)
    values = tuple(str(value) for value in data.get("values", ()))
    fields = dict(_fields(data.get("components", ())))
    return Pressed(interaction, actor, args, values, fields)


def _fields(components: Sequence[Mapping[str, Any]]) -> list[tuple[str, tuple[str, ...]]]:
    """Every answer of a form, wherever Discord has wrapped it (rows and labels)."""
    found: list[tuple[str, tuple[str, ...]]] = []
    for part in components:
        inner = part.get("components") or ([part["component"]] if "component" in part else [])
        found += _fields(inner)
        if "values" in part:
            found.append((part["custom_id"], tuple(str(value) for value in part["values"])))
        elif "value" in part:
            found.append((part["custom_id"], (str(part["value"]),)))
    return found
