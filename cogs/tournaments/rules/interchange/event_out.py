"""An event as `event.json`: its settings, its entrants, its log, and what follows from them.

The log is the truth. Stages, results, standings and the mistake rate are written for whoever
reads the file; an import plays the log again and looks whether it comes to the same results.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from cogs.tournaments.rules import events
from cogs.tournaments.rules import mistakes as figures
from cogs.tournaments.rules.board import Match
from cogs.tournaments.rules.interchange.plain import compact
from cogs.tournaments.rules.interchange.told import (
    COUNTS,
    FLAGS,
    FORMAT,
    HOURS,
    MINUTES,
    VERSION,
    Line,
    Settings,
    Told,
)
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.rules.setup import Format
from cogs.tournaments.rules.standings import Placement, placements
from cogs.tournaments.rules.state import State

Row = dict[str, Any]


def exported(told: Told) -> str:
    """The same event is the same text."""
    whole: Row = {
        "format": FORMAT,
        "version": VERSION,
        "settings": _settings(told.settings),
        "entrants": [_entrant(told, number) for number in range(len(told.entrants))],
        "events": list(_events(told.log)),
    }
    if told.state is not None:
        whole |= derived(told.state)
        if told.settings.phase is Phase.FINISHED:
            whole["mistakes"] = mistakes(told.log)
    return compact(whole)


def derived(state: State) -> Row:
    """What follows from the log."""
    return {
        "stages": stages(state),
        "results": [result(match) for match in state.board if match.result],
        "standings": [_standing(one) for one in placements(state)],
    }


def mistakes(log: Iterable[Line]) -> Row:
    """How often it went wrong: of the event, never of a person."""
    found = figures.mistakes(
        figures.Line(line.at, line.kind, line.payload) for line in _forward(log)
    )
    return {
        "played": found.played,
        "wrong": found.wrong,
        "rate": round(found.rate, 4),
        "late": found.late,
        "dispute_minutes": None if found.wait is None else round(found.wait, 1),
    }


def stages(state: State) -> list[Row]:
    setup = state.setup
    first: Row = {"number": 1, "format": setup.format.value, "entrants": state.count}
    if setup.format is Format.ROUND_ROBIN:
        first["groups"] = [list(group) for group in state.grouped]
    if state.rounds:
        first["rounds"] = len(state.rounds)
    found = [first]
    if state.playoff_order:
        order = list(state.playoff_order)
        found.append({"number": 2, "format": state.format.value, "seeds": order})
    return found


def result(match: Match) -> Row:
    ended = match.result
    if ended is None:
        return {}
    row: Row = {
        "match": match.id,
        "sides": list(match.sides),
        "winner": ended.winner,
        "ending": ended.ending.value,
    }
    if ended.score is not None:
        row["score"] = list(ended.score)
    if ended.order:
        row["order"] = list(ended.order)
    return row


def plain_log(state: State, at: datetime) -> Iterable[Line]:
    """The steps that led to a state, as lines of one moment: of a file that had no hours."""
    return (Line(at, events.kind_of(step), events.pack(step)) for step in state.log)


def _settings(settings: Settings) -> Row:
    row: Row = {
        "name": settings.name,
        "template": settings.template,
        "game": settings.game,
        "format": settings.format.value,
        "options": dict(sorted(settings.options.items())),
        "size": settings.size,
        "best_of": settings.best_of,
        "third_place": settings.third_place,
        "phase": settings.phase.value,
    }
    row |= {name: moment(settings.hours[name]) for name in HOURS}
    row |= {name: settings.minutes[name] for name in MINUTES}
    row |= {name: settings.counts[name] for name in COUNTS}
    row |= {name: settings.flags[name] for name in FLAGS}
    row["seeding"] = settings.seeding.value
    row["paused_at"] = moment(settings.paused_at) if settings.paused_at else None
    if settings.secret:
        row["secret"] = settings.secret
    return row


def _entrant(told: Told, at: int) -> Row:
    entrant = told.entrants[at]
    row: Row = {
        "number": entrant.number,
        "name": entrant.name,
        "standing": entrant.standing,
        "here": entrant.here,
    }
    if entrant.number in told.seats:
        row["seat"] = told.seats[entrant.number]
    more = {name: getattr(entrant, name) for name in ("wish", "team", "place", "captain")}
    row |= {name: value for name, value in more.items() if value is not None}
    row |= {name: True for name in ("hidden", "open") if getattr(entrant, name)}
    if entrant.labels:
        labels = sorted(entrant.labels, key=lambda label: (label.kind, label.value))
        row["labels"] = [
            {"kind": label.kind, "value": label.value, "hard": label.hard} for label in labels
        ]
    return row


def _events(log: Iterable[Line]) -> Iterable[Row]:
    for line in _forward(log):
        yield {
            "at_utc": moment(line.at),
            "kind": line.kind,
            "payload": _sorted(line.payload),
            "reason": line.reason,
        }


def _forward(log: Iterable[Line]) -> Iterable[Line]:
    """A clock that was set back in between is not to be seen: no line is older than the last."""
    latest: datetime | None = None
    for line in log:
        latest = line.at if latest is None else max(latest, line.at)
        yield replace(line, at=latest)


def _sorted(payload: Mapping[str, Any]) -> Row:
    return {name: payload[name] for name in sorted(payload)}


def moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _standing(one: Placement) -> Row:
    row: Row = {
        "entrant": one.entrant,
        "rank": one.rank,
        "last": one.last,
        "points": one.points,
        "wins": one.wins,
        "playing": one.playing,
        "withdrawn": one.withdrawn,
    }
    if one.group:
        row["group"] = one.group
    if one.values:
        row["tiebreaks"] = {key.value: value for key, value in one.values.items()}
    return row
