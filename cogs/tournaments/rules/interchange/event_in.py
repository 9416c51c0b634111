"""`event.json` read: every field looked at, then the log played again from the draw.

A damaged file leads to a list of what is wrong with it, never to a state that the rules could not
have come to.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from cogs.tournaments.rules import events
from cogs.tournaments.rules.interchange import event_out, event_rows
from cogs.tournaments.rules.interchange.plain import loaded
from cogs.tournaments.rules.interchange.reasons import BadFile, Cause, Reason
from cogs.tournaments.rules.interchange.replayed import Refused, Replay, TooMuch
from cogs.tournaments.rules.interchange.told import FORMAT, VERSION, Line, Told
from cogs.tournaments.rules.moves import begin
from cogs.tournaments.rules.options import BadOption, setup_of
from cogs.tournaments.rules.refusals import PlayRefusal
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.rules.setup import Setup

DRAWN: Final = "drawn"


def read(text: str) -> Told:
    """Raises `BadFile`, with every reason."""
    data = loaded(text)
    if data.get("format") != FORMAT:
        raise BadFile([Reason("format", Cause.UNKNOWN_FORMAT)])
    if data.get("version") != VERSION:
        raise BadFile([Reason("version", Cause.NEWER)])
    reasons: list[Reason] = []
    settings = event_rows.settings(data, reasons)
    entrants = event_rows.entrants(data, reasons)
    log = event_rows.log(data, reasons)
    if reasons:
        raise BadFile(reasons)
    told = _played(Told(settings, entrants, log), reasons)
    reasons += () if reasons else _wrong_phase(told)
    told = replace(told, differs=_compared(data, told, reasons))
    if reasons:
        raise BadFile(reasons)
    return told


def _played(told: Told, reasons: list[Reason]) -> Told:
    """The log from the draw on. Whatever comes after a line that is wrong means nothing."""
    replay: Replay | None = None
    seats: dict[int, int] = {}
    for number, line in enumerate(told.log):
        where = f"events[{number}]"
        try:
            if line.kind == DRAWN:
                drawn = _drawn(told, line)
                replay = Replay(begin(_setup(told, len(drawn))))
                seats = {ticket: seat for seat, ticket in enumerate(drawn, 1)}
            elif line.kind in events.KINDS:
                _step(replay, line)
        except TooMuch:
            reasons.append(Reason(where, Cause.TOO_MUCH_WORK))
            return told
        except (Refused, PlayRefusal, BadOption, ValueError, TypeError, LookupError):
            reasons.append(Reason(where, Cause.EVENT_REFUSED))
            return told
    if replay is None:
        return told
    state = replay.state
    held = {seat: ticket for ticket, seat in seats.items()} | dict(state.holders)
    known = {entrant.number for entrant in told.entrants}
    if not known.issuperset(held.values()) or len(set(held.values())) < len(held):
        reasons.append(Reason("events", Cause.EVENT_REFUSED))
    return replace(told, state=state, seats={ticket: seat for seat, ticket in held.items()})


def _step(replay: Replay | None, line: Line) -> None:
    step = event_rows.unpacked(line)
    if replay is None or step is None:
        raise Refused("nothing has been drawn yet")
    replay.then(step)


def _drawn(told: Told, line: Line) -> tuple[int, ...]:
    """The entrants in the order of their seeds, each of them in the list, and once."""
    seeds = line.payload.get("seeds")
    known = {entrant.number for entrant in told.entrants}
    if not isinstance(seeds, list) or not all(type(each) is int for each in seeds):
        raise Refused("the draw is a list of numbers")
    if len(set(seeds)) < len(seeds) or not set(seeds) <= known:
        raise Refused("the draw names somebody who is not there, or twice")
    return tuple(seeds)


def _setup(told: Told, entrants: int) -> Setup:
    settings = told.settings
    said = {"third_place": settings.third_place, "best_of": settings.best_of}
    options = {**settings.options, **said, "secret": settings.secret}
    return setup_of(settings.format, entrants, options)


def _wrong_phase(told: Told) -> list[Reason]:
    """Whether it can be where it says that it is."""
    phase, state = told.settings.phase, told.state
    early = phase in {Phase.REGISTRATION, Phase.CHECK_IN}
    wrong = (state is None and not early and phase is not Phase.CANCELLED) or (
        state is not None and early
    )
    unfinished = phase is Phase.FINISHED and state is not None and not state.done
    return [Reason("settings.phase", Cause.PHASE)] if wrong or unfinished else []


def _compared(data: Mapping[str, Any], told: Told, reasons: list[Reason]) -> bool:
    """Whether the standings in the file are others; results that are others are a reason."""
    if told.state is None or reasons:
        return False
    ours = event_out.derived(told.state)
    others = (name for name in ("stages", "results") if name in data and data[name] != ours[name])
    reasons += (Reason(name, Cause.NOT_ITS_RESULTS) for name in others)
    return "standings" in data and data["standings"] != ours["standings"]
