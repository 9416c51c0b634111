"""A bracket that is drawn, and the results of a file said to it one by one, as staff would.

What was played comes first, then who left, then who did not come, then where neither came: an
empty side decides the match after it by itself, so nobody may be given one too soon.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from cogs.tournaments.rules import commands, refusals
from cogs.tournaments.rules.board import Match
from cogs.tournaments.rules.bracket import NOBODY, MatchId
from cogs.tournaments.rules.interchange.padded import SECOND_FINAL
from cogs.tournaments.rules.interchange.reasons import Cause, Reason
from cogs.tournaments.rules.interchange.rows import Id, Played, Side
from cogs.tournaments.rules.play import apply, decide
from cogs.tournaments.rules.state import State

Score = tuple[int, int]
Which = Callable[[Played], bool]
CAUSES: Final[Mapping[type[refusals.PlayRefusal], Cause]] = {
    refusals.BadScore: Cause.SCORE,
    refusals.NoDraws: Cause.DRAW,
}


@dataclass(slots=True)
class _Filling:
    state: State
    matches: Mapping[MatchId, Played]
    people: Mapping[Id, int]
    reasons: list[Reason]
    left: dict[MatchId, Played] = field(default_factory=dict)  # results still to be said
    leaving: dict[int, list[MatchId]] = field(default_factory=dict)  # what they come to before


def filled(
    state: State,
    matches: Mapping[MatchId, Played],
    people: Mapping[Id, int],
    reasons: list[Reason],
) -> State:
    """The state with every result that could be said; why the others could not is noted."""
    filling = _Filling(state, matches, people, reasons)
    filling.left = {
        at: row for at, row in matches.items() if row.decided and None not in row.sides
    }
    filling.leaving = _leavers(matches, people)
    while not reasons and (_play(filling) or _leave(filling) or _give(filling)):
        pass
    filling.left.pop(SECOND_FINAL, None)  # one that nobody needs is told of as such
    if not reasons:
        reasons += (Reason(row.where, Cause.SIDES) for row in filling.left.values())
    for at, row in matches.items():
        if row.running and not row.decided and not reasons:
            filling.state = begun(filling.state, at)
    return filling.state


def said(match: Match, row: Played, people: Mapping[Id, int]) -> commands.Command:
    """What staff would say of this result. The match holds the two of the row."""
    one, other = (side for side in row.sides if side is not None)
    seats = [people[side.who] for side in (one, other) if side.who is not None]
    if one.forfeit or other.forfeit:
        if one.forfeit and other.forfeit:
            return commands.DoubleForfeit(match.id)
        return commands.Forfeit(match.id, seats[0] if one.forfeit else seats[1])
    score = score_of(row)
    if score is not None and match.sides[0] != seats[0]:
        score = score[::-1]
    if one.result == "draw":
        return commands.Rule(match.id, NOBODY, score)
    return commands.Rule(match.id, seats[0] if one.result == "win" else seats[1], score)


def score_of(row: Played) -> Score | None:
    """The games of each side, told by the match or counted from its games."""
    one, other = (side.score if side else None for side in row.sides)
    return row.tally if one is None or other is None else (one, other)


def contradicts(row: Played) -> Cause | None:
    """Whether the two sides of a result say two things."""
    one, other = row.sides
    if one is None or other is None or not row.decided:
        return None
    if row.tally and None not in (one.score, other.score) and row.tally != score_of(row):
        return Cause.GAMES_DIFFER
    words = sorted((_word(one), _word(other)))
    fine = (["loss", "win"], ["draw", "draw"], ["forfeit", "win"], ["forfeit", "forfeit"])
    return None if words in fine else Cause.RESULT


def begun(state: State, at: MatchId) -> State:
    """The match is live, if both can be called to it now."""
    first: list[commands.Command] = [commands.Call(at)]
    for command in first + [commands.Arrive(at, by) for by in _both(state, at)]:
        try:
            for event in decide(state, command):
                state = apply(state, event)
        except refusals.PlayRefusal:
            return state
    return state


def _word(side: Side) -> str:
    return "forfeit" if side.forfeit else side.result or "loss"


def _both(state: State, at: MatchId) -> list[int]:
    return [side for side in state.match(at).sides if side] if at in state.graph.places else []


def _leavers(
    matches: Mapping[MatchId, Played], people: Mapping[Id, int]
) -> dict[int, list[MatchId]]:
    """Who lost to an empty side: they had left by then, after all that they did not lose so."""
    stayed: dict[int, list[MatchId]] = {}
    gone: set[int] = set()
    for at, row in matches.items():
        for side in row.sides:
            entrant = None if side is None or side.who is None else people.get(side.who)
            if side is None or entrant is None:
                continue
            if side.result and not side.forfeit:
                stayed.setdefault(entrant, []).append(at)
            elif side.forfeit and None in row.sides:
                gone.add(entrant)
    return {entrant: stayed.get(entrant, []) for entrant in sorted(gone)}


def _play(filling: _Filling) -> bool:
    """Say what was played, as far as its two are known."""
    return _say(filling, lambda row: not any(side and side.forfeit for side in row.sides))


def _leave(filling: _Filling) -> bool:
    """Let one leave who has come as far as they did."""
    state = filling.state
    for entrant, before in filling.leaving.items():
        there = (at for at in before if at in state.graph.places)
        come = all(state.match(at).result is not None for at in there)
        if come and state.still_in(entrant):
            del filling.leaving[entrant]
            filling.state = _told(filling, commands.Withdraw(entrant), "") or state
            return True
    return False


def _give(filling: _Filling) -> bool:
    """Say who did not come; where neither did, one match at a time, once nothing else is left."""
    if _say(filling, lambda row: sum(bool(side and side.forfeit) for side in row.sides) == 1):
        return True
    return _say(filling, lambda _: True, one=True)


def _say(filling: _Filling, which: Which, *, one: bool = False) -> bool:
    done = False
    for at, row in list(filling.left.items()):
        if not which(row) or not _ready(filling, at, row):
            continue
        done = True
        del filling.left[at]
        match = filling.state.match(at)
        if match.result is not None:  # somebody who left has decided it already
            continue
        cause = contradicts(row)
        if cause is not None:
            filling.reasons.append(Reason(row.where, cause))
            continue
        filling.state = (
            _told(filling, said(match, row, filling.people), row.where) or filling.state
        )
        if one:
            return True
    return done


def _ready(filling: _Filling, at: MatchId, row: Played) -> bool:
    """Whether the match holds those that the file has in it."""
    place = filling.state.graph.places.get(at)
    if place is None:
        return False
    there = tuple(
        filling.people.get(side.who) if side is not None and side.who is not None else None
        for side in row.sides
    )
    return None not in there and filling.state.board[place].sides == there


def _told(filling: _Filling, command: commands.Command, where: str) -> State | None:
    state = filling.state
    try:
        for event in decide(state, command):
            state = apply(state, event)
    except refusals.PlayRefusal as refusal:
        cause = CAUSES.get(type(refusal), Cause.RESULT)
        filling.reasons.append(Reason(where, cause))
        return None
    return state
