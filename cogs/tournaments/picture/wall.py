"""Matches as cards in two columns: what a phone can show where a tree would be too wide."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from cogs.tournaments.picture.cards import (
    HIGH,
    ROW,
    Spot,
    heading,
    lobby_card,
    match_card,
)
from cogs.tournaments.picture.layout import Laid, Measures, group_id
from cogs.tournaments.picture.path import PathView, When
from cogs.tournaments.picture.shapes import Group
from cogs.tournaments.picture.view import MatchView, RoundView
from cogs.tournaments.picture.words import Words

COLUMNS: Final = 2
HEAD: Final = 34
BELOW: Final = 22  # between two rows: the sign of a match stands on its upper edge
PLAYED: Final = 4  # matches of one's past that a picture has room for
AHEAD: Final = 3


@dataclass(frozen=True, slots=True)
class Tile:
    match: MatchView
    head: str = ""


def tiles_of(round_: RoundView, words: Words, most: int) -> list[Tile]:
    """A round's matches, those that are not over first; of lobbies each has its number."""
    matches = sorted(round_.matches, key=lambda match: match.over)[:most]
    named = words.round(round_)
    return [
        Tile(
            match,
            f"{named} · {words.lobby(match.number)}" if match.lobby else "" if at else named,
        )
        for at, match in enumerate(matches)
    ]


def rows_of(rounds: Iterable[RoundView], words: Words) -> list[list[Tile]]:
    """Round by round; two rounds of one match stand side by side."""
    rows: list[list[Tile]] = []
    for round_ in rounds:
        tiles = tiles_of(round_, words, len(round_.matches))
        if len(tiles) == 1 and rows and len(rows[-1]) == 1:
            rows[-1] += tiles
        else:
            rows += in_pairs(tiles)
    return rows


def in_pairs(tiles: Sequence[Tile]) -> list[list[Tile]]:
    return [list(tiles[at : at + COLUMNS]) for at in range(0, len(tiles), COLUMNS)]


def path_rows(path: PathView, words: Words) -> list[list[Tile]]:
    """One's last matches, the present one, and those that may come."""
    kinds = {when: [step for step in path.steps if step.when is when] for when in When}
    chosen = [
        *kinds[When.BEFORE][-PLAYED:],
        *kinds[When.NOW],
        *kinds[When.NEXT][:AHEAD],
        *kinds[When.IF_WON][:AHEAD],
        *kinds[When.IF_LOST],
    ]
    return in_pairs([Tile(step.match, words.step(step)) for step in chosen])


def wall(rows: Iterable[Sequence[Tile]], words: Words, top: float, measures: Measures) -> Laid:
    """The rows below `top`, each as high as its highest card."""
    groups: list[Group] = []
    for row in rows:
        if any(tile.head for tile in row):
            for at, tile in enumerate(row):
                spot = Spot(measures.x(at), top + 18, measures.wide)
                name = f"head-{tile.match.id.replace('.', '-')}"
                groups.append(Group(name, (heading(spot, tile.head),)))
            top += HEAD
        groups += _cards(row, words, top, measures)
        top += max(_high(tile.match) for tile in row) + BELOW
    return Laid(tuple(groups), measures.across(COLUMNS), top)


def _cards(row: Sequence[Tile], words: Words, top: float, measures: Measures) -> Iterator[Group]:
    for at, tile in enumerate(row):
        x = measures.x(at)
        if tile.match.lobby:
            card = lobby_card(Spot(x, top + ROW / 2, measures.wide), tile.match, words)
        else:
            card = match_card(Spot(x, top + HIGH / 2, measures.wide), tile.match, words)
        yield Group(group_id(tile.match), card)


def _high(match: MatchView) -> float:
    return ROW * len(match.sides) if match.lobby else HIGH
