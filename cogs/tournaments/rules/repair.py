"""Undo: some steps never happened, and what no longer fits goes with them.

The preview is the undo itself, worked out before anything happens: what it announces is exactly
what will be done.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from cogs.tournaments.rules import events
from cogs.tournaments.rules.board import Match, Stage
from cogs.tournaments.rules.bracket import IN_BRACKETS, NOWHERE, MatchId, bracket_of
from cogs.tournaments.rules.flow import Turn
from cogs.tournaments.rules.moves import after, begin, fits
from cogs.tournaments.rules.setup import ELIMINATIONS
from cogs.tournaments.rules.state import State

MADE: Final = events.RoundPaired | events.StageDrawn  # what may be worked out again
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


def _taken_out(state: State, wanted: set[int]) -> tuple[State, list[int]]:
    """The state without these steps, and where all those stood that go with them."""
    past = _before(state, min(wanted))
    narrow = _downstream(state, past, wanted)
    return _all_over(state, wanted) if narrow is None else _narrowly(state, past, wanted, narrow)


def _all_over(state: State, wanted: set[int]) -> tuple[State, list[int]]:
    """Every step again, from the first that goes."""
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
    return outcome, gone


def _downstream(state: State, past: State, wanted: set[int]) -> set[int] | None:
    """The matches of a bracket that the steps to be taken out lead to, or None.

    None where it is not so simple: since `past` somebody came or left, or one of these matches
    was kept for the stream. Else a step of another match fits with or without them, because
    whoever plays one of these has come to the end of what they played before.
    """
    graph, since = state.graph, state.log[len(past.log) :]
    if state.setup.format not in ELIMINATIONS or any(
        isinstance(step, events.OfSeats | events.OfStages) for step in since
    ):
        return None
    steps = [state.log[position] for position in wanted]
    ahead = [
        graph.places[step.match]
        for step in steps
        if not isinstance(step, events.OfSeats | events.OfStages)
    ]
    found: set[int] = set()
    while ahead:
        if (place := ahead.pop()) in found:
            continue
        found.add(place)
        slots = graph.winner_to[place], graph.loser_to[place]
        ahead += [slot >> 1 for slot in slots if slot != NOWHERE]
        ahead += [graph.reset] * (place == graph.final and graph.reset != NOWHERE)
    named = {graph.ids[place] for place in found}
    kept = [step for step in since if isinstance(step, events.Held | events.Released)]
    return None if any(step.match in named for step in kept) else found


def _narrowly(
    state: State, past: State, wanted: set[int], places: set[int]
) -> tuple[State, list[int]]:
    """Only the steps of these matches again: of thousands, those of a dozen."""
    turn, gone = Turn(state), list[int]()
    turn.put_back(places, past.board)
    outcome = turn.so_far()
    named = {state.graph.ids[place] for place in places}
    for position in range(len(past.log), len(state.log)):
        step = state.log[position]
        if isinstance(step, events.OfSeats | events.OfStages) or step.match not in named:
            continue
        if position in wanted or not fits(outcome, step):
            gone.append(position)
        else:
            outcome = after(outcome, step)
    left_out = set(gone)
    log = tuple(step for at, step in enumerate(state.log) if at not in left_out)
    return replace(outcome, log=log, before=past if past.log else None), gone


def preview(state: State, positions: Iterable[int]) -> Preview:
    """What taking these steps out of `state.log` would do. They must be positions of the log."""
    wanted = set(positions)
    outcome, gone = _taken_out(state, wanted)
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


def made_since(state: State, position: int) -> tuple[int, ...]:
    """Rounds that were paired and play-offs that were drawn after a step of the log."""
    later = range(position + 1, len(state.log))
    return tuple(at for at in later if isinstance(state.log[at], MADE))


def has_begun(state: State, made: Iterable[int]) -> bool:
    """Whether a match of what was paired or drawn there has started."""
    matches = (state.board[place] for at in made for place in _places_of(state, at))
    return any(
        state.begun(match) and (match.result is None or match.result.played) for match in matches
    )


def welcomed(state: State, step: events.Reinstated) -> Preview:
    """What it does to let somebody in again: no result changes, and nothing is undone."""
    kept = sum(match.result is not None for match in state.board)
    return Preview((), kept, (), (), (step.entrant,), after(state, step))


def without(state: State, undone: events.Undone) -> State:
    """The state once these steps are taken out and the others have happened in their order."""
    outcome, gone = _taken_out(state, set(undone.positions))
    if gone != sorted(undone.positions):
        raise ValueError(f"{undone} does not fit")
    return outcome


def _places_of(state: State, position: int) -> Iterable[int]:
    step = state.log[position]
    if isinstance(step, events.RoundPaired):
        round_ = state.rounds[step.round - 1]
        return range(round_.first, round_.stop)
    ids = enumerate(state.graph.ids)
    return [place for place, match in ids if bracket_of(match) in IN_BRACKETS]


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
    past = _before(state, position)
    for step in state.log[len(past.log) : position]:
        past = after(past, step)
    return past


def _before(state: State, position: int) -> State:
    """The last moment that is remembered from before the step at `position`, or the draw."""
    past: State | None = state
    while past is not None and len(past.log) > position:
        past = past.before
    return begin(state.setup) if past is None else past
