"""What a phone can show: said once, for every card and every answer.

Discord takes 2,000 characters, five rows of five buttons and labels of 80. A phone shows 38
characters of a label before it cuts it, and 40 of a line that does not wrap.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from cogs.tournaments.rules.names import clusters
from core.courier import Card
from platforms.discord_client.pressing import MOST, custom_id
from tests.discord_desk import Answer

TEXT: Final = 2000  # characters of a message
LABEL: Final = 38  # of a button, whole on a phone
SENT: Final = 80  # of a button, with the code points of an emoji counted one by one
WIDE: Final = 40  # of a line in a block of code
ROW = ROWS = 5
BLOCK: Final = re.compile(r"```.*?```", re.DOTALL)


def misfits(card: Card) -> Iterator[str]:
    """What of a card a phone could not show, or Discord would not take."""
    yield from _text(card.text)
    if len(card.rows) > ROWS or any(not 1 <= len(row) <= ROW for row in card.rows):
        yield f"rows of {[len(row) for row in card.rows]}"
    for choice in (choice for row in card.rows for choice in row):
        yield from _label(choice.label)
        if choice.style != "link" and len(custom_id(choice.verb, choice.args)) > MOST:
            yield f"a long id: {choice.verb}"
    if card.picture is not None and not card.picture.alt:
        yield "a picture without words"


def misfits_of(answer: Answer) -> Iterator[str]:
    """The same of what was sent as an answer, a form included."""
    data = answer.data
    if "title" in data:
        yield from _form(data)
        return
    yield from _text(answer.text)
    rows = data.get("components") or []
    if len(rows) > ROWS or any(len(row["components"]) > ROW for row in rows):
        yield f"rows of {[len(row['components']) for row in rows]}"
    for part in (part for row in rows for part in row["components"]):
        yield from _label(part.get("label", ""))
        if len(part.get("custom_id", "")) > MOST:
            yield "a long id"


def _text(text: str) -> Iterator[str]:
    if not 1 <= len(text.strip()) <= TEXT or len(text) > TEXT:
        yield f"{len(text)} characters: {text[:60]!r}"
    for block in BLOCK.findall(text):
        yield from (f"a wide line: {line}" for line in block.splitlines() if len(line) > WIDE)


def _label(label: str) -> Iterator[str]:
    if not label.strip() or len(label) > SENT or _seen(label) > LABEL:
        yield f"a label: {label!r}"
    if "\\" in label:
        yield f"a label is not formatted: {label!r}"


def _seen(label: str) -> int:
    """Characters as a reader counts them."""
    return len(clusters(label))


def _form(data: Mapping[str, Any]) -> Iterator[str]:
    if not 1 <= len(data["title"]) <= 45:
        yield f"a title: {data['title']!r}"
    for row in data["components"]:
        if row["type"] == 10:  # a text above the fields
            if not 1 <= len(row["content"]) <= 4000:
                yield "a text of a form"
            continue
        for part in row["components"]:
            if not 1 <= len(part["label"]) <= 45:
                yield f"a field: {part['label']!r}"
            if len(part.get("value") or "") > part.get("max_length", 4000):
                yield f"a value: {part['value']!r}"
