"""Somebody is called and does not come: who is told, who is asked, and when it goes on."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from cogs.tournaments.rules import commands
from cogs.tournaments.rules.board import Ending, Stage
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.hosting import Reason
from cogs.tournaments.rules.patience import LADDER, LATE, OVER, moment, reached, upcoming
from cogs.tournaments.rules.play import decide
from cogs.tournaments.rules.templates import TEMPLATES
from cogs.tournaments.service.playing import follow
from cogs.tournaments.service.waiting import PING, PINGED, late
from cogs.tournaments.store import announced, history
from core.courier import Letter
from core.people import Platform
from storage.outbox import outbox
from tests.discord_desk import MANAGE_GUILD
from tests.doubles import EVENING
from tests.tournaments.conftest import Evening
from tests.tournaments.server import HOST, Server
from tests.tournaments.test_discord_face import FIRST, started

W1 = MatchId("W1.1")
CALL = timedelta(minutes=10)


async def called(evening: Evening, template: str = "cup-16") -> None:
    """Two who are called to the one match of an evening."""
    await evening.announced(template=template)
    for name in ("Ada", "Bo"):
        await evening.tournaments.join(await evening.somebody(name))
    await evening.tournaments.start(await evening.host())


async def pings(evening: Evening) -> list[int]:
    """After how many seconds somebody was called again."""
    live = await evening.live()
    async with evening.db.read() as tx:
        lines = await history.log_of(tx, live.id, kinds=(PINGED,))
    return [round((line.at - live.called[W1]).total_seconds()) for line in lines]


async def late_now(evening: Evening) -> list[MatchId]:
    return [match.id for match in late(await evening.live(), evening.clock.now())]


async def stage(evening: Evening) -> Stage:
    state = (await evening.live()).state
    assert state is not None
    return state.match(W1).stage


def test_a_ladder_of_ten_minutes_has_the_steps_that_were_promised() -> None:
    minutes = [(moment(EVENING, CALL, step) - (EVENING - CALL)) for step in range(len(LADDER))]
    assert minutes == [timedelta(minutes=each) for each in (3, 5, 8, 10, 15)]
    assert reached(EVENING, CALL, EVENING - CALL) is None
    assert reached(EVENING, CALL, EVENING) == LATE
    assert upcoming(EVENING, CALL, EVENING) == OVER
    assert upcoming(EVENING, CALL, EVENING + CALL) is None


def test_a_quick_evening_goes_on_five_minutes_after_a_call() -> None:
    quick = TEMPLATES["friday-8"].no_show_minutes * LADDER[OVER]
    assert quick == pytest.approx(5)


async def test_pain_10_no_shows_do_not_stop_the_event(evening: Evening) -> None:
    await called(evening)
    await evening.tournaments.arrive(await evening.somebody("Ada"))
    await evening.wait(minutes=9)
    assert await pings(evening) == [180, 300, 480]
    assert await late_now(evening) == []
    await evening.wait(minutes=1)
    assert await late_now(evening) == [W1], "staff may act from now on"
    await evening.wait(minutes=4.9)
    assert await stage(evening) is Stage.CALLED
    await evening.wait(minutes=0.2)
    live = await evening.live()
    assert live.state is not None
    result = live.state.match(W1).result
    assert result is not None
    assert result.ending is Ending.FORFEIT
    assert live.seeded[result.winner].name == "Ada"
    async with evening.db.read() as tx:
        (line,) = await history.log_of(tx, live.id, kinds=("forfeited",))
    assert line.reason == "absent"


async def test_a_bot_killed_at_every_step_calls_nobody_twice(evening: Evening) -> None:
    await called(evening)
    for _ in range(40):
        evening.restart()
        await evening.wait(seconds=30)
    assert await pings(evening) == [180, 300, 480]
    assert await stage(evening) is Stage.SETTLED


async def test_after_a_night_without_us_nobody_is_out_before_they_were_called(
    evening: Evening,
) -> None:
    await called(evening)
    evening.clock.forward(minutes=30)
    evening.restart()
    await evening.wait(seconds=1)
    assert len(await pings(evening)) == 1
    assert await late_now(evening) == [W1]
    await evening.tournaments.arrive(await evening.somebody("Ada"))
    await evening.wait(minutes=4)
    assert await stage(evening) is Stage.CALLED, "staff has its five minutes"
    await evening.wait(minutes=2)
    assert await stage(evening) is Stage.SETTLED


async def test_whoever_comes_stops_the_clock(evening: Evening) -> None:
    await called(evening)
    for name in ("Ada", "Bo"):
        await evening.wait(minutes=6)
        await evening.tournaments.arrive(await evening.somebody(name))
    assert await late_now(evening) == []
    await evening.wait(hours=1)
    assert await stage(evening) is Stage.LIVE


async def test_where_the_event_says_so_only_staff_decides(evening: Evening) -> None:
    await called(evening)
    async with evening.db.write() as tx:
        await announced.change(tx, (await evening.live()).id, auto_forfeit=False)
    await evening.wait(hours=2)
    assert await late_now(evening) == [W1]
    assert await stage(evening) is Stage.CALLED


async def test_while_everything_is_paused_nobody_is_late_or_called(evening: Evening) -> None:
    await called(evening)
    await evening.wait(minutes=4)
    host = await evening.host()
    live = await evening.pauses.pause(host, (await evening.live()).id, Reason.HEARD)
    evening.restart()
    await evening.tournaments.arrive(await evening.somebody("Ada"))
    await evening.wait(hours=2)
    assert await pings(evening) == [180]
    assert await late_now(evening) == []
    await evening.pauses.resume(host, live.id)
    await evening.wait(minutes=5)
    assert len(await pings(evening)) == 3
    assert await late_now(evening) == []
    await evening.wait(minutes=1.1)
    assert await late_now(evening) == [W1]
    await evening.wait(minutes=5)
    assert await stage(evening) is Stage.SETTLED


async def test_a_forfeit_that_is_undone_gives_a_whole_call_again(evening: Evening) -> None:
    people = await evening.running(4)
    for person in people[:3]:  # the one who is missing is the fourth
        await evening.tournaments.arrive(person)
    await evening.wait(minutes=5.1)
    assert await stage(evening) is Stage.SETTLED
    async with evening.turns.on(await evening.host(), None) as turn:
        before = turn.state
        await turn.record(decide(before, commands.Reopen(W1)))
        await follow(turn, before)
    assert await stage(evening) is Stage.CALLED
    await evening.wait(minutes=3)
    assert await late_now(evening) == []
    await evening.wait(minutes=0.5)
    assert await late_now(evening) == [W1]
    assert await stage(evening) is Stage.CALLED


async def test_in_an_arena_nobody_waits_for_staff(evening: Evening) -> None:
    await called(evening, "arena-45")
    await evening.wait(minutes=3.5)
    state = (await evening.live()).state
    assert state is not None
    assert state.idle == {1, 2}, "both take a break, and nobody is punished"


async def test_a_ping_calls_the_absent_one_alone_in_the_thread_of_the_match(
    server: Server,
) -> None:
    players = await started(server)
    await server.card(FIRST, "tournaments.match")
    await server.press(players[0], "Je suis là", FIRST)
    await server.press(players[1], "Je suis là", "1:W1.2")
    await server.press(players[2], "Je suis là", "1:W1.2")
    await server.wait(minutes=2.9)
    assert [target for target, _ in server.said] == ["channel:72"] * 3
    assert all(f"<@{players[3]}>" in text for _, text in server.said)
    assert not any(f"<@{players[0]}>" in text for _, text in server.said)
    assert all("<t:" in text for _, text in server.said)
    card = await server.card(FIRST, "tournaments.match")
    assert "En retard" not in card.text
    await server.wait(minutes=0.5)
    card = await server.card(FIRST, "tournaments.match")
    assert f"En retard : on attend encore <@{players[3]}>" in card.text


async def test_whoever_comes_while_the_ping_is_on_its_way_is_left_alone(server: Server) -> None:
    players = await started(server)
    await server.card(FIRST, "tournaments.match")
    server.clock.forward(minutes=1.1)
    await server.wait(seconds=0)
    async with server.house.db.read() as tx:
        rows = list(await tx.execute(select(outbox).where(outbox.c.platform == "discord")))
    ping = rows[0]
    before = len(server.said)
    await server.press(players[0], "Je suis là", FIRST)
    await server.press(players[3], "Je suis là", FIRST)
    calls = server.house.calls[ping.text_key]
    (posted,) = [row for row in rows if row.slots["match"] == "W1.1"]
    letter = Letter("p", Platform.DISCORD, "channel:72", PING, "fr", posted.slots)
    assert await calls(letter) == ()
    assert len(server.said) == before
    assert "<@" not in str(posted.slots), "no account is kept in a letter"


async def test_in_a_chat_everybody_who_is_missing_shares_one_line_a_step(server: Server) -> None:
    await server.create()
    viewers = [f"Viewer{number}" for number in range(4)]
    for viewer in viewers:
        await server.types(viewer)
    await server.desk.slash(HOST, "tournament start", may=MANAGE_GUILD)
    await server.types("Viewer0", "ok")
    await server.wait(minutes=3)
    lines = [line for line in server.chat if "ton match t'attend" in line]
    assert len(lines) == 3
    assert all(line.count("@") == 3 and "@Viewer0" not in line for line in lines)
