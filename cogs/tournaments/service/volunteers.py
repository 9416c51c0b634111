"""Whoever is out of it offers a hand in one tap, and a host makes them part of the crew in one."""

from typing import Final

from cogs.tournaments.rules.crew import Act, Duty, OwnersOnly
from cogs.tournaments.rules.helping import AlreadyHelping, OfferGone, StillPlaying
from cogs.tournaments.rules.hosting import NotRunning
from cogs.tournaments.rules.refusals import NotPlaying
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.service.crew import Crew
from cogs.tournaments.service.facts import Situation
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.turn import Turn
from cogs.tournaments.service.turns import Turns
from cogs.tournaments.service.upcoming import next_in
from cogs.tournaments.store import crew, history
from cogs.tournaments.store.tickets import Entrant
from core.courier import Letter
from core.people import Actor, Platform
from storage import outbox
from storage.database import Tx

OFFERED, TAKEN_BACK = "help_offered", "help_taken_back"
WELCOME: Final = "helping-welcome"
HELPING: Final = frozenset((Duty.CASTER, Duty.REFEREE))  # never more by an offer of one's own


class Volunteers:
    def __init__(self, turns: Turns) -> None:
        self._turns = turns
        self._crew = Crew(turns.db)

    async def offer(self, actor: Actor, tournament: int) -> Live:
        """Those who run it see that this person would help. Twice is once.

        Raises `NoneHere`, `NotRunning`, `NotPlaying`, `StillPlaying`, `AlreadyHelping`.
        """
        async with self._turns.on(actor, tournament) as turn:
            own = _their_own(turn, actor)
            if next_in(turn.live, actor, turn.now).situation is not Situation.OUT:
                raise StillPlaying
            if await crew.duties(turn.tx, turn.live.id, actor.person):
                raise AlreadyHelping
            if own not in await offers(turn.tx, turn.live):
                await turn.log(OFFERED, {"ticket": own.ticket})
            return turn.live

    async def take_back(self, actor: Actor, tournament: int) -> Live:
        """They would rather not. Twice is once. Raises `NoneHere`, `NotRunning`, `NotPlaying`."""
        async with self._turns.on(actor, tournament) as turn:
            own = _their_own(turn, actor)
            if own in await offers(turn.tx, turn.live):
                await turn.log(TAKEN_BACK, {"ticket": own.ticket})
            return turn.live

    async def welcome(self, actor: Actor, tournament: int, ticket: int, duty: Duty) -> str:
        """Make somebody who has offered caster or referee of this event, and tell them.

        Answers with their name. Raises `NotAllowed`, `NoneHere`, `NotRunning`, `OfferGone`.
        """
        if duty not in HELPING:
            raise OwnersOnly
        async with self._turns.on(actor, tournament) as turn:
            await self._crew.may(actor, Act.NAME_CREW, turn.live, tx=turn.tx)
            _running(turn)
            waiting = await offers(turn.tx, turn.live)
            found = next((each for each in waiting if each.ticket == ticket), None)
            if found is None or found.person is None:
                raise OfferGone
            await crew.give(turn.tx, turn.live.id, found.person, duty)
            await _tell(turn, found, duty)
            return found.name


async def offers(tx: Tx, live: Live) -> tuple[Entrant, ...]:
    """Who would help and has not been asked yet, the first first."""
    lines = await history.log_of(tx, live.id, kinds=(OFFERED, TAKEN_BACK))
    last = {line.payload["ticket"]: line for line in lines}
    helping = {person for person, _ in await crew.people(tx, live.id)}
    known = {each.ticket: each for each in live.entrants}
    wishing = sorted((line.seq, ticket) for ticket, line in last.items() if line.kind == OFFERED)
    found = (known[ticket] for _, ticket in wishing if ticket in known)
    return tuple(each for each in found if each.person and each.person not in helping)


def _running(turn: Turn) -> None:
    if turn.event.phase is not Phase.RUNNING or turn.event.rehearsal:
        raise NotRunning


def _their_own(turn: Turn, actor: Actor) -> Entrant:
    _running(turn)
    own = turn.live.ticket_of(actor.person)
    if own is None:
        raise NotPlaying("they are not in this tournament")
    return own


async def _tell(turn: Turn, entrant: Entrant, duty: Duty) -> None:
    """Where everybody reads it: helping is something to be seen with."""
    slots = {"tournament": turn.subject, "tickets": str(entrant.ticket), "duty": duty.value}
    target, language = f"channel:{turn.event.channel}", turn.event.language
    nonce = f"h{turn.subject}:{entrant.ticket}:{duty.value}:{turn.live.seq}"
    await outbox.post(turn.tx, Letter(nonce, Platform.DISCORD, target, WELCOME, language, slots))
