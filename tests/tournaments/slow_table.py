"""The table once more, slowly: in wins and fractions, all games scanned for every question."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from hypothesis import strategies as st

from cogs.tournaments.rules.bracket import NOBODY
from cogs.tournaments.rules.tiebreaks import Game, Tiebreak

LAST = (Tiebreak.SEED, Tiebreak.LOT)
COUNTED = tuple(key for key in Tiebreak if key not in LAST)
POINTS, MET = Tiebreak.POINTS, Tiebreak.HEAD_TO_HEAD

WON, DRAWN, LOST = (2, 0), (1, 1), (0, 2)
UNITS = {
    Tiebreak.SONNEBORN_BERGER: 4,
    Tiebreak.WINS: 1,
    Tiebreak.GAME_DIFF: 1,
    Tiebreak.GAME_FOR: 1,
}


class Story(NamedTuple):
    field: list[int]
    games: list[Game]
    extra: dict[int, int]
    order: tuple[Tiebreak, ...]


class Slow:
    """Nothing here is shared with the rules but the words for tie-breaks."""

    def __init__(self, story: Story) -> None:
        self.field, self.games, self.extra, self.order = story

    def of(self, me: int) -> list[tuple[int, Fraction, Fraction, Game]]:
        """Each game of mine: the opponent, my wins and theirs."""
        seen = []
        for game in self.games:
            one, other = (Fraction(points, 2) for points in game.points)
            if me == game.one:
                seen.append((game.other, one, other, game))
            elif me == game.other:
                seen.append((game.one, other, one, game))
        return seen

    def played(self, me: int) -> list[tuple[int, Fraction, Fraction, Game]]:
        return [seen for seen in self.of(me) if seen[0] and seen[3].played]

    def score(self, me: int) -> Fraction:
        return Fraction(self.extra.get(me, 0), 2) + sum(mine for _, mine, _, _ in self.of(me))

    def opposition(self, me: int) -> list[Fraction]:
        known = [seen[0] for seen in self.played(me)]
        return sorted(
            [self.score(them) for them in known]
            + [self.score(me) for seen in self.of(me) if seen not in self.played(me)]
        )

    def median(self, me: int) -> Fraction | int:
        opposition = self.opposition(me)
        if len(opposition) < 2:
            return 0
        return sum(opposition) - min(opposition) - max(opposition)

    def games_of(self, me: int) -> tuple[int, int]:
        pairs = [
            seen[3].games if seen[3].one == me else seen[3].games[::-1]
            for seen in self.played(me)
            if seen[3].games
        ]
        return sum(pair[0] for pair in pairs), sum(pair[1] for pair in pairs)

    def among(self, me: int, level: list[int]) -> Fraction | None:
        for one, other in combinations(level, 2):
            if other not in [seen[0] for seen in self.played(one)]:
                return None
        if level == [me]:
            return None
        return sum((mine for them, mine, _, _ in self.of(me) if them in level), Fraction())

    def beaten(self, me: int) -> Fraction:
        fates = [(self.score(them), a - b) for them, a, b, _ in self.played(me)]
        won = sum((score for score, lead in fates if lead > 0), Fraction())
        return won + sum((score for score, lead in fates if lead == 0), Fraction()) / 2

    def value(self, key: Tiebreak, me: int, level: list[int]) -> Fraction | int | None:
        """In wins and games."""
        answers: dict[Tiebreak, Callable[[], Fraction | int | None]] = {
            POINTS: lambda: self.score(me),
            MET: lambda: self.among(me, level),
            Tiebreak.BUCHHOLZ: lambda: sum(self.opposition(me)),
            Tiebreak.BUCHHOLZ_CUT1: lambda: sum(self.opposition(me)[1:]),
            Tiebreak.MEDIAN_BUCHHOLZ: lambda: self.median(me),
            Tiebreak.SONNEBORN_BERGER: lambda: self.beaten(me),
            Tiebreak.WINS: lambda: sum(a > b for _, a, b, _ in self.played(me)),
            Tiebreak.GAME_DIFF: lambda: self.games_of(me)[0] - self.games_of(me)[1],
            Tiebreak.GAME_FOR: lambda: self.games_of(me)[0],
        }
        return answers[key]()

    def levels(self, level: list[int], keys: Sequence[Tiebreak]) -> list[list[int]]:
        """Whoever stays level, best first, each level in the order of the seeds."""
        if not keys or keys[0] in LAST:
            return [level]
        known = {me: self.value(keys[0], me, level) for me in level}
        found = []
        for value in sorted({value or 0 for value in known.values()}, reverse=True):
            part = [me for me in level if (known[me] or 0) == value]
            found += self.levels(part, keys[1:])
        return found


@st.composite
def stories(draw: st.DrawFn) -> Story:
    field = list(draw(st.permutations(range(1, draw(st.integers(1, 8)) + 1))))
    games = []
    crowd = st.integers(0, len(field) - 1)
    for _ in range(draw(st.integers(0, 16))):
        one, other = field[draw(crowd)], field[draw(crowd)]
        points = draw(st.sampled_from((WON, DRAWN, LOST)))
        if one == other:
            games.append(bye(one))
        else:
            score = draw(st.none() | st.tuples(st.integers(0, 3), st.integers(0, 3)))
            fate = draw(st.sampled_from(("played", "played", "played", "walkover", "nobody")))
            points = (0, 0) if fate == "nobody" else points
            games.append(Game(one, other, points, score, played=fate == "played"))
    extra = draw(st.dictionaries(st.sampled_from(field), st.integers(0, 3), max_size=3))
    keys = draw(st.permutations(COUNTED))
    some = keys[: draw(st.integers(0, len(keys)))]
    lead = (POINTS, MET) if draw(st.booleans()) else ()
    return Story(
        field, games, extra, tuple(dict.fromkeys((*lead, *some, draw(st.sampled_from(LAST)))))
    )


def bye(entrant: int) -> Game:
    return Game(entrant, NOBODY, WON, played=False)


def evening(size: int, rounds: int) -> list[Game]:
    """Rounds of an even field in which nobody meets anybody twice; every third game is drawn."""
    return [
        Game(one, (one + step - 1) % size + 1, (WON, DRAWN, LOST)[one * step % 3])
        for step in range(1, 2 * rounds, 2)
        for one in range(1, size + 1, 2)
    ]
