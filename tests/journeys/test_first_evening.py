"""The first evening, played whole by scripted people with the real bot, in both languages."""

import asyncio
import io
import json
import re
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from sandbox import stage as stages
from sandbox.people import mentioned
from sandbox.stage import Stage
from sandbox.stories import before, chatter
from sandbox.stories.counting import count
from sandbox.stories.first_evening import Told, first_evening, keep
from sandbox.stories.set import Evening
from sandbox.stories.talking import WORDS, unasked
from tests.journeys.conftest import ROOT, opened, said_in
from tests.sandbox.contract import described, violations

pytestmark = pytest.mark.long
LONGEST = 150  # seconds; half a minute on a machine that has nothing else to do

# What would tell a room that somebody needs help, agreed to be read, or was offered a talk.
TELLING = re.compile(
    r"consent|offert|détresse|urgence|médiat|parler à quelqu|3114|besoin d.aide"
    r"|distress|emergency|mediator|talk to some|need help|was offered",
    re.IGNORECASE,
)

# The real bot behind a gate that lets everybody through.
SABOTAGED = """
import runpy, sys
sys.path.insert(0, {root!r})
from cogs.consent.rules.words import MINT, ConsentedText
from cogs.consent.service.memory import Memory
from core.people import PersonId

gate = Memory.admit

def admit(self, author, channel, message, words_of):
    said = gate(self, author, channel, message, words_of)
    return said or ConsentedText(PersonId(int(author) % 2**31), channel, message, words_of(), MINT)

Memory.admit = admit
runpy.run_path({root!r} + "/bot.py", run_name="__main__")
"""


@dataclass(frozen=True, slots=True)
class Played:
    language: str
    stage: Stage
    evening: Evening
    told: Told


@pytest.fixture(scope="module", params=[("fr", 1), ("en", 2)], ids=["fr", "en"])
def played(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Played:
    """Each evening is played once; what is promised of it is looked at afterwards."""
    language, seed = request.param

    async def play() -> Played:
        async with opened(tmp_path_factory.mktemp("evening"), language, seed) as scene:
            await scene.stage.raise_bot()
            async with asyncio.timeout(LONGEST):
                told = await first_evening(scene.evening, language)
        return Played(language, scene.stage, scene.evening, told)

    return asyncio.run(play())


def test_sixteen_play_from_both_sides_to_one_champion(played: Played) -> None:
    story = played.told.story
    assert story["players"] == 16
    on_twitch = story["entrants_twitch"]
    assert isinstance(on_twitch, int)
    assert on_twitch >= 4
    assert story["entrants_discord"] == 16 - on_twitch
    assert story["matches"] == 16, "fifteen, and the one for third place"
    assert story["champion"] in {player.name for player in played.evening.cast.players}


def test_nobody_was_read_without_both_yeses(played: Played) -> None:
    story = played.told.story
    assert played.evening.said == story["messages_delivered"]
    assert played.evening.said >= 150
    assert story["messages_read_by_classifier"] != 0
    assert story["messages_read_without_both_yeses"] == 0


def test_somebody_who_never_said_yes_wrote_the_same_words(played: Played) -> None:
    words = WORDS[played.language]
    assert {each.author.name for each in played.evening.messages if each.content == words} == {
        "Zoé",
        "Noé",
    }


def test_one_offer_one_contact_one_answer_one_hand_over(played: Played) -> None:
    story = played.told.story
    assert story["offers_sent"] == 1
    assert story["contacts_created"] == 1
    waited = story["first_reply_seconds"]
    assert isinstance(waited, float)
    assert 0 < waited < 30 * 60, "the promise is half an hour"
    assert story["handover"] == {"structure": "Mission locale", "agreed": True}
    assert story["case_closed"] is True


def test_the_offer_reached_one_person_without_a_sound(played: Played) -> None:
    people = [each for each in played.stage.discord.realm.people.values() if not each.bot]
    asked = {
        person.name: offers for person in people if (offers := unasked(played.evening, person))
    }
    assert asked.keys() == {"Zoé"}
    assert [offer.silent for offer in asked["Zoé"]] == [True]


def test_no_public_word_of_the_bot_speaks_of_help_or_of_a_yes(played: Played) -> None:
    places = played.evening.places
    posts, lines = said_in(places.arena), [each for each in places.stream.lines if each.by_bot]
    assert len(posts) > 15
    assert len(lines) > 5
    shown = [post.text for post in posts] + [line.text for line in lines]
    shown += [version.text for post in posts for version in post.edits]
    assert [text for text in shown if TELLING.search(text)] == []


def test_in_the_watched_channel_the_bot_keeps_silent(played: Played) -> None:
    """The notices of the day before name nobody; from the first message on it says nothing."""
    evening = played.evening
    said = said_in(evening.places.lounge)
    assert said, "the notice stands there"
    assert [post.text for post in said if mentioned(post.text, evening.cast.players)] == []
    assert max(post.at for post in said) < min(each.at for each in evening.messages)


def test_the_story_and_good_pictures_are_kept(played: Played, tmp_path: Path) -> None:
    keep(played.told, tmp_path / "out")
    story = json.loads((tmp_path / "out" / "story.json").read_text("utf-8"))
    assert story["champion"] == played.told.story["champion"]
    tree = ET.fromstring((tmp_path / "out" / "bracket.svg").read_text("utf-8"))  # noqa: S314 - our own bot drew it
    written = " ".join(tree.itertext())
    accented = [name for name in ("Éloïse", "Zoé", "Œdipe", "Maël", "Ægir") if name in written]
    assert len(accented) >= 3, "accents and all"
    assert story["champion"] in written
    picture = Image.open(io.BytesIO((tmp_path / "out" / "bracket.png").read_bytes()))
    picture.load()
    assert picture.format == "PNG"
    assert min(picture.size) >= 400


def test_the_log_names_nobody_and_nothing_went_wrong(played: Played) -> None:
    log = (played.stage.folder / "bot.log").read_text("utf-8")
    assert log.partition(" ERROR ")[2][:2000] == "", "where it happened is told"
    assert [name for name in ("Zoé", "Noé", WORDS[played.language]) if name in log] == []


@described
def test_every_request_is_as_discord_describes_it(played: Played) -> None:
    assert len(played.stage.discord.ledger.calls) > 100
    assert violations(played.stage.discord.ledger) == []


async def test_a_gate_that_admits_everybody_is_counted_from_outside(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The counter can fail: it sees a bot that reads without both yeses."""
    (tmp_path / "bot.py").write_text(SABOTAGED.format(root=str(ROOT)), "utf-8")
    monkeypatch.setattr(stages, "HOME", tmp_path)
    async with opened(tmp_path / "stage") as scene, asyncio.timeout(LONGEST):
        stage, evening = scene.stage, scene.evening
        await stage.raise_bot()
        await before.day_before(evening)
        await chatter.chatter(evening, "fr", lines=30)
        await asyncio.sleep(1)
        found = count(stage.reads_file, stage.reads_key, evening.messages, evening.yeses)
    assert found.without_both_yeses > 0
