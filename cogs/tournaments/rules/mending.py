"""What an act of staff would change, before it is done: the act itself, on a board of its own."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from cogs.tournaments.rules import events
from cogs.tournaments.rules.board import Match, Stage
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.moves import after, fits
from cogs.tournaments.rules.play import apply
from cogs.tournaments.rules.refusals import NothingToUndo
from cogs.tournaments.rules.repair import preview
from cogs.tournaments.rules.state import State

PLAYED: Final = events.Reported | events.Confirmed | events.AutoConfirmed
_ORDER: Final = tuple(Stage)


@dataclass(frozen=True, slots=True)
class Outlook:
    """What will be different. Shown to whoever asks for it before they say yes."""

    steps: tuple[events.Event, ...]  # what the log gets
    kept: int  # results that stay as they are
    replayed: tuple[MatchId, ...]  # had a result, and must get one again
    cleared: tuple[MatchId, ...]  # lose anything at all: a call, a report, a result, a side
    decided: tuple[MatchId, ...]  # get a result, or another one
    people: tuple[int, ...]  # entrants to tell
    after: State = field(repr=False)


def outlook(state: State, steps: Iterable[events.Event]) -> Outlook:
    """What these steps would do. Nothing has happened yet."""
    steps, now = tuple(steps), state
    for step in steps:
        now = apply(now, step)
    pairs = list(_differing(state, now))
    results = sum(was.result is not None for was in state.board)
    told = [was for was, _ in pairs] + [after_ for _, after_ in pairs]
    told = [match for match in told if match.known]
    return Outlook(
        steps=steps,
        kept=results - sum(was.result is not None for was, _ in pairs),
        replayed=tuple(was.id for was, after_ in pairs if was.result and not after_.result),
        cleared=tuple(was.id for was, after_ in pairs if _loses(was, after_)),
        decided=tuple(after_.id for was, after_ in pairs if after_.result),
        people=tuple(sorted({side for match in told for side in match.sides if side})),
        after=now,
    )


def touched(state: State, step: events.Event) -> tuple[MatchId, ...]:
    """The matches that a step is about, on the board before it."""
    match step:
        case events.Undone(positions):
            steps = (state.log[position] for position in positions)
            about = (step.match for step in steps if isinstance(step, events.OfMatch))
            return tuple(dict.fromkeys(about))
        case events.Withdrawn(entrant) | events.Reinstated(entrant):
            return _match_of(state, entrant)
        case events.Replaced(seat) | events.JoinedLate(against=seat):
            return _match_of(state, seat)
        case events.SeedsSwapped(one, other):
            return (*_match_of(state, one), *_match_of(state, other))
        case _ if isinstance(step, events.OfMatch):
            return (step.match,)
    return ()


def taken_out(seqs: Sequence[int], lines: Iterable[tuple[int, events.Event]]) -> tuple[int, ...]:
    """The log numbers of what the undoing at the end of `lines` took out.

    `lines` are all steps of the log with their numbers, up to that undoing; `seqs` may be empty.
    """
    alive, gone = list(seqs), tuple[int, ...]()
    for seq, step in lines:
        if isinstance(step, events.Undone):
            gone = tuple(alive[position] for position in step.positions)
            alive = [each for each in alive if each not in set(gone)]
        else:
            alive.append(seq)
    return gone


def brought_back(
    state: State, steps: Sequence[events.Step], since: int
) -> tuple[events.Event, ...]:
    """What it takes for undone steps to stand again: what has come between them goes first.

    `since` counts `state.log`: what stands there and later happened after the undoing. Raises
    `NothingToUndo` if none of it fits any more.
    """
    about = {step.match for step in steps if isinstance(step, events.OfMatch)}
    between = [
        position for position in range(since, len(state.log)) if _about(state.log[position], about)
    ]
    way: list[events.Event] = []
    now = state
    if between:
        undone = events.Undone(preview(state, between).positions)
        way, now = [undone], apply(state, undone)
    back = len(way)
    for step in steps:
        if fits(now, step):
            now = after(now, step)
            way.append(step)
    if len(way) == back:
        raise NothingToUndo("none of it fits any more")
    return tuple(way)


def _about(step: events.Step, matches: set[MatchId]) -> bool:
    return isinstance(step, events.OfMatch) and step.match in matches


def _match_of(state: State, entrant: int) -> tuple[MatchId, ...]:
    place = state.place_of(entrant) if entrant in state.entrants else None
    return () if place is None else (state.board[place].id,)


def _differing(state: State, now: State) -> Iterator[tuple[Match, Match]]:
    """The matches that are not what they were; one that is on one board only is empty there."""
    ids = dict.fromkeys((*state.graph.ids, *now.graph.ids))
    for match in ids:
        was, after_ = _at(state, match), _at(now, match)
        if was != after_:
            yield was, after_


def _at(state: State, match: MatchId) -> Match:
    place = state.graph.places.get(match)
    return Match(match) if place is None else state.board[place]


def _loses(was: Match, now: Match) -> bool:
    """Whether something is taken away that people were told of."""
    told = was.result is not None or was.stage not in {Stage.WAITING, Stage.OPEN}
    if not told:
        return False
    return (
        was.sides != now.sides
        or (was.result is not None and was.result != now.result)
        or (now.result is None and _ORDER.index(now.stage) < _ORDER.index(was.stage))
    )
