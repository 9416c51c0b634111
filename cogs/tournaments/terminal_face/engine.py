"""`bot.py tournament engine`: the pure engine over JSON lines, one answer to each line.

The shapes are those of an interface that stays stable; its reader is a script. A line that is
wrong is answered by an error, changes nothing and never ends the process.
"""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from cogs.tournaments.rules import commands, events, refusals
from cogs.tournaments.rules.board import Match
from cogs.tournaments.rules.bracket import NOBODY
from cogs.tournaments.rules.interchange import brackets_out
from cogs.tournaments.rules.moves import begin
from cogs.tournaments.rules.options import BadOption, setup_of
from cogs.tournaments.rules.play import apply, decide, foresee
from cogs.tournaments.rules.setup import Format
from cogs.tournaments.rules.standings import placements
from cogs.tournaments.rules.state import State
from cogs.tournaments.rules.tiebreaks import IN_HALF_WINS, Tiebreak
from cogs.tournaments.service.matching import matched
from cogs.tournaments.terminal_face import reading
from cogs.tournaments.terminal_face.reading import Line, Wrong


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
            yield table.answer(reading.said(line))
        except refusals.PlayRefusal as refusal:
            yield _error(refusal.code, str(refusal))
        except Wrong as wrong:
            yield _error(wrong.error, str(wrong))


class _Table:
    """The one tournament that is being played."""

    def __init__(self) -> None:
        self._state: State | None = None

    def answer(self, asked: Line) -> str:
        do = asked.get("do")
        if do == "create":
            self._state = _created(asked)
            return _stands(self._state)
        if not isinstance(do, str) or do not in _DO:
            raise Wrong("unknown_command", f"do is one of create, {', '.join(_DO)}")
        if self._state is None:
            raise Wrong("no_tournament", "create one first")
        answer, self._state = _DO[do](self._state, asked)
        return answer


def _created(asked: Line) -> State:
    format_ = asked.get("format")
    if format_ not in [known.value for known in Format]:
        known = ", ".join(known.value for known in Format)
        raise Wrong("unknown_format", f"{format_!r:.40} is not one of {known}")
    options = asked.get("options", {})
    if not isinstance(options, dict):
        raise Wrong("bad_field", "options is an object")
    try:
        return begin(setup_of(Format(format_), reading.number(asked, "entrants"), options))
    except BadOption as wrong:
        raise Wrong(wrong.error, str(wrong)) from wrong


def _reported(state: State, asked: Line) -> tuple[str, State]:
    match = state.match(reading.match(asked))
    if match.lobby or "order" in asked:
        return _lobby_reported(state, match, asked)
    winner = reading.number(asked, "winner")
    score = reading.score(asked, winner_first=match.sides[0] == winner)
    if not winner:
        return _done(state, commands.Rule(match.id, winner, score))
    # Told by the loser, a result needs nobody to confirm it.
    loser = match.opponent_of(winner) or 0
    return _done(state, commands.Report(match.id, by=loser, winner=winner, score=score))


def _lobby_reported(state: State, match: Match, asked: Line) -> tuple[str, State]:
    order = reading.numbers(asked, "order")
    return _done(state, commands.Rule(match.id, order[0] if order else 0, order=order))


def _undone(state: State, asked: Line) -> tuple[str, State]:
    del asked
    seen = foresee(state, commands.Undo())
    after = apply(state, events.Undone(seen.positions))
    return _stands(after, replayed=list(seen.replayed)), after


def _withdrawn(state: State, asked: Line) -> tuple[str, State]:
    return _done(state, commands.Withdraw(reading.number(asked, "entrant")))


def _forfeited(state: State, asked: Line) -> tuple[str, State]:
    return _done(state, commands.DoubleForfeit(reading.match(asked)))


def _joined(state: State, asked: Line) -> tuple[str, State]:
    return _done(state, commands.JoinLate(reading.number(asked, "entrant")))


def _paired(state: State, asked: Line) -> tuple[str, State]:
    """The next round; of an arena, its next tick. Staff may make the pairs of a round by hand."""
    if state.setup.format is Format.ARENA:
        return _done(state, commands.PairUp())
    made = asked.get("pairs", [])
    if not isinstance(made, list) or not all(isinstance(pair, list) for pair in made):
        raise Wrong("bad_field", "pairs is a list of lists of whole numbers")
    pairs = tuple(reading.numbers({"pairs": pair}, "pairs") for pair in made)
    bye = asked.get("bye", NOBODY)
    if not reading.whole(bye):
        raise Wrong("bad_field", "bye is a whole number")
    command = commands.Pair(pairs, bye)  # type: ignore[arg-type]  # it is whole
    (paired,) = decide(state, command, commands.Facts(matcher=matched))
    after = apply(state, paired)
    if not isinstance(paired, events.RoundPaired):
        raise TypeError("a round is paired by a round")
    told: dict[str, object] = {"bye": paired.bye or None}
    if paired.cost:
        told |= {"cost": paired.cost, "bound": paired.bound, "proof": paired.proof}
    return _stands(after, **told), after


def _advanced(state: State, asked: Line) -> tuple[str, State]:
    return _done(state, commands.DrawPlayoffs(reading.numbers(asked, "order")))


def _paused(state: State, asked: Line) -> tuple[str, State]:
    return _done(state, commands.Pause(reading.number(asked, "entrant")))


def _resumed(state: State, asked: Line) -> tuple[str, State]:
    return _done(state, commands.Resume(reading.number(asked, "entrant")))


def _closed(state: State, asked: Line) -> tuple[str, State]:
    del asked
    return _done(state, commands.Close())


def _reinstated(state: State, asked: Line) -> tuple[str, State]:
    return _done(state, commands.Reinstate(reading.number(asked, "entrant")))


def _reopened(state: State, asked: Line) -> tuple[str, State]:
    seen = foresee(state, commands.Reopen(reading.match(asked)))
    after = apply(state, events.Undone(seen.positions))
    return _stands(after, replayed=list(seen.replayed)), after


def _standings(state: State, asked: Line) -> tuple[str, State]:
    del asked
    table = state.setup.format in {Format.SWISS, Format.ROUND_ROBIN}
    rows = [
        {
            "entrant": one.entrant,
            "rank": one.rank,
            "points": _halved(one.points) if table else one.points,
            "tiebreaks": {key.value: _shown(key, value) for key, value in one.values.items()},
        }
        for one in placements(state)
    ]
    return json.dumps({"ok": True, "standings": rows}), state


def _exported(state: State, asked: Line) -> tuple[str, State]:
    """All that brackets-manager's model can hold of it, and whether their engine could play on."""
    names = dict(enumerate(reading.texts(asked, "names"), start=1))
    if len(names) > state.count:
        raise Wrong("bad_field", f"names are those of {state.count} entrants, the best seed first")
    title = reading.text(asked, "title") or state.setup.format.value
    made = brackets_out.exported(state, names, title)
    told = {"ok": True, "brackets": json.loads(made.text), "playable": made.playable}
    return json.dumps(told), state


_DO: Final[Mapping[str, Callable[[State, Line], tuple[str, State]]]] = MappingProxyType(
    {
        "report": _reported,
        "undo": _undone,
        "withdraw": _withdrawn,
        "double_forfeit": _forfeited,
        "late_join": _joined,
        "pair": _paired,
        "advance": _advanced,
        "reopen": _reopened,
        "reinstate": _reinstated,
        "pause": _paused,
        "resume": _resumed,
        "close": _closed,
        "standings": _standings,
        "export": _exported,
    }
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
    return f'{{"id": "{match.id}", "sides": [{", ".join(map(str, match.sides))}]}}'


def _shown(key: Tiebreak, value: int) -> float:
    if key is Tiebreak.SONNEBORN_BERGER:  # half a draw of half-wins: quarters
        return value / 4
    return _halved(value) if key in IN_HALF_WINS else value


def _halved(half_wins: int) -> float:
    """Points as people write them: 2, or 2.5."""
    return half_wins / 2 if half_wins % 2 else half_wins // 2


def _error(error: str, message: str) -> str:
    return json.dumps({"ok": False, "error": error, "message": message})
