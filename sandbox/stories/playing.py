"""The tournament: signing up from both sides, checking in, and every match to the last.

Whoever plays looks at the newest state of each card and does what is next, so it does not matter
how often the bot went away in between: what was not answered is done again.
"""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial

from sandbox.discord_world.answer import Answer
from sandbox.discord_world.state import Message, Person
from sandbox.discord_world.waiting import CannotDo, NothingHappened
from sandbox.people import Player, buttons, insist, link, mentioned
from sandbox.stories.set import Evening
from sandbox.twitch_world.state import Line

MINUTES = 70  # from the announcement to the start: check-in opens after 10, and lasts 50
GLANCE = 0.05  # seconds between two looks at the cards
BOTH = 2  # sides of a match
AGAIN = 2.5  # seconds before somebody does again what had no effect


async def open_tournament(evening: Evening) -> Message:
    """Camille types one command; the card is there, and the overlay's address is hers."""
    discord, places, owner = evening.stage.discord, evening.places, evening.cast.owner
    await insist(
        partial(
            discord.slash,
            owner,
            places.arena,
            "tournament create",
            template="cup-16",
            name="Coupe du Nord",
            minutes=MINUTES,
        ),
        until=lambda: event_card(evening) is not None,
    )
    await discord.until(lambda: event_card(evening) is not None, 20, "the tournament's card")
    overlay = await insist(partial(discord.slash, owner, places.arena, "tournament overlay"))
    evening.overlay = link(overlay, "/o/") if overlay else ""
    evening.tell("demo-tournament-opened")
    return _card(evening)


async def sign_up(evening: Evening) -> None:
    """A button on Discord, a word on Twitch; two more than there are seats."""
    players = evening.cast.players
    await asyncio.gather(*(_join(evening, player) for player in players))
    at_home = sum(player.discord is not None for player in players)
    evening.tell("demo-signed-up", discord=at_home, twitch=len(players) - at_home)


async def check_in(evening: Evening, late: Player) -> None:
    """Everybody but one says "I am here" in the hour before."""
    evening.hurry(waiting=True)
    await evening.stage.discord.until(
        lambda: bool(buttons(_card(evening), "tournaments.here")), 60, "check-in opens"
    )
    evening.hurry(waiting=False)
    here = [player for player in evening.cast.players if player is not late]
    await asyncio.gather(*(_be_here(evening, player) for player in here))
    evening.tell("demo-checked-in", count=len(here), late=late.name)


async def _join(evening: Evening, player: Player) -> None:
    if player.discord is not None:
        await insist(lambda: _press(evening, player.discord, _card(evening), "tournaments.join"))
    elif player.twitch is not None:
        lines = evening.places.stream.lines
        before = len(lines)

        def seated() -> bool:
            """Named in the line that greets newcomers, or answered in person."""
            told = [line for line in lines[before:] if line.by_bot]
            return any(player.name in line.text or _answers(line, player) for line in told)

        await _until_shown(partial(evening.chat, player.twitch, "!tournoi"), seated)


async def _be_here(evening: Evening, player: Player) -> None:
    if player.discord is not None:
        await insist(lambda: _press(evening, player.discord, _card(evening), "tournaments.here"))
    elif player.twitch is not None:
        lines = evening.places.stream.lines
        before = len(lines)
        await _until_shown(
            partial(evening.chat, player.twitch, "!tournoi ok"),
            lambda: any(_answers(line, player) for line in lines[before:]),
        )


def _answers(line: Line, player: Player) -> bool:
    return line.by_bot and line.reply_to is not None and line.reply_to.author is player.twitch


async def _until_shown(act: Callable[[], Awaitable[None]], shown: Callable[[], bool]) -> None:
    """Type it again until the chat shows that it was heard: Twitch repeats nothing for a bot."""
    for _ in range(20):
        await act()
        for _ in range(round(AGAIN / GLANCE)):
            if shown():
                return
            await asyncio.sleep(GLANCE)
    raise NothingHappened("A viewer typed a command again and again and was never heard")


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
        self.matches = 0

    async def play(self) -> Player:
        """Until the podium stands in the channel. The champion."""
        while True:
            podium = self._podium()
            if podium is not None:
                return podium
            acted = False
            for card in self._cards():
                acted = await self._look(card) or acted
            self._evening.hurry(waiting=not acted)
            await asyncio.sleep(GLANCE)

    def played(self) -> list[Message]:
        """The cards of the matches that were played, or given up."""
        players = self._evening.cast.players
        return [card for card in self._cards() if len(mentioned(card.text, players)) >= BOTH]

    def _cards(self) -> list[Message]:
        thread = _card(self._evening).thread
        return [post for post in thread.messages if not post.deleted] if thread else []

    async def _look(self, card: Message) -> bool:
        """Do what is next in one match. Whether anybody did anything."""
        sides = mentioned(card.text, self._evening.cast.players)[:2]
        if len(sides) < BOTH or not card.components:
            self._settled(card, sides)
            return False
        winner = self._evening.fate.winner(*sides)
        loser = sides[1] if winner is sides[0] else sides[0]
        if self._absent in sides and not buttons(card, "tournaments.ok"):
            there = sides[0] if sides[1] is self._absent else sides[1]
            return await self._once(card, there, "arrive", "!tournoi ok")
        if buttons(card, "tournaments.rule"):
            return await self._rule(card, winner)
        if buttons(card, "tournaments.ok"):
            return await self._answer(card, loser)
        if buttons(card, "tournaments.arrive"):
            both = [await self._once(card, side, "arrive", "!tournoi ok") for side in sides]
            return any(both)
        return await self._once(card, winner, "won", "!tournoi gagné")

    async def _answer(self, card: Message, loser: Player) -> bool:
        if loser is self._mute:
            return False
        if loser is self._contests and not self._contested:
            if await self._once(card, loser, "not_right", "!tournoi score non"):
                self._contested = True
                self._evening.tell("demo-disputed", name=loser.name)
                return True
            return False
        return await self._once(card, loser, "ok", "!tournoi score ok")

    async def _rule(self, card: Message, winner: Player) -> bool:
        """Camille has heard both, and decides."""
        evening = self._evening
        if not self._may(card, "rule", "rule"):
            return False
        label = next(each for each in card.components if winner.name in (each.label or ""))
        form = await self._try(
            partial(evening.stage.discord.click, evening.cast.owner, card, label.custom_id or "")
        )
        if form is not None and form.modal is not None:
            fields = {
                each.custom_id or "": "Les deux ont été entendus." for each in form.modal.fields
            }
            await self._try(
                partial(evening.stage.discord.submit, evening.cast.owner, form, fields)
            )
        return True

    async def _once(self, card: Message, player: Player, verb: str, words: str) -> bool:
        """Let a player act on a card, and again after a while if nothing came of it."""
        if not self._may(card, player.name, verb):
            return False
        if player.discord is not None:
            if not buttons(card, f"tournaments.{verb}"):
                return False
            answer = await self._try(
                lambda: _press(self._evening, player.discord, card, f"tournaments.{verb}")
            )
            if answer is not None and answer.modal is not None:
                fields = {each.custom_id or "": "2-1" for each in answer.modal.fields}
                await self._try(
                    partial(self._evening.stage.discord.submit, player.discord, answer, fields)
                )
        elif player.twitch is not None:
            await self._evening.chat(player.twitch, words)
        return True

    def _may(self, card: Message, who: str, verb: str) -> bool:
        now = asyncio.get_running_loop().time()
        if now - self._done.get((card.id, who, verb), -AGAIN) < AGAIN:
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
        self.matches += 1
        if self._absent in sides:
            self._evening.tell("demo-no-show", name=self._absent.name)
            return
        winner = self._evening.fate.winner(*sides)
        loser = sides[1] if winner is sides[0] else sides[0]
        self._evening.tell("demo-match-won", winner=winner.name, loser=loser.name)

    def _podium(self) -> Player | None:
        for post in reversed(self._evening.places.arena.messages):
            if post.attachments and post.author is self._evening.stage.discord.bot:
                found = mentioned(post.text, self._evening.cast.players)
                return found[0] if found else None
        return None


def event_card(evening: Evening) -> Message | None:
    """The tournament's card in its channel: the bot's first message there."""
    mine = (
        post
        for post in evening.places.arena.messages
        if post.author is evening.stage.discord.bot and not post.deleted
    )
    return next(mine, None)


def _card(evening: Evening) -> Message:
    found = event_card(evening)
    if found is None:
        raise LookupError("the tournament has no card yet")
    return found


def _press(evening: Evening, person: Person | None, card: Message, verb: str) -> Answer:
    if person is None:
        raise LookupError("nobody to press it")
    found = buttons(card, verb)
    if not found:
        raise CannotDo(f"there is no {verb} on that card now")
    return evening.stage.discord.click(person, card, found[0])


async def until_start(evening: Evening) -> None:
    """The rest of the hour passes; the draw is made, and the first matches are called."""

    def called() -> bool:
        card = event_card(evening)
        return card is not None and card.thread is not None and bool(card.thread.messages)

    evening.hurry(waiting=True)
    await evening.stage.discord.until(called, 60, "the first matches")
    evening.hurry(waiting=False)
