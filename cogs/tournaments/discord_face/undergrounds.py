"""The underground bracket, announced from the desk: for whom, and it is there."""

from collections.abc import Iterable, Mapping
from typing import Final

from cogs.tournaments.discord_face.speech import at, bold, button, number_at
from cogs.tournaments.rules.underground import NO_WIN
from cogs.tournaments.service.desk import Board
from cogs.tournaments.service.underground import Offer, Underground
from core.courier import Card, Choice
from core.people import Voice
from platforms.discord_client.pressing import Press, Pressed
from platforms.discord_client.speaking import plain, replace, say
from prompts import Texts

SHOWN: Final = 4  # rounds to choose from: with those who have no win, one row of buttons


class Undergrounds:
    def __init__(self, underground: Underground, texts: Texts) -> None:
        self._underground = underground
        self._texts = texts

    def all(self) -> Mapping[str, Press]:
        return {
            "tournaments.below": self.choose,
            "tournaments.go_below": self.announce,
        }

    async def choose(self, press: Pressed) -> None:
        """For whom it is: each answer is a button, which announces it."""
        offer = await self._underground.offer(press.actor, number_at(press.args))
        name, voice = bold(offer.live.event.name), press.actor.voice
        text = self._texts.say(voice, "underground-choose", event=name, count=offer.welcome)
        await say(press.interaction, Card(text, (tuple(self._choices(voice, offer)),)))

    async def announce(self, press: Pressed) -> None:
        tournament, before = number_at(press.args), number_at(press.args, 1)
        offer = await self._underground.announce(press.actor, tournament, before)
        event = offer.live.event
        text = self._texts.say(
            press.actor.voice,
            "underground-announced",
            event=bold(event.name),
            until=at(event.starts_at),
            count=offer.welcome,
        )
        await replace(press.interaction, Card(text))

    def _choices(self, voice: Voice, offer: Offer) -> Iterable[Choice]:
        key = offer.live.id
        label = self._texts.say(voice, "underground-button-no-win")
        yield button("go_below", label, key, NO_WIN, style="primary")
        for each in offer.rounds[:SHOWN]:
            label = self._texts.say(voice, "underground-button-before", round=each)
            yield button("go_below", label, key, each)


def lines(board: Board) -> Iterable[str]:
    """Who plays above again and is drawn below, for the desk."""
    return (f"• **{plain(each.name) or each.ticket}**" for each in board.doubled)


def buttons(texts: Texts, voice: Voice, board: Board) -> Iterable[Choice]:
    if board.may_go_below:
        yield button("below", texts.say(voice, "underground-button"), board.live.id)
