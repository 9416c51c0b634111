"""What a host says of the seeds before the draw: by what, who is kept apart, and a first look."""

from dataclasses import dataclass, field
from typing import Final

from cogs.tournaments.rules.crew import Act
from cogs.tournaments.rules.hosting import AlreadyDrawn
from cogs.tournaments.rules.refusals import NotEntered
from cogs.tournaments.rules.seeding import Drawn, Seeding
from cogs.tournaments.rules.separation import Label
from cogs.tournaments.service import gathering, looking
from cogs.tournaments.service.crew import Crew
from cogs.tournaments.service.live import CHANGED, Live
from cogs.tournaments.service.turn import Turn
from cogs.tournaments.service.turns import Turns
from cogs.tournaments.store import ratings, tickets
from core.people import Actor

OVER: Final = frozenset((tickets.LEFT, tickets.MISSED))


@dataclass(frozen=True, slots=True)
class Proposal:
    """An answer: the draw as it would be made now. Nothing has happened yet."""

    live: Live = field(repr=False)
    drawn: Drawn
    out: tuple[str, ...] = field(default=(), repr=False)  # names of those who are not in it


@dataclass(frozen=True, slots=True)
class Wishes:
    """How the seeds are to be found; what is None stays as it is."""

    seeding: Seeding | None = None
    recent: bool | None = None  # keep apart who played each other here lately
    rated: bool | None = None


class Seeds:
    def __init__(self, turns: Turns, crew: Crew) -> None:
        self._turns = turns
        self._crew = crew

    async def wish(self, actor: Actor, wishes: Wishes, tournament: int | None = None) -> Live:
        """Say by what people are seeded. Raises `AlreadyDrawn`, and who can, where not you."""
        async with self._turns.on(actor, tournament, looking.to_start) as turn:
            await self._may(turn, actor)
            values = {
                "seeding": wishes.seeding.value if wishes.seeding else None,
                "apart_recent": wishes.recent,
                "rated": wishes.rated,
            }
            known = {name: value for name, value in values.items() if value is not None}
            if known:
                await turn.change(**known)
                await turn.log(CHANGED, known)
            return turn.live

    async def place(
        self, actor: Actor, ticket: int, seed: int | None, tournament: int | None = None
    ) -> Live:
        """Give somebody a seed by hand, or take it back; the others follow by lot.

        Raises `AlreadyDrawn`, `NotEntered`.
        """
        async with self._turns.on(actor, tournament, looking.to_start) as turn:
            await self._may(turn, actor)
            _held(turn, ticket)
            await tickets.change(turn.tx, turn.event.id, [ticket], wish=seed)
            await turn.log("seeded", {"ticket": ticket, "seed": seed})
            if seed is not None and turn.event.seeding != Seeding.HAND:
                await turn.change(seeding=Seeding.HAND.value)
            await turn.look_again()
            return turn.live

    async def label(
        self, actor: Actor, ticket: int, label: Label, tournament: int | None = None
    ) -> Live:
        """Say that somebody is of a club, a class or a city; an empty value takes it back.

        Raises `AlreadyDrawn`, `NotEntered`.
        """
        async with self._turns.on(actor, tournament, looking.to_start) as turn:
            await self._may(turn, actor)
            _held(turn, ticket)
            await ratings.label(turn.tx, turn.event.id, ticket, label)
            await turn.log("labelled", {"ticket": ticket})
            return turn.live

    async def propose(self, actor: Actor, tournament: int | None = None) -> Proposal:
        """The draw as it would be made now, teams completed, and who could not be kept apart.

        Raises `AlreadyDrawn`, `TooFew`.
        """
        async with self._turns.on(actor, tournament, looking.to_start) as turn:
            await self._may(turn, actor)
            live, drawn = await gathering.foreseen(turn)
            return Proposal(live, drawn, _out(turn.live, live, drawn))

    async def _may(self, turn: Turn, actor: Actor) -> None:
        await self._crew.may(actor, Act.SEED, turn.live, tx=turn.tx)
        if turn.live.state is not None:
            raise AlreadyDrawn


def _out(now: Live, then: Live, drawn: Drawn) -> tuple[str, ...]:
    """Whoever wants to play and would not be drawn, in the order of arrival.

    Of a team its name, and of its people none.
    """
    over = {each.ticket for each in now.entrants if each.standing in OVER} | set(drawn.order)
    return tuple(
        each.name
        for each in then.entrants
        if each.name and each.team is None and each.ticket not in over
    )


def _held(turn: Turn, ticket: int) -> tickets.Entrant:
    for entrant in turn.live.entrants:
        if entrant.ticket == ticket and entrant.standing not in OVER:
            return entrant
    raise NotEntered
