"""One word to answer: the quiz as a chat meets it."""

import pytest

from cogs.challenges.rules.lint import LINE
from core.people import Voice
from prompts import LANGUAGES, Texts
from tests.challenges.evening import shipped
from tests.challenges.room import HOST, Room


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
