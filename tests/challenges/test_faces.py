"""Two clicks to play: the quiz as Discord and a chat meet it, through the libraries' dispatch."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from cogs.challenges import wiring as challenges
from cogs.challenges.discord_face.drawing import PACKS
from cogs.challenges.rules.lint import LINE
from cogs.challenges.service.hosting import CARD
from cogs.challenges.service.showing import Scene, Showing
from cogs.consent import wiring as consent
from cogs.house import House
from cogs.people import wiring as people
from cogs.people.service import People
from config.settings import Settings
from core.courier import Card, Letter, Sent
from core.errors import CannotStart
from core.news import News
from core.people import Handle, Platform, Role, Venue, Voice
from platforms.twitch_client.answering import Answers, Heard
from prompts import HOME, LANGUAGES, Texts
from storage.cards import Cards
from storage.database import Database
from storage.outbox import Outbox
from storage.seal import Seal
from storage.timers import Sweeper
from tests.challenges.conftest import PACKS as FOLDER
from tests.challenges.conftest import STREAM, shipped
from tests.discord_desk import GUILD, MANAGE_GUILD, Desk
from tests.doubles import Hands

HOST = {"may": MANAGE_GUILD}
THREATS = ("dernière chance", "last chance", "perdu", "you lose", "dépêche", "hurry", "plus que")


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


@pytest_asyncio.fixture
async def room(
    db: Database, clock: Hands, seal: Seal, texts: Texts, settings: Settings
) -> AsyncIterator[Room]:
    house = House(settings, db, clock, News(), texts, seal)
    for feature in (people, consent, challenges):
        feature.wire(house)
    desk = Desk(house, settings)
    await desk.open()

    async def reply(stream: str, text: str, answers: str) -> Sent:
        del answers
        found.said.append((stream, text))
        return Sent.DELIVERED

    answers = Answers(texts, house.door(), house.twitch, reply)
    found = Room(house, desk, clock, answers)
    yield found


def right_button(scene: Scene, buttons: dict[str, str], *, right: bool = True) -> str:
    """The custom id behind which this player finds the right answer, or a wrong one."""
    words = scene.question.wording("fr")
    answer = words.options[scene.question.answer]
    return next(
        where for label, where in buttons.items() if label.endswith(f"· {answer}") is right
    )


async def test_two_clicks_to_play_and_nobody_else_sees(room: Room) -> None:
    started = await room.desk.slash(1, "challenge start", **HOST)
    assert started.ephemeral
    card = await room.wait()
    scene = await room.scene()
    assert scene.question.wording("fr").text in card.text
    assert scene.promise in card.text
    ((button,),) = card.rows
    private = await room.desk.press(2, f"{button.verb}|{'|'.join(button.args)}")
    assert private.ephemeral
    assert len(private.buttons) == 4
    taken = await room.desk.press(2, right_button(scene, private.buttons))
    assert taken.edits
    assert scene.question.wording("fr").options[scene.question.answer] in taken.text
    assert scene.question.wording("fr").explanation not in taken.text
    told = await room.wait(28)
    assert scene.question.wording("fr").explanation in told.text
    assert "100" in told.text
    assert told.rows == ()


async def test_what_a_button_says_gives_no_option_away(room: Room) -> None:
    await room.desk.slash(1, "challenge start", **HOST)
    await room.wait()
    scene = await room.scene()
    private = await room.desk.slash(2, "challenge play")
    assert sorted(where.rpartition("|")[2] for where in private.buttons.values()) == list("ABCD")
    assert {where.rpartition("|")[0] for where in private.buttons.values()} == {
        f"challenges.answer|{scene.round}|1"
    }


async def test_the_private_message_follows_the_round(room: Room) -> None:
    await room.desk.slash(1, "challenge start", **HOST)
    await room.wait()
    first = await room.desk.slash(2, "challenge play")
    taken = await room.desk.press(2, right_button(await room.scene(), first.buttons))
    (following,) = taken.buttons.values()
    already = await room.desk.press(2, following)
    assert already.text == room.house.texts.say(Voice("fr"), "challenges-already-answered")
    await room.wait(40)
    second = await room.desk.press(2, following)
    assert second.edits
    assert (await room.scene()).question.wording("fr").text in second.text
    stale = await room.desk.press(2, next(iter(first.buttons.values())))
    assert stale.text == room.house.texts.say(Voice("fr"), "challenges-too-late")


async def test_only_hosts_start_and_end(room: Room) -> None:
    for command in ("challenge start", "challenge skip"):
        refused = await room.desk.slash(2, command)
        assert refused.text == room.house.texts.say(Voice("fr"), "errors-not-allowed")
    nothing = await room.desk.slash(1, "challenge skip", **HOST)
    assert nothing.text == room.house.texts.say(Voice("fr"), "challenges-none-on")


async def test_at_the_end_the_draw_is_published_and_the_score_is_ones_own(room: Room) -> None:
    await room.desk.slash(1, "challenge start", pack="audio", **HOST)
    await room.wait()
    private = await room.desk.slash(2, "challenge play")
    await room.desk.press(2, right_button(await room.scene(), private.buttons))
    await room.desk.slash(1, "challenge skip", **HOST)
    card = await room.wait()
    scene = await room.scene()
    assert scene.seed
    assert scene.seed in card.text
    ((score, calm),) = card.rows
    mine = await room.desk.press(2, f"{score.verb}|{score.args[0]}")
    assert mine.ephemeral
    assert "12" in mine.text
    asked = await room.desk.press(3, f"{calm.verb}|{calm.args[0]}")
    assert asked.ephemeral
    assert len(asked.buttons) == 4


async def test_alone_and_without_a_clock_one_quiz_is_played_to_the_end(room: Room) -> None:
    asked = await room.desk.slash(2, "challenge play", locale="en-GB")
    assert "1/5" in asked.text
    for number in range(1, 6):
        room.clock.forward(hours=1)  # no step expires
        told = await room.desk.press(2, next(iter(asked.buttons.values())), locale="en-GB")
        assert told.edits
        assert "Source" in told.text
        (button,) = told.buttons.values()
        asked = await room.desk.press(2, button, locale="en-GB")
        assert (f"{number + 1}/5" in asked.text) is (number < 5)
    assert "XP" in asked.text
    again = await room.desk.slash(2, "challenge play", locale="en-GB")
    assert again.text == room.house.texts.say(Voice("en"), "challenges-finished")


async def test_the_list_says_what_there_is(room: Room) -> None:
    off = await room.desk.slash(2, "challenge list")
    assert off.text.count("\n") == len(PACKS) + 1
    await room.desk.slash(1, "challenge start", **HOST)
    await room.wait()
    on = await room.desk.slash(2, "challenge list")
    assert "1/5" in on.text
    assert "XP" in (await room.desk.slash(2, "challenge me")).text


async def test_a_chat_answers_with_one_word_and_is_told_once(room: Room) -> None:
    await room.has_a_stream()
    assert await room.types("ana", "b") == room.house.texts.say(Voice("fr"), "challenges-none-on")
    assert await room.types("bob", "b") == ""  # told once to the whole chat
    await room.desk.slash(1, "challenge start", **HOST)
    await room.wait()
    assert await room.types("ana", "b") == ""
    assert await room.types("ana", "c") == ""  # the first one counts, and nobody is nagged
    assert await room.types("bob", "B") == ""
    assert "1/5" in await room.types("bob")
    wrong_word = await room.types("eve", "peut-être")
    assert wrong_word == room.house.texts.say(Voice("fr"), "challenges-not-a-letter")
    await room.wait(39.5)
    late = [await room.types(name, "a") for name in ("zoe", "yan", "lou")]
    assert late[1:] == ["", ""]
    assert (await room.scene()).players == 2
    assert "XP" in await room.types("ana", "points")


async def test_card_and_line_come_from_the_same_file(room: Room) -> None:
    await room.has_a_stream()
    await room.desk.slash(1, "challenge start", **HOST)
    card = await room.wait()
    words = (await room.scene()).question.wording("fr")
    hello, line = room.letters
    said = room.house.texts.say(Voice(line.language), line.key, **line.slots)
    assert words.text in said
    assert words.text in card.text
    assert all(option in said for option in words.options)
    assert room.house.texts.say(Voice("fr"), hello.key, **hello.slots)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_of_every_question_fits_a_chat_on_a_phone(language: str, texts: Texts) -> None:
    for question in shipped().values():
        words = question.wordings[language]
        a, b, c, d = words.options
        voice = Voice(language)
        asked = texts.say(voice, "challenges-line", number=5, text=words.text, a=a, b=b, c=c, d=d)
        told = texts.say(
            voice, "challenges-result", letter="A", percent=100, why=words.explanation
        )
        assert len(asked) <= LINE
        assert len(told) <= LINE


def test_hello_and_goodbye_fit_too(texts: Texts) -> None:
    for language in LANGUAGES:
        hello = texts.say(
            Voice(language), "challenges-hello", count=5, seconds=25, promise="f" * 16
        )
        goodbye = texts.say(Voice(language), "challenges-goodbye", players=2000, seed="f" * 32)
        assert max(len(hello), len(goodbye)) <= LINE


def test_every_pack_has_a_name(texts: Texts) -> None:
    assert {each.pack for each in shipped().values()} == set(PACKS)
    assert {path.name for path in FOLDER.iterdir() if path.is_dir()} == set(PACKS)


def test_a_broken_file_stops_the_start_and_a_poor_question_is_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "audio"
    folder.mkdir()
    good = (FOLDER / "audio" / "hertz.toml").read_text("utf-8")
    (folder / "hertz.toml").write_text(good, "utf-8")
    (folder / "long.toml").write_text(good.replace("Le hertz", "Le hertz " * 30), "utf-8")
    assert list(challenges.load(folder.parent)) == ["audio-hertz"]
    (folder / "broken.toml").write_text("id = ", "utf-8")
    with pytest.raises(CannotStart) as stop:
        challenges.load(folder.parent)
    assert "audio/broken.toml" in str(stop.value.slots["problem"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_threaten_nobody(language: str) -> None:
    written = (HOME / language / "challenges.ftl").read_text("utf-8").lower()
    lines = "\n".join(line for line in written.splitlines() if not line.startswith("#"))
    assert [threat for threat in THREATS if threat in lines] == []
