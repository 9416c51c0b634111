"""The end of the check-in where it is played in teams: who is complete, who is made complete."""

from collections.abc import Collection, Container, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Final

from cogs.tournaments.rules.free_agents import Agent, propose
from cogs.tournaments.rules.teams import Teams, missing

# Names for teams that nobody has named: stars, the same in every language.
STARS: Final = (
    *("Altaïr", "Véga", "Sirius", "Rigel", "Orion", "Polaris", "Antarès", "Mira"),
    *("Castor", "Pollux", "Capella", "Deneb", "Spica", "Arcturus", "Bellatrix", "Electra"),
    *("Maia", "Atlas", "Nashira", "Mizar", "Alcor", "Algol", "Thuban", "Adhara"),
)


@dataclass(frozen=True, slots=True)
class Lineup:
    joins: tuple[tuple[int, int], ...]  # who came alone, and the team they complete
    made: tuple[tuple[int, ...], ...]  # new teams of people who came alone
    left: tuple[int, ...]  # for whom there is no seat this time: the first to step in
    unready: tuple[int, ...]  # teams that are still not complete


def lineup(
    teams: Teams, there: Collection[int], agents: Sequence[Agent], shut: Collection[int] = ()
) -> Lineup:
    """Complete as many of the teams that are `there` as can be, then make teams of the others.

    A team that takes nobody it has not invited is `shut`. Whoever came first
    completes the team that lacks the fewest: nobody chooses anybody.
    """
    pool = sorted(agents, key=lambda agent: agent.number)
    lacking = [team for team in teams.incomplete if team.number in there]
    lacking.sort(key=lambda team: (missing(team, teams.shape), team.number))
    joins: list[tuple[int, int]] = []
    completed: set[int] = set()
    for team in lacking:
        lacks = missing(team, teams.shape)
        if team.number in shut or lacks > len(pool):
            continue
        joins += [(agent.number, team.number) for agent in pool[:lacks]]
        pool, completed = pool[lacks:], completed | {team.number}
    shape = teams.shape
    found = propose(pool, shape.least, shape.most - shape.least + shape.substitutes)
    empty = {team.number for team in teams.teams if not team.members}
    unready = {team.number for team in lacking} - completed | (empty & set(there))
    return Lineup(tuple(joins), found.teams, found.left, tuple(sorted(unready)))


def star(taken: Container[str]) -> str:
    """A name for a team, another than those `taken`."""
    names = (f"{name} {again + 1}" if again else name for again in count() for name in STARS)
    return next(name for name in names if name not in taken)
