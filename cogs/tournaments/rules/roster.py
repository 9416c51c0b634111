"""Who takes part: registration, the waiting list, check-in, and the order of the seeds.

Until the draw everybody holds a ticket, a number in the order of arrival; the draw turns the
tickets of those who are there into seeds.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, Self

from cogs.tournaments.rules.refusals import (
    AlreadyEntered,
    CheckInNotOpen,
    CheckInOver,
    NotEntered,
    RegistrationClosed,
)


class Phase(StrEnum):
    """The life of an event."""

    DRAFT = "draft"  # only its host has seen it
    REGISTRATION = "registration"
    CHECK_IN = "check_in"  # one may still join, and is there at once
    CLOSED = "closed"  # the draw is to come
    RUNNING = "running"
    FINISHED = "finished"
    CANCELLED = "cancelled"


JOINABLE: Final = frozenset({Phase.REGISTRATION, Phase.CHECK_IN})


class Standing(StrEnum):
    ENTERED = "entered"
    WAITING = "waiting"  # full: next in line when a seat frees up


@dataclass(frozen=True, slots=True)
class Entry:
    ticket: int
    standing: Standing
    here: bool = False  # has checked in; somebody who waits may, too, in case a seat frees up


@dataclass(frozen=True, slots=True)
class Closing:
    """What the end of the check-in decided, each in the order of arrival."""

    playing: tuple[int, ...]  # to be seeded, the promoted last
    promoted: tuple[int, ...]  # who came off the waiting list
    missed: tuple[int, ...]  # had a seat and did not check in
    waiting: tuple[int, ...]  # still no seat: the first to replace somebody who does not come


@dataclass(frozen=True, slots=True)
class Roster:
    """Everybody who is in, in the order of arrival. Who leaves is not in it any more."""

    size: int
    entries: tuple[Entry, ...] = ()

    def entry(self, ticket: int) -> Entry:
        """Raises `NotEntered`."""
        for entry in self.entries:
            if entry.ticket == ticket:
                return entry
        raise NotEntered

    @property
    def entered(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.standing is Standing.ENTERED)

    @property
    def waiting(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.standing is Standing.WAITING)

    def place_in_line(self, ticket: int) -> int:
        """1 is the next to get a seat. Raises `NotEntered` for somebody who does not wait."""
        tickets = [entry.ticket for entry in self.waiting]
        if ticket not in tickets:
            raise NotEntered
        return tickets.index(ticket) + 1

    def join(self, ticket: int, phase: Phase) -> Self:
        """One more: entered while there are seats, then waiting. `ticket` is a number not used.

        Raises `RegistrationClosed`, `AlreadyEntered`.
        """
        if phase not in JOINABLE:
            raise RegistrationClosed
        if any(entry.ticket == ticket for entry in self.entries):
            raise AlreadyEntered
        full = len(self.entered) >= self.size
        standing = Standing.WAITING if full else Standing.ENTERED
        newcomer = Entry(ticket, standing, here=phase is Phase.CHECK_IN)
        return replace(self, entries=(*self.entries, newcomer))

    def leave(self, ticket: int, phase: Phase) -> Self:
        """One fewer, and the first in line moves up. Compare `entered` to see who.

        Raises `RegistrationClosed` once it is drawn (one withdraws then), `NotEntered`.
        """
        if phase not in JOINABLE:
            raise RegistrationClosed
        leaver = self.entry(ticket)
        staying = tuple(entry for entry in self.entries if entry is not leaver)
        return replace(self, entries=staying).resized(self.size)

    def check_in(self, ticket: int, phase: Phase) -> Self:
        """They say that they are there. Twice is once.

        Raises `CheckInNotOpen`, `CheckInOver`, `NotEntered`.
        """
        if phase is not Phase.CHECK_IN:
            raise CheckInNotOpen if phase is Phase.REGISTRATION else CheckInOver
        self.entry(ticket)
        entries = (replace(e, here=True) if e.ticket == ticket else e for e in self.entries)
        return replace(self, entries=tuple(entries))

    def resized(self, size: int) -> Self:
        """The same people with this many seats: nobody loses one, those in line fill the rest.

        Whoever waits and has checked in comes before whoever waits and has not.
        """
        free = max(0, size - len(self.entered))
        line = sorted(self.waiting, key=lambda entry: not entry.here)
        up = {entry.ticket for entry in line[:free]}
        entries = (
            replace(entry, standing=Standing.ENTERED) if entry.ticket in up else entry
            for entry in self.entries
        )
        return replace(self, size=size, entries=tuple(entries))

    def close(self) -> Closing:
        """The end of the check-in: who is there plays, and the line fills the other seats.

        Nobody is promoted who has not checked in: an absent player helps nobody.
        """
        there = tuple(entry.ticket for entry in self.entered if entry.here)
        line = tuple(entry.ticket for entry in self.waiting if entry.here)
        promoted = line[: max(0, self.size - len(there))]
        return Closing(
            playing=there + promoted,
            promoted=promoted,
            missed=tuple(entry.ticket for entry in self.entered if not entry.here),
            waiting=tuple(e.ticket for e in self.waiting if e.ticket not in promoted),
        )


def commitment(secret: str) -> str:
    """What is shown at registration, so that everybody can check the draw once it is published."""
    return hashlib.sha256(secret.encode()).hexdigest()


def drawn_by_lot(tickets: Iterable[int], secret: str) -> tuple[int, ...]:
    """Tickets in the order of the seeds, by a lot that nobody can steer once it is committed."""
    return tuple(sorted(tickets, key=lambda ticket: commitment(f"{secret}:{ticket}")))
