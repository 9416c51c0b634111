"""A hand that is offered from "my match", and taken from the desk."""

from collections.abc import Iterable, Mapping
from typing import Final

from cogs.tournaments.discord_face.speech import button, number_at
from cogs.tournaments.rules.crew import Duty
from cogs.tournaments.rules.hosting import NoneHere
from cogs.tournaments.service.desk import Board
from cogs.tournaments.service.volunteers import Volunteers
from core.courier import Card, Choice
from core.people import Voice
from platforms.discord_client.pressing import Press, Pressed
from platforms.discord_client.speaking import plain, replace, say
from prompts import Texts

SHOWN: Final = 2  # people for whom the desk has buttons: two each, and a row holds five
LABEL: Final = 80  # characters of a button


class Volunteering:
    def __init__(self, volunteers: Volunteers, texts: Texts) -> None:
        self._volunteers = volunteers
        self._texts = texts

    def all(self) -> Mapping[str, Press]:
        return {
            "tournaments.help_offer": self.offer,
            "tournaments.help_back": self.take_back,
            "tournaments.help_take": self.welcome,
        }

    async def offer(self, press: Pressed) -> None:
        live = await self._volunteers.offer(press.actor, number_at(press.args))
        text = self._texts.say(press.actor.voice, "helping-offered")
        label = self._texts.say(press.actor.voice, "helping-button-back")
        await say(press.interaction, Card(text, ((button("help_back", label, live.id),),)))

    async def take_back(self, press: Pressed) -> None:
        await self._volunteers.take_back(press.actor, number_at(press.args))
        text = self._texts.say(press.actor.voice, "helping-taken-back")
        await replace(press.interaction, Card(text))

    async def welcome(self, press: Pressed) -> None:
        """A host takes the hand that was offered."""
        if len(press.args) != 3 or press.args[2] not in set(Duty):  # noqa: PLR2004 - what `buttons` gives
            raise NoneHere
        tournament, ticket = number_at(press.args), number_at(press.args, 1)
        duty = Duty(press.args[2])
        name = await self._volunteers.welcome(press.actor, tournament, ticket, duty)
        text = self._texts.say(press.actor.voice, "helping-taken", name=plain(name))
        await say(press.interaction, text)


def lines(board: Board) -> Iterable[str]:
    """Who would help, for the desk."""
    return (f"• **{plain(each.name)}**" for each in board.offers)


def buttons(texts: Texts, voice: Voice, board: Board) -> Iterable[Choice]:
    """Caster or referee, in one tap."""
    for each in board.offers[:SHOWN]:
        caster = texts.say(voice, "helping-button-caster", name=each.name)
        args = (board.live.id, each.ticket)
        yield button("help_take", caster[:LABEL], *args, Duty.CASTER)
        referee = texts.say(voice, "helping-button-referee", name=each.name)
        yield button("help_take", referee[:LABEL], *args, Duty.REFEREE)
