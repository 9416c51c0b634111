"""Where the fold misses the bound: exact matching, on as few players as a proof can stand on.

A window is a few score groups, the core, and on each side as many of the nearest players as the
core has, and some more. Its pairing is matched exactly; all others are folded. Then the same
window is matched once more, forgetting every past meeting but those inside the core: nobody in
the whole field can do better than that, because whoever may meet anybody can always change places
with somebody nearer. Where the two agree, the pairing is proved; else the core is widened.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, groupby, pairwise, product
from typing import Final

from cogs.tournaments.rules.elimination import NOBODY
from cogs.tournaments.rules.fold import Folded, fold, standing
from cogs.tournaments.rules.pairing import (
    Contender,
    Cost,
    Edge,
    Matcher,
    Met,
    Pair,
    bye_class,
    cost_of,
)
from cogs.tournaments.rules.tidy import Apart, together

SMALL: Final = 48  # up to here the whole field is matched at once: quicker than looking for less
WHOLE: Final = 256  # never more than this in one matching
SPARE: Final = 8  # players on each side of a core beyond its own number, so that some are free

Span = tuple[int, int]  # the first and the last score group of a core, counted from the top
# What a window costs, what it costs at the least, its pairs and who has the bye.
Solved = tuple[Cost, Cost, list[Pair], int]


@dataclass(frozen=True, slots=True)
class Found:
    pairs: tuple[Pair, ...]
    bye: int
    proved: bool


@dataclass(frozen=True, slots=True)
class Window:
    span: Span
    above: list[Contender]
    core: list[Contender]
    below: list[Contender]
    bye: bool  # one of the core takes it

    @property
    def players(self) -> list[Contender]:
        return [*self.above, *self.core, *self.below]


def exact(players: Sequence[Contender], met: Met, matcher: Matcher, start: Folded) -> Found:
    """The least cost, proved wherever 256 players in one matching can prove it."""
    if len(players) <= SMALL:
        return whole(players, met, matcher)
    search = Search(players, met, matcher)
    best = Found(start.pairs, start.bye, proved=False)
    spans = search.spans_of(start.trouble)
    while windows := search.windows(spans):
        found, spans = search.tried(windows)
        best = min(found, best, key=lambda each: cost_of(players, met, each.pairs, each.bye))
        if found.proved:
            return found
    return whole(players, met, matcher) if len(players) <= WHOLE else best


class Search:
    """One field, and the windows on it."""

    def __init__(self, players: Sequence[Contender], met: Met, matcher: Matcher) -> None:
        self._met = met
        self._matcher = matcher
        self._order = standing(players)
        self._scores = [score for score, _ in groupby(self._order, key=lambda one: one.score)]
        least = bye_class(players) if len(players) % 2 else None
        self._may = {one.entrant for one in players if (one.byes, one.score) == least}
        self._taker = max(self._may, default=NOBODY)
        self._bye_group = self._scores.index(least[1]) if least else -1
        self._price = _prices(players)
        self._known: dict[tuple[Span, tuple[int, ...]], Solved] = {}

    def spans_of(self, scores: Iterable[int]) -> list[Span]:
        return [(at, at) for at in map(self._scores.index, scores)]

    def windows(self, spans: list[Span]) -> list[Window]:
        """Windows that do not touch; none where one of them would be too large."""
        spans = sorted(set(spans))
        while True:
            bye_in = next((one for one in spans if one[0] <= self._bye_group <= one[1]), None)
            line = self._line(with_all=bye_in is not None)
            ends = [self._ends(line, span, bye_in) for span in spans]
            clash = next((i for i, (a, b) in enumerate(pairwise(ends)) if b[0] < a[3]), None)
            if clash is None:
                break
            (first, last), (other, end) = spans[clash : clash + 2]
            spans[clash : clash + 2] = [(min(first, other), max(last, end))]
        if any(stop - start > WHOLE for start, _, _, stop in ends):
            return []
        return [
            Window(span, line[a:b], line[b:c], line[c:d], span == bye_in)
            for span, (a, b, c, d) in zip(spans, ends, strict=True)
        ]

    def tried(self, windows: list[Window]) -> tuple[Found, list[Span]]:
        """Everybody paired with these windows, and the wider cores to try next."""
        inside = {one.entrant for window in windows for one in window.players}
        line = self._line(with_all=any(window.bye for window in windows))
        rest = fold([one for one in line if one.entrant not in inside], self._met)
        bye = self._taker
        pairs, cores = list(rest.pairs), self.spans_of(rest.trouble)
        for window in windows:
            upper, lower, matched, taker = self._solved(window)
            pairs += matched
            bye = taker if window.bye else bye
            sure = upper == lower and not (upper[0] and self._may)
            sure = sure or len(window.players) == len(self._order)
            cores.append(window.span if sure else self._wider(window.span))
        return Found(tuple(pairs), bye, cores == [window.span for window in windows]), cores

    def _line(self, *, with_all: bool) -> list[Contender]:
        """The field in order; without the bye taker, unless a core is to choose one."""
        if with_all:
            return self._order
        return [one for one in self._order if one.entrant != self._taker]

    def _ends(
        self, line: list[Contender], span: Span, bye_in: Span | None
    ) -> tuple[int, int, int, int]:
        """Where the window begins, its core begins and ends, and the window ends.

        What is left before and after can be paired among itself: it is even.
        """
        high, low = self._scores[span[0]], self._scores[span[1]]
        core = sum(one.score > high for one in line)
        end = sum(one.score >= low for one in line)
        reach = end - core + SPARE
        start, stop = max(0, core - reach), min(len(line), end + reach)
        start -= (start - (bye_in is not None and bye_in < span)) % 2
        stop += (stop - (bye_in is not None and bye_in <= span)) % 2
        return start, core, end, stop

    def _solved(self, window: Window) -> Solved:
        players = window.players
        key = window.span, tuple(one.entrant for one in players)
        if key not in self._known:
            core = {one.entrant for one in window.core}
            inside = {one: self._met.get(one, set()) & core for one in core}
            pairs, bye = self._matched(_edges(players, self._met, window.bye))
            upper = cost_of(players, self._met, pairs, bye)
            lower = cost_of(players, inside, *self._matched(self._free_edges(window)))
            self._known[key] = upper, lower, pairs, bye
        return self._known[key]

    def _matched(self, edges: Iterable[tuple[Pair, Cost]]) -> tuple[list[Pair], int]:
        return _split(self._matcher([(*pair, -self._price(cost)) for pair, cost in edges]))

    def _free_edges(self, window: Window) -> Iterator[tuple[Pair, Cost]]:
        """Who may meet whom when only the core remembers; who is best placed for the bye."""
        beside = [*window.above, *window.below]
        yield from _edges(window.core, self._met, with_bye=False)
        for one, other in chain(pairwise(beside), product(window.core, beside)):
            yield (one.entrant, other.entrant), (0, 0, 0, (one.score - other.score) ** 2)
        if window.bye:
            for one in window.core:
                if one.entrant in self._may:
                    yield (NOBODY, one.entrant), (0, one.byes, one.score, 0)

    def _wider(self, span: Span) -> Span:
        return max(0, span[0] - 1), min(len(self._scores) - 1, span[1] + 1)


def whole(
    players: Sequence[Contender], met: Met, matcher: Matcher, apart: Apart | None = None
) -> Found:
    """The whole field in one matching; of the cheapest, one with the fewest labels together."""
    price, labels = _prices(players), apart or {}
    room = 1 + len(players) * max(map(len, labels.values()), default=0)
    players = standing(players)  # the same matching in whatever order they came
    edges: list[Edge] = [
        (one, other, -price(cost) * room - together(one, other, labels))
        for (one, other), cost in _edges(players, met, with_bye=len(players) % 2 == 1)
    ]
    pairs, bye = _split(matcher(edges)) if edges else ([], NOBODY)
    return Found(tuple(pairs), bye, proved=True)


def _split(matched: Iterable[Pair]) -> tuple[list[Pair], int]:
    """The pairs in an order of our own, whatever the matcher's; and who is left with nobody."""
    pairs = sorted((min(pair), max(pair)) for pair in matched)
    bye = next((sum(pair) for pair in pairs if NOBODY in pair), NOBODY)
    return [pair for pair in pairs if NOBODY not in pair], bye


def _edges(players: Sequence[Contender], met: Met, with_bye: bool) -> Iterator[tuple[Pair, Cost]]:
    for one, other in combinations(players, 2):
        again = other.entrant in met.get(one.entrant, ())
        yield (one.entrant, other.entrant), (again, 0, 0, (one.score - other.score) ** 2)
    if with_bye:
        for one in players:
            yield (NOBODY, one.entrant), (0, one.byes, one.score, 0)


def _prices(players: Sequence[Contender]) -> Callable[[Cost], int]:
    """One number for the four, in the same order: each outweighs all that come after it."""
    best, worst = max(one.score for one in players), min(one.score for one in players)
    gaps = 1 + len(players) * (best - worst) ** 2
    scores = 1 + best
    byes = 1 + max(one.byes for one in players)

    def price(cost: Cost) -> int:
        again, before, score, gap = cost
        return ((again * byes + before) * scores + score) * gaps + gap

    return price
