"""Letters arrive, once; cards show the newest state, once."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from core.courier import Letter, Sent
from core.people import Platform
from storage.cards import Cards, again, want
from storage.database import Database, Tx
from storage.outbox import Outbox, post, withdraw
from tests.doubles import Hands

LETTER = Letter("hello:1", Platform.DISCORD, "channel:1", "errors-not-allowed", "fr")


async def test_posted_twice_under_one_nonce_it_is_one_letter(db: Database, clock: Hands) -> None:
    async with db.write() as tx:
        await post(tx, LETTER)
        await post(tx, LETTER)
    assert len(await Outbox(db).due(Platform.DISCORD, clock.now())) == 1


async def test_sent_or_refused_it_is_over_and_busy_means_later(db: Database, clock: Hands) -> None:
    async with db.write() as tx:
        for number in range(3):
            await post(tx, Letter(f"n:{number}", Platform.DISCORD, "channel:1", "k", "fr"))
    outbox = Outbox(db)
    sent, closed, busy = await outbox.due(Platform.DISCORD, clock.now())
    await outbox.done(sent, Sent.DELIVERED, clock.now())
    await outbox.done(closed, Sent.CLOSED, clock.now())
    await outbox.done(busy, Sent.LATER, clock.now())
    assert await outbox.due(Platform.DISCORD, clock.now()) == []
    (left,) = await outbox.due(Platform.DISCORD, clock.forward(minutes=1))
    assert left.letter.nonce == "n:2"
    assert await outbox.due(Platform.TWITCH, clock.now()) == []


async def test_a_marked_letter_is_never_taken_again(db: Database, clock: Hands) -> None:
    async with db.write() as tx:
        await post(tx, LETTER)
    outbox = Outbox(db)
    (letter,) = await outbox.due(Platform.DISCORD, clock.now())
    await outbox.mark(letter)
    assert await outbox.due(Platform.DISCORD, clock.forward(days=1)) == []


async def test_a_letter_waits_for_its_hour(db: Database, clock: Hands) -> None:
    later = clock.now() + timedelta(hours=1)
    async with db.write() as tx:
        await post(tx, Letter("h:1", Platform.DISCORD, "channel:1", "k", "fr", {}, later))
    assert await Outbox(db).due(Platform.DISCORD, clock.now()) == []
    assert len(await Outbox(db).due(Platform.DISCORD, clock.forward(hours=1))) == 1


async def test_ten_changes_are_one_edit_and_one_more_is_seen(db: Database, clock: Hands) -> None:
    cards = Cards(db)
    async with db.write() as tx:
        for _ in range(10):
            await want(tx, "test.card", "7", "100")
    (card,) = await cards.behind(clock.now())
    async with db.write() as tx:
        await again(tx, "test.card", "7")  # while it is being drawn
    await cards.shown(card, "555", clock.now() + timedelta(seconds=5))
    assert await cards.behind(clock.now()) == []  # not edited again at once
    (newer,) = await cards.behind(clock.forward(seconds=5))
    assert (newer.message, newer.wanted) == ("555", card.wanted + 1)
    await cards.shown(newer, "555", clock.now())
    assert await cards.behind(clock.now()) == []


async def test_a_card_wanted_anew_rests_between_two_edits_and_tries_a_failure_again_at_once(
    db: Database, clock: Hands
) -> None:
    cards = Cards(db)

    async def wanted() -> None:
        async with db.write() as tx:
            await want(tx, "test.card", "7", "100")

    await wanted()
    (card,) = await cards.behind(clock.now())
    await cards.shown(card, "555", clock.now() + timedelta(seconds=5))
    await wanted()
    assert await cards.behind(clock.now()) == []
    (card,) = await cards.behind(clock.forward(seconds=5))
    await cards.failed(card, clock.now())
    assert await cards.behind(clock.now()) == []
    await wanted()
    assert len(await cards.behind(clock.now())) == 1


async def test_a_card_in_a_thread_waits_for_its_parent(db: Database, clock: Hands) -> None:
    cards = Cards(db)
    async with db.write() as tx:
        await want(tx, "test.card", "7", "100")
        await want(tx, "test.match", "7:W1.1", "100", parent=("test.card", "7"))
    (parent,) = await cards.behind(clock.now())
    await cards.shown(parent, "555", clock.now())
    (child,) = await cards.behind(clock.now())
    assert (child.parent_message, child.parent_subject) == ("555", "7")


async def test_who_waits_for_a_card_is_told_once_it_shows_what_it_should(
    db: Database, clock: Hands
) -> None:
    told: list[str] = []

    async def tell(tx: Tx, subject: str) -> None:
        await tx.execute(text("SELECT 1"))
        told.append(subject)

    cards = Cards(db, {"test.card": tell})
    async with db.write() as tx:
        await want(tx, "test.card", "7", "100")
        await want(tx, "test.other", "8", "100")
    first, other = await cards.behind(clock.now())
    async with db.write() as tx:
        await again(tx, "test.card", "7")  # what was drawn is already old
    await cards.shown(first, "555", clock.now())
    await cards.shown(other, "556", clock.now())
    assert told == []
    (newer,) = await cards.behind(clock.now())
    await cards.shown(newer, "555", clock.now())
    assert told == ["7"]


async def test_who_waits_for_a_letter_is_told_when_it_has_arrived_and_only_then(
    db: Database, clock: Hands
) -> None:
    told: list[str] = []

    async def tell(tx: Tx, nonce: str) -> None:
        await tx.execute(text("SELECT 1"))
        told.append(nonce)

    outbox = Outbox(db, {LETTER.key: tell})
    async with db.write() as tx:
        await post(tx, LETTER)
    (posted,) = await outbox.due(LETTER.platform, clock.now())
    await outbox.done(posted, Sent.LATER, clock.now())
    assert told == []
    await outbox.done(posted, Sent.DELIVERED, clock.now())
    assert told == [LETTER.nonce]
    assert await outbox.due(LETTER.platform, clock.forward(hours=1)) == []


async def test_what_cannot_be_told_was_not_shown(db: Database, clock: Hands) -> None:
    async def fail(tx: Tx, subject: str) -> None:
        raise ValueError(subject)

    cards = Cards(db, {"test.card": fail})
    async with db.write() as tx:
        await want(tx, "test.card", "7", "100")
    (card,) = await cards.behind(clock.now())
    with pytest.raises(ValueError, match="7"):
        await cards.shown(card, "555", clock.now())
    assert (await cards.behind(clock.now()))[0].message is None


async def test_a_letter_that_is_no_longer_so_is_taken_back_unless_it_has_left(
    db: Database, clock: Hands
) -> None:
    gone = Letter("gone:1", Platform.DISCORD, "channel:1", "k", "fr")
    outbox = Outbox(db)
    async with db.write() as tx:
        await post(tx, LETTER)
        await post(tx, gone)
    marked, _ = await outbox.due(Platform.DISCORD, clock.now())
    await outbox.mark(marked)
    async with db.write() as tx:
        await withdraw(tx, LETTER.nonce)
        await withdraw(tx, gone.nonce)
        await post(tx, LETTER)  # it has left: posted again, it is still the same letter
    assert await outbox.due(Platform.DISCORD, clock.now()) == []
