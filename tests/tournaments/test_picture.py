"""The bracket as it is seen: readable, honest about what is not known, safe to show."""

import re
from collections.abc import Mapping
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from cogs.tournaments.picture import palette, png, svg, view
from cogs.tournaments.picture.lettering import Cut, cleaned, clusters_of, fitted, font, has, width
from cogs.tournaments.picture.outline import outline
from cogs.tournaments.picture.overview import overview_of
from cogs.tournaments.picture.phone import DOTS, phone
from cogs.tournaments.picture.shapes import Drawing
from cogs.tournaments.picture.whole import whole
from cogs.tournaments.picture.words import words_of
from cogs.tournaments.rules import commands
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.moves import begin
from cogs.tournaments.rules.setup import Setup
from cogs.tournaments.rules.state import State
from core.people import Voice
from prompts import Texts
from tests.tournaments.players import played, settled, told

GOLDEN = Path(__file__).parent / "golden" / "eleven.svg"
FRENCH = Voice("fr")
CAST = [
    *("Éloïse", "Zoé", "Œdipe", "Ægir", "蓮", "😎 Kévin", "Noémie", "xX_DarkSasuké_Xx"),
    *("Łukasz", "<script>", "Chloé🇫🇷"),
]
NAMES = dict(enumerate(CAST, start=1))


@pytest.fixture(scope="module")
def texts() -> Texts:
    return Texts()


@pytest.fixture(scope="module")
def evening() -> State:
    """Eleven players, one match in each state that a picture can show."""
    state = begin(Setup(11))
    state = settled(state, "W1.2", 9)
    state = told(state, commands.Forfeit(MatchId("W1.6"), 10))
    state = told(state, commands.Report(MatchId("W1.8"), by=11, winner=6, score=(2, 1)))
    for by in (1, 9):
        call = commands.Call(MatchId("W2.1"))
        state = told(state, call) if by == 1 else state
        state = told(state, commands.Arrive(MatchId("W2.1"), by))
    state = told(state, commands.Report(MatchId("W2.2"), by=5, winner=5))
    state = told(state, commands.Report(MatchId("W2.3"), by=2, winner=2))
    return told(state, commands.Dispute(MatchId("W2.3"), by=7))


def drawn(state: State, texts: Texts, names: Mapping[int, str] = NAMES) -> Drawing:
    return whole(overview_of(state, names, "Coupe du vendredi"), words_of(texts, FRENCH))


def group(picture: str, match: str) -> str:
    found = re.search(rf'<g id="match-{match}">(.*?)</g>', picture)
    assert found
    return found[1]


def test_the_picture_of_an_evening_changes_only_when_somebody_has_looked(
    evening: State, texts: Texts
) -> None:
    picture = svg.draw(drawn(evening, texts))
    assert picture == GOLDEN.read_text("utf-8"), "look at it, then write the golden file anew"


def test_a_bye_a_seat_to_come_and_a_match_are_drawn_differently(
    evening: State, texts: Texts
) -> None:
    picture = svg.draw(drawn(evening, texts))
    bye, to_come, match = (group(picture, at) for at in ("W1-1", "W3-1", "W1-2"))
    assert "→ passe ce tour" in bye
    assert "<rect" not in bye
    assert "à venir" in to_come
    assert "stroke-dasharray" in to_come
    assert "stroke-dasharray" not in match
    assert "passe" not in match + to_come


def test_every_state_has_a_glyph_and_a_word_and_not_only_a_colour(
    evening: State, texts: Texts
) -> None:
    picture = svg.draw(drawn(evening, texts))
    assert "✓" in group(picture, "W1-2")
    assert "forfait" in group(picture, "W1-6")
    for match, glyph, word in (
        ("W2-1", "<circle", "en cours"),
        ("W2-2", ">?<", "à confirmer"),
        ("W2-3", ">!<", "contesté"),
        ("W2-4", "Z", "à jouer"),
    ):
        assert glyph in group(picture, match)
        assert word in group(picture, match)


def test_the_champion_stands_above_the_final(evening: State, texts: Texts) -> None:
    assert view.of(played(evening), NAMES, "Coupe").champion == "Éloïse"
    assert "Éloïse" in svg.groups(drawn(played(evening), texts))["champion"]
    assert "champion" not in svg.groups(drawn(evening, texts))


def test_a_page_replaces_the_groups_that_have_changed(evening: State, texts: Texts) -> None:
    before = svg.groups(drawn(evening, texts))
    after = svg.groups(drawn(told(evening, commands.AutoConfirm(MatchId("W2.2"))), texts))
    changed = {key for key in after if before.get(key) != after[key]}
    assert changed == {"match-W2-2", "match-W3-1", "ways"}


def test_the_svg_is_wellformed_titled_and_runs_nothing(evening: State, texts: Texts) -> None:
    picture = svg.draw(drawn(evening, texts))
    root = ET.fromstring(picture)  # noqa: S314  # our own, a moment old
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert tags <= {"svg", "title", "desc", "rect", "g", "text", "path", "circle"}
    assert root[0].text == "Coupe du vendredi"
    assert root[1].text
    ids = re.findall(r' id="([^"]+)"', picture)
    assert len(ids) == len(set(ids))
    assert "&lt;script&gt;" in picture
    assert 'fill="#0B0E14"/>' not in svg.draw(drawn(evening, texts), transparent=True)[:900]


def test_every_text_and_line_has_enough_contrast_with_what_is_behind_it() -> None:
    for ink, ground in palette.TEXTS:
        assert palette.contrast(ink, ground) >= 4.5, f"{ink} on {ground}"
    for line, ground in palette.LINES:
        assert palette.contrast(line, ground) >= 3, f"{line} on {ground}"
    assert palette.contrast("#FFFFFF", "#000000") == pytest.approx(21)


def test_every_colour_of_a_picture_is_one_whose_contrast_was_computed(
    evening: State, texts: Texts
) -> None:
    known = {colour for pair in palette.TEXTS + palette.LINES for colour in pair}
    for state in (evening, played(evening)):
        picture = svg.draw(drawn(state, texts))
        inks = set(re.findall(r"<text[^>]* fill=\"([^\"]+)\"", picture))
        assert inks <= {ink for ink, _ in palette.TEXTS}
        assert set(re.findall(r"#[0-9A-F]{6}", picture)) <= known


def test_a_name_with_accents_is_drawn_by_our_font_and_not_as_boxes() -> None:
    for letter in "éœÆŁçÀİñ✓→…":
        assert has(letter), letter
    assert not has("蓮")
    assert not has("😎")
    face = font(Cut.REGULAR, 40)
    assert bytes(face.getmask("é")) != bytes(face.getmask("e"))
    assert face.getname() == ("Source Sans Pro", "Regular")


@pytest.mark.parametrize("entrants", [2, 3, 5, 8, 11, 16, 64])
def test_a_png_shows_something_everywhere_it_should(entrants: int, texts: Texts) -> None:
    names = {seed: f"Éloïse {seed}" for seed in range(1, entrants + 1)}
    shown = overview_of(played(begin(Setup(entrants))), names, "Coupe")
    picture = Image.open(BytesIO(png.draw(phone(shown, words_of(texts, FRENCH)), DOTS)))
    colours = picture.convert("RGB").getcolors(1 << 24)
    assert colours is not None
    inks = {colour for count, colour in colours if count > 20}
    for wanted in (palette.PAPER, palette.INK, palette.WIN, palette.SOFT):
        assert tuple(bytes.fromhex(wanted[1:])) in inks
    assert picture.width == 1080
    assert picture.height < 2000


def test_a_name_changes_the_png_and_the_same_view_gives_the_same_bytes(
    evening: State, texts: Texts
) -> None:
    shown, other = drawn(evening, texts), drawn(evening, texts, {**NAMES, 1: "Eloise"})
    assert png.draw(shown, DOTS) == png.draw(shown, DOTS)
    assert png.draw(shown, DOTS) != png.draw(other, DOTS)


def test_a_tree_that_nobody_can_read_is_cut_down_to_its_end(texts: Texts) -> None:
    shown, words = view.of(begin(Setup(64)), {}, "Open"), words_of(texts, FRENCH)
    last = shown.last_of(8)
    assert last.size == 8
    assert list(map(words.round, last.rounds)) == ["Quarts de finale", "Demi-finales", "Finale"]
    assert list(map(words.round, shown.rounds[:2])) == ["Tour 1", "Tour 2"]


@given(st.text(max_size=60))
def test_a_name_is_cleaned_whatever_it_is(name: str) -> None:
    shown = cleaned(name)
    assert len(clusters_of(shown)) <= 20
    assert cleaned(shown) == shown
    assert not set(shown) & set("\u202a\u202e\u2066\u200b\u0000\n\ufeff")
    ET.fromstring(f"<a>{shown.replace('&', '').replace('<', '')}</a>")  # noqa: S314


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("E\u0301loi\u0308se", "Éloïse"),
        ("a\u202eb\u0000c", "abc"),
        ("  Zoé \n  Z ", "Zoé Z"),
        ("👨‍👩‍👧‍👦🇫🇷👍🏽", "👨‍👩‍👧‍👦🇫🇷👍🏽"),
        ("Z" + "\u0301" * 30, "Ź\u0301\u0301\u0301"),
        ("\u200b\u200b", ""),
        ("a" * 21, "a" * 19 + "…"),
        ("a" * 20, "a" * 20),
    ],
)
def test_names_are_shown_as_people_wrote_them_within_reason(name: str, shown: str) -> None:
    assert cleaned(name) == shown


def test_somebody_without_a_name_that_can_be_shown_is_their_number() -> None:
    shown = view.of(begin(Setup(2)), {1: "\u200b"}, "Duel")
    assert [side.name for side in shown.matches[0].sides] == ["#1", "#2"]


def test_text_is_cut_to_its_room() -> None:
    for room in (30, 60, 120):
        assert width(fitted("WWWWWWWWWWWWWWW", room, 18), 18) <= room
    assert fitted("Zoé", 60, 18) == "Zoé"
    widths = [width("Zoé" * times, 18) for times in range(4)]
    assert all(one < other for one, other in pairwise(widths))


def test_the_outline_says_in_words_all_that_the_picture_shows(
    evening: State, texts: Texts
) -> None:
    def said(state: State, language: str = "fr") -> list[str]:
        words = words_of(texts, Voice(language))
        return outline(overview_of(state, NAMES, "Coupe"), words)

    lines = said(evening)
    for line in (
        "Tour 1",
        "→ Éloïse passe ce tour",
        "✓ Łukasz – xX_DarkSasuké_Xx",
        "✓ Noémie – <script> (sans jouer)",
        "✓ 😎 Kévin 2 – 1 Chloé🇫🇷",
        "Éloïse – Łukasz : en cours",
        "Ægir – 蓮 : à confirmer",
        "Zoé – Noémie : contesté",
        "Œdipe – 😎 Kévin : à jouer",
        "à venir – à venir",
        "Troisième place",
    ):
        assert line in lines
    ended = told(begin(Setup(2)), commands.Rule(MatchId("W1.1"), 2))
    assert said(ended) == [
        "Finale",
        "✓ Zoé – Éloïse",
        "Le tournoi est à Zoé.",
    ]
    nobody = told(begin(Setup(2)), commands.DoubleForfeit(MatchId("W1.1")))
    assert said(nobody, "en")[1:] == ["Éloïse – Zoé: nobody moves on"]
