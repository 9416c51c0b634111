"""Where everything of a bracket stands. One layout serves the page, the overlay and the PNG."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from cogs.tournaments.picture import palette
from cogs.tournaments.picture.cards import (
    HIGH,
    ROW,
    WIDE,
    Spot,
    champion_card,
    heading,
    match_card,
)
from cogs.tournaments.picture.lettering import Cut, fitted
from cogs.tournaments.picture.shapes import Group, Label, Path
from cogs.tournaments.picture.view import BracketView, MatchView, RoundView
from cogs.tournaments.picture.words import Words
from cogs.tournaments.picture.writing import paragraph

MARGIN: Final = 28
TITLE: Final = 76  # the height of what stands above the headings
HEADING: Final = 34
GAP: Final = 40  # between two rounds
PITCH: Final = 78  # between two matches of the first round
LOWEST: Final = 252  # room for the champion above the final
LOWEST_THIRD: Final = 324  # and for third place below it
LOWEST_DOUBLE: Final = 110  # of each of two brackets: the champion stands between them
BETWEEN: Final = 30  # and what keeps them apart
TITLE_ROOM: Final = 460  # how much of a long title may make a small bracket wider
TITLE_SIZE: Final = 30


@dataclass(frozen=True, slots=True)
class Measures:
    """How wide the columns of a bracket are, and what is between them."""

    wide: float = WIDE
    gap: float = GAP
    margin: float = MARGIN
    pitch: float = PITCH

    def x(self, column: int) -> float:
        return self.margin + column * (self.wide + self.gap)

    def across(self, columns: int) -> float:
        return columns * self.wide + (columns - 1) * self.gap


ON_PAGE: Final = Measures()


@dataclass(frozen=True, slots=True)
class Laid:
    """Something that stands at its place, and how far it goes."""

    groups: tuple[Group, ...]
    wide: float
    bottom: float


def title_of(title: str, wide: float, margin: float, size: int = TITLE_SIZE) -> Label:
    room = wide - 2 * margin
    text = fitted(title, room, size, Cut.BOLD)
    return Label(margin, 54, text, size, palette.INK, Cut.BOLD, room=room)


def bracket(view: BracketView, words: Words, top: float, measures: Measures) -> Laid:
    """A bracket below `top`: one tree, or two and the finals between them."""
    if view.double:
        return _Double(view, words, top, measures).laid()
    least = LOWEST_THIRD if view.third else LOWEST
    body = max(least, measures.pitch * len(view.rounds[0].matches))
    tree = _Tree(view.rounds, words, top, body, measures)
    groups = (*tree.groups(), *_ending(view, words, tree.final))
    return Laid(groups, measures.across(len(view.rounds)), top + HEADING + body)


def _ending(view: BracketView, words: Words, final: Spot) -> Iterator[Group]:
    """The champion above the final, the match for third place below it."""
    if view.champion:
        above = Spot(final.x, final.middle - HIGH - 26, final.wide)
        yield Group("champion", champion_card(above, view.champion, view.best, words.champion))
    if view.third:
        under = final.middle + HIGH / 2 + 58
        match = view.third.matches[0]
        card = match_card(Spot(final.x, under + HIGH / 2, final.wide), match, words)
        head = heading(Spot(final.x, under - 18, final.wide), words.round(view.third))
        yield Group(group_id(match), (head, *card))


class _Tree:
    """The coordinates of one tree."""

    def __init__(
        self,
        rounds: Sequence[RoundView],
        words: Words,
        top: float,
        body: float,
        measures: Measures,
    ) -> None:
        self._rounds = rounds
        self._words = words
        self._top = top
        self._body = body
        self._measures = measures

    @property
    def final(self) -> Spot:
        return self._spot(len(self._rounds) - 1, 1)

    def groups(self) -> tuple[Group, ...]:
        return (*self._headings(), self._connectors(), *self._matches())

    def _headings(self) -> Iterator[Group]:
        for at, round_ in enumerate(self._rounds):
            spot = Spot(self._measures.x(at), self._top + 18, self._measures.wide)
            yield Group(round_.id, (heading(spot, self._words.round(round_)),))

    def _connectors(self) -> Group:
        """From each match to the row of the next one that it fills; the winner's way is bright."""
        ways = [
            self._way(at, match)
            for at, round_ in enumerate(self._rounds[:-1])
            for match in round_.matches
        ]
        # The bright ones last: where two lines share a stretch, the winner's is seen.
        ways.sort(key=lambda way: way.edge == palette.WIN)
        return Group("ways" if self._upper else "ways-losers", tuple(ways))

    def _matches(self) -> Iterator[Group]:
        for at, round_ in enumerate(self._rounds):
            for match in round_.matches:
                spot = self._spot(at, match.number)
                yield Group(group_id(match), match_card(spot, match, self._words))

    @property
    def _upper(self) -> bool:
        return self._rounds[0].letter != "L"

    def _spot(self, at: int, number: int) -> Spot:
        middle = self._top + HEADING + self._body * (2 * number - 1) / (2 * self._count(at))
        return Spot(self._measures.x(at), middle, self._measures.wide)

    def _count(self, at: int) -> int:
        """How many matches the round would have if nobody passed."""
        before_last = len(self._rounds) - 1 - at
        return 1 << (before_last if self._upper else before_last // 2)

    def _way(self, at: int, match: MatchView) -> Path:
        here = self._spot(at, match.number)
        straight = self._count(at) == self._count(at + 1)  # the other side drops from above
        onward = self._spot(at + 1, match.number if straight else (match.number + 1) // 2)
        lower = straight or match.number % 2 == 0
        there = onward.middle + (ROW / 2 if lower else -ROW / 2)
        return way((here.x + here.wide, here.middle), (onward.x, there), bright=decided(match))


class _Double:
    """Two trees, one above the other, and the finals on the right of both."""

    def __init__(self, view: BracketView, words: Words, top: float, measures: Measures) -> None:
        self._view, self._words, self._top, self._measures = view, words, top, measures

    def laid(self) -> Laid:
        view, words, measures = self._view, self._words, self._measures
        upper_body = max(LOWEST_DOUBLE, measures.pitch * len(view.rounds[0].matches))
        count = 1 << ((len(view.losers) - 1) // 2)
        lower_body = max(LOWEST_DOUBLE, measures.pitch * count)
        upper = _Tree(view.rounds, words, self._top, upper_body, measures)
        below = self._top + HEADING + upper_body + BETWEEN
        lower = _Tree(view.losers, words, below, lower_body, measures)
        columns = max(len(view.rounds), len(view.losers)) + len(view.finals)
        finals = self._finals(upper.final, lower.final, columns) if view.finals else ()
        groups = (*upper.groups(), *lower.groups(), *finals)
        return Laid(groups, measures.across(columns), below + HEADING + lower_body)

    def _finals(self, upper: Spot, lower: Spot, columns: int) -> Iterator[Group]:
        view, words, measures = self._view, self._words, self._measures
        column = columns - len(view.finals)
        middle = (upper.middle + lower.middle) / 2
        spots = [
            Spot(measures.x(column + at), middle, measures.wide) for at in range(len(view.finals))
        ]
        over = [decided(view.rounds[-1].matches[0]), decided(view.losers[-1].matches[0])]
        ways = [
            way((from_.x + from_.wide, from_.middle), (spots[0].x, middle + shift), bright=done)
            for from_, shift, done in zip((upper, lower), (-ROW / 2, ROW / 2), over, strict=True)
        ]
        yield Group("ways-final", tuple(ways))
        for round_, spot in zip(view.finals, spots, strict=True):
            match = round_.matches[0]
            yield Group(
                round_.id, (heading(Spot(spot.x, spot.top - 16, spot.wide), words.round(round_)),)
            )
            yield Group(group_id(match), match_card(spot, match, words))
        if view.twice:
            about = paragraph(
                words.twice, (spots[0].x, spots[0].middle + HIGH / 2 + 24), measures.wide
            )
            yield Group("twice", about)
        if view.champion:
            last = spots[-1]
            above = Spot(last.x, last.middle - HIGH - 50, last.wide)
            yield Group("champion", champion_card(above, view.champion, view.best, words.champion))


def decided(match: MatchView) -> bool:
    return match.bye or any(side.won for side in match.sides)


def way(start: tuple[float, float], end: tuple[float, float], *, bright: bool) -> Path:
    turn = end[0] - min(20.0, (end[0] - start[0]) / 2)
    points = (start, (turn, start[1]), (turn, end[1]), end)
    return Path(points, palette.WIN if bright else palette.EDGE, 2.5 if bright else 2)


def group_id(match: MatchView) -> str:
    """The id of a match in the SVG: a page replaces this group when the match changes."""
    return f"match-{match.id.replace('.', '-')}"
