"""The bot on Twitch: the real TwitchIO, over loopback, in our own Twitch."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from types import SimpleNamespace
from typing import Any, cast

import pytest
import pytest_asyncio

from config.settings import Settings
from core.clock import Clock
from core.courier import Letter, Sent
from core.errors import CannotStart, NotAllowed
from core.people import Actor, Handle, PersonId, PlaceId, Platform, Role, Venue, Voice
from platforms.twitch_client import port as port_module
from platforms.twitch_client.hearing import LOOK, Said, our_word
from platforms.twitch_client.port import TwitchPort
from prompts import Texts
from sandbox.twitch_world.state import Line, Stream, Viewer
from sandbox.twitch_world.world import TwitchWorld
from storage.database import Database
from storage.marks import Marks
from storage.outbox import Outbox, post
from tests.patience import until

SHARDS = "PATCH helix/eventsub/conduits/shards"


class Door:
    """Lets everybody in, under the number of their account. `people` has tests of its own."""

    async def recognise(
        self,
        handle: Handle,
        venue: Venue | None = None,
        *,
        language: str | None = None,
        roles: frozenset[Role] = frozenset(),
    ) -> Actor:
        return Actor(
            person=PersonId(int(handle.id)),
            place=PlaceId(int(venue.id) if venue else 0),
            voice=Voice(language or "fr"),
            roles=roles,
            name=handle.name,
            platform=handle.platform,
        )

    async def account_of(self, person: PersonId, platform: Platform) -> str | None:
        del platform
        return str(person)

    async def private_channel_of(self, person: PersonId) -> str | None:
        del person
        return None


@dataclass
class Evening:
    """A world with one stream in it, and everything a port needs to come."""

    world: TwitchWorld
    stream: Stream
    viewer: Viewer
    settings: Settings
    texts: Texts
    db: Database
    said: list[Said] = field(default_factory=list)

    def port(self, **twitch: object) -> TwitchPort:
        port = TwitchPort(
            settings=self.settings.model_copy(
                update={"twitch": self.settings.twitch.model_copy(update=twitch)}
            ),
            texts=self.texts,
            doorkeeper=Door(),
            clock=Clock(),
            outbox=Outbox(self.db),
            marks=Marks(self.db),
        )

        async def join(said: Said) -> str:
            self.said.append(said)
            return f"Place prise : {said.actor.name} {' '.join(said.words)}".strip()

        port.words[("tournoi", "")] = join
        return port

    @asynccontextmanager
    async def running(self, **twitch: object) -> AsyncIterator[TwitchPort]:
        port = self.port(**twitch)
        await port.follow(self.stream.id, name=self.stream.name, language=self.stream.language)
        async with up(port):
            yield port

    async def hears(self, text: str = "!tournoi", who: str = "Zoé") -> Line:
        """Somebody types a command; the bot's answer to that very line."""
        line = await self.world.chat(self.viewer, self.stream, text)
        return await self.world.wait_for_line(
            self.stream, lambda said: said.reply_to is line and who in said.text
        )

    def answers(self) -> list[str]:
        return [line.text for line in self.stream.lines if line.by_bot]


@asynccontextmanager
async def up(port: TwitchPort) -> AsyncIterator[None]:
    running = asyncio.create_task(port.run())
    coming = asyncio.create_task(port.came_up.wait())
    try:
        await asyncio.wait({running, coming}, timeout=5, return_when=asyncio.FIRST_COMPLETED)
        if running.done():
            running.result()
        assert coming.done(), "the port did not come up within 5 s"
        yield
    finally:
        running.cancel()
        coming.cancel()
        await asyncio.gather(running, coming, return_exceptions=True)
        await asyncio.sleep(0.05)  # TwitchIO closes its sockets in tasks of its own


@pytest_asyncio.fixture
async def evening(settings: Settings, texts: Texts, db: Database) -> AsyncIterator[Evening]:
    world = await TwitchWorld.start()
    pointed = settings.twitch.model_copy(
        update={
            "client_id": world.client_id,
            "client_secret": world.client_secret,
            "bot_id": world.bot_id,
            "helix_url": world.helix_url,
            "id_url": world.id_url,
            "eventsub_url": world.eventsub_url,
            "cooldown_seconds": 0.0,
        }
    )
    yield Evening(
        world,
        world.add_stream("lea_joue", "Léa joue"),
        world.add_viewer("Zoé"),
        settings.model_copy(update={"twitch": pointed}),
        texts,
        db,
    )
    await world.close()


async def test_a_viewer_who_types_our_word_is_answered_by_a_reply(evening: Evening) -> None:
    async with evening.running():
        line = await evening.hears("!tournoi les Bleus")
    assert line.text == "Place prise : Zoé les Bleus"
    [said] = evening.said
    assert said.actor.person == int(evening.viewer.id)
    assert said.venue.name == "Léa joue"
    assert not said.owner
    sent = evening.world.ledger.rest("POST helix/chat/messages", 200)
    assert [entry.client for entry in sent] == ["app"]


async def test_a_line_that_is_delivered_twice_is_answered_once(evening: Evening) -> None:
    async with evening.running():
        evening.world.deliver_twice()
        await evening.hears()
        await evening.hears("!tournoi encore", "encore")
    assert len(evening.world.ledger.frames("notification")) > len(evening.said) + 2
    assert evening.answers() == ["Place prise : Zoé", "Place prise : Zoé encore"]


async def test_the_broadcaster_is_known_as_the_owner(evening: Evening) -> None:
    async with evening.running():
        await evening.world.chat(evening.stream, evening.stream, "!TOURNOI")
        await until(lambda: evening.said, "the command arrives")
    assert evening.said[0].owner
    assert Role.HOST in evening.said[0].actor.roles


async def test_verbs_go_to_their_own_answer_and_the_rest_to_the_general_one(
    evening: Evening,
) -> None:
    async with evening.running() as port:
        port.words[("tournoi", "score")] = _tell("score")
        port.words[("defi", "")] = _tell("bare")
        port.words[("defi", "*")] = _tell("rest")
        for typed, answer in (
            ("!tournoi SCORE 2-1", "score 2-1 Zoé"),
            ("!Défi", "bare Zoé"),
            ("!de\u0301fi B", "rest B Zoé"),
        ):
            line = await evening.hears(typed)
            assert " ".join(line.text.split()) == answer


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [
        ("!tournoi", "fr", "tournoi"),
        ("!TOURNOI Bob", "en", "tournoi"),
        ("!Défi b", "fr", "defi"),
        ("!parler", "fr", "parler"),
        ("!tournament", "en", "tournoi"),
        ("!challenge b", "en", "defi"),
        ("!talk", "en", "parler"),
        ("!tournament", "fr", None),
        ("!talk", "fr", None),
        ("!tournois", "fr", None),
        ("! tournoi", "fr", None),
        ("tournoi", "fr", None),
        ("dis !tournoi", "fr", None),
        ("", "fr", None),
    ],
)
def test_our_words_are_few_and_the_english_ones_are_for_english_chats(
    text: str, language: str, word: str | None
) -> None:
    assert our_word(text, english=language == "en") == word


class Poison(str):
    """A line that may be looked at where it begins, and nowhere else."""

    def __getitem__(self, part: object) -> str:
        assert isinstance(part, slice)
        assert part.start is None
        assert part.stop <= LOOK
        return str.__getitem__(self, part)

    def __getattribute__(self, name: str) -> Any:  # noqa: ANN401 - whatever is asked for
        if name == "__class__":
            return Poison
        raise AssertionError(f"somebody read a line that was not for us: {name}")

    def _refuse(self, *_: object) -> Any:  # noqa: ANN401 - it never returns
        raise AssertionError("somebody read a line that was not for us")

    __iter__ = __len__ = __contains__ = __str__ = __eq__ = __add__ = __format__ = _refuse
    __hash__ = _refuse


class PoisonedLine:
    """A chat message that nobody may touch, but for the ids that say where it was written."""

    broadcaster = SimpleNamespace(id="1002")
    source_broadcaster = None

    def __init__(self, text: str) -> None:
        self.text = Poison(text)

    def __getattr__(self, name: str) -> object:
        raise AssertionError(f"somebody read {name} of a line that was not for us")


@pytest.mark.parametrize("text", ["je vais pas bien en ce moment", "!autrebot je vais mal", "!"])
async def test_a_line_that_is_not_for_us_is_never_read(evening: Evening, text: str) -> None:
    port = evening.port()
    await port.follow("1002")
    assert port._told("message", PoisonedLine(text))
    assert evening.said == []


async def test_the_poison_works(evening: Evening) -> None:
    port = evening.port()
    await port.follow("1002")
    with pytest.raises(AssertionError, match="was not for us"):
        port._told("message", PoisonedLine("!tournoi"))


async def test_a_line_from_elsewhere_in_a_shared_chat_is_not_ours(evening: Evening) -> None:
    other = evening.world.add_stream("ami", "L'ami")
    async with evening.running():
        await evening.world.chat(evening.viewer, evening.stream, "!tournoi", source=other)
        await evening.hears("!tournoi ici", "ici")
    assert evening.answers() == ["Place prise : Zoé ici"]


async def test_our_own_lines_are_not_commands(evening: Evening) -> None:
    async with evening.running() as port:
        await port.say(evening.stream.id, "!tournoi")
        await evening.hears("!tournoi moi", "moi")
    assert evening.answers() == ["!tournoi", "Place prise : Zoé moi"]


async def test_a_viewer_who_hurries_is_answered_once_and_others_are_not_held_up(
    evening: Evening,
) -> None:
    other = evening.world.add_viewer("Noé")
    async with evening.running(cooldown_seconds=60.0):
        await evening.hears()
        await evening.world.chat(evening.viewer, evening.stream, "!tournoi encore")
        await evening.world.chat(other, evening.stream, "!tournoi")
        await evening.world.wait_for_line(evening.stream, lambda line: "Noé" in line.text)
    assert evening.answers() == ["Place prise : Zoé", "Place prise : Noé"]


async def test_a_refusal_is_said_in_the_language_of_the_chat(evening: Evening) -> None:
    english = evening.world.add_stream("anna", "Anna plays", "en")

    async def refuse(said: Said) -> str | None:
        raise NotAllowed

    async with evening.running() as port:
        port.words[("tournoi", "")] = refuse
        assert await port.follow(english.id, language="en")
        for stream, typed, language in (
            (evening.stream, "!tournoi", "fr"),
            (english, "!tournament", "en"),
        ):
            await evening.world.chat(evening.viewer, stream, typed)
            text = evening.texts.say(Voice(language), NotAllowed.key)
            await evening.world.wait_for_line(stream, _says(text))


async def test_our_own_fault_is_answered_with_a_number_and_no_detail(
    evening: Evening, caplog: pytest.LogCaptureFixture
) -> None:
    async def break_down(said: Said) -> str | None:
        raise RuntimeError("the secret words of somebody")

    async with evening.running() as port:
        port.words[("tournoi", "")] = break_down
        await evening.world.chat(evening.viewer, evening.stream, "!tournoi")
        line = await evening.world.wait_for_line(evening.stream, lambda line: line.by_bot)
        await until(lambda: "incident" in caplog.messages, "it is in the log")
    number = next(r.incident for r in caplog.records if r.getMessage() == "incident")  # type: ignore[attr-defined]
    assert re.fullmatch(r"[0-9A-F]{6}", number)
    assert line.text == evening.texts.say(Voice("fr"), "errors-incident", number=number)


async def test_a_reconnect_order_loses_nothing_and_leaves_one_socket(evening: Evening) -> None:
    def closed() -> int:
        return len([entry for entry in evening.world.ledger if entry.kind == "close"])

    async with evening.running():
        for round_ in range(1, 4):
            evening.world.ledger.clear()
            assert await evening.world.order_reconnect() == 1
            # Said while the client is on its way: nothing of it may be lost.
            await asyncio.gather(
                *(evening.hears(f"!tournoi {round_}{part}", f"{round_}{part}") for part in "abc")
            )
            await until(lambda: closed() == 1, "the old socket is closed")
            assert len(evening.world._sockets.sessions) == 1
    assert len(evening.said) == 9


async def test_a_cut_wire_is_mended(evening: Evening) -> None:
    async with evening.running():
        await evening.hears()
        evening.world.abort()
        await until(
            lambda: len(evening.world.ledger.rest(SHARDS, 202)) == 2, "the shard is carried again"
        )
        await evening.hears("!tournoi encore", "encore")


async def test_an_expired_token_is_renewed_once_for_all_who_wait(evening: Evening) -> None:
    async with evening.running() as port:
        evening.world.expire_tokens()
        before = len(evening.world.ledger.rest("POST id/oauth2/token"))
        assert port._pipe is not None
        sent = await asyncio.gather(
            *(port._speak(evening.stream.id, str(n), "") for n in range(5))
        )
    assert sent == [Sent.DELIVERED] * 5
    assert len(evening.world.ledger.rest("POST id/oauth2/token")) == before + 1


async def test_tokens_that_are_refused_for_good_cause_no_storm(evening: Evening) -> None:
    async with evening.running() as port:
        evening.world.ledger.clear()
        evening.world.refuse_tokens()
        outcomes = [await port.say(evening.stream.id, str(number)) for number in range(12)]
        assert set(outcomes) == {Sent.LATER}
        assert len(evening.world.ledger.rest("POST id/oauth2/token")) == 3
        assert len(evening.world.ledger.rest("POST helix/chat/messages", 401)) == 6


async def test_a_busy_twitch_is_asked_again_when_it_said_and_not_before(evening: Evening) -> None:
    async with evening.running() as port:
        evening.world.answer_429("chat/messages", 0.3)
        assert await port.say(evening.stream.id, "patience") is Sent.DELIVERED
    tries = evening.world.ledger.rest("POST helix/chat/messages")
    assert [entry.status for entry in tries] == [429, 200]


async def test_what_automod_drops_is_not_said_again(evening: Evening) -> None:
    async with evening.running() as port:
        evening.world.drop_next_line()
        assert await port.say(evening.stream.id, "mal pris") is Sent.CLOSED
        assert await port.say(evening.stream.id, "bien pris") is Sent.DELIVERED
    assert evening.answers() == ["bien pris"]


async def test_a_streamer_who_takes_it_back_is_left_at_once(evening: Evening) -> None:
    left: list[str] = []

    async def leave(stream_id: str) -> None:
        left.append(stream_id)

    async with evening.running() as port:
        port.closed.append(leave)
        await evening.world.revoke(evening.stream)
        await until(lambda: left, "the house is told")
        assert not port.follows(evening.stream.id)
        assert await port.say(evening.stream.id, "là ?") is Sent.CLOSED
    assert left == [evening.stream.id]


async def test_a_stream_that_never_agreed_says_so_and_is_tried_again(evening: Evening) -> None:
    shy = evening.world.add_stream("timide", "Timide", authorised=False)
    async with evening.running() as port:
        assert not await port.follow(shy.id)
        evening.world.authorise(shy)
        assert port._subscribed is not None
        assert await port._subscribed.reconcile([evening.stream.id, shy.id]) == set()
        await evening.world.chat(evening.viewer, shy, "!tournoi")
        await evening.world.wait_for_line(shy, lambda line: line.by_bot)


async def test_what_is_subscribed_is_made_what_it_should_be(evening: Evening) -> None:
    other = evening.world.add_stream("ami", "L'ami")
    async with evening.running() as port:
        assert await port.follow(other.id)
        sockets = evening.world._sockets

        def chats() -> list[str]:
            return sorted(
                one.condition["broadcaster_user_id"]
                for one in sockets.subscriptions.values()
                if one.type == "channel.chat.message"
            )

        assert chats() == sorted([evening.stream.id, other.id])
        sockets.subscriptions.clear()
        assert port._subscribed is not None
        await port._subscribed.reconcile([other.id])
        assert chats() == [other.id]
        await port._subscribed.reconcile([evening.stream.id])
        assert chats() == [evening.stream.id]
        await port.unfollow(evening.stream.id)
        assert chats() == []


async def test_what_is_subscribed_is_looked_at_again_and_again(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(port_module, "LOOK", 0.05)
    monkeypatch.setattr(port_module, "RECONCILE", 0.1)
    async with evening.running():
        sockets = evening.world._sockets
        sockets.subscriptions.clear()
        await until(lambda: len(sockets.subscriptions) == 2, "chat and authorisations again")
        await evening.hears()


async def test_a_twitch_that_goes_away_and_has_forgotten_us_is_met_again(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(port_module, "LOOK", 0.1)
    monkeypatch.setattr(port_module, "QUICKEST", 0.1)
    old = evening.world
    async with evening.running():
        await evening.hears()
        await old.close()
        evening.world = new = await TwitchWorld.start(old.port)
        new.state.client_secret = old.client_secret
        evening.stream = new.add_stream("lea_joue", "Léa joue")
        evening.viewer = new.add_viewer("Zoé")
        await until(lambda: len(new._sockets.subscriptions) == 2, "everything is subscribed")
        await evening.hears("!tournoi encore", "encore")
    await new.close()


async def test_one_conduit_serves_every_start(evening: Evening) -> None:
    for _ in range(3):
        async with evening.running():
            await evening.hears()
    assert len(evening.world._sockets.conduits) == 1


async def test_a_conduit_made_just_before_a_crash_is_found_again(evening: Evening) -> None:
    async with evening.running():
        pass
    [key] = evening.world._sockets.conduits
    await Marks(evening.db).put("twitch.conduit", "making:")
    async with evening.running():
        await evening.hears()
    assert list(evening.world._sockets.conduits) == [key]


async def test_somebody_elses_conduit_is_left_alone(evening: Evening) -> None:
    evening.world._sockets.conduits["theirs"] = []
    async with evening.running():
        await evening.hears()
    assert len(evening.world._sockets.conduits) == 2


async def test_sign_ups_that_come_together_are_told_together(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(port_module, "GATHER", 0.2)

    def told(names: list[str]) -> str:
        return f"+{len(names)} : {', '.join(names)}"

    async with evening.running() as port:
        for name in ("Ana", "Ben", "Clo"):
            port.say_merged(evening.stream.id, "joined", told, name)
        await evening.world.wait_for_line(evening.stream, _says("+3 : Ana, Ben, Clo"))
        port.say_merged(evening.stream.id, "joined", told, "Dan")
        await evening.world.wait_for_line(evening.stream, _says("+1 : Dan"))


async def test_with_little_room_plain_lines_share_one_and_replies_stay_alone(
    evening: Evening,
) -> None:
    asked = await evening.world.chat(evening.viewer, evening.stream, "?")
    async with evening.running(lines_per_30s=4) as port:
        say, chat = port.say, evening.stream.id
        outcomes = await asyncio.gather(
            *(say(chat, f"ligne {number}") for number in range(2)),
            port.reply(chat, "oui", asked.id),
            *(say(chat, f"ligne {number}") for number in range(2, 6)),
        )
    assert set(outcomes) == {Sent.DELIVERED}
    assert evening.answers() == [
        "ligne 0",
        "ligne 1",
        "oui",
        "ligne 2 · ligne 3 · ligne 4 · ligne 5",
    ]


async def test_a_line_that_is_too_long_is_cut_between_two_words(evening: Evening) -> None:
    async with evening.running() as port:
        assert await port.say(evening.stream.id, "mot " * 200) is Sent.DELIVERED
    [text] = evening.answers()
    assert len(text) <= 480
    assert text.endswith("mot…")


async def test_a_letter_is_said_once_and_one_marked_before_a_crash_is_not_said_again(
    evening: Evening,
) -> None:
    target = f"stream:{evening.stream.id}"
    async with evening.db.write() as tx:
        for nonce, number in (("lost", "L0ST"), ("first", "F1RST"), ("again", "S3C0ND")):
            letter = Letter(
                nonce, Platform.TWITCH, target, "errors-incident", "fr", {"number": number}
            )
            await post(tx, letter)
    outbox = Outbox(evening.db)
    clock = Clock()
    [lost, *_] = await outbox.due(Platform.TWITCH, clock.now())
    await outbox.mark(lost)
    async with evening.running() as port:
        for _ in range(3):
            await port.carry(clock.now())
        await evening.world.wait_for_line(evening.stream, lambda line: "S3C0ND" in line.text)
        await until_async(lambda: outbox.due(Platform.TWITCH, clock.now()))
        await port.carry(clock.now())
    text = " ".join(evening.answers())
    assert "L0ST" not in text
    assert text.count("F1RST") == text.count("S3C0ND") == 1


async def test_a_letter_that_was_perhaps_said_when_we_stopped_is_not_said_again(
    evening: Evening,
) -> None:
    target = f"stream:{evening.stream.id}"
    letter = Letter("n", Platform.TWITCH, target, "errors-incident", "fr", {"number": "0NCE"})
    async with evening.db.write() as tx:
        await post(tx, letter)

    def tries() -> int:
        return len(evening.world.ledger.rest("POST helix/chat/messages"))

    evening.world.answer_429("chat/messages", 0.2)
    async with evening.running() as port:
        await port.carry(Clock().now())
        await until(tries, "the letter is on its way")
    tomorrow = Clock().now() + timedelta(days=1)
    assert await Outbox(evening.db).due(Platform.TWITCH, tomorrow) == []
    await asyncio.sleep(0.2)
    async with evening.running() as port:
        await port.carry(tomorrow)
        await evening.hears()
    assert evening.answers() == ["Place prise : Zoé"]
    assert tries() == 2


async def test_a_letter_waits_for_a_connection(evening: Evening) -> None:
    port = evening.port()
    await port.carry(Clock().now())
    assert await port.say(evening.stream.id, "personne") is Sent.LATER
    assert await port.stream_named("lea_joue") is None


async def test_a_stream_is_found_by_the_name_in_its_address(evening: Evening) -> None:
    async with evening.running() as port:
        found = await port.stream_named("@Lea_Joue")
        assert found == Venue(Platform.TWITCH, evening.stream.id, "Léa joue")
        assert await port.stream_named("personne_ici") is None


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ({"client_secret": "no"}, "start-twitch-credentials"),
        ({"client_id": "no"}, "start-twitch-credentials"),
        ({"bot_id": "404"}, "start-twitch-credentials"),
        ({"id_url": "http://127.0.0.1:9/"}, "start-unreachable"),
        ({"helix_url": "http://127.0.0.1:9/"}, "start-unreachable"),
    ],
)
async def test_what_can_never_work_stops_the_start_with_a_reason(
    evening: Evening, wrong: dict[str, str], key: str
) -> None:
    port = evening.port(**wrong)
    with pytest.raises(CannotStart) as error:
        async with asyncio.timeout(5):
            await port.run()
    assert error.value.key == key


async def test_a_socket_that_never_comes_up_stops_the_first_start(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(port_module, "LOG_IN", 0.3)
    port = evening.port(eventsub_url="ws://127.0.0.1:9/ws")
    with pytest.raises(CannotStart) as error:
        await port.run()
    assert error.value.slots == {"url": "ws://127.0.0.1:9/ws"}
    for task in asyncio.all_tasks() - {cast("asyncio.Task[Any]", asyncio.current_task())}:
        task.cancel()  # TwitchIO would knock for ever; a process that cannot start simply ends


def _tell(name: str) -> Callable[[Said], Awaitable[str]]:
    async def tell(said: Said) -> str:
        return f"{name} {' '.join(said.words)} {said.actor.name}"

    return tell


def _says(text: str) -> Callable[[Line], bool]:
    return lambda line: line.text == text


async def until_async(rows: Callable[[], Awaitable[list[Any]]]) -> None:
    """Wait until nothing is due any more."""
    async with asyncio.timeout(5):
        while await rows():
            await asyncio.sleep(0.01)
