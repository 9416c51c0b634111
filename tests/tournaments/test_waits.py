"""How long an evening waits: for the stream, no longer than it says; for who is missing, as said.

A host says both, until the end of the evening.
"""

from typing import Any

import pytest

from cogs.tournaments.rules.board import Stage
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.casting import Waited
from cogs.tournaments.rules.crew import HostsOnly
from cogs.tournaments.rules.hosting import BadHold, NotRunning, Reason
from cogs.tournaments.service.announcing import Changes
from cogs.tournaments.service.waits import Patience
from tests.discord_desk import MANAGE_GUILD
from tests.tournaments.conftest import CHANNEL, Evening
from tests.tournaments.server import HOST, Server
from tests.tournaments.test_cast import stage
from tests.tournaments.test_discord_face import FIRST, started
from tests.tournaments.test_waiting import called, late_now

W1, W2, FINAL = MatchId("W1.1"), MatchId("W1.2"), MatchId("W2.1")
KEPT_, CALLED = (Stage.CALLED, True), (Stage.CALLED, False)
DECIDES, FORFEITS = Patience(auto_forfeit=False), Patience(auto_forfeit=True)


async def test_a_match_is_called_once_it_has_waited_for_the_stream_long_enough(
    evening: Evening,
) -> None:
    people = await evening.running(4)
    host = await evening.host()
    await evening.cast.hold(host, W1)
    await evening.wait(minutes=14)
    assert await stage(evening) == KEPT_
    evening.restart()
    await evening.wait(minutes=1)
    assert await stage(evening) == CALLED
    assert (await evening.live()).called[W1] == evening.clock.now(), "the whole call is theirs"
    with pytest.raises(Waited):
        await evening.cast.hold(host, W1)
    await evening.cast.ask(people[0])  # they would like to
    await evening.cast.hold(host, W1)
    assert await stage(evening) == KEPT_


async def test_what_was_released_in_time_is_not_called_again(evening: Evening) -> None:
    await evening.running(4)
    host = await evening.host()
    await evening.cast.hold(host, W1)
    await evening.wait(minutes=10)
    await evening.cast.release(host, W1)
    await evening.cast.hold(host, W1)
    await evening.wait(minutes=10)
    assert await stage(evening) == KEPT_, "it has been kept anew"
    await evening.wait(minutes=5)
    assert await stage(evening) == CALLED


async def test_the_wait_for_the_stream_begins_once_both_sides_are_known(evening: Evening) -> None:
    people = await evening.running(4)
    await evening.cast.hold(await evening.host(), FINAL)
    for match, loser in ((W1, 3), (W2, 2)):
        await evening.wait(minutes=2)
        await evening.tournaments.report(people[loser], won=False, match=match)
    await evening.wait(minutes=14)
    assert await stage(evening, FINAL) == (Stage.OPEN, True)
    await evening.wait(minutes=1)
    assert await stage(evening, FINAL) == CALLED


async def test_what_is_kept_before_the_start_waits_from_the_start_on(evening: Evening) -> None:
    await evening.players(4)
    host = await evening.host()
    await evening.tournaments.draw(host)
    await evening.cast.hold(host, W1)
    await evening.wait(minutes=60)
    assert await stage(evening) == (Stage.OPEN, True)
    await evening.wait(minutes=14)
    assert await stage(evening) == (Stage.OPEN, True)
    await evening.wait(minutes=1)
    assert await stage(evening) == CALLED


async def test_while_everything_is_paused_the_wait_for_the_stream_stands_still(
    evening: Evening,
) -> None:
    await evening.running(4)
    host = await evening.host()
    await evening.cast.hold(host, W1)
    await evening.wait(minutes=10)
    await evening.pauses.pause(host, 1, Reason.TECHNICAL)
    await evening.wait(hours=1)
    await evening.pauses.resume(host, 1)
    await evening.wait(minutes=4)
    assert await stage(evening) == KEPT_
    await evening.wait(minutes=1)
    assert await stage(evening) == CALLED


async def test_a_host_says_how_long_and_what_is_kept_has_that_long_from_now(
    evening: Evening,
) -> None:
    await evening.running(4)
    host = await evening.host()
    await evening.cast.hold(host, W1)
    await evening.wait(minutes=10)
    live = await evening.waits.change(host, Patience(hold_minutes=30))
    assert live.event.hold_minutes == 30
    await evening.wait(minutes=29)
    assert await stage(evening) == KEPT_
    await evening.wait(minutes=1)
    assert await stage(evening) == CALLED
    copy = await evening.announcing.copy(host, 1, CHANNEL, Changes())
    assert copy.event.hold_minutes == 30


@pytest.mark.parametrize("minutes", [0, 4, 61])
async def test_a_match_waits_for_the_stream_for_minutes_and_not_for_hours(
    evening: Evening, minutes: int
) -> None:
    await evening.announced()
    with pytest.raises(BadHold):
        await evening.waits.change(await evening.host(), Patience(hold_minutes=minutes))
    assert (await evening.live()).event.hold_minutes == 15


async def test_where_a_host_says_so_only_staff_decides(evening: Evening) -> None:
    await evening.announced(template="cup-16")
    host = await evening.host()
    await evening.waits.change(host, DECIDES)
    for name in ("Ada", "Bo"):
        await evening.tournaments.join(await evening.somebody(name))
    await evening.tournaments.start(host)
    await evening.wait(hours=2)
    assert await late_now(evening) == [W1]
    assert await stage(evening) == CALLED


async def test_a_host_may_say_so_while_somebody_is_late(evening: Evening) -> None:
    await called(evening)
    host = await evening.host()
    await evening.wait(minutes=12)
    assert await late_now(evening) == [W1]
    for _ in range(2):  # twice is once
        await evening.waits.change(host, DECIDES)
    await evening.wait(hours=1)
    assert await stage(evening) == CALLED


async def test_whoever_is_late_has_the_last_minutes_anew_when_it_goes_on_by_itself_again(
    evening: Evening,
) -> None:
    await called(evening)
    host = await evening.host()
    await evening.waits.change(host, DECIDES)
    await evening.wait(hours=1)
    await evening.waits.change(host, FORFEITS)
    assert await late_now(evening) == [W1]
    await evening.wait(minutes=4)
    assert await stage(evening) == CALLED
    await evening.wait(minutes=1)
    assert (await stage(evening))[0] is Stage.SETTLED


async def test_said_while_everything_is_paused_it_counts_from_the_end_of_the_pause(
    evening: Evening,
) -> None:
    await called(evening)
    host = await evening.host()
    await evening.waits.change(host, DECIDES)
    await evening.wait(minutes=12)
    await evening.pauses.pause(host, 1, Reason.TECHNICAL)
    await evening.waits.change(host, FORFEITS)
    await evening.wait(hours=1)
    assert await stage(evening) == CALLED
    await evening.pauses.resume(host, 1)
    await evening.wait(minutes=4)
    assert await stage(evening) == CALLED
    await evening.wait(minutes=1)
    assert (await stage(evening))[0] is Stage.SETTLED


async def test_an_evening_that_waits_for_a_host_still_does(evening: Evening) -> None:
    await evening.announced()
    await evening.wait(minutes=61)
    assert (await evening.live()).stalled
    live = await evening.waits.change(await evening.host(), DECIDES)
    assert live.stalled


async def test_hosts_say_it_until_it_is_over_and_nobody_else(evening: Evening) -> None:
    people = await evening.running(4)
    with pytest.raises(HostsOnly):
        await evening.waits.change(people[0], DECIDES)
    await evening.play_out(people)
    with pytest.raises(NotRunning):
        await evening.waits.change(await evening.host(), DECIDES, 1)


async def test_one_command_says_both_and_every_card_what_is_true(server: Server) -> None:
    await started(server)
    held = await server.desk.slash(
        HOST, "tournament stream hold", may=MANAGE_GUILD, match="1|W1.1"
    )
    assert held.ephemeral
    options: dict[str, Any] = {"no-shows": "staff", "stream-wait": 20}
    answer = await server.desk.slash(HOST, "tournament edit", may=MANAGE_GUILD, **options)
    assert answer.text.splitlines()[-1] == (
        "Qui ne vient pas : l'orga décide. Pour le stream, un match attend 20 min au plus."
    )
    assert "20 minutes environ" in (await server.card(FIRST, "tournaments.match")).text
    await server.wait(minutes=6)
    late = (await server.card("1:W1.2", "tournaments.match")).text
    assert "l'orga" in late
    assert "forfait" not in late
    english = await server.desk.slash(
        HOST, "tournament edit", may=MANAGE_GUILD, locale="en-GB", **{"no-shows": "forfeit"}
    )
    assert "a forfeit by itself, 5 min after the call" in english.text
    assert "forfait" in (await server.card("1:W1.2", "tournaments.match")).text
    await server.wait(minutes=15)
    assert any("c'est à vous" in text for _, text in server.said)
    again = await server.desk.slash(
        HOST, "tournament stream hold", may=MANAGE_GUILD, match="1|W1.1"
    )
    assert again.text.startswith("Ce match a attendu le stream aussi longtemps qu'il peut.")
    refused = await server.desk.slash(12, "tournament edit", **options)
    assert "orga" in refused.text
