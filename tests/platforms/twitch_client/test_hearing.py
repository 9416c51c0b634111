"""What the bot hears in a chat, and what it never looks at."""

import re
from collections.abc import Awaitable, Callable
from types import SimpleNamespace
from typing import Any

import pytest

from core.errors import NotAllowed
from core.people import Role, Voice
from platforms.twitch_client.hearing import LOOK, Said, our_word
from tests.patience import until
from tests.platforms.twitch_client.evening import Evening, says


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


def _tell(name: str) -> Callable[[Said], Awaitable[str]]:
    async def tell(said: Said) -> str:
        return f"{name} {' '.join(said.words)} {said.actor.name}"

    return tell


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
            await evening.world.wait_for_line(stream, says(text))


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
