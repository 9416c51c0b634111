"""Whole evenings, as the service lets people live them."""

import pytest

from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.rules.standings import placements
from cogs.tournaments.service.facts import Champion
from tests.tournaments.conftest import Evening


@pytest.mark.parametrize("many", [2, 3, 5, 16])
async def test_a_tournament_of_any_size_is_played_to_its_champion(
    evening: Evening, many: int
) -> None:
    people = await evening.running(many)
    over = await evening.play_out(people)
    assert over.event.phase is Phase.FINISHED
    assert over.state is not None
    assert over.state.champion == 1
    assert [one.entrant for one in placements(over.state)][:2] == [1, 2]


async def test_a_bot_that_restarts_before_every_step_loses_nothing(evening: Evening) -> None:
    people = await evening.running(5)
    over = await evening.play_out(people, restarts=True)
    assert over.state is not None
    assert over.state.done


async def test_the_evening_runs_by_its_clock_alone(evening: Evening) -> None:
    await evening.players(4)
    everybody = [await evening.somebody(f"Joueuse {n}") for n in (1, 2, 3)]
    await evening.wait(minutes=30)  # the check-in is open
    for actor in everybody:
        await evening.tournaments.check_in(actor)
    await evening.wait(minutes=25)
    drawn = await evening.live()
    assert drawn.event.phase is Phase.CLOSED
    assert len(drawn.seeded) == 3  # the fourth did not come
    await evening.wait(minutes=5)
    assert (await evening.live()).event.phase is Phase.RUNNING


async def test_nobody_shows_up_and_the_evening_still_ends(evening: Evening) -> None:
    champions: list[Champion] = []

    async def heard(fact: Champion) -> None:
        champions.append(fact)

    evening.news.on(Champion, heard)
    await evening.running(4)
    await evening.wait(hours=1)
    over = await evening.live()
    assert over.event.phase is Phase.FINISHED
    assert [fact.person for fact in champions] == [None]


async def test_with_one_player_it_waits_for_the_host(evening: Evening) -> None:
    (alone,) = await evening.players(1)
    await evening.wait(minutes=40)
    await evening.tournaments.check_in(alone)
    await evening.wait(minutes=30)
    assert (await evening.live()).event.phase is Phase.CHECK_IN
    await evening.tournaments.join(await evening.somebody("Tard"))
    await evening.tournaments.start(await evening.host())
    assert (await evening.live()).event.phase is Phase.RUNNING
