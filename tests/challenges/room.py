"""A server with the bot in it and its stream's chat, as far as the faces can tell."""

from dataclasses import dataclass, field
from datetime import timedelta

from cogs.challenges.service.hosting import CARD
from cogs.challenges.service.showing import Scene, Showing
from cogs.house import House
from cogs.people.service import People
from core.courier import Card, Letter, Sent
from core.people import Handle, Platform, Role, Venue
from platforms.twitch_client.answering import Answers, Heard
from storage.cards import Cards
from storage.outbox import Outbox
from storage.timers import Sweeper
from tests.challenges.evening import STREAM
from tests.discord_desk import GUILD, MANAGE_GUILD, Desk
from tests.doubles import Hands

HOST = {"may": MANAGE_GUILD}


@dataclass
class Room:
    """A server with the bot in it, and its stream's chat."""

    house: House
    desk: Desk
    clock: Hands
    answers: Answers
    said: list[tuple[str, str]] = field(default_factory=list)
    letters: list[Letter] = field(default_factory=list)

    async def wait(self, seconds: float = 0) -> Card:
        """Time passes; what falls due is rung and shown. The channel's card, as it is then."""
        house = self.house
        sweeper = Sweeper(house.db, house.news, house.bells)
        outbox, cards = Outbox(house.db, house.confirmed), Cards(house.db, house.confirmed)
        end = self.clock.now() + timedelta(seconds=seconds)
        while True:
            while await sweeper.ring_one(self.clock.now()):
                pass
            for posted in await outbox.due(Platform.TWITCH, self.clock.now()):
                self.letters.append(posted.letter)
                await outbox.done(posted, Sent.DELIVERED, self.clock.now())
            for row in await cards.behind(self.clock.now()):
                await cards.shown(row, "555", self.clock.now())
            due = await sweeper.next_due()
            if due is None or due > end:
                break
            self.clock.set(due)
        self.clock.set(end)
        card = await house.cards[CARD]("1")
        assert card is not None
        return card

    async def scene(self) -> Scene:
        found = await self.house.ask(Showing).scene(1)
        assert found is not None
        return found

    async def types(self, viewer: str, *words: str) -> str:
        """What the chat is answered; nothing is an empty line."""
        before = len(self.said)
        chatter = Handle(Platform.TWITCH, viewer, viewer)
        heard = Heard("1", "defi", words, STREAM, chatter, "fr", self.clock.now())
        answer = await self.answers._answer(heard)
        assert len(self.said) == before
        return answer or ""

    async def has_a_stream(self) -> None:
        owned = frozenset({Role.OWNER, Role.HOST})
        folk = self.house.ask(People)
        server = Venue(Platform.DISCORD, str(GUILD))
        owner = await folk.recognise(Handle(Platform.DISCORD, "1"), server, roles=owned)
        code = await folk.connect_stream(owner, STREAM)
        caster = await folk.recognise(Handle(Platform.TWITCH, STREAM.id), STREAM, roles=owned)
        await folk.redeem(caster, STREAM, code)


def right_button(scene: Scene, buttons: dict[str, str], *, right: bool = True) -> str:
    """The custom id behind which this player finds the right answer, or a wrong one."""
    words = scene.question.wording("fr")
    answer = words.options[scene.question.answer]
    return next(
        where for label, where in buttons.items() if label.endswith(f"· {answer}") is right
    )
