"""A rehearsal with robots: whole, quick, seen by nobody else, and gone without a trace."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from cogs.tournaments.rules import robots
from cogs.tournaments.rules.board import Ending, Stage
from cogs.tournaments.rules.hosting import AlreadyRehearsing, NoneHere, Reason
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.rules.templates import TEMPLATES
from cogs.tournaments.service.announcing import Plan
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.matches import Verdict
from cogs.tournaments.service.rehearsals import Script
from cogs.tournaments.store import announced, evenings, history, ratings
from cogs.tournaments.tables import entrants, tournament_events, tournaments
from core.people import Platform
from storage.cards import cards
from storage.outbox import Outbox
from storage.timers import timers
from tests.tournaments.conftest import CHANNEL, OURS, Evening

QUICK = {"friday-8", "kart-night"}
ALONE = [
    pytest.param(name, marks=() if name in QUICK else pytest.mark.long)
    for name, each in TEMPLATES.items()
]


async def rehearsed(evening: Evening, template: str = "friday-8") -> int:
    script = Script(CHANNEL, "fr", "Essai", template)
    return (await evening.rehearsals.rehearse(await evening.host(), script)).id


async def ruled(evening: Evening, number: int) -> Live:
    """Minutes pass, and the host rules on what is contested, until it is over."""
    for _ in range(90):
        live = await evening.tournaments.see(number)
        if not live.event.live:
            return live
        for match in live.state.open if live.state else ():
            if match.stage is Stage.DISPUTED:
                verdict = Verdict(match.id, match.playing[0], Reason.HEARD)
                await evening.tournaments.rule(await evening.host(), number, verdict)
        await evening.wait(seconds=20)
    raise AssertionError(live.event.phase)


async def kinds(evening: Evening, number: int) -> set[str]:
    async with evening.db.read() as tx:
        live = await evening.turns.book.open(tx, (await evening.tournaments.see(number)).id)
        return {line.kind for line in await history.log_of(tx, live.id)}


async def test_robots_do_what_people_do_on_a_real_evening(evening: Evening) -> None:
    number = await rehearsed(evening)
    live = await ruled(evening, number)
    told = await kinds(evening, number)
    assert live.event.phase is Phase.FINISHED
    assert told >= {"entered", "checked_in", "check_in_missed", "drawn", "called", "arrived"}
    assert told >= {"reported", "confirmed", "auto_confirmed", "disputed", "ruled", "forfeited"}
    assert {each.name for each in live.entrants} == {f"Robot {n}" for n in range(1, 8)}
    assert live.state is not None
    ruled_ = [
        each for each in live.state.board if each.result and each.result.ending is Ending.RULED
    ]
    assert len(ruled_) == 1, "one dispute is enough to learn from"


@pytest.mark.parametrize("template", ALONE)
async def test_everything_ready_made_is_rehearsed_to_its_end(
    evening: Evening, template: str
) -> None:
    number = await rehearsed(evening, template)
    before = evening.clock.now()
    live = await ruled(evening, number)
    assert live.event.phase is Phase.FINISHED
    assert evening.clock.now() - before <= timedelta(minutes=30)


async def test_a_host_plays_along(evening: Evening) -> None:
    number = await rehearsed(evening)
    host = await evening.host()
    await evening.tournaments.join(host, number)
    await evening.wait(seconds=60)
    await evening.tournaments.check_in(host)  # nothing typed: it is the one they are in
    live = await evening.tournaments.start(host, number)
    await evening.wait(seconds=10)
    live = await evening.tournaments.see(number)
    assert live.state is not None
    match = live.state.match_of(live.seed_of(host.person) or 0)
    assert match is not None
    if match.stage is Stage.CALLED:
        await evening.tournaments.arrive(host, number, match.id)
        await evening.tournaments.report(host, won=False, tournament=number, match=match.id)
        live = await evening.tournaments.see(number)
        assert live.state is not None
        assert live.state.match(match.id).stage is Stage.SETTLED


async def test_nobody_else_finds_it(evening: Evening) -> None:
    await evening.announced()
    await ruled(evening, await rehearsed(evening))
    host = await evening.host()
    around = await evening.tournaments.here(host.place)
    assert [live.id for live in around] == [1]
    assert [each.id for each in await evening.announcing.earlier(host)] == [1]
    await evening.tournaments.call_off(host)
    assert await evening.tournaments.here(host.place) == [], "no last one, either"


async def test_neither_its_page_nor_its_overlay_leads_anywhere(evening: Evening) -> None:
    live = await evening.tournaments.see(await rehearsed(evening))
    with pytest.raises(NoneHere):
        await evening.tournaments.by_page(live.event.page)


async def test_no_chat_hears_of_it(evening: Evening) -> None:
    await ruled(evening, await rehearsed(evening))
    assert await Outbox(evening.db).due(Platform.TWITCH, evening.clock.now()) == []


async def test_a_host_who_forgets_is_called_in_no_channel(evening: Evening) -> None:
    await evening.tournaments.join(await evening.host(), await rehearsed(evening))
    await evening.wait(minutes=5)
    due = await Outbox(evening.db).due(Platform.DISCORD, evening.clock.now())
    assert [posted.letter.target for posted in due] == []


async def test_it_is_no_evening_that_later_ones_learn_from(evening: Evening) -> None:
    number = await rehearsed(evening)
    await ruled(evening, number)
    place = (await evening.host()).place
    async with evening.db.read() as tx:
        assert await evenings.missed(tx, place, 10) == []
        assert await ratings.last_events(tx, place, 10) == []
        assert await announced.finished_at(tx, place, 20) == [], "nor its mistake rate"


async def test_a_restart_at_every_breath_changes_nothing(evening: Evening) -> None:
    number = await rehearsed(evening)
    for _ in range(80):
        evening.restart()
        await evening.wait(seconds=3)
    assert (await ruled(evening, number)).event.phase is Phase.FINISHED


async def test_an_hour_after_its_end_nothing_is_left(evening: Evening) -> None:
    number = await rehearsed(evening)
    await ruled(evening, number)
    await evening.wait(minutes=59)
    assert (await evening.tournaments.see(number)).id == number
    await evening.wait(minutes=2)
    await nothing_left(evening, number)


async def test_it_is_deleted_when_its_host_says_so(evening: Evening) -> None:
    number = await rehearsed(evening)
    await evening.wait(minutes=3)
    host = await evening.host()
    await evening.rehearsals.delete(host, number)
    await nothing_left(evening, number)
    assert await rehearsed(evening) != number, "what it was called is called so no more"


async def test_one_that_nobody_ends_goes_by_itself(evening: Evening) -> None:
    number = await rehearsed(evening)
    evening.clock.forward(hours=3, seconds=1)
    await evening.ring()
    await nothing_left(evening, number)


async def test_what_counts_cannot_be_deleted_so(evening: Evening) -> None:
    await evening.announced()
    with pytest.raises(NoneHere):
        await evening.rehearsals.delete(await evening.host(), 1)


async def test_there_is_one_at_a_time(evening: Evening) -> None:
    await rehearsed(evening)
    with pytest.raises(AlreadyRehearsing):
        await rehearsed(evening)


async def test_an_event_is_rehearsed_with_its_own_settings(evening: Evening) -> None:
    await evening.announced(template="double-16")
    script = Script(CHANNEL, "fr", "", tournament=1)
    live = await evening.rehearsals.rehearse(await evening.host(), script)
    assert live.event.name == "Coupe du vendredi"
    assert live.event.format == "double_elimination"
    assert live.event.streams == ()
    assert len(await evening.tournaments.here((await evening.host()).place)) == 1


@pytest.mark.parametrize(
    ("size", "players", "seats"),
    [(2, 1, 4), (8, 1, 8), (4096, 1, 16), (2, 2, 4), (6, 5, 6), (16, 2, 8)],
)
def test_a_field_fits_a_rehearsal(size: int, players: int, seats: int) -> None:
    assert robots.seats(size, players) == seats


async def nothing_left(evening: Evening, number: int) -> None:
    with pytest.raises(NoneHere):
        await evening.tournaments.see(number)
    async with evening.db.read() as tx:
        for table in (tournaments, entrants, tournament_events, timers):
            assert await tx.scalar(select(func.count()).select_from(table)) == 0, table.name
        assert await tx.scalar(select(func.count()).select_from(cards)) == 0


@pytest.mark.long
@pytest.mark.parametrize("game", [each.id for each in OURS])
async def test_every_game_is_rehearsed_to_its_end(evening: Evening, game: str) -> None:
    starts = evening.clock.now() + timedelta(hours=2)
    plan = Plan("", "Coupe", CHANNEL, starts, 8, game=game)
    source = (await evening.announcing.create(await evening.host(), plan)).live
    script = Script(CHANNEL, "fr", "", tournament=source.id)
    live = await evening.rehearsals.rehearse(await evening.host(), script)
    assert (await ruled(evening, live.id)).event.phase is Phase.FINISHED
