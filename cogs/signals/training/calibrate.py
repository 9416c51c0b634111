"""Temperatures, and thresholds for a budget of false offers, written to `maraude.json`.

The probability is fitted on the lines that were held out. The threshold of a label is where it
bothers no more than its budget: of ordinary public lines, and of our own near misses.
"""

import json
import random
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cogs.signals.classifier import LABELS, Classifier
from cogs.signals.training import corpus, public
from cogs.signals.training.metrics import recall

Floats = NDArray[np.float64]
ON_BENIGN = {"distress": 0.0005, "dropping_out": 0.0005, "emergency": 0.0005}
ON_TRAPS = {"distress": 0.02, "dropping_out": 0.015, "emergency": 0.01}
FLOOR = 0.65  # no offer on less than a fair chance, whatever the budgets would allow
BENIGN = 6_000  # public lines that training left alone


def calibrate(folder: Path, data: Path | None, seed: int = 1) -> None:
    lines = [line for line in corpus.read() if line.held_out]
    classifier = Classifier.open(folder)
    scores = weighed(classifier, [line.text for line in lines])
    truth = np.array([line.target for line in lines])
    ordinary = public.benign(data, random.Random(seed))[-BENIGN:] if data else []  # noqa: S311
    quiet = weighed(classifier, ordinary)
    temperatures, biases, thresholds = {}, {}, {}
    for place, label in enumerate(LABELS):
        temperature, bias = _fit(truth[:, place], scores[:, place])
        benign = _sigmoid(quiet[:, place] / temperature + bias)
        chances = _sigmoid(scores[:, place] / temperature + bias)
        traps = chances[truth.sum(axis=1) == 0]
        threshold = max(
            FLOOR, _at_rate(benign, ON_BENIGN[label]), _at_rate(traps, ON_TRAPS[label])
        )
        temperatures[label], biases[label] = round(temperature, 4), round(bias, 4)
        thresholds[label] = round(threshold, 4)
        found = recall(truth[:, place], (chances >= threshold).astype(float))
        sys.stderr.write(f"{label}: threshold {threshold:.3f}, recall held out {found:.2f}\n")
    content = {"temperatures": temperatures, "biases": biases, "thresholds": thresholds}
    (folder / "maraude.json").write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def weighed(classifier: Classifier, texts: Sequence[str]) -> Floats:
    rows = [classifier.logits(text) for text in texts]
    return np.asarray(rows, dtype=np.float64).reshape(len(rows), len(LABELS))


def _at_rate(chances: Floats, rate: float) -> float:
    """Just above the line that would be one too many."""
    if not len(chances):
        return 0.0
    ranked = np.sort(chances)[::-1]
    return float(np.nextafter(ranked[min(int(rate * len(ranked)), len(ranked) - 1)], 1.0)) + 1e-4


def _fit(truth: Floats, logits: Floats) -> tuple[float, float]:
    """The temperature and bias that make the held-out lines most likely: a small grid, twice."""
    best, loss = (1.0, 0.0), np.inf
    for temperature in np.geomspace(0.3, 4.0, 60):
        for bias in np.linspace(-3.0, 3.0, 61):
            chances = np.clip(_sigmoid(logits / temperature + bias), 1e-6, 1 - 1e-6)
            found = -float((truth * np.log(chances) + (1 - truth) * np.log(1 - chances)).mean())
            if found < loss:
                best, loss = (float(temperature), float(bias)), found
    return best


def _sigmoid(values: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(values, -30, 30))), dtype=np.float64)
