"""Before the draw: who is reminded, how often, and what somebody in the line may hope for."""

from datetime import timedelta

import pytest

from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.service.announcing import Changes
from cogs.tournaments.service.reminders import MENTIONS, last_call_at
from core.people import Actor
from storage.outbox import outbox
from tests.discord_desk import MANAGE_GUILD
from tests.tournaments.conftest import Evening
from tests.tournaments.server import HOST, Server


async def joined(evening: Evening, many: int, template: str = "open-64") -> list[Actor]:
    await evening.announced(template=template, minutes=90)
    people = [await evening.somebody(f"Joueuse {number}") for number in range(many)]
    for person in people:
        await evening.tournaments.join(person)
    return people


async def letters(evening: Evening) -> list[tuple[str, list[int], timedelta]]:
    """The mentions on their way: of what, of whom, and how long after now."""
    async with evening.db.read() as tx:
        rows = list(await tx.execute(outbox.select().where(outbox.c.platform == "discord")))
    return [
        (
            row.text_key,
            list(map(int, row.slots["tickets"].split())),
            row.not_before - evening.clock.now(),
        )
        for row in rows
    ]


@pytest.mark.parametrize(("template", "minutes"), [("open-64", 15), ("friday-8", 12.5)])
async def test_the_last_call_comes_before_the_end_even_of_a_short_check_in(
    evening: Evening, template: str, minutes: float
) -> None:
    event = (await evening.announced(template=template, minutes=90)).event
    assert event.check_in_closes - last_call_at(event) == timedelta(minutes=minutes)


async def test_pain_12_only_those_who_are_missing_are_reminded_and_once(evening: Evening) -> None:
    people = await joined(evening, 5)
    await evening.wait(minutes=31)
    for person in people[:2]:
        await evening.tournaments.check_in(person)
    await evening.wait(minutes=33)
    assert await letters(evening) == [], "it is not time yet"
    for _ in range(4):
        evening.restart()
        await evening.wait(minutes=1)
    ((key, tickets, _),) = await letters(evening)
    assert (key, tickets) == ("tournaments-remind", [3, 4, 5])


async def test_a_full_room_is_reminded_in_messages_that_discord_takes(evening: Evening) -> None:
    await joined(evening, 0, "double-256")
    for number in range(MENTIONS * 2 + 1):
        await evening.tournaments.join(await evening.somebody(f"J{number}"))
    live = await evening.live()
    await evening.ring(last_call_at(live.event))
    sent = await letters(evening)
    assert [len(tickets) for _, tickets, _ in sent] == [MENTIONS, MENTIONS, 1]
    called = [ticket for _, tickets, _ in sent for ticket in tickets]
    assert len(set(called)) == len(called), "nobody is called twice"
    assert [wait.total_seconds() for *_, wait in sent] == [0, 5, 10]
    assert MENTIONS * len("<@123456789012345678901> ") + 150 < 2_000


async def test_a_check_in_that_got_more_time_is_reminded_later(evening: Evening) -> None:
    await joined(evening, 2)
    await evening.wait(minutes=31)
    live = await evening.live()
    assert live.event.phase is Phase.CHECK_IN
    later = live.event.starts_at + timedelta(minutes=30)
    await evening.announcing.change(await evening.host(), Changes(starts_at=later))
    await evening.wait(minutes=35)
    assert await letters(evening) == []
    await evening.wait(minutes=31)
    assert len(await letters(evening)) == 1


async def test_pain_15_whoever_moves_up_from_the_line_is_told(evening: Evening) -> None:
    await evening.announced(size=2)
    people = [await evening.somebody(f"Joueuse {number}") for number in range(3)]
    for person in people:
        await evening.tournaments.join(person)
    await evening.tournaments.leave(people[0])
    ((key, tickets, _),) = await letters(evening)
    assert (key, tickets) == ("tournaments-called-up", [3])


async def test_the_line_is_promised_what_was_seen_here_and_nothing_else(evening: Evening) -> None:
    async def in_line(number: int) -> int:
        await evening.announced(size=2)
        people = [await evening.somebody(f"Joueuse {each}") for each in range(4)]
        answers = [await evening.tournaments.join(person) for person in people]
        await evening.wait(minutes=31)
        for person in (people[0], people[2], people[3]):
            await evening.tournaments.check_in(person)  # the second one does not come
        live = await evening.tournaments.start(await evening.host())
        await evening.tournaments.call_off(await evening.host(), live.id)
        assert live.id == number
        return answers[-1].frees

    assert [await in_line(number) for number in range(1, 6)] == [0, 0, 0, 1, 1]


async def test_the_reminder_mentions_the_missing_and_skips_who_came_meanwhile(
    server: Server,
) -> None:
    await server.create()
    for person in (11, 12, 13):
        await server.press(person, "Je joue")
    await server.types("Zed")
    await server.wait(minutes=31)
    await server.press(11, "Je suis là")
    live = await server.live()
    left = last_call_at(live.event) - server.clock.now()
    await server.wait(seconds=left.total_seconds() + 12)
    await server.card()  # what is due by now is said
    ((where, text),) = server.said
    assert where == "channel:600"
    assert text.startswith("<@12> <@13> · il reste à dire")
    assert [line for line in server.chat if "on n'attend plus" in line] == [
        "@Zed : on n'attend plus que toi. !tournoi ok pour dire que tu es là."
    ]


async def test_a_line_in_a_chat_is_told_when_it_moves_up(server: Server) -> None:
    await server.create(size=2)
    for viewer in ("Zed", "Kim", "Léo"):
        await server.types(viewer)
    await server.types("Zed", "quitter")
    await server.wait(seconds=10)
    assert "@Léo : une place s'est libérée, tu joues ! !tournoi ok si ce n'est pas fait." in (
        server.chat
    )
    await server.desk.slash(HOST, "tournament cancel", may=MANAGE_GUILD)
