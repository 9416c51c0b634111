"""A room's link works once, on one device, for half an hour."""

from dataclasses import replace

import pytest
from aiohttp import web

from cogs.house import House
from cogs.mediation.rules.queue import Urgency
from cogs.mediation.rules.refusals import LinkOver, OtherDevice
from cogs.mediation.service.cases import Cases
from cogs.mediation.service.means import Means
from cogs.mediation.service.rooms import Door, Inside, Rooms
from cogs.mediation.store import cases as case_store
from cogs.mediation.web_face.cookies import give_cookie
from tests.doubles import Hands
from tests.mediation.conftest import Cast, asks


async def test_a_room_link_works_once_on_one_device(
    house: House, means: Means, cast_: Cast, clock: Hands
) -> None:
    opened = await asks(house, await cast_.somebody(1))
    rooms = Rooms(means)
    for _ in range(3):  # a link preview looks too, and changes nothing
        assert isinstance(await rooms.look(opened.token, ""), Door)
    device = await rooms.enter(opened.token, "")
    assert isinstance(await rooms.look(opened.token, device), Inside)
    for stranger in ("", "another-device"):
        with pytest.raises(OtherDevice):
            await rooms.look(opened.token, stranger)
        with pytest.raises(OtherDevice):
            await rooms.enter(opened.token, stranger)
    clock.forward(hours=5)  # once inside, thirty minutes are over without harm
    assert isinstance(await rooms.look(opened.token, device), Inside)


async def test_a_link_that_nobody_used_dies_after_thirty_minutes(
    house: House, means: Means, cast_: Cast, clock: Hands
) -> None:
    opened = await asks(house, await cast_.somebody(1))
    clock.forward(minutes=30)
    with pytest.raises(LinkOver):
        await Rooms(means).look(opened.token, "")
    with pytest.raises(LinkOver):
        await Rooms(means).enter(opened.token, "")


async def test_a_new_link_closes_the_old_room_once_it_is_used(
    house: House, means: Means, cast_: Cast
) -> None:
    zoe, rooms = await cast_.somebody(1), Rooms(means)
    old = await asks(house, zoe)
    phone = await rooms.enter(old.token, "")
    new = await asks(house, zoe)
    assert isinstance(await rooms.look(old.token, phone), Inside)
    await rooms.enter(new.token, "")
    with pytest.raises(LinkOver):
        await rooms.look(old.token, phone)


async def test_how_urgent_it_is_is_what_was_said_last(house: House, cast_: Cast) -> None:
    zoe = await cast_.somebody(1)
    cases = house.ask(Cases)
    await asks(house, zoe, Urgency.WHENEVER)
    await asks(house, zoe, Urgency.HARD_NOW)
    assert [each.urgency for each in await cases.waiting()] == [Urgency.HARD_NOW]
    async with house.db.read() as tx:
        (case,) = (await tx.exec_driver_sql("SELECT id FROM cases")).scalars()
        found = await case_store.one(tx, case)
    assert found is not None
    await cases.leave(found)
    await asks(house, zoe, Urgency.TODAY)
    assert [each.urgency for each in await cases.waiting()] == [Urgency.TODAY]


def test_cookies_keep_to_this_site_to_tls_and_out_of_any_script(means: Means) -> None:
    web_ = means.settings.web.model_copy(update={"public_url": "https://maraude.example"})
    behind_tls = replace(means, settings=means.settings.model_copy(update={"web": web_}))
    for where, name, secure in ((behind_tls, "__Host-desk", True), (means, "desk", False)):
        response = web.Response()
        give_cookie(where, response, "desk", "token", seconds=60)
        cookie = response.cookies[name]
        assert (cookie["secure"], cookie["httponly"], cookie["samesite"]) == (secure, True, "Lax")
        assert (cookie["path"], cookie["domain"]) == ("/", "")
