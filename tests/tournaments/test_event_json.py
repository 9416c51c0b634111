"""`event.json`: nothing is lost on the way, and nothing gets in that the rules would refuse."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings

from cogs.tournaments.rules import commands, events
from cogs.tournaments.rules.interchange import event_in, event_out, replayed
from cogs.tournaments.rules.interchange.reasons import BadFile, Cause
from cogs.tournaments.rules.interchange.told import (
    FLAGS,
    HOURS,
    MINUTES,
    Entered,
    Line,
    Settings,
    Told,
)
from cogs.tournaments.rules.moves import begin
from cogs.tournaments.rules.options import options_of
from cogs.tournaments.rules.play import apply, decide
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.rules.separation import Label
from cogs.tournaments.rules.setup import Format, Setup
from cogs.tournaments.rules.state import State
from tests.tournaments.fields import FIELDS, SCRIPTS
from tests.tournaments.players import RULES, Do, lived, played, written

FEW = 15
LUCK = "the luck of the draw"
NOON = datetime(2026, 1, 31, 12, tzinfo=UTC)
FORMATS = pytest.mark.parametrize("format_", FIELDS, ids=lambda format_: format_.value)


def told(setup: Setup, state: State, log: list[events.Event]) -> Told:
    """An event as a host would export it, a second between two lines."""
    options = {**options_of(setup), "best_of": setup.best_of, "third_place": setup.third_place}
    drawn = list(range(1, setup.entrants + 1))
    lines = [Line(NOON, "created", {"size": 64}), Line(NOON, "drawn", {"seeds": drawn})]
    lines += [
        Line(NOON + timedelta(seconds=at), events.kind_of(step), events.pack(step))
        for at, step in enumerate(log)
    ]
    club = Label("club", "Club du Foyer", hard=True)
    tickets = [*drawn, *sorted(set(state.holders.values()) - set(drawn))]
    entrants = [
        Entered(number, f"Joueuse {number}", "entered", here=True, labels=(club,) * (number == 2))
        for number in tickets
    ]
    return Told(
        Settings(
            name="Coupe",
            template="open-64",
            game="",
            format=setup.format,
            options={name: options[name] for name in options if name not in ("best_of", "secret")},
            size=64,
            best_of=setup.best_of,
            third_place=setup.third_place,
            phase=Phase.RUNNING,
            hours=dict.fromkeys(HOURS, NOON),
            minutes=dict.fromkeys(MINUTES, 15.0),
            counts={"team_size": 1, "team_most": 1, "substitutes": 0},
            flags=dict.fromkeys(FLAGS, False),
            secret=setup.secret,
        ),
        tuple(entrants),
        tuple(lines),
        state,
        dict(zip(drawn, drawn, strict=True)),
    )


@FORMATS
def test_any_evening_goes_out_and_comes_back_the_same(format_: Format) -> None:
    @settings(max_examples=FEW)
    @given(FIELDS[format_], SCRIPTS)
    def promise(setup: Setup, script: list[Do]) -> None:
        state, log = lived(setup, script)
        held = {seat: seat for seat in range(1, setup.entrants + 1)} | dict(state.holders)
        if len(set(held.values())) < len(held):
            return  # the script has given somebody two seats, which no service does
        there = told(setup, state, log)
        once = event_out.exported(Told(**{**_fields(there), "seats": _turned(held)}))
        back = event_in.read(once)
        assert back.state is not None
        assert written(back.state) == written(state)
        assert event_out.exported(back) == once

    promise()


def _turned(held: Mapping[int, int]) -> dict[int, int]:
    return {ticket: seat for seat, ticket in held.items()}


def _fields(there: Told) -> dict[str, Any]:
    return {name: getattr(there, name) for name in Told.__dataclass_fields__}


@FORMATS
@pytest.mark.parametrize("rule", ["chalk", "h0"])
def test_every_play_through_goes_out_and_comes_back_the_same(format_: Format, rule: str) -> None:
    for entrants in (2, 5, 9, 16):
        setup = Setup(entrants, format_)
        state = played(begin(setup), RULES[rule])
        once = event_out.exported(told(setup, state, list(state.log)))
        back = event_in.read(once)
        assert back.state == state
        assert event_out.exported(back) == once


def test_the_file_tells_how_often_it_went_wrong_once_it_is_over() -> None:
    setup = Setup(2)
    final = begin(setup).open[0].id
    state = begin(setup)
    log: list[events.Event] = []
    for command in (
        commands.Report(final, by=1, winner=1),
        commands.Dispute(final, by=2),
        commands.Rule(final, winner=2),
    ):
        steps = decide(state, command)
        log += steps
        for step in steps:
            state = apply(state, step)
    running = told(setup, state, log)
    assert "mistakes" not in json.loads(event_out.exported(running))
    over = replace(running, settings=replace(running.settings, phase=Phase.FINISHED))
    file = json.loads(event_out.exported(over))
    assert file["mistakes"] == {
        "played": 1,
        "wrong": 1,
        "rate": 1.0,
        "late": 0,
        "dispute_minutes": 0.0,
    }


def an_evening() -> dict[str, Any]:
    setup = Setup(8, secret=LUCK)
    state = played(begin(setup), RULES["h0"])
    found: dict[str, Any] = json.loads(event_out.exported(told(setup, state, list(state.log))))
    return found


def refused_as(change: Callable[[dict[str, Any]], object]) -> list[Cause]:
    data = an_evening()
    change(data)
    with pytest.raises(BadFile) as bad:
        event_in.read(json.dumps(data))
    return [reason.cause for reason in bad.value.reasons]


def in_event(number: int, **changed: object) -> Callable[[dict[str, Any]], object]:
    return lambda data: data["events"][number]["payload"].update(changed)


def test_no_line_of_it_holds_a_name_or_an_account() -> None:
    data = an_evening()
    assert "Joueuse" not in json.dumps(data["events"])
    assert set(data["entrants"][0]) == {"number", "name", "standing", "here", "seat"}


def test_the_luck_of_the_draw_is_told_once_it_is_drawn() -> None:
    assert an_evening()["settings"]["secret"] == LUCK


def test_another_version_is_refused_with_a_sentence() -> None:
    assert refused_as(lambda data: data.update(version=2)) == [Cause.NEWER]
    assert refused_as(lambda data: data.update(format="else")) == [Cause.UNKNOWN_FORMAT]


def test_everything_that_is_wrong_is_told_at_once() -> None:
    def damage(data: dict[str, Any]) -> None:
        data["settings"]["size"] = 1
        data["settings"]["options"] = {"drops": "sideways"}
        data["entrants"][1]["number"] = 1
        data["entrants"][2]["name"] = data["entrants"][3]["name"]
        data["events"][3]["at_utc"] = "yesterday"
        data["events"][4]["kind"] = "Hello"

    assert sorted(set(refused_as(damage))) == sorted(
        {Cause.SHAPE, Cause.OPTIONS, Cause.NUMBER_TWICE, Cause.NAME_TWICE, Cause.TIME_BACK}
    )


@pytest.mark.parametrize(
    "payload",
    [
        {"winner": 5},  # never sat there
        {"winner": 10**30},
        {"winner": "1"},
        {"winner": True},
        {"score": [1, 2, 3]},
        {"score": [0, 9]},
        {"match": "W9.9"},
        {"sides": [1, 7]},
        {"name": "Lena"},
    ],
    ids=str,
)
def test_a_made_up_result_is_refused(payload: Mapping[str, object]) -> None:
    (cause,) = refused_as(in_event(2, **payload))
    assert cause in {Cause.EVENT_REFUSED, Cause.EVENT_UNKNOWN}


@pytest.mark.parametrize(
    ("kind", "payload"),
    [
        ("undone", {"positions": []}),
        ("undone", {"positions": [99]}),
        ("undone", {"positions": [0]}),  # leaves what was played since without its sides
        ("stage_drawn", {"order": [1, 2]}),
        ("round_paired", {"round": 1, "pairs": [[1, 2]], "bye": 0}),
        ("paired", {"match": "A1.1", "sides": [1, 2]}),
        ("joined_late", {"entrant": 9, "against": 1}),
        ("replaced", {"seat": 1, "ticket": 900}),
        ("withdrawn", {"entrant": 4000}),
        ("drawn", {"seeds": [1, 1]}),
        ("drawn", {"seeds": "all"}),
    ],
    ids=str,
)
def test_a_made_up_line_is_refused(kind: str, payload: object) -> None:
    line = {"kind": kind, "payload": payload, "reason": None, "at_utc": "2027-01-01T00:00:00Z"}
    causes = refused_as(lambda data: data["events"].append(line))
    assert causes == [Cause.EVENT_REFUSED]


def test_somebody_s_words_do_not_get_in_with_a_line_of_the_house() -> None:
    assert refused_as(in_event(0, note="meet me at the station")) == [Cause.SHAPE]


def test_a_result_that_was_changed_by_hand_is_refused() -> None:
    change = refused_as(lambda data: data["results"][0].update(winner=8))
    assert change == [Cause.NOT_ITS_RESULTS]


def test_standings_that_were_changed_by_hand_change_nothing_and_are_told() -> None:
    data = an_evening()
    data["standings"].reverse()
    back = event_in.read(json.dumps(data))
    assert back.differs
    assert event_out.exported(back) == event_out.exported(event_in.read(json.dumps(an_evening())))


def test_an_event_that_undoes_for_hours_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replayed, "WORK", 2_000)
    setup = Setup(64)
    state = begin(setup)
    reports = [
        events.Reported(match.id, (one, other), other, one)
        for match in state.open
        for one, other in [match.playing]
    ]
    log: list[events.Event] = [*reports]
    for again in reports * 2:
        log += [events.Undone((0,)), again]
    there = told(setup, state, log)
    text = event_out.exported(Told(there.settings, there.entrants, there.log))
    with pytest.raises(BadFile) as bad:
        event_in.read(text)
    assert [reason.cause for reason in bad.value.reasons] == [Cause.TOO_MUCH_WORK]
    monkeypatch.undo()
    assert event_in.read(text).state is not None


def test_times_never_go_backwards_on_the_way_out() -> None:
    data = an_evening()
    setup = Setup(2)
    there = told(setup, begin(setup), [])
    log = (Line(NOON, "created", {}), Line(NOON - timedelta(hours=1), "drawn", {"seeds": [1, 2]}))
    text = event_out.exported(Told(there.settings, there.entrants, log, there.state, there.seats))
    assert [line["at_utc"] for line in json.loads(text)["events"]] == ["2026-01-31T12:00:00Z"] * 2
    assert data["settings"]["starts_at"] == "2026-01-31T12:00:00Z"


def test_a_file_of_before_waits_for_the_stream_as_it_did() -> None:
    data = an_evening()
    del data["settings"]["hold_minutes"]
    assert event_in.read(json.dumps(data)).settings.minutes["hold_minutes"] == 15
