"""What a round is called, as the key of a text: "Final", "Losers' round 3", "Round 2"."""

from enum import StrEnum
from typing import Final

from cogs.tournaments.rules.bracket import MatchId, bracket_of, rounds_of
from cogs.tournaments.rules.elimination import Shape
from cogs.tournaments.rules.state import State


class Title(StrEnum):
    """Each text may name `$round`."""

    FINAL = "tournaments-picture-final"
    SEMI_FINALS = "tournaments-picture-semi-finals"
    QUARTER_FINALS = "tournaments-picture-quarter-finals"
    ROUND = "tournaments-picture-round"
    PLAYOFF_ROUND = "tournaments-picture-playoff-round"  # the first stage had a round 1 already
    THIRD = "tournaments-picture-third"
    WINNERS_FINAL = "tournaments-picture-winners-final"
    WINNERS_SEMI_FINALS = "tournaments-picture-winners-semi-finals"
    WINNERS_ROUND = "tournaments-picture-winners-round"
    LOSERS_FINAL = "tournaments-picture-losers-final"
    LOSERS_ROUND = "tournaments-picture-losers-round"
    GRAND_FINAL = "tournaments-picture-grand-final"
    SECOND_FINAL = "tournaments-picture-second-final"
    ARENA = "tournaments-picture-arena"


_LATE: Final = (Title.FINAL, Title.SEMI_FINALS, Title.QUARTER_FINALS)
_WINNERS: Final = (Title.WINNERS_FINAL, Title.WINNERS_SEMI_FINALS)


def title_of(state: State, match: MatchId) -> Title:
    """The title of the round that a match is in."""
    round_ = int(match[1 : match.index(".")])
    return title_of_round(state, bracket_of(match), round_)


def title_of_round(state: State, letter: str, round_: int) -> Title:
    match letter:
        case "P":
            return Title.THIRD
        case "G":
            return Title.GRAND_FINAL if round_ == 1 else Title.SECOND_FINAL
        case "A":
            return Title.ARENA
    shape = state.graph.shape
    if shape is None or letter not in "WL":
        return Title.ROUND
    return _of_bracket(shape, letter, round_, playoffs=state.setup.cut is not None)


def _of_bracket(shape: Shape, letter: str, round_: int, *, playoffs: bool) -> Title:
    rounds = rounds_of(len(shape.seats))
    if letter == "L":
        return Title.LOSERS_FINAL if round_ == 2 * (rounds - 1) else Title.LOSERS_ROUND
    before_last = rounds - round_
    if shape.double and rounds > 1:
        return _WINNERS[before_last] if before_last < len(_WINNERS) else Title.WINNERS_ROUND
    if before_last < len(_LATE):
        return _LATE[before_last]
    return Title.PLAYOFF_ROUND if playoffs else Title.ROUND
