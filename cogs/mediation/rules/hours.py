"""What may be promised now: never a human whom we cannot deliver (D6).

On duty is whoever is signed in at the desk and has said that they are available.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class Promise(StrEnum):
    SOON = "soon"  # somebody is there, with a free place
    BUSY = "busy"  # somebody is there, and all places are taken
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Staff:
    """A mediator, as a pen-name and a badge that can be checked; never a personal account."""

    id: int
    pen_name: str
    badge: str
    available: bool
    sealed: str = field(repr=False)


def free_places(talks: Iterable[int], most: int) -> int:
    """How many more people the mediators on duty can take; `talks` is what each holds now."""
    return sum(max(0, most - held) for held in talks)


def promise(talks: Iterable[int], most: int) -> Promise:
    held = list(talks)
    if not held:
        return Promise.NOBODY
    return Promise.SOON if free_places(held, most) else Promise.BUSY
