"""The pieces of a bracket: a match, somebody who passes, the champion.

What must not be confused differs in shape, in word and in colour: a seat nobody knows yet is a
dashed frame, a bye is a single row with an arrow and no frame, a match has two rows.
"""

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


def heading(x: float, y: float, text: str) -> Label:
    shown = fitted(text, WIDE, 16, Cut.BOLD)
    return Label(x, y, shown, 16, palette.SOFT, Cut.BOLD, room=WIDE)


def match_card(x: float, middle: float, match: MatchView, words: Words) -> tuple[Shape, ...]:
    top = middle - HIGH / 2
    edge = _EDGES.get(match.stage, palette.EDGE)
    waiting = match.stage is Stage.WAITING
    shapes: list[Shape] = [Box(x, top, WIDE, HIGH, fill=palette.CARD, round=7)]
    for at, side in enumerate(match.sides):
        shapes += _row(x, top + at * ROW, side, match, words)
    shapes.append(Path(((x, middle), (x + WIDE, middle)), palette.PAPER, 1.5))
    thick = 2.5 if match.stage in _EDGES else 1.5
    shapes.append(Box(x, top, WIDE, HIGH, edge=edge, thick=thick, round=7, dashed=waiting))
    return (*shapes, *_chip(x, top, match.stage, words))


def bye_card(x: float, middle: float, side: SideView, words: Words) -> tuple[Shape, ...]:
    """One row without a frame: a name, and the arrow that takes it on."""
    name = Label(
        x + PAD,
        middle - 4,
        fitted(side.name, WIDE - 2 * PAD, NAME),
        NAME,
        palette.INK,
        room=WIDE - 2 * PAD,
        spare=f"#{side.seed}",
    )
    said = fitted(f"→ {words.bye}", WIDE - 2 * PAD, SMALL, Cut.ITALIC)
    note = Label(x + PAD, middle + 16, said, SMALL, palette.SOFT, Cut.ITALIC, room=_end(said))
    line = Path(((x, middle - 22), (x, middle + 22)), palette.WIN, 3)
    joint = Path(((x + PAD + _end(said) + 8, middle), (x + WIDE, middle)), palette.WIN, 2.5)
    return (line, name, note, joint)


def champion_card(x: float, bottom: float, name: str, seed: int, word: str) -> tuple[Shape, ...]:
    top = bottom - HIGH
    left = x + 62
    room = WIDE - 62 - PAD
    size = 23 if width(name, 23, Cut.BOLD) <= room else 18
    said = fitted(word, room, SMALL)
    return (
        Box(x, top, WIDE, HIGH, fill=palette.RAISED, edge=palette.WIN, thick=2.5, round=9),
        *_cup(x + 33, top + HIGH / 2),
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


def _row(x: float, top: float, side: SideView, match: MatchView, words: Words) -> list[Shape]:
    base = top + ROW / 2 + 6.5
    if side.sitting is not Sitting.PLAYER:
        word = words.unknown if side.sitting is Sitting.UNKNOWN else f"∅ {words.empty}"
        text = fitted(word, WIDE - 2 * PAD, 16, Cut.ITALIC)
        return [Label(x + PAD, base, text, 16, palette.SOFT, Cut.ITALIC)]
    tally = _tally(side, match, words)
    spent = max(TALLY, width(tally, SMALL, Cut.ITALIC) + PAD) if tally else 0
    mark = 20 if side.won else 0
    room = WIDE - 2 * PAD - spent - mark
    cut = Cut.BOLD if side.won else Cut.REGULAR
    shapes: list[Shape] = []
    if side.won:
        shapes.append(Box(x, top, WIDE, ROW, fill=palette.RAISED, round=7))
        right = x + WIDE - PAD - spent
        shapes.append(Label(right, base, "✓", NAME, palette.WIN, Cut.BOLD, "end"))
    name = fitted(side.name, room, NAME, cut)
    ink = palette.SOFT if side.lost else palette.INK
    shapes.append(Label(x + PAD, base, name, NAME, ink, cut, room=room, spare=f"#{side.seed}"))
    if tally:
        shapes.append(_score(x + WIDE - PAD, base, tally, side))
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


def _chip(x: float, top: float, stage: Stage, words: Words) -> list[Shape]:
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
    text = fitted(word, WIDE / 2, SMALL, Cut.BOLD)
    room = width(text, SMALL, Cut.BOLD)
    wide = room + 34
    left, middle = x + WIDE - wide - 10, top - 1
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


def _cup(x: float, y: float) -> list[Shape]:
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
