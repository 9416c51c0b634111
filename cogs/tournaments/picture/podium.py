"""The podium as a card to share: three names on three steps, the first in the middle."""

from collections.abc import Iterator, Sequence
from typing import Final

from cogs.tournaments.picture import palette
from cogs.tournaments.picture.cards import cup
from cogs.tournaments.picture.layout import title_of
from cogs.tournaments.picture.lettering import Cut, fitted, width
from cogs.tournaments.picture.overview import Step
from cogs.tournaments.picture.shapes import Box, Drawing, Group, Label, Shape
from cogs.tournaments.picture.words import Words

WIDE: Final = 630
MARGIN: Final = 24
FLOOR: Final = 370
GAP: Final = 10
STEP: Final = (WIDE - 2 * MARGIN - 2 * GAP) / 3
# Where each place stands, and how high.
_STEPS: Final = {1: (1, 150), 2: (0, 106), 3: (2, 76)}
_SIZES: Final = (25, 21, 18)
_LINE: Final = 26


def podium(steps: Sequence[Step], title: str, words: Words) -> Drawing:
    """Places that are shared stand on the same step."""
    names = {rank: [one for one in steps if one.rank == rank] for rank in _STEPS}
    groups = [
        Group(f"step-{rank}", tuple(_step(rank, there))) for rank, there in names.items() if there
    ]
    return Drawing(
        wide=WIDE,
        high=FLOOR + MARGIN,
        paper=palette.PAPER,
        groups=(Group("title", (title_of(title, WIDE, MARGIN),)), *groups),
        title=title,
        about=words.podium_about(title),
    )


def _step(rank: int, there: Sequence[Step]) -> Iterator[Shape]:
    column, high = _STEPS[rank]
    x, top = MARGIN + column * (STEP + GAP), FLOOR - high
    edge = palette.WIN if rank == 1 else palette.EDGE
    yield Box(x, top, STEP, high, fill=palette.RAISED, edge=edge, thick=2, round=8)
    middle = x + STEP / 2
    yield Label(middle, top + high / 2 + 18, str(rank), 52, palette.INK, Cut.BOLD, "middle")
    base = top - 16.0
    for one in reversed(there):
        name = one.side.name
        size = next((size for size in _SIZES if width(name, size, Cut.BOLD) <= STEP), _SIZES[-1])
        text, spare = fitted(name, STEP, size, Cut.BOLD), f"#{one.side.seed}"
        yield Label(
            middle, base, text, size, palette.INK, Cut.BOLD, "middle", room=STEP, spare=spare
        )
        base -= _LINE
    if rank == 1:
        yield from cup(middle, base - 24)
