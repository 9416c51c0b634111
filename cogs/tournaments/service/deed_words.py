"""What was done, and why a match is worth a stream: in a word, on a card and in a chat."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from cogs.tournaments.rules.casting import Why

DEEDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "reported": "repairs-deed-score",
        "confirmed": "repairs-deed-score",
        "auto_confirmed": "repairs-deed-score",
        "disputed": "repairs-deed-disputed",
        "ruled": "repairs-deed-ruled",
        "forfeited": "repairs-deed-forfeit",
        "double_forfeited": "repairs-deed-forfeit",
        "withdrawn": "repairs-deed-withdrawn",
        "reinstated": "repairs-deed-reinstated",
        "joined_late": "repairs-deed-late",
        "replaced": "repairs-deed-replaced",
        "seeds_swapped": "repairs-deed-swapped",
        "stage_drawn": "repairs-deed-drawn",
        "undone": "repairs-deed-undone",
    }
)
WORTH: Final[Mapping[Why, str]] = MappingProxyType(
    {
        Why.ASKED: "tournaments-why-asked",
        Why.LATE: "tournaments-why-late",
        Why.REMATCH: "tournaments-why-rematch",
        Why.UNDEFEATED: "tournaments-why-undefeated",
        Why.SEEDS: "tournaments-why-seeds",
    }
)
