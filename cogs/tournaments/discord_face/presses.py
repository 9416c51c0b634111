"""The buttons: each names its tournament and its match, so an old card can do no harm."""

from collections.abc import Mapping

from cogs.tournaments.discord_face.cards import EventCards
from cogs.tournaments.discord_face.match_cards import MatchCards
from cogs.tournaments.discord_face.speech import button, tongue
from cogs.tournaments.rules.hosting import NoneHere, Reason
from cogs.tournaments.rules.typed import told
from cogs.tournaments.service.facts import Moved, Next, Situation
from cogs.tournaments.service.matches import Verdict
from cogs.tournaments.service.rooms import Rooms
from cogs.tournaments.service.tournaments import Tournaments
from cogs.tournaments.service.wording import Wording
from core.courier import Card
from core.people import Actor
from platforms.discord_client.pressing import Field, Form, Press, Pressed
from platforms.discord_client.speaking import ask, say
from prompts import Texts

TO_ANSWER = {
    *(Situation.TO_PLAY, Situation.LIVE),
    *(Situation.SENT, Situation.ASKED, Situation.DISPUTED),
}


class Presses:
    def __init__(
        self,
        *,
        tournaments: Tournaments,
        texts: Texts,
        wording: Wording,
        cards: EventCards,
        match_cards: MatchCards,
        rooms: Rooms,
    ) -> None:
        self._tournaments = tournaments
        self._texts = texts
        self._wording = wording
        self._cards = cards
        self._match_cards = match_cards
        self._rooms = rooms

    def all(self) -> Mapping[str, Press]:
        return {
            "tournaments.join": self.join,
            "tournaments.leave": self.leave,
            "tournaments.here": self.here,
            "tournaments.mine": self.mine,
            "tournaments.bracket": self.bracket,
            "tournaments.arrive": self.arrive,
            "tournaments.won": self.won,
            "tournaments.lost": self.lost,
            "tournaments.scored": self.scored,
            "tournaments.ok": self.ok,
            "tournaments.not_right": self.not_right,
            "tournaments.take_back": self.take_back,
            "tournaments.rule": self.rule,
        }

    async def join(self, press: Pressed) -> None:
        joined = await self._tournaments.join(press.actor, _tournament(press))
        await say(press.interaction, self._wording.joined(tongue(press.actor.voice), joined))

    async def leave(self, press: Pressed) -> None:
        left = await self._tournaments.leave(press.actor, _tournament(press))
        await say(press.interaction, self._wording.left(tongue(press.actor.voice), left))

    async def here(self, press: Pressed) -> None:
        checked = await self._tournaments.check_in(press.actor, _tournament(press))
        await say(press.interaction, self._wording.checked_in(tongue(press.actor.voice), checked))

    async def mine(self, press: Pressed) -> None:
        await say(press.interaction, await self.next_of(press.actor))

    async def bracket(self, press: Pressed) -> None:
        live = await self._tournaments.see(_tournament(press))
        await say(press.interaction, await self._cards.bracket(press.actor.voice, live))

    async def arrive(self, press: Pressed) -> None:
        moved = await self._tournaments.arrive(press.actor, *match_of(press))
        await say(press.interaction, self._wording.arrived(tongue(press.actor.voice), moved))

    async def won(self, press: Pressed) -> None:
        await self._ended(press, "won")

    async def lost(self, press: Pressed) -> None:
        await self._ended(press, "lost")

    async def scored(self, press: Pressed) -> None:
        """The form that asks for games came back."""
        tournament, match = match_of(press)
        typed = (press.fields.get("score") or ("",))[0]
        _, score = told(typed) if typed.strip() else (None, None)
        moved = await self._tournaments.report(
            press.actor, press.args[2] == "won", score, tournament, match
        )
        await self._answer(press, moved)

    async def ok(self, press: Pressed) -> None:
        await self._tournaments.confirm(press.actor, *match_of(press))
        await say(press.interaction, self._texts.say(press.actor.voice, "tournaments-confirmed"))

    async def not_right(self, press: Pressed) -> None:
        await self._tournaments.dispute(press.actor, *match_of(press))
        await say(press.interaction, self._texts.say(press.actor.voice, "tournaments-contested"))

    async def take_back(self, press: Pressed) -> None:
        await self._tournaments.take_back(press.actor, *match_of(press))
        await say(press.interaction, self._texts.say(press.actor.voice, "tournaments-taken-back"))

    async def rule(self, press: Pressed) -> None:
        tournament, match = match_of(press)
        verdict = Verdict(match, _number(press.args, 2), Reason.HEARD)
        await self._tournaments.rule(press.actor, tournament, verdict)
        await say(press.interaction, self._texts.say(press.actor.voice, "tournaments-ruled"))

    async def next_of(self, actor: Actor) -> Card:
        """What "my match" answers, with the buttons of the situation and the way to the thread."""
        upcoming = await self._tournaments.my_match(actor)
        text = self._wording.next(tongue(actor.voice), upcoming)
        if upcoming.live is None:
            return Card(text)
        if upcoming.situation is Situation.INVITED:
            label = self._texts.say(actor.voice, "tournaments-button-join")
            return Card(text, ((button("join", label, upcoming.live.id, style="primary"),),))
        if upcoming.match is None or upcoming.situation not in TO_ANSWER:
            return Card(text)
        return await self._with_match(actor, upcoming, text)

    async def _with_match(self, actor: Actor, upcoming: Next, text: str) -> Card:
        live, match = upcoming.live, upcoming.match
        if live is None or match is None:
            return Card(text)
        thread = await self._rooms.thread_of(live.id, match.id)
        if thread is not None:
            where = f"<#{thread}>"
            text += "\n" + self._texts.say(actor.voice, "tournaments-next-thread", thread=where)
        if upcoming.situation is Situation.DISPUTED:
            return Card(text)
        return Card(text, self._match_cards.acts(actor.voice, live, match))

    async def _ended(self, press: Pressed, how: str) -> None:
        """One game is told by the button; several are asked for, one's own first."""
        tournament, match = match_of(press)
        live = await self._tournaments.see(tournament)
        if live.event.best_of > 1:
            title = self._texts.say(press.actor.voice, "tournaments-form-title")
            label = self._texts.say(press.actor.voice, "tournaments-form-score")
            score = Field("score", label, required=False, most=9)
            args = str(tournament), match, how
            await ask(press.interaction, Form("tournaments.scored", title, (score,), args))
            return
        moved = await self._tournaments.report(press.actor, how == "won", None, tournament, match)
        await self._answer(press, moved)

    async def _answer(self, press: Pressed, moved: Moved) -> None:
        await say(press.interaction, self._wording.reported(tongue(press.actor.voice), moved))


def _tournament(press: Pressed) -> int:
    return _number(press.args, 0)


def match_of(press: Pressed) -> tuple[int, str]:
    """The tournament and the match that a button names."""
    if len(press.args) < 2:  # noqa: PLR2004 - the tournament and the match
        raise NoneHere
    return _number(press.args, 0), press.args[1]


def _number(args: tuple[str, ...], at: int) -> int:
    """What stands in a button's id; one that was made up leads nowhere."""
    if len(args) <= at or not args[at].isdecimal():
        raise NoneHere
    return int(args[at])
