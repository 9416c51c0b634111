"""The fields of `event.json`, each looked at and all that is wrong with them noted."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

from cogs.tournaments.rules import events
from cogs.tournaments.rules.bracket import MOST
from cogs.tournaments.rules.fields import Fields, Problem
from cogs.tournaments.rules.hosting import BEST_OFS, LONGEST_NAME
from cogs.tournaments.rules.interchange.plain import Table, shapes
from cogs.tournaments.rules.interchange.reasons import Cause, Reason
from cogs.tournaments.rules.interchange.replayed import well_formed
from cogs.tournaments.rules.interchange.told import (
    COUNTS,
    FLAGS,
    HOURS,
    LATER,
    MINUTES,
    Entered,
    Line,
    Settings,
)
from cogs.tournaments.rules.names import showable, shown_name, tidied
from cogs.tournaments.rules.options import BadOption, setup_of
from cogs.tournaments.rules.roster import Phase, Standing
from cogs.tournaments.rules.seeding import Seeding
from cogs.tournaments.rules.separation import Label
from cogs.tournaments.rules.setup import Format

# The last five are of tickets that nobody plays with, and of people on a team or without one.
STANDINGS: Final = (*Standing, "left", "missed", "player", "bench", "alone")
MOST_LINES: Final = 20_000
_LONGEST_DAY: Final = 60 * 24 * 60  # minutes
_WIDE: Final = 1 << 53
_WORD: Final = re.compile(r"[a-z][a-z_]{1,19}")
_KIND: Final = re.compile(r"[a-z]{1,10}")
_REASON: Final = re.compile(r"[a-z_]{1,12}")
_TOKEN: Final = re.compile(r"[A-Za-z0-9_.:-]{0,40}")  # in a line of the house; never a name
_BIGGEST_TEAM: Final = 100
_WIDEST_LABEL: Final = 40
_MOST_LABELS: Final = 10


def settings(data: Mapping[str, Any], reasons: list[Reason]) -> Settings:
    problems: list[Problem] = []
    fields = Fields(data, problems).table("settings")
    found = Settings(
        name=fields.text("name", LONGEST_NAME),
        template=_short(fields, "template"),
        game=_short(fields, "game"),
        format=fields.word("format", Format),
        options=_object(fields, "options"),
        size=fields.whole("size", 2, MOST),
        best_of=fields.among("best_of", tuple(sorted(BEST_OFS))),
        third_place=fields.flag("third_place"),
        phase=fields.word("phase", Phase),
        hours={name: _moment(fields, name) for name in HOURS},
        minutes={name: _minutes(fields, name) for name in MINUTES},
        counts={name: fields.whole(name, 0, _BIGGEST_TEAM) for name in COUNTS},
        flags={name: fields.flag(name) for name in FLAGS},
        seeding=fields.word("seeding", Seeding),
        paused_at=_moment(fields, "paused_at") if fields.value("paused_at") is not None else None,
        secret=_token(fields, "secret"),
    )
    fields.close()
    reasons += shapes(problems)
    try:
        setup_of(found.format, 2, found.options)
    except BadOption as wrong:
        reasons.append(Reason(f"settings.options: {wrong}", Cause.OPTIONS))
    return found


def entrants(data: Mapping[str, Any], reasons: list[Reason]) -> tuple[Entered, ...]:
    table = Table(data, "entrants", 2 * MOST)
    found: dict[int, Entered] = {}
    names: set[str] = set()
    for where, row in table:
        entrant = _entrant(row)
        if entrant.number in found:
            reasons.append(Reason(f"{where}.number", Cause.NUMBER_TWICE))
        if entrant.name and entrant.name in names:
            reasons.append(Reason(f"{where}.name", Cause.NAME_TWICE))
        if entrant.name and shown_name(entrant.name) != entrant.name:
            # A number that parts two of the same name may make it longer than one may type.
            cut = re.sub(r" \d{1,4}$", "", entrant.name)
            if shown_name(cut) != cut:
                reasons.append(Reason(f"{where}.name", Cause.NAME_REFUSED))
        names.add(entrant.name)
        found[entrant.number] = entrant
    reasons += table.reasons
    return tuple(found.values())


def _entrant(row: Fields) -> Entered:
    standing = row.value("standing")
    if standing not in STANDINGS:
        row.note("standing", " | ".join(STANDINGS))
    name = row.value("name")
    if not isinstance(name, str):
        row.note("name", '"…"')
    row.value("seat")  # for whoever reads the file: it follows from the log
    found = Entered(
        row.whole("number", 1, 2 * MOST),
        name if isinstance(name, str) else "",
        str(standing),
        row.flag("here"),
        _labels(row),
        hidden=row.value("hidden") is True,
        wish=_maybe(row, "wish"),
        team=_maybe(row, "team"),
        place=_maybe(row, "place"),
        captain=_maybe(row, "captain"),
        open=row.value("open") is True,
    )
    row.close()
    return found


def _maybe(row: Fields, name: str) -> int | None:
    return row.whole(name, 0, 2 * MOST) if row.has(name) else None


def _labels(row: Fields) -> tuple[Label, ...]:
    if not row.has("labels"):
        return ()
    found: list[Label] = []
    given = row.value("labels")
    for each in given if isinstance(given, list) and len(given) <= _MOST_LABELS else [None]:
        match each:
            case {"kind": str(kind), "value": str(value), "hard": bool(hard)} if _fine(
                kind, value
            ):
                found.append(Label(kind, value, hard))
            case _:
                row.note("labels", '[{"kind": "club", "value": "…", "hard": true | false}]')
    return tuple(found)


def _fine(kind: str, value: str) -> bool:
    known = _KIND.fullmatch(kind) is not None
    return known and 0 < len(value) <= _WIDEST_LABEL and showable(value) and tidied(value) == value


def log(data: Mapping[str, Any], reasons: list[Reason]) -> tuple[Line, ...]:
    table = Table(data, "events", MOST_LINES)
    found: list[Line] = []
    for where, row in table:
        line = _line(row)
        if found and line.at < found[-1].at:
            reasons.append(Reason(f"{where}.at_utc", Cause.TIME_BACK))
        if line.kind in events.KINDS and unpacked(line) is None:
            reasons.append(Reason(where, Cause.EVENT_UNKNOWN))
        found.append(line)
    reasons += table.reasons
    return tuple(found)


def _line(row: Fields) -> Line:
    kind, payload, reason = row.value("kind"), row.value("payload"), row.value("reason")
    if not isinstance(kind, str) or not _WORD.fullmatch(kind):
        row.note("kind", '"…"')
        kind = ""
    if not isinstance(payload, Mapping) or not (
        kind in events.KINDS or all(map(_harmless, payload.values()))
    ):
        row.note("payload", "{…: 1 | true | [1, …]}")
        payload = {}
    if not (reason is None or (isinstance(reason, str) and _REASON.fullmatch(reason))):
        row.note("reason", '"…" | null')
        reason = None
    at = _moment(row, "at_utc")
    row.close()
    return Line(at, kind, payload, reason)


def unpacked(line: Line) -> events.Event | None:
    """The step that a line is; None for one that cannot be."""
    try:
        step = events.unpack(line.kind, line.payload)
    except (TypeError, ValueError, KeyError):
        return None
    return step if well_formed(step) else None


def _harmless(value: object) -> bool:
    """A number, a word of our own or a list of them: nothing that could be somebody's name."""
    if isinstance(value, list):
        return all(map(_harmless, value))
    if isinstance(value, str):
        return _TOKEN.fullmatch(value) is not None
    return value is None or (isinstance(value, int | float) and -_WIDE < value < _WIDE)


def _moment(fields: Fields, name: str) -> datetime:
    found = fields.value(name)
    try:
        if isinstance(found, str) and found.endswith("Z"):
            return datetime.fromisoformat(found).astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    fields.note(name, '"2026-01-31T18:00:00Z"')
    return datetime.fromtimestamp(0, UTC)


def _minutes(fields: Fields, name: str) -> float:
    found = fields.value(name)
    if found is None and name in LATER:
        return LATER[name]
    number = isinstance(found, int | float) and not isinstance(found, bool)
    if number and 0 < found <= _LONGEST_DAY:  # type: ignore[operator]  # it is a number
        return float(found)  # type: ignore[arg-type]
    fields.note(name, f"1…{_LONGEST_DAY}")
    return 1.0


def _short(fields: Fields, name: str) -> str:
    found = fields.value(name)
    if isinstance(found, str) and _TOKEN.fullmatch(found):
        return found
    fields.note(name, '"…"')
    return ""


def _token(fields: Fields, name: str) -> str:
    found = fields.value(name)
    if found is None:
        return ""
    if isinstance(found, str) and 0 < len(found) <= 64:  # noqa: PLR2004 - the width of its column
        return found
    fields.note(name, '"…"')
    return ""


def _object(fields: Fields, name: str) -> Mapping[str, object]:
    found = fields.value(name)
    if isinstance(found, Mapping):
        return found
    fields.note(name, "{…}")
    return {}
