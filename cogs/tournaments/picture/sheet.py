"""A table as a drawing: whole for a page, its best rows for a phone."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from cogs.tournaments.picture import palette
from cogs.tournaments.picture.cards import NAME, SMALL
from cogs.tournaments.picture.grids import Cell, GridRow, GridView, Tone
from cogs.tournaments.picture.lettering import Cut, fitted, width
from cogs.tournaments.picture.shapes import Box, Group, Label, Patch, Point, Shape
from cogs.tournaments.picture.words import Words
from cogs.tournaments.picture.writing import SIZE, depth, paragraph

RANK: Final = 56
NAMES: Final = 216
POINTS: Final = 70
CELL: Final = 50
CELL_SCORED: Final = 66
LINE: Final = 34
HEAD: Final = 30
ABOVE: Final = 20  # between the baseline of a heading and the heads of the columns
PAD: Final = 12
_INKS: Final = {
    Tone.WON: palette.WIN,
    Tone.LOST: palette.SOFT,
    Tone.DRAWN: palette.INK,
    Tone.BYE: palette.SOFT,
    Tone.AHEAD: palette.SOFT,
    Tone.PLAIN: palette.INK,
    Tone.SELF: palette.SOFT,
}


@dataclass(frozen=True)
class Sheet:
    """One table at its place. `wide` is 0 for as wide as it needs to be; `most` rows of it."""

    grid: GridView
    words: Words
    at: Point
    fits: float = 0
    most: int = 0
    explained: bool = True  # what parts those level on points stands below it

    @cached_property
    def rows(self) -> tuple[GridRow, ...]:
        return self.grid.rows[: self.most] if self.most else self.grid.rows

    @cached_property
    def wide(self) -> float:
        return self.fits or RANK + NAMES + len(self.grid.heads) * self._cell + 2 * POINTS

    @cached_property
    def bottom(self) -> float:
        notes = sum(depth(note, self.wide) + SIZE / 2 for note in self._notes)
        return self._first + LINE * len(self.rows) + notes + SIZE

    def groups(self) -> Iterator[Group]:
        x, y = self.at
        name = f"table-{self.grid.group}"
        title = fitted(self.words.group(self.grid.group), self.wide, 16, Cut.BOLD)
        head = Label(x, y, title, 16, palette.SOFT, Cut.BOLD, room=self.wide)
        yield Group(name, (head, *self._heads()))
        for at, row in enumerate(self.rows):
            shapes = self._row(row, self._first + LINE * at, even=at % 2 == 0)
            yield Group(f"{name}-{row.side.seed}", tuple(shapes))
        below = self._first + LINE * len(self.rows) + SIZE * 1.6
        notes: list[Shape] = []
        for note in self._notes:
            notes += paragraph(note, (x, below), self.wide)
            below += depth(note, self.wide) + SIZE / 2
        yield Group(f"{name}-notes", tuple(notes))

    @cached_property
    def _notes(self) -> tuple[str, ...]:
        more = len(self.grid.rows) - len(self.rows)
        notes = (
            self.words.more(more) if more else "",
            "" if self.fits else self.words.legend(self.grid),
            self.words.level(self.grid.order) if self.grid.order and self.explained else "",
            self.words.through if any(row.through for row in self.rows) else "",
        )
        return tuple(note for note in notes if note)

    @cached_property
    def _cell(self) -> float:
        scored = any(":" in cell.text for row in self.grid.rows for cell in row.cells)
        return CELL_SCORED if scored else CELL

    @cached_property
    def _first(self) -> float:
        return self.at[1] + ABOVE + HEAD

    @cached_property
    def _name_room(self) -> float:
        return self.fits - RANK - 2 * POINTS if self.fits else NAMES

    def _heads(self) -> Iterator[Shape]:
        x, base = self.at[0], self._first - 10
        yield self._small(x + RANK, base, self.words.player, "start", self._name_room)
        if not self.fits:
            cell = self._cell
            for at, head in enumerate(self.grid.heads):
                middle = x + RANK + NAMES + (at + 0.5) * cell
                yield self._small(middle, base, str(head), "middle", cell)
        right = x + self.wide - PAD
        yield self._small(right - POINTS, base, self.words.wins, "end", POINTS)
        yield self._small(right, base, self.words.points, "end", POINTS)

    def _row(self, row: GridRow, top: float, *, even: bool) -> Iterator[Shape]:
        x, base = self.at[0], top + LINE / 2 + 6.5
        if even:
            yield Box(x, top, self.wide, LINE, fill=palette.CARD, round=5)
        yield Label(x + RANK - PAD, base, row.place, SIZE + 2, palette.SOFT, Cut.BOLD, "end")
        yield from self._name(row, x + RANK, base)
        if not self.fits:
            cell = self._cell
            for at, each in enumerate(row.cells):
                yield from self._result(each, x + RANK + NAMES + at * cell, top, cell)
        right = x + self.wide - PAD
        yield Label(right - POINTS, base, str(row.wins), NAME, palette.SOFT, anchor="end")
        yield Label(right, base, row.points, NAME, palette.INK, Cut.BOLD, "end")

    def _name(self, row: GridRow, x: float, base: float) -> Iterator[Shape]:
        room = self._name_room - PAD
        ink = palette.SOFT if row.withdrawn else palette.INK
        cut = Cut.ITALIC if row.withdrawn else Cut.REGULAR
        said = f" · {self.words.left}" if row.withdrawn else ""
        if row.through:
            room -= 18
        taken = width(said, SMALL, Cut.ITALIC)
        name = fitted(row.side.name, room - taken, NAME, cut)
        spare = f"#{row.side.seed}"
        yield Label(x, base, name, NAME, ink, cut, room=room - taken, spare=spare)
        end = x + width(name, NAME, cut)
        if said:
            yield Label(end, base, said, SMALL, palette.SOFT, Cut.ITALIC, room=taken)
        if row.through:
            left = end + taken + 8
            points = ((left, base - 11), (left + 9, base - 6), (left, base - 1))
            yield Patch(points, palette.READY)

    def _result(self, cell: Cell, left: float, top: float, wide: float) -> Iterator[Shape]:
        if cell.tone is Tone.SELF:
            yield Box(left + 4, top + 4, wide - 8, LINE - 8, fill=palette.RAISED, round=3)
            return
        ink = _INKS[cell.tone]
        text = fitted(cell.text, wide - 4, SMALL)
        yield Label(left + wide / 2, top + LINE / 2 + 5, text, SMALL, ink, anchor="middle")

    def _small(self, x: float, base: float, text: str, anchor: str, room: float) -> Label:
        shown = fitted(text, room, SMALL)
        return Label(x, base, shown, SMALL, palette.SOFT, anchor=anchor)
