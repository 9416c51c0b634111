"""Undo: some steps never happened, and what no longer fits goes with them.

The preview is the undo itself, worked out before anything happens: what it announces is exactly
what will be done.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from cogs.tournaments.rules import events
from cogs.tournaments.rules.board import Match, Stage
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.moves import after, begin, fits
from cogs.tournaments.rules.state import State

# Without one of these the stage is another one, and nobody has come through it.
_MADE_THE_STAGE: Final = (events.RoundPaired, events.JoinedLate, events.Closed)


@dataclass(frozen=True, slots=True)
class Preview:
    """What an undo will do. Shown to whoever asks for it before they say yes."""

    positions: tuple[int, ...]  # the steps that go, as `Undone` names them
    kept: int  # results that stay as they are
    replayed: tuple[MatchId, ...]  # matches that had a result and must get one again
    cleared: tuple[MatchId, ...]  # matches that lose anything at all: a call, a report, a result
    people: tuple[int, ...]  # entrants to tell
    outcome: State = field(repr=False)


def preview(state: State, positions: Iterable[int]) -> Preview:
    """What taking these steps out of `state.log` would do. They must be positions of the log."""
    wanted = set(positions)
    first = min(wanted)
    outcome, gone = _rewound(state, first), list[int]()
    for position in range(first, len(state.log)):
        step = state.log[position]
        falls = isinstance(step, events.StageDrawn) and any(
            isinstance(state.log[before], _MADE_THE_STAGE) for before in gone
        )
        if position in wanted or falls or not fits(outcome, step):
            gone.append(position)
        else:
            outcome = after(outcome, step)
    pairs = list(_differing(state, outcome))
    changed = [(was, now) for was, now in pairs if _less(was, now)]
    results = sum(was.result is not None for was in state.board)
    return Preview(
        positions=tuple(gone),
        kept=results - sum(was.result is not None for was, _ in pairs),
        replayed=tuple(was.id for was, now in changed if was.result and not now.result),
        cleared=tuple(was.id for was, _ in changed),
        people=tuple(sorted({side for was, _ in changed for side in was.sides if side})),
        outcome=outcome,
    )


def welcomed(state: State, step: events.Reinstated) -> Preview:
    """What it does to let somebody in again: no result changes, and nothing is undone."""
    kept = sum(match.result is not None for match in state.board)
    return Preview((), kept, (), (), (step.entrant,), after(state, step))


def without(state: State, undone: events.Undone) -> State:
    """The state once these steps are taken out and the others have happened in their order."""
    gone = set(undone.positions)
    first = min(gone)
    past = _rewound(state, first)
    for position in range(first, len(state.log)):
        if position not in gone:
            past = after(past, state.log[position])
    return past


def _differing(state: State, outcome: State) -> Iterator[tuple[Match, Match]]:
    """The matches that are not what they were, as they were and as they will be."""
    places = outcome.graph.places
    if state.graph is outcome.graph:
        for now in outcome.board.changed_from(state.board):
            yield state.board[places[now.id]], now
        return
    for was in state.board:
        now = outcome.board[places[was.id]] if was.id in places else Match(was.id)
        if was != now:
            yield was, now


def _less(was: Match, now: Match) -> bool:
    """Whether somebody has to be told: more than sides that are not known yet has changed."""
    return (
        was is not now
        and was != now
        and (was.stage is not Stage.OPEN or now.stage is not Stage.OPEN)
    )


def _rewound(state: State, position: int) -> State:
    """The state before the step at `position`."""
    past: State | None = state
    while past is not None and len(past.log) > position:
        past = past.before
    if past is None:  # the way back ends at a latecomer: play it again from the draw
        past = begin(state.setup)
    for step in state.log[len(past.log) : position]:
        past = after(past, step)
    return past
