import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.signals.training import metrics

columns = st.lists(st.tuples(st.booleans(), st.integers(0, 20)), min_size=1, max_size=40).map(
    lambda rows: (np.array([float(t) for t, _ in rows]), np.array([s / 20 for _, s in rows]))
)


def test_average_precision_of_a_ranking_counted_by_hand() -> None:
    truth, scores = np.array([1.0, 0, 1, 0]), np.array([0.9, 0.8, 0.7, 0.1])
    assert metrics.average_precision(truth, scores) == pytest.approx((1 + 2 / 3) / 2)


def test_lines_that_cannot_be_told_apart_are_worth_their_share() -> None:
    assert metrics.average_precision(np.array([1.0, 0, 0, 0]), np.full(4, 0.5)) == 0.25


@given(columns)
def test_every_measure_stays_between_nothing_and_everything(
    rows: tuple[metrics.Floats, metrics.Floats],
) -> None:
    truth, scores = rows
    said = (scores > 0.5).astype(float)
    for value in (
        metrics.average_precision(truth, scores),
        metrics.precision(truth, said),
        metrics.recall(truth, said),
        metrics.f1(truth, said),
        metrics.calibration_error(truth, scores),
    ):
        assert -1e-9 <= value <= 1 + 1e-9


def test_recall_at_a_rate_lets_no_more_than_the_rate_be_bothered() -> None:
    benign = np.array([0.1, 0.2, 0.3, 0.9])
    assert metrics.recall_at(0.25, np.array([0.5, 0.95]), benign) == 1.0
    assert metrics.recall_at(0.0, np.array([0.5, 0.95]), benign) == 0.5


def test_a_model_that_says_what_happens_is_calibrated() -> None:
    truth = np.array([1.0, 1, 0, 0])
    assert metrics.calibration_error(truth, truth) == 0
    assert metrics.calibration_error(truth, 1 - truth) == 1


def test_an_interval_holds_its_figure_and_is_the_same_tomorrow() -> None:
    truth = np.array([1.0] * 30 + [0.0] * 10)
    figure = metrics.interval(lambda drawn: float(drawn.mean()), [truth])
    assert figure.low < figure.value == 0.75 < figure.high
    assert figure == metrics.interval(lambda drawn: float(drawn.mean()), [truth])
