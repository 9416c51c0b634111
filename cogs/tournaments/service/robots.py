"""Robots take part: one breath after the other, each a timer, so that no kill stops them."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any, Final

from cogs.tournaments.rules import robots
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.hosting import NoneHere
from cogs.tournaments.rules.lineup import star
from cogs.tournaments.rules.refusals import PlayRefusal
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.service import seating, teaming
from cogs.tournaments.service.playing import play
from cogs.tournaments.service.teaming import Change
from cogs.tournaments.service.turn import Turn
from cogs.tournaments.service.turns import Turns
from cogs.tournaments.store import tickets
from core.people import Platform
from core.timers import Bell, Timer
from storage import timers

ROBOTS: Final = "rehearsals.robots"
OVER: Final = "rehearsals.over"
BREATH: Final = timedelta(seconds=3)
LONGEST_BREATH: Final = timedelta(seconds=15)  # where it is a person's turn
STAYS: Final = timedelta(hours=1)  # after its end, to be looked at


class Robots:
    def __init__(self, turns: Turns) -> None:
        self._turns = turns

    def bells(self) -> dict[str, Bell]:
        return {ROBOTS: self.breathe}

    async def breathe(self, tx: Any, timer: Timer) -> Iterable[object]:  # noqa: ANN401 - a Bell
        """One breath: in each match, and at the door, what robots do next."""
        try:
            turn = await self._turns.taken(tx, int(timer.key))
        except NoneHere:
            return ()
        if not turn.event.live:
            await timers.arm(tx, Timer(OVER, turn.subject, turn.now + STAYS))
            return ()
        before = turn.live.seq
        if turn.event.paused_at is None:
            await _breath(turn)
        idle = 0 if turn.live.seq != before else int(timer.payload.get("idle", 0)) + 1
        wait = min(BREATH * (1 + idle), LONGEST_BREATH)
        again = Timer(ROBOTS, turn.subject, turn.now + wait, {"idle": min(idle, 9)})
        await timers.arm(tx, again)
        return turn.facts


async def _breath(turn: Turn) -> None:
    match turn.event.phase:
        case Phase.REGISTRATION:
            await _join(turn)
        case Phase.CHECK_IN:
            await _check_in(turn)
        case Phase.RUNNING:
            await _play(turn)


async def _join(turn: Turn) -> None:
    if turn.event.in_teams:
        await _join_in_teams(turn)
        return
    known = [each.robot for each in turn.live.entrants if each.robot is not None]
    for number in robots.newcomers(turn.event.size - 1, known):
        ticket = seating.next_ticket(turn)
        entry = turn.live.roster.join(ticket, turn.event.phase).entry(ticket)
        robot = tickets.Entrant(
            *(ticket, None, "", Platform.DISCORD, entry.standing.value, entry.here),
            robot=number,
        )
        await tickets.add(turn.tx, turn.event.id, robot)
        await seating.entered(turn, entry)
        await seating.moved(turn)


async def _join_in_teams(turn: Turn) -> None:
    """A few whole teams, and at last those who come alone."""
    known = {each.robot for each in turn.live.entrants}
    coming = robots.squads(turn.event.size - 1, turn.event.team_size)
    new = [numbers for numbers in coming.teams if numbers[0] not in known]
    for captain, *mates in new[: robots.AT_ONCE]:
        await _found(turn, captain, mates)
    if not new:
        for number in [each for each in coming.alone if each not in known][: robots.AT_ONCE]:
            ticket = await _alone(turn, number)
            await turn.log("came_alone", {"ticket": ticket})
        await seating.moved(turn)


async def _found(turn: Turn, captain: int, mates: Iterable[int]) -> None:
    """A team like any other, that whoever wants may join while there is room in it."""
    first = await _alone(turn, captain)
    number = seating.next_ticket(turn)
    entry = turn.live.roster.join(number, turn.event.phase).entry(number)
    name = star({each.name for each in turn.live.entrants})
    await teaming.found(turn, first, name, entry, Platform.DISCORD)
    squads = turn.live.squads
    for mate in mates:
        squads = squads.join(number, await _alone(turn, mate))
    await teaming.keep(turn, squads, Change.JOINED)


async def _alone(turn: Turn, number: int) -> int:
    """The ticket of one more robot, on no team yet."""
    ticket = seating.next_ticket(turn)
    robot = tickets.Entrant(
        ticket, None, "", Platform.DISCORD, tickets.ALONE, here=False, robot=number
    )
    await tickets.add(turn.tx, turn.event.id, robot)
    await turn.look_again()
    return ticket


async def _check_in(turn: Turn) -> None:
    many = turn.event.size - 1
    away = {entry.ticket for entry in turn.live.roster.entries if not entry.here}
    away |= {e.ticket for e in turn.live.entrants if e.standing == tickets.ALONE and not e.here}
    late = [
        each.ticket
        for each in turn.live.entrants
        if each.ticket in away and (number := _number(turn, each))
        if robots.remembers(number, many)
    ]
    for ticket in late[: robots.AT_ONCE]:
        await tickets.change(turn.tx, turn.event.id, [ticket], here=True)
        await turn.log("checked_in", {"ticket": ticket})
    if late:
        await seating.moved(turn)


async def _play(turn: Turn) -> None:
    for known in turn.state.open:
        if turn.event.phase is not Phase.RUNNING:
            return
        await _in_match(turn, known.id)


async def _in_match(turn: Turn, match: MatchId) -> None:
    playing = {
        seat: number
        for seat, each in turn.live.seeded.items()
        if not turn.live.people_of(seat) and (number := _number(turn, each))
    }
    command = robots.act(turn.state, turn.state.match(match), playing)
    if command is None:
        return
    try:
        await play(turn, command)
    except PlayRefusal:  # what was done before in this breath has changed it: next time
        return


def _number(turn: Turn, entrant: tickets.Entrant) -> int | None:
    """Of the robot that speaks for a ticket: its own, or the captain of the team."""
    if not turn.event.in_teams or entrant.standing == tickets.ALONE:
        return entrant.robot
    captain = turn.live.squads.team(entrant.ticket).captain
    return next((e.robot for e in turn.live.entrants if e.ticket == captain), None)
