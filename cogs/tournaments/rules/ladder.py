"""The ladder: one rating per person, game and season, made again from the season's matches.

What computes a rating comes in as a `Rater`; here is what is rated, what is kept and what is
shown. Never a series of losses, a place lost, or how long somebody has been away.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cogs.tournaments.rules.board import Ending

MEAN: Final = 25.0
DIGITS: Final = 6  # kept after each match, so that every machine computes the same
UNSURE: Final = 5.0  # a new season knows nobody better than this
PLACED: Final = 4.0  # from here on the rating is more than a first guess
ON_TOP: Final = 10
NEIGHBOURS: Final = 3
OFF_BOARD: Final = 0  # the rank of whoever is not on the board
RATED_ENDINGS: Final = frozenset({Ending.PLAYED, Ending.RULED})


@dataclass(frozen=True, slots=True)
class Skill:
    """What is believed of somebody: `mu`, and how unsure that still is."""

    mu: float = MEAN
    sigma: float = round(MEAN / 3, DIGITS)


# The sides of a match, each a list of its people's skills, and their ranks, 1 the best and equal
# ones a draw; the same lists come back as they are after the match.
Rater = Callable[[Sequence[Sequence[Skill]], Sequence[int]], Sequence[Sequence[Skill]]]


@dataclass(frozen=True, slots=True)
class Bout:
    """A settled match. People are numbers, the same through the season."""

    sides: tuple[tuple[int, ...], ...]  # one person, a team, or everybody in a lobby
    ranks: tuple[int, ...]  # one for each side
    ending: Ending
    agreed: bool = True  # the event's template says so, or both sides did before a friendly match
    rehearsal: bool = False
    annulled: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """Somebody's season so far."""

    skill: Skill
    played: int = 0  # rated matches
    best: int = 0  # the most that was ever shown after one of them


@dataclass(frozen=True, slots=True)
class Rung:
    person: int
    rank: int  # shared by those who show the same; OFF_BOARD for who is not on the board
    shown: int
    placed: bool  # otherwise "still being placed"


@dataclass(frozen=True, slots=True)
class LadderBoard:
    top: tuple[Rung, ...]
    around: tuple[Rung, ...]  # oneself and three on each side, without those in `top`
    mine: Rung | None
    best: int


def is_rated(bout: Bout) -> bool:
    """It was played, counts, was meant to be rated, and had at least two sides with people."""
    people = [person for side in bout.sides for person in side]
    return (
        bout.agreed
        and bout.ending in RATED_ENDINGS
        and not (bout.rehearsal or bout.annulled)
        and len(bout.sides) == len(bout.ranks) > 1
        and all(bout.sides)
        and len(people) == len(set(people))
    )


def season_start(skill: Skill) -> Skill:
    """A new season: halfway back to where everybody begins, and less sure than it was."""
    return _rounded(Skill((skill.mu + MEAN) / 2, max(skill.sigma, UNSURE)))


def shown(skill: Skill) -> int:
    """What people see of it: 1000 for whoever begins, and never less than nothing."""
    return max(0, 1000 + round(40 * (skill.mu - 3 * skill.sigma)))


def placed(skill: Skill) -> bool:
    return skill.sigma < PLACED


def season(
    bouts: Iterable[Bout], rater: Rater, start: Mapping[int, Skill] | None = None
) -> dict[int, Record]:
    """Everybody who began the season with a skill or played in it, from its matches in order.

    A correction or an undo changes a match of the list, and the season is made again.
    """
    records = {person: Record(skill) for person, skill in (start or {}).items()}
    for bout in bouts:
        if is_rated(bout):
            _settle(records, bout, rater)
    return records


def recompute(
    bouts: Iterable[Bout], rater: Rater, start: Mapping[int, Skill] | None = None
) -> dict[int, Skill]:
    """The skills alone, as `season` has them."""
    return {person: record.skill for person, record in season(bouts, rater, start).items()}


def board(
    records: Mapping[int, Record], me: int | None = None, hidden: Collection[int] = frozenset()
) -> LadderBoard:
    """The ten first of the season, and where one stands oneself: opened by `me`, for `me` alone.

    On it is whoever has played a rated match this season, but for the `hidden`: they see what
    they have, and nobody's place depends on them.
    """
    rungs = _rungs({p: one for p, one in records.items() if one.played and p not in hidden})
    top, mine = rungs[:ON_TOP], records.get(me) if me is not None else None
    if me is None or mine is None:
        return LadderBoard(top, (), None, 0)
    at = next((place for place, rung in enumerate(rungs) if rung.person == me), None)
    if at is None:
        own = Rung(me, OFF_BOARD, shown(mine.skill), placed(mine.skill))
        return LadderBoard(top, (), own, mine.best)
    around = rungs[max(ON_TOP, at - NEIGHBOURS) : at + NEIGHBOURS + 1]
    return LadderBoard(top, around, rungs[at], mine.best)


def _settle(records: dict[int, Record], bout: Bout, rater: Rater) -> None:
    before = [[records.get(person, Record(Skill())) for person in side] for side in bout.sides]
    after = rater([[record.skill for record in side] for side in before], bout.ranks)
    for people, olds, news in zip(bout.sides, before, after, strict=True):
        for person, old, new in zip(people, olds, news, strict=True):
            skill = _rounded(new)
            records[person] = Record(skill, old.played + 1, max(old.best, shown(skill)))


def _rungs(records: Mapping[int, Record]) -> tuple[Rung, ...]:
    order = sorted(records, key=lambda person: (-shown(records[person].skill), person))
    ranks: dict[int, int] = {}
    for rank, person in enumerate(order, start=1):
        ranks.setdefault(shown(records[person].skill), rank)
    rungs = ((person, records[person].skill) for person in order)
    return tuple(Rung(p, ranks[shown(s)], shown(s), placed(s)) for p, s in rungs)


def _rounded(skill: Skill) -> Skill:
    return Skill(round(skill.mu, DIGITS), round(skill.sigma, DIGITS))
