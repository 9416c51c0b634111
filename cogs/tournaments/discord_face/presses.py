"""The buttons: each names its tournament and its match, so an old card can do no harm."""

from collections.abc import Mapping

from cogs.tournaments.discord_face.cards import EventCards
from cogs.tournaments.discord_face.my_match import MyMatch
from cogs.tournaments.discord_face.speech import button, number_at, tongue
from cogs.tournaments.rules.hosting import NoneHere, Reason
from cogs.tournaments.service.latecomers import Breaks
from cogs.tournaments.service.matches import Verdict
from cogs.tournaments.service.tournaments import Tournaments
from cogs.tournaments.service.wording import Wording
from core.courier import Card
from core.people import Actor
from platforms.discord_client.pressing import Press, Pressed
from platforms.discord_client.speaking import say
from prompts import Texts


class Presses:
    def __init__(
        self,
        *,
        tournaments: Tournaments,
        texts: Texts,
        wording: Wording,
        cards: EventCards,
        mine: MyMatch,
        breaks: Breaks,
    ) -> None:
        self._tournaments = tournaments
        self._texts = texts
        self._wording = wording
        self._cards = cards
        self._mine = mine
        self._breaks = breaks

    def all(self) -> Mapping[str, Press]:
        return {
            "tournaments.join": self.join,
            "tournaments.leave": self.leave,
            "tournaments.here": self.here,
            "tournaments.mine": self.mine,
            "tournaments.bracket": self.bracket,
            "tournaments.arrive": self.arrive,
            "tournaments.ok": self.ok,
            "tournaments.not_right": self.not_right,
            "tournaments.take_back": self.take_back,
            "tournaments.rule": self.rule,
            "tournaments.rest": self.rest,
            "tournaments.come_back": self.come_back,
        }

    async def join(self, press: Pressed) -> None:
        joined = await self._tournaments.join(press.actor, tournament_of(press))
        await say(press.interaction, self._wording.joined(tongue(press.actor.voice), joined))

    async def leave(self, press: Pressed) -> None:
        left = await self._tournaments.leave(press.actor, tournament_of(press))
        await say(press.interaction, self._wording.left(tongue(press.actor.voice), left))

    async def here(self, press: Pressed) -> None:
        checked = await self._tournaments.check_in(press.actor, tournament_of(press))
        await say(press.interaction, self._wording.checked_in(tongue(press.actor.voice), checked))

    async def mine(self, press: Pressed) -> None:
        await say(press.interaction, await self.next_of(press.actor))

    async def bracket(self, press: Pressed) -> None:
        live = await self._tournaments.see(tournament_of(press))
        await say(press.interaction, await self._cards.bracket(press.actor.voice, live))

    async def arrive(self, press: Pressed) -> None:
        moved = await self._tournaments.arrive(press.actor, *match_of(press))
        await say(press.interaction, self._wording.arrived(tongue(press.actor.voice), moved))

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
        verdict = Verdict(match, number_at(press.args, 2), Reason.HEARD)
        await self._tournaments.rule(press.actor, tournament, verdict)
        await say(press.interaction, self._texts.say(press.actor.voice, "tournaments-ruled"))

    async def next_of(self, actor: Actor) -> Card:
        """What "my match" answers."""
        return await self._mine.card(actor)

    async def rest(self, press: Pressed) -> None:
        """A break from an arena."""
        await self._breaks.pause(press.actor, tournament_of(press))
        text = self._texts.say(press.actor.voice, "tournaments-next-paused")
        resume = self._texts.say(press.actor.voice, "tournaments-button-resume")
        again = button("come_back", resume, tournament_of(press), style="success")
        await say(press.interaction, Card(text, ((again,),)))

    async def come_back(self, press: Pressed) -> None:
        await self._breaks.resume(press.actor, tournament_of(press))
        await say(press.interaction, await self._mine.card(press.actor))


def tournament_of(press: Pressed) -> int:
    """The tournament that a button names."""
    return number_at(press.args)


def match_of(press: Pressed) -> tuple[int, str]:
    """The tournament and the match that a button names."""
    if len(press.args) < 2:  # noqa: PLR2004 - the tournament and the match
        raise NoneHere
    return number_at(press.args), press.args[1]
