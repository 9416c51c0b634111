"""An offer: the same for everybody, at most once, in memory until it is due, and easy to stop."""

from pathlib import Path

import pytest

from cogs.consent.rules.scopes import Age, Scope
from cogs.consent.service.consents import Consents
from cogs.house import House
from cogs.mediation.rules.offer import STORM_OFFERS, Reason
from cogs.mediation.service.cards import WHY, Scene
from cogs.mediation.service.offers import REMIND, Offers, Wish
from core.courier import Card, Sent
from core.people import Actor
from storage.outbox import Outbox
from storage.timers import Sweeper
from tests.doubles import Hands
from tests.mediation.conftest import Cast, Post, Rota

SCENE = Scene("Zoé", "Les Loutres", "600")


def wish(actor: Actor, reason: Reason = Reason.SIGNAL, *, urgent: bool = False) -> Wish:
    return Wish(actor.person, SCENE, reason, urgent, frozenset({"m1"}))


async def later_on(house: House, clock: Hands, **span: float) -> None:
    await house.ask(Offers).tick(clock.forward(**span))


def without_slip(card: Card) -> str:
    """The card as it is sent, but for what is sealed in one button."""
    rows = [
        [(c.verb, c.label, c.style, c.args if c.verb != WHY else len(c.args[0])) for c in row]
        for row in card.rows
    ]
    return f"{card.text}{rows}"


async def test_nothing_leaves_before_five_minutes_and_something_by_forty(
    house: House, clock: Hands, cast_: Cast, rota: Rota, post: Post
) -> None:
    await rota.on_duty()
    house.ask(Offers).later(wish(await cast_.says_yes(1, Scope.DM)))
    await later_on(house, clock, minutes=4, seconds=59)
    assert post.carried == []
    await later_on(house, clock, minutes=20)
    await rota.on_duty()  # still there
    await later_on(house, clock, minutes=16)
    assert len(post.carried) == 1


async def test_an_emergency_card_leaves_at_once_with_nobody_on_duty(
    house: House, clock: Hands, cast_: Cast, post: Post
) -> None:
    house.ask(Offers).later(wish(await cast_.says_yes(1, Scope.DM), urgent=True))
    await later_on(house, clock, seconds=1)
    (_, card, _) = post.carried[0]
    assert "3114" in card.text
    assert len(card.rows[1]) == 2  # why, and never again


async def test_three_reasons_are_the_same_bytes_but_for_the_sealed_part(
    house: House, clock: Hands, cast_: Cast, rota: Rota, post: Post
) -> None:
    for number, reason in enumerate(Reason):
        await rota.on_duty()
        house.ask(Offers).later(wish(await cast_.says_yes(number + 1, Scope.DM), reason))
        await later_on(house, clock, minutes=20)
        await rota.on_duty()
        await later_on(house, clock, minutes=20)
    assert len(post.carried) == 3
    assert len({without_slip(card) for _, card, _ in post.carried}) == 1
    slips = [choice.args[0] for _, card, _ in post.carried for choice in card.rows[1][:1]]
    assert len(set(slips)) == 3


async def test_the_button_tells_the_true_reason_to_its_own_person_only(
    house: House, clock: Hands, cast_: Cast, post: Post
) -> None:
    zoe, other = await cast_.says_yes(1, Scope.DM), await cast_.somebody(2)
    offers = house.ask(Offers)
    offers.later(wish(zoe, urgent=True))
    await later_on(house, clock, seconds=1)
    sealed = post.carried[0][1].rows[1][0].args[0]
    slip = offers.why(zoe, sealed)
    assert slip is not None
    assert (slip.reason, slip.number) == (Reason.SIGNAL, 600)
    assert offers.why(other, sealed) is None
    assert offers.why(zoe, sealed[:-4] + "AAAA") is None
    clock.forward(days=7, seconds=1)
    assert offers.why(zoe, sealed) is None


async def test_a_second_wish_within_the_cool_down_is_dropped(
    house: House, clock: Hands, cast_: Cast, rota: Rota, post: Post
) -> None:
    zoe = await cast_.says_yes(1, Scope.DM)
    for _ in range(2):
        await rota.on_duty()
        house.ask(Offers).later(wish(zoe))
        await later_on(house, clock, minutes=20)
        await rota.on_duty()
        await later_on(house, clock, minutes=20)
    assert len(post.carried) == 1


async def test_a_busy_platform_gets_the_same_message_again_and_no_other(
    house: House, clock: Hands, cast_: Cast, post: Post
) -> None:
    post.answers = [Sent.LATER, Sent.LATER]
    house.ask(Offers).later(wish(await cast_.says_yes(1, Scope.DM), urgent=True))
    for _ in range(6):
        await later_on(house, clock, seconds=6)
    assert len({nonce for _, _, nonce in post.carried}) == 1
    assert len(post.carried) == 3


async def test_nobody_on_duty_means_no_routine_offer(
    house: House, clock: Hands, cast_: Cast, post: Post
) -> None:
    house.ask(Offers).later(wish(await cast_.says_yes(1, Scope.DM)))
    await later_on(house, clock, minutes=40)
    assert post.carried == []
    assert house.ask(Offers).waiting == 0


async def test_offers_out_are_capped_by_free_places(
    house: House, clock: Hands, cast_: Cast, rota: Rota, post: Post
) -> None:
    await rota.on_duty()
    for number in range(1, 10):
        actor = await cast_.says_yes(number, Scope.DM)
        scene = Scene("Zoé", "Les Loutres", f"6{number}")
        house.ask(Offers).later(Wish(actor.person, scene, Reason.SIGNAL))
    await later_on(house, clock, minutes=20)
    await rota.on_duty()
    await later_on(house, clock, minutes=20)
    assert len(post.carried) == 3 * 2


async def test_stop_drops_what_waits(
    house: House, clock: Hands, cast_: Cast, rota: Rota, post: Post
) -> None:
    await rota.on_duty()
    zoe = await cast_.says_yes(1, Scope.DM)
    house.ask(Offers).later(wish(zoe))
    await house.ask(Consents).stop(zoe.person)
    assert house.ask(Offers).waiting == 0
    await later_on(house, clock, minutes=40)
    assert post.carried == []


async def test_consent_is_asked_again_when_the_message_would_leave(
    house: House, clock: Hands, cast_: Cast, post: Post
) -> None:
    stranger = await cast_.somebody(1)
    house.ask(Offers).later(wish(stranger, urgent=True))
    await later_on(house, clock, seconds=1)
    assert post.carried == []


@pytest.mark.parametrize("age", [Age.FROM_13, Age.UNDISCLOSED])
async def test_nobody_under_fifteen_is_ever_written_to_first(
    house: House, clock: Hands, cast_: Cast, post: Post, age: Age
) -> None:
    zoe = await cast_.says_yes(1, Scope.DM)
    await house.ask(Consents).say_age(zoe, age)
    house.ask(Offers).later(wish(zoe, urgent=True))
    await later_on(house, clock, seconds=1)
    assert post.carried == []


async def test_a_message_that_is_taken_back_takes_its_offer_along(
    house: House, cast_: Cast
) -> None:
    house.ask(Offers).later(wish(await cast_.says_yes(1, Scope.DM)))
    house.ask(Offers).take_back("m1")
    assert house.ask(Offers).waiting == 0


async def test_an_emergency_replaces_a_routine_offer_and_never_the_reverse(
    house: House, clock: Hands, cast_: Cast, post: Post
) -> None:
    zoe = await cast_.says_yes(1, Scope.DM)
    offers = house.ask(Offers)
    offers.later(wish(zoe))
    offers.later(wish(zoe, urgent=True))
    offers.later(wish(zoe))
    await later_on(house, clock, seconds=1)
    assert len(post.carried) == 1
    assert offers.waiting == 0


async def test_a_storm_in_one_channel_writes_to_nobody_more(house: House, cast_: Cast) -> None:
    for number in range(1, STORM_OFFERS + 5):
        house.ask(Offers).later(wish(await cast_.says_yes(number, Scope.DM)))
    assert house.ask(Offers).waiting == STORM_OFFERS


async def test_later_is_one_note_at_the_chosen_hour_if_the_yes_still_stands(
    house: House, clock: Hands, cast_: Cast
) -> None:
    zoe, ben = await cast_.says_yes(1, Scope.DM), await cast_.says_yes(2, Scope.DM)
    for actor in (zoe, ben):
        await house.ask(Offers).remind(actor, "tonight")
    await house.ask(Consents).stop(ben.person)
    sweeper = Sweeper(house.db, house.news, {REMIND: house.bells[REMIND]})
    while await sweeper.ring_one(clock.forward(minutes=30)):
        pass
    clock.forward(hours=2)
    while await sweeper.ring_one(clock.now()):
        pass
    letters = await Outbox(house.db).due(zoe.platform, clock.now())
    assert [each.letter.target for each in letters] == [f"person:{zoe.person}"]


async def test_ten_offers_that_wait_leave_no_byte_in_the_database(
    house: House, cast_: Cast, db_url: str, clock: Hands
) -> None:
    if not db_url.startswith("sqlite"):
        pytest.skip("the bytes of a file are searched")
    folder = Path(db_url.partition("///")[2]).parent
    actors = [await cast_.says_yes(8_800_000_000 + number, Scope.DM) for number in range(10)]
    before = {path.name: path.read_bytes() for path in folder.glob("maraude.db*")}
    wishes = [
        Wish(actor.person, Scene("Zoé", "S", f"70000000{n}"), Reason.SIGNAL)
        for n, actor in enumerate(actors)
    ]
    for each in wishes:
        house.ask(Offers).later(each)
    await house.ask(Offers).tick(clock.forward(minutes=1))
    assert house.ask(Offers).waiting == 10
    after = {path.name: path.read_bytes() for path in folder.glob("maraude.db*")}
    assert after == before  # not one byte was written
    everything = b"".join(after.values())
    for n, each in enumerate(wishes):
        assert each.nonce.encode() not in everything
        assert f"70000000{n}".encode() not in everything
