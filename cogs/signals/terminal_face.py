"""`signals weigh`: JSON lines in, JSON lines out. A bad line is answered and ends nothing."""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from cogs.signals import rules
from cogs.signals.classifier import SHIPPED, Classifier, folder_of
from cogs.signals.rules import Outcome, Reader, Thresholds
from config import load

_OFFERS = {
    Outcome.NOTHING: None,
    Outcome.ROUTINE_OFFER: "routine",
    Outcome.URGENT_OFFER: "urgent",
}


def serve() -> None:
    """Answer standard input until it ends, with the model that the settings name."""
    weigh(sys.stdin.buffer, sys.stdout, folder_of(load().signals.model))


def weigh(lines: Iterable[str | bytes], out: TextIO, model: Path = SHIPPED) -> None:
    """Weigh each `{"id","text"}` alone, as the bot would at the thresholds of this model."""
    classifier = Classifier.open(model)
    for line in lines:
        if line.strip():
            answer = _answer(line, classifier, classifier.thresholds)
            out.write(json.dumps(answer) + "\n")
            out.flush()


def _answer(line: str | bytes, reader: Reader, thresholds: Thresholds) -> dict[str, object]:
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        return {"id": None, "error": "this line is no JSON"}
    if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
        known = asked.get("id") if isinstance(asked, dict) else None
        return {"id": known, "error": 'a line needs "id" and "text"'}
    reading = reader.weigh([asked["text"]])
    return {
        "id": asked.get("id"),
        "distress": round(reading.distress, 4),
        "dropping_out": round(reading.dropping_out, 4),
        "emergency": round(reading.emergency, 4),
        "offer": _OFFERS[rules.outcome(reading, thresholds)],
    }
