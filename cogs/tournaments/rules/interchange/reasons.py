"""Why a file cannot be read: every reason at once, each with the place in the file it is about."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Cause(StrEnum):
    """What is wrong; the value is the key of the text that says so, and what to do."""

    SHAPE = "files-shape"  # `expected` says in signs what should stand there
    NOT_JSON = "files-not-json"
    TOO_BIG = "files-too-big"
    UNKNOWN_FORMAT = "files-unknown-format"
    NEWER = "files-newer"
    STAGES = "files-stages"
    SKIPS_A_ROUND = "files-skips-a-round"
    ID_TWICE = "files-id-twice"
    UNKNOWN_ID = "files-unknown-id"
    SIZE = "files-size"
    NOT_SEEDED = "files-not-seeded"
    BYES = "files-byes"
    GROUPS = "files-groups"
    PAIRS = "files-pairs"
    DROPS = "files-drops"
    MATCH_MISSING = "files-match-missing"
    MATCH_EXTRA = "files-match-extra"
    MATCH_TWICE = "files-match-twice"
    GAMES = "files-games"
    GAMES_DIFFER = "files-games-differ"
    SIDES = "files-sides"
    RESULT = "files-result"
    SCORE = "files-score"
    DRAW = "files-draw"
    SECOND_FINAL = "files-second-final"
    OPTIONS = "files-options"
    NUMBER_TWICE = "files-number-twice"
    NAME_TWICE = "files-name-twice"
    NAME_REFUSED = "files-name-refused"
    TIME_BACK = "files-time-back"
    EVENT_UNKNOWN = "files-event-unknown"
    EVENT_REFUSED = "files-event-refused"
    TOO_MUCH_WORK = "files-too-much-work"
    NOT_ITS_RESULTS = "files-not-its-results"
    PHASE = "files-phase"


@dataclass(frozen=True, slots=True)
class Reason:
    """`where` is a place in the file, as one would look for it: `match[12].opponent1`."""

    where: str
    cause: Cause
    expected: str = ""

    def __str__(self) -> str:
        return f"{self.where} → {self.expected or self.cause}"


class BadFile(ValueError):
    """A file that cannot be imported, with everything that is wrong in it."""

    def __init__(self, reasons: Iterable[Reason]) -> None:
        self.reasons = tuple(dict.fromkeys(reasons))
        super().__init__("; ".join(map(str, self.reasons)))
