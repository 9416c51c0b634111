"""A file that a host brings, read; and what is written once they have said yes."""

import secrets
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final

from cogs.tournaments.rules import entering, events, sheets
from cogs.tournaments.rules.hosting import LONGEST_NAME
from cogs.tournaments.rules.interchange import brackets_in, event_in, event_out
from cogs.tournaments.rules.interchange.plain import loaded
from cogs.tournaments.rules.interchange.reasons import BadFile, Cause, Reason
from cogs.tournaments.rules.interchange.told import (
    HOURS,
    Entered,
    Line,
    Settings,
    Told,
)
from cogs.tournaments.rules.names import shown_name
from cogs.tournaments.rules.options import options_of
from cogs.tournaments.rules.roster import JOINABLE, Phase, Standing
from cogs.tournaments.rules.separation import Label
from cogs.tournaments.rules.state import State
from cogs.tournaments.service import filing, seating
from cogs.tournaments.service.book import Book
from cogs.tournaments.service.live import DRAWN, PAUSED, STARTED
from cogs.tournaments.service.turn import EVENT_CARD, Turn
from cogs.tournaments.store import announced, files, history, teams
from cogs.tournaments.store.announced import TournamentId
from core.people import PersonId
from core.timers import Timer
from storage import cards, timers
from storage.database import Tx

MOST: Final = 1_000_000  # bytes of a file
WIDEST: Final = 40  # characters of a label
MINUTES: Final = {  # of a bracket whose file says nothing of time
    "match_minutes": 15.0,
    "clock_minutes": 45.0,
    "call_minutes": 10.0,
    "confirm_minutes": 5.0,
    "hold_minutes": 15.0,
}
_UNSURE: Final = (KeyError, IndexError, TypeError, ValueError, AttributeError, OverflowError)


@dataclass(frozen=True, slots=True)
class Brought:
    """What is in a file: a tournament, or a list of entrants with what is wrong with it."""

    told: Told | None = field(default=None, repr=False)
    rows: tuple[entering.Row, ...] = ()
    mistakes: tuple[entering.Mistake, ...] = ()
    ignored: tuple[str, ...] = ()


def brought(content: bytes, taken: Collection[str] | None, now: datetime) -> Brought:
    """Read a file; with `taken` names it is a list for a tournament that they are in.

    Takes a while: it belongs in a thread. Raises `BadFile`.
    """
    if taken is not None:
        return _list(content, taken)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise BadFile([Reason("1", Cause.NOT_JSON)]) from wrong
    data = loaded(text)
    if "format" in data:
        return Brought(event_in.read(text))
    if "participant" not in data or "stage" not in data:
        raise BadFile([Reason("format", Cause.UNKNOWN_FORMAT)])
    return Brought(_from_brackets(brackets_in.read(text), now))


def _list(content: bytes, taken: Collection[str]) -> Brought:
    found = entering.parsed(sheets.decoded(content))
    twice = [
        entering.Mistake(row.line, entering.Cause.NAME_TWICE)
        for row in found.rows
        if row.name in taken
    ]
    mistakes = tuple(sorted((*found.errors, *twice), key=lambda mistake: mistake.line))
    rows = entering.in_order(row for row in found.rows if row.name not in taken)
    return Brought(None, rows, mistakes, found.ignored)


async def entered(turn: Turn, rows: Sequence[entering.Row]) -> None:
    """Names on the list of a tournament that has not been drawn. The host vouches for them."""
    known, guests, labels = {each.name for each in turn.live.entrants}, dict[int, str](), []
    ticket = seating.next_ticket(turn)
    for row in rows:
        name = shown_name(row.name, known)
        if name in known or not name:
            continue
        known.add(name)
        roster = turn.live.roster.join(ticket, turn.event.phase)
        entry = replace(roster.entry(ticket), here=True)
        guest = Entered(ticket, name, entry.standing.value, here=True, wish=row.seed)
        await files.tickets(turn.tx, turn.event.id, filing.tickets_of([guest]))
        guests[ticket] = name
        labels.append(replace(guest, labels=_labels(row)))
        await seating.entered(turn, entry)
        await turn.look_again()
        ticket += 1
    await files.guests(turn.tx, turn.event.id, guests)
    await files.labels(turn.tx, turn.event.id, filing.labels_of(labels))
    await turn.change(auto_forfeit=False)
    if any(row.seed for row in rows):
        await turn.change(seeding="hand")
    await seating.moved(turn)


def _labels(row: entering.Row) -> tuple[Label, ...]:
    some = entering.labels_of(row)
    return tuple(Label(label.kind, label.value[:WIDEST], label.hard) for label in some)


async def written(
    tx: Tx, told: Told, row: Mapping[str, object], now: datetime, by: PersonId
) -> TournamentId:
    """A tournament of this place with all that the file says of it. Raises `BadFile`."""
    settings = told.settings
    columns = filing.columns_of(settings, now) | dict(row)
    if settings.secret:
        columns["secret"] = settings.secret
    made = await announced.add(tx, columns)
    await files.tickets(tx, made, filing.tickets_of(told.entrants))
    captains = {each.number: each for each in told.entrants if each.captain is not None}
    names = {each.number: each.name for each in told.entrants if each.number not in captains}
    await files.guests(tx, made, names)
    await files.labels(tx, made, filing.labels_of(told.entrants))
    for each in captains.values():
        code = secrets.token_hex(3).upper()
        row_ = teams.TeamRow(each.number, each.name, each.captain or 0, code, each.open)
        await teams.add(tx, made, row_)
    log = list(told.log)
    if settings.phase is Phase.RUNNING and settings.paused_at is None:
        log.append(Line(max(now, log[-1].at), PAUSED, {}))
    await history.write_log(tx, made, _rows(log, by))
    await _awake(tx, made)
    return made


async def _awake(tx: Tx, made: TournamentId) -> None:
    """The tournament as its log leads to it, its card and its hours. Raises `BadFile`."""
    try:
        live = await Book().open(tx, made)
    except _UNSURE as wrong:  # a line of the house that only looked like one
        raise BadFile([Reason("events", Cause.EVENT_REFUSED)]) from wrong
    event = live.event
    await cards.want(tx, EVENT_CARD, str(made), event.channel)
    if event.phase in JOINABLE:
        at = event.check_in_opens
        await timers.arm(tx, Timer("tournaments.checkin_open", str(made), at))


def _rows(log: Sequence[Line], by: PersonId) -> list[dict[str, Any]]:
    """The lines as the table keeps them; an undo names the first line that it takes back."""
    rows, seqs = [], list[int]()
    for seq, line in enumerate(log, 1):
        undoes = None
        if line.kind == "undone":
            gone = set(line.payload["positions"])
            undoes = seqs[min(gone)]
            seqs = [each for at, each in enumerate(seqs) if at not in gone]
        elif line.kind in events.KINDS:
            seqs.append(seq)
        elif line.kind == DRAWN:
            seqs = []
        rows.append(
            {
                "seq": seq,
                "at": line.at,
                "actor": by,
                "kind": line.kind,
                "payload": dict(line.payload),
                "reason": line.reason,
                "undoes": undoes,
            }
        )
    return rows


def _from_brackets(read: brackets_in.Read, now: datetime) -> Told:
    """A bracket without settings and hours of its own: it is as if it were played now."""
    state, plain = read.state, options_of(read.state.setup)
    settings = Settings(
        name=" ".join(read.title.split())[:LONGEST_NAME] or "–",
        template="",
        game="",
        format=state.setup.format,
        options={key: plain[key] for key in plain if key not in {"best_of", "third_place"}},
        size=max(2, state.count),
        best_of=state.setup.best_of,
        third_place=state.setup.third_place,
        phase=Phase.FINISHED if state.done else Phase.RUNNING,
        hours=dict.fromkeys(HOURS, now),
        minutes=MINUTES,
        counts={"team_size": 1, "team_most": 1, "substitutes": 0},
        flags={"auto_forfeit": False, "apart_recent": False, "rated": False},
    )
    entrants = tuple(
        Entered(number, read.names.get(number, ""), Standing.ENTERED.value, here=True)
        for number in state.entrants
    )
    seats = {number: number for number in state.entrants}
    return Told(settings, entrants, tuple(_lines(state, now)), state, seats)


def _lines(state: State, now: datetime) -> Iterator[Line]:
    drawn = list(range(1, state.setup.entrants + 1))
    yield Line(now, "created", {})
    yield Line(now, DRAWN, {"seeds": drawn})
    yield Line(now, STARTED, {})
    for line in event_out.plain_log(state, now):
        yield line
        if line.kind == "joined_late":  # a seat of its own number: it is given its ticket
            seat = line.payload["entrant"]
            yield Line(now, "replaced", {"seat": seat, "ticket": seat})
