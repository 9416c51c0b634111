"""The pieces of a bracket: a match, somebody who passes, the champion.

What must not be confused differs in shape, in word and in colour: a seat nobody knows yet is a
dashed frame, a bye is a single row with an arrow and no frame, a match has two rows.
"""

from dataclasses import dataclass
from typing import Final

from cogs.tournaments.picture import palette
from cogs.tournaments.picture.lettering import Cut, fitted, width
from cogs.tournaments.picture.shapes import Box, Disc, Label, Patch, Path, Shape
from cogs.tournaments.picture.view import MatchView, SideView, Sitting
from cogs.tournaments.picture.words import Words
from cogs.tournaments.rules.board import Stage

WIDE: Final = 216
ROW: Final = 30
HIGH: Final = 2 * ROW
NAME: Final = 18
SMALL: Final = 14
PAD: Final = 12
TALLY: Final = 25  # the room of a score
CHIP: Final = 20


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a card stands, and how wide it may be."""

    x: float
    middle: float
    wide: float = WIDE

    @property
    def top(self) -> float:
        return self.middle - HIGH / 2


def heading(spot: Spot, text: str) -> Label:
    shown = fitted(text, spot.wide, 16, Cut.BOLD)
    return Label(spot.x, spot.middle, shown, 16, palette.SOFT, Cut.BOLD, room=spot.wide)


def match_card(spot: Spot, match: MatchView, words: Words) -> tuple[Shape, ...]:
    """A match of two; the card of somebody who passes has another shape."""
    if match.bye:
        return bye_card(spot, match.sides[0], words)
    x, top, wide = spot.x, spot.top, spot.wide
    edge = _EDGES.get(match.stage, palette.EDGE)
    waiting = match.stage is Stage.WAITING
    shapes: list[Shape] = [Box(x, top, wide, HIGH, fill=palette.CARD, round=7)]
    for at, side in enumerate(match.sides):
        shapes += _row(Spot(x, top + (at + 0.5) * ROW, wide), side, match, words)
    shapes.append(Path(((x, spot.middle), (x + wide, spot.middle)), palette.PAPER, 1.5))
    thick = 2.5 if match.stage in _EDGES else 1.5
    shapes.append(Box(x, top, wide, HIGH, edge=edge, thick=thick, round=7, dashed=waiting))
    return (*shapes, *_chip(spot, match.stage, words))


def lobby_card(spot: Spot, match: MatchView, words: Words) -> tuple[Shape, ...]:
    """Everybody of a lobby, the best first once it is over. `spot.middle` is that of row one."""
    edge = _EDGES.get(match.stage, palette.EDGE)
    x, wide, top = spot.x, spot.wide, spot.middle - ROW / 2
    high = ROW * len(match.sides)
    shapes: list[Shape] = [Box(x, top, wide, high, fill=palette.CARD, round=7)]
    sides = sorted(match.sides, key=lambda side: side.place or len(match.sides) + 1)
    for at, side in enumerate(sides):
        shapes += _placed(Spot(x, spot.middle + at * ROW, wide), side, match, words)
    thick = 2.5 if match.stage in _EDGES else 1.5
    shapes.append(Box(x, top, wide, high, edge=edge, thick=thick, round=7))
    return (*shapes, *_chip(Spot(x, top + HIGH / 2, wide), match.stage, words))


def bye_card(spot: Spot, side: SideView, words: Words) -> tuple[Shape, ...]:
    """One row without a frame: a name, and the arrow that takes it on."""
    x, middle, room = spot.x, spot.middle, spot.wide - 2 * PAD
    known = side.sitting is Sitting.PLAYER
    name = Label(
        x + PAD,
        middle - 4,
        fitted(side.name if known else words.unknown, room, NAME),
        NAME,
        palette.INK if known else palette.SOFT,
        Cut.REGULAR if known else Cut.ITALIC,
        room=room,
        spare=f"#{side.seed}",
    )
    said = fitted(f"→ {words.bye}", room, SMALL, Cut.ITALIC)
    note = Label(x + PAD, middle + 16, said, SMALL, palette.SOFT, Cut.ITALIC, room=_end(said))
    line = Path(((x, middle - 22), (x, middle + 22)), palette.WIN, 3)
    joint = Path(((x + PAD + _end(said) + 8, middle), (x + spot.wide, middle)), palette.WIN, 2.5)
    return (line, name, note, joint)


def champion_card(spot: Spot, name: str, seed: int, word: str) -> tuple[Shape, ...]:
    x, top = spot.x, spot.top
    left = x + 62
    room = spot.wide - 62 - PAD
    size = 23 if width(name, 23, Cut.BOLD) <= room else 18
    said = fitted(word, room, SMALL)
    return (
        Box(x, top, spot.wide, HIGH, fill=palette.RAISED, edge=palette.WIN, thick=2.5, round=9),
        *cup(x + 33, top + HIGH / 2),
        Label(left, top + 20, said, SMALL, palette.WIN),
        Label(
            left,
            top + 48,
            fitted(name, room, size, Cut.BOLD),
            size,
            palette.INK,
            Cut.BOLD,
            room=room,
            spare=f"#{seed}",
        ),
    )


_EDGES: Final = {
    Stage.LIVE: palette.LIVE,
    Stage.DISPUTED: palette.ALERT,
    Stage.OPEN: palette.READY,
    Stage.CALLED: palette.READY,
    Stage.REPORTED: palette.LIVE,
}


def _row(spot: Spot, side: SideView, match: MatchView, words: Words) -> list[Shape]:
    x, base = spot.x, spot.middle + 6.5
    if side.sitting is not Sitting.PLAYER:
        word = words.unknown if side.sitting is Sitting.UNKNOWN else f"∅ {words.empty}"
        text = fitted(word, spot.wide - 2 * PAD, 16, Cut.ITALIC)
        return [Label(x + PAD, base, text, 16, palette.SOFT, Cut.ITALIC)]
    tally = _tally(side, match, words)
    spent = max(TALLY, width(tally, SMALL, Cut.ITALIC) + PAD) if tally else 0
    mark = 20 if side.won or match.drawn else 0
    room = spot.wide - 2 * PAD - spent - mark
    cut = Cut.BOLD if side.won else Cut.REGULAR
    shapes: list[Shape] = []
    right = x + spot.wide - PAD - spent
    if side.won:
        shapes.append(Box(x, spot.middle - ROW / 2, spot.wide, ROW, fill=palette.RAISED, round=7))
        shapes.append(Label(right, base, "✓", NAME, palette.WIN, Cut.BOLD, "end"))
    elif match.drawn:
        shapes.append(Label(right, base, "=", NAME, palette.SOFT, Cut.BOLD, "end"))
    name = fitted(side.name, room, NAME, cut)
    ink = palette.SOFT if side.lost else palette.INK
    shapes.append(Label(x + PAD, base, name, NAME, ink, cut, room=room, spare=f"#{side.seed}"))
    if tally:
        shapes.append(_score(x + spot.wide - PAD, base, tally, side))
    return shapes


def _placed(spot: Spot, side: SideView, match: MatchView, words: Words) -> list[Shape]:
    """One of a lobby: the place, the name, and a sign for the first."""
    x, base, over = spot.x, spot.middle + 6.5, match.stage is Stage.SETTLED
    tally = str(side.place or "–") if over else ""
    left = x + PAD + (28 if over else 0)
    room = x + spot.wide - PAD - left - (20 if side.won else 0)
    cut = Cut.BOLD if side.won else Cut.REGULAR
    known = side.sitting is Sitting.PLAYER
    shown = fitted(side.name if known else words.unknown, room, NAME, cut)
    ink = palette.SOFT if over and not side.place else palette.INK
    shapes: list[Shape] = []
    if side.won:
        shapes.append(Box(x, spot.middle - ROW / 2, spot.wide, ROW, fill=palette.RAISED, round=7))
        right = x + spot.wide - PAD
        shapes.append(Label(right, base, "✓", NAME, palette.WIN, Cut.BOLD, "end"))
    if tally:
        shapes.append(Label(left - 8, base, tally, NAME, palette.SOFT, Cut.BOLD, "end"))
    shapes.append(Label(left, base, shown, NAME, ink, cut, room=room, spare=f"#{side.seed}"))
    return shapes


def _tally(side: SideView, match: MatchView, words: Words) -> str:
    if side.score is not None:
        return str(side.score)
    return words.forfeit if side.lost and not match.played else ""


def _score(right: float, base: float, tally: str, side: SideView) -> Label:
    if side.score is None:
        return Label(right, base, tally, SMALL, palette.SOFT, Cut.ITALIC, "end")
    ink = palette.INK if side.won else palette.SOFT
    return Label(right, base, tally, NAME, ink, Cut.BOLD, "end")


def _chip(spot: Spot, stage: Stage, words: Words) -> list[Shape]:
    """A word and a glyph on the upper edge: what this match waits for."""
    word = {
        Stage.OPEN: words.ready,
        Stage.CALLED: words.ready,
        Stage.LIVE: words.live,
        Stage.REPORTED: words.reported,
        Stage.DISPUTED: words.disputed,
    }.get(stage)
    if not word:
        return []
    ink = _EDGES[stage]
    text = fitted(word, spot.wide / 2, SMALL, Cut.BOLD)
    room = width(text, SMALL, Cut.BOLD)
    wide = room + 34
    left, middle = spot.x + spot.wide - wide - 10, spot.top - 4
    return [
        Box(left, middle - CHIP / 2, wide, CHIP, fill=palette.PAPER, edge=ink, round=CHIP / 2),
        *_glyph(left + 15, middle, stage, ink),
        Label(left + 25, middle + 4.5, text, SMALL, ink, Cut.BOLD, room=room),
    ]


def _glyph(x: float, y: float, stage: Stage, ink: str) -> list[Shape]:
    match stage:
        case Stage.LIVE:
            return [Disc(x, y, 4.5, ink)]
        case Stage.DISPUTED:
            return [Label(x, y + 5, "!", 16, ink, Cut.BOLD, "middle")]
        case Stage.REPORTED:
            return [Label(x, y + 5, "?", 16, ink, Cut.BOLD, "middle")]
        case _:
            return [Patch(((x - 4, y - 5), (x + 5, y), (x - 4, y + 5)), ink)]


def cup(x: float, y: float) -> list[Shape]:
    """A cup, drawn as shapes: no font has to know it."""
    bowl = ((-11, -17), (11, -17), (9, -3), (4, 4), (-4, 4), (-9, -3))
    stem = ((-2, 3), (2, 3), (3, 12), (-3, 12))
    foot = ((-9, 12), (9, 12), (9, 16), (-9, 16))
    left = ((-10, -13), (-17, -13), (-16, -5), (-8, -2))
    right = tuple((-dx, dy) for dx, dy in left)
    return [
        *(
            Path(tuple((x + dx, y + dy) for dx, dy in ear), palette.WIN, 2.5)
            for ear in (left, right)
        ),
        *(
            Patch(tuple((x + dx, y + dy) for dx, dy in part), palette.WIN)
            for part in (bowl, stem, foot)
        ),
    ]


def _end(text: str) -> float:
    return width(text, SMALL, Cut.ITALIC)
