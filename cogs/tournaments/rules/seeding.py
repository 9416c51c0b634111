"""The order of the seeds: by lot, by rating, as the last event ended, or by hand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cogs.tournaments.rules import robin
from cogs.tournaments.rules.roster import drawn_by_lot
from cogs.tournaments.rules.separation import (
    Broken,
    Labels,
    Met,
    apart_in_groups,
    spread,
    standard_tiers,
)
from cogs.tournaments.rules.setup import ELIMINATIONS, Format, Setup


class Seeding(StrEnum):
    LOT = "lot"
    RATING = "rating"
    LAST = "last"  # as they came in at the last event here
    HAND = "hand"
    ABOVE = "above"  # of an underground bracket: by how far they came in the one above


@dataclass(frozen=True, slots=True)
class Drawn:
    """The tickets in the order of the seeds, and who could not be kept apart."""

    order: tuple[int, ...]
    broken: tuple[Broken, ...] = ()


def ordered(
    tickets: Iterable[int], seeding: Seeding, secret: str, merit: Mapping[int, float]
) -> tuple[int, ...]:
    """The best first; those of equal merit, or of none, by a lot that nobody can steer.

    `merit` is a rating, or minus a place: larger is better. Who has none comes last.
    """
    by_lot = drawn_by_lot(tickets, secret)
    if seeding is Seeding.LOT:
        return by_lot
    known = [ticket for ticket in by_lot if ticket in merit]
    rest = tuple(ticket for ticket in by_lot if ticket not in merit)
    return tuple(sorted(known, key=lambda ticket: -merit[ticket])) + rest


def apart(
    order: Sequence[int], setup: Setup, seeding: Seeding, labels: Labels, met: Met = ()
) -> Drawn:
    """The same people as seeds, so that those who share a label, or have met, meet late.

    A lot leaves every place free; otherwise nobody leaves their tier (1, 2, 3–4, 5–8 …). In
    groups, those at one place of the snake change groups. Rounds and arenas have pairings of
    their own: their order stays as it is.
    """
    if not labels and not met:
        return Drawn(tuple(order))
    if setup.format in ELIMINATIONS:
        tiers = None if seeding is Seeding.LOT else standard_tiers(len(order))
        found = spread(order, labels, met, tiers=tiers)
        return Drawn(found.order, found.broken)
    if setup.format is Format.ROUND_ROBIN and setup.groups > 1:
        return _in_groups(order, setup.groups, labels, met)
    return Drawn(tuple(order))


def _in_groups(order: Sequence[int], groups: int, labels: Labels, met: Met) -> Drawn:
    places = robin.snake(range(len(order)), groups)
    found = apart_in_groups([[order[at] for at in group] for group in places], labels, met)
    seated = list(order)
    for spots, group in zip(places, found.groups, strict=True):
        for spot, ticket in zip(spots, group, strict=True):
            seated[spot] = ticket
    return Drawn(tuple(seated), found.broken)
