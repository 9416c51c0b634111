"""A whole Quiz Éclair by the real bot in our own Discord and Twitch, killed in the middle."""

import asyncio
import hashlib
import re
from collections.abc import AsyncIterator, Callable
from functools import partial
from pathlib import Path
from random import Random

import pytest
import pytest_asyncio
from rich.console import Console

from core.people import Voice
from prompts import Texts
from sandbox.discord_world.answer import Answer
from sandbox.discord_world.state import Message
from sandbox.people import buttons, insist
from sandbox.stage import Stage
from sandbox.stories.before import connect_stream
from sandbox.stories.set import Evening, prepare
from sandbox.stories.telling import Telling
from sandbox.twitch_world.state import Line
from tests.challenges.evening import shipped

FAST = 8.0  # house seconds in a second
WORDS = {each.wordings["fr"].text: each for each in shipped().values()}


@pytest_asyncio.fixture
async def evening(tmp_path: Path, texts: Texts) -> AsyncIterator[Evening]:
    stage = await Stage.set(tmp_path)
    try:
        told = Telling(stage.clock, Voice("fr"), texts, Console(quiet=True))
        found = await prepare(stage, told, 1, "fr")
        await stage.raise_bot()
        await connect_stream(found)
        stage.run_at(FAST)
        yield found
    finally:
        await stage.strike()


def shows(card: Message, number: int) -> bool:
    return f"{number}/5" in card.text and bool(buttons(card, "challenges.look"))


def numbered(number: int, said: Line) -> bool:
    return f"{number}/5 ·" in said.text


async def card_of(evening: Evening, number: int) -> Message:
    """The question, as soon as it is there; from then on people have their real 25 seconds."""
    card = await evening.stage.discord.wait_for_message(
        evening.places.arena, lambda message: shows(message, number), 30
    )
    evening.stage.run_at(1)
    return card


async def play_on_discord(evening: Evening, card: Message, many: int) -> None:
    """Each player answers in private: the right answer for some, any for the others."""
    discord, luck = evening.stage.discord, Random(many)  # noqa: S311 - a story, no secret
    question = next(each for text, each in WORDS.items() if text in card.text)
    right = question.wordings["fr"].options[question.answer]
    people = [each.discord for each in evening.cast.players if each.discord][:many]
    (look,) = buttons(card, "challenges.look")
    for person in people:
        asked = await _asked(partial(discord.click, person, card, look))
        assert asked.ephemeral
        labels = {each.label or "": each.custom_id or "" for each in asked.components}
        wanted = next(label for label in labels if label.endswith(f"· {right}"))
        chosen = wanted if luck.random() < 0.8 else next(iter(labels))
        await insist(partial(discord.click, person, asked, labels[chosen]))


async def _asked(act: Callable[[], Answer]) -> Answer:
    """Press again where the bot says "one second": scripted people are quicker than Discord."""
    for _ in range(20):
        answer = await insist(act)
        if answer is not None and answer.components:
            return answer
        await asyncio.sleep(0.1)
    raise AssertionError(answer.text if answer else "nobody answered")


async def started(evening: Evening) -> Message:
    discord, cast = evening.stage.discord, evening.cast
    await insist(lambda: discord.slash(cast.owner, evening.places.arena, "challenge start"))
    return await card_of(evening, 1)


async def test_a_question_is_asked_answered_and_told_on_both_platforms(evening: Evening) -> None:
    stage, stream = evening.stage, evening.places.stream
    card = await started(evening)
    line = await stage.twitch.wait_for_line(stream, lambda said: "1/5" in said.text, 10)
    question = next(each for text, each in WORDS.items() if text in line.text)
    assert question.wordings["fr"].text in card.text  # card and line come from one file
    for viewer in evening.cast.viewers[:4]:
        await stage.twitch.chat(viewer, stream, "!Défi b")
    await play_on_discord(evening, card, 2)
    stage.run_at(FAST)
    told = await stage.twitch.wait_for_line(
        stream, lambda said: question.wordings["fr"].explanation in said.text, 20
    )
    assert re.match(r"[ABCD], \d+ % — ", told.text)
    await stage.discord.until(
        lambda: question.wordings["fr"].explanation in card.text, 10, "The card tells why"
    )
    replies = [said.reply_to.text for said in stream.lines if said.by_bot and said.reply_to]
    assert "!Défi b" not in replies  # a chat is told the result, and nothing else


@pytest.mark.long
async def test_a_whole_round_with_the_bot_killed_in_the_middle(evening: Evening) -> None:
    stage, stream = evening.stage, evening.places.stream
    card = await started(evening)
    promised = re.search(r"[0-9a-f]{64}", card.text)
    assert promised is not None
    asked = []
    for number in range(1, 6):
        card = await card_of(evening, number)
        asked.append(next(each.id for text, each in WORDS.items() if text in card.text))
        await stage.twitch.wait_for_line(stream, partial(numbered, number), 20)
        await stage.twitch.chat(evening.cast.viewers[0], stream, "!defi a")
        await play_on_discord(evening, card, 3)
        stage.run_at(FAST)
        if number in (2, 4):
            await stage.kill_bot()
            await asyncio.sleep(0.5)
            await stage.raise_bot()
    end = await stage.discord.wait_for_message(
        evening.places.arena, lambda message: bool(buttons(message, "challenges.calm")), 40
    )
    seed = re.search(r"`([0-9a-f]{32})`", end.text)
    assert seed is not None
    promise = hashlib.sha256("\x1f".join((seed[1], *asked)).encode()).hexdigest()
    assert promise == promised[0]
    assert promise in end.text
    posts = [each for each in evening.places.arena.posts if each.author is stage.discord.bot]
    assert len([each for each in posts if not each.ephemeral]) == 1  # one card, edited in place
    questions = [said.text for said in stream.lines if said.by_bot and "A)" in said.text]
    assert len(questions) == len(set(questions)) == 5
