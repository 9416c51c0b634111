"""How a reading is judged: ranking, alarms, calibration, and how sure we are of each figure."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
BINS = 10


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure and its 95 % bootstrap interval."""

    value: float
    low: float
    high: float


def average_precision(truth: Floats, scores: Floats) -> float:
    """Area under precision and recall; ties share the precision of their whole group."""
    if not truth.any():
        return 0.0
    order = np.argsort(-scores, kind="stable")
    ranked, sorted_scores = truth[order], scores[order]
    last = np.append(np.diff(sorted_scores) != 0, True)
    hits = np.cumsum(ranked)[last]
    seen = np.arange(1, len(ranked) + 1)[last]
    gained = np.diff(np.concatenate([[0.0], hits]))
    return float((gained * hits / seen).sum() / truth.sum())


def precision(truth: Floats, said: Floats) -> float:
    return float((truth * said).sum() / said.sum()) if said.any() else 0.0


def recall(truth: Floats, said: Floats) -> float:
    return float((truth * said).sum() / truth.sum()) if truth.any() else 0.0


def f1(truth: Floats, said: Floats) -> float:
    both = (truth * said).sum()
    total = truth.sum() + said.sum()
    return float(2 * both / total) if total else 0.0


def recall_at(rate: float, positive: Floats, benign: Floats) -> float:
    """How many are noticed at the threshold that disturbs `rate` of the benign lines."""
    if not len(positive) or not len(benign):
        return 0.0
    allowed = int(rate * len(benign))
    threshold = np.sort(benign)[::-1][allowed] if allowed < len(benign) else -np.inf
    return float((positive > threshold).mean())


def calibration_error(truth: Floats, scores: Floats) -> float:
    """Expected calibration error over ten bins of equal width."""
    places = np.minimum((scores * BINS).astype(int), BINS - 1)
    errors = [
        abs(truth[inside].mean() - scores[inside].mean()) * inside.mean()
        for inside in (places == place for place in range(BINS))
        if inside.any()
    ]
    return float(sum(errors))


def interval(
    measure: Callable[..., float], columns: Sequence[Floats], *, draws: int = 400, seed: int = 1
) -> Figure:
    """The measure, and where 95 % of it falls when the lines are drawn again."""
    size = len(columns[0])
    if not size:
        return Figure(0.0, 0.0, 0.0)
    luck = np.random.default_rng(random.Random(seed).getrandbits(32))  # noqa: S311 - statistics
    values = []
    for _ in range(draws):
        again = luck.integers(0, size, size)
        values.append(measure(*(column[again] for column in columns)))
    low, high = np.quantile(values, [0.025, 0.975])
    return Figure(measure(*columns), float(low), float(high))
