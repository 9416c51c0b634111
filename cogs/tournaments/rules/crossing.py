"""From one stage to the next: who qualified becomes the seeds of a bracket."""

from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from cogs.tournaments.rules.separation import (
    Label,
    Labels,
    Met,
    Spread,
    spread,
    standard_tiers,
)

GROUP: Final = "group"
_NONE: Final[Labels] = MappingProxyType({})


def crossed(qualified: Sequence[Sequence[int]], labels: Labels = _NONE, met: Met = ()) -> Spread:
    """The seeds of the playoffs: group winners first, then the second of each group, and so on.

    `qualified` holds those who go on of each group, best first, as many as it may be. At one place
    the groups stand in the order given, and give way so that nobody meets somebody of their group
    in the first round whenever that is possible, and as late as possible. `labels` and `met` are
    other keys to respect, as in `spread`. Raises `TooFew`, `TooMany`.
    """
    places = range(max(map(len, qualified), default=0))
    tiers = [[group[place] for group in qualified if place < len(group)] for place in places]
    groups = {
        entrant: Label(GROUP, str(number), hard=True)
        for number, group in enumerate(qualified)
        for entrant in group
    }
    every = {entrant: {group, *labels.get(entrant, ())} for entrant, group in groups.items()}
    order = [entrant for tier in tiers for entrant in tier]
    return spread(order, every, met, tiers=[len(tier) for tier in tiers])


def playoff_order(qualified: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """The seeds 1..n of the playoffs, and nothing else to respect but the groups."""
    return crossed(qualified).order


def swiss_cut_order(
    standing: Sequence[int], places: int, met: Met = (), labels: Labels = _NONE
) -> tuple[int, ...]:
    """The first of a Swiss (best first) as seeds of a bracket with this many places.

    They keep the order of the standing; those who `met` may change places within their tier (3–4,
    5–8 …) so that they do not meet again at once.
    """
    through = standing[:places]
    return spread(through, labels, met, tiers=standard_tiers(len(through))).order
