"""The first evening once more, on PostgreSQL: the same people, the same promises."""

import asyncio

import pytest

from sandbox.stories.first_evening import first_evening
from tests.conftest import NO_POSTGRES, POSTGRES, postgres_database
from tests.journeys.conftest import opened
from tests.journeys.test_first_evening import (
    LONGEST,
    Played,
    test_nobody_was_read_without_both_yeses,
    test_one_offer_one_contact_one_answer_one_hand_over,
    test_sixteen_play_from_both_sides_to_one_champion,
    test_the_log_names_nobody_and_nothing_went_wrong,
    test_the_offer_reached_one_person_without_a_sound,
)

__all__ = [
    "test_nobody_was_read_without_both_yeses",
    "test_one_offer_one_contact_one_answer_one_hand_over",
    "test_sixteen_play_from_both_sides_to_one_champion",
    "test_the_log_names_nobody_and_nothing_went_wrong",
    "test_the_offer_reached_one_person_without_a_sound",
]

pytestmark = [pytest.mark.long, pytest.mark.skipif(not POSTGRES, reason=NO_POSTGRES)]


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """An evening whose bot keeps everything in PostgreSQL, from its first start on."""

    async def play(address: str) -> Played:
        async with opened(tmp_path_factory.mktemp("evening"), "fr", 3) as scene:
            scene.stage.extra["MARAUDE_STORAGE__URL"] = address
            await scene.stage.raise_bot()
            async with asyncio.timeout(LONGEST):
                told = await first_evening(scene.evening, "fr")
        assert not scene.stage.database.exists()
        return Played("fr", scene.stage, scene.evening, told)

    with postgres_database("evening") as address:
        return asyncio.run(play(address))
