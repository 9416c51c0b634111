"""`bot.py tournament engine`: the pure engine over JSON lines, one answer to each line.

The shapes are those of an interface that stays stable; its reader is a script. A line that is
wrong is answered by an error, changes nothing and never ends the process.
"""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from cogs.tournaments.rules import commands, events, refusals
from cogs.tournaments.rules.board import Match, Score
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.moves import begin
from cogs.tournaments.rules.play import apply, decide, foresee
from cogs.tournaments.rules.standings import placements
from cogs.tournaments.rules.state import Format, Setup, State

Answer = dict[str, Any]  # what json.dumps takes
HIGHEST: Final = 10_000  # games of a score

# Options of formats that single elimination has no use for are allowed, and change nothing.
_OPTIONS: Final = frozenset(("third_place", "grand_final", "drops", "rounds", "legs"))


class _Wrong(Exception):
    """A line that asks for nothing we know: `error` is the word for it, the text says where."""

    def __init__(self, error: str, message: str) -> None:
        super().__init__(message)
        self.error = error


def serve() -> None:
    """Answer standard input until it ends, line by line: a script waits for each answer."""
    lines = (line.decode("utf-8", "replace") for line in sys.stdin.buffer)
    for answer in engine(lines):
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()


def engine(lines: Iterable[str]) -> Iterator[str]:
    """One line of JSON for each line."""
    table = _Table()
    for line in lines:
        try:
            yield table.answer(_object(line))
        except refusals.PlayRefusal as refusal:
            yield _error(refusal.code, str(refusal))
        except _Wrong as wrong:
            yield _error(wrong.error, str(wrong))


class _Table:
    """The one tournament that is being played."""

    def __init__(self) -> None:
        self._state: State | None = None

    def answer(self, asked: Mapping[str, object]) -> str:
        do = asked.get("do")
        if do == "create":
            self._state = _created(asked)
            return _stands(self._state)
        if not isinstance(do, str) or do not in _DO:
            raise _Wrong("unknown_command", f"do is one of create, {', '.join(_DO)}")
        if self._state is None:
            raise _Wrong("no_tournament", "create one first")
        answer, self._state = _DO[do](self._state, asked)
        return answer


def _created(asked: Mapping[str, object]) -> State:
    format_ = asked.get("format")
    if format_ not in [known.value for known in Format]:
        known = ", ".join(known.value for known in Format)
        raise _Wrong("unknown_format", f"{format_!r:.40} is not one of {known}")
    options = asked.get("options", {})
    if not isinstance(options, dict):
        raise _Wrong("bad_field", "options is an object")
    if unknown := options.keys() - _OPTIONS:
        raise _Wrong("unknown_option", f"{min(unknown)!r:.40} is not an option")
    third_place = options.get("third_place", True)
    if not isinstance(third_place, bool):
        raise _Wrong("bad_field", "third_place is true or false")
    return begin(Setup(_number(asked, "entrants"), third_place=third_place))


def _reported(state: State, asked: Mapping[str, object]) -> tuple[str, State]:
    match = state.match(_match(asked))
    winner = _number(asked, "winner")
    score = _score(asked, winner_first=match.sides[0] == winner)
    # Told by the loser, a result needs nobody to confirm it.
    loser = match.opponent_of(winner) or 0
    return _done(state, commands.Report(match.id, by=loser, winner=winner, score=score))


def _undone(state: State, asked: Mapping[str, object]) -> tuple[str, State]:
    del asked
    seen = foresee(state, commands.Undo())
    after = apply(state, events.Undone(seen.positions))
    return _stands(after, replayed=list(seen.replayed)), after


def _withdrawn(state: State, asked: Mapping[str, object]) -> tuple[str, State]:
    return _done(state, commands.Withdraw(_number(asked, "entrant")))


def _forfeited(state: State, asked: Mapping[str, object]) -> tuple[str, State]:
    return _done(state, commands.DoubleForfeit(_match(asked)))


def _joined(state: State, asked: Mapping[str, object]) -> tuple[str, State]:
    return _done(state, commands.JoinLate(_number(asked, "entrant")))


def _paired(state: State, asked: Mapping[str, object]) -> tuple[str, State]:
    del asked
    raise _Wrong("not_swiss", f"a {state.setup.format} has no rounds to pair")


def _standings(state: State, asked: Mapping[str, object]) -> tuple[str, State]:
    del asked
    rows = [
        {"entrant": one.entrant, "rank": one.rank, "points": one.wins, "tiebreaks": {}}
        for one in placements(state)
    ]
    return json.dumps({"ok": True, "standings": rows}), state


_DO: Final[Mapping[str, Callable[[State, Mapping[str, object]], tuple[str, State]]]] = (
    MappingProxyType(
        {
            "report": _reported,
            "undo": _undone,
            "withdraw": _withdrawn,
            "double_forfeit": _forfeited,
            "late_join": _joined,
            "pair": _paired,
            "standings": _standings,
        }
    )
)


def _done(state: State, command: commands.Command) -> tuple[str, State]:
    for event in decide(state, command):
        state = apply(state, event)
    return _stands(state), state


def _stands(state: State, **more: object) -> str:
    """Where the tournament stands.

    Written by hand: hundreds of matches are open at 1,024 entrants, and json.dumps of them after
    each of as many results would cost ten times the rules.
    """
    matches = ", ".join(map(_open, state.open))
    rest = "".join(f', "{key}": {json.dumps(value)}' for key, value in more.items())
    done = "true" if state.done else "false"
    return f'{{"ok": true, "open": [{matches}], "done": {done}{rest}}}'


def _open(match: Match) -> str:
    return f'{{"id": "{match.id}", "sides": [{match.sides[0]}, {match.sides[1]}]}}'


def _error(error: str, message: str) -> str:
    return json.dumps({"ok": False, "error": error, "message": message})


def _object(line: str) -> Mapping[str, object]:
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError) as problem:
        raise _Wrong("bad_line", f"not JSON: {problem}") from problem
    if not isinstance(asked, dict):
        raise _Wrong("bad_line", "a line is one JSON object")
    return asked


def _number(asked: Mapping[str, object], name: str) -> int:
    value = asked.get(name)
    if not _whole(value):
        raise _Wrong("bad_field", f"{name} is a whole number")
    return value  # type: ignore[return-value]  # _whole has looked


def _match(asked: Mapping[str, object]) -> MatchId:
    value = asked.get("match")
    if not isinstance(value, str):
        raise _Wrong("bad_field", 'match is an id such as "W1.2"')
    return MatchId(value)


def _score(asked: Mapping[str, object], *, winner_first: bool) -> Score | None:
    """The games of each side. Whichever way round they were written, the winner has more."""
    value = asked.get("score")
    if value is None:
        return None
    if not isinstance(value, Sequence) or len(value) != len(("one", "other")):
        raise _Wrong("bad_field", "score is two whole numbers")
    one, other = value
    if not (_whole(one) and _whole(other)):
        raise _Wrong("bad_field", "score is two whole numbers")
    low, high = sorted((one, other))
    return (high, low) if winner_first else (low, high)


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= HIGHEST
