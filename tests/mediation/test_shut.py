"""What stays shut around the pages of help: frames, files, logs; and an edited word."""

import logging

import pytest
import yarl

from cogs.consent.rules.scopes import Scope
from cogs.house import House
from cogs.mediation.rules.offer import Reason
from cogs.mediation.service.cards import Scene
from cogs.mediation.service.offers import Offers, Wish
from tests.mediation.conftest import Cast, Mail, asks
from tests.mediation.site import Oauth, opened


async def test_no_other_site_shows_our_pages_and_no_log_tells_who_opened_which(
    house: House, cast_: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    token = (await asks(house, await cast_.somebody(1))).token
    with caplog.at_level(logging.DEBUG):
        async with opened(house, Oauth()) as site:
            zoe = site.browser()
            for path in (f"/r/{token}", "/desk", "/parler"):
                async with zoe.http.get(zoe.home + path) as answer:
                    policy = answer.headers["Content-Security-Policy"]
                assert "frame-ancestors 'none'" in policy
    assert token not in caplog.text


@pytest.mark.parametrize("name", ["..%2Falarm.py", "%2E%2E%2F..%2F..%2Fbot.py", "%2Fetc%2Fpasswd"])
async def test_only_our_own_files_are_handed_out(house: House, name: str) -> None:
    async with opened(house, Oauth()) as site:
        zoe = site.browser()
        for folder in ("static", "fonts"):
            address = yarl.URL(f"{site.home}/{folder}/{name}", encoded=True)
            async with zoe.http.get(address) as answer:
                assert answer.status == 404


async def test_an_edited_message_takes_its_offer_along(
    house: House, mail: Mail, cast_: Cast
) -> None:
    zoe = await cast_.says_yes(1, Scope.DM)
    causes = frozenset({"71"})
    scene = Scene("Zoé", "Les Loutres", "600")
    house.ask(Offers).later(Wish(zoe.person, scene, Reason.SIGNAL, causes=causes))
    edited = {**mail.message(1, "rien"), "id": "71"}
    mail.client._connection.parsers["MESSAGE_UPDATE"](edited)
    await mail.quiet()
    assert house.ask(Offers).waiting == 0
