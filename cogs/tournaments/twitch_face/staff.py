"""What staff types in a chat. A repair is shown first, and done by the same words and a yes.

Whoever was given a role on Discord has it here once their accounts are joined; the streamer owns
what is played at home, and the channel's moderators referee where the owner has said so.
"""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from cogs.tournaments.rules import acts, pointing
from cogs.tournaments.rules.acts import Repair
from cogs.tournaments.rules.board import Score
from cogs.tournaments.rules.hosting import NoReason, NothingShown, NotRunning, Reason, Unreadable
from cogs.tournaments.rules.refusals import NothingToUndo
from cogs.tournaments.rules.state import State
from cogs.tournaments.rules.typed import named, told, why
from cogs.tournaments.service.desk import Deed, Desk
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.repairs import Repairs
from cogs.tournaments.twitch_face.face import WORD, YES
from cogs.tournaments.twitch_face.staff_words import StaffWords
from core.clock import Clock
from core.people import Actor, PersonId, PlaceId
from platforms.twitch_client.hearing import Said, Words, folded

LASTS: Final = timedelta(minutes=2)  # a preview waits so long for its yes: a chat scrolls away
MOST_SHOWN: Final = 200  # previews that wait at once
VERBS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "undo": ("annuler", "undo"),
        "reopen": ("rouvrir", "reopen"),
        "rule": ("trancher", "rule"),
        "forfeit": ("forfait", "forfeit"),
        "withdraw": ("retirer", "withdraw"),
        "reinstate": ("reintegrer", "reinstate"),
    }
)
# What is meant where staff says no more; who won is never decided without a word of why.
USUAL: Final[Mapping[str, Reason]] = MappingProxyType(
    {
        "undo": Reason.MISTAKE,
        "reopen": Reason.MISTAKE,
        "forfeit": Reason.ABSENT,
        "withdraw": Reason.ABSENT,
        "reinstate": Reason.ASKED,
    }
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A preview that waits for a yes."""

    verb: str
    tournament: int
    repair: Repair
    deed: Deed | None
    token: str
    at: datetime


class ChatRepairs:
    def __init__(self, desk: Desk, repairs: Repairs, words: StaffWords, clock: Clock) -> None:
        self._desk = desk
        self._repairs = repairs
        self._words = words
        self._clock = clock
        # A cache: of a preview that is gone nothing is done, it is shown anew.
        self._shown: OrderedDict[tuple[PersonId, PlaceId], Shown] = OrderedDict()

    def all(self) -> Mapping[tuple[str, str], Words]:
        return MappingProxyType(
            {(WORD, typed): self._act(verb) for verb, all_ in VERBS.items() for typed in all_}
        )

    def _act(self, verb: str) -> Words:
        async def act(said: Said) -> str:
            if said.words and folded(said.words[0]) in YES:
                return await self._do(said, verb, said.words[1:])
            return await self._preview(said, verb)

        return act

    async def _preview(self, said: Said, verb: str) -> str:
        """What it would do. Raises `NotAllowed` for whoever may not, before any name is read."""
        actor = said.actor
        live = (await self._desk.see(actor)).live
        if live.state is None:
            raise NotRunning
        deed = await self._deed(actor, live, said.words) if verb == "undo" else None
        repair = acts.Undo(deed.seq) if deed else _repair(verb, live, live.state, said.words)
        seen = await self._repairs.preview(actor, live.id, repair)
        shown = Shown(verb, live.id, seen.repair, deed, seen.token, self._clock.now())
        self._remember(actor, shown)
        return self._words.preview(actor.voice, seen, verb, deed)

    async def _do(self, said: Said, verb: str, reasons: tuple[str, ...]) -> str:
        """What was shown, and nothing else."""
        actor, shown = said.actor, self._shown.get((said.actor.person, said.actor.place))
        lapsed = shown is None or self._clock.now() - shown.at > LASTS
        if shown is None or lapsed or shown.verb != verb:
            raise NothingShown
        reason = why(reasons[0]) if reasons else USUAL.get(verb)
        if reason is None:
            raise NoReason
        del self._shown[actor.person, actor.place]
        done = await self._repairs.do(
            actor, shown.tournament, shown.repair, reason, seen=shown.token
        )
        return self._words.done(actor.voice, done, shown.deed)

    async def _deed(self, actor: Actor, live: Live, words: tuple[str, ...]) -> Deed:
        """The last that was done; with a name, the last that was done to that player."""
        done = await self._desk.deeds(actor, live)
        if words and live.state:
            seat = named(" ".join(words), live.names)
            done = tuple(deed for deed in done if _about(live.state, deed, seat))
        if not done:
            raise NothingToUndo("nothing was done yet")
        return done[0]

    def _remember(self, actor: Actor, shown: Shown) -> None:
        self._shown[actor.person, actor.place] = shown
        self._shown.move_to_end((actor.person, actor.place))
        if len(self._shown) > MOST_SHOWN:
            self._shown.popitem(last=False)


def _about(state: State, deed: Deed, seat: int) -> bool:
    if deed.match and deed.match in state.graph.places:
        return state.match(deed.match).has(seat)
    return deed.seat == seat


def _repair(verb: str, live: Live, state: State, words: tuple[str, ...]) -> Repair:
    """What the words ask for. Raises `NobodyNamed`, `SeveralNamed`, `NoMatchOfTheirs`."""
    if verb == "rule":
        return _ruling(live, state, words)
    seat = named(" ".join(words), live.names)
    match verb:
        case "reopen":
            return acts.Reopen(pointing.settled(state, seat).id)
        case "forfeit":
            return acts.Forfeit(pointing.now(state, seat).id, seat)
        case "withdraw":
            return acts.Withdraw(seat)
    return acts.Reinstate(seat)


def _ruling(live: Live, state: State, words: tuple[str, ...]) -> acts.Rule:
    """`NOVA 2-1`: who has won, and the games, the winner's first."""
    games = _games(words[-1]) if len(words) > 1 else None
    seat = named(" ".join(words[:-1] if games else words), live.names)
    match = pointing.to_decide(state, seat)
    if games is not None and match.sides[0] != seat:
        games = games[::-1]
    return acts.Rule(match.id, seat, games)


def _games(typed: str) -> Score | None:
    try:
        return told(typed)[1]
    except Unreadable:
        return None
