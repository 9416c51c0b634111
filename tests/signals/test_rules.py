import pickle
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.signals.rules import LONGEST, WINDOW, Burst, Outcome, Reading, Thresholds, outcome

chances = st.floats(0, 1)
readings = st.builds(Reading, chances, chances, chances)
thresholds = st.builds(Thresholds, chances, chances, chances)
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
RANK = {Outcome.NOTHING: 0, Outcome.ROUTINE_OFFER: 1, Outcome.URGENT_OFFER: 2}


@given(readings, thresholds)
def test_a_reading_leads_to_one_of_three_outcomes(reading: Reading, limits: Thresholds) -> None:
    assert outcome(reading, limits) in RANK


@given(chances, chances, chances)
def test_an_emergency_is_a_distress(distress: float, dropping: float, emergency: float) -> None:
    assert Reading(distress, dropping, emergency).distress >= emergency


@given(readings, readings, thresholds)
def test_more_of_everything_never_leads_to_less(
    one: Reading, other: Reading, limits: Thresholds
) -> None:
    both = Reading(
        max(one.distress, other.distress),
        max(one.dropping_out, other.dropping_out),
        max(one.emergency, other.emergency),
    )
    assert RANK[outcome(both, limits)] >= RANK[outcome(one, limits)]


def test_distress_and_dropping_out_are_never_urgent() -> None:
    limits = Thresholds(0.5, 0.5, 0.5)
    assert outcome(Reading(1.0, 1.0, 0.4), limits) is Outcome.ROUTINE_OFFER
    assert outcome(Reading(0.4, 0.4, 0.4), limits) is Outcome.NOTHING
    assert outcome(Reading(0.0, 0.0, 0.5), limits) is Outcome.URGENT_OFFER


@pytest.mark.parametrize("chance", [-0.1, 1.1, float("nan")])
def test_what_is_no_probability_is_refused(chance: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        Reading(chance, 0.0, 0.0)


def test_a_burst_takes_messages_for_two_minutes_from_the_first() -> None:
    burst = Burst(NOON)
    assert burst.takes(NOON)
    assert burst.takes(NOON + WINDOW)
    assert not burst.takes(NOON + WINDOW + timedelta(microseconds=1))
    assert not burst.takes(NOON - timedelta(seconds=1))


def test_a_burst_is_read_in_order_and_forgets_what_was_deleted() -> None:
    burst = Burst(NOON)
    burst.add("1", "ouais ça va")
    burst.add("2", "enfin")
    burst.add("3", "je vais plus en cours")
    burst.drop("2")
    burst.drop("unknown")
    assert burst.texts == ("ouais ça va", "je vais plus en cours")
    burst.clear()
    assert not burst.texts


@given(st.lists(st.text(max_size=3 * LONGEST), max_size=6))
def test_a_burst_never_grows_past_its_limit_and_keeps_the_newest(texts: list[str]) -> None:
    burst = Burst(NOON)
    for number, text in enumerate(texts):
        burst.add(str(number), text)
    assert sum(map(len, burst.texts)) <= LONGEST
    if texts and texts[-1]:
        assert burst.texts[-1] == texts[-1][-LONGEST:]


def test_words_and_numbers_stay_out_of_every_repr_and_pickle() -> None:
    burst = Burst(NOON)
    burst.add("1", "secret")
    assert "secret" not in repr(burst)
    assert "0.9" not in repr(Reading(0.9, 0.9, 0.9))
    with pytest.raises(TypeError):
        pickle.dumps(burst)
