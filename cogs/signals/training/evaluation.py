"""`signals evaluate`: what the shipped model does with labelled lines, and how sure that is."""

import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from cogs.signals import rules
from cogs.signals.classifier import LABELS, Classifier, folder_of
from cogs.signals.rules import Outcome
from cogs.signals.training import metrics
from cogs.signals.training.metrics import Figure
from config import load
from core.errors import CannotStart

Floats = NDArray[np.float64]


def evaluate(file: Path, *, as_json: bool, model: Path | None = None) -> None:
    """Judge a model, the one in use unless another is given, on JSON lines `{"text","labels"}`.

    Lines that are none are told and left.

    Raises `CannotStart` when there is no such file.
    """
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").split("\n")
    except OSError as missing:
        raise CannotStart("start-file-missing", file=str(file)) from missing
    folder = model or folder_of(load().signals.model)
    texts, truth, bad = _read(lines)
    for error in bad:
        sys.stderr.write(json.dumps({"error": error}, ensure_ascii=False) + "\n")
    figures = judge(Classifier.open(folder), texts, truth) | {"bad_lines": len(bad)}
    if as_json:
        sys.stdout.write(json.dumps(figures, ensure_ascii=False) + "\n")
    else:
        Console().print(_table(figures))


def judge(classifier: Classifier, texts: Sequence[str], truth: Floats) -> dict[str, Any]:
    """Every figure with its 95 % interval, as plain JSON."""
    readings = [classifier.weigh([text]) for text in texts]
    thresholds = classifier.thresholds
    offered = np.array(
        [rules.outcome(reading, thresholds) is not Outcome.NOTHING for reading in readings],
        dtype=float,
    )
    figures: dict[str, Any] = {"lines": len(texts), "labels": {}}
    for place, label in enumerate(LABELS):
        scores = np.array([getattr(reading, label) for reading in readings], dtype=float)
        said = (scores >= getattr(thresholds, label)).astype(float)
        figures["labels"][label] = _of_label(truth[:, place], scores, said)
    wanted = truth.any(axis=1).astype(float)
    benign = offered[wanted == 0]
    figures["offers"] = _of_offers(wanted, offered)
    figures["benign"] = len(benign)
    figures["false_offers_per_10000"] = _plain(metrics.interval(_per_10000, [benign]))
    figures["expected_calibration_error"] = _mean_figure(
        [kept["expected_calibration_error"] for kept in figures["labels"].values()]
    )
    return figures


def _of_label(truth: Floats, scores: Floats, said: Floats) -> dict[str, Any]:
    return {
        "positive": int(truth.sum()),
        "precision": _plain(metrics.interval(metrics.precision, [truth, said])),
        "recall": _plain(metrics.interval(metrics.recall, [truth, said])),
        "f1": _plain(metrics.interval(metrics.f1, [truth, said])),
        "pr_auc": _plain(metrics.interval(metrics.average_precision, [truth, scores])),
        "expected_calibration_error": _plain(
            metrics.interval(metrics.calibration_error, [truth, scores])
        ),
    }


def _of_offers(wanted: Floats, offered: Floats) -> dict[str, Any]:
    measures: Mapping[str, Callable[..., float]] = {
        "precision": metrics.precision,
        "recall": metrics.recall,
        "f1": metrics.f1,
    }
    return {
        name: _plain(metrics.interval(measure, [wanted, offered]))
        for name, measure in measures.items()
    }


def _per_10000(offered: Floats) -> float:
    return float(offered.mean() * 10_000)


def _plain(figure: Figure) -> dict[str, float]:
    return {
        "value": round(figure.value, 4),
        "low": round(figure.low, 4),
        "high": round(figure.high, 4),
    }


def _mean_figure(figures: Sequence[Mapping[str, float]]) -> dict[str, float]:
    return {
        key: round(sum(figure[key] for figure in figures) / len(figures), 4)
        for key in ("value", "low", "high")
    }


def _read(lines: Iterable[str]) -> tuple[list[str], Floats, list[str]]:
    texts: list[str] = []
    rows: list[list[float]] = []
    bad: list[str] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            text, labels = _labelled(json.loads(line))
        except (ValueError, RecursionError) as wrong:
            bad.append(f"line {number}: {wrong}")
            continue
        texts.append(text)
        rows.append([float(label in labels) for label in LABELS])
    return texts, np.array(rows, dtype=float).reshape(len(rows), len(LABELS)), bad


def _labelled(kept: object) -> tuple[str, set[str]]:
    if not isinstance(kept, dict) or not isinstance(kept.get("text"), str):
        raise ValueError('it needs a "text"')  # noqa: TRY004 - a bad line, whatever its type
    labels = kept.get("labels")
    if not isinstance(labels, list) or not all(label in LABELS for label in labels):
        raise ValueError(f'"labels" is a list of {", ".join(LABELS)}')
    found = set(labels)
    return kept["text"], found | ({"distress"} if "emergency" in found else set())


def _table(figures: Mapping[str, Any]) -> Table:
    table = Table(title=f"{figures['lines']} lines, {figures['benign']} of them ordinary")
    table.add_column(no_wrap=True)
    for heading in ("precision", "recall", "F1", "PR-AUC", "ECE"):
        table.add_column(heading)
    keys = ("precision", "recall", "f1", "pr_auc", "expected_calibration_error")
    for label, kept in (figures["labels"] | {"any offer": figures["offers"]}).items():
        table.add_row(label, *(_cell(kept[key]) if key in kept else "" for key in keys))
    false = figures["false_offers_per_10000"]
    table.caption = (
        f"false offers per 10,000 ordinary lines: {false['value']:.0f} "
        f"({false['low']:.0f} to {false['high']:.0f})"
    )
    return table


def _cell(figure: Mapping[str, float]) -> str:
    return f"{figure['value']:.2f}\n{figure['low']:.2f}-{figure['high']:.2f}"
