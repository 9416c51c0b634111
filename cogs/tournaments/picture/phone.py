"""Pictures for a phone: 630 units wide, drawn at 1080 dots, so that the smallest word is read.

Never the whole of a large bracket: its top eight, a table's best rows, or one's own path.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from cogs.tournaments.picture import palette
from cogs.tournaments.picture.cards import HIGH, Spot, champion_card
from cogs.tournaments.picture.layout import HEADING, Laid, Measures, bracket, title_of
from cogs.tournaments.picture.overview import Overview
from cogs.tournaments.picture.path import PathView
from cogs.tournaments.picture.shapes import Drawing, Group
from cogs.tournaments.picture.sheet import Sheet
from cogs.tournaments.picture.view import BracketView
from cogs.tournaments.picture.wall import in_pairs, path_rows, rows_of, tiles_of, wall
from cogs.tournaments.picture.words import Words
from cogs.tournaments.picture.writing import depth, paragraph
from cogs.tournaments.rules.board import IN_PLAY

DOTS: Final = 1080  # of the PNG, across
WIDE: Final = 630
MARGIN: Final = 16
TITLE: Final = 80
TOP: Final = 8  # entrants of a bracket, or rows of a table
TABLES: Final = 4  # groups that fit; the page has them all
NOW: Final = 8  # matches of the present round
LOBBIES: Final = 2
GAP: Final = 20
PAIRS: Final = Measures((WIDE - 2 * MARGIN - GAP) / 2, GAP, MARGIN)


def phone(overview: Overview, words: Words) -> Drawing:
    """The tournament at a glance."""
    shown = overview.bracket
    laid = _crown(overview, words, TITLE) if _crowned(overview) else Laid((), 0, TITLE)
    parts = [laid]
    if shown is None:
        parts += _tables(overview, words, laid.bottom)
    elif shown.double:
        parts += _both(overview, shown, words, laid.bottom)
    else:
        parts += _tree(overview, shown, words, laid.bottom)
    return _drawing(overview.title, words.about(overview.title), parts)


def path(view: PathView, title: str, words: Words) -> Drawing:
    """One's own way through a tournament."""
    laid = wall(path_rows(view, words), words, TITLE, PAIRS)
    return _drawing(f"{view.name} · {title}", words.path_about(view.name, title), [laid])


def _crowned(overview: Overview) -> bool:
    """A tree has a place of its own for the champion."""
    return overview.champion is not None and (overview.bracket is None or overview.bracket.double)


def _crown(overview: Overview, words: Words, top: float) -> Laid:
    first = overview.champion
    if first is None:
        return Laid((), 0, top)
    spot = Spot(MARGIN, top + HIGH / 2, WIDE - 2 * MARGIN)
    card = champion_card(spot, first.name, first.seed, words.champion)
    return Laid((Group("champion", card),), spot.wide, top + HIGH + 20)


def _tables(overview: Overview, words: Words, top: float) -> list[Laid]:
    """The best rows, then the round that is being played."""
    parts: list[Laid] = []
    tables = overview.grids[:TABLES]
    rows = TOP if len(tables) == 1 else TOP // 2
    for grid in tables:
        last = grid is tables[-1]
        at = MARGIN, top + 18
        sheet = Sheet(grid, words, at, WIDE - 2 * MARGIN, rows, explained=last)
        top = sheet.bottom + 24
        parts.append(Laid(tuple(sheet.groups()), sheet.wide, top))
    now = overview.current
    if now is not None and not now.over:
        lobbies = any(match.lobby for match in now.matches)
        tiles = tiles_of(now, words, LOBBIES if lobbies else NOW)
        parts.append(wall(in_pairs(tiles), words, top, PAIRS))
    return parts


def _tree(overview: Overview, shown: BracketView, words: Words, top: float) -> list[Laid]:
    """The top eight; before them, what is played while nobody is there yet."""
    last = shown.last_of(TOP)
    parts = _before(overview, last, words, top)
    top = parts[-1].bottom if parts else top
    columns = max(2, len(last.rounds))
    wide = (WIDE - 2 * MARGIN - (columns - 1) * GAP) / columns
    return [*parts, bracket(last, words, top, Measures(wide, GAP, MARGIN))]


def _both(overview: Overview, shown: BracketView, words: Words, top: float) -> list[Laid]:
    """Two brackets side by side would be too wide: their last rounds, in the order of play."""
    last = shown.last_of(TOP)
    parts = _before(overview, last, words, top)
    top = parts[-1].bottom if parts else top
    parts.append(wall(rows_of(last.in_order, words), words, top, PAIRS))
    if shown.twice:
        at, room = (MARGIN, parts[-1].bottom + 4), WIDE - 2 * MARGIN
        note = Group("twice", paragraph(words.twice, at, room))
        parts.append(Laid((note,), room, at[1] + depth(words.twice, room)))
    return parts


def _before(overview: Overview, last: BracketView, words: Words, top: float) -> list[Laid]:
    """Matches in play, of rounds that come before those that are shown anyway."""
    there = last.in_order
    rounds = (
        replace(round_, matches=playing)
        for round_ in overview.rounds
        if round_ not in there
        and (playing := tuple(match for match in round_.matches if match.stage in IN_PLAY))
    )
    rows = rows_of(rounds, words)[: NOW // 2]
    if not rows:
        return []
    laid = wall(rows, words, top, PAIRS)
    return [replace(laid, bottom=laid.bottom + HEADING / 2)]


def _drawing(title: str, about: str, parts: Iterable[Laid]) -> Drawing:
    laid = list(parts)
    head = Group("title", (title_of(title, WIDE, MARGIN),))
    return Drawing(
        wide=WIDE,
        high=round(max(part.bottom for part in laid) + MARGIN),
        paper=palette.PAPER,
        groups=(head, *(group for part in laid for group in part.groups)),
        title=title,
        about=about,
    )
