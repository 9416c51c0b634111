"""The table of the model card: our model beside a keyword list and counted words, same lines.

Two sets that no training sees: the hard lines, near misses for the most part, and benign streams.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cogs.signals import rules
from cogs.signals.classifier import LABELS, SHIPPED, Classifier
from cogs.signals.rules import Outcome
from cogs.signals.training import baselines, corpus, metrics, public
from cogs.signals.training.baselines import Scorer
from cogs.signals.training.corpus import Line
from cogs.signals.training.metrics import Figure

Floats = NDArray[np.float64]


def served(classifier: Classifier) -> Scorer:
    def score(texts: Sequence[str]) -> Floats:
        readings = [classifier.weigh([text]) for text in texts]
        rows = [[getattr(reading, label) for label in LABELS] for reading in readings]
        return np.asarray(rows, dtype=float).reshape(len(rows), len(LABELS))

    return score


def rows(
    score: Scorer, hard: Sequence[Line], streams: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, Figure]]:
    """Each line of the table for one model."""
    truth = np.array([line.target for line in hard])
    scores = score([line.text for line in hard])
    for place, label in enumerate(LABELS):
        yield (
            f"AP {label}",
            metrics.interval(metrics.average_precision, [truth[:, place], scores[:, place]]),
        )
    wanted, loudest = truth.max(axis=1), scores.max(axis=1)
    for lang in ("any", "fr", "en"):
        inside = np.array([lang in {"any", line.lang} for line in hard])
        columns = [wanted[inside], loudest[inside]]
        yield f"AP offer, {lang}", metrics.interval(metrics.average_precision, columns)
    quiet = [score(texts).max(axis=1) for texts in streams.values()]
    calm = np.concatenate(quiet) if quiet else np.zeros(0)
    found = loudest[wanted == 1]
    for rate in (0.01, 0.001):
        yield f"recall at {rate:.1%} on streams", _recall(found, calm, rate)
    yield "recall at 1.0% on traps", _recall(found, loudest[wanted == 0], 0.01)
    yield "recall at 5.0% on traps", _recall(found, loudest[wanted == 0], 0.05)


def _recall(found: Floats, calm: Floats, rate: float) -> Figure:
    return metrics.interval(lambda drawn: metrics.recall_at(rate, drawn, calm), [found])


def offers(
    classifier: Classifier, hard: Sequence[Line], streams: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, Figure]]:
    """What the shipped thresholds do: the offers made, and those that bother somebody."""

    def offered(texts: Sequence[str]) -> Floats:
        readings = [classifier.weigh([text]) for text in texts]
        said = [rules.outcome(reading, classifier.thresholds) for reading in readings]
        return np.array([outcome is not Outcome.NOTHING for outcome in said], dtype=float)

    def per_10000(said: Floats) -> float:
        return float(said.mean() * 10_000)

    def share(said: Floats) -> float:
        return float(said.mean())

    positive = offered([line.text for line in hard if line.labels])
    yield "offers to positive hard lines", metrics.interval(share, [positive])
    traps = offered([line.text for line in hard if not line.labels])
    yield "offers to traps", metrics.interval(share, [traps])
    for name, texts in streams.items():
        yield f"false offers per 10,000, {name}", metrics.interval(per_10000, [offered(texts)])


def main() -> None:
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--data", type=Path)
    wanted.add_argument("--model", type=Path, default=SHIPPED)
    wanted.add_argument("--misses", action="store_true", help="also list what went wrong")
    asked = wanted.parse_args()
    hard = corpus.read(corpus.HARD)
    streams = public.streams(asked.data) if asked.data else {}
    classifier = Classifier.open(asked.model)
    columns = {
        "keyword list": dict(rows(baselines.keywords(), hard, streams)),
        "TF-IDF + LR": dict(rows(baselines.counted(asked.data), hard, streams)),
        "this model": dict(rows(served(classifier), hard, streams)),
    }
    out = sys.stdout
    out.write(
        f"| {len(hard)} hard lines | {' | '.join(columns)} |\n|---|{'---|' * len(columns)}\n"
    )
    for name in columns["this model"]:
        out.write(f"| {name} | {' | '.join(_cell(kept[name]) for kept in columns.values())} |\n")
    for name, figure in offers(classifier, hard, streams):
        out.write(f"| {name} | | | {_cell(figure)} |\n")
    if asked.misses:
        _misses(classifier, hard)


def _misses(classifier: Classifier, hard: Sequence[Line]) -> None:
    for line in hard:
        reading = classifier.weigh([line.text])
        said = rules.outcome(reading, classifier.thresholds)
        if (said is Outcome.NOTHING) == bool(line.labels):
            labels = ",".join(line.labels) or "none"
            loudest = max(reading.distress, reading.dropping_out)
            sys.stdout.write(f"{said} {loudest:.2f} [{labels}] {line.text!r}\n")


def _cell(figure: Figure) -> str:
    digits = 0 if figure.high > 1 else 2
    return f"{figure.value:.{digits}f} ({figure.low:.{digits}f}-{figure.high:.{digits}f})"


if __name__ == "__main__":
    main()
