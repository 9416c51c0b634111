"""Sentences in a picture: cut into lines that fit."""

from typing import Final

from cogs.tournaments.picture import palette
from cogs.tournaments.picture.lettering import Cut, fitted, width
from cogs.tournaments.picture.shapes import Label, Point

SIZE: Final = 14
LINE: Final = 1.35  # of the size, from one baseline to the next


def lines_of(text: str, room: float, size: int = SIZE) -> list[str]:
    """The text in lines of at most `room`; a word that is longer is cut."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(fitted(word, room, size))
    return lines


def paragraph(text: str, at: Point, room: float, ink: str = palette.SOFT) -> tuple[Label, ...]:
    """The text as labels, the first on the baseline `at`."""
    x, y = at
    step = SIZE * LINE
    return tuple(
        Label(x, y + number * step, line, SIZE, ink, Cut.REGULAR, room=room)
        for number, line in enumerate(lines_of(text, room))
    )


def depth(text: str, room: float) -> float:
    """How high such a paragraph is."""
    return len(lines_of(text, room)) * SIZE * LINE
