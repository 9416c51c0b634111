"""An offer on its way: somebody stops, deletes, or has closed their door."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from cogs.consent.rules.scopes import Scope
from cogs.consent.service.consents import Consents
from cogs.house import House
from cogs.mediation.service.offers import REMINDER, Offers
from cogs.mediation.store import offers as store
from core.courier import Card, Letter, Sent
from core.people import PersonId, Platform, Voice
from tests.doubles import Hands
from tests.mediation.conftest import Cast, Post, Rota
from tests.mediation.test_offers import later_on, wish


class Interrupted(Post):
    """Somebody does something while our message is on its way."""

    def __init__(self, act: Callable[[], Awaitable[None]]) -> None:
        super().__init__()
        self.act = act

    async def whisper(self, person: PersonId, voice: Voice, card: Card, nonce: str) -> Sent:
        await self.act()
        await super().whisper(person, voice, card, nonce)
        return Sent.LATER


@pytest.mark.parametrize("act", ["stop", "delete"])
async def test_a_busy_platform_gets_nothing_more_for_somebody_who_has_stopped_meanwhile(
    house: House, clock: Hands, cast_: Cast, act: str
) -> None:
    zoe = await cast_.says_yes(1, Scope.DM)
    offers = house.ask(Offers)

    async def meanwhile() -> None:
        if act == "stop":
            await house.ask(Consents).stop(zoe.person)
        else:
            offers.take_back("m1")

    courier = Interrupted(meanwhile)
    offers._courier = courier
    offers.later(wish(zoe, urgent=True))
    for _ in range(4):
        await later_on(house, clock, seconds=6)
    assert len(courier.carried) == 1
    assert offers.waiting == 0


async def test_a_stop_between_the_asking_and_the_sending_is_in_time(
    house: House, clock: Hands, cast_: Cast, post: Post
) -> None:
    zoe = await cast_.says_yes(1, Scope.DM)
    offers = house.ask(Offers)
    asked = offers._voice_of

    async def slow(person: PersonId) -> Voice:
        await house.ask(Consents).stop(person)
        return await asked(person)

    offers._voice_of = slow
    offers.later(wish(zoe, urgent=True))
    await later_on(house, clock, seconds=1)
    assert post.carried == []


async def test_who_stops_while_another_s_message_leaves_holds_up_nobody(
    house: House, clock: Hands, cast_: Cast
) -> None:
    people = [await cast_.says_yes(number, Scope.DM) for number in (1, 2, 3)]

    async def meanwhile() -> None:
        await house.ask(Consents).stop(people[1].person)

    courier = Interrupted(meanwhile)
    house.ask(Offers)._courier = courier
    for each in people:
        house.ask(Offers).later(wish(each, urgent=True))
    await later_on(house, clock, seconds=1)
    assert [person for person, _, _ in courier.carried] == [people[0].person, people[2].person]


async def test_a_closed_door_counts_as_nothing_sent_and_is_left_alone_for_a_day(
    house: House, clock: Hands, cast_: Cast, rota: Rota, post: Post
) -> None:
    zoe = await cast_.says_yes(1, Scope.DM)
    offers = house.ask(Offers)
    post.answers = [Sent.CLOSED]
    offers.later(wish(zoe, urgent=True))
    await later_on(house, clock, seconds=1)
    async with house.db.read() as tx:
        day = timedelta(days=1)
        assert await store.sent_since(tx, zoe.person, clock.now() - day) == 0
        assert await store.outstanding(tx, clock.now() - day) == 0
        assert not await store.last_unanswered(tx, zoe.person)
        assert await store.not_before(tx, zoe.person) == clock.now() + day
    for hours in (1, 22):  # not even an emergency knocks again
        offers.later(wish(zoe, urgent=True))
        await later_on(house, clock, hours=hours)
    assert len(post.carried) == 1
    clock.forward(hours=2)
    await rota.on_duty()
    offers.later(wish(zoe))
    for _ in range(2):
        await later_on(house, clock, minutes=20)
        await rota.on_duty()
    assert len(post.carried) == 2


async def test_a_closed_door_shortens_no_rest(
    house: House, clock: Hands, cast_: Cast, post: Post
) -> None:
    zoe = await cast_.says_yes(1, Scope.DM)
    await house.ask(Offers).fine(zoe)
    rests = clock.now() + timedelta(days=30)
    post.answers = [Sent.CLOSED]
    house.ask(Offers).later(wish(zoe, urgent=True))
    await later_on(house, clock, seconds=1)
    async with house.db.read() as tx:
        assert await store.not_before(tx, zoe.person) == rests


async def test_a_reminder_that_waits_does_not_leave_for_somebody_who_has_stopped(
    house: House, cast_: Cast
) -> None:
    zoe = await cast_.says_yes(1, Scope.DM)
    target = f"person:{zoe.person}"
    letter = Letter("n", Platform.DISCORD, target, REMINDER, "fr", {"bot": "Maraude"})
    assert await house.letters[REMINDER](letter)
    await house.ask(Consents).never_again(zoe.person)
    assert not await house.letters[REMINDER](letter)


async def test_an_emergency_that_comes_while_another_s_message_leaves_is_not_lost(
    house: House, clock: Hands, cast_: Cast, rota: Rota
) -> None:
    await rota.on_duty()
    ana, zoe = await cast_.says_yes(1, Scope.DM), await cast_.says_yes(2, Scope.DM)
    offers = house.ask(Offers)

    async def meanwhile() -> None:
        offers.later(wish(zoe, urgent=True))

    courier = Interrupted(meanwhile)
    offers._courier, offers._luck = courier, min
    for each in (ana, zoe):
        offers.later(wish(each))
    await later_on(house, clock, minutes=5)
    await later_on(house, clock, seconds=1)
    cards = [card.text for person, card, _ in courier.carried if person == zoe.person]
    assert len(cards) == 1
    assert "Un mot juste pour toi" in cards[0]


async def test_a_yes_that_is_over_by_itself_stops_a_second_attempt(
    house: House, clock: Hands, cast_: Cast, post: Post
) -> None:
    zoe = await cast_.says_yes(1, Scope.DM)
    post.answers = [Sent.LATER]
    house.ask(Offers).later(wish(zoe, urgent=True))
    await later_on(house, clock, seconds=1)
    async with house.db.write() as tx:
        await tx.exec_driver_sql("UPDATE consents SET ends_at = 0")
    await later_on(house, clock, seconds=6)
    assert len(post.carried) == 1
