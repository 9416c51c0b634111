"""The page behind a stream's link: the same for everybody, at this hour, and no trace of it."""

import re

import pytest

from cogs.house import House
from tests.doubles import Hands
from tests.mediation.conftest import Cast, asks
from tests.mediation.site import Oauth, opened


async def test_it_is_the_same_for_somebody_who_talks_and_for_a_stranger(
    house: House, cast_: Cast
) -> None:
    token = (await asks(house, await cast_.somebody(1))).token
    nonce = re.compile(r'nonce="[^"]*"')
    async with opened(house, Oauth()) as site:
        zoe, other = site.browser(), site.browser()
        await zoe.post(f"/r/{token}/enter")
        pages = {nonce.sub("", (await each.get("/parler"))[1]) for each in (zoe, other)}
        async with other.http.get(f"{other.home}/parler") as answer:
            assert "Set-Cookie" not in answer.headers
            assert answer.headers["Cache-Control"] == "no-store"
        assert "Type /talk" in (await other.get("/parler?lang=en"))[1]
    (page,) = pages
    for told in ("Prévention du suicide", "Tape /parler", "114 par SMS"):
        assert told in page


@pytest.mark.parametrize(("hour", "answers"), [(11, True), (2, False)])
async def test_it_names_nobody_who_would_not_pick_up_at_this_hour(
    house: House, clock: Hands, hour: int, answers: bool
) -> None:
    clock.forward(hours=(hour - clock.now().hour) % 24)
    async with opened(house, Oauth()) as site:
        _, page = await site.browser().get("/parler")
    assert ("0 800 235 236" in page) is answers
    assert "3114" in page
