"""A round robin of another engine: any order of rounds, everybody against everybody as it says."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from cogs.tournaments.rules import refusals
from cogs.tournaments.rules.board import Match
from cogs.tournaments.rules.bracket import FEWEST, MatchId, bracket_of
from cogs.tournaments.rules.interchange.brackets_out import MODES
from cogs.tournaments.rules.interchange.filling import CAUSES, begun, contradicts, said
from cogs.tournaments.rules.interchange.reasons import BadFile, Cause, Reason
from cogs.tournaments.rules.interchange.rows import Drawn, File, Id, Played, unsure
from cogs.tournaments.rules.play import apply, decide
from cogs.tournaments.rules.robin import snake
from cogs.tournaments.rules.setup import Format, Setup
from cogs.tournaments.rules.state import State

Pair = tuple[int, int]


@dataclass(slots=True)
class Table:
    drawn: Drawn
    groups: tuple[tuple[int, ...], ...]
    legs: int
    numbers: dict[Id, int]  # ours, of everybody in it
    draws: bool = True  # their model lets any match of a table end so
    matches: list[Played] = field(default_factory=list)

    def setup(self, best_of: int) -> Setup:
        return Setup(
            len(self.numbers),
            Format.ROUND_ROBIN,
            best_of=best_of,
            legs=self.legs,
            groups=len(self.groups),
            draws=self.draws,
        )


def table_of(file: File, stage: Drawn) -> Table:
    """Raises `BadFile` for a pair too many or too few, and groups that ours could not be."""
    reasons = [Reason(row.where, Cause.NOT_SEEDED) for row in stage.matches if _empty(row)]
    if reasons or not stage.matches:
        raise BadFile(reasons or [Reason(stage.where, Cause.SIZE)])
    groups: dict[int, dict[Id, None]] = {}
    for row in stage.matches:
        groups.setdefault(row.group, {}).update(dict.fromkeys(_ids(row)))
    reasons += _wrong_groups(stage, groups)
    legs = 2 if stage.settings.get("roundRobinMode") == MODES[2] else 1
    reasons += _wrong_pairs(stage, groups, legs)
    if reasons:
        raise BadFile(reasons)
    numbers = _numbered(file, [groups[number] for number in sorted(groups)])
    if numbers is None:
        raise BadFile([Reason(stage.where, Cause.GROUPS)])
    dealt = snake(range(1, len(numbers) + 1), len(groups))
    return Table(stage, dealt, legs, numbers, matches=stage.matches)


def played(state: State, table: Table) -> State:
    """The state with every result of the table. Raises `BadFile`."""
    reasons: list[Reason] = []
    ours = _by_pair(state)
    running: list[MatchId] = []
    for row in sorted(table.matches, key=lambda row: (row.group, row.round, row.number)):
        one, other = (table.numbers[each] for each in _ids(row))
        at = ours[one, other].pop(0) if ours.get((one, other)) else ours[other, one].pop(0)
        if row.decided:
            state = _with_result(state, at, row, (table.numbers, reasons))
        elif row.running:
            running.append(at)
    if reasons:
        raise BadFile(reasons)
    for at in sorted(running, key=lambda at: state.graph.places[at]):
        state = begun(state, at)
    return state


def _with_result(
    state: State, at: MatchId, row: Played, told: tuple[Mapping[Id, int], list[Reason]]
) -> State:
    numbers, reasons = told
    cause = contradicts(row)
    try:
        if cause is None:
            for event in decide(state, said(state.match(at), row, numbers)):
                state = apply(state, event)
            return state
    except refusals.PlayRefusal as refusal:
        cause = CAUSES.get(type(refusal), Cause.RESULT)
    reasons.append(Reason(row.where, cause))
    return state


def _by_pair(state: State) -> Mapping[Pair, list[MatchId]]:
    found: dict[Pair, list[MatchId]] = {}
    for match in state.board:
        if bracket_of(match.id) == "R":
            found.setdefault(_pair(match), []).append(match.id)
    return found


def _pair(match: Match) -> Pair:
    one, other = match.playing
    return one, other


def _empty(row: Played) -> bool:
    return None in row.sides or unsure(row.sides)


def _ids(row: Played) -> list[Id]:
    return [side.who for side in row.sides if side is not None and side.who is not None]


def _wrong_groups(stage: Drawn, groups: Mapping[int, Mapping[Id, None]]) -> Iterator[Reason]:
    everybody = Counter(key for group in groups.values() for key in group)
    if max(everybody.values()) > 1:
        yield Reason(stage.where, Cause.GROUPS)
    said_ = stage.settings.get("groupCount")
    if said_ is not None and said_ != len(groups):
        yield Reason(f"{stage.where}.settings.groupCount", Cause.SHAPE, str(len(groups)))
    if stage.settings.get("roundRobinMode", MODES[1]) not in MODES.values():
        words = " | ".join(MODES.values())
        yield Reason(f"{stage.where}.settings.roundRobinMode", Cause.SHAPE, words)


def _wrong_pairs(
    stage: Drawn, groups: Mapping[int, Mapping[Id, None]], legs: int
) -> Iterator[Reason]:
    """Every pair of a group meets as often as there are legs."""
    met = Counter((row.group, frozenset(_ids(row))) for row in stage.matches)
    for row in stage.matches:
        if met[row.group, frozenset(_ids(row))] > legs or len(set(_ids(row))) < FEWEST:
            yield Reason(row.where, Cause.PAIRS)
    for number, group in groups.items():
        if sum(count for (at, _), count in met.items() if at == number) != (
            legs * len(group) * (len(group) - 1) // 2
        ):
            yield Reason(f"{stage.where}, group {number}", Cause.PAIRS)


def _numbered(file: File, groups: list[dict[Id, None]]) -> dict[Id, int] | None:
    """Our numbers: as in the file where its groups are a snake, else so that they become one.

    None where the groups are of sizes that no snake deals.
    """
    written = [key for key in file.people if any(key in group for group in groups)]
    dealt = snake(range(1, len(written) + 1), len(groups))
    plain = {key: number for number, key in enumerate(written, 1)}
    if [{plain[key] for key in group} for group in groups] == [set(group) for group in dealt]:
        return plain
    numbers: dict[Id, int] = {}
    waiting = [[key for key in written if key in group] for group in groups]
    for ours in dealt:
        theirs = next((group for group in waiting if len(group) == len(ours)), None)
        if theirs is None:
            return None
        waiting.remove(theirs)
        numbers |= dict(zip(theirs, sorted(ours), strict=True))
    return numbers
