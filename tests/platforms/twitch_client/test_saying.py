"""What the bot says in a chat: in turn, not too much, and never twice."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from core.clock import Clock
from core.courier import Letter, Sent
from core.people import Platform
from storage.outbox import Outbox, post
from tests.patience import until
from tests.platforms.twitch_client.evening import Evening


async def test_what_automod_drops_is_not_said_again(evening: Evening) -> None:
    async with evening.running() as port:
        evening.world.drop_next_line()
        assert await port.say(evening.stream.id, "mal pris") is Sent.CLOSED
        assert await port.say(evening.stream.id, "bien pris") is Sent.DELIVERED
    assert evening.answers() == ["bien pris"]


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


async def until_async(rows: Callable[[], Awaitable[list[Any]]]) -> None:
    """Wait until nothing is due any more."""
    async with asyncio.timeout(5):
        while await rows():
            await asyncio.sleep(0.01)
