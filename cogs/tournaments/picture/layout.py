"""Where everything of a bracket stands. One layout serves the page, the overlay and the PNG."""

from typing import Final

from cogs.tournaments.picture import palette
from cogs.tournaments.picture.cards import (
    HIGH,
    ROW,
    WIDE,
    bye_card,
    champion_card,
    heading,
    match_card,
)
from cogs.tournaments.picture.lettering import Cut, fitted, width
from cogs.tournaments.picture.shapes import Drawing, Group, Label, Path, Shape
from cogs.tournaments.picture.view import BracketView, MatchView
from cogs.tournaments.picture.words import Words

MARGIN: Final = 28
TITLE: Final = 76  # the height of what stands above the headings
HEADING: Final = 34
GAP: Final = 40  # between two rounds
PITCH: Final = 78  # between two matches of the first round
LOWEST: Final = 252  # room for the champion above the final
LOWEST_THIRD: Final = 324  # and for third place below it
TITLE_ROOM: Final = 460  # how much of a long title may make a small bracket wider
TITLE_SIZE: Final = 30


def laid_out(view: BracketView, words: Words) -> Drawing:
    """The whole drawing, at the size at which names are 18 units high."""
    columns = len(view.rounds)
    body = max(LOWEST_THIRD if view.third else LOWEST, PITCH * len(view.rounds[0]))
    title = min(TITLE_ROOM, width(view.title, TITLE_SIZE, Cut.BOLD) + 1)
    wide = max(title, columns * WIDE + (columns - 1) * GAP) + 2 * MARGIN
    plan = _Plan(view, words, body=body)
    return Drawing(
        wide=round(wide),
        high=round(TITLE + HEADING + body + MARGIN),
        paper=palette.PAPER,
        groups=(
            Group("title", (_title(view.title, wide),)),
            *plan.headings(),
            *plan.connectors(),
            *plan.matches(),
            *plan.podium(),
        ),
    )


def _title(title: str, wide: float) -> Label:
    room = wide - 2 * MARGIN
    text = fitted(title, room, TITLE_SIZE, Cut.BOLD)
    return Label(MARGIN, 54, text, TITLE_SIZE, palette.INK, Cut.BOLD, room=room)


class _Plan:
    """The coordinates of one view."""

    def __init__(self, view: BracketView, words: Words, *, body: float) -> None:
        self._view = view
        self._words = words
        self._body = body
        self._first = view.rounds[0][0].round

    def headings(self) -> list[Group]:
        return [
            Group(f"round-{self._first + at}", (heading(self._x(at), TITLE + 18, text),))
            for at, text in enumerate(self._words.rounds)
        ]

    def connectors(self) -> list[Group]:
        """From each match to the row of the next one that it fills; the winner's way is bright."""
        ways = [
            self._way(at, spot, match)
            for at, round_ in enumerate(self._view.rounds[:-1])
            for spot, match in enumerate(round_)
        ]
        # The bright ones last: where two lines share a stretch, the winner's is seen.
        ways.sort(key=lambda way: way.edge == palette.WIN)
        return [Group("ways", tuple(ways))]

    def matches(self) -> list[Group]:
        return [
            Group(group_id(match), self._card(match, self._x(at), self._middle(at, spot)))
            for at, round_ in enumerate(self._view.rounds)
            for spot, match in enumerate(round_)
        ]

    def podium(self) -> list[Group]:
        """The champion above the final, the match for third place below it."""
        at = len(self._view.rounds) - 1
        x, middle = self._x(at), self._middle(at, 0)
        groups = []
        if self._view.champion:
            final = self._view.rounds[-1][0]
            seed = next((side.seed for side in final.sides if side.won), 0)
            name = self._view.champion
            shapes = champion_card(x, middle - HIGH / 2 - 26, name, seed, self._words.champion)
            groups.append(Group("champion", shapes))
        if self._view.third:
            under = middle + HIGH / 2 + 58
            card = self._card(self._view.third, x, under + HIGH / 2)
            shapes = (heading(x, under - 18, self._words.third), *card)
            groups.append(Group(group_id(self._view.third), shapes))
        return groups

    def _card(self, match: MatchView, x: float, middle: float) -> tuple[Shape, ...]:
        if match.bye:
            return bye_card(x, middle, match.sides[0], self._words)
        return match_card(x, middle, match, self._words)

    def _x(self, at: int) -> float:
        return MARGIN + at * (WIDE + GAP)

    def _middle(self, at: int, spot: int) -> float:
        count = len(self._view.rounds[at])
        return TITLE + HEADING + self._body * (2 * spot + 1) / (2 * count)

    def _way(self, at: int, spot: int, match: MatchView) -> Path:
        start = self._x(at) + WIDE
        end = self._x(at + 1)
        here = self._middle(at, spot)
        there = self._middle(at + 1, spot // 2) + (ROW / 2 if spot % 2 else -ROW / 2)
        turn = (start + end) / 2
        decided = match.bye or any(side.won for side in match.sides)
        points = ((start, here), (turn, here), (turn, there), (end, there))
        return Path(points, palette.WIN if decided else palette.EDGE, 2.5 if decided else 2)


def group_id(match: MatchView) -> str:
    """The id of a match in the SVG: a page replaces this group when the match changes."""
    return f"match-{match.id.replace('.', '-')}"
