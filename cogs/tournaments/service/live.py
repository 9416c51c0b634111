"""One tournament at one moment, and how its log is read from there on."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Final

from cogs.tournaments.rules import events
from cogs.tournaments.rules.board import Match, Stage
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.mending import PLAYED, touched
from cogs.tournaments.rules.moves import begin
from cogs.tournaments.rules.options import setup_of as options_setup
from cogs.tournaments.rules.play import apply
from cogs.tournaments.rules.roster import Entry, Roster, Standing, commitment
from cogs.tournaments.rules.setup import Setup
from cogs.tournaments.rules.state import State
from cogs.tournaments.rules.teams import Team, Teams
from cogs.tournaments.service.hours import EXTENDED, Clocks, stood
from cogs.tournaments.service.squads import squads_of
from cogs.tournaments.store import announced, history, tickets
from cogs.tournaments.store.teams import TeamRow
from core.people import PersonId

DRAWN: Final = "drawn"
STARTED: Final = "started"
STALLED: Final = "stalled"
CHANGED: Final = "settings_changed"
REGISTRATION_CLOSED, REGISTRATION_OPENED = "registration_closed", "registration_opened"
PAUSED, RESUMED = "event_paused", "event_resumed"  # the whole event, not somebody in an arena
Moments = Mapping[MatchId, datetime]


@dataclass(frozen=True)
class Live:
    """One tournament at one moment, all that a card, a page or a rule may want of it."""

    event: announced.Event
    entrants: tuple[tickets.Entrant, ...] = field(repr=False)
    seq: int = 0  # of the newest event in the log
    state: State | None = field(default=None, repr=False)  # None until the draw
    seqs: tuple[int, ...] = field(default=(), repr=False)  # of the steps in `state.log`
    called: Moments = field(default_factory=dict, repr=False)
    reported: Moments = field(default_factory=dict, repr=False)
    reasons: Mapping[MatchId, str] = field(default_factory=dict, repr=False)
    drawn: tuple[int, ...] = field(default=(), repr=False)  # the tickets in the order of the seeds
    freed: Mapping[int, datetime] = field(default_factory=dict, repr=False)  # since when, by seed
    began: datetime | None = None  # the start of play
    # More time than the rules give: until when a call lasts, and from when a report stands.
    call_until: Moments = field(default_factory=dict, repr=False)
    report_until: Moments = field(default_factory=dict, repr=False)
    stalled: bool = False  # the hour has come with too few there: it waits for a host
    shut: bool = False  # its host lets nobody more in
    teams: tuple[TeamRow, ...] = field(default=(), repr=False)

    @property
    def id(self) -> announced.TournamentId:
        return self.event.id

    @cached_property
    def roster(self) -> Roster:
        """Who is in until the draw, in the order of arrival."""
        standings = {standing.value for standing in Standing}
        entries = (
            Entry(each.ticket, Standing(each.standing), each.here)
            for each in self.entrants
            if each.standing in standings
        )
        return Roster(self.event.size, tuple(entries))

    @cached_property
    def seeded(self) -> Mapping[int, tickets.Entrant]:
        """Who plays, by seed: as drawn, with those who came late or took somebody's seat."""
        tickets = {each.ticket: each for each in self.entrants}
        seats = dict(enumerate(self.drawn, start=1))
        if self.state is not None:
            seats |= self.state.holders
        return {seat: tickets[ticket] for seat, ticket in seats.items() if ticket in tickets}

    @cached_property
    def seats(self) -> Mapping[int, int]:
        """The seat of each ticket that has one."""
        return {entrant.ticket: seat for seat, entrant in self.seeded.items()}

    @property
    def version(self) -> str:
        """Changes whenever the bracket looks different."""
        return f"{self.id}.{self.seq}"

    @property
    def names(self) -> Mapping[int, str]:
        return {seed: entrant.name for seed, entrant in self.seeded.items()}

    @property
    def commitment(self) -> str:
        return commitment(self.event.secret)

    def name(self, seed: int) -> str:
        """The name shown for a seed; empty where there is none any more."""
        found = self.seeded.get(seed)
        return found.name if found else ""

    @cached_property
    def squads(self) -> Teams:
        """The teams, where it is played in teams."""
        return squads_of(self.event, self.entrants, self.teams)

    def ticket_of(self, person: PersonId) -> tickets.Entrant | None:
        """Their own ticket, which may be a place in a team."""
        return self._tickets.get(person)

    def team_of(self, person: PersonId) -> Team | None:
        own = self.ticket_of(person) if self.teams else None
        return self.squads.team_of(own.ticket) if own else None

    def entrant_of(self, person: PersonId) -> tickets.Entrant | None:
        """The ticket that they play with: where they are on a team, the team's."""
        own = self.ticket_of(person)
        if own is None or own.team is None:
            return own
        return next((each for each in self.entrants if each.ticket == own.team), None)

    def people_of(self, seat: int) -> tuple[PersonId, ...]:
        """Whoever plays in a seat of the bracket: all members of a team."""
        found = self.seeded.get(seat)
        return tuple(self._people.get(found.ticket, ())) if found else ()

    @cached_property
    def _people(self) -> Mapping[int, list[PersonId]]:
        """Whoever holds a ticket, or plays in the team that does."""
        people: dict[int, list[PersonId]] = {}
        for each in self.entrants:
            for ticket in filter(None, {each.ticket, each.team}):
                if each.person is not None:
                    people.setdefault(ticket, []).append(each.person)
        return people

    @cached_property
    def _tickets(self) -> Mapping[PersonId, tickets.Entrant]:
        return {each.person: each for each in self.entrants if each.person is not None}

    def seed_of(self, person: PersonId) -> int | None:
        found = self.entrant_of(person)
        return self.seats.get(found.ticket) if found else None

    def call_ends(self, match: MatchId) -> datetime | None:
        """Until when a called match waits for its players."""
        at = self.called.get(match)
        ends = at + timedelta(minutes=self.event.call_minutes) if at else None
        return self.call_until.get(match, ends)

    def report_stands(self, match: MatchId) -> datetime | None:
        """From when on a report stands that nobody has answered."""
        at = self.reported.get(match)
        stands = at + timedelta(minutes=self.event.confirm_minutes) if at else None
        return self.report_until.get(match, stands)


class Pen:
    """Reads a log line by line, and knows after each where the tournament stands."""

    def __init__(self, live: "Live") -> None:
        self._live = live
        self._state, self._seq, self._seqs = live.state, live.seq, list(live.seqs)
        self._clocks = Clocks(
            dict(live.called),
            dict(live.reported),
            dict(live.call_until),
            dict(live.report_until),
        )
        self._reasons, self._stalled, self._shut = dict(live.reasons), live.stalled, live.shut
        self._drawn, self._freed, self._began = live.drawn, dict(live.freed), live.began

    def read(self, line: history.Logged) -> None:
        self._seq = line.seq
        moved = line.kind == CHANGED and "starts" in line.payload
        self._stalled = line.kind == STALLED or (self._stalled and not moved)
        self._shut = line.kind == REGISTRATION_CLOSED or (
            self._shut and line.kind != REGISTRATION_OPENED
        )
        if line.kind == STARTED:
            self._began = line.at
        if line.kind == DRAWN:
            self._drawn = tuple(line.payload["seeds"])
            self._state = begin(setup_of(self._live.event, len(self._drawn)))
        elif line.kind in events.KINDS and self._state is not None:
            step, was = events.unpack(line.kind, line.payload), self._state
            # Without the way back, or a thousand players would be kept a thousand times.
            self._state = replace(apply(was, step), before=None)
            self._note(step, line)
            self._explain(was, step, line)
            if isinstance(step, events.Undone):
                self._again(changed(was, self._state), line.at)
        elif line.kind == EXTENDED:
            self._clocks.extend(line.payload)
            if line.reason:
                self._reasons[MatchId(line.payload["match"])] = line.reason
        elif line.kind == RESUMED:
            self._stand_still(datetime.fromtimestamp(line.payload["since"], UTC), line.at)

    def live(self) -> "Live":
        return replace(
            self._live,
            seq=self._seq,
            state=self._state,
            seqs=tuple(self._seqs),
            reasons=self._reasons,
            stalled=self._stalled,
            shut=self._shut,
            drawn=self._drawn,
            freed=self._freed,
            began=self._began,
            called=self._clocks.called,
            reported=self._clocks.reported,
            call_until=self._clocks.call_until,
            report_until=self._clocks.report_until,
        )

    def _stand_still(self, since: datetime, until: datetime) -> None:
        """The event was paused in between."""
        call, report = self._live.event.call_minutes, self._live.event.confirm_minutes
        spans = timedelta(minutes=call), timedelta(minutes=report)
        self._clocks.stand_still(since, until, *spans)
        self._freed = {seat: at + stood(at, since, until) for seat, at in self._freed.items()}
        self._began = self._began + (until - since) if self._began else None

    def _explain(self, was: State, step: events.Event, line: history.Logged) -> None:
        """Why staff has done something stays on the matches concerned, until play goes on."""
        concerned = touched(was, step)
        if line.reason:
            self._reasons |= dict.fromkeys(concerned, line.reason)
        elif isinstance(step, PLAYED):
            self._reasons.pop(step.match, None)

    def _note(self, step: events.Event, line: history.Logged) -> None:
        if isinstance(step, events.Undone):
            gone = set(step.positions)
            self._seqs = [seq for at, seq in enumerate(self._seqs) if at not in gone]
            return
        self._seqs.append(line.seq)
        if isinstance(step, events.OfMatch):
            self._freed |= dict.fromkeys(step.sides, line.at)
        match step:
            case events.Called():
                self._clocks.call(step.match, line.at)
            case events.Reported():
                self._clocks.report(step.match, line.at)
            case events.Released() if step.match in self._clocks.called:
                self._clocks.call(step.match, line.at)
            case events.Resumed(entrant) | events.JoinedLate(entrant):
                self._freed[entrant] = line.at
            case _:
                pass

    def _again(self, matches: tuple[Match, ...], at: datetime) -> None:
        """What an undo has brought back is waited for as long as if it had just begun."""
        for match in matches:
            if match.stage is Stage.CALLED:
                self._clocks.call(match.id, at)
            elif match.stage is Stage.REPORTED:
                self._clocks.report(match.id, at)


def setup_of(event: announced.Event, entrants: int) -> Setup:
    """What the draw is made from: the options of the event, and what its row says itself."""
    options = {**event.options, "third_place": event.third_place, "best_of": event.best_of}
    return options_setup(event.format, entrants, options | {"secret": event.secret})


def changed(before: State, after: State) -> tuple[Match, ...]:
    """The matches of `after` that are not what they were; boards share the rows that are."""
    return tuple(after.board.changed_from(before.board))
