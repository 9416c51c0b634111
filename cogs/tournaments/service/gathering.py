"""Who takes part: from the announcement to the draw."""

from dataclasses import replace
from datetime import timedelta

from cogs.tournaments.rules import commands
from cogs.tournaments.rules.board import IN_PLAY
from cogs.tournaments.rules.bracket import FEWEST
from cogs.tournaments.rules.hosting import AlreadyDrawn
from cogs.tournaments.rules.refusals import NotEntered, TooFew
from cogs.tournaments.rules.roster import Closing, Entry, Phase, Standing
from cogs.tournaments.rules.seeding import Drawn
from cogs.tournaments.service import clocks, drawing, reminders, seating, teaming, telling
from cogs.tournaments.service.arena import wind_up
from cogs.tournaments.service.facts import BracketMoved, Joined, Left
from cogs.tournaments.service.live import DRAWN, STARTED, Live
from cogs.tournaments.service.playing import call_all, play, show_match
from cogs.tournaments.service.turn import EVENT_CARD, Turn
from cogs.tournaments.store import tickets
from core.people import Actor, Platform
from core.timers import Timer
from storage import appointments, cards, timers
from storage.database import tried


async def announce(turn: Turn) -> None:
    """Put up the card, set the hours, and tell the chats."""
    event = turn.event
    await turn.log("created", {"template": event.template, "size": event.size})
    await cards.want(turn.tx, EVENT_CARD, turn.subject, event.channel)
    await appointments.want(turn.tx, EVENT_CARD, turn.subject, event.channel)
    at = event.check_in_opens
    await timers.arm(turn.tx, Timer("tournaments.checkin_open", turn.subject, at))
    minutes = max(1, round((event.starts_at - turn.now) / timedelta(minutes=1)))
    await telling.now(turn, "open", "tournaments-chat-open", event=event.name, minutes=minutes)


async def enter(turn: Turn, actor: Actor) -> Joined:
    """Raises `RegistrationClosed`. Where it is played in teams, one is proposed at the draw."""
    if turn.event.in_teams:
        return await teaming.enter_alone(turn, actor)
    held = turn.live.entrant_of(actor.person)
    if held is not None and held.standing in set(Standing):
        return seating.joined(turn, held.ticket, actor.platform, anew=False)
    if held is not None:  # missed the check-in: the ticket is over, they may take another
        await tickets.release(turn.tx, turn.event.id, held.ticket)
    ticket = seating.next_ticket(turn)
    roster = turn.live.roster.join(ticket, turn.event.phase)
    entry = roster.entry(ticket)
    await seating.add(turn, actor, ticket, entry.standing.value, here=entry.here)
    await seating.entered(turn, entry)
    await seating.moved(turn)
    if actor.platform is Platform.TWITCH:
        await telling.soon(turn)
    return seating.joined(turn, ticket, actor.platform, anew=True)


async def leave(turn: Turn, actor: Actor) -> Left:
    """Before the draw a seat is freed; after it, what is left to play is lost."""
    if turn.event.in_teams:
        return await teaming.leave(turn, actor)
    held = turn.live.entrant_of(actor.person)
    if held is None:
        raise NotEntered
    if turn.live.state is not None:
        seat = turn.live.seats.get(held.ticket)
        if seat is None:
            raise NotEntered
        await play(turn, commands.Withdraw(seat))
        return Left(turn.live, withdrew=True)
    if held.standing in set(Standing):
        await seating.give_back(turn, held.ticket)
        await seating.moved(turn)
    return Left(turn.live, withdrew=False)


async def check_in(turn: Turn, actor: Actor) -> Joined:
    """Raises `CheckInNotOpen`, `CheckInOver`, `NotEntered`. Twice is once; one says it for all."""
    held = turn.live.entrant_of(actor.person)
    if held is None:
        raise NotEntered
    if held.standing == tickets.ALONE:
        return await teaming.check_in_alone(turn, held, actor)
    after = turn.live.roster.check_in(held.ticket, turn.event.phase)
    if after != turn.live.roster:
        await tickets.change(turn.tx, turn.event.id, [held.ticket], here=True)
        await turn.log("checked_in", {"ticket": held.ticket})
        await seating.moved(turn)
    return seating.joined(turn, held.ticket, actor.platform, anew=False)


async def open_check_in(turn: Turn) -> None:
    event = turn.event
    await turn.move_to(Phase.CHECK_IN)
    at = event.check_in_closes
    await timers.arm(turn.tx, Timer("tournaments.checkin_close", turn.subject, at))
    minutes = max(1, round((at - turn.now) / timedelta(minutes=1)))
    await telling.now(turn, "here", "tournaments-chat-check-in", minutes=minutes)
    await reminders.arm(turn)
    await seating.moved(turn)


async def draw(turn: Turn) -> None:
    """Whoever is there is seeded by lot; the line fills the seats of those who are not.

    Raises `AlreadyDrawn`, `TooFew`.
    """
    if turn.live.state is not None:
        raise AlreadyDrawn
    event, seeds = turn.event, (await _seated(turn)).order
    await turn.move_to(Phase.CLOSED)
    await turn.log(DRAWN, {"seeds": list(seeds)})
    await timers.cancel(turn.tx, "tournaments.checkin_open", turn.subject)
    await timers.cancel(turn.tx, "tournaments.checkin_close", turn.subject)
    at = max(event.starts_at, turn.now)
    await timers.arm(turn.tx, Timer("tournaments.start", turn.subject, at))
    await telling.now(turn, "drawn", "tournaments-chat-drawn", count=teaming.heads(turn.live))
    turn.tell(BracketMoved(event.id))
    await seating.moved(turn)


async def foreseen(turn: Turn) -> tuple[Live, Drawn]:
    """Who would be drawn now, and how: the draw itself, made and taken back. Raises `TooFew`."""
    look = Turn(turn.tx, turn.live, turn.now, turn.by)
    async with tried(turn.tx):
        made = await _seated(look)
    return look.live, made


async def _seated(turn: Turn) -> Drawn:
    """Teams are completed and made, the line moves up, and the seeds are found."""
    plan = await teaming.formed(turn) if turn.event.in_teams else None
    closing = plan.roster.close() if plan else _closing(turn)
    if len(closing.playing) < FEWEST:
        raise TooFew
    if plan:
        await teaming.form(turn, plan)
    await seating.promote(turn, closing.promoted)
    for ticket in closing.missed:
        await turn.log("check_in_missed", {"ticket": ticket})
    await tickets.change(turn.tx, turn.event.id, closing.missed, standing=tickets.MISSED)
    return await drawing.drawn(turn.tx, turn.live, closing.playing)


async def start(turn: Turn) -> None:
    """Play, drawing first where that is still to do. Twice is once. Raises `TooFew`."""
    if turn.event.phase is Phase.RUNNING:
        return
    if turn.live.state is None:
        await draw(turn)
    await timers.cancel(turn.tx, "tournaments.start", turn.subject)
    await turn.move_to(Phase.RUNNING)
    await turn.log(STARTED)
    await call_all(turn)
    await wind_up(turn)


async def call_off(turn: Turn) -> None:
    """No more: every clock stops, every card says so. Twice is once."""
    if turn.event.phase is Phase.CANCELLED:
        return
    for match in turn.live.state.open if turn.live.state else ():
        if match.stage in IN_PLAY:
            await clocks.stop(turn, match)
            await show_match(turn, match)
    await timers.cancel(turn.tx, "tournaments.checkin_open", turn.subject)
    await timers.cancel(turn.tx, "tournaments.checkin_close", turn.subject)
    await timers.cancel(turn.tx, "tournaments.start", turn.subject)
    await timers.cancel(turn.tx, "tournaments.arena_tick", turn.subject)
    await timers.cancel(turn.tx, "tournaments.arena_close", turn.subject)
    await turn.move_to(Phase.CANCELLED)
    await turn.log("cancelled")
    await telling.now(turn, "off", "tournaments-chat-off", event=turn.event.name)
    turn.tell(BracketMoved(turn.event.id))
    await seating.moved(turn)


def _closing(turn: Turn) -> Closing:
    roster = turn.live.roster
    if turn.event.phase is Phase.REGISTRATION:  # nobody was asked yet: everybody counts as there
        there = (Entry(each.ticket, each.standing, here=True) for each in roster.entries)
        roster = replace(roster, entries=tuple(there))
    return roster.close()


async def let_go(turn: Turn, ticket: int) -> None:
    """Before the draw, two accounts have become one person: this ticket of theirs is too many."""
    team = next((each.team for each in turn.live.entrants if each.ticket == ticket), None)
    await tickets.release(turn.tx, turn.event.id, ticket)
    await turn.log("left", {"ticket": ticket})
    await turn.look_again()
    if team is not None and not turn.live.squads.team(team).members:
        await teaming.end(turn, team)
