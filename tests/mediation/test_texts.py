"""What we say to somebody: no word that puts them in a box, short sentences, a harmless start."""

import re
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message
from fluent.syntax.serializer import serialize_pattern

from cogs.mediation.rules.resources import answers, shown
from cogs.mediation.service import cards, library
from config.settings import Settings
from core.errors import CannotStart
from core.people import Voice
from prompts import HOME, LANGUAGES, Texts

BANNED = {
    "fr": ("décroch", "invisible", "à risque", "fragile", "vulnérable", "détect", "patient"),
    "en": ("dropout", "invisible", "at risk", "fragile", "vulnerable", "detect", "patient"),
}
OUTING = ("suicid", "mourir", "die", "3114", "détresse", "distress", "urgence", "emergency")
SCENE = cards.Scene("Zoé", "Les Loutres", "600")
PARIS = ZoneInfo("Europe/Paris")


def sentences(language: str) -> dict[str, str]:
    body = FluentParser().parse((HOME / language / "mediation.ftl").read_text("utf-8")).body
    return {
        entry.id.name: serialize_pattern(entry.value)
        for entry in body
        if isinstance(entry, Message) and entry.value is not None
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_puts_anybody_in_a_box(language: str) -> None:
    for key, text in sentences(language).items():
        assert not [word for word in BANNED[language] if word in text.casefold()], key
        assert not re.search(r"\bneet\b", text.casefold()), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_short_enough_to_read_when_one_is_tired(language: str) -> None:
    lengths = [
        len(re.findall(r"[\w'’-]+", part))
        for text in sentences(language).values()
        for part in re.split(r"[.!?:;\n•]", re.sub(r"\{[^}]*\}", "x", text))
        if part.strip()
    ]
    assert max(lengths) <= 32
    assert sum(lengths) / len(lengths) <= 16


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_may_pop_up_on_a_shared_screen_is_harmless(
    language: str, texts: Texts, settings: Settings
) -> None:
    voice = Voice(language)
    for card in (
        cards.offer(texts, voice, SCENE, settings, "s" * 56),
        cards.emergency(texts, voice, SCENE, slip="s" * 56),
    ):
        preview = card.text.splitlines()[0][:80].casefold()
        assert not [word for word in OUTING if word in preview]
        assert len(card.text) <= 2000
    assert (
        cards.offer(texts, voice, SCENE, settings, "").text.splitlines()[0]
        == cards.emergency(texts, voice, SCENE).text.splitlines()[0]
    )


def test_a_number_that_nobody_has_dialled_is_hidden_in_production() -> None:
    rows = library.resources()
    today = datetime(2026, 11, 20, tzinfo=UTC).date()
    assert {each.number for each in shown(rows, today, production=True)} == {
        *("15", "17", "18", "112", "114", "3114")
    }
    assert len(shown(rows, today, production=False)) == len(rows)
    assert "3020" not in {each.number for each in rows}  # 3018 has replaced it


@pytest.mark.parametrize(
    ("hour", "age", "open_"), [(10, 20, True), (23, 20, False), (8, 20, False), (10, 30, False)]
)
def test_a_line_is_shown_when_it_picks_up(hour: int, age: int, open_: bool) -> None:
    fil = next(each for each in library.resources() if each.number == "0 800 235 236")
    assert answers(fil, datetime(2026, 11, 20, hour, tzinfo=PARIS), age) is open_


def test_a_broken_file_of_numbers_stops_the_start(tmp_path: Path) -> None:
    file = tmp_path / "resources_fr.toml"
    for broken in ("[[resource]\n", "[[resource]]\nnumber = '1'\n", ""):
        file.write_text(broken)
        with pytest.raises(CannotStart):
            library.resources(file)
    with pytest.raises(CannotStart):
        library.resources(tmp_path / "missing.toml")


def test_every_structure_says_whom_it_is_for_in_both_languages() -> None:
    for each in library.structures():
        assert each.about("fr")
        assert each.about("en")
        assert each.verified_by == ""  # nobody has dialled it yet: never an invented signature
