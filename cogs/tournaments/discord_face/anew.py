"""A press on a button of before: nothing is done, and what is true now is shown with the no."""

from collections.abc import Mapping
from functools import partial

from cogs.tournaments.discord_face.match_cards import MatchCards
from cogs.tournaments.discord_face.my_match import MyMatch
from cogs.tournaments.discord_face.presses import match_of
from cogs.tournaments.rules.hosting import Changed
from cogs.tournaments.rules.refusals import OthersNow, PlayRefusal, UnknownMatch
from cogs.tournaments.service.marks import name_of
from core.courier import Card
from platforms.discord_client.pressing import Press, Pressed
from platforms.discord_client.speaking import say
from prompts import Texts


class Anew:
    """Stands before the presses on a match: players see where they are, staff sees the match."""

    def __init__(self, mine: MyMatch, cards: MatchCards, texts: Texts) -> None:
        self._mine = mine
        self._cards = cards
        self._texts = texts

    def before(self, *presses: Mapping[str, Press]) -> Mapping[str, Press]:
        return {
            verb: partial(self._pressed, press) for some in presses for verb, press in some.items()
        }

    async def _pressed(self, answer: Press, press: Pressed) -> None:
        try:
            await answer(press)
        except OthersNow as refusal:
            await self._refused(press, refusal, await self._mine.card(press.actor))
        except Changed as refusal:
            await self._refused(press, refusal, await self._match(press))

    async def _refused(self, press: Pressed, refusal: PlayRefusal, now: Card | None) -> None:
        text = self._texts.say(press.actor.voice, refusal.key)
        if now is not None:
            text = f"{text}\n\n{now.text}"
        await say(press.interaction, Card(text, now.rows if now else ()))

    async def _match(self, press: Pressed) -> Card | None:
        """Its card as everybody sees it; nothing where there is no such match any more."""
        tournament, given = match_of(press)
        try:
            return await self._cards.show(f"{tournament}:{name_of(given)}")
        except UnknownMatch:
            return None
