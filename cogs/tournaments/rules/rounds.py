"""What staff and the clock may ask of a whole stage: a round, the play-offs, an arena's tick."""

from collections.abc import Mapping
from typing import Final

from cogs.tournaments.rules import commands, events, refusals, standings, swiss
from cogs.tournaments.rules.bracket import FEWEST, NOBODY, match_id
from cogs.tournaments.rules.encounters import Free, pairs_of
from cogs.tournaments.rules.growth import FITS_STAGES, free_in_arena, next_meeting
from cogs.tournaments.rules.lobbies import lobbies_of
from cogs.tournaments.rules.setup import LETTERS, PAIRED, Format
from cogs.tournaments.rules.state import State

HALVES: Final = 2  # a win, in half-wins


def staged(
    state: State, command: commands.OfStages, facts: commands.Facts
) -> tuple[events.Event, ...]:
    """What such a command leads to; nothing if it is so already. Raises what the rules refuse."""
    match command:
        case commands.Pair():
            return (_paired(state, command, facts),)
        case commands.DrawPlayoffs():
            return (_playoffs(state, command),)
        case commands.PairUp():
            return _met(state, facts)
        case commands.Close():
            _in_arena(state)
            return (events.Closed(),)
        case commands.Pause(entrant):
            _in_arena(state, entrant)
            return () if entrant in state.idle else (events.Paused(entrant),)
        case commands.Resume(entrant):
            _in_arena(state, entrant)
            return (events.Resumed(entrant),) if entrant in state.idle else ()


def met(state: State) -> Mapping[int, set[int]]:
    """Whom everybody has been paired with in the rounds so far, both ways round."""
    known: dict[int, set[int]] = {entrant: set() for entrant in state.entrants}
    codes = state.graph.codes
    for round_ in state.rounds:
        for place in range(round_.first, round_.stop):
            one, other = codes[place]
            known[one].add(other)
            known[other].add(one)
    return known


def contenders(state: State) -> tuple[swiss.Contender, ...]:
    """Everybody who is to be paired in the next round of a Swiss stage."""
    scores = standings.half_wins(state)
    whole = not (state.setup.draws or state.setup.late_half_wins % HALVES)
    byes = [round_.bye for round_ in state.rounds]
    return tuple(
        swiss.Contender(
            entrant,
            scores[entrant] // HALVES if whole else scores[entrant],
            byes.count(entrant) if entrant in byes else 0,
        )
        for entrant in state.active
    )


def _paired(state: State, command: commands.Pair, facts: commands.Facts) -> events.Event:
    _must_be_next(state)
    number = len(state.rounds) + 1
    if state.setup.format is Format.LOBBIES:
        return _fitting(state, events.RoundPaired(number, _lobbies(state, command), NOBODY))
    field = contenders(state)
    if command.pairs:
        known = {one.entrant for one in field}
        seated = [entrant for pair in command.pairs for entrant in pair]
        if command.bye:
            seated.append(command.bye)
        if known != set(seated) or len(seated) != len(known) or not _duels(command.pairs):
            raise refusals.BadPairs(f"{len(known)} are to be paired, each of them once")
        pairs = tuple((one, other) for one, other in command.pairs)
        cost = swiss.cost_of(field, met(state), pairs, command.bye)
        bound = swiss.bound_of(field)
        proof = swiss.Proof.BOUND if cost == bound else swiss.Proof.NOT_PROVED
        return _fitting(
            state, events.RoundPaired(number, pairs, command.bye, cost, bound, proof.value)
        )
    if facts.matcher is None:
        raise ValueError("a Swiss round needs a matcher")
    labels = {
        entrant: frozenset(f"{label.kind}:{label.value}" for label in labels)
        for entrant, labels in facts.labels.items()
    }
    made = swiss.pair(field, met(state), facts.matcher, labels or None)
    return _fitting(
        state,
        events.RoundPaired(number, made.pairs, made.bye, made.cost, made.bound, made.proof.value),
    )


def _duels(pairs: tuple[tuple[int, ...], ...]) -> bool:
    return all(len(pair) == 2 for pair in pairs)  # noqa: PLR2004 - a pair


def _lobbies(state: State, command: commands.Pair) -> tuple[tuple[int, ...], ...]:
    if command.pairs:
        if {each for lobby in command.pairs for each in lobby} != set(state.active):
            raise refusals.BadPairs("everybody who is still in, each of them once")
        return command.pairs
    ranked = [row.entrant for row in standings.placements(state)]
    staying = [entrant for entrant in ranked if entrant not in state.withdrawn]
    setup = state.setup
    if setup.final_lobby and len(state.rounds) + 1 == setup.planned:
        return lobbies_of(staying[: setup.finalists], setup.finalists)
    return lobbies_of(staying, setup.lobby)


def _fitting(state: State, step: events.RoundPaired) -> events.Event:
    """Raises `BadPairs` for a round made by hand that names somebody twice, or who has left."""
    if not FITS_STAGES[events.RoundPaired](state, step):
        raise refusals.BadPairs("everybody who is still in, each of them once")
    return step


def _must_be_next(state: State) -> None:
    """Raises `NoRounds`, `RoundOpen` or `StageOver` unless the next round can be paired."""
    if state.setup.format not in PAIRED or state.in_playoffs:
        raise refusals.NoRounds(f"a {state.format} has no rounds to pair")
    if state.left:
        raise refusals.RoundOpen(f"{state.left} matches of this round have no result yet")
    if state.stage_done:
        raise refusals.StageOver("the last round has been played")


def _playoffs(state: State, command: commands.DrawPlayoffs) -> events.Event:
    if state.setup.cut is None or state.in_playoffs:
        raise refusals.StageOver("no stage follows")
    if not state.stage_done:
        raise refusals.RoundOpen(f"{state.left} matches have no result yet")
    order = command.order or standings.through(state)
    if len(order) < FEWEST:
        raise refusals.TooFew(f"{len(order)} are left, at least {FEWEST} are needed")
    step = events.StageDrawn(order)
    if not FITS_STAGES[events.StageDrawn](state, step):
        raise refusals.BadPairs("each of those who go on, once")
    return step


def _met(state: State, facts: commands.Facts) -> tuple[events.Event, ...]:
    """One tick: whoever is free meets the nearest in points, then in rating."""
    _in_arena(state)
    points = standings.arena_points(state)
    last = dict.fromkeys(state.entrants, NOBODY)
    for match in state.board:
        one, other = match.sides
        last[one or NOBODY], last[other or NOBODY] = other or NOBODY, one or NOBODY
    free = [
        Free(
            each, points[each], facts.ratings.get(each, 0.0), facts.since.get(each, 0), last[each]
        )
        for each in free_in_arena(state)
    ]
    there = len(state.entrants) - len(state.withdrawn | state.idle)
    start = next_meeting(state)
    return tuple(
        events.Paired(match_id(LETTERS[Format.ARENA], 1, number), pair)
        for number, pair in enumerate(pairs_of(free, now=facts.now, there=there), start)
    )


def _in_arena(state: State, entrant: int | None = None) -> None:
    """Raises `NoArena`, `StageOver` after the bell, `AlreadyOut`, `UnknownEntrant`."""
    if state.setup.format is not Format.ARENA:
        raise refusals.NoArena(f"a {state.setup.format} has no breaks")
    if state.over:
        raise refusals.StageOver("the bell has rung")
    if entrant is not None and entrant in state.withdrawn:
        raise refusals.AlreadyOut(f"{entrant} is out already")
    if entrant is not None and entrant not in state.entrants:
        raise refusals.UnknownEntrant(f"{entrant!r:.40} is not an entrant")
