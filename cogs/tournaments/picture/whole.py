"""Everything of a tournament in one drawing, for a page; and what of it fits on a stream."""

from collections.abc import Sequence
from typing import Final

from cogs.tournaments.picture import palette
from cogs.tournaments.picture.layout import (
    MARGIN,
    ON_PAGE,
    TITLE,
    TITLE_ROOM,
    TITLE_SIZE,
    Laid,
    bracket,
    title_of,
)
from cogs.tournaments.picture.lettering import Cut, width
from cogs.tournaments.picture.overview import Overview
from cogs.tournaments.picture.shapes import Drawing, Group
from cogs.tournaments.picture.sheet import Sheet
from cogs.tournaments.picture.wall import in_pairs, tiles_of, wall
from cogs.tournaments.picture.words import Words

NARROWEST: Final = 560
NOW: Final = 64  # matches of the present round; the list has them all
BETWEEN: Final = 40
TABLES: Final = 4  # groups that fit on a stream, two side by side
COLUMN: Final = 420
ALONE: Final = 600  # the width of a table that stands by itself


def whole(overview: Overview, words: Words) -> Drawing:
    """What is being played, and all that led there, to pan in a box of its own."""
    parts: list[Laid] = []
    top = float(TITLE)
    now = overview.current
    if overview.bracket is not None:
        parts.append(bracket(overview.bracket, words, top, ON_PAGE))
        top = parts[-1].bottom + BETWEEN
    elif now is not None and not now.over:
        parts.append(wall(in_pairs(tiles_of(now, words, NOW)), words, top, ON_PAGE))
        top = parts[-1].bottom + BETWEEN / 2
    for grid in overview.grids:
        last = grid is overview.grids[-1]
        sheet = Sheet(grid, words, (MARGIN, top + 18), explained=last)
        top = sheet.bottom + BETWEEN
        parts.append(Laid(tuple(sheet.groups()), sheet.wide, sheet.bottom))
    return _drawing(overview, words, parts)


def on_stage(overview: Overview, words: Words, last: int) -> Drawing:
    """What can be read on a stream: the end of the bracket, or the best of the tables."""
    shown = overview.bracket
    if shown is not None:
        # Two brackets stand one above the other: half as many fit.
        end = shown.last_of(last // 2 if shown.double else last)
        return _drawing(overview, words, [bracket(end, words, TITLE, ON_PAGE)])
    tables = overview.grids[:TABLES]
    alone = len(tables) == 1
    parts: list[Laid] = []
    top = float(TITLE)
    for at, grid in enumerate(tables):
        x = MARGIN + (at % 2) * (COLUMN + MARGIN)
        fits, most = (ALONE, last) if alone else (COLUMN, last // 2)
        sheet = Sheet(grid, words, (x, top + 18), fits, most, explained=False)
        wide = x - MARGIN + sheet.wide
        parts.append(Laid(tuple(sheet.groups()), wide, sheet.bottom))
        if at % 2:
            top = max(part.bottom for part in parts)
    return _drawing(overview, words, parts)


def _drawing(overview: Overview, words: Words, parts: Sequence[Laid]) -> Drawing:
    title = min(TITLE_ROOM, width(overview.title, TITLE_SIZE, Cut.BOLD) + 1)
    narrowest = NARROWEST if overview.grids else 0
    wide = max(narrowest, title, *(part.wide for part in parts)) + 2 * MARGIN
    return Drawing(
        wide=round(wide),
        high=round(max(part.bottom for part in parts) + MARGIN),
        paper=palette.PAPER,
        groups=(
            Group("title", (title_of(overview.title, wide, MARGIN),)),
            *(group for part in parts for group in part.groups),
        ),
        title=overview.title,
        about=words.about(overview.title),
    )
