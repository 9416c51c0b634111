"""What captains and their team-mates may do, one transaction each."""

from dataclasses import dataclass, field

from cogs.people.rules import tidy
from cogs.tournaments.rules.crew import Act, Reach, reach
from cogs.tournaments.rules.names import shown_name
from cogs.tournaments.rules.refusals import NotEntered, PlayRefusal, RegistrationClosed
from cogs.tournaments.rules.roster import JOINABLE
from cogs.tournaments.rules.teams import STAFF, CaptainOnly, OneTeamEach, Team, UnknownTeam
from cogs.tournaments.service import descent, looking, seating, teaming, telling
from cogs.tournaments.service.crew import Crew
from cogs.tournaments.service.facts import Left
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.squads import row_of
from cogs.tournaments.service.teaming import Change
from cogs.tournaments.service.turn import Turn
from cogs.tournaments.service.turns import Turns
from cogs.tournaments.store import announced, tickets
from cogs.tournaments.store import teams as rows
from core.errors import Refusal
from core.people import Actor, Platform
from storage.database import Tx


class NoTeamsHere(PlayRefusal):
    """In this event everybody plays for themselves."""

    key = "teams-not-in-teams"
    code = "not_in_teams"


class BadTeamName(Refusal):
    key = "teams-bad-name"


class UnknownCode(Refusal):
    key = "teams-unknown-code"


class TeamsDrawn(PlayRefusal):
    """After the draw one steps in where somebody is missing, and does not simply join."""

    key = "teams-drawn"
    code = "teams_drawn"


@dataclass(frozen=True, slots=True)
class TeamSeen:
    """An answer: a team, and what somebody may do with it."""

    live: Live = field(repr=False)
    team: Team
    leads: bool = False  # its captain, or staff
    mine: bool = False
    anew: bool = True  # False where nothing had to be changed

    @property
    def row(self) -> rows.TeamRow:
        return row_of(self.live.teams, self.team.number)


class Teams:
    def __init__(self, turns: Turns) -> None:
        self._turns = turns
        self._crew = Crew(turns.db)

    async def create(self, actor: Actor, name: str, tournament: int | None = None) -> TeamSeen:
        """A team of one's own, which anybody may join by one tap.

        Raises `NoneHere`, `NoTeamsHere`, `BadTeamName`, `OneTeamEach`, `RegistrationClosed`.
        """
        async with self._turns.on(actor, tournament, to_join) as turn:
            await descent.whole_teams(turn)
            own = _free(turn, actor)
            shown = shown_name(name, {each.name for each in turn.live.entrants})
            if not shown:
                raise BadTeamName
            captain = own.ticket if own else seating.next_ticket(turn)
            number = max(seating.next_ticket(turn), captain + 1)
            roster = turn.live.roster.join(number, turn.event.phase)
            if own is None:
                await seating.add(turn, actor, captain, tickets.PLAYER, here=False)
            entry = roster.entry(number)
            await teaming.found(turn, captain, shown, entry, actor.platform)
            await seating.moved(turn)
            if actor.platform is Platform.TWITCH:
                await telling.soon(turn)
            return _seen(turn.live, actor, number)

    async def join(
        self,
        actor: Actor,
        tournament: int | None = None,
        *,
        team: int | None = None,
        code: str = "",
    ) -> TeamSeen:
        """Join by one tap on the team's card, or with its code, which is an invitation.

        Twice is once. Raises `UnknownCode`, `UnknownTeam`, `TeamFull`, `ByInvitation`,
        `OneTeamEach`, `TeamsDrawn`.
        """
        async with self._turns.on(actor, tournament, _of_code(code) if code else to_join) as turn:
            number = _named(turn, team, code)
            own = turn.live.ticket_of(actor.person)
            if own is not None and own.team == number:
                return _seen(turn.live, actor, number, anew=False)
            await descent.whole_teams(turn)
            own = _free(turn, actor)
            if own is None:
                ticket = seating.next_ticket(turn)
                await seating.add(turn, actor, ticket, tickets.ALONE, here=False)
                await turn.look_again()
            else:
                ticket = own.ticket
            squads = turn.live.squads
            if code:
                squads = squads.invite(STAFF, number, ticket)
            await teaming.keep(turn, squads.join(number, ticket), Change.JOINED)
            return _seen(turn.live, actor, number)

    async def leave(self, actor: Actor, tournament: int | None = None) -> Left:
        """Out of one's team, or of those without one. The team plays on. Raises `NotEntered`."""
        async with self._turns.on(actor, tournament, self._turns.entered) as turn:
            if not turn.event.in_teams:
                raise NoTeamsHere
            return await teaming.leave(turn, actor)

    async def remove(self, actor: Actor, ticket: int, tournament: int | None = None) -> TeamSeen:
        """Take somebody out; from then on one needs the code, which is a new one.

        Raises `CaptainOnly`, `NotInTeam`.
        """
        async with self._turns.on(actor, tournament, self._turns.entered) as turn:
            number = _team_with(turn, ticket)
            after = turn.live.squads.remove(await self._by(turn, actor, number), ticket)
            await rows.change(turn.tx, turn.event.id, number, code=teaming.new_code())
            await teaming.keep(turn, after, Change.REMOVED)
            return _seen(turn.live, actor, number)

    async def hand_over(
        self, actor: Actor, ticket: int, tournament: int | None = None
    ) -> TeamSeen:
        """Make another member captain. Raises `CaptainOnly`, `NotInTeam`."""
        async with self._turns.on(actor, tournament, self._turns.entered) as turn:
            number = _team_with(turn, ticket)
            by = await self._by(turn, actor, number)
            after = turn.live.squads.hand_over(by, ticket)
            await teaming.keep(turn, after, Change.CAPTAIN)
            return _seen(turn.live, actor, number)

    async def substitute(
        self, actor: Actor, out: int, into: int, tournament: int | None = None
    ) -> TeamSeen:
        """A player and a substitute change places. Raises `CaptainOnly`, `NotInTeam`."""
        async with self._turns.on(actor, tournament, self._turns.entered) as turn:
            number = _team_with(turn, out)
            by = await self._by(turn, actor, number)
            after = turn.live.squads.substitute(by, out, into)
            await teaming.keep(turn, after, Change.SWAPPED)
            return _seen(turn.live, actor, number)

    async def withdraw(
        self, actor: Actor, tournament: int | None = None, team: int | None = None
    ) -> Left:
        """Take the whole team out: its captain, or staff. Raises `CaptainOnly`, `UnknownTeam`."""
        async with self._turns.on(actor, tournament, self._turns.entered) as turn:
            number = _named(turn, team, "") if team else _own(turn, actor)
            by = await self._by(turn, actor, number)
            if by not in {STAFF, turn.live.squads.team(number).captain}:
                raise CaptainOnly
            name = row_of(turn.live.teams, number).name
            await teaming.end(turn, number)
            return Left(turn.live, withdrew=True, team=name)

    async def seen(
        self, actor: Actor, tournament: int | None = None, team: int | None = None
    ) -> TeamSeen:
        """A team as `actor` may see it; their own where none is named.

        Raises `NoneHere`, `NoTeamsHere`, `UnknownTeam`, `NotEntered`.
        """
        async with self._turns.db.read() as tx:
            event = await looking.meant(tx, actor, tournament, self._turns.entered)
            live = await self._turns.book.live(tx, event)
            staff = await is_staff(tx, self._crew, live, actor)
        if not live.event.in_teams:
            raise NoTeamsHere
        if team is None:
            mine = live.team_of(actor.person)
            if mine is None:
                raise NotEntered
            team = mine.number
        return _seen(live, actor, team, staff=staff)

    async def _by(self, turn: Turn, actor: Actor, team: int) -> int:
        """Who asks: staff, unless it is about a team of their own; else their own ticket."""
        own = turn.live.ticket_of(actor.person)
        on_it = own is not None and own.team == team
        if not on_it and await is_staff(turn.tx, self._crew, turn.live, actor):
            return STAFF
        return own.ticket if own else 0


async def is_staff(tx: Tx, crew: Crew, live: Live, actor: Actor) -> bool:
    """Whether they may change any roster here: hosts and referees."""
    return reach(await crew.duties(actor, live, tx=tx), Act.MOVE) is Reach.ALL


async def to_join(tx: Tx, actor: Actor) -> announced.Event | None:
    """The next event of teams that can still be joined; else what a player alone would join."""
    live = await looking.open_to_all(tx, actor.place)
    open_ = (event for event in live if event.in_teams and event.phase in JOINABLE)
    return next(open_, None) or await looking.to_join(tx, actor)


def _of_code(code: str) -> looking.Which:
    async def found(tx: Tx, actor: Actor) -> announced.Event | None:
        tournament = await rows.invited_to(tx, actor.place, tidy(code))
        if tournament is None:
            raise UnknownCode
        return await announced.event(tx, tournament)

    return found


def _named(turn: Turn, team: int | None, code: str) -> int:
    """The team meant, which there is. Raises `NoTeamsHere`, `UnknownCode`, `UnknownTeam`."""
    if not turn.event.in_teams:
        raise NoTeamsHere
    if code:
        found = [row.ticket for row in turn.live.teams if row.code == tidy(code)]
        if not found:
            raise UnknownCode
        return found[0]
    return turn.live.squads.team(team or 0).number


def _free(turn: Turn, actor: Actor) -> tickets.Entrant | None:
    """Their ticket, if they have one and no team yet; before the draw only.

    Raises `NoTeamsHere`, `OneTeamEach`, `TeamsDrawn`, `RegistrationClosed`.
    """
    if not turn.event.in_teams:
        raise NoTeamsHere
    if turn.event.phase not in JOINABLE:
        raise TeamsDrawn if turn.event.live else RegistrationClosed
    own = turn.live.ticket_of(actor.person)
    if own is not None and own.team is not None:
        raise OneTeamEach
    return own


def _team_with(turn: Turn, ticket: int) -> int:
    team = turn.live.squads.team_of(ticket)
    if team is None or not turn.event.live:
        raise UnknownTeam
    return team.number


def _own(turn: Turn, actor: Actor) -> int:
    mine = turn.live.team_of(actor.person)
    if mine is None:
        raise NotEntered
    return mine.number


def _seen(
    live: Live, actor: Actor, number: int, *, anew: bool = True, staff: bool = False
) -> TeamSeen:
    team = live.squads.team(number)
    own = live.ticket_of(actor.person)
    mine = own is not None and own.team == number
    leads = staff or (own is not None and own.ticket == team.captain)
    return TeamSeen(live, team, leads, mine, anew)
