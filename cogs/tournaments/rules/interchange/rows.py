"""`brackets.json` as it is written: rows that refer to each other, each looked at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from cogs.tournaments.rules.bracket import MOST
from cogs.tournaments.rules.fields import Fields
from cogs.tournaments.rules.interchange.plain import HIGHEST, Table
from cogs.tournaments.rules.interchange.reasons import BadFile, Cause, Reason

KINDS: Final = ("single_elimination", "double_elimination", "round_robin")
RESULTS: Final = ("win", "loss", "draw")
MOST_MATCHES: Final = 50_000
MOST_GAMES: Final = 99  # of one match
_LONGEST: Final = 200  # characters of a name, before it is made fit to be shown

Id = int | str


@dataclass(frozen=True, slots=True)
class Side:
    """Somebody in a match; `who` is None while it is not known."""

    who: Id | None
    position: int | None = None
    score: int | None = None
    result: str = ""
    forfeit: bool = False


@dataclass(slots=True)
class Played:
    """A match as the file has it. A side that is None is a bye."""

    where: str
    id: Id
    group: int  # its number
    round: int
    number: int
    sides: tuple[Side | None, Side | None]
    games: int
    running: bool
    tally: tuple[int, int] | None = None  # of its games, where they say who won

    @property
    def decided(self) -> bool:
        return any(side is not None and (side.result or side.forfeit) for side in self.sides)


@dataclass(slots=True)
class Drawn:
    """A stage with its matches."""

    where: str
    kind: str
    name: str
    settings: Mapping[str, Any]
    matches: list[Played] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class File:
    people: Mapping[Id, str]  # in the order of the file
    stages: tuple[Drawn, ...]


class _Rows:
    """The file on the way: what was read, and what is wrong."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        self.reasons: list[Reason] = []
        self.people: dict[Id, str] = {}
        self.stages: dict[Id, Drawn] = {}
        self.order: list[tuple[int, Drawn]] = []
        self.groups: dict[Id, int] = {}
        self.rounds: dict[Id, int] = {}
        self.matches: dict[Id, Played] = {}

    def refuse(self, where: str, cause: Cause) -> None:
        self.reasons.append(Reason(where, cause))

    def fresh(self, where: str, key: Id, known: Mapping[Id, object]) -> Id:
        if key in known:
            self.refuse(f"{where}.id", Cause.ID_TWICE)
        return key

    def known(self, where: str, key: Id, among: Mapping[Id, object]) -> bool:
        if key not in among:
            self.refuse(where, Cause.UNKNOWN_ID)
        return key in among


def read(data: Mapping[str, Any]) -> File:
    """The rows, each looked at and all of them referring to one another. Raises `BadFile`."""
    rows = _Rows(data)
    for step in (_people, _stages, _groups, _rounds, _matches, _children):
        step(rows)
    if rows.reasons:
        raise BadFile(rows.reasons)
    stages = tuple(stage for _, stage in sorted(rows.order, key=lambda each: each[0]))
    return File(rows.people, stages)


def _people(rows: _Rows) -> None:
    table = Table(rows.data, "participant", MOST)
    for where, row in table:
        key, name = _id(row, "id"), row.text("name", _LONGEST)
        rows.people[rows.fresh(where, key, rows.people)] = name
    rows.reasons += table.reasons


def _stages(rows: _Rows) -> None:
    table = Table(rows.data, "stage", 2)
    for where, row in table:
        key, kind = _id(row, "id"), row.value("type")
        if kind not in KINDS:
            row.note("type", " | ".join(KINDS))
        settings = row.value("settings")
        if not isinstance(settings, Mapping):
            row.note("settings", "{…}")
            settings = {}
        if settings.get("skipFirstRound"):
            rows.refuse(f"{where}.settings.skipFirstRound", Cause.SKIPS_A_ROUND)
        stage = Drawn(where, str(kind), row.text("name", _LONGEST), settings)
        rows.stages[rows.fresh(where, key, rows.stages)] = stage
        rows.order.append((row.whole("number", 0, HIGHEST), stage))
    rows.reasons += table.reasons


def _groups(rows: _Rows) -> None:
    table = Table(rows.data, "group", MOST)
    for where, row in table:
        key, stage = _id(row, "id"), _id(row, "stage_id")
        rows.known(f"{where}.stage_id", stage, rows.stages)
        rows.groups[rows.fresh(where, key, rows.groups)] = row.whole("number", 1, MOST)
    rows.reasons += table.reasons


def _rounds(rows: _Rows) -> None:
    table = Table(rows.data, "round", MOST_MATCHES)
    for where, row in table:
        key, group = _id(row, "id"), _id(row, "group_id")
        rows.known(f"{where}.group_id", group, rows.groups)
        rows.rounds[rows.fresh(where, key, rows.rounds)] = row.whole("number", 1, MOST_MATCHES)
    rows.reasons += table.reasons


def _matches(rows: _Rows) -> None:
    table = Table(rows.data, "match", MOST_MATCHES)
    for where, row in table:
        key, stage = _id(row, "id"), _id(row, "stage_id")
        group, round_ = _id(row, "group_id"), _id(row, "round_id")
        known = (
            rows.known(f"{where}.stage_id", stage, rows.stages),
            rows.known(f"{where}.group_id", group, rows.groups),
            rows.known(f"{where}.round_id", round_, rows.rounds),
        )
        match = Played(
            where,
            rows.fresh(where, key, rows.matches),
            rows.groups.get(group, 0),
            rows.rounds.get(round_, 0),
            row.whole("number", 1, MOST_MATCHES),
            (_side(rows, row, where, "opponent1"), _side(rows, row, where, "opponent2")),
            row.whole("child_count", 0, MOST_GAMES, default=0),
            row.whole("status", 0, 6, default=0) == 3,  # noqa: PLR2004 - their word for running
        )
        rows.matches[key] = match
        if all(known):
            rows.stages[stage].matches.append(match)
    rows.reasons += table.reasons


def _side(rows: _Rows, row: Fields, where: str, name: str) -> Side | None:
    found = row.value(name)
    if found is None:
        return None
    if not isinstance(found, Mapping):
        row.note(name, "{…} | null")
        return None
    fields = row.table(name)
    who = found.get("id")
    if who is not None:
        who = _id(fields, "id")
        rows.known(f"{where}.{name}.id", who, rows.people)
    result = found.get("result", "")
    if result and result not in RESULTS:
        fields.note("result", " | ".join(RESULTS))
    return Side(
        who,
        fields.whole("position", 1, HIGHEST) if found.get("position") is not None else None,
        fields.whole("score", 0, HIGHEST) if found.get("score") is not None else None,
        str(result or ""),
        found.get("forfeit") is True,
    )


def _children(rows: _Rows) -> None:
    """Of a best-of: where its games say who won, they are counted."""
    table = Table(rows.data, "match_game", 4 * MOST_MATCHES, needed=False)
    seen: set[tuple[Id, int]] = set()
    for where, row in table:
        parent, number = _id(row, "parent_id"), row.whole("number", 1, MOST_GAMES)
        sides = _side(rows, row, where, "opponent1"), _side(rows, row, where, "opponent2")
        if not rows.known(f"{where}.parent_id", parent, rows.matches):
            continue
        match = rows.matches[parent]
        if (parent, number) in seen or number > match.games:
            rows.refuse(where, Cause.GAMES_DIFFER)
        seen.add((parent, number))
        won = [int(side is not None and side.result == "win") for side in sides]
        if None not in match.sides and any(won):
            one, other = match.tally or (0, 0)
            match.tally = one + won[0], other + won[1]
    rows.reasons += table.reasons


def _id(row: Fields, name: str) -> Id:
    found = row.value(name)
    if isinstance(found, int | str) and not isinstance(found, bool):
        return found
    row.note(name, "1")
    return -1


def unsure(sides: Sequence[Side | None]) -> bool:
    """Whether somebody is still to be known."""
    return any(side is not None and side.who is None for side in sides)
