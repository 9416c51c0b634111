"""`brackets.json` read: the setup that it was drawn from, and its results played out once more.

Nothing is taken over as it stands. The bracket is drawn by our rules and every result goes through
them; then what came of it is laid beside the file, so nothing can be slipped in between.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from cogs.tournaments.rules import events
from cogs.tournaments.rules.bracket import FEWEST, Graph, MatchId, bracket_of, rounds_of, seats_of
from cogs.tournaments.rules.drops import NAMES, Drops, mask_of, masks
from cogs.tournaments.rules.elimination import GrandFinal, Shape
from cogs.tournaments.rules.interchange import robins, rows
from cogs.tournaments.rules.interchange.brackets_out import FINALS
from cogs.tournaments.rules.interchange.compared import compared
from cogs.tournaments.rules.interchange.filling import filled
from cogs.tournaments.rules.interchange.padded import full, named
from cogs.tournaments.rules.interchange.plain import loaded
from cogs.tournaments.rules.interchange.reasons import BadFile, Cause, Reason
from cogs.tournaments.rules.interchange.rows import Drawn, File, Id, Played
from cogs.tournaments.rules.moves import after, begin
from cogs.tournaments.rules.names import shown_name
from cogs.tournaments.rules.setup import Cut, Format, Setup
from cogs.tournaments.rules.state import State

_DOUBLE: Final = "double_elimination"


@dataclass(frozen=True, slots=True)
class Read:
    title: str
    state: State = field(repr=False)
    names: Mapping[int, str]


@dataclass(slots=True)
class _Bracket:
    """An elimination stage, its places understood."""

    drawn: Drawn
    shape: Shape  # with the seeds that are there
    seats: dict[int, Id]  # who has which seed
    late: tuple[int, ...] = ()  # seeds that somebody took after the draw
    matches: dict[MatchId, Played] = field(default_factory=dict)


def read(text: str) -> Read:
    """Raises `BadFile`, with every reason."""
    file = rows.read(loaded(text))
    first, last = _stages_of(file)
    return _alone(file, first) if last is None else _both(file, first, last)


def _stages_of(file: File) -> tuple[Drawn, Drawn | None]:
    """A stage, or a round robin and the bracket after it."""
    stages = file.stages
    tabled = [stage.kind == "round_robin" for stage in stages]
    if tabled == [True, False]:
        return stages[0], stages[1]
    if len(stages) != 1:
        raise BadFile([Reason("stage", Cause.STAGES)])
    return stages[0], None


def _alone(file: File, stage: Drawn) -> Read:
    if stage.kind == "round_robin":
        table = robins.table_of(file, stage)
        state = robins.played(begin(table.setup(_games(stage.matches, stage))), table)
        return Read(stage.name, state, _names(file, table.numbers))
    bracket = _understood(stage)
    order = sorted(seed for seed in bracket.seats if seed not in bracket.late)
    numbers = {seed: at for at, seed in enumerate((*order, *bracket.late), 1)}
    setup = _setup(bracket, len(order))
    state = begin(setup)
    for seed in bracket.late:
        against = numbers[len(bracket.shape.seats) + 1 - seed]
        state = after(state, events.JoinedLate(numbers[seed], against))
    people = {bracket.seats[seed]: number for seed, number in numbers.items()}
    state = _resumed(state, bracket, people)
    return Read(stage.name, state, _names(file, people))


def _both(file: File, first: Drawn, last: Drawn) -> Read:
    table = robins.table_of(file, first)
    bracket = _understood(last)
    if bracket.late:
        raise BadFile([Reason(last.where, Cause.BYES)])
    order = tuple(table.numbers[bracket.seats[seed]] for seed in sorted(bracket.seats))
    games = _games(first.matches, first)
    most = max(len(set(order) & set(group)) for group in table.groups)
    cut = Cut(most, **_of_shape(bracket))
    setup = replace(table.setup(games), cut=cut, finals=_finals(bracket, games))
    state = robins.played(begin(setup), table)
    state = _resumed(after(state, events.StageDrawn(order)), bracket, table.numbers)
    return Read(first.name, state, _names(file, table.numbers))


def _resumed(state: State, bracket: _Bracket, people: Mapping[Id, int]) -> State:
    """The state with every result of the bracket; what then differs from the file is a reason."""
    reasons: list[Reason] = []
    state = filled(state, bracket.matches, people, reasons)
    if not reasons:  # else what follows from them would only be told again
        reasons += compared(state, bracket.matches, people)
    if reasons:
        raise BadFile(reasons)
    return state


def _names(file: File, numbers: Mapping[Id, int]) -> Mapping[int, str]:
    names: dict[int, str] = {}
    for key, number in sorted(numbers.items(), key=lambda each: each[1]):
        names[number] = shown_name(file.people[key], set(names.values()))
    return names


def _understood(stage: Drawn) -> _Bracket:
    """Who sits where, and which match is which. Raises `BadFile`."""
    double = stage.kind == _DOUBLE
    at: dict[MatchId, Played] = {}
    reasons: list[Reason] = []
    for match in stage.matches:
        found = named(match.group, match.round, match.number, double=double)
        if found is None:
            reasons.append(Reason(match.where, Cause.MATCH_EXTRA))
        elif found in at:
            reasons.append(Reason(match.where, Cause.MATCH_TWICE))
        else:
            at[found] = match
    first = [at[found] for found in _in_a_row(at, "W1")]
    size = 2 * len(first)
    if reasons or size < FEWEST or size & (size - 1):
        raise BadFile(reasons or [Reason(stage.where, Cause.SIZE)])
    seats, late = _seated(stage, first)
    reasons += _wrong_settings(stage, size)
    shape = _shape(stage, at, size, reasons)
    expected = full(shape).places
    reasons += (Reason(f"{stage.where} {x}", Cause.MATCH_MISSING) for x in expected if x not in at)
    reasons += (Reason(at[x].where, Cause.MATCH_EXTRA) for x in at if x not in expected)
    if reasons:
        raise BadFile(reasons)
    return _Bracket(stage, shape, seats, late, {each: at[each] for each in expected})


def _in_a_row(at: Mapping[MatchId, Played], round_: str) -> Iterator[MatchId]:
    number = 1
    while (found := MatchId(f"{round_}.{number}")) in at:
        yield found
        number += 1


def _seated(stage: Drawn, first: Sequence[Played]) -> tuple[dict[int, Id], tuple[int, ...]]:
    """Who has which seed; byes stand where ours do, but for seats that latecomers took."""
    order = seats_of(2 * len(first))
    sides = [side for match in first for side in match.sides]
    wrong = [match.where for match in first if rows.unsure(match.sides)]
    if wrong:
        raise BadFile(Reason(where, Cause.NOT_SEEDED) for where in wrong)
    seats = {seed: side.who for seed, side in zip(order, sides, strict=True) if side is not None}
    known = {seed: who for seed, who in seats.items() if who is not None}
    if len(set(known.values())) < len(known):
        raise BadFile([Reason(stage.where, Cause.ID_TWICE)])
    last = next((seed for seed in range(1, len(order) + 1) if seed not in known), len(order) + 1)
    if last <= len(order) // 2 + (len(order) > FEWEST) or last <= FEWEST:
        raise BadFile([Reason(stage.where, Cause.BYES)])
    return known, tuple(sorted((seed for seed in known if seed > last), key=_by_id(known)))


def _by_id(known: Mapping[int, Id]) -> Any:  # noqa: ANN401 - a key to sort by
    """Latecomers in the order of their numbers: those that came first were written first."""
    return lambda seed: (isinstance(known[seed], str), known[seed])


def _wrong_settings(stage: Drawn, size: int) -> Iterator[Reason]:
    said = stage.settings.get("size")
    if said is not None and said != size:
        yield Reason(f"{stage.where}.settings.size", Cause.SHAPE, str(size))


def _shape(stage: Drawn, at: Mapping[MatchId, Played], size: int, reasons: list[Reason]) -> Shape:
    seats = seats_of(size)
    if stage.kind != _DOUBLE:
        return Shape(seats, third_place=MatchId("P1.1") in at)
    rounds = sum(f"G{round_}.1" in at for round_ in (1, 2))
    kinds = (GrandFinal.NONE, GrandFinal.SINGLE, GrandFinal.RESET)
    grand = kinds[rounds]
    if size == FEWEST:  # no such match: what was wished stands in the settings alone
        said = stage.settings.get("grandFinal")
        grand = next((kind for kind, word in FINALS.items() if word == said), GrandFinal.RESET)
    crossed = _masks(stage, at, size)
    if _drops(crossed, size) is None:
        reasons.append(Reason(f"{stage.where}.settings.seedOrdering", Cause.DROPS))
    return Shape(seats, masks=crossed, grand_final=grand)


def _drops(crossed: tuple[int, ...], size: int) -> Drops | None:
    return next((drops for drops in Drops if masks(drops, size) == crossed), None)


def _masks(stage: Drawn, at: Mapping[MatchId, Played], size: int) -> tuple[int, ...]:
    """How losers drop: as the positions say, or the settings; else as their engine does."""
    rounds = rounds_of(size)
    usual = masks(Drops.BRACKETS_MANAGER, size)
    names = stage.settings.get("seedOrdering")
    wished = names if isinstance(names, list) else []
    told = _told(at)
    found: list[int] = []
    for round_ in range(1, rounds + 1):
        name = wished[round_] if len(wished) > round_ else None
        ordered = mask_of(name, rounds - round_) if name in NAMES else usual[round_ - 1]
        found.append(told.get(round_, ordered))
    return tuple(found)


def _told(at: Mapping[MatchId, Played]) -> Mapping[int, int]:
    """The masks that follow from where losers say that they come from, by winners' round."""
    found: dict[int, int] = {}
    for match_id, match in at.items():
        round_ = match.round
        if bracket_of(match_id) != "L" or (round_ > 1 and round_ % 2):
            continue
        for side, there in enumerate(match.sides):
            if there is None or not there.position or (round_ > 1 and side):
                continue
            slot = 2 * (match.number - 1) + side if round_ == 1 else match.number - 1
            found.setdefault(round_ // 2 + 1, (there.position - 1) ^ slot)
    return found


def _of_shape(bracket: _Bracket) -> dict[str, Any]:
    shape = bracket.shape
    if not shape.double:
        return {"third_place": shape.third_place}
    drops = _drops(shape.masks or (), len(shape.seats)) or Drops.NATURAL
    return {"format": Format.DOUBLE_ELIMINATION, "drops": drops, "grand_final": shape.grand_final}


def _setup(bracket: _Bracket, entrants: int) -> Setup:
    games = _games(bracket.drawn.matches, bracket.drawn)
    return Setup(entrants, best_of=games, finals=_finals(bracket, games), **_of_shape(bracket))


def _games(matches: Sequence[Played], stage: Drawn) -> int:
    """Of how many games a match of the stage is, where its last rounds are not others."""
    said = stage.settings.get("matchesChildCount")
    if not isinstance(said, int):
        said = matches[0].games if matches else 0
    games = max(1, said)
    odd = stage.kind != "round_robin" or all(max(1, each.games) == games for each in matches)
    if games % 2 == 0 or not odd:
        raise BadFile([Reason(f"{stage.where}.settings.matchesChildCount", Cause.GAMES)])
    return games


def _finals(bracket: _Bracket, games: int) -> tuple[int, ...]:
    """The games of the last rounds, the final first; all matches of a round have as many."""
    graph = Graph().with_bracket(bracket.shape)
    counts: dict[int, int] = {}
    for at, match in bracket.matches.items():
        before_last, here = graph.before_last(at), max(1, match.games)
        if here % 2 == 0 or counts.setdefault(before_last, here) != here:
            raise BadFile([Reason(f"{match.where}.child_count", Cause.GAMES)])
    finals = [counts.get(each, games) for each in range(max(counts, default=0) + 1)]
    while finals and finals[-1] == games:
        finals.pop()
    return tuple(finals)
