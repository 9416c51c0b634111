"""From a game and a few wishes to an evening: its format, its matches, its hour and its length."""

import contextlib
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.tournaments.rules.estimate import event_minutes, expected_minutes
from cogs.tournaments.rules.hosting import BadBestOf, BadSize, Unreadable
from cogs.tournaments.rules.options import setup_of
from cogs.tournaments.rules.planning import (
    ANY,
    ANY_LOBBY,
    USUAL_SIZE,
    GameNotForFormat,
    any_game,
    planned,
)
from cogs.tournaments.rules.presets import Preset, Shape
from cogs.tournaments.rules.setup import Format, Setup
from cogs.tournaments.rules.starting import UnreadableHour, start_of
from cogs.tournaments.rules.templates import TEMPLATES
from cogs.tournaments.rules.typed import arrival, games_of, points, told
from cogs.tournaments.service.presets import Presets

OURS = Presets.load()
EVERY = pytest.mark.parametrize("game", list(OURS), ids=lambda game: game.id)
PARIS = ZoneInfo("Europe/Paris")
NOON = datetime(2026, 11, 20, 11, 0, tzinfo=UTC)  # a Friday, noon in Paris


@EVERY
@pytest.mark.parametrize("size", [2, 8, 16, 64, 65])
def test_a_game_alone_makes_an_evening_that_can_be_drawn(game: Preset, size: int) -> None:
    evening = planned(game, None, size, None)
    setup = setup_of(evening.format, size, {**evening.options, "best_of": evening.best_of})
    setup.graph()
    assert evening.size == size
    assert (evening.format is Format.LOBBIES) == (game.lobbies is not None)
    assert (setup.cut is not None) == (game.shape(size) is Shape.SWISS_TOP_8)
    assert event_minutes(setup, evening.match_minutes, evening.clock_minutes) > 0


def test_the_last_matches_are_as_long_as_the_game_has_them() -> None:
    smash = planned(OURS["super-smash-bros-ultimate"], None, 8, None)
    assert (smash.best_of, smash.options["finals"]) == (3, [5, 5])
    every = planned(OURS["super-smash-bros-ultimate"], None, 8, 1)
    assert every.best_of == 1
    assert "finals" not in every.options
    assert every.match_minutes < smash.match_minutes


def test_what_is_ready_made_keeps_its_format_and_the_game_its_matches() -> None:
    ready = TEMPLATES["swiss-32"]
    evening = planned(OURS["chess"], ready, None, None)
    assert (evening.format, evening.size) == (Format.SWISS, 32)
    assert evening.options == {"cut": {"take": 8, "third_place": True}, "draws": True}
    assert planned(None, ready, None, None) == ready
    assert planned(None, None, None, None).size == USUAL_SIZE


def test_a_game_for_two_sides_is_not_put_in_lobbies_nor_the_other_way_round() -> None:
    with pytest.raises(GameNotForFormat):
        planned(OURS["chess"], TEMPLATES["kart-night"], None, None)
    with pytest.raises(GameNotForFormat):
        planned(OURS["mario-kart-8-deluxe"], TEMPLATES["friday-8"], None, None)
    assert any_game(TEMPLATES["kart-night"]) == ANY_LOBBY
    assert any_game(TEMPLATES["friday-8"]) == any_game(None) == ANY


@pytest.mark.parametrize("size", [-1, 0, 1, 4097])
def test_a_size_that_cannot_be_is_refused(size: int) -> None:
    with pytest.raises(BadSize):
        planned(OURS["chess"], None, size, None)


def test_a_number_of_games_that_could_end_level_is_refused() -> None:
    with pytest.raises(BadBestOf):
        planned(OURS["tetris"], None, 8, 2)
    assert planned(OURS["any-lobby"], None, 8, 3) == planned(OURS["any-lobby"], None, 8, None)


@EVERY
@pytest.mark.parametrize("size", [8, 16, 64, 128])
def test_an_event_lasts_about_as_long_as_its_game_says(game: Preset, size: int) -> None:
    evening = planned(game, None, size, None)
    setup = setup_of(evening.format, size, {**evening.options, "best_of": evening.best_of})
    told_of = event_minutes(setup, evening.match_minutes, evening.clock_minutes)
    known = expected_minutes(game, size)
    assert told_of == pytest.approx(known, rel=0.35, abs=10)


def test_groups_are_played_at_the_same_time() -> None:
    cut = setup_of(Format.ROUND_ROBIN, 16, {"groups": 4, "cut": {"take": 2}})
    assert event_minutes(cut, 10, 45) == 3 * 10 + 3 * 10
    assert event_minutes(Setup(1), 10, 45) == 0
    assert event_minutes(Setup(64, Format.ARENA), 10, 45) == 45


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("45", "2026-11-20 12:45"),
        ("dans 45 min", "2026-11-20 12:45"),
        ("in 90 minutes", "2026-11-20 13:30"),
        ("dans 2h", "2026-11-20 14:00"),
        ("in 2 hours", "2026-11-20 14:00"),
        ("20:30", "2026-11-20 20:30"),
        ("20h", "2026-11-20 20:00"),
        ("20 h 30", "2026-11-20 20:30"),
        ("8:30 pm", "2026-11-20 20:30"),
        ("8pm", "2026-11-20 20:00"),
        ("à 20h30", "2026-11-20 20:30"),
        ("11:30", "2026-11-21 11:30"),
        ("demain 9h", "2026-11-21 09:00"),
        ("tomorrow at 9am", "2026-11-21 09:00"),
        ("ce soir 21h", "2026-11-20 21:00"),
        ("samedi 18h", "2026-11-21 18:00"),
        ("Monday 18:00", "2026-11-23 18:00"),
        ("24/12 20:30", "2026-12-24 20:30"),
        ("03/01 20:30", "2027-01-03 20:30"),
        ("2026-12-24 20:30", "2026-12-24 20:30"),
        ("12am", "2026-11-21 00:00"),
    ],
)
def test_an_hour_is_read_as_people_type_it(typed: str, means: str) -> None:
    found = start_of(typed, NOON, PARIS)
    assert found.tzinfo is UTC
    assert found.astimezone(PARIS).strftime("%Y-%m-%d %H:%M") == means


@pytest.mark.parametrize("typed", ["", "bientôt", "25:00", "20:75", "30/02 20:00", "31/04/2026"])
def test_what_is_no_hour_is_refused(typed: str) -> None:
    with pytest.raises(UnreadableHour):
        start_of(typed, NOON, PARIS)


def test_a_night_when_the_clocks_change_makes_no_hour_wrong() -> None:
    before = datetime(2026, 10, 24, 18, 0, tzinfo=UTC)  # 20:00 in Paris, the night it goes back
    assert start_of("demain 20:00", before, PARIS) == datetime(2026, 10, 25, 19, 0, tzinfo=UTC)
    spring = datetime(2027, 3, 27, 22, 0, tzinfo=UTC)  # 23:00, the night it goes forward
    assert start_of("04:00", spring, PARIS) == datetime(2027, 3, 28, 2, 0, tzinfo=UTC)
    assert start_of("02:30", spring, PARIS) == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)


@given(st.text(max_size=30))
def test_whatever_is_typed_is_an_hour_or_a_refusal(typed: str) -> None:
    with contextlib.suppress(UnreadableHour):
        assert start_of(typed, NOON, PARIS).tzinfo is UTC


@pytest.mark.parametrize("typed", ["4 1 3 2", "4,1,3,2", "4132", " 4 - 1 - 3 - 2 ", "4\n1\n3\n2"])
def test_an_order_of_arrival_is_read_as_people_type_it(typed: str) -> None:
    found = arrival(typed, (1, 2, 3, 4))
    assert found.order == (4, 1, 3, 2)
    assert found.whole


def test_what_is_wrong_with_an_order_is_told_apart() -> None:
    found = arrival("4 1 1 9", (1, 2, 3, 4))
    assert (found.missing, found.twice, found.strangers) == ((2, 3), (1,), (9,))
    assert not found.whole
    assert arrival("", (1, 2)).missing == (1, 2)
    twelve = arrival("12 1 11 2 10 3 9 4 8 5 7 6", range(1, 13))
    assert twelve.whole


def test_points_of_each_game_become_games() -> None:
    assert games_of(points("13-9")) == (13, 9)
    assert games_of(points("13-9, 8-13, 13-11")) == (2, 1)
    with pytest.raises(Unreadable):
        points("treize à neuf")


@pytest.mark.parametrize("typed", ["nul", "Match nul", "égalité", "draw", "0-0"])
def test_a_draw_can_be_told_in_a_word(typed: str) -> None:
    assert told(typed) == (None, (0, 0))


def test_as_many_games_for_both_are_a_draw() -> None:
    assert told("1-1") == (None, (1, 1))
