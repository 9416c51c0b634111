"""Which match a button means: its id, and a mark of who sat there when it was drawn.

An undo that pairs a round anew gives the id of a match to others, and a newcomer may take a seat.
A button in an answer of before still names that id; its mark says that it meant somebody else.
Ids alone are taken at their word: those of commands, and of buttons older than the marks.
An answer to a score carries a second mark, of that score: one may be taken back and another given
while somebody looks at the first.
"""

from typing import Final
from zlib import crc32

from cogs.tournaments.rules.board import Match, Stage
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.refusals import AnotherScore, OthersNow
from cogs.tournaments.rules.state import State
from cogs.tournaments.service.live import Live

SIGN: Final = "~"  # in no id


def marked(live: Live, match: Match) -> str:
    """What a button carries: "S2.1~9f3a21bc". A lobby of a hundred needs no more room."""
    seated = (live.seeded.get(side) if side else None for side in match.sides)
    tickets = " ".join(str(entrant.ticket) if entrant else "-" for entrant in seated)
    return f"{match.id}{SIGN}{_crc(tickets)}"


def answered(live: Live, match: Match) -> str:
    """The same for an answer to the score that it has now."""
    return f"{marked(live, match)}{SIGN}{_of_score(match)}"


def meant(live: Live, state: State, given: str) -> Match:
    """The match, as long as the same sit there; of an answer, as long as the score is the same.

    Raises `OthersNow` or `AnotherScore` where they are not, and `UnknownMatch` for an id that is
    none.
    """
    name, *marks = given.split(SIGN)
    if marks and MatchId(name) not in state.graph.places:  # its round was taken back
        raise OthersNow
    match = state.match(MatchId(name))
    if marks and marked(live, match) != f"{name}{SIGN}{marks[0]}":
        raise OthersNow
    if marks[1:] and match.stage is Stage.REPORTED and marks[1] != _of_score(match):
        raise AnotherScore
    return match


def name_of(given: str) -> str:
    """The id alone."""
    return given.partition(SIGN)[0]


def _of_score(match: Match) -> str:
    said = match.claim
    return _crc(f"{said.by} {said.winner} {said.score} {said.order}" if said else "")


def _crc(text: str) -> str:
    return f"{crc32(text.encode()):08x}"
