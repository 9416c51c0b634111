"""A server with its stream, its bot and its web pages, as their people see them."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from cogs.house import House
from cogs.people import wiring as people
from cogs.people.service import People
from cogs.tournaments import wiring as tournaments
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.tournaments import Tournaments
from core.courier import Card, Letter, Sent
from core.people import Handle, Platform, Role, Venue, Voice
from platforms.twitch_client.answering import Answers, Heard
from storage.cards import CardRow, Cards
from storage.outbox import Outbox
from storage.timers import Sweeper
from tests.discord_desk import GUILD, MANAGE_GUILD, Answer, Desk
from tests.doubles import Hands

STREAM = Venue(Platform.TWITCH, "77", "nova_tv")
HOST = 1
OWNED = frozenset({Role.OWNER, Role.HOST})


@dataclass
class Server:
    house: House
    desk: Desk
    clock: Hands
    answers: Answers
    shown: dict[tuple[str, str], Card] = field(default_factory=dict)
    parents: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    refused: int | None = None  # why Discord makes no threads
    chat: list[str] = field(default_factory=list)  # lines that the bot said by itself
    said: list[tuple[str, str]] = field(default_factory=list)  # the same on Discord, and where

    @classmethod
    async def open(cls, house: House, clock: Hands) -> "Server":
        for feature in (people, tournaments):
            feature.wire(house)
        desk = Desk(house, house.settings)
        await desk.open()

        async def reply(stream: str, text: str, answers: str) -> Sent:
            raise AssertionError(f"{stream} {answers}: {text}")  # answers are asked for directly

        server = cls(house, desk, clock, Answers(house.texts, house.door(), house.twitch, reply))
        await server._has_a_stream()
        return server

    @property
    def tournaments(self) -> Tournaments:
        return self.house.ask(Tournaments)

    async def live(self, tournament: int = 1) -> Live:
        return await self.tournaments.see(tournament)

    async def create(self, **options: object) -> Answer:
        """Announce one; whoever looks at the draft alone asks for `draft`."""
        draft = await self.draft(**options)
        if "Publier" not in draft.buttons:
            return draft
        return await self.desk.press(HOST, draft.buttons["Publier"], may=MANAGE_GUILD)

    async def draft(self, **options: object) -> Answer:
        given: dict[str, Any] = {"name": "Coupe", "start": "60", "template": "friday-8"}
        given |= options
        given = {name: value for name, value in given.items() if value is not None}
        return await self.desk.slash(HOST, "tournament create", may=MANAGE_GUILD, **given)

    async def types(self, viewer: str, *words: str, language: str = "fr") -> str:
        """What the chat answers somebody; nothing is an empty line."""
        chatter = Handle(Platform.TWITCH, viewer, viewer)
        heard = Heard("1", "tournoi", words, STREAM, chatter, language, self.clock.now())
        return await self.answers._answer(heard) or ""

    async def wait(self, **span: float) -> None:
        """Time passes: what falls due is rung, said and shown, as the platforms would."""
        until: datetime = self.clock.now() + timedelta(**span)
        sweeper = Sweeper(self.house.db, self.house.news, self.house.bells)
        await self._carry()
        while (due := await sweeper.next_due()) is not None and due <= until:
            self.clock.set(max(self.clock.now(), due))
            await sweeper.ring_one(self.clock.now())
            await self._carry()
        self.clock.set(until)

    async def press(self, person: int, label: str, subject: str = "1") -> Answer:
        """Press the button with this label, on the event's card or on a match's."""
        await self._carry()
        kind = "tournaments.match" if ":" in subject else "tournaments.event"
        card = self.shown[kind, subject]
        found = [choice for row in card.rows for choice in row if choice.label == label]
        assert found, [choice.label for row in card.rows for choice in row]
        pressed = "|".join((found[0].verb, *found[0].args))
        return await self.desk.press(person, pressed)

    async def card(self, subject: str = "1", kind: str = "tournaments.event") -> Card:
        await self._carry()
        return self.shown[kind, subject]

    async def _carry(self) -> None:
        """Stand in for both couriers: draw every card that is behind, read every letter."""
        cards, outbox = Cards(self.house.db), Outbox(self.house.db)
        now = self.clock.now()
        while behind := await cards.behind(now):
            for row in behind:
                card = await self._draw(row)
                if card.room is not None and row.room is None:
                    await cards.lodged(row, f"7{row.id}", self.refused)
                await cards.shown(row, f"5{row.id}", now)
        for posted in await outbox.due(Platform.DISCORD, now):
            await self._say(posted.letter)
            await outbox.done(posted, Sent.DELIVERED, now)
        for posted in await outbox.due(Platform.TWITCH, now):
            letter = posted.letter
            line = self.house.texts.say(Voice(letter.language), letter.key, **letter.slots)
            self.chat.append(line)
            await outbox.done(posted, Sent.DELIVERED, now)

    async def _say(self, letter: Letter) -> None:
        """A letter to Discord, with whom it calls; with nobody to call it is not sent."""
        slots = dict(letter.slots)
        if letter.key in self.house.calls:
            called = await self.house.calls[letter.key](letter)
            if not called:
                return
            slots["who"] = " ".join(f"<@{account}>" for account in called)
        text = self.house.texts.say(Voice(letter.language), letter.key, **slots)
        self.said.append((letter.target, text))

    async def _draw(self, row: CardRow) -> Card:
        card = await self.house.cards[row.kind](row.subject)
        assert card is not None
        self.shown[row.kind, row.subject] = card
        if row.parent_subject:
            self.parents[row.kind, row.subject] = row.parent_kind, row.parent_subject
        return card

    async def _has_a_stream(self) -> None:
        folk = self.house.ask(People)
        server = Venue(Platform.DISCORD, str(GUILD))
        owner = await folk.recognise(
            Handle(Platform.DISCORD, str(HOST)), server, language="fr", roles=OWNED
        )
        code = await folk.connect_stream(owner, STREAM)
        caster = await folk.recognise(Handle(Platform.TWITCH, STREAM.id), STREAM, roles=OWNED)
        await folk.redeem(caster, STREAM, code)
