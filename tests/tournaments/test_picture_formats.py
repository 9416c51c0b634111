"""Every format as it is seen: on a phone, on a page, as words, and within its size."""

import re
from io import BytesIO
from pathlib import Path
from time import perf_counter
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from cogs.tournaments.picture import palette, png, svg
from cogs.tournaments.picture.cards import SMALL
from cogs.tournaments.picture.grids import amount, tiebreak_value
from cogs.tournaments.picture.outline import MOST, alt_of, outline, path_lines, podium_lines
from cogs.tournaments.picture.overview import Overview, overview_of
from cogs.tournaments.picture.path import When, path_of
from cogs.tournaments.picture.phone import DOTS, WIDE, path, phone
from cogs.tournaments.picture.podium import podium
from cogs.tournaments.picture.ranking import places, ranking
from cogs.tournaments.picture.shapes import Drawing, Label
from cogs.tournaments.picture.whole import on_stage, whole
from cogs.tournaments.picture.words import Words, words_of
from cogs.tournaments.rules import commands
from cogs.tournaments.rules.moves import begin
from cogs.tournaments.rules.setup import Cut, Format, Setup
from cogs.tournaments.rules.state import State
from cogs.tournaments.rules.tiebreaks import Tiebreak
from core.people import Voice
from prompts import Texts
from tests.tournaments.players import told
from tests.tournaments.scenes import SCENES

GOLDEN = Path(__file__).parent / "golden" / "formats"
READ = 24  # dots of the smallest word on a picture of 1080
CAST = [
    *("Éloïse", "Zoé", "Œdipe", "Ægir", "Lucas", "Kévin", "Noémie", "xX_DarkSasuké_Xx"),
    *("Łukasz", "Mimi", "Chloé", "Sofiane", "Inès", "Bastien", "<Yanis>", "Amélie Grandnom"),
]
NAMES = dict(enumerate(CAST, start=1))
FRENCH, ENGLISH = (words_of(Texts(), Voice(language)) for language in ("fr", "en"))
STATES = {name: scene() for name, scene in SCENES.items()}
EVERY = pytest.mark.parametrize("scene", SCENES)


def seen(scene: str) -> Overview:
    return overview_of(STATES[scene], NAMES, "Coupe du vendredi")


def drawings(scene: str) -> list[Drawing]:
    """All that is ever drawn of a scene, on paper."""
    overview = seen(scene)
    way = path(path_of(STATES[scene], NAMES, 3), overview.title, FRENCH)
    stage = on_stage(overview, FRENCH, 8)
    return [phone(overview, FRENCH), whole(overview, FRENCH), way, stage]


def spoken(scene: str, words: Words = FRENCH) -> list[str]:
    return outline(seen(scene), words)


@pytest.mark.parametrize(
    "scene", ["single", "double", "robin", "playoffs", "swiss", "lobbies", "arena"]
)
def test_the_whole_of_a_format_changes_only_when_somebody_has_looked(scene: str) -> None:
    picture = svg.draw(whole(seen(scene), FRENCH))
    assert picture == (GOLDEN / f"{scene}.svg").read_text("utf-8")


@pytest.mark.parametrize("scene", ["single", "double", "groups", "swiss-ended"])
def test_the_picture_for_a_phone_changes_only_when_somebody_has_looked(scene: str) -> None:
    picture = svg.draw(phone(seen(scene), FRENCH))
    assert picture == (GOLDEN / f"{scene}-phone.svg").read_text("utf-8")


def test_ones_own_way_and_the_podium_change_only_when_somebody_has_looked() -> None:
    way = path(path_of(STATES["double"], NAMES, 3), "Coupe du vendredi", FRENCH)
    assert svg.draw(way) == (GOLDEN / "path.svg").read_text("utf-8")
    card = podium(seen("double-ended").podium, "Coupe du vendredi", FRENCH)
    assert svg.draw(card) == (GOLDEN / "podium.svg").read_text("utf-8")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_words_of_every_format_change_only_when_somebody_has_read_them(language: str) -> None:
    words = FRENCH if language == "fr" else ENGLISH
    parts = [f"== {scene}\n" + "\n".join(spoken(scene, words)) for scene in SCENES]
    assert "\n".join(parts) + "\n" == (GOLDEN / f"outlines-{language}.txt").read_text("utf-8")


@EVERY
def test_a_drawing_is_wellformed_titled_and_every_id_is_there_once(scene: str) -> None:
    for drawing in drawings(scene):
        picture = svg.draw(drawing)
        root = ET.fromstring(picture)  # noqa: S314  # our own, a moment old
        assert root.get("role") == "img"
        assert root.get("aria-describedby") == root[1].get("id")
        assert root[1].text
        ids = re.findall(r' id="([^"]+)"', picture)
        assert len(ids) == len(set(ids))
        assert "<Yanis>" not in picture


@EVERY
def test_every_text_is_drawn_in_an_ink_whose_contrast_was_computed(scene: str) -> None:
    known = {colour for pair in palette.TEXTS + palette.LINES for colour in pair}
    for drawing in drawings(scene):
        picture = svg.draw(drawing)
        inks = set(re.findall(r"<text[^>]* fill=\"([^\"]+)\"", picture))
        assert inks <= {ink for ink, _ in palette.TEXTS}
        assert set(re.findall(r"#[0-9A-F]{6}", picture)) <= known


@EVERY
def test_a_phone_can_read_the_smallest_word_and_nothing_stands_outside(scene: str) -> None:
    drawing, _, way, _ = drawings(scene)
    for shown in (drawing, way):
        assert shown.wide == WIDE
        labels = [each for group in shown.groups for each in group.shapes if type(each) is Label]
        assert min(label.size for label in labels) * DOTS / WIDE >= READ
        assert SMALL * DOTS / WIDE >= READ
        assert all(0 <= label.x <= WIDE and 0 < label.y < shown.high for label in labels)
    picture = Image.open(BytesIO(png.draw(drawing, DOTS)))
    assert picture.width == DOTS
    assert picture.height <= 2 * DOTS


def test_what_counts_is_said_by_a_sign_and_not_only_by_a_colour() -> None:
    crossed = svg.groups(whole(seen("robin"), FRENCH))
    assert ">✓ 2:1<" in crossed["table-0-1"]
    assert ">– 1:2<" in crossed["table-0-1"]
    assert ">=<" in crossed["table-0-1"]
    assert "=" in crossed["match-R3-3"]
    swiss = svg.groups(whole(seen("swiss"), FRENCH))
    assert ">→<" in swiss["table-0-15"]
    assert "abandon" in swiss["table-0-15"]
    lobby = svg.groups(whole(seen("lobbies"), FRENCH))
    assert ">✓15<" in lobby["table-0-2"]


def test_a_second_final_is_drawn_only_when_it_is_played() -> None:
    before = svg.groups(whole(seen("double"), FRENCH))
    assert "match-G1-1" in before
    assert "match-G2-1" not in before
    assert "deux fois" in " ".join(re.findall(r">([^<]+)<", before["twice"]))
    assert "match-G2-1" in svg.groups(whole(seen("reset"), FRENCH))
    lines = spoken("reset")
    assert lines.index("Grande finale") < lines.index("Grande finale, second match")
    single = begin(Setup(8, Format.DOUBLE_ELIMINATION))
    assert "Finale des perdants" in outline(overview_of(single, NAMES, "Coupe"), FRENCH)


def test_who_drops_to_where_nobody_waits_passes_that_round() -> None:
    lines = spoken("double")
    first = lines.index("Perdants, tour 1")
    assert lines[first + 1 : first + 4] == [
        "→ Łukasz passe ce tour",
        "→ Mimi passe ce tour",
        "→ Kévin passe ce tour",
    ]


def test_a_round_is_called_by_its_name_in_both_languages() -> None:
    for words, names in (
        (FRENCH, ("Gagnants, tour 1", "Finale des gagnants", "Perdants, tour 3", "Grande finale")),
        (ENGLISH, ("Winners' round 1", "Winners' final", "Losers' round 3", "Grand final")),
    ):
        assert set(names) <= set(spoken("double", words))
    state = begin(Setup(64, Format.ROUND_ROBIN, groups=4, cut=Cut(8)))
    while state.open:
        match = state.open[0]
        state = told(state, commands.Rule(match.id, min(match.playing)))
    state = told(state, commands.DrawPlayoffs())
    lines = outline(overview_of(state, NAMES, "Coupe"), FRENCH)
    assert "Phase finale, tour 1" in lines


def test_one_sees_what_was_what_is_and_what_may_come() -> None:
    state = STATES["double"]
    steps = [(step.when, step.match.id) for step in path_of(state, NAMES, 8).steps]
    assert steps == [
        (When.BEFORE, "W1.2"),
        (When.BEFORE, "W2.1"),
        (When.NOW, "L2.3"),
        *((When.IF_WON, at) for at in ("L3.2", "L4.2", "L5.1", "L6.1", "G1.1")),
    ]
    fresh = begin(Setup(8, Format.DOUBLE_ELIMINATION))
    steps = [(step.when, step.match.id) for step in path_of(fresh, NAMES, 1).steps]
    assert steps[0] == (When.NOW, "W1.1")
    assert steps[-1] == (When.IF_LOST, "L1.1")
    robin = path_of(begin(Setup(4, Format.ROUND_ROBIN)), NAMES, 2)
    assert [step.when for step in robin.steps] == [When.NOW, When.NEXT, When.NEXT]
    out = path_of(STATES["single-ended"], NAMES, 20)
    assert out.out
    assert all(step.when is When.BEFORE for step in out.steps)


def test_the_way_is_told_in_words_too() -> None:
    assert path_lines(path_of(STATES["double"], NAMES, 3), FRENCH)[-2:] == [
        "Ensuite · Finale des perdants : Œdipe – à venir",
        "En gagnant · Grande finale : Éloïse – à venir",
    ]


@pytest.mark.parametrize("scene", [name for name in SCENES if name.endswith("-ended")])
def test_the_podium_has_three_names_and_says_them(scene: str) -> None:
    steps = seen(scene).podium
    assert [step.rank for step in steps] == [1, 2, 3]
    drawn = svg.draw(podium(steps, "Coupe", FRENCH))
    for line, step in zip(podium_lines(steps), steps, strict=True):
        assert line == f"{step.rank}. {step.side.name}"
        assert f">{step.side.name.replace('<', '&lt;').replace('>', '&gt;')}<" in drawn


def test_nobody_stands_on_a_podium_before_the_end() -> None:
    assert all(not seen(scene).podium for scene in SCENES if not scene.endswith("-ended"))


@EVERY
def test_the_text_of_a_picture_is_whole_lines_and_short_enough_for_discord(scene: str) -> None:
    lines = outline(seen(scene), FRENCH, 8)
    alt = alt_of(lines)
    assert len(alt) <= MOST
    assert set(alt.removesuffix(" …").split(" · ")) <= set(" · ".join(lines).split(" · "))


def test_standings_show_the_best_and_whoever_asks_wherever_they_are() -> None:
    swiss = ranking(seen("swiss"), FRENCH, 3, me=9)
    assert [line.partition(" · ")[0] for line in swiss] == [
        *("Classement", "1. Éloïse", "2. Kévin", "3. Zoé"),
        *("▸ 15. Łukasz", swiss[-1].partition(" · ")[0]),
    ]
    assert swiss[-1].startswith("À égalité de points, dans l'ordre : points des adversaires")
    bracket = list(places(STATES["single-ended"], NAMES, FRENCH, 2, me=16))
    assert bracket[1].startswith("1 · ")
    assert sum("▸" in line for line in bracket) == 1


def test_parts_of_a_win_are_written_as_people_write_them() -> None:
    assert [amount(value, 2) for value in (0, 1, 2, 3, 8)] == ["0", "½", "1", "1½", "4"]
    assert tiebreak_value(Tiebreak.SONNEBORN_BERGER, 7) == "1¾"
    assert tiebreak_value(Tiebreak.GAME_DIFF, -2) == "−2"
    assert tiebreak_value(Tiebreak.GAME_DIFF, 2) == "+2"
    assert tiebreak_value(Tiebreak.BUCHHOLZ, 5) == "2½"
    assert tiebreak_value(Tiebreak.WINS, 5) == "5"


def _many(format_: Format, entrants: int) -> State:
    state = begin(Setup(entrants, format_, rounds=3))
    if format_ is Format.SWISS:
        pairs = tuple((one, one + 1) for one in range(1, entrants, 2))
        return told(state, commands.Pair(pairs=pairs))
    return told(state, commands.Pair()) if format_ is Format.LOBBIES else state


@pytest.mark.parametrize("entrants", [256, 1024])
@pytest.mark.parametrize(
    "format_",
    [Format.SINGLE_ELIMINATION, Format.DOUBLE_ELIMINATION, Format.SWISS, Format.LOBBIES],
)
def test_a_thousand_are_drawn_within_their_size(format_: Format, entrants: int) -> None:
    state = _many(format_, entrants)
    names = {seed: f"Éloïse {seed}" for seed in state.entrants}
    overview = overview_of(state, names, "Open")
    drawn = svg.draw(whole(overview, FRENCH))
    assert len(drawn.encode()) < 1_500_000
    assert len(png.draw(phone(overview, FRENCH), DOTS)) < 250_000


@pytest.mark.long
def test_a_thousand_are_drawn_in_a_third_of_a_second() -> None:
    """The median of five, so that a busy machine does not fail it."""
    state = _many(Format.DOUBLE_ELIMINATION, 1024)
    overview = overview_of(state, {}, "Open")
    times = []
    for _ in range(5):
        start = perf_counter()
        svg.draw(whole(overview, FRENCH))
        times.append(perf_counter() - start)
    assert sorted(times)[2] < 1.0  # 0.2 s on the machine of docs/decisions
