"""Games as files: ours are whole in both languages, and a broken one says all that is wrong."""

import copy
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.tournaments.rules import veto
from cogs.tournaments.rules.fields import BadPreset
from cogs.tournaments.rules.preset_files import read
from cogs.tournaments.rules.presets import Preset, Scoring, Shape, best_of
from cogs.tournaments.rules.refusals import UnknownGame
from cogs.tournaments.rules.veto import Kind
from cogs.tournaments.service.presets import GAMES, Presets
from core.errors import CannotStart
from core.people import Voice
from prompts import LANGUAGES, Texts

Data = dict[str, Any]
OURS = Presets.load()
BANNED = (
    *("décrocheur", "invisible", "neet", "à risque", "fragile", "vulnérable", "détecté"),
    *("patient", "dropout", "at risk", "vulnerable", "detected"),
)
EVERY = pytest.mark.parametrize("preset", list(OURS), ids=lambda preset: preset.id)

# The list of the specification, section 15.
SHIPPED = {
    *("rocket-league-1v1", "rocket-league-2v2", "rocket-league-3v3", "ea-sports-fc-1v1"),
    *("fortnite-lobby", "valorant-5v5", "league-of-legends-5v5", "league-of-legends-1v1-aram"),
    *("counter-strike-2-5v5", "counter-strike-2-wingman", "brawl-stars-3v3", "clash-royale"),
    *("super-smash-bros-ultimate", "street-fighter-6", "mario-kart-8-deluxe", "splatoon-3-4v4"),
    *("trackmania-time-attack", "minecraft-parkour", "minecraft-build", "geoguessr-duels"),
    *("chess", "tetris", "any-1v1", "any-lobby"),
}


def data(name: str = "valorant-5v5") -> Data:
    return tomllib.loads((GAMES / f"{name}.toml").read_text("utf-8"))


def wrong(changed: Data) -> dict[str, str]:
    with pytest.raises(BadPreset) as caught:
        read("mine", changed)
    return {problem.key: problem.expected for problem in caught.value.problems}


def put(found: Data, key: str, value: object) -> Data:
    """A copy with one field changed, or taken out by `...`."""
    found = copy.deepcopy(found)
    table, path = found, key.split(".")
    for step in path[:-1]:
        table = table[step]
    if value is ...:
        del table[path[-1]]
    else:
        table[path[-1]] = value
    return found


def test_every_game_of_the_list_is_there_and_fits_what_discord_can_offer() -> None:
    assert {preset.id for preset in OURS} == SHIPPED
    assert len(SHIPPED) <= 25


@EVERY
def test_a_game_is_whole_in_both_languages(preset: Preset) -> None:
    assert set(preset.words) == set(LANGUAGES)
    french, english = preset.said("fr"), preset.said("en")
    assert preset.said("de") == english
    assert french.settings != english.settings
    assert len(french.settings.splitlines()) == len(english.settings.splitlines())
    for each in (french, english):
        said = f"{each.name} {each.settings} {each.lobby}".casefold()
        assert not [word for word in BANNED if word in said]


@EVERY
def test_a_word_that_is_no_name_is_translated_and_every_translation_is_used(
    preset: Preset,
) -> None:
    choices = {*preset.procedure.pool, *preset.procedure.starts}
    for each in preset.words.values():
        assert each.called.keys() <= choices
    for start in preset.procedure.starts:
        assert preset.called("fr", start) != start


@EVERY
def test_a_game_can_be_played_with_its_own_defaults(preset: Preset) -> None:
    assert (preset.lobbies is not None) == (preset.scoring is Scoring.PLACES)
    assert preset.procedure.seconds >= veto.SHORTEST
    for rounds_left in (1, 2, 3):
        games = best_of(preset, rounds_left)
        one = veto.begin(preset.procedure, games, 0)
        while veto.next_turn(one) or not (one.decided or len(one.losers) >= games):
            one = veto.timed_out(one, "secret") if veto.next_turn(one) else veto.played(one, 0)
            if preset.procedure.kind is not Kind.LOSER_PICKS and not veto.next_turn(one):
                break
        if preset.procedure.kind is Kind.ALTERNATE_BANS:
            assert len(one.games) == games


def test_the_best_of_grows_towards_the_final() -> None:
    smash = OURS["super-smash-bros-ultimate"]
    assert [best_of(smash, left) for left in (4, 3, 2, 1)] == [3, 3, 5, 5]


def test_the_format_follows_the_number_of_entrants() -> None:
    chess = OURS["chess"]
    assert [chess.shape(n) for n in (2, 8, 9)] == [
        Shape.ROUND_ROBIN,
        Shape.ROUND_ROBIN,
        Shape.SWISS,
    ]
    league = OURS["rocket-league-1v1"]
    assert [league.shape(n) for n in (16, 17, 64, 65)] == [
        Shape.DOUBLE_ELIMINATION,
        Shape.SINGLE_ELIMINATION,
        Shape.SINGLE_ELIMINATION,
        Shape.SWISS_TOP_8,
    ]


@pytest.mark.parametrize(
    ("key", "value", "where", "expected"),
    [
        ("pegi", 13, "pegi", "0 | 3 | 7 | 12 | 16 | 18"),
        ("pegi", True, "pegi", "0 | 3 | 7 | 12 | 16 | 18"),
        ("crossplay", "yes", "crossplay", "all | some | none"),
        ("free", "yes", "free", "true | false"),
        ("checked", "yesterday", "checked", "2026-01-31"),
        ("platforms", [], "platforms", '["…", …]'),
        ("platforms", ["PC", 3], "platforms", '["…", …]'),
        ("platforms", ["PC", "PC"], "platforms", '["…", …]'),
        ("roster", "five", "roster", "[roster]"),
        ("roster.max", 3, "roster.max", "5…30"),
        ("roster.players", True, "roster.players", "1…20"),
        ("format.more", "lobbies", "format.more", "single_elimination | double_elimination"),
        ("best_of.final", 4, "best_of.final", "1 | 3 | 5 | 7"),
        ("best_of.final", 9, "best_of.final", "1…7"),
        ("score.form", "places", "score.form", "winner | games | points"),
        ("score.goals", 3, "score.goals", "—"),
        ("veto.seconds", 30, "veto.seconds", "60…600"),
        ("veto.pool", ["Bind"], "veto.pool", '3 × ["…", …]'),
        ("veto.pool", list("abcdefghijklmnopqrstu"), "veto.pool", "≤ 20 × "),
        ("veto.orders.3", ["ban", "last"], "veto.orders.3", '["ban", "ban", "pick", "pick",'),
        ("veto.orders.1", ["steal"], "veto.orders.1", '["ban" | "pick" | "last"'),
        ("veto.orders.1", "ban", "veto.orders.1", '["…", …]'),
        ("veto.orders.2", ["ban"], "veto.orders.2", "1 | 3 | 5 | 7"),
        ("fr.settings", " ", "fr.settings", '"…" (1…900)'),
        ("en.name", ..., "en.name", '"…" (1…60)'),
        ("fr.called.attack", "", "fr.called.attack", '"…" (1…60)'),
        ("minutes", ..., "minutes.game", "1…120"),
        ("best_off", 3, "best_off", "—"),
    ],
)
def test_a_wrong_field_is_named_with_what_is_expected(
    key: str, value: object, where: str, expected: str
) -> None:
    assert wrong(put(data(), key, value))[where].startswith(expected)


@pytest.mark.parametrize(
    ("key", "value", "where", "expected"),
    [
        ("lobbies.points", [3, 2, 1], "lobbies.points", "12 × 9 ≥ 8"),
        ("lobbies.points", [1, *range(11)], "lobbies.points", "12 × 9 ≥ 8"),
        ("lobbies.points", ["3"], "lobbies.points", "[1, 2, …]"),
        ("lobbies.size", 2, "lobbies.size", "3…100"),
        ("format.more", "swiss", "format.more", "lobbies"),
        ("score.form", "games", "score.form", "places"),
    ],
)
def test_a_wrong_lobby_is_named_too(key: str, value: object, where: str, expected: str) -> None:
    assert wrong(put(data("mario-kart-8-deluxe"), key, value))[where].startswith(expected)


def test_the_first_maps_are_among_the_maps() -> None:
    smash = put(data("super-smash-bros-ultimate"), "veto.openers", ["Hyrule Castle"])
    assert wrong(smash)["veto.openers"] == "⊂ pool"


def test_a_broken_file_tells_everything_that_is_wrong_at_once() -> None:
    broken = put(put(put(data(), "pegi", 4), "fr.lobby", ...), "veto.kind", "vote")
    assert {"pegi", "fr.lobby", "veto.kind"} <= wrong(broken).keys()
    empty = wrong({})
    for table in ("roster", "format", "best_of", "score", "veto", "lobby", "minutes", "fr", "en"):
        assert any(key.startswith(f"{table}.") for key in empty)
    with pytest.raises(BadPreset, match=r"mine: .*pegi → 0 \| 3"):
        read("mine", {})


@pytest.mark.parametrize(
    ("game", "table"),
    [
        *(("valorant-5v5", table) for table, inner in data().items() if isinstance(inner, dict)),
        ("mario-kart-8-deluxe", "lobbies"),
    ],
)
def test_a_misspelt_line_is_seen_in_every_table(game: str, table: str) -> None:
    assert wrong(put(data(game), f"{table}.mispelt", 1))[f"{table}.mispelt"] == "—"


PATHS = [
    f"{table}.{key}" if isinstance(inner, dict) else table
    for table, inner in data().items()
    for key in (inner if isinstance(inner, dict) else [""])
]
OPTIONAL = {"veto.orders", "veto.starts", "veto.seconds", "minutes.arena"}
OPTIONAL |= {"fr.called", "en.called"}


@pytest.mark.parametrize("path", PATHS)
def test_every_field_is_needed_or_has_a_plain_default(path: str) -> None:
    without = put(data(), path, ...)
    if path in OPTIONAL:
        assert read("mine", without).id == "mine"
    else:
        assert [key for key in wrong(without) if key.startswith(path)]


JUNK = st.one_of(
    *(st.none(), st.booleans(), st.integers(), st.text(max_size=9)),
    st.lists(st.integers() | st.text(max_size=3), max_size=4),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
)


@given(st.sampled_from(PATHS), JUNK)
def test_whatever_stands_there_is_read_or_told_and_never_breaks(path: str, junk: object) -> None:
    changed = put(data(), path, junk)
    try:
        assert read("mine", changed).id == "mine"
    except BadPreset:
        assert wrong(changed)


def written(folder: Path, name: str, change: Callable[[str], str] = lambda text: text) -> None:
    text = (GAMES / "chess.toml").read_text("utf-8")
    (folder / f"{name}.toml").write_text(change(text), "utf-8")


def test_a_folder_of_ones_own_adds_games_and_replaces_ours(tmp_path: Path) -> None:
    written(tmp_path, "go", lambda text: text.replace("Échecs", "Go"))
    written(tmp_path, "tetris", lambda text: text.replace("Échecs", "Tetris à nous"))
    games = Presets.load(str(tmp_path))
    assert {preset.id for preset in games} == SHIPPED | {"go"}
    assert games["go"].said("fr").name == "Go"
    assert games["tetris"].said("fr").name == "Tetris à nous"
    with pytest.raises(UnknownGame):
        games["ludo"]


@pytest.mark.parametrize(
    ("change", "key", "slot", "says"),
    [
        (
            lambda text: text.replace("pegi = 0", "pegi = 5"),
            "start-game-wrong",
            "problems",
            "pegi",
        ),
        (lambda text: f"{text}\n[[[", "start-config-malformed", "file", "go.toml"),
    ],
)
def test_a_broken_file_stops_the_start_with_a_sentence(
    change: Callable[[str], str], key: str, slot: str, says: str, tmp_path: Path, texts: Texts
) -> None:
    written(tmp_path, "go", change)
    with pytest.raises(CannotStart) as caught:
        Presets.load(str(tmp_path))
    assert caught.value.key == key
    assert says in str(caught.value.slots[slot])
    for language in LANGUAGES:
        said = texts.say(Voice(language), key, **caught.value.slots)
        assert "go.toml" in said


def test_a_folder_that_is_not_there_stops_the_start(tmp_path: Path) -> None:
    with pytest.raises(CannotStart) as caught:
        Presets.load(str(tmp_path / "nowhere"))
    assert caught.value.key == "start-file-missing"
