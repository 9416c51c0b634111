"""A server, its stream, and the platforms' part of a round: posts that are confirmed."""

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from cogs.challenges.rules.chance import letter_of
from cogs.challenges.rules.pack import Question, read
from cogs.challenges.service.hosting import (
    CARD,
    QUESTION_CLOSE,
    QUESTION_NEXT,
    QUESTION_UNSEEN,
    QUIZ_ARCHIVE,
    QUIZ_JUDGE,
    Hosting,
)
from cogs.challenges.service.pace import Pace
from cogs.challenges.service.playing import Playing
from cogs.challenges.service.purse import XP_FORGET
from cogs.challenges.service.showing import Showing
from cogs.challenges.store.rounds import round_of
from cogs.people.service import People
from core.courier import Letter, Sent
from core.news import News
from core.people import Actor, Handle, PersonId, Platform, Role, Venue
from core.timers import Bell
from storage.cards import Cards
from storage.database import Database
from storage.outbox import Outbox
from storage.seal import Seal
from storage.timers import Sweeper
from tests.doubles import Hands

PACKS = Path(__file__).parents[2] / "cogs" / "challenges" / "packs"
SERVER = Venue(Platform.DISCORD, "900", "La guilde")
STREAM = Venue(Platform.TWITCH, "77", "Léa")
CHANNEL = "4242"


def shipped() -> dict[str, Question]:
    files = [read(path.name, path.read_text("utf-8")) for path in sorted(PACKS.glob("*/*.toml"))]
    return {each.id: each for each in files}


@dataclass
class Evening:
    """Everything a round needs, and hands to move time and to confirm posts."""

    db: Database
    clock: Hands
    people: People
    hosting: Hosting
    playing: Playing
    showing: Showing
    outbox: Outbox
    cards: Cards
    sweeper: Sweeper
    adults: set[PersonId]
    said: list[Letter] = field(default_factory=list)

    async def member(self, number: int, *roles: Role) -> Actor:
        return await self.people.recognise(
            Handle(Platform.DISCORD, f"d{number}", f"Joueur {number}"),
            SERVER,
            language="fr",
            roles=frozenset(roles),
        )

    async def host(self) -> Actor:
        return await self.member(1, Role.HOST)

    async def viewer(self, number: int) -> Actor:
        handle = Handle(Platform.TWITCH, f"t{number}", f"viewer{number}")
        return await self.people.recognise(handle, STREAM)

    async def has_a_stream(self) -> None:
        """The server is the stream's home, as its broadcaster has agreed by a code."""
        owner = await self.member(1, Role.OWNER)
        code = await self.people.connect_stream(owner, STREAM)
        broadcaster = await self.people.recognise(
            Handle(Platform.TWITCH, STREAM.id), STREAM, roles=frozenset({Role.OWNER})
        )
        await self.people.redeem(broadcaster, STREAM, code)

    async def ring(self) -> None:
        """Let everything that is due happen, and nothing else."""
        while await self.sweeper.ring_one(self.clock.now()):
            pass

    async def confirm_card(self) -> None:
        for card in await self.cards.behind(self.clock.now()):
            await self.cards.shown(card, "555", self.clock.now() + timedelta(seconds=5))

    async def confirm_lines(self) -> None:
        for posted in await self.outbox.due(Platform.TWITCH, self.clock.now()):
            self.said.append(posted.letter)
            await self.outbox.mark(posted)
            await self.outbox.done(posted, Sent.DELIVERED, self.clock.now())

    async def link(self, discord: Actor, twitch: Actor) -> None:
        """Two accounts turn out to be one person's."""
        await self.people.redeem(twitch, STREAM, await self.people.start_link(discord))

    async def confirm(self) -> None:
        await self.confirm_card()
        await self.confirm_lines()

    async def wait(self, seconds: float) -> None:
        """Time passes, and what falls due on the way happens and is shown."""
        end = self.clock.now() + timedelta(seconds=seconds)
        while (due := await self.sweeper.next_due()) is not None and due <= end:
            self.clock.set(max(due, self.clock.now()))
            await self.ring()
            await self.confirm()
        self.clock.set(end)

    async def letter(self, actor: Actor, choice: int, stream: str = "") -> str:
        """The letter behind which this reader finds an option of the question on stage."""
        scene = await self.showing.stage(actor.place)
        assert scene is not None
        async with self.db.read() as tx:
            seed = (await round_of(tx, scene.round)).seed
        reader = "stream" if stream else str(actor.person)
        return letter_of(choice, seed, scene.question.id, reader)

    async def answers(self, actor: Actor, *, right: bool = True, stream: str = "") -> None:
        scene = await self.showing.stage(actor.place)
        assert scene is not None
        choice = scene.question.answer if right else (scene.question.answer + 1) % 4
        letter = await self.letter(actor, choice, stream)
        await self.playing.answer(actor, letter, at=self.clock.now(), stream=stream)

    async def plays_alone(self, actor: Actor, *, right: bool = True, which: int = 0) -> int:
        """Answer every question that is left of a round, without a clock; how many those were."""
        count = 0
        while (asked := await self.playing.untimed(actor, which)) is not None:
            wanted = asked.question.answer if right else (asked.question.answer + 1) % 4
            letter = "ABCD"[asked.order.index(wanted)]
            await self.playing.reply(actor, asked.round, asked.position, letter)
            count += 1
        return count


def open_evening(
    db: Database, clock: Hands, seal: Seal, pace: Pace | None = None, without: str = ""
) -> Evening:
    """Built anew, it is the bot after a restart: nothing is remembered but rows."""
    news = News()
    people = People(db, clock, news, seal)
    adults: set[PersonId] = set()

    async def is_of_age(person: PersonId) -> bool:
        return person in adults

    questions = {each.id: each for each in shipped().values() if each.pack != without}
    pace = pace or Pace()
    hosting = Hosting(db, clock, people, questions, pace)
    playing = Playing(db, clock, questions, is_of_age, pace)
    people.merges.append(playing.merge)
    bells: dict[str, Bell] = {
        QUESTION_CLOSE: hosting.close_question,
        QUESTION_NEXT: hosting.next_question,
        QUESTION_UNSEEN: hosting.unseen,
        QUIZ_JUDGE: hosting.judge,
        QUIZ_ARCHIVE: hosting.archive,
        XP_FORGET: hosting.forget,
    }
    confirmed = {CARD: hosting.card_shown, "challenges-line": hosting.line_said}
    return Evening(
        db=db,
        clock=clock,
        people=people,
        hosting=hosting,
        playing=playing,
        showing=Showing(db, clock, questions, pace),
        outbox=Outbox(db, confirmed),
        cards=Cards(db, confirmed),
        sweeper=Sweeper(db, news, bells),
        adults=adults,
    )
