"""What computes the ladder's ratings: openskill's Plackett-Luce, with its own defaults."""

from collections.abc import Sequence

from openskill.models import PlackettLuce

from cogs.tournaments.rules.ladder import Rater, Skill


def plackett_luce() -> Rater:
    """For duels, teams and lobbies alike. The ladder rounds what it answers."""
    model = PlackettLuce()

    def rate(sides: Sequence[Sequence[Skill]], ranks: Sequence[int]) -> list[list[Skill]]:
        before = [[model.rating(mu=one.mu, sigma=one.sigma) for one in side] for side in sides]
        after = model.rate([list(side) for side in before], ranks=[float(rank) for rank in ranks])
        return [[Skill(one.mu, one.sigma) for one in side] for side in after]

    return rate
