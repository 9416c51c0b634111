"""What somebody may say yes to, for how long, and which words are theirs."""

import copy
import pickle
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.consent.rules.channels import Act, Mode, NotNow, State, after, may_watch, mode_of, told
from cogs.consent.rules.scopes import Age, Months, Scope, ends, may_give, may_say, may_trust
from cogs.consent.rules.words import ConsentedText, is_stop, own_words
from core.people import PersonId

PARIS = ZoneInfo("Europe/Paris")
MONTHS = Months(adult=6, minor=3, stats=12, follow_up=7)
NEVER = frozenset[Scope]()
ON_THEIR_OWN_REQUEST = frozenset({Scope.PLAY, Scope.TALK, Scope.HANDOVER})
EVERYTHING = frozenset(Scope)


@pytest.mark.parametrize(
    ("age", "scopes"),
    [
        (Age.UNDER_13, NEVER),
        (Age.FROM_13, ON_THEIR_OWN_REQUEST),
        (Age.UNDISCLOSED, ON_THEIR_OWN_REQUEST),
        (Age.FROM_15, EVERYTHING),
        (Age.FROM_18, EVERYTHING),
        (Age.FROM_26, EVERYTHING),
    ],
)
@pytest.mark.parametrize("scope", Scope)
def test_a2_every_age_may_say_yes_to_this_and_to_nothing_else(
    age: Age, scopes: frozenset[Scope], scope: Scope
) -> None:
    assert may_give(age, scope, floor=15) == (scope in scopes)


def test_a_higher_floor_closes_the_bracket_that_it_cuts() -> None:
    assert not may_give(Age.FROM_15, Scope.WATCH, floor=16)
    assert may_give(Age.FROM_18, Scope.WATCH, floor=16)
    assert may_give(Age.FROM_15, Scope.TALK, floor=18)  # their own request stays open


@pytest.mark.parametrize(
    ("scope", "age", "months"),
    [
        (Scope.WATCH, Age.FROM_15, 3),
        (Scope.DM, Age.FROM_15, 3),
        (Scope.WATCH, Age.FROM_18, 6),
        (Scope.DM, Age.FROM_26, 6),
        (Scope.STATS, Age.FROM_15, 12),
        (Scope.FOLLOW_UP, Age.FROM_18, 7),
        (Scope.TALK, Age.FROM_13, None),
    ],
)
def test_each_yes_lasts_as_long_as_it_says(scope: Scope, age: Age, months: int | None) -> None:
    assert MONTHS.of(scope, age) == months


@pytest.mark.parametrize(
    ("given_at", "months", "latest"),
    [
        # Across 29 March 2026, when an hour is lost, and 25 October, when one comes back.
        ("2026-01-15T20:00+01:00", 3, "2026-04-15T20:00+02:00"),
        ("2026-08-15T20:00+02:00", 3, "2026-11-15T19:00+01:00"),
        ("2026-03-29T01:59+01:00", 6, "2026-09-29T01:59+02:00"),
        ("2026-08-31T12:00+02:00", 6, "2027-02-28T11:00+01:00"),
        ("2027-11-30T12:00+01:00", 3, "2028-02-29T12:00+01:00"),
    ],
)
def test_a5_no_change_of_the_clocks_adds_an_hour(given_at: str, months: int, latest: str) -> None:
    assert ends(datetime.fromisoformat(given_at), months, PARIS) == datetime.fromisoformat(latest)


@given(
    st.datetimes(datetime(2024, 1, 1), datetime(2034, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - the zone comes from the strategy
    st.integers(min_value=1, max_value=12),
)
def test_i11_it_is_never_longer_by_the_sun_nor_by_the_clock(moment: datetime, months: int) -> None:
    end = ends(moment, months, PARIS)
    assert end > moment
    for zone in (UTC, PARIS):
        assert not _longer(moment.astimezone(zone), end.astimezone(zone), months)


def _longer(began: datetime, ended: datetime, months: int) -> bool:
    """As anybody would count it on a calendar and a watch: more months, or a later day or hour."""
    passed = (ended.year - began.year) * 12 + ended.month - began.month
    later = (ended.day, ended.time()) > (began.day, began.time())
    return passed > months or (passed == months and later)


def test_somebody_may_be_younger_at_once_and_older_after_a_month() -> None:
    assert may_say(Age.FROM_13, Age.FROM_18, timedelta())
    assert not may_say(Age.FROM_18, Age.FROM_13, timedelta(days=29))
    assert may_say(Age.FROM_18, Age.FROM_13, timedelta(days=30))
    assert not may_say(Age.FROM_15, Age.UNDISCLOSED, timedelta(days=1))
    assert may_say(Age.FROM_18, None, timedelta())


def test_accounts_made_for_a_raid_are_not_trusted() -> None:
    assert may_trust(timedelta(days=7), timedelta(days=1))
    assert not may_trust(timedelta(days=6), timedelta(days=300))
    assert not may_trust(timedelta(days=300), timedelta(hours=23))


def test_a_channel_is_watched_by_one_way_only() -> None:
    state = State.ABSENT
    for act in (Act.OPEN, Act.NOTICE_SHOWN, Act.ASK_WATCH, Act.BEGIN_WATCH):
        assert mode_of(state) is not Mode.WATCH
        state = after(state, act)
    assert mode_of(state) is Mode.WATCH


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("act", [Act.BEGIN_WATCH, Act.ASK_WATCH, Act.NOTICE_SHOWN])
def test_no_step_towards_the_watch_is_skipped(state: State, act: Act) -> None:
    ways = {
        (State.NOTICE_DUE, Act.NOTICE_SHOWN),
        (State.ADDRESSED, Act.ASK_WATCH),
        (State.WATCH_PENDING, Act.BEGIN_WATCH),
    }
    if (state, act) in ways:
        after(state, act)
    else:
        with pytest.raises(NotNow):
            after(state, act)


@pytest.mark.parametrize("state", [State.ADDRESSED, State.WATCH_PENDING, State.WATCH])
def test_every_open_channel_can_be_paused_and_closed(state: State) -> None:
    assert mode_of(after(state, Act.PAUSE)) is Mode.OFF
    assert mode_of(after(state, Act.CLOSE)) is Mode.OFF


GATES = {"dpia": "DPIA-7", "signed": "2026-01-10", "officer": "dpo@asso", "permission": "D-12"}


@pytest.mark.parametrize(
    ("change", "allowed"),
    [
        ({}, True),
        ({"dpia": ""}, False),
        ({"signed": ""}, False),
        ({"signed": "soon"}, False),
        ({"signed": "2025-11-20"}, False),  # a year old to the day
        ({"signed": "2025-11-21"}, True),
        ({"signed": "2026-11-21"}, False),  # tomorrow
        ({"officer": ""}, False),
        ({"permission": ""}, False),
    ],
)
def test_l18_production_watches_only_behind_every_gate(
    change: dict[str, str], allowed: bool
) -> None:
    assert may_watch(**{**GATES, **change}, today=date(2026, 11, 20)) is allowed


def test_fewer_than_ten_are_not_counted_aloud() -> None:
    assert (told(9), told(10)) == (None, 10)


@pytest.mark.parametrize(
    ("raw", "left"),
    [
        ("je suis à bout", "je suis à bout"),
        ("> ce qu'un autre a dit\nmoi non plus", "moi non plus"),
        (">>> tout ceci\nest d'un autre", ""),
        ("<@123> viens voir https://exemple.fr/x <#55>", "viens voir"),
        ("regarde <:triste:99> @everyone", "regarde"),
        ("  deux   blancs \n\n et une ligne ", "deux blancs\net une ligne"),
        ("3 > 2 et c'est tout", "3 > 2 et c'est tout"),
        ("www.exemple.fr discord.gg/abc", ""),
    ],
)
def test_only_the_author_s_own_words_are_left(raw: str, left: str) -> None:
    assert own_words(raw) == left


@pytest.mark.parametrize("words", ["STOP", "stop", " Stop ! ", "**stop**", "« stop »"])
def test_the_word_stop_is_understood(words: str) -> None:
    assert is_stop(words)


@pytest.mark.parametrize("words", ["non stop", "stop motion", "", "arrête de jouer"])
def test_a_sentence_with_the_word_in_it_is_no_stop(words: str) -> None:
    assert not is_stop(words)


def test_nobody_makes_a_consented_text_without_the_mint() -> None:
    with pytest.raises(TypeError):
        ConsentedText(PersonId(1), "1", "2", "words", object())  # type: ignore[arg-type]


def test_consented_words_are_neither_shown_nor_kept() -> None:
    from cogs.consent.rules.words import MINT  # noqa: PLC0415 - the one test that needs it

    text = ConsentedText(PersonId(1), "1", "2", "un secret", MINT)
    assert "secret" not in f"{text!r} {text} {[text]}"
    for keep in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError):
            keep(text)
    assert not hasattr(text, "__dict__")
