"""Teams of an event: who plays, who is on the bench, who decides. People are tickets, never names.

Every change gives the next value; the event of it, and its reason, are kept by whoever asked.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, Self

from cogs.tournaments.rules.refusals import PlayRefusal

STAFF: Final = -1  # as `by`: a referee or a host asks


class UnknownTeam(PlayRefusal):
    key = "tournaments-unknown-team"
    code = "unknown_team"


class OneTeamEach(PlayRefusal):
    """They are on a team of this event already."""

    key = "tournaments-one-team-each"
    code = "one_team_each"


class TeamFull(PlayRefusal):
    key = "tournaments-team-full"
    code = "team_full"


class ByInvitation(PlayRefusal):
    key = "tournaments-by-invitation"
    code = "by_invitation"


class CaptainOnly(PlayRefusal):
    key = "tournaments-captain-only"
    code = "captain_only"


class NotInTeam(PlayRefusal):
    key = "tournaments-not-in-team"
    code = "not_in_team"


class RosterLocked(PlayRefusal):
    key = "tournaments-roster-locked"
    code = "roster_locked"


class NotAgreed(PlayRefusal):
    """Somebody may step in before the match if the other side or staff agrees, and nobody has."""

    key = "tournaments-not-agreed"
    code = "not_agreed"


@dataclass(frozen=True, slots=True)
class Shape:
    """What the preset asks of a roster."""

    least: int
    most: int
    substitutes: int = 0


@dataclass(frozen=True, slots=True)
class Seat:
    """A place in a team, kept for good once there is something to keep."""

    number: int
    ticket: int | None  # None is a "former player": they left, or asked to be forgotten
    bench: bool = False


@dataclass(frozen=True, slots=True)
class Team:
    number: int
    captain: int | None  # None once nobody is left: it can only be withdrawn
    seats: tuple[Seat, ...]  # in the order of arrival
    invited: frozenset[int] = frozenset()
    open: bool = True  # whoever taps the captain's card is in; otherwise by invitation

    @property
    def players(self) -> tuple[int, ...]:
        return tuple(s.ticket for s in self.seats if s.ticket is not None and not s.bench)

    @property
    def bench(self) -> tuple[int, ...]:
        return tuple(s.ticket for s in self.seats if s.ticket is not None and s.bench)

    @property
    def members(self) -> tuple[int, ...]:
        """Who may play, check in, report and confirm for it: any of them."""
        return self.players + self.bench


def missing(team: Team, shape: Shape) -> int:
    """Players still to add."""
    return max(0, shape.least - len(team.players))


@dataclass(frozen=True, slots=True)
class Teams:
    """All teams of one event. A person is on one of them at most."""

    shape: Shape
    teams: tuple[Team, ...] = ()  # one that everybody has left keeps its number
    locked: bool = False  # community events never do it

    def team(self, number: int) -> Team:
        """Raises `UnknownTeam`."""
        for team in self.teams:
            if team.number == number:
                return team
        raise UnknownTeam

    def team_of(self, ticket: int) -> Team | None:
        return next((team for team in self.teams if ticket in team.members), None)

    @property
    def incomplete(self) -> tuple[Team, ...]:
        return tuple(t for t in self.teams if t.members and missing(t, self.shape))

    def create(self, captain: int, *, by_invitation: bool = False) -> Self:
        """One more team, of its captain. Raises `RosterLocked`, `OneTeamEach`."""
        self._unlocked()
        self._teamless(captain)
        number = len(self.teams) + 1
        team = Team(number, captain, (Seat(1, captain),), open=not by_invitation)
        return replace(self, teams=(*self.teams, team))

    def invite(self, by: int, number: int, ticket: int) -> Self:
        """Keeps the door open for somebody, who may be on another team until they come.

        Raises `RosterLocked`, `UnknownTeam`, `CaptainOnly`.
        """
        self._unlocked()
        team = self._led(by, number)
        return self._with(replace(team, invited=team.invited | {ticket}))

    def join(self, number: int, ticket: int) -> Self:
        """By one tap on the captain's card: a player while there is room, then a substitute.

        Raises `RosterLocked`, `UnknownTeam`, `OneTeamEach`, `ByInvitation`, `TeamFull`.
        """
        self._unlocked()
        team = self.team(number)
        self._teamless(ticket)
        if team.captain is None:
            raise UnknownTeam
        if not (team.open or ticket in team.invited):
            raise ByInvitation
        bench = len(team.players) >= self.shape.most
        if bench and len(team.bench) >= self.shape.substitutes:
            raise TeamFull
        return self._with(_seated(team, ticket, bench=bench))

    def leave(self, ticket: int) -> Self:
        """Always possible. Once locked, the seat stays as a former player's.

        The first on the bench moves up, and the next member becomes captain. Raises `NotInTeam`.
        """
        team = self.team_of(ticket)
        if team is None:
            raise NotInTeam
        return self._with(_vacated(team, ticket, keep=self.locked))

    def remove(self, by: int, ticket: int) -> Self:
        """The captain or staff takes somebody out; from then on one joins by invitation.

        Staff still may when the rosters are locked. Raises `RosterLocked`, `NotInTeam`,
        `CaptainOnly`.
        """
        if by != STAFF:
            self._unlocked()
        team = self._led(by, self._whose(ticket))
        without = _vacated(team, ticket, keep=self.locked)
        return self._with(replace(without, open=False))

    def forget(self, ticket: int) -> Self:
        """They left the server or asked to be forgotten: a former player in every way.

        The seat keeps its number, the team plays on, and no invitation names them any more.
        Somebody who is nowhere changes nothing.
        """
        freed = self
        team = self.team_of(ticket)
        if team is not None:
            freed = freed._with(_vacated(team, ticket, keep=True))
        teams = (replace(one, invited=one.invited - {ticket}) for one in freed.teams)
        return replace(freed, teams=tuple(teams))

    def substitute(self, by: int, out: int, into: int) -> Self:
        """A player and a substitute of one team change places.

        Raises `RosterLocked`, `NotInTeam`, `CaptainOnly`.
        """
        self._unlocked()
        team = self._led(by, self._whose(out))
        if out not in team.players or into not in team.bench:
            raise NotInTeam
        return self._with(_reseated(team, lambda s: replace(s, bench=_swapped(s, out, into))))

    def hand_over(self, by: int, ticket: int) -> Self:
        """Another member is captain from now on. Raises `NotInTeam`, `CaptainOnly`."""
        team = self._led(by, self._whose(ticket))
        return self._with(replace(team, captain=ticket))

    def step_in(self, out: int, newcomer: int, *, agreed: bool) -> Self:
        """A free agent takes the seat of somebody who is missing, locked or not.

        It is asked before the match starts, and `agreed` when the other side or staff said yes.
        Raises `NotAgreed`, `NotInTeam`, `OneTeamEach`.
        """
        if not agreed:
            raise NotAgreed
        team = self.team(self._whose(out))
        self._teamless(newcomer)
        seated = _seated(team, newcomer, bench=out in team.bench)
        return self._with(_vacated(seated, out, keep=self.locked, move_up=False))

    def lock(self) -> Self:
        """From now on nobody joins, is taken out or changes places."""
        return replace(self, locked=True)

    def _unlocked(self) -> None:
        if self.locked:
            raise RosterLocked

    def _teamless(self, ticket: int) -> None:
        if self.team_of(ticket):
            raise OneTeamEach

    def _whose(self, ticket: int) -> int:
        team = self.team_of(ticket)
        if team is None:
            raise NotInTeam
        return team.number

    def _led(self, by: int, number: int) -> Team:
        team = self.team(number)
        if by not in (STAFF, team.captain):
            raise CaptainOnly
        return team

    def _with(self, changed: Team) -> Self:
        teams = (changed if team.number == changed.number else team for team in self.teams)
        return replace(self, teams=tuple(teams))


def _seated(team: Team, ticket: int, *, bench: bool) -> Team:
    number = max((seat.number for seat in team.seats), default=0) + 1
    seats = (*team.seats, Seat(number, ticket, bench))
    return replace(team, seats=seats, invited=team.invited - {ticket})


def _reseated(team: Team, change: Callable[[Seat], Seat]) -> Team:
    return replace(team, seats=tuple(map(change, team.seats)))


def _swapped(seat: Seat, out: int, into: int) -> bool:
    return not seat.bench if seat.ticket in (out, into) else seat.bench


def _vacated(team: Team, ticket: int, *, keep: bool, move_up: bool = True) -> Team:
    """Without them: the seat is gone, or kept as a former player's; then the others move up."""
    freed = move_up and ticket in team.players and bool(team.bench)
    if keep:
        left = _reseated(team, lambda s: replace(s, ticket=None) if s.ticket == ticket else s)
    else:
        left = replace(team, seats=tuple(s for s in team.seats if s.ticket != ticket))
    if freed:
        first = team.bench[0]
        left = _reseated(left, lambda s: replace(s, bench=s.bench and s.ticket != first))
    if team.captain == ticket:
        left = replace(left, captain=next(iter(left.members), None))
    return left
