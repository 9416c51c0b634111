"""The tournament from the first match to the last.

Whoever plays looks at the newest state of each card and does what is next, so it does not matter
how often the bot went away in between: what was not answered is done again.
"""

import asyncio
from collections.abc import Callable
from functools import partial

from sandbox.discord_world.answer import Answer
from sandbox.discord_world.state import Message, Person
from sandbox.discord_world.waiting import CannotDo, NothingHappened
from sandbox.people import Player, buttons, mentioned
from sandbox.stories.cards import match_cards, press
from sandbox.stories.set import Evening, Guest

GLANCE = 0.05  # seconds between two looks at the cards
BOTH = 2  # sides of a match
LATE = "◷"  # what a card begins with that names who is still missing
AGAIN = 2.5  # seconds before somebody does again what had no effect
CAUGHT_UP = 0.8  # seconds that the bot is given to show what it did before it went away


class Referee:
    """Plays every match that can be played: each side acts where it lives."""

    def __init__(
        self, evening: Evening, *, contests: Player, absent: Player, mute: Player
    ) -> None:
        self._evening = evening
        self._contests = contests  # contests the first score against them
        self._absent = absent  # checked in, and does not come to the match
        self._mute = mute  # never confirms
        self._contested = False
        self._done: dict[tuple[str, str, str], float] = {}
        self._told: set[str] = set()
        self._again = AGAIN + 6 * evening.breath
        self._patience: dict[str, float] = {}  # since when a card waits
        self._named: dict[str, tuple[int, list[Player]]] = {}  # on a card, after so many edits

    async def play(self) -> Player:
        """Until the podium stands in the channel. The champion."""
        stage, risen, there = self._evening.stage, 0, 0.0
        while True:
            podium = self._podium()
            if podium is not None:
                return podium
            if stage.risen != risen or not stage.bot_is_up:
                risen, there = stage.risen, 0.0
            if there < CAUGHT_UP:  # what the cards show may be older than what was done
                self._evening.hurry(waiting=False)
            else:
                looks = [await self._look(card) for card in self._cards()]
                self._evening.hurry(waiting=not any(looks))
            there += GLANCE
            await asyncio.sleep(GLANCE)

    def played(self) -> list[Message]:
        """The cards of the matches that were played, or given up."""
        players = self._evening.cast.players
        return [card for card in self._cards() if len(mentioned(card.text, players)) >= BOTH]

    def _cards(self) -> list[Message]:
        return match_cards(self._evening)

    async def _look(self, card: Message) -> bool:
        """Let whoever is next act. Whether it is anybody's turn, or only time's."""
        sides = self._sides(card)
        if len(sides) < BOTH or not card.components:
            self._settled(card, sides)
            return False
        winner = self._evening.fate.winner(*sides)
        loser = sides[1] if winner is sides[0] else sides[0]
        if buttons(card, "tournaments.rule"):
            return await self._rule(card, winner)
        if self._evening.guest is not None and self._evening.guest.player in sides:
            return await self._beside(card, sides, self._evening.guest)
        if buttons(card, "tournaments.ok"):
            return await self._answer(card, loser)
        if buttons(card, "tournaments.arrive"):
            return await self._come(card, sides)
        return await self._once(card, winner, "won", "!tournoi gagné")

    def _sides(self, card: Message) -> list[Player]:
        """Who plays in it, as it says since its last edit."""
        known = self._named.get(card.id)
        if known is None or known[0] != len(card.edits):
            players = self._evening.cast.players
            known = len(card.edits), mentioned(card.text, players)[:BOTH]
            self._named[card.id] = known
        return known[1]

    async def _come(self, card: Message, sides: list[Player]) -> bool:
        """Whoever was called says "I am here"; for the one who is absent, time decides."""
        missing = [side for side in sides if side not in here(card, sides)]
        coming = [side for side in missing if side is not self._absent]
        for side in coming:
            await self._once(card, side, "arrive", "!tournoi ok")
        return bool(coming)

    async def _beside(self, card: Message, sides: list[Player], guest: Guest) -> bool:
        """A match of whoever sits before the page: the other side plays, and waits for them."""
        other = sides[1] if sides[0] is guest.player else sides[0]
        guest.plays = asyncio.get_running_loop().time()
        if buttons(card, "tournaments.ok"):
            await self._once(card, other, "ok", "!tournoi score ok")
        elif not buttons(card, "tournaments.arrive"):
            if self._patient(card, 40):  # nobody says who won: the other one does
                await self._once(card, other, "won", "!tournoi gagné")
        elif other not in here(card, sides):
            await self._once(card, other, "arrive", "!tournoi ok")
        return False

    async def _answer(self, card: Message, loser: Player) -> bool:
        if loser is self._mute:
            return False
        if loser is self._contests and not self._contested:
            return await self._once(card, loser, "not_right", "!tournoi score non")
        return await self._once(card, loser, "ok", "!tournoi score ok")

    async def _rule(self, card: Message, winner: Player) -> bool:
        """Camille has heard both, and decides."""
        evening = self._evening
        if not self._contested:
            self._contested = True
            evening.tell("demo-disputed", name=self._contests.name)
        if not self._patient(card, 10) or not self._may(card, "rule", "rule"):
            return True
        label = next(each for each in card.components if winner.name in (each.label or ""))
        press = partial(evening.stage.discord.click, evening.cast.owner, card)
        form = await self._try(partial(press, label.custom_id or ""))
        await self._fill(evening.cast.owner, form, "Les deux ont été entendus.")
        return True

    async def _once(self, card: Message, player: Player, verb: str, words: str) -> bool:
        """Let a player act on a card, and again after a while if nothing came of it."""
        if not self._may(card, player.name, verb):
            return True
        await asyncio.sleep(self._evening.breath)
        if player.discord is not None:
            answer = await self._try(
                lambda: press(self._evening, player.discord, card, f"tournaments.{verb}")
            )
            await self._fill(player.discord, answer, "2-1")
        elif player.twitch is not None:
            await self._evening.chat(player.twitch, words)
        return True

    async def _fill(self, who: Person, form: Answer | None, text: str) -> None:
        if form is not None and form.modal is not None:
            fields = {each.custom_id or "": text for each in form.modal.fields}
            await self._try(partial(self._evening.stage.discord.submit, who, form, fields))

    def _patient(self, card: Message, breaths: int) -> bool:
        """Whether whoever watches has had that long to act, on the card as it is."""
        now = asyncio.get_running_loop().time()
        since = self._patience.setdefault(f"{card.id}/{len(card.components)}", now)
        return now - since >= breaths * self._evening.breath

    def _may(self, card: Message, who: str, verb: str) -> bool:
        now = asyncio.get_running_loop().time()
        if now - self._done.get((card.id, who, verb), -self._again) < self._again:
            return False
        self._done[card.id, who, verb] = now
        return True

    async def _try(self, act: Callable[[], Answer]) -> Answer | None:
        try:
            return await act()
        except (NothingHappened, CannotDo):
            return None

    def _settled(self, card: Message, sides: list[Player]) -> None:
        if len(sides) < BOTH or card.components or card.id in self._told or not card.edits:
            return
        self._told.add(card.id)
        won = _below(card, sides)
        if self._absent in sides:
            self._evening.tell("demo-no-show", name=self._absent.name)
        elif won:
            loser = next(each for each in sides if each is not won[0])
            self._evening.tell("demo-match-won", winner=won[0].name, loser=loser.name)

    def _podium(self) -> Player | None:
        for post in reversed(self._evening.places.arena.messages):
            if post.attachments and post.author is self._evening.stage.discord.bot:
                found = mentioned(post.text, self._evening.cast.players)
                return found[0] if found else None
        return None


def here(card: Message, sides: list[Player]) -> list[Player]:
    """Who has come, as a card's second line says: "● X is here", or "◷ we still wait for Y"."""
    line = card.text.partition("\n")[2].partition("\n")[0]
    named = mentioned(line, sides)
    return [each for each in sides if each not in named] if line[:1] == LATE else named[:1]


def _below(card: Message, sides: list[Player]) -> list[Player]:
    """Whom the lines below a card's title begin with: who has won."""
    return mentioned(card.text.partition("\n")[2], sides)[:1]
