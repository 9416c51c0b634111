"""Which match a button means: its id, and a mark of who sat there when it was drawn.

An undo that pairs a round anew gives the id of a match to others, and a newcomer may take a seat.
A button in an answer of before still names that id; its mark says that it meant somebody else.
Ids alone are taken at their word: those of commands, and of buttons older than the marks.
"""

from typing import Final
from zlib import crc32

from cogs.tournaments.rules.board import Match
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.refusals import OthersNow
from cogs.tournaments.rules.state import State
from cogs.tournaments.service.live import Live

SIGN: Final = "~"  # in no id


def marked(live: Live, match: Match) -> str:
    """What a button carries: "S2.1~9f3a21bc". A lobby of a hundred needs no more room."""
    seated = (live.seeded.get(side) if side else None for side in match.sides)
    tickets = " ".join(str(entrant.ticket) if entrant else "-" for entrant in seated)
    return f"{match.id}{SIGN}{crc32(tickets.encode()):08x}"


def meant(live: Live, state: State, given: str) -> Match:
    """The match, as long as the same sit there.

    Raises `OthersNow` where they do not, and `UnknownMatch` for an id that is none.
    """
    name, mark, _ = given.partition(SIGN)
    if mark and MatchId(name) not in state.graph.places:  # its round was taken back
        raise OthersNow
    match = state.match(MatchId(name))
    if mark and marked(live, match) != given:
        raise OthersNow
    return match


def name_of(given: str) -> str:
    """The id alone."""
    return given.partition(SIGN)[0]
