"""A tournament as the values of `event.json`, and rows of the database made from such values."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from cogs.tournaments.rules.entering import Row
from cogs.tournaments.rules.interchange.told import (
    COUNTS,
    FLAGS,
    HOURS,
    MINUTES,
    Entered,
    Line,
    Settings,
    Told,
)
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.rules.seeding import Seeding
from cogs.tournaments.rules.separation import Label
from cogs.tournaments.rules.templates import TEMPLATES
from cogs.tournaments.service.live import Live
from cogs.tournaments.store import history
from core.people import Platform

SOON: Final = timedelta(hours=1)
DAY: Final = timedelta(days=1)
EARLY: Final = frozenset((Phase.REGISTRATION, Phase.CHECK_IN))
Labels = Mapping[int, Iterable[Label]]


def told_of(live: Live, log: Iterable[history.Logged], labels: Labels) -> Told:
    """All of it but accounts: those are nobody's business outside this server."""
    event = live.event
    settings = Settings(
        name=event.name,
        template=event.template,
        game=event.game,
        format=event.format,
        options=event.options,
        size=event.size,
        best_of=event.best_of,
        third_place=event.third_place,
        phase=event.phase,
        hours={name: getattr(event, name) for name in HOURS},
        minutes={name: getattr(event, name) for name in MINUTES},
        counts={name: getattr(event, name) for name in COUNTS},
        flags={name: getattr(event, name) for name in FLAGS},
        seeding=Seeding(event.seeding),
        paused_at=event.paused_at,
        # Until the draw it is a promise; whoever knew it could say who meets whom.
        secret=event.secret if live.state is not None else "",
    )
    lines = tuple(Line(line.at, line.kind, line.payload, line.reason) for line in log)
    entrants = tuple(_entrants(live, labels))
    return Told(settings, entrants, lines, live.state, live.seats)


def listed(live: Live, labels: Labels) -> list[Row]:
    """Everybody who plays or will, the best seed first, as a list that can be read again."""
    rows = []
    for entrant in live.entrants:
        seat = live.seats.get(entrant.ticket)
        if seat is None and (live.state is not None or entrant.standing != "entered"):
            continue
        known = {label.kind: label.value for label in labels.get(entrant.ticket, ())}
        name = entrant.name or f"#{seat or entrant.ticket}"
        rows.append(
            Row(
                entrant.ticket,
                name,
                known.get("team", ""),
                seat or entrant.wish,
                known.get("club", ""),
                known.get("city", ""),
            )
        )
    return sorted(rows, key=lambda row: (row.seed is None, row.seed or 0, row.line))


def columns_of(settings: Settings, now: datetime) -> dict[str, object]:
    """Of its row. What has not begun begins in the future, at the same hour of the day."""
    early = settings.phase in EARLY
    late = max(timedelta(), now + SOON - settings.hours["starts_at"]) if early else timedelta()
    shift = -(-late // DAY) * DAY
    flags = dict(settings.flags)
    if settings.phase not in {Phase.FINISHED, Phase.CANCELLED}:
        flags["auto_forfeit"] = False  # nobody there can say "I'm here": a host decides
    columns: dict[str, object] = {
        "name": settings.name,
        "template": settings.template if settings.template in TEMPLATES else "",
        "format": settings.format.value,
        "options": dict(settings.options),
        "size": settings.size,
        "best_of": settings.best_of,
        "third_place": settings.third_place,
        "phase": (Phase.REGISTRATION if early else settings.phase).value,
        "seeding": settings.seeding.value,
        "paused_at": now if settings.phase is Phase.RUNNING else settings.paused_at,
    }
    columns |= {name: settings.hours[name] + shift for name in HOURS}
    return columns | dict(settings.minutes) | dict(settings.counts) | flags


def tickets_of(entrants: Iterable[Entered]) -> list[dict[str, Any]]:
    """Of nobody's account: names alone have come with the file."""
    return [
        {
            "ticket": each.number,
            "person": None,
            "platform": Platform.DISCORD.value,
            "standing": each.standing,
            "here": each.here,
            "hidden": each.hidden,
            "team": each.team,
            "seat": each.place,
            "wish": each.wish,
        }
        for each in entrants
    ]


def labels_of(entrants: Iterable[Entered]) -> list[dict[str, Any]]:
    return [
        {"ticket": each.number, "kind": label.kind, "value": label.value, "hard": label.hard}
        for each in entrants
        for label in each.labels
    ]


def _entrants(live: Live, labels: Labels) -> Iterable[Entered]:
    teams = {team.ticket: team for team in live.teams}
    for each in live.entrants:
        team = teams.get(each.ticket)
        yield Entered(
            each.ticket,
            each.name,
            each.standing,
            each.here,
            tuple(labels.get(each.ticket, ())),
            hidden=each.hidden,
            wish=each.wish,
            team=each.team,
            place=each.place,
            captain=team.captain if team else None,
            open=bool(team and team.open),
        )
