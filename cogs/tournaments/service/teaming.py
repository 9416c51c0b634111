"""What happens to rosters: who comes alone, who leaves, and whom the draw brings together."""

import asyncio
import secrets
from dataclasses import dataclass, replace
from enum import StrEnum

from cogs.people.rules import ALPHABET, CODE_LENGTH
from cogs.tournaments.rules import commands
from cogs.tournaments.rules.free_agents import Agent
from cogs.tournaments.rules.ladder import Skill
from cogs.tournaments.rules.lineup import Lineup, lineup, star
from cogs.tournaments.rules.refusals import NotEntered, RegistrationClosed
from cogs.tournaments.rules.roster import Entry, Phase, Roster, Standing
from cogs.tournaments.rules.teams import Team, Teams, missing
from cogs.tournaments.service import seating
from cogs.tournaments.service.drawing import records_of
from cogs.tournaments.service.facts import Joined, Left
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.playing import play
from cogs.tournaments.service.squads import held, row_of
from cogs.tournaments.service.turn import EVENT_CARD, TEAM_CARD, Turn
from cogs.tournaments.store import teams, tickets
from core.people import Actor, Platform
from storage import cards


class Change(StrEnum):
    """Why a roster is not what it was."""

    CREATED = "created"
    JOINED = "joined"
    LEFT = "left"
    REMOVED = "removed"
    SWAPPED = "swapped"  # a substitute plays, a player rests
    CAPTAIN = "captain"
    STOOD_IN = "stood_in"
    DRAWN = "drawn"  # brought together at the draw


@dataclass(frozen=True, slots=True)
class Formed:
    """What the draw will do to rosters, before anything is written."""

    lineup: Lineup
    numbers: tuple[int, ...]  # the tickets of the teams that are made
    roster: Roster


async def enter_alone(turn: Turn, actor: Actor) -> Joined:
    """Play without a team: one is proposed at the draw. After it, they may be called to step in.

    Raises `RegistrationClosed` once it is over. Twice is once.
    """
    if not turn.event.live:
        raise RegistrationClosed
    held = turn.live.ticket_of(actor.person)
    if held is not None and held.team is not None:
        return seating.joined(turn, held.team, actor.platform, anew=False)
    ticket = held.ticket if held else seating.next_ticket(turn)
    if held is None:
        here = turn.event.phase is not Phase.REGISTRATION
        await seating.add(turn, actor, ticket, tickets.ALONE, here=here)
        await turn.log("came_alone", {"ticket": ticket})
        await seating.moved(turn)
    return _alone(turn, ticket, actor.platform, anew=held is None)


async def check_in_alone(turn: Turn, held: tickets.Entrant, actor: Actor) -> Joined:
    """Raises `CheckInNotOpen`, `CheckInOver`. Twice is once."""
    entry = Entry(held.ticket, Standing.ENTERED, held.here)
    Roster(1, (entry,)).check_in(held.ticket, turn.event.phase)
    if not held.here:
        await tickets.change(turn.tx, turn.event.id, [held.ticket], here=True)
        await turn.log("checked_in", {"ticket": held.ticket})
        await seating.moved(turn)
    return _alone(turn, held.ticket, actor.platform, anew=False)


async def leave(turn: Turn, actor: Actor) -> Left:
    """Out of their team, or out of the pool; the team plays on. Raises `NotEntered`."""
    own = turn.live.ticket_of(actor.person)
    if own is None or not turn.event.live:
        raise NotEntered
    team = turn.live.squads.team_of(own.ticket)
    if team is None:
        await tickets.release(turn.tx, turn.event.id, own.ticket)
        await turn.log("left", {"ticket": own.ticket})
        await seating.moved(turn)
        return Left(turn.live, withdrew=False)
    name = row_of(turn.live.teams, team.number).name
    await keep(turn, turn.live.squads.leave(own.ticket), Change.LEFT)
    await _refill(turn, team.number)
    last = len(team.members) == 1
    return Left(turn.live, withdrew=last and turn.live.state is not None, team=name)


def spare(turn: Turn) -> list[int]:
    """Who is there without a team, in the order of arrival: the first steps in first."""
    alone = (e for e in turn.live.entrants if e.standing == tickets.ALONE and e.here)
    return [each.ticket for each in alone if held(each)]


async def found(turn: Turn, captain: int, name: str, entry: Entry, platform: Platform) -> None:
    """A team of one. Its ticket is nobody's."""
    number, known = entry.ticket, {row.code for row in turn.live.teams}
    code = new_code()
    while code in known:
        code = new_code()
    row = tickets.Entrant(number, None, "", platform, entry.standing.value, entry.here)
    await tickets.add(turn.tx, turn.event.id, row)
    await teams.add(turn.tx, turn.event.id, teams.TeamRow(number, name, captain, code, open=True))
    await seating.entered(turn, entry)
    await teams.seat(turn.tx, turn.event.id, number, ((captain, 1, tickets.PLAYER),))
    await turn.look_again()
    await _told(turn, turn.live.squads.team(number), Change.CREATED)
    parent = EVENT_CARD, turn.subject
    await cards.want(turn.tx, TEAM_CARD, card_of(turn, number), turn.event.channel, parent)


def new_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


def heads(live: Live) -> int:
    """How many people play: all members of the teams that were drawn."""
    if not live.event.in_teams:
        return len(live.seeded)
    return sum(len(live.people_of(seat)) for seat in live.seeded)


def card_of(turn: Turn, team: int) -> str:
    return f"{turn.subject}:{team}"


async def keep(turn: Turn, after: Teams, why: Change) -> None:
    """Write down what has become of the rosters; a team that nobody is on any more is over."""
    before = {team.number: team for team in turn.live.squads.teams}
    stay = {ticket for team in after.teams for ticket in team.members}
    for ticket in (one for team in before.values() for one in team.members if one not in stay):
        await tickets.release(turn.tx, turn.event.id, ticket)
    left = []
    for team in after.teams:
        was = before.get(team.number)
        if was != team:
            await _write(turn, team, why)
        if not team.members and was is not None and was.members:
            left.append(team.number)
    await turn.look_again()
    for number in left:
        await end(turn, number)
    await seating.moved(turn)


async def end(turn: Turn, team: int) -> None:
    """The team is out: its seat is free before the draw, and its matches are lost after it."""
    seat = turn.live.seats.get(team)
    if seat is not None and turn.live.state is not None:
        if seat not in turn.live.state.withdrawn:
            await play(turn, commands.Withdraw(seat))
        return
    members = [each.ticket for each in turn.live.entrants if each.team == team]
    for ticket in members:
        await tickets.release(turn.tx, turn.event.id, ticket)
    if turn.live.state is None:
        await seating.give_back(turn, team)
    else:
        await tickets.release(turn.tx, turn.event.id, team)
    await teams.drop(turn.tx, turn.event.id, team)
    await cards.again(turn.tx, TEAM_CARD, card_of(turn, team))
    await seating.moved(turn)


async def formed(turn: Turn) -> Formed:
    """Who would be drawn now: complete teams, and those that whoever came alone makes up.

    Nothing is written. A hundred people take a second or two, in a thread.
    """
    event, roster = turn.event, turn.live.roster
    everybody = event.phase is Phase.REGISTRATION
    if everybody:  # nobody was asked yet: all count as there
        there = (Entry(each.ticket, each.standing, here=True) for each in roster.entries)
        roster = replace(roster, entries=tuple(there))
    alone = (e for e in turn.live.entrants if e.standing == tickets.ALONE and held(e))
    skills = {person: one.skill.mu for person, one in (await records_of(turn.tx, event)).items()}
    agents = [
        Agent(each.ticket, skills.get(each.person or 0, Skill().mu))
        for each in alone
        if each.here or everybody
    ]
    here = {entry.ticket for entry in roster.entries if entry.here}
    shut = {row.ticket for row in turn.live.teams if not row.open}
    planned = await asyncio.to_thread(lineup, turn.live.squads, here, agents, shut)
    staying = tuple(each for each in roster.entries if each.ticket not in planned.unready)
    roster = replace(roster, entries=staying).resized(roster.size)
    first = seating.next_ticket(turn)
    numbers = tuple(range(first, first + len(planned.made)))
    for number in numbers:
        roster = roster.join(number, Phase.CHECK_IN)
    return Formed(planned, numbers, roster)


async def form(turn: Turn, plan: Formed) -> None:
    """Make it so: people join the teams they complete, and new teams get the name of a star."""
    event, planned = turn.event, plan.lineup
    if planned.unready:
        waits = Standing.WAITING.value
        await tickets.change(turn.tx, event.id, planned.unready, standing=waits, here=False)
    for number in planned.unready:
        await turn.log("team_incomplete", {"ticket": number})
    if event.phase is Phase.REGISTRATION:
        await tickets.change(turn.tx, event.id, planned.left, here=True)
    for number, people in zip(plan.numbers, planned.made, strict=True):
        name = star({each.name for each in turn.live.entrants})
        entry = plan.roster.entry(number)
        await found(turn, people[0], name, entry, Platform.DISCORD)
        squads = turn.live.squads
        for ticket in people[1:]:
            squads = squads.join(number, ticket)
        await keep(turn, squads, Change.DRAWN)
    squads = turn.live.squads
    for ticket, number in planned.joins:
        squads = squads.join(number, ticket)
    await keep(turn, squads, Change.DRAWN)


async def _refill(turn: Turn, number: int) -> None:
    """Until play begins, whoever is there without a team takes the place of who will not come."""
    free = spare(turn)
    row = next((row for row in turn.live.teams if row.ticket == number), None)
    if row is None or not row.open or not free or turn.event.phase is not Phase.CLOSED:
        return
    team = turn.live.squads.team(number)
    if team.members and missing(team, turn.live.squads.shape):
        await keep(turn, turn.live.squads.join(number, free[0]), Change.STOOD_IN)


async def _write(turn: Turn, team: Team, why: Change) -> None:
    seats = (
        (seat.ticket, seat.number, tickets.BENCH if seat.bench else tickets.PLAYER)
        for seat in team.seats
        if seat.ticket is not None
    )
    await teams.seat(turn.tx, turn.event.id, team.number, seats)
    values: dict[str, object] = {"open": team.open}
    if team.captain is not None:
        values["captain"] = team.captain
    await teams.change(turn.tx, turn.event.id, team.number, **values)
    await _told(turn, team, why)
    await cards.again(turn.tx, TEAM_CARD, card_of(turn, team.number))


async def _told(turn: Turn, team: Team, why: Change) -> None:
    """The log knows people by their tickets, and why by a word."""
    roster = {"players": list(team.players), "bench": list(team.bench), "captain": team.captain}
    await turn.log("roster_changed", {"team": team.number, **roster}, why.value)


def _alone(turn: Turn, ticket: int, platform: Platform, *, anew: bool) -> Joined:
    return Joined(turn.live, ticket, 0, waiting=False, anew=anew, platform=platform, alone=True)
