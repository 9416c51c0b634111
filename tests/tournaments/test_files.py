"""Files out and in: by the service, on a real database, and by the commands that ask for it."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from cogs.tournaments.rules.crew import HostsOnly
from cogs.tournaments.rules.hosting import NoneHere, NotRunning
from cogs.tournaments.rules.interchange.reasons import BadFile, Cause
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.rules.standings import champion
from cogs.tournaments.service.files import Files, Kind
from cogs.tournaments.service.presets import Presets
from core.errors import NotAllowed
from core.people import Actor
from tests.tournaments.conftest import CHANNEL, Evening

OURS = Presets.load()


@pytest.fixture
def files(evening: Evening) -> Files:
    made = Files(evening.turns, evening.crew, evening.people, OURS, lambda: "other luck")
    evening.sweeper._bells |= made.bells()
    return made


async def played(evening: Evening, many: int = 5) -> None:
    people = await evening.running(many)
    await evening.play_out(people)


async def out(evening: Evening, files: Files, kind: Kind = Kind.EVENT, at: int = 1) -> bytes:
    return (await files.export(await evening.host(), kind, at)).data


async def test_an_event_that_is_over_goes_out_and_comes_back_the_same(
    evening: Evening, files: Files
) -> None:
    await played(evening)
    once = await out(evening, files)
    asked = await files.look(await evening.host(), once, CHANNEL)
    live = await files.accept(await evening.host(), asked.number)
    assert live.event.phase is Phase.FINISHED
    assert live.state is not None
    assert champion(live.state) == 1
    assert all(entrant.person is None for entrant in live.entrants)
    assert live.name(1).startswith("Joueuse")
    assert await out(evening, files, at=live.id) == once
    evening.restart()
    assert (await evening.tournaments.see(live.id)).state == live.state


async def test_an_event_in_the_middle_arrives_paused_and_a_host_plays_it_on(
    evening: Evening, files: Files
) -> None:
    people = await evening.running(4)
    await evening.tournaments.arrive(people[0])
    asked = await files.look(await evening.host(), await out(evening, files), CHANNEL)
    live = await files.accept(await evening.host(), asked.number)
    assert live.event.phase is Phase.RUNNING
    assert live.event.paused_at is not None
    assert not live.event.auto_forfeit
    await evening.wait(hours=2)
    still = await evening.tournaments.see(live.id)
    assert still.state is not None
    assert [match.result for match in still.state.board] == [None] * len(still.state.board)


async def test_registration_comes_back_with_its_names_and_starts_in_the_future(
    evening: Evening, files: Files
) -> None:
    await evening.players(3)
    content = await out(evening, files)
    assert "luck" not in content.decode()  # who knew it could say who will meet whom
    evening.clock.set(evening.clock.now() + timedelta(days=3))
    asked = await files.look(await evening.host(), content, CHANNEL)
    live = await files.accept(await evening.host(), asked.number)
    assert live.event.phase is Phase.REGISTRATION
    assert live.event.starts_at > evening.clock.now()
    assert [entrant.name for entrant in live.entrants] == ["Joueuse 1", "Joueuse 2", "Joueuse 3"]
    assert live.event.secret == "other luck"  # noqa: S105 - a lot


async def test_a_bracket_of_another_engine_becomes_a_tournament(
    evening: Evening, files: Files
) -> None:
    await played(evening)
    brackets = await out(evening, files, Kind.BRACKETS)
    asked = await files.look(await evening.host(), brackets, CHANNEL)
    live = await files.accept(await evening.host(), asked.number)
    assert live.event.phase is Phase.FINISHED
    assert await out(evening, files, Kind.BRACKETS, live.id) == brackets


async def test_a_list_is_looked_at_line_by_line_and_then_its_names_are_entered(
    evening: Evening, files: Files
) -> None:
    await evening.players(2)
    text = b"name,seed,club\r\nNova,2,Foyer\r\nJoueuse 1,,\r\nZed,1,Foyer\r\n,3,\r\n"
    asked = await files.look(await evening.host(), text, CHANNEL, 1)
    assert [row.name for row in asked.brought.rows] == ["Zed", "Nova"]
    assert [mistake.line for mistake in asked.brought.mistakes] == [3, 5]
    live = await files.accept(await evening.host(), asked.number)
    assert [entrant.name for entrant in live.entrants] == ["Joueuse 1", "Joueuse 2", "Zed", "Nova"]
    listed = (await out(evening, files, Kind.ENTRANTS)).decode().splitlines()
    assert listed[:3] == ["name,team,seed,club,city", "Zed,,1,foyer,", "Nova,,2,foyer,"]
    live = await evening.tournaments.start(await evening.host())
    assert [live.name(seat) for seat in (1, 2)] == ["Zed", "Nova"]
    with pytest.raises(NotRunning):
        await files.look(await evening.host(), text, CHANNEL, 1)


async def test_a_file_waits_for_an_hour_for_whoever_has_sent_it(
    evening: Evening, files: Files
) -> None:
    await played(evening)
    content = await out(evening, files)
    first = await files.look(await evening.host(), content, CHANNEL)
    second = await files.look(await evening.host(), content, CHANNEL)
    with pytest.raises(NoneHere):  # one for each host
        await files.accept(await evening.host(), first.number)
    with pytest.raises((NoneHere, NotAllowed)):
        await files.accept(await host_too(evening), second.number)
    await evening.wait(minutes=61)
    with pytest.raises(NoneHere):
        await files.accept(await evening.host(), second.number)
    third = await files.look(await evening.host(), content, CHANNEL)
    await files.decline(await evening.host(), third.number)
    with pytest.raises(NoneHere):
        await files.accept(await evening.host(), third.number)


async def host_too(evening: Evening) -> Actor:
    other = await evening.somebody("Autre orga")
    return replace(other, roles=(await evening.host()).roles)


async def test_only_hosts_take_an_event_away_and_players_their_own_matches(
    evening: Evening, files: Files
) -> None:
    await played(evening, 4)
    player = await evening.somebody("Joueuse 1")
    with pytest.raises(HostsOnly):
        await files.export(player, Kind.EVENT, 1)
    own = (await files.export(player, Kind.MATCHES, 1)).data.decode().splitlines()
    every = (await out(evening, files, Kind.MATCHES)).decode().splitlines()
    assert 1 < len(own) < len(every)
    with pytest.raises(NotAllowed):
        await files.export(await evening.somebody("Passante"), Kind.MATCHES, 1)
    with pytest.raises(HostsOnly):
        await files.look(player, b"{}", CHANNEL)


async def test_what_is_wrong_is_told_and_nothing_is_kept(evening: Evening, files: Files) -> None:
    await played(evening)
    data = json.loads(await out(evening, files))
    data["events"][-2]["payload"]["winner"] = 99
    with pytest.raises(BadFile):
        await files.look(await evening.host(), json.dumps(data).encode(), CHANNEL)
    with pytest.raises(BadFile) as bad:
        await files.look(await evening.host(), b"x" * 1_000_001, CHANNEL)
    assert [reason.cause for reason in bad.value.reasons] == [Cause.TOO_BIG]


async def test_a_line_that_only_looks_like_one_of_the_house_is_refused(
    evening: Evening, files: Files
) -> None:
    await played(evening)
    data = json.loads(await out(evening, files))
    line = {"kind": "timer_extended", "payload": {"match": 7}, "reason": None}
    data["events"].append({"at_utc": data["events"][-1]["at_utc"], **line})
    asked = await files.look(await evening.host(), json.dumps(data).encode(), CHANNEL)
    with pytest.raises(BadFile):
        await files.accept(await evening.host(), asked.number)
    with pytest.raises(NoneHere):
        await evening.tournaments.see(2)
