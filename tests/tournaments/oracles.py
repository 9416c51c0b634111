"""What independent engines did: where it lies, and who won there."""

import json
from pathlib import Path
from typing import Any

from tests.tournaments.players import RULES

HERE = Path(__file__).parent / "oracle"
SHARED = Path(__file__).parents[2] / "../shared/oracle"
AWAY = "the whole oracle is not beside this repository; the sample is"


def read(path: Path) -> Any:  # noqa: ANN401 - whatever it holds
    return json.loads(path.read_text("utf-8"))


def winner_of(rule: str, better: int, other: int, meeting: int) -> int:
    """Of two seeds at their n-th meeting; with "!" every second meeting ends the other way."""
    winner = RULES[rule.rstrip("!")](better, other)
    return better + other - winner if rule.endswith("!") and meeting % 2 == 0 else winner
